"""Speech behind a colon without quotation marks: in the first person it goes on over several sentences."""

from __future__ import annotations

from claimtrack.attribution.document import Document
from claimtrack.attribution.heads import known_head
from claimtrack.attribution.small_words import FIRST_PERSON
from claimtrack.text.tokens import BREAK

_MAX_SENTENCES = 6


def spoken_limit(doc: Document, start: int, limit: int) -> int:
    """Where speech that begins at token `start` ends: its sentence, and those behind it that say I or we."""
    if not _first_person(doc, start, limit):
        return limit
    here = doc.sentence_at(start)
    for begin, end in doc.sentences[here + 1 : here + _MAX_SENTENCES]:
        if begin != limit or BREAK in doc.keys[limit - 1 : begin + 1]:
            break
        if not _first_person(doc, begin, end) or _somebody_else(doc, begin, end):
            break
        limit = end
    return limit


def _first_person(doc: Document, start: int, end: int) -> bool:
    return any(
        doc.keys[i] in FIRST_PERSON or (len(doc.keys[i]) > 4 and doc.keys[i].endswith("نا"))
        for i in range(start, end)
    )


def _somebody_else(doc: Document, begin: int, end: int) -> bool:
    """Whether a reporting verb opens the sentence, or somebody stands before one."""
    for i in range(begin, min(begin + 4, end)):
        reading = doc.finite(i)
        if reading is not None and reading.form.person == 3 and reading.verb.strength != "optional":
            return i == begin or bool(reading.conjunction) or known_head(doc, begin)
    return False
