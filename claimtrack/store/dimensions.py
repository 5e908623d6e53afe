"""What claims are counted by: in which column it stands, and what its groups are called."""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, NamedTuple

from claimtrack.store.columns import Column

_AT_ONCE = 500  # names asked for in one query

_THEMSELVES = range(1 << 32)  # numbers that do not stand for words

_MANY = 2_000  # groups of one size: their names are read in order rather than asked for and sorted

Names = tuple[Any, ...]


class Coded(NamedTuple):
    """A column as it is counted, and the group that each number in it means."""

    codes: Column
    groups: Sequence[Any]


@dataclass(frozen=True, slots=True)
class Dimension:
    """A column of claims (`relay` is one of relays), and the cells that are `shown` for each of its groups.

    A group is what stands in the column; `named` asks for the cells of some groups, `by_name` for those of all
    groups in the order of their names. A time is the first few letters of a date, and times come in their own
    order, all else by its claims.
    """

    column: str
    shown: tuple[str, ...]
    named: str = ""
    by_name: str = ""
    letters: int = 0
    in_order: bool = False  # groups of one size go as they are, instead of by name

    @property
    def is_time(self) -> bool:
        return self.letters > 0

    def names(self, connection: sqlite3.Connection, groups: Sequence[Any]) -> Mapping[Any, Names]:
        """The cells of groups; empty ones for what has gone since it was counted, and for nobody."""
        if not self.named:
            return {group: (group,) for group in groups}
        found: dict[Any, Names] = dict.fromkeys(groups, ("",) * len(self.shown))
        for start in range(0, len(groups), _AT_ONCE):
            some = groups[start : start + _AT_ONCE]
            rows = connection.execute(self.named.format(", ".join(["(?)"] * len(some))), some)
            found.update((group, tuple(cells)) for group, *cells in rows)
        return found

    def in_turn(self, connection: sqlite3.Connection, groups: Sequence[Any]) -> Iterator[tuple[Any, Names]]:
        """Groups with their names by these, or as they are; read as far as they are taken."""
        if self.in_order or self.is_time:
            left = iter(sorted(groups))
            while some := list(islice(left, _AT_ONCE)):
                yield from self.names(connection, some).items()
        elif self.by_name and len(groups) > _MANY:
            yield from self._walked(connection, frozenset(groups))
        else:
            named = self.names(connection, groups)
            yield from sorted(named.items(), key=lambda item: (item[1], item[0]))

    def _walked(self, connection: sqlite3.Connection, groups: frozenset[Any]) -> Iterator[tuple[Any, Names]]:
        if 0 in groups:
            yield 0, ("",) * len(self.shown)
        for group, *cells in connection.execute(self.by_name):
            if group in groups:
                yield group, tuple(cells)

    def coded(self, column: Column, words: Sequence[str]) -> Coded:
        """The column as it is counted."""
        if not self.is_time:
            return Coded(column, words or _THEMSELVES)
        times = [word[: self.letters] for word in words]
        known = {time: place for place, time in enumerate(dict.fromkeys(times))}
        places = [known[time] for time in times]
        return Coded(array("I", [places[code] for code in column]), list(known))


def _time(name: str, letters: int) -> Dimension:
    return Dimension("published", (name,), letters=letters)


# one outlet in two spellings of spaces is one, by the name that sorts first
_OUTLETS = "SELECT outlet_key, min(outlet) FROM articles WHERE outlet_key IN (VALUES {}) GROUP BY outlet_key"
# one lemma in two spellings is one, by the name that the index claims_by_lemma has first
_CUES = """
WITH asked (key) AS (VALUES {})
SELECT key, (SELECT cue_lemma FROM claims WHERE lemma_key = key ORDER BY stance, number LIMIT 1) FROM asked"""
_SOURCES = "SELECT id, name, kind FROM sources WHERE id IN (VALUES {})"
_SOURCES_BY_NAME = "SELECT id, name, kind FROM sources ORDER BY name, kind, id"
_RELAYS = "SELECT id, name FROM sources WHERE id IN (VALUES {})"
_ARTICLES = "SELECT id, id, title FROM articles WHERE id IN (VALUES {})"

DIMENSIONS = {
    "source": Dimension("source_id", ("source", "source_kind"), _SOURCES, _SOURCES_BY_NAME),
    "kind": Dimension("kind", ("kind",)),
    "stance": Dimension("stance", ("stance",)),
    "quote": Dimension("quote", ("quote",)),
    "negated": Dimension("negated", ("negated",)),
    "cue": Dimension("lemma_key", ("cue",), _CUES),
    "via": Dimension("relay", ("via",), _RELAYS),
    "outlet": Dimension("outlet_key", ("outlet",), _OUTLETS),
    "article": Dimension("article_id", ("article_id", "article"), _ARTICLES, in_order=True),
    "year": _time("year", 4),
    "month": _time("month", 7),
    "day": _time("day", 10),
}
