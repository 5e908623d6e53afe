"""Narrowing claims: each filter alone, and together."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from conftest import make_claim, make_extraction, port_claims

from claimtrack.errors import StoreError, UsageError
from claimtrack.models import Article
from claimtrack.store import SORTS, ClaimFilter, Store
from claimtrack.store.matching import match_key, word_variants

UNRESOLVED = "وقال ناطق لم يذكر اسمه إن السفينة غرقت."
REVEAL, EXPLAIN, SAY, DENY, SANK = (
    "خطة لتوسيع الأرصفة",
    "العمل يبدأ في الربيع",
    "الأسلحــة لن تمر من هنا",
    "يكون الميناء قد أُغلق",
    "السفينة غرقت",
)
ALL = [REVEAL, EXPLAIN, SAY, DENY, SANK]


@pytest.fixture
def store(port_article: Article) -> Iterator[Store]:
    with Store(":memory:") as store:
        store.add(port_article, make_extraction(port_claims()))
        unresolved = make_claim(UNRESOLVED, content=SANK, cue="وقال", mention="ناطق")
        store.add(
            Article(text=UNRESOLVED, path="news/ship_1.txt", title="غرق سفينة"), make_extraction([unresolved])
        )
        yield store


@pytest.mark.parametrize(
    ("narrowed", "found"),
    [
        ({}, ALL),
        ({"source": "الميناء"}, [REVEAL, EXPLAIN]),  # by any name, also where only الصحيفة stands
        ({"source": "صحيفة الميناء"}, [REVEAL, EXPLAIN]),  # quotation marks do not matter
        ({"source": "ميناء"}, [REVEAL, EXPLAIN]),  # nor does the article
        ({"source": "المينا"}, []),  # words match whole
        ({"source": "صحيفة الساحلية"}, []),  # and side by side
        ({"source": "الواحة"}, [SAY, DENY]),  # a relay is a source too
        ({"source": "مصادر ملاحية"}, [DENY]),
        ({"source": "ناطق"}, [SANK]),  # nobody knows who it is, but so it is called
        ({"source": ("الحداد", "الناطق")}, [SAY, SANK]),  # several mean any
        ({"via": "وكالة أنباء الواحه"}, [SAY, DENY]),
        ({"via": "الميناء"}, []),
        ({"kind": "anonymous"}, [DENY]),
        ({"kind": ("outlet", "person")}, [REVEAL, EXPLAIN, SAY]),
        ({"anon_sector": "informed"}, [DENY]),
        ({"anon_sector": "military"}, []),
        ({"anon_count": ("one", "several")}, [DENY]),
        ({"anon_of": "مصر"}, [DENY]),  # in any spelling, by words
        ({"anon_of": "حكومه مصر"}, []),
        ({"anon_reason": "الوكالة"}, [DENY]),
        ({"anon_sector": "informed", "anon_count": "one"}, []),
        ({"stance": "reveal"}, [REVEAL]),
        ({"quote": "direct"}, [SAY]),
        ({"cue": "قال"}, [SAY, SANK]),
        ({"cue": "أوضحت"}, [EXPLAIN]),  # a form, whatever is written onto it
        ({"cue": "أوضح"}, [EXPLAIN]),  # its lemma
        ({"cue": "وأوضحت"}, [EXPLAIN]),
        ({"outlet": "الشاطئ"}, [REVEAL, EXPLAIN, SAY, DENY]),
        ({"article": "2"}, [SANK]),
        ({"article": "news/port.txt"}, [REVEAL, EXPLAIN, SAY, DENY]),
        ({"article": "ship_1.txt"}, [SANK]),
        ({"article": "ship%1.txt"}, []),  # no wildcards
        ({"article": "غرق"}, [SANK]),
        ({"article": "port"}, []),
        ({"about": "الاسلحه"}, [SAY]),
        ({"about": "سلاح"}, []),
        ({"about": "هنا تمر"}, [SAY]),  # all words, in any order
        ({"about": ("الربيع", "سفينة")}, [EXPLAIN, SANK]),
        ({"anonymous": True}, [DENY]),
        ({"anonymous": False}, [REVEAL, EXPLAIN, SAY]),  # nobody knows whether an unresolved one is named
        ({"negated": True}, [DENY]),
        ({"negated": False, "source": "الواحة"}, [SAY]),
        ({"nested": False}, ALL),
        ({"nested": True}, []),
        ({"since": "500y"}, [REVEAL, EXPLAIN, SAY, DENY]),
        ({"since": "1d"}, []),
        ({"since": "2021"}, [REVEAL, EXPLAIN, SAY, DENY]),
        ({"since": "2021-03-15"}, []),
        ({"until": "2021-03"}, [REVEAL, EXPLAIN, SAY, DENY]),  # the whole month
        ({"until": "2021-03-14"}, [REVEAL, EXPLAIN, SAY, DENY]),
        ({"until": "2020"}, []),
        ({"limit": 2}, [REVEAL, EXPLAIN]),
        ({"limit": 0}, []),
        ({"source": "الواحة", "stance": "deny"}, [DENY]),
        ({"sort": "-article"}, [SANK, REVEAL, EXPLAIN, SAY, DENY]),
        ({"sort": "published"}, [SANK, REVEAL, EXPLAIN, SAY, DENY]),
        ({"sort": "stance", "kind": ("person", "outlet")}, [EXPLAIN, SAY, REVEAL]),
    ],
)
def test_filter(store: Store, narrowed: dict[str, Any], found: list[str]) -> None:
    assert [row["claim"] for row in store.claims(**narrowed)] == found


@pytest.mark.parametrize("sort", [*SORTS, *(f"-{name}" for name in SORTS)])
def test_every_sort_gives_every_claim(store: Store, sort: str) -> None:
    assert sorted(row["claim"] for row in store.claims(sort=sort)) == sorted(ALL)


@pytest.mark.parametrize("narrowed", [{}, {"stance": "neutral"}, {"kind": "person"}, {"about": "سفينة"}])
@pytest.mark.parametrize("sort", [*SORTS, *(f"-{name}" for name in SORTS)])
def test_the_first_of_a_sort_are_those_of_all(store: Store, sort: str, narrowed: dict[str, Any]) -> None:
    every = [row["claim_id"] for row in store.claims(sort=sort, **narrowed)]
    for limit in range(len(ALL) + 2):
        assert [row["claim_id"] for row in store.claims(sort=sort, limit=limit, **narrowed)] == every[:limit]


@pytest.mark.parametrize(
    ("narrowed", "said"),
    [
        ({"kind": "human"}, "person, institution, outlet"),
        ({"stance": "angry"}, "neutral, emphatic"),
        ({"quote": "half"}, "direct, mixed, indirect"),
        ({"sort": "colour"}, "article, published"),
        ({"since": "yesterday"}, "2017-03-14"),
        ({"until": "2021-13"}, "no date"),
        ({"limit": -1}, "0 or more"),
    ],
)
def test_what_cannot_be_asked_names_what_can(narrowed: dict[str, Any], said: str) -> None:
    with pytest.raises(UsageError, match=said):
        ClaimFilter(**narrowed)


def test_words_without_a_letter_are_told(store: Store) -> None:
    with pytest.raises(UsageError, match="no word"):
        list(store.claims(source="«»"))


@pytest.mark.parametrize(
    ("asked", "nearest"),
    [
        ("المينا", "الميناء"),
        ("سليم الحدادي", "سليم الحداد"),
        ("مصادر ملاحيه مطلعه", "مصادر ملاحية مطلعة"),
        ("زززز", None),
    ],
)
def test_the_nearest_source_is_named(store: Store, asked: str, nearest: str | None) -> None:
    assert store.nearest_source(asked) == nearest


@pytest.mark.parametrize("reference", ["7", "لا شيء كهذا", "../port.txt"])
def test_an_article_that_is_not_there(store: Store, reference: str) -> None:
    with pytest.raises(StoreError, match="claimtrack articles"):
        store.find_article(reference)


def test_two_articles_of_one_description(store: Store, port_article: Article) -> None:
    store.add(Article(text="نص", path="x/port.txt", title="ميناء جديد"), make_extraction([]))
    with pytest.raises(StoreError, match="several"):
        store.find_article("ميناء جديد")
    assert store.find_article("1") == 1


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("صحيفة “الأخبار” اللبنانيّة", " صحيفه اخبار لبنانيه "),
        ("والمصادر", " مصادر "),
        ("للسلاح", " سلاح "),
        ("وزير الله", " وزير له "),
        ("والي ألمانيا", " والي مانيا "),  # the same on both sides, so no harm
        ("«»", ""),
    ],
)
def test_match_key(text: str, key: str) -> None:
    assert match_key(text) == key


@pytest.mark.parametrize("word", ["السلاح", "سلاح", "والسلاح", "بالسلاح", "للسلاح"])
def test_a_word_is_found_with_anything_written_onto_it(word: str) -> None:
    variants = word_variants(word)
    for text in ("حمل السلاح", "حمل سلاح", "تلوّح بسلاح", "وسلاح", "للسلاحِ", "وبالسلاح"):
        assert any(variant in match_key(text) for variant in variants), text
