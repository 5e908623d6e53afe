"""Construction: participles and verbal nouns that go on with a speaker (مشيرا إلى, قائلا, بقوله)."""

from __future__ import annotations

from claimtrack.attribution.candidate import Candidate
from claimtrack.attribution.content import content_from
from claimtrack.attribution.continuations import continuing_participle, participle_complement
from claimtrack.attribution.document import Document
from claimtrack.attribution.small_words import BARE, FULL


def find(doc: Document, i: int, begin: int, limit: int) -> Candidate | None:
    """The attribution whose cue is the participle at token i."""
    if not continuing_participle(doc, i, limit):
        return None
    reading = doc.participle(i)
    complement = participle_complement(doc, i, limit)
    if reading is None or complement is None:
        return None
    cue_end, start = complement
    content = content_from(doc, start, limit, after_colon=doc.is_colon(start - 1))
    if not content:
        return None
    return Candidate(
        rule="participle",
        entry=reading.verb.lemma,
        lemma=reading.verb.lemma,
        stance=reading.verb.stance,
        cue=(i, cue_end),
        content=content,
        gender=reading.form.gender or "",
        number=_number(doc, i) or reading.form.number or "",
        skip=1
        if doc.keys[start][0] in "بل"
        and not doc.keys[start].startswith("لل")
        and doc.keys[start - 1] not in BARE
        and start == content[0][0]
        and "prep:ب" in reading.verb.frames
        and doc.keys[start] not in FULL
        else 0,
    )


def _number(doc: Document, i: int) -> str:
    """Plural where the letters could be dual, too (مؤكدين)."""
    return "p" if any(r.form.tense == "participle" and r.form.number == "p" for r in doc.readings[i]) else ""
