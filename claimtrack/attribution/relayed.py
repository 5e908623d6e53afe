"""Whom a relay had it from, between its verb and the content (نقلت … عن مصدر قوله إن …)."""

from __future__ import annotations

from claimtrack.attribution.clauses import clause_after, is_name
from claimtrack.attribution.complement import Complement
from claimtrack.attribution.continuations import past_bare
from claimtrack.attribution.document import Document, Range
from claimtrack.attribution.heads import known_head
from claimtrack.attribution.noun_phrase import outlet_at, phrase_end
from claimtrack.attribution.objects import object_start
from claimtrack.attribution.refusals import refusal_end
from claimtrack.attribution.small_words import (
    ASSERTIONS,
    BARE,
    FULL,
    RELATIVES,
    RELAYING,
    SAY,
)
from claimtrack.attribution.verbal_nouns import verbal_noun
from claimtrack.lexicon import Analysis

_RELATIVE = 40  # tokens


def relayed(doc: Document, i: int, about: int, reading: Analysis, limit: int) -> Complement | None:
    """نقلت … عن X قوله إن / كشف موقع … عن مصادر أن: X is the source, the subject is the relay."""
    start = about + 2 if doc.key(about + 1) == "لسان" else about + 1
    end = phrase_end(doc, start, limit)
    if end <= start:
        return None
    hops: list[Range] = []
    while (following := _next_hop(doc, start, end, limit)) is not None:
        hops.insert(0, (start, end))
        start, end = following
    noun = _told(doc, start, end, limit) if reading.verb.lemma in RELAYING else None
    if noun is not None:
        return Complement(about, noun, "relay", (start, min(noun, end)), hops=tuple(hops))
    behind = _past_relative(doc, end, limit)
    for j in range(refusal_end(doc, behind, limit), min(behind + 14, limit)):
        key = doc.keys[j]
        if key in BARE or key in FULL or doc.is_colon(j) or says(doc, j):
            quoted = doc.key(about + 1) == "لسان"
            if not (quoted or reading.verb.lemma in RELAYING or _is_speaker(doc, start)):
                return None
            found = content_after(doc, j, limit)
            return (
                Complement(about, found, "relay", (start, end), hops=tuple(hops))
                if found is not None
                else None
            )
        if (
            j in doc.opened
            and reading.verb.lemma in RELAYING
            and not is_name(doc, i, j, doc.opened[j].close, limit)
        ):
            return Complement(about, j, "relay", (start, end), hops=tuple(hops))
        if doc.finite(j) is not None:
            return None
    return None


def _past_relative(doc: Document, end: int, limit: int) -> int:
    """Past a relative clause between commas (نقلت … عن الشاب، الذي يرقد في المستشفى بعد أن …، | قوله إن); else `end`."""
    if doc.key(end) != "،" or doc.key(end + 1) not in RELATIVES:
        return end
    commas = (j for j in range(end + 2, min(end + _RELATIVE, limit - 1)) if doc.keys[j] == "،")
    return next((j + 1 for j in commas if says(doc, j + 1) or doc.keys[j + 1] in BARE | FULL), end)


def _told(doc: Document, start: int, end: int, limit: int) -> int | None:
    """What was had from somebody, when a verbal noun says it (نقلت … عن مصدر أمني | اعتقال …)."""
    within = object_start(doc, start, end) if known_head(doc, start) else None
    if within is not None and not says(doc, within) and not clause_after(doc, within, limit):
        return within
    noun = end + 1 if doc.key(end) == "،" else end
    return noun if noun < limit and verbal_noun(doc, noun) and noun not in doc.refusals else None


def _next_hop(doc: Document, start: int, end: int, limit: int) -> Range | None:
    """Who stands behind a relay: عن صحيفة كذا | عن مصدر, عن صحيفة كذا | نقلا عن مصدر, عن وكالة قول | فلان."""
    saying = doc.masdar(end) if end < limit else None
    behind = end
    if saying is not None and saying.verb.lemma in SAY and not saying.pronoun:
        behind = end + 1
    elif outlet_at(doc, start, end) is not None:
        behind = end + 1 if doc.key(end) == "نقلا" else end
        behind = behind + 1 if doc.key(behind) == "عن" else end
    found = phrase_end(doc, behind, limit) if behind > end else behind
    return (behind, found) if found > behind > end else None


def says(doc: Document, j: int) -> bool:
    """قوله, قولها, تأكيده: a verbal noun with the speaker's pronoun."""
    reading = doc.masdar(j)
    return reading is not None and bool(reading.pronoun) and reading.verb.strength == "report"


def content_after(doc: Document, j: int, limit: int) -> int | None:
    """The start of the content when token j introduces it, directly or after قوله, نفيها."""
    if says(doc, j) and j + 1 < limit and verbal_noun(doc, j + 1):
        return j + 1
    if doc.key(j) in ASSERTIONS:
        return j
    for k in range(j, min(j + 14, limit)):
        if doc.keys[k] in BARE:
            return k + 1
        if doc.keys[k] in FULL or (k in doc.opened and len(doc.words((k, doc.opened[k].close))) > 3):
            return k
        if doc.is_colon(k):
            return past_bare(doc, k + 1, limit)
    return None


def _is_speaker(doc: Document, i: int) -> bool:
    gazetteer = doc.gazetteer
    key = doc.keys[i]
    return (
        key in gazetteer.anonymous_heads
        or key in gazetteer.roles
        or key in gazetteer.outlet_heads
        or key in gazetteer.titles
    )
