"""Deciding about sources: merging, splitting, naming, and undoing it, each journaled and carried out at once.

Sources are given as people know them, by number or by one of their names. What a decision comes to is for
`linking.decisions`; what is said here is whether it makes sense.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from claimtrack.errors import StoreError, UsageError
from claimtrack.linking.decisions import (
    ACTS,
    Decision,
    Settlement,
    differing,
    standing,
)
from claimtrack.linking.observed import of_article
from claimtrack.models import KINDS
from claimtrack.store import identities, journal
from claimtrack.store.carving import carve
from claimtrack.store.connection import transaction, translated
from claimtrack.store.finding import find_source, source_named
from claimtrack.store.matching import match_key

Record = dict[str, str]
# whom an article means by a source
_OBSERVED = """
SELECT DISTINCT i.identity, i.name, a.sha256 FROM namings AS g
  JOIN names AS n ON n.id = g.name_id
  JOIN identities AS i ON i.id = n.identity_id
  JOIN articles AS a ON a.id = g.article_id
 WHERE g.article_id = ? AND i.source_id = ?"""
COLUMNS = ("id", "made_at", "act", "source", "other", "note")


class Decisions:
    """The decisions of one database, to be read, made and undone."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._path = path

    def merge(self, source: str, *others: str, note: str = "") -> list[Decision]:
        """Makes the others one with `source`, which gives the name and the kind."""
        with translated(self._path), transaction(self._connection):
            into = self._source(source)
            made = []
            for other in others:
                joining = self._source(other)
                if joining == into:
                    raise UsageError(f"{other} and {source} are one source already")
                made.append(self._decide("merge", self._handle(into), self._handle(joining), note=note))
                into = self._now(made[-1].source)
            return made

    def split(self, source: str, other: str, *, note: str = "") -> Decision:
        """Takes the name `other` out of `source`; a source that is another one already is kept apart."""
        with translated(self._path), transaction(self._connection):
            number = self._source(source)
            members = identities.identities_of(self._connection, number)
            leaving = _called(self._connection, members, other)
            if leaving is None:
                apart = self._source(other)
                if apart == number:
                    raise UsageError(
                        f"{other} is no name of its own in {source}; `claimtrack sources show` lists those"
                    )
                return self._decide("split", self._handle(number), self._handle(apart), note=note)
            staying = [row.identity for row in members if row.identity != leaving]
            if not staying:
                raise UsageError(f"{source} has no other name that could stay; there is nothing to split")
            return self._decide("split", self._leading(staying), leaving, note=note)

    def split_article(self, source: str, article_id: int, *, note: str = "") -> Decision:
        """Makes what one article calls by the name of `source` a source of its own."""
        with translated(self._path), transaction(self._connection):
            number = self._source(source)
            found = self._connection.execute(_OBSERVED, (article_id, number)).fetchall()
            if not found:
                raise UsageError(f"article {article_id} does not name {source}")
            if len(found) > 1:
                some = "; ".join(name for _, name, _ in found)
                raise UsageError(
                    f"article {article_id} names {source} in several ways; split them first: {some}"
                )
            observed, _, digest = found[0]
            own = of_article(observed, digest)
            if own == observed:
                raise UsageError(f"{source} belongs to article {article_id} already")
            return self._decide("split", observed, own, note=note)

    def rename(self, source: str, name: str, *, note: str = "") -> Decision:
        """Gives a source the name it is shown under."""
        return self._name("rename", source, name, note)

    def alias(self, source: str, name: str, *, note: str = "") -> Decision:
        """Gives a source one more name; who is called so is this source, now and later."""
        return self._name("alias", source, name, note)

    def kind(self, source: str, kind: str, *, note: str = "") -> Decision:
        """Says what a source is."""
        if kind not in KINDS:
            raise UsageError(f"no kind {kind!r}; it is one of: {', '.join(KINDS)}")
        with translated(self._path), transaction(self._connection):
            return self._decide("kind", self._handle(self._source(source)), kind, note=note)

    def undo(self, decision: str = "", *, note: str = "") -> Decision:
        """Takes a decision back, without an id the last one that holds; the decision undone."""
        with translated(self._path), transaction(self._connection):
            held = standing(journal.decisions(self._connection))
            found = [made for made in held if made.id == decision] if decision else held[-1:]
            if not found:
                raise StoreError(
                    f"no decision {decision!r} that holds; `claimtrack sources decisions` lists them"
                    if decision
                    else "there is no decision to undo"
                )
            self._decide("undo", found[0].source, found[0].id, note=note)
            return found[0]

    def all(self) -> Iterator[dict[str, Any]]:
        """Every decision in the order of time, with whether it holds."""
        with translated(self._path):
            made = journal.decisions(self._connection)
            held = {decision.id for decision in standing(made)}
            for decision in made:
                yield {
                    "id": decision.id,
                    "made_at": decision.made_at,
                    "act": decision.act,
                    "source": decision.source,
                    "other": decision.other,
                    "note": decision.note,
                    "holds": decision.id in held,
                }

    def take_in(self, records: Iterable[tuple[str, Record]]) -> int:
        """Adds decisions of another database, given with their places; how many were new."""
        made = [_checked(place, record) for place, record in records]
        with translated(self._path), transaction(self._connection):
            before = journal.settlement(self._connection)
            new = journal.put(self._connection, made)
            self._follow(before)
            return len(new)

    def _name(self, act: str, source: str, name: str, note: str) -> Decision:
        name = " ".join(name.split())
        if not match_key(name):
            raise UsageError(f"no word in the name {name!r}")
        with translated(self._path), transaction(self._connection):
            number = self._source(source)
            other = source_named(self._connection, name)
            if act == "alias" and other is not None and other != number:
                raise UsageError(
                    f"another source is called {name}; `claimtrack sources merge` makes them one"
                )
            return self._decide(act, self._handle(number), name, note=note)

    def _decide(self, act: str, source: str, other: str, *, note: str) -> Decision:
        before = journal.settlement(self._connection)
        decision = journal.record(self._connection, act, source, other, note=note)
        self._follow(before)
        return decision

    def _follow(self, before: Settlement) -> None:
        """Makes sources what the journal says now, where that differs from before."""
        after = journal.settlement(self._connection)
        carve(self._connection, out=after.carved - before.carved, back=before.carved - after.carved)
        changed = differing(before, after)
        atoms = {each for settled in (before, after) for atom in changed for each in settled.group(atom)}
        identities.link(self._connection, identities.of_atoms(self._connection, atoms))

    def _source(self, reference: str) -> int:
        return find_source(self._connection, reference)

    def _handle(self, source_id: int) -> str:
        """An identity that stands for a source: one that leads its group."""
        return self._leading([row.identity for row in identities.identities_of(self._connection, source_id)])

    def _leading(self, members: list[str]) -> str:
        settled = journal.settlement(self._connection)
        group = settled.group(settled.atom(members[0]))
        return min(members, key=lambda identity: group.index(settled.atom(identity)))

    def _now(self, identity: str) -> int:
        """The source an identity is now."""
        found = identities.find(self._connection, [identity])[identity].source_id
        assert found is not None
        return found


def _called(connection: sqlite3.Connection, members: Iterable[identities.Row], name: str) -> str | None:
    """The identity among the members of a source that a name means: as its own, else as the only one so called."""
    key = match_key(name)
    rows = list(members)
    own = [row.identity for row in rows if match_key(row.name) == key]
    if own:
        return own[0]
    query = "SELECT 1 FROM names WHERE identity_id = ? AND name_key = ?"
    found = [row.identity for row in rows if connection.execute(query, (row.id, key)).fetchone()]
    return found[0] if len(found) == 1 else None


def _checked(place: str, record: Record) -> Decision:
    """A decision from a file, if it is one."""
    try:
        decision = Decision(**{name: record[name] for name in COLUMNS})
    except KeyError as error:
        raise UsageError(
            f"{place}: no column {error}; give a file that `claimtrack sources export` wrote"
        ) from error
    if decision.act not in ACTS:
        raise UsageError(f"{place}: no act {decision.act!r}; it is one of: {', '.join(ACTS)}")
    if decision.act == "kind" and decision.other not in KINDS:
        raise UsageError(f"{place}: no kind {decision.other!r}; it is one of: {', '.join(KINDS)}")
    if not decision.id or not decision.made_at or ":" not in decision.source:
        raise UsageError(
            f"{place}: id, made_at or source is wrong; give a file that `claimtrack sources export` wrote"
        )
    return decision
