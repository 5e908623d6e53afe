"""What a construction proposes: one attribution as ranges of tokens, not yet resolved."""

from __future__ import annotations

from dataclasses import dataclass

from claimtrack.attribution.document import Range

NEAR = 20  # candidates back that can still have to do with one


@dataclass(slots=True)
class Candidate:
    """One attribution found by a construction.

    `via` holds the ranges that name relays, nearest the source first. `gender` and `number` are those of
    the cue, for agreement; empty when it shows none. `skip` and `source_skip` count the letters of a
    proclitic at the head of content and source (ب, ل) that belong to neither. `documents` are the heads of
    documents the source speaks in. `impersonal` marks يقال and يُعتقد: nobody is named or meant.
    """

    rule: str
    entry: str
    lemma: str
    stance: str
    cue: Range
    content: list[Range]
    source: Range | None = None
    via: tuple[Range, ...] = ()
    negated: bool = False
    gender: str = ""
    number: str = ""
    documents: frozenset[str] = frozenset()
    impersonal: bool = False
    skip: int = 0
    source_skip: int = 0

    @property
    def start(self) -> int:
        """The first token of cue, source and content."""
        return min([self.cue[0], *(r[0] for r in self.content)] + ([self.source[0]] if self.source else []))

    def covers(self, found: Range) -> bool:
        """Whether one fragment of the content holds the whole range."""
        return any(a <= found[0] and found[1] <= b for a, b in self.content)
