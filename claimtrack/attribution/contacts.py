"""Whom an outlet says it has spoken to («الصباح» تواصلت مع المدير سالم الحمود): what they say later comes through it.

Finds outlet and person in the story's own sentences; these sentences are no claims.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from claimtrack.attribution.document import Document, Range
from claimtrack.attribution.noun_phrase import outlet_at, phrase_end
from claimtrack.attribution.outlets import enclosed_name
from claimtrack.attribution.understanding import describe
from claimtrack.lexicon.words import words

CONTACTED = words("contacted")
TO_SOMEBODY = frozenset(("مع", "الي", "علي"))
MAX_NAME = 6  # words of an outlet's name


class Contact(NamedTuple):
    """An outlet, whom it has reached, and the letters of a proclitic before that person."""

    outlet: Range
    person: Range
    skip: int


def find_contacts(doc: Document) -> list[Contact]:
    """The people an article's outlets say they have spoken to, in text order."""
    return list(_contacts(doc))


def _contacts(doc: Document) -> Iterator[Contact]:
    for begin, limit in doc.sentences:
        for i in range(begin, limit):
            if doc.keys[i].removeprefix("و") not in CONTACTED:
                continue
            outlet = _behind(doc, i + 1, limit) or _before(doc, i, begin)
            if outlet is None:
                continue
            person = _person(doc, max(i + 1, outlet[1]), limit)
            if person is not None:
                yield Contact(outlet, *person)


def _behind(doc: Document, i: int, limit: int) -> Range | None:
    found = (enclosed_name(doc, i, limit) or outlet_at(doc, i, limit)) if i < limit else None
    if found is None:
        return None
    people = (
        j
        for j in range(i + 1, found[1])
        if doc.keys[j].startswith("بال") or doc.keys[j] in doc.gazetteer.roles
    )
    return found[0], next(people, found[1])


def _before(doc: Document, verb: int, begin: int) -> Range | None:
    """The outlet that ends right before the verb."""
    for start in range(max(begin, verb - MAX_NAME), verb):
        found = enclosed_name(doc, start, verb + 1) or outlet_at(doc, start, verb)
        if found is not None and verb - found[1] <= 1:
            return found
    return None


def _person(doc: Document, i: int, limit: int) -> tuple[Range, int] | None:
    """Who is reached, behind مع or إلى or written together with ب."""
    i += i < limit and doc.keys[i] in TO_SOMEBODY
    if i >= limit or not doc.is_word(i):
        return None
    found = (i, phrase_end(doc, i, limit))
    key = doc.keys[i]
    skip = int(key.startswith("بال") or (key.startswith("ب") and key[1:] in doc.gazetteer.roles))
    named = found[1] > found[0] and describe(doc, found, skip).kind in ("person", "anonymous")
    return (found, skip) if named else None
