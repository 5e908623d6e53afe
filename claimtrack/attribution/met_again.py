"""Construction: an outlet relays somebody met before, by a pronoun (ونقلت عنه صحيفة «…» قوله إن …).

The outlet is the relay; who the pronoun means is for resolution.
"""

from __future__ import annotations

from claimtrack.attribution.candidate import Candidate
from claimtrack.attribution.content import content_from
from claimtrack.attribution.document import Document, Range
from claimtrack.attribution.noun_phrase import outlet_at, phrase_end
from claimtrack.attribution.outlets import enclosed_name
from claimtrack.attribution.small_words import BARE, FULL, RELAYING
from claimtrack.lexicon import Analysis

ABOUT = {"عنه": ("m", "s"), "عنها": ("f", "s"), "عنهم": ("m", "p")}
NEAR = 6  # tokens from the outlet to what opens the content


def find(doc: Document, i: int, reading: Analysis, limit: int) -> Candidate | None:
    """The attribution of نقل عنه and its like at token i."""
    if reading.verb.lemma not in RELAYING or i + 2 >= limit:
        return None
    first = i + 2 if doc.keys[i + 1] in ABOUT else i + 1
    outlet = (
        enclosed_name(doc, first, limit)
        or outlet_at(doc, first, limit)
        or (first, phrase_end(doc, first, limit))
    )
    agreement = ABOUT.get(doc.keys[i + 1] if first == i + 2 else doc.key(outlet[1]))
    start = _content_start(doc, outlet[1], limit)
    if agreement is None or start is None or outlet[1] <= first:
        return None
    content = content_from(doc, start, limit)
    return _candidate(i, reading, agreement, outlet, content) if content else None


def _candidate(
    i: int, reading: Analysis, agreement: tuple[str, str], outlet: Range, content: list[Range]
) -> Candidate:
    return Candidate(
        rule="verb:pronoun",
        entry=reading.verb.lemma,
        lemma=reading.verb.lemma,
        stance=reading.verb.stance,
        cue=(i, i + 1),
        content=content,
        via=(outlet,),
        gender=agreement[0],
        number=agreement[1],
    )


def _content_start(doc: Document, end: int, limit: int) -> int | None:
    for j in range(end, min(end + NEAR, limit)):
        if doc.keys[j] in FULL or j in doc.opened:
            return j
        if (doc.keys[j] in BARE or doc.is_colon(j)) and j + 1 < limit:
            return j + 1
    return None
