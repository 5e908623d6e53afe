"""Identities → sources: which identities are one source now, and what hangs on them follows.

A source has the number of the oldest of its identities, so a merge that is undone, and all that was
between, leaves no trace. Call everything here inside a transaction.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from claimtrack.linking import LINKING_VERSION
from claimtrack.linking.decisions import Settlement, keys_and_loose
from claimtrack.linking.keys import link_key
from claimtrack.store.connection import transaction
from claimtrack.store.journal import settlement
from claimtrack.store.matching import match_key

_AT_ONCE = 500  # values of one statement
_COLUMNS = "SELECT id, identity, link_key, name, source_id FROM identities"

_PUT_SOURCE = """
INSERT INTO sources (id, identity, name, kind) VALUES (?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET name = excluded.name, kind = excluded.kind"""
_MOVES = (
    "UPDATE claims SET source_id = :new WHERE source_id = :old AND identity_id = :identity",
    "UPDATE chain SET source_id = :new WHERE source_id = :old AND identity_id = :identity",
    "UPDATE names SET source_id = :new WHERE identity_id = :identity",
    "UPDATE identities SET source_id = :new WHERE id = :identity",
)
_DROP_SOURCE = """
DELETE FROM sources WHERE id = ? AND NOT EXISTS (SELECT 1 FROM identities WHERE source_id = sources.id)"""


class Row(NamedTuple):
    """One identity as the table has it."""

    id: int
    identity: str
    link_key: str
    name: str
    source_id: int | None


def link(connection: sqlite3.Connection, touched: Iterable[str], *, left: Iterable[int] = ()) -> None:
    """Makes sources what they should be for these identities, which are new, changed, moved or gone.

    `left` are sources that identities now gone have been.
    """
    settled = settlement(connection)
    atoms = {settled.atom(identity) for identity in touched}
    done: set[str] = set()
    left = set(left)
    for atom in sorted(atoms):
        group = settled.group(atom)
        if group[0] not in done:
            done.add(group[0])
            left |= _link_group(connection, settled, group, _members(connection, settled, group))
    connection.executemany(_DROP_SOURCE, [(source,) for source in sorted(left)])


def bring_up_to_date(connection: sqlite3.Connection) -> None:
    """Makes all link keys and all sources anew, where an older version made them."""
    current = "SELECT version FROM linked"
    if connection.execute(current).fetchone() == (LINKING_VERSION,):
        return
    with transaction(connection):
        if connection.execute(current).fetchone() == (LINKING_VERSION,):  # another process did it meanwhile
            return
        rows = list(_rows(connection, _COLUMNS))
        keyed = [(link_key(row.identity), row.id) for row in rows]
        connection.executemany("UPDATE identities SET link_key = ? WHERE id = ?", keyed)
        link(connection, [row.identity for row in rows])
        connection.execute("DELETE FROM linked")
        connection.execute("INSERT INTO linked (version) VALUES (?)", (LINKING_VERSION,))


def identities_of(connection: sqlite3.Connection, source_id: int) -> list[Row]:
    """The identities of a source, the oldest first."""
    return list(_rows(connection, f"{_COLUMNS} WHERE source_id = ? ORDER BY id", (source_id,)))


def find(connection: sqlite3.Connection, identities: Sequence[str]) -> dict[str, Row]:
    """Those of the identities that are there."""
    found: dict[str, Row] = {}
    for start in range(0, len(identities), _AT_ONCE):
        some = identities[start : start + _AT_ONCE]
        query = f"{_COLUMNS} WHERE identity IN ({', '.join('?' * len(some))})"
        found |= {row.identity: row for row in _rows(connection, query, some)}
    return found


def of_atoms(connection: sqlite3.Connection, atoms: Iterable[str]) -> list[str]:
    """The identities that are there of some atoms, in the groups or out of them."""
    keys, loose = keys_and_loose(sorted(atoms))
    keyed = (_rows(connection, f"{_COLUMNS} WHERE link_key = ?", (key,)) for key in keys)
    return [row.identity for rows in keyed for row in rows] + list(find(connection, loose))


def _members(connection: sqlite3.Connection, settled: Settlement, group: Sequence[str]) -> list[Row]:
    keys, loose = keys_and_loose(group)
    of_keys = [
        row
        for key in keys
        for row in _rows(connection, f"{_COLUMNS} WHERE link_key = ?", (key,))
        if row.identity not in settled.loose
    ]
    return [*of_keys, *find(connection, loose).values()]


def _link_group(
    connection: sqlite3.Connection, settled: Settlement, group: Sequence[str], members: Sequence[Row]
) -> set[int]:
    """Makes the members one source; the sources they were before."""
    if not members:
        return set()
    oldest = min(members)
    name, kind = _name_and_kind(settled, group, members)
    connection.execute(_PUT_SOURCE, (oldest.id, oldest.identity, name, kind))
    moved = [row for row in members if row.source_id != oldest.id]
    for row in moved:
        values = {"new": oldest.id, "old": row.source_id, "identity": row.id}
        for statement in _MOVES if row.source_id is not None else _MOVES[-1:]:
            connection.execute(statement, values)
    given = settled.given_names(group)
    if given or any(row.source_id is not None for row in members):  # a new source has none to lose
        _put_given_names(connection, oldest.id, given)
    return {row.source_id for row in moved if row.source_id is not None}


def _name_and_kind(settled: Settlement, group: Sequence[str], members: Sequence[Row]) -> tuple[str, str]:
    """As decided, else those of the leading identities: of several names the shortest, then the first."""
    for atom in group:
        leading = [row for row in members if settled.atom(row.identity, row.link_key) == atom]
        if leading:
            break
    name = min((len(row.name), row.name) for row in leading)[1]
    kind = leading[0].identity.partition(":")[0]
    return settled.names.get(group[0], name), settled.kinds.get(group[0], kind)


def _put_given_names(connection: sqlite3.Connection, source_id: int, names: Sequence[str]) -> None:
    """The names that decisions give belong to no identity."""
    gone = connection.execute("DELETE FROM names WHERE source_id = ? AND identity_id IS NULL", (source_id,))
    if names or gone.rowcount:
        connection.executemany(
            "INSERT INTO names (source_id, name, name_key) VALUES (?, ?, ?)",
            [(source_id, name, match_key(name)) for name in names],
        )


def _rows(connection: sqlite3.Connection, query: str, values: Sequence[str | int] = ()) -> Iterator[Row]:
    for row in connection.execute(query, values).fetchall():
        yield Row(*row)
