"""The gazetteer: what its files say is found, and what ordinary words must not become."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import claimtrack.lexicon as lexicon
from claimtrack.errors import LexiconError
from claimtrack.lexicon import gazetteer
from claimtrack.lexicon.names import Names, entries
from claimtrack.lexicon.nouns import inflect
from claimtrack.text.folding import fold
from claimtrack.text.tokens import tokenize

GAZETTEER = gazetteer.load()
# Farsi yeh, keheh and their kin, tatweel, presentation forms, vowel marks
BAD_LETTER = re.compile(
    "\u0640(?!\\d)|[\u064b-\u065f\u06cc\u06a9\u06aa\u06be\u06c0-\u06c3\u06d5\ufb50-\ufdff\ufe70-\ufeff]"
)
NAMES = {
    "outlets": GAZETTEER.outlets,
    "institutions": GAZETTEER.institutions,
    "places": GAZETTEER.places,
    "offices": GAZETTEER.offices,
}
TABLES = {
    "outlet_heads": GAZETTEER.outlet_heads,
    "institution_heads": GAZETTEER.institution_heads,
    "anonymous_heads": GAZETTEER.anonymous_heads,
    "document_heads": GAZETTEER.document_heads,
    "roles": GAZETTEER.roles,
    "titles": GAZETTEER.titles,
    "given_names": GAZETTEER.given_names,
    "sectors": GAZETTEER.sectors,
    "nationalities": GAZETTEER.nationalities,
}


def examples() -> list[tuple[str, str, list[str]]]:
    """Every example of every file: (what it is of, text, what must be found there, in order)."""
    return [
        (example["of"], example["text"], example["found"])
        for name in gazetteer.FILES
        for example in gazetteer.read(name)["example"]
    ]


def named(of: str, text: str) -> list[str]:
    """What a text names, in order; `!` after an ambiguous form. Proclitics و ب ل are taken off."""
    keys, found, i = tokenize(text).keys, [], 0
    while i < len(keys):
        hit = next((h for h in (NAMES[of].longest(keys, i, first) for first in stems(keys[i])) if h), None)
        if hit is None:
            i += 1
            continue
        entry = hit[1]
        found.append(entry if isinstance(entry, str) else entry.name + "!" * entry.ambiguous)
        i += hit[0]
    return found


def stems(key: str) -> list[str]:
    return [key, key[1:]] if key[:1] in ("و", "ب", "ل") and len(key) > 2 else [key]


@pytest.mark.parametrize(("of", "text", "found"), examples())
def test_example_of_the_files(of: str, text: str, found: list[str]) -> None:
    if of in NAMES:
        assert named(of, text) == found
    else:
        table = getattr(GAZETTEER, of)
        words = text.split()
        assert [word for word in words if any(stem in table for stem in stems(fold(word)))] == found


def test_every_file_has_examples_found_and_not_found() -> None:
    kinds = {of for of, _, _ in examples()}
    assert kinds >= set(NAMES) | set(TABLES)
    assert all(any(of == kind and not found for of, _, found in examples()) for kind in NAMES)


@pytest.mark.parametrize("name", gazetteer.FILES)
def test_spelling(name: str) -> None:
    text = (Path(gazetteer.__file__).parent / "ar" / f"{name}.toml").read_text("utf-8")
    assert BAD_LETTER.findall(text) == []
    assert "\ufffd" not in text


def blocks(value: object) -> list[str]:
    if isinstance(value, dict):
        return [block for child in value.values() for block in blocks(child)]
    return [value] if isinstance(value, str) else []


@pytest.mark.parametrize(("name", "part"), [("outlets", "country"), ("institutions", "proper")])
def test_no_name_stands_for_two(name: str, part: str) -> None:
    found = [entry for block in blocks(gazetteer.read(name)[part]) for entry in entries(block)]
    owners = Counter(words for forms in found for words in {form.words for form in forms})
    assert [" ".join(words) for words, count in owners.items() if count > 1] == []


@pytest.mark.parametrize("of", NAMES)
@given(data=st.data())
def test_every_form_is_found_whole(of: str, data: st.DataObject) -> None:
    names = NAMES[of]
    words = data.draw(st.sampled_from(sorted(names.forms)))
    before = data.draw(st.lists(st.just("كلمه"), max_size=3))
    after = data.draw(st.lists(st.sampled_from(["كلمه", ".", "،"]), max_size=3))
    found = names.longest([*before, *words, *after], len(before))
    assert found is not None
    assert found == (len(words), names.forms[words])


def test_longest_takes_the_first_word_without_proclitics() -> None:
    keys = tokenize("وبحسب لرويترز وللشرق الأوسط").keys
    assert GAZETTEER.longest_outlet(keys, 1) is None
    assert GAZETTEER.longest_outlet(keys, 1, first="رويترز") is not None
    assert GAZETTEER.longest_outlet(keys, 2, first="الشرق") == (
        2,
        gazetteer.Outlet("الشرق الأوسط", "newspaper", "SA", True),
    )


@pytest.mark.parametrize(
    ("text", "length"),
    [("أ.ف.ب تقول", 5), ("بي بي سي", 3), ("العربية.نت", 3), ("سي-سبان", 3), ("رويترز.", 1), ("سي. ثم", None)],
)
def test_marks_inside_a_name(text: str, length: int | None) -> None:
    found = GAZETTEER.longest_outlet(tokenize(text).keys, 0)
    assert (found and found[0]) == length


def test_a_name_cut_off_by_the_end_is_not_found() -> None:
    names: Names[str] = Names()
    names.add(("الوكاله", "الوطنيه", "للاعلام"), "الوكالة")
    assert names.longest(("الوكاله", "الوطنيه"), 0) is None


@pytest.mark.parametrize(
    ("noun", "form", "gender", "number", "definite"),
    [
        ("مصدر: مصادر", "المصادر", "m", "plural", True),
        ("مصدر: مصادر", "مصدرين", "m", "dual", False),
        ("مصدر: مصادر", "مصدرا", "m", "singular", False),
        ("مسؤول: ون ة", "مسؤولو", "m", "plural", False),
        ("مسؤول: ون ة", "المسؤولتان", "f", "dual", True),
        ("مسؤول: ون ة", "مسؤولات", "f", "plural", False),
        ("صحيفة: صحف نا", "صحيفتنا", "f", "singular", True),
        ("صحيفة: صحف نا", "صحيفتي", None, None, None),
        ("مراسل: ون ة نا", "مراسلتنا", "f", "singular", True),
        ("بحث: أبحاث ال", "بحث", None, None, None),
        ("بحث: أبحاث ال", "البحث", "m", "singular", True),
        ("بحث: أبحاث ال", "أبحاث", "m", "plural", False),
        ("وسط: أوساط +", "وسط", None, None, None),
        ("وسط: أوساط +", "الأوساط", "m", "plural", True),
        ("إعلام: -", "إعلامان", None, None, None),
        ("داعية: دعاة m", "داعية", "m", "singular", False),
        ("دار: دور f", "الدار", "f", "singular", True),
    ],
)
def test_inflection(
    noun: str, form: str, gender: str | None, number: str | None, definite: bool | None
) -> None:
    head = inflect(noun).get(fold(form))
    assert (head and (head.gender, head.number, head.definite)) == (gender and (gender, number, definite))


@pytest.mark.parametrize(
    ("table", "word"),
    [
        ("roles", "أمام"),
        ("roles", "محافظة"),
        ("roles", "مؤسسة"),
        ("anonymous_heads", "وسط"),
        ("anonymous_heads", "كثيرا"),
        ("anonymous_heads", "العالم"),
        ("document_heads", "كتب"),
        ("document_heads", "توقع"),
        ("document_heads", "بحث"),
        ("titles", "مشيرا"),
        ("titles", "أما"),
        ("titles", "حاجة"),
        ("given_names", "على"),
        ("given_names", "الآن"),
        ("given_names", "أن"),
        ("given_names", "رأي"),
        ("given_names", "أمنية"),
        ("given_names", "تركي"),
        ("name_connectors", "لا"),
        ("name_connectors", "فإن"),
        ("nationalities", "تركيا"),
        ("nationalities", "ترك"),
        ("sectors", "وثيقة"),
        ("outlet_heads", "يومية"),
    ],
)
def test_ordinary_words_stay_ordinary(table: str, word: str) -> None:
    assert fold(word) not in getattr(GAZETTEER, table)


def test_no_clear_name_is_a_word_of_reporting_or_a_given_name() -> None:
    words = lexicon.load()
    clear = {
        keys[0]
        for names in (GAZETTEER.outlets, GAZETTEER.institutions)
        for keys, entry in names.forms.items()
        if len(keys) == 1 and not entry.ambiguous
    }
    finite = {
        key
        for key in clear
        if any(reading.form.tense in ("past", "present") for reading in words.analyze(key))
    }
    assert finite <= {"روتانا", "فتبينوا"}
    assert clear & (GAZETTEER.given_names | GAZETTEER.doubtful_given_names) == set()


def test_given_names_are_one_list_or_the_other() -> None:
    assert GAZETTEER.given_names & GAZETTEER.doubtful_given_names == set()


def test_codes_of_outlets_and_cities_are_known() -> None:
    used = {entry.country for entry in GAZETTEER.outlets.forms.values()}
    used |= {entry.country for entry in GAZETTEER.places.forms.values()}
    assert used - set(GAZETTEER.countries) == {"XX"}


def test_load_is_made_once() -> None:
    assert gazetteer.load() is GAZETTEER


def test_a_missing_file_says_which() -> None:
    with pytest.raises(LexiconError, match=r"ar/nowhere\.toml cannot be read"):
        gazetteer.read("nowhere")
