"""Who reports for an outlet (مراسل الجزيرة في الواحة, مصور لوكالة الأنباء): the outlet, and the name if one is told.

Finds both in the words of the article; whom they mean is for `resolution`.
"""

from __future__ import annotations

from claimtrack.attribution.document import PREPOSITIONS, Document, Range
from claimtrack.attribution.mention import Mention, bare_key
from claimtrack.attribution.noun_phrase import outlet_at, phrase_end
from claimtrack.attribution.small_words import CORRESPONDENTS, REPORTERS

MAX_WORDS = 8  # from مراسل to the first name, past outlet and place


def reporters_outlet(doc: Document, found: Range) -> Range | None:
    """The outlet of a correspondent (مراسل قناة «…» في القاهرة); None where no correspondent reports."""
    for i in range(found[0], min(found[0] + 3, found[1])):
        key = doc.keys[i].removeprefix("ال")
        reports = key in CORRESPONDENTS or key in REPORTERS
        if (reports or key in doc.gazetteer.roles) and i + 1 < found[1]:
            outlet = outlet_at(doc, i + 1, found[1], first=_behind_li(doc, i + 1) if key in REPORTERS else "")
            if outlet is None and key in CORRESPONDENTS:
                stop = (j for j in range(i + 1, found[1]) if _somewhere(doc, j))
                outlet = doc.strip((i + 1, next(stop, found[1])))
            if outlet is not None and outlet[1] > outlet[0]:
                return outlet
    return None


def reporters_name(doc: Document, mention: Mention) -> Range | None:
    """The name that stands elsewhere behind the same reporter (مراسل الميناء في الواحة | سليم الحداد)."""
    for i in doc.elsewhere(mention.words[:1], mention.found):
        behind = range(i + 2, min(i + MAX_WORDS, len(doc)))
        first = next((j for j in behind if doc.keys[j] in doc.gazetteer.given_names), None)
        if first is not None and not any(doc.finite(j) for j in range(i + 1, first)):
            return first, phrase_end(doc, first, min(first + 4, len(doc)))
    return None


def _behind_li(doc: Document, i: int) -> str:
    key = doc.keys[i]
    return bare_key(key) if key.startswith("ل") and len(key) > 3 else ""


def _somewhere(doc: Document, i: int) -> bool:
    """Whether a preposition begins here that tells where a reporter is (في الواحة, بالواحة)."""
    return doc.keys[i] in PREPOSITIONS or doc.keys[i].startswith("بال")
