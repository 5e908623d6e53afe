"""Inflection of the nouns that name sources: number, article, pronoun, all as folded keys.

A noun is written in the word files on one line, `مسؤول: ون ة` or `مصدر: مصادر`: the singular, then
its marks; any word that is no mark is a broken plural. The marks are:

    ون ات   sound plurals          ة   has a feminine, with its own plural
    نا      takes pronouns         -   has no dual
    ال      singular only with the article (bare it is another word: بحث, أم)
    +       only the plural names a source (أوساط, نتائج)
    f m     gender, where ة or its absence would mislead

It knows no broken plural by itself, and nothing about verbs.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from claimtrack.text.folding import fold

PRONOUNS = ("نا", "ه", "ها", "هم", "هما")
_MARKS = frozenset(("ون", "ات", "ه", "نا", "-", "ال", "+", "f", "m"))  # ة is ه once folded


class Head(NamedTuple):
    """One form of a head noun; `key` is the folded singular that all forms of the noun share.

    `gender` is m or f, of a plural that of its singular; `number` is singular, dual or plural.
    `definite` is true with article or pronoun; a form without either may still be definite by the
    noun after it (`وزير الخارجية`), which is for the caller to see. `office`: when definite it
    names whoever holds a unique office.
    """

    key: str
    gender: str
    number: str
    definite: bool
    office: bool = False


def inflect(block: str, *, office: bool = False) -> dict[str, Head]:
    """All forms of the nouns of a block, one noun a line; the first noun to claim a form keeps it."""
    forms: dict[str, Head] = {}
    for line in fold(block).split("\n"):
        lemma, _, marks = line.partition(":")
        if lemma := lemma.strip():
            _add_noun(forms, lemma, marks.split(), office)
    return forms


def _add_noun(forms: dict[str, Head], lemma: str, marks: list[str], office: bool) -> None:
    feminine = lemma.endswith("ه") and "m" not in marks
    gender = "f" if feminine or "f" in marks else "m"
    for number, free, annexed in _numbers(lemma, marks):
        bare = Head(lemma, gender, number, False, office)
        known = Head(lemma, gender, number, True, office)
        for form in free:
            forms.setdefault("ال" + form, known)
        if number == "plural" or "ال" not in marks:
            for form in (*free, *annexed):
                forms.setdefault(form, bare)
    if "نا" in marks:
        known = Head(lemma, gender, "singular", True, office)
        for pronoun in PRONOUNS:
            forms.setdefault(_stem(lemma) + pronoun, known)
    if "ه" in marks:
        _add_noun(forms, lemma + "ه", ["ات", *(mark for mark in marks if mark in ("نا", "-", "ال"))], office)


def _numbers(lemma: str, marks: list[str]) -> Iterator[tuple[str, list[str], list[str]]]:
    """For each number: its name, the forms that take the article, and those that never do."""
    plurals = [mark for mark in marks if mark not in _MARKS]
    if "ات" in marks:
        plurals.append(lemma.removesuffix("ه") + "ات")
    sound = "ون" in marks
    if "+" not in marks:
        yield "singular", [lemma], [] if lemma.endswith(("ه", "ا")) else [lemma + "ا"]
    if sound or plurals:
        joined = [lemma + "ون", lemma + "ين"] if sound else []
        yield "plural", plurals + joined, [lemma + "و", lemma + "ي"] if sound else []
    if not {"-", "+"}.intersection(marks):
        stem = _stem(lemma)
        yield "dual", [stem + "ان", stem + "ين"], [stem + "ا"]


def _stem(lemma: str) -> str:
    """What endings join: ة opens into ت."""
    return lemma[:-1] + "ت" if lemma.endswith("ه") else lemma
