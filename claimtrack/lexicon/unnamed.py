"""The words of `ar/anonymity.toml`: patterns of refusal, and what nouns tell of an unnamed source.

Finds where a pattern stands in a run of folded keys; whose refusal it is, is for the caller to see.
"""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from claimtrack.errors import LexiconError
from claimtrack.text.folding import fold

_ANY = "*"
_MOST = 3  # words that `*` stands for


class Slot(NamedTuple):
    """One place of a pattern: the words that may stand there, none for any, and whether it may be empty."""

    words: frozenset[str]
    optional: bool


@dataclass(frozen=True, slots=True)
class Reason:
    """A pattern that says why a source has no name; one that is not `alone` counts only behind another."""

    slots: tuple[Slot, ...]
    alone: bool


@dataclass(frozen=True, slots=True)
class Unnamed:
    """What the file holds: patterns by the words they start with, and sectors by folded nouns."""

    reasons: dict[str, tuple[Reason, ...]]
    heads: dict[str, str]
    bodies: dict[str, str]

    def longest(self, keys: Sequence[str], at: int, limit: int) -> tuple[int, Reason] | None:
        """Where the longest pattern that starts at key `at` ends, and which it is."""
        found = [(_end(reason.slots, keys, at, limit), reason) for reason in self.reasons.get(keys[at], ())]
        best = max(found, key=lambda pair: pair[0], default=None)
        return best if best is not None and best[0] > at else None


@cache
def load() -> Unnamed:
    """The file of this installation, read once."""
    raw = read()
    try:
        lists = {name: frozenset(fold(words).split()) for name, words in raw["lists"].items()}
        reasons = [Reason(_slots(row["words"], lists), row.get("alone", True)) for row in raw["reason"]]
        return Unnamed(_by_first(reasons), _labels(raw["heads"]), _labels(raw["bodies"]))
    except KeyError as error:
        raise LexiconError(f"ar/anonymity.toml has no {error}; correct or reinstall") from error


def read() -> dict[str, Any]:
    """The file as it is written."""
    path = files("claimtrack.lexicon") / "ar" / "anonymity.toml"
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise LexiconError(f"ar/anonymity.toml cannot be read: {error}; correct or reinstall") from error


def _slots(pattern: str, lists: dict[str, frozenset[str]]) -> tuple[Slot, ...]:
    return tuple(_slot(slot, lists) for slot in pattern.split())


def _slot(written: str, lists: dict[str, frozenset[str]]) -> Slot:
    if written == _ANY:
        return Slot(frozenset(), True)
    words: set[str] = set()
    for word in written.removesuffix("?").split("|"):
        words |= lists[word[1:]] if word.startswith("$") else {fold(word)}
    return Slot(frozenset(words), written.endswith("?"))


def _by_first(reasons: list[Reason]) -> dict[str, tuple[Reason, ...]]:
    found: dict[str, tuple[Reason, ...]] = {}
    for reason in reasons:
        for word in reason.slots[0].words:
            found[word] = (*found.get(word, ()), reason)
    return found


def _labels(table: dict[str, str]) -> dict[str, str]:
    return {word: label for label, words in table.items() for word in fold(words).split()}


def _end(slots: Sequence[Slot], keys: Sequence[str], at: int, limit: int) -> int:
    """The furthest end of the slots laid from key `at` on; -1 where they do not fit."""
    if not slots:
        return at
    slot, rest = slots[0], slots[1:]
    if not slot.words:
        steps = [at + count for count in range(_MOST + 1) if at + count <= limit]
    else:
        steps = [at + 1] if at < limit and keys[at] in slot.words else []
        steps += [at] if slot.optional else []
    return max((_end(rest, keys, step, limit) for step in steps), default=-1)
