"""The lexicon: its files are clean, faults are named, and tokens get the readings they should."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.errors import LexiconError
from claimtrack.lexicon import DATA, Analysis, load
from claimtrack.lexicon.inflection import forms
from claimtrack.text.folding import fold

LETTERS_TO_AVOID = re.compile(
    "\u0640(?!\\d)|[\u06cc\u06a9\u06aa\u06be\u06c0-\u06c3\u06d5\ufb50-\ufdff\ufe70-\ufeff]"
)
LEXICON = load()

VERB = """
[[verb]]
lemma = "أخبر"
present = "يخبر"
stance = "neutral"
strength = "report"
frames = ["clause"]
examples = ["أخبر الحارس أن الباب مغلق."]
"""


@pytest.mark.parametrize("path", sorted(DATA.glob("*.toml")), ids=lambda path: path.name)
def test_files_are_toml_in_plain_arabic_letters(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert tomllib.loads(text)
    assert not LETTERS_TO_AVOID.findall(text)


READINGS = [
    # token, verb, tense, person, gender, number, conjunction, prefix (س for a future), pronoun
    ("وأوضحت", "أوضح", "past", 3, "f", "s", "و", "", ""),
    ("سيعلن", "أعلن", "present", 3, "m", "s", "", "س", ""),
    ("فقال", "قال", "past", 3, "m", "s", "ف", "", ""),
    ("ليؤكد", "أكد", "present", 3, "m", "s", "", "ل", ""),
    ("قوله", "قال", "masdar", None, None, None, "", "", "ه"),
    ("بقوله", "قال", "masdar", None, None, None, "", "ب", "ه"),
    ("وقولها", "قال", "masdar", None, None, None, "و", "", "ها"),
    ("بالقول", "قال", "masdar", None, None, None, "", "ب", ""),
    ("للقول", "قال", "masdar", None, None, None, "", "لل", ""),
    ("وتأكيده", "أكد", "masdar", None, None, None, "و", "", "ه"),
    ("إشارتهم", "أشار", "masdar", None, None, None, "", "", "هم"),
    ("وادعائه", "ادعى", "masdar", None, None, None, "و", "", "ه"),
    ("مضيفاً", "أضاف", "participle", None, "m", "s", "", "", ""),
    ("ومضيفة", "أضاف", "participle", None, "f", "s", "و", "", ""),
    ("القائلة", "قال", "participle", None, "f", "s", "", "", ""),
    ("اتهمه", "اتهم", "past", 3, "m", "s", "", "", "ه"),
    ("واتهموهما", "اتهم", "past", 3, "m", "p", "و", "", "هما"),
    ("طالبها", "طالب", "past", 3, "m", "s", "", "", "ها"),
    ("أبلغهم", "أبلغ", "past", 3, "m", "s", "", "", "هم"),
    ("يراها", "رأى", "present", 3, "m", "s", "", "", "ها"),
    ("ونفاها", "نفى", "past", 3, "m", "s", "و", "", "ها"),
    ("وورد", "ورد", "past", 3, "m", "s", "و", "", ""),
    ("ورد", "ورد", "past", 3, "m", "s", "", "", ""),
    ("ورد", "رد", "past", 3, "m", "s", "و", "", ""),
    ("فليقل", "قال", "present", 3, "m", "s", "ف", "ل", ""),
]


def _row(reading: Analysis) -> tuple[object, ...]:
    form, prefix = reading.form, "س" if reading.future else reading.prefix
    clitics = (reading.conjunction, prefix, reading.pronoun)
    return (reading.verb.lemma, form.tense, form.person, form.gender, form.number, *clitics)


@pytest.mark.parametrize("row", READINGS, ids=lambda row: f"{row[0]}-{row[1]}")
def test_readings_of_a_token(row: tuple[object, ...]) -> None:
    token, *expected = row
    assert tuple(expected) in {_row(reading) for reading in LEXICON.analyze(fold(str(token)))}


@pytest.mark.parametrize(
    "token",
    ["هناك", "عدة", "المدينة", "لندن", "يجب", "فيلم", "كامل", "بينهم", "نصف", "المعارضة", "مسلمين", "فرد"],
)
def test_words_that_only_look_like_forms(token: str) -> None:
    assert LEXICON.analyze(fold(token)) == ()


SURE = [verb.lemma for verb in LEXICON.verbs.values() if verb.strength == "report"]


@given(st.sampled_from(SURE), st.sampled_from(["", "و", "ف"]), st.data())
def test_a_reading_spells_its_token_again(lemma: str, conjunction: str, data: st.DataObject) -> None:
    found = [form for form in forms(LEXICON.verbs[lemma]) if len(form.key) > 2]
    token = conjunction + data.draw(st.sampled_from(found)).key
    for reading in LEXICON.analyze(token):
        assert token in _spellings(reading)


def _spellings(reading: Analysis) -> set[str]:
    prefix = "س" if reading.future else reading.prefix
    stems = reading.form.joined if reading.pronoun else (reading.form.key,)
    if prefix == "لل":
        stems = tuple(stem.removeprefix("ال") for stem in stems)
    return {reading.conjunction + prefix + stem + reading.pronoun for stem in stems}


FAULTS = [
    # what is put in, what the message must name
    (VERB.replace("أخبر", "أخبـر"), "U+0640"),
    (VERB.replace("يخبر", "یخبر"), "line 4, entry أخبر: U+06CC"),
    (VERB.replace("أخبر", "\ufe83خبر"), "U+FE83"),
    (VERB + VERB.replace("أخبر", "اخبر"), "the same as أخبر after folding"),
    (VERB.replace("stance", "stanse"), "'stanse' is unknown"),
    (VERB.replace('"neutral"', '"calm"'), "stance: 'calm' is unknown"),
    (VERB.replace('"report"', '"sure"'), "strength: 'sure' is unknown"),
    (VERB.replace('["clause"]', '["prep:مع"]'), "frames: 'prep:مع' is unknown"),
    (VERB.replace('["clause"]', '"clause"'), "frames must be a list of strings"),
    (VERB.replace('present = "يخبر"', 'present = "أخبر"'), "present must begin with"),
    (VERB.replace('["أخبر الحارس أن الباب مغلق."]', "[]"), "examples is missing"),
    (VERB + 'passive = ["أخبر"]', "passive must list"),
    (VERB.replace('"أخبر"\n', "أخبر\n"), "not valid TOML"),
    ('[words]\nkana = ["كان", "كانَ"]', "the same as كان after folding"),
    ('[words]\nkana = "كان"', "words.kana must be a list"),
    ("[nouns]", "'nouns' is unknown"),
]


@pytest.mark.parametrize(("text", "message"), FAULTS, ids=lambda value: value[-24:])
def test_faults_are_named_with_file_and_entry(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "own.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(LexiconError) as caught:
        load([path])
    assert message in str(caught.value)
    assert str(path) in str(caught.value)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match=r"own\.toml"):
        load([tmp_path / "own.toml"])


def test_own_entries_replace_and_add(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    added = VERB.replace("أخبر", "زقزق").replace("يخبر", "يزقزق")
    path.write_text(VERB.replace('"neutral"', '"reveal"') + added, encoding="utf-8")
    lexicon = load([path])
    assert lexicon.verbs["أخبر"].stance == "reveal"
    assert lexicon.analyze("وزقزقت")[0].verb.lemma == "زقزق"
    assert lexicon.version != LEXICON.version
    assert LEXICON.analyze("وزقزقت") == ()


def test_own_file_is_read_again_when_it_changes(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text(VERB.replace('"neutral"', '"reveal"'), encoding="utf-8")
    first = load([path])
    path.write_text(VERB.replace('"neutral"', '"admit"'), encoding="utf-8")
    assert load([path]).verbs["أخبر"].stance == "admit"
    assert load([path]).version != first.version


def test_the_package_lexicon_is_loaded_once() -> None:
    assert load() is load()


def test_verb_examples_are_arabic_sentences() -> None:
    for verb in LEXICON.verbs.values():
        for sentence in (*verb.examples, *verb.not_examples):
            assert sentence[-1] in ".؟!"
            assert len(sentence.split()) > 2
