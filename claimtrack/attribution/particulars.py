"""What an article tells of each source beyond its name, for all claims of the article at once.

Gathers the mentions of every source; what they tell is for `anonymity` and `offices`.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from claimtrack.attribution.anonymity import Naming, anonymity
from claimtrack.attribution.candidate import Candidate
from claimtrack.attribution.document import Document
from claimtrack.attribution.identities import Identity
from claimtrack.attribution.offices import office
from claimtrack.models import Anonymity, Office


class Particulars(NamedTuple):
    """What is told of one source, as far as it is of the kind that it can be told of."""

    anonymity: Anonymity | None = None
    office: Office | None = None


def particulars(
    doc: Document, candidates: Sequence[Candidate], identities: Sequence[Identity | None]
) -> list[Particulars]:
    """What the article tells of the source of each candidate."""
    starts = [sentence[0] for sentence in doc.sentences]
    sources = sorted(candidate.source[0] for candidate in candidates if candidate.source)
    namings: dict[int, list[Naming]] = {}
    for candidate, identity in zip(candidates, identities, strict=True):
        if identity is not None and identity.kind in ("anonymous", "person") and candidate.source:
            naming = _naming(doc, candidate, sources, starts)
            namings.setdefault(id(identity), []).append(naming)
    met = {id(who): who for who in identities if who is not None}
    told = {key: _told(doc, who, namings.get(key, [])) for key, who in met.items()}
    return [told[id(who)] if who is not None else Particulars() for who in identities]


def _told(doc: Document, identity: Identity, namings: list[Naming]) -> Particulars:
    if identity.kind == "anonymous":
        return Particulars(anonymity=anonymity(doc, namings, identity.name))
    if identity.kind == "person":
        return Particulars(office=office(doc, [(naming.found, naming.skip) for naming in namings]))
    return Particulars()


def _naming(doc: Document, candidate: Candidate, sources: Sequence[int], starts: Sequence[int]) -> Naming:
    """The mention of a candidate; what begins behind the next source of its sentence is not about it."""
    assert candidate.source is not None
    found = candidate.source
    sentence = bisect_right(starts, found[0]) - 1
    end = doc.sentences[sentence][1] if sentence >= 0 else found[1]
    following = bisect_left(sources, found[1])
    limit = min(end, sources[following] + 1) if following < len(sources) else end
    return Naming(found, limit, end, tuple(candidate.content), candidate.source_skip)
