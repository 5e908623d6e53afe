"""The forms of reporting verbs: one table per root class, and what no class may break."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.lexicon import Verb, load
from claimtrack.lexicon.inflection import Form, forms
from claimtrack.text.folding import fold

PAST, PRESENT = "past", "present"


def _verb(lemma: str, present: str, **parts: tuple[str, ...]) -> Verb:
    return Verb(lemma, present, "neutral", "report", ("clause",), ("مثال",), **parts)


def _keys(found: Iterable[Form], tense: str, person: int, gender: str | None, number: str) -> set[str]:
    slot = (tense, person, gender, number)
    return {form.key for form in found if (form.tense, form.person, form.gender, form.number) == slot}


FINITE = [
    # lemma, present, tense, person, gender, number, the forms
    ("ذكر", "يذكر", PAST, 3, "f", "s", "ذكرت"),  # sound
    ("ذكر", "يذكر", PAST, 3, "m", "d", "ذكرا"),
    ("ذكر", "يذكر", PAST, 3, "f", "d", "ذكرتا"),
    ("ذكر", "يذكر", PAST, 3, "m", "p", "ذكروا"),
    ("ذكر", "يذكر", PRESENT, 3, "m", "p", "يذكرون يذكروا"),
    ("ذكر", "يذكر", PRESENT, 3, "f", "d", "تذكران تذكرا"),
    ("أعلن", "يعلن", PAST, 1, None, "p", "أعلنا"),  # the n of stem and ending melt
    ("أثبت", "يثبت", PAST, 1, None, "s", "أثبت"),  # so does the t
    ("قال", "يقول", PAST, 3, "f", "d", "قالتا"),  # hollow
    ("قال", "يقول", PAST, 1, None, "s", "قلت"),
    ("قال", "يقول", PAST, 3, "f", "p", "قلن"),
    ("قال", "يقول", PRESENT, 3, "m", "s", "يقول يقل"),
    ("قال", "يقول", PRESENT, 3, "f", "p", "يقلن"),
    ("أشار", "يشير", PAST, 1, None, "p", "أشرنا"),  # hollow, augmented
    ("أشار", "يشير", PRESENT, 3, "f", "s", "تشير تشر"),
    ("بين", "يبين", PAST, 1, None, "s", "بينت"),  # a ya in the middle does not make it hollow
    ("بين", "يبين", PRESENT, 3, "m", "s", "يبين"),
    ("ناشد", "يناشد", PAST, 1, None, "s", "ناشدت"),  # nor does a long vowel after the first letter
    ("تساءل", "يتساءل", PAST, 3, "m", "p", "تساءلوا"),
    ("دعا", "يدعو", PAST, 3, "f", "s", "دعت"),  # defective in waw
    ("دعا", "يدعو", PAST, 3, "m", "p", "دعوا"),
    ("دعا", "يدعو", PAST, 1, None, "s", "دعوت"),
    ("دعا", "يدعو", PRESENT, 3, "m", "s", "يدعو يدع"),
    ("دعا", "يدعو", PRESENT, 3, "m", "d", "يدعوان يدعوا"),
    ("نفى", "ينفي", PAST, 3, "f", "s", "نفت"),  # defective in ya
    ("نفى", "ينفي", PAST, 3, "m", "d", "نفيا"),
    ("نفى", "ينفي", PRESENT, 3, "m", "p", "ينفون ينفوا"),
    ("ادعى", "يدعي", PAST, 1, None, "p", "ادعينا"),
    ("رأى", "يرى", PAST, 3, "f", "s", "رأت"),
    ("رأى", "يرى", PAST, 3, "m", "p", "رأوا"),
    ("رأى", "يرى", PRESENT, 3, "m", "p", "يرون يروا"),
    ("رأى", "يرى", PRESENT, 3, "m", "d", "يريان يريا"),
    ("خشي", "يخشى", PAST, 3, "f", "s", "خشيت"),
    ("خشي", "يخشى", PAST, 3, "m", "p", "خشوا"),
    ("وصف", "يصف", PAST, 3, "m", "p", "وصفوا"),  # assimilated: the waw shows in the present's spelling
    ("وصف", "يصف", PRESENT, 3, "f", "s", "تصف"),
    ("حث", "يحثّ", PAST, 3, "m", "p", "حثوا"),  # doubled
    ("حث", "يحثّ", PAST, 1, None, "s", "حثثت"),
    ("أصر", "يصرّ", PAST, 1, None, "p", "أصررنا"),
    ("أصر", "يصرّ", PRESENT, 3, "f", "p", "يصررن"),
    ("أمل", "يأمل", PRESENT, 1, None, "s", "آمل"),  # two hamzas melt
    ("أكد", "يؤكد", PRESENT, 1, None, "s", "أؤكد"),
    ("تنبأ", "يتنبأ", PAST, 3, "m", "d", "تنبآ"),  # hamza at the end, both spellings
    ("تنبأ", "يتنبأ", PAST, 3, "m", "p", "تنبأوا تنبؤوا"),
    ("تنبأ", "يتنبأ", PRESENT, 3, "m", "p", "يتنبأون يتنبؤون يتنبأوا يتنبؤوا"),
    ("هنأ", "يهنئ", PRESENT, 3, "m", "p", "يهنئون يهنئوا"),
]


@pytest.mark.parametrize(("lemma", "present", "tense", "person", "gender", "number", "expected"), FINITE)
def test_finite_forms(
    lemma: str, present: str, tense: str, person: int, gender: str | None, number: str, expected: str
) -> None:
    found = _keys(forms(_verb(lemma, present)), tense, person, gender, number)
    assert found == {fold(word) for word in expected.split()}


PASSIVE = [
    # lemma, present, passive, some of its forms
    ("قال", "يقول", ("قيل", "يقال"), "قيل قيلت يقال تقال"),
    ("أشار", "يشير", ("أشير", "يشار"), "أشير يشار"),
    ("دعا", "يدعو", ("دعي", "يدعى"), "دعي دعيت دعوا يدعى يدعون"),
]


@pytest.mark.parametrize(("lemma", "present", "passive", "expected"), PASSIVE)
def test_passive_forms(lemma: str, present: str, passive: tuple[str, ...], expected: str) -> None:
    found = {form.key for form in forms(_verb(lemma, present, passive=passive)) if form.passive}
    assert found >= {fold(word) for word in expected.split()}
    assert all(not form.joined for form in forms(_verb(lemma, present, passive=passive)) if form.passive)


PARTICIPLES = [
    # participle, all its undetermined forms
    ("مشير", "مشيرا مشيرة مشيران مشيرين مشيرتان مشيرتين مشيرون مشيرات"),
    ("داعي", "داعيا داعية داعيان داعيين داعيتان داعيتين داعون داعين داعيات"),
    ("متنبئ", "متنبئا متنبئة متنبئان متنبئين متنبئتان متنبئتين متنبئون متنبئات"),
]


@pytest.mark.parametrize(("participle", "expected"), PARTICIPLES)
def test_participles(participle: str, expected: str) -> None:
    verb = _verb("أشار", "يشير", participle=(participle,))
    found = {form.key for form in forms(verb) if form.tense == "participle" and not form.definite}
    assert found == {fold(word) for word in expected.split()}


JOINED = [
    # form, how it is spelled before a pronoun
    (_verb("اتهم", "يتهم"), "اتهموا", "اتهمو"),
    (_verb("اتهم", "يتهم"), "يتهمون", "يتهمون"),
    (_verb("نفى", "ينفي"), "نفى", "نفا"),
    (_verb("رأى", "يرى"), "رأى", "را"),
    (_verb("رأى", "يرى"), "يرى", "يرا"),
    (_verb("أشار", "يشير", masdar=("إشارة",)), "إشارة", "اشارت"),
    (_verb("شكا", "يشكو", masdar=("شكوى",)), "شكوى", "شكوا"),
    (_verb("ادعى", "يدعي", masdar=("ادعاء",)), "ادعاء", "ادعاء ادعاو ادعاي"),
]


@pytest.mark.parametrize(("verb", "word", "expected"), JOINED)
def test_stems_before_a_pronoun(verb: Verb, word: str, expected: str) -> None:
    found = {stem for form in forms(verb) if form.key == fold(word) for stem in form.joined}
    assert found == set(expected.split())


@pytest.mark.parametrize("verb", load().verbs.values(), ids=lambda verb: verb.lemma)
def test_every_verb_has_whole_paradigms_of_folded_arabic_keys(verb: Verb) -> None:
    found = list(forms(verb))
    assert len(_keys(found, PAST, 3, "m", "s")) >= 1
    assert len(_keys(found, PRESENT, 3, "f", "s")) >= 1
    for form in found:
        assert form.key == fold(form.key)
        assert all("ء" <= letter <= "ي" for letter in form.key)
        assert len(form.key) > 1


@given(st.sampled_from(sorted(load().verbs)), st.data())
def test_no_form_is_made_twice(lemma: str, data: st.DataObject) -> None:
    found = list(forms(load().verbs[lemma]))
    form = data.draw(st.sampled_from(found))
    assert found.count(form) == 1
