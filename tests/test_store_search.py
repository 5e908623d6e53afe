"""Searching: what is found, in which order, and what is marked in it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from conftest import make_claim, make_extraction
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.errors import UsageError
from claimtrack.models import Article, Source, Span
from claimtrack.store import ClaimFilter, Store
from claimtrack.store.marking import marks, sentence_around
from claimtrack.store.search_query import search_query

MINISTER = Source("وزير التموين نادر العطار", "person", ("العطار",))
SAID = {  # claim by claim, as it stands in an article of its own
    "arms": "قال العطار إن الأسلحــةَ لن تمر من هنا.",
    "and_arms": "قال العطار إن الوقود وأسلحة الصيد تدخل بتصريح.",
    "with_arms": "قال العطار إن القافلة عادت بالأسلحة.",
    "price": "قال العطار إن سعر السكر ارتفع، وإن السكر نادر.",
    "sugar": "قال العطار إن السكر متوفر في كل فروع المجمعات الاستهلاكية وفي الأسواق الشعبية أيضا.",
    "prices": "قال العطار إن أسعار الوقود ثابتة.",
    "clock": "قال العطار إن الموعد هو 10.30 بتوقيت COVID_19 الصيفي.",
    "long": "قال العطار: «البحر هادئ. الريح ساكنة. والسمك وفير».",
}


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    with Store(":memory:") as store:
        for name, text in SAID.items():
            content = text.partition("إن ")[2].rstrip(".") or text.partition("«")[2].rstrip("».")
            claim = make_claim(
                text,
                content=content,
                cue="قال",
                mention="العطار",
                source=MINISTER,
                stance="deny" if name == "arms" else "neutral",
                sentence=Span(0, len(text) if name != "long" else text.index("هادئ") + 5),
            )
            store.add(Article(text, f"{name}.txt", name, published="2021-03-14"), make_extraction([claim]))
        quiet = "مقدمة طويلة عن الصيد\nانتهى موسم الزيتون. ثم بدأ موسم البرتقال! ولم يقل أحد شيئا."
        store.add(Article(quiet, "quiet.txt", "quiet"), make_extraction([]))
        yield store


ARMS = {"arms", "and_arms", "with_arms"}


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("الأسلحة", ARMS),  # marks, tatweel, article, and what is written onto the word
        ("الاسلحه", ARMS),
        ("أسلحة", ARMS),
        ("والأسلحة", ARMS),
        ("سلاح", set()),  # words match whole
        ("السكر", {"price", "sugar"}),
        ("سعر السكر", {"price"}),  # both
        ("السكر سعر", {"price"}),
        ('"سعر السكر"', {"price"}),  # side by side
        ('"السكر سعر"', set()),
        ("«سعر السكر»", {"price"}),
        ("“سعر السكر”", {"price"}),
        ('"سعر السكر', {"price"}),  # not closed
        ('"بسعر"', set()),
        ("سعر*", {"price"}),
        ("أسع*", {"prices"}),
        ("السكر OR الوقود", {"price", "sugar", "and_arms", "prices"}),
        ("السكر NOT سعر", {"sugar"}),
        ("السكر -سعر", {"sugar"}),
        ("السكر NOT (سعر OR متوفر)", set()),
        ("(السكر OR الوقود) NOT سعر NOT أسلحة", {"sugar", "prices"}),
        ("السكر AND سعر", {"price"}),
        ("الوقود ثابتة OR سعر", {"price", "prices"}),  # side by side binds closer than OR
        ("10.30", {"clock"}),
        ("١٠٫٣٠", {"clock"}),
        ("covid_19", {"clock"}),
        ("Covid*", {"clock"}),
        ("السمك", {"long"}),
        ("العطار", set()),  # the source is no content
        ("الزيتون", set()),
    ],
)
def test_what_is_found(store: Store, words: str, found: set[str]) -> None:
    assert {row["article_title"] for row in store.search(words)} == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("الزيتون", {"quiet"}),
        ("العطار السكر", {"price", "sugar"}),
        ('"موسم البرتقال"', {"quiet"}),
        ("موسم NOT برتقال", set()),
    ],
)
def test_articles_are_found_by_all_their_words(store: Store, words: str, found: set[str]) -> None:
    assert {row["title"] for row in store.search_articles(words)} == found


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("", "no word to look for"),
        ("،؟!", "no word to look for"),
        ("*", "no word to look for"),
        ("NOT السكر", "NOT and OR stand between words"),
        ("السكر OR", "NOT and OR stand between words"),
        ("OR السكر", "NOT and OR stand between words"),
        ("السكر NOT", "behind NOT"),
        ("(السكر", "parenthesis is not closed"),
        ("السكر)", "parenthesis too many"),
        ("()", "NOT and OR stand between words"),
        ("كلمة " * 65, "at most 64 words"),
        ('"' + "كلمة " * 65 + '"', "at most 64 words"),
    ],
)
def test_what_means_nothing_is_told(words: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        search_query(words)


@given(
    st.text(st.sampled_from('"«»“”()*-: \t\nأبت1aOR') | st.characters(exclude_categories=["Cs"]), max_size=60)
)
def test_whatever_is_typed_is_searched_or_refused(words: str) -> None:
    with Store(":memory:") as store:
        try:
            list(store.search(words))
            list(store.search_articles(words))
        except UsageError:
            pass


@given(
    st.recursive(
        st.sampled_from(["السكر", '"سعر السكر"', "وقود*"]),
        lambda inner: st.builds(
            "({}) {} ({})".format, inner, st.sampled_from(["OR", "NOT", "AND", ""]), inner
        ),
        max_leaves=8,
    )
)
def test_whatever_is_nested_is_searched(words: str) -> None:
    with Store(":memory:") as store:
        assert list(store.search(words)) == []


def test_the_best_come_first(store: Store) -> None:
    rows = list(store.search("السكر"))
    assert [row["article_title"] for row in rows] == ["price", "sugar"]  # twice in a shorter text
    assert rows[0]["score"] > rows[1]["score"] > 0
    assert [row["article_title"] for row in store.search("السكر", ClaimFilter(limit=1))] == ["price"]


def test_where_too_many_match_the_last_come_first(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claimtrack.store.searching.MOST_WEIGHED", 1)
    rows = list(store.search("السكر"))
    assert [row["article_title"] for row in rows] == ["sugar", "price"]
    assert {row["score"] for row in rows} == {None}


@pytest.mark.parametrize(
    "narrowed", [{"stance": "deny"}, {"source": "العطار", "limit": 1}, {"since": "2022"}]
)
def test_filters_narrow_a_search(store: Store, narrowed: dict[str, str]) -> None:
    wanted = ClaimFilter(**narrowed)  # type: ignore[arg-type]
    found = {row["claim_id"] for row in store.search("الأسلحة", wanted)}
    assert len(found) == (0 if "since" in narrowed else 1)
    assert found <= {row["claim_id"] for row in store.claims(wanted.without_limit())}
    articles = {row["article_id"] for row in store.search_articles("الأسلحة", wanted)}
    assert len(articles) == len(found)


def marked(row: dict[str, object]) -> list[str]:
    text = row["shown"]
    assert isinstance(text, str)
    return [text[start:end] for start, end in row["marks"]]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("الأسلحة", {"arms": ["الأسلحــةَ"], "and_arms": ["وأسلحة"], "with_arms": ["بالأسلحة"]}),
        ('"سعر السكر" OR نادر', {"price": ["سعر السكر", "نادر"]}),
        ("سع* السكر", {"price": ["سعر", "السكر", "السكر"]}),
        ("السكر NOT سعر", {"sugar": ["السكر"]}),
        ('"سكر ارتفع" سعر "سعر السكر"', {"price": ["سعر السكر ارتفع"]}),  # one inside the other
        ("السمك", {"long": ["والسمك"]}),  # the content goes past its sentence
    ],
)
def test_matches_are_marked_in_what_is_shown(store: Store, words: str, shown: dict[str, list[str]]) -> None:
    assert {row["article_title"]: marked(row) for row in store.search(words)} == shown


def test_an_article_shows_the_sentence_of_its_first_match(store: Store) -> None:
    (row,) = store.search_articles("الزيتون OR البرتقال")
    assert (row["shown"], marked(row)) == ("انتهى موسم الزيتون.", ["الزيتون"])
    (row,) = store.search_articles("البرتقال")
    assert row["shown"] == "ثم بدأ موسم البرتقال!"


@given(st.text("اب سلاح.،؟\n ـَ", max_size=80))
def test_marks_are_words_of_the_text(text: str) -> None:
    found = marks(text, search_query("سلا* OR با OR «ب ا»").phrases)
    assert found == sorted(found)
    for start, end in found:
        assert text[start:end].strip() == text[start:end] != ""
        first, last = sentence_around(text, (start, end))
        assert 0 <= first <= start < end <= last <= len(text)
