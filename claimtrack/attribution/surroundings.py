"""The content before, after or on both sides of an attribution that stands inside its own sentence."""

from __future__ import annotations

from claimtrack.attribution.candidate import Candidate
from claimtrack.attribution.channels import find_channels
from claimtrack.attribution.content import content_from, indirect_end
from claimtrack.attribution.continuations import continuing_participle
from claimtrack.attribution.document import PREPOSITIONS, Document, Range
from claimtrack.attribution.outlets import enclosed_name
from claimtrack.attribution.small_words import ACCORDING, BARE, FULL, MARKS, OPENERS, RELATIVES
from claimtrack.lexicon.words import words

RESUMPTIVES = words("resumptives")
RESUMED = words("resumed")  # they open the content and belong to it


def around(
    doc: Document,
    cue: Range,
    source: Range | None,
    end: int,
    begin: int,
    limit: int,
    *,
    going_on: bool = False,
) -> Candidate | None:
    """The content before, after or on both sides of an attribution that occupies [cue start, end).

    `going_on` says that what follows is known to be content.
    """
    while end < limit and doc.keys[end] in RELATIVES:
        comma = next((j for j in range(end, limit) if doc.keys[j] in ("،", ".", "؛", ":")), limit)
        end = comma
    channels = []
    zone = end
    while (
        zone < limit
        and doc.keys[zone] not in MARKS
        and doc.keys[zone] not in BARE | RESUMPTIVES | RESUMED
        and doc.keys[zone] not in FULL
        and (zone not in doc.opened or enclosed_name(doc, zone, limit) is not None)
        and zone - end < 16
    ):
        zone = doc.opened[zone].close + 1 if zone in doc.opened else zone + 1
    if zone < limit and zone > end and cue[0] != begin and doc.keys[zone] in ("،", ".", "-", ")", "؛"):
        channels = find_channels(doc, end, zone)
        end = zone
    before = doc.strip((_past_dateline(doc, begin, cue[0]), cue[0]))
    leading = (
        doc.key(cue[0] - 1) in BARE
        or doc.key(cue[0] - 1) in FULL
        or doc.key(cue[0] - 1) in ("بينما", "فيما", "لكن", "ولكن", "حيث", "اذ")
    )
    initial = len(doc.words((begin, cue[0]))) <= (0 if going_on else 1) or leading
    found = Candidate(
        rule="preposition",
        entry="",
        lemma="",
        stance="neutral",
        cue=cue,
        content=[],
        source=source,
        via=tuple(channels),
    )
    if initial:
        pause = next(
            (
                j
                for j in range(end, min(end + 12, limit))
                if doc.keys[j] in ("،", "؛") or doc.keys[j] in BARE or doc.keys[j] in RESUMPTIVES | RESUMED
            ),
            None,
        )
        start = _content_start(doc, end if pause is None else pause, limit)
        if start >= limit or not any(doc.is_word(j) for j in range(start, limit)):
            previous = max((s for s in doc.sentences if s[1] == begin), default=None)
            if previous is None:
                return None
            found.content = [doc.strip(previous)]
            found.rule = "preposition:after"
            return found
        finish = indirect_end(doc, start, limit)
        content = doc.strip((start, finish))
        found.content = [content] if content[1] > content[0] else []
        found.via = (*found.via, *(find_channels(doc, end, pause) if pause is not None else ()))
        found.rule = "preposition:before"
        return found if found.content else None
    found.content = [before] if before[1] > before[0] else []
    found.rule = "preposition:after"
    if doc.is_colon(end) and doc.key(cue[0]).removeprefix("و") == "علي":
        found.content = content_from(doc, end + 1, limit, after_colon=True)  # على لسان المدير: «…»
        return found if found.content else None
    rest = doc.strip((end, limit))
    dashed = doc.keys[cue[0] - 1] in ("-", "(") and doc.key(end) in ("-", ")")
    if rest[1] - rest[0] >= 2 and (
        dashed or going_on or _led_up(doc, begin, cue[0]) or _goes_on(doc, rest[0], limit)
    ):
        finish = indirect_end(doc, rest[0], limit)
        found.content.append(doc.strip((rest[0], finish)))
        found.rule = "preposition:inside"
    return found if found.content else None


def _led_up(doc: Document, begin: int, cue: int) -> bool:
    """Whether only an adverbial or أما with its topic stands before the attribution."""
    if doc.keys[begin].removeprefix("و") == "اما":
        return True
    opener = doc.keys[begin].removeprefix("و")
    adverbial = opener in PREPOSITIONS or opener in OPENERS
    return adverbial and cue - begin <= 5 and "،" not in doc.keys[begin : cue - 1]


def _past_dateline(doc: Document, begin: int, cue: int) -> int:
    """Past a dateline that shares its sentence with the lead (المدينة - «الصحيفة»: قتل …)."""
    colon = next((j for j in range(begin, min(begin + 9, cue)) if doc.keys[j] == ":"), None)
    if colon is None or "-" not in doc.keys[begin:colon]:
        return begin
    return colon + 1


def _content_start(doc: Document, end: int, limit: int) -> int:
    start = end
    while start < limit and (
        doc.keys[start] in ("،", ":", "؛") or doc.keys[start] in BARE or doc.keys[start] in RESUMPTIVES
    ):
        start += 1
    return start


def _goes_on(doc: Document, i: int, limit: int) -> bool:
    """Whether the sentence goes on with the same content behind the attribution."""
    key = doc.keys[i]
    if key.startswith("و") or (key.startswith("ف") and len(key) > 4) or key in RELATIVES or key in ACCORDING:
        return False
    return not (
        continuing_participle(doc, i, limit) or key in words("clause_openers") or doc.finite(i) is not None
    )
