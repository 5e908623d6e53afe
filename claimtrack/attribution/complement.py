"""Where the complement of a reporting verb is introduced, and by what."""

from __future__ import annotations

from dataclasses import dataclass

from claimtrack.attribution.document import Range
from claimtrack.lexicon import Analysis


@dataclass(frozen=True, slots=True)
class Complement:
    """Where the complement of a verb is introduced, where its content starts, and by what."""

    intro: int
    start: int
    kind: str  # clause, colon, quote, preposition, object
    relay: Range | None = None  # with نقل عن: who is quoted
    clause: bool = False  # a preposition that governs أن
    hops: tuple[Range, ...] = ()  # relays between the subject and the one quoted, nearest the latter first
    noun: Analysis | None = None  # with جدد الدعوة: the noun that says what was said, at token `named`
    named: int = 0
