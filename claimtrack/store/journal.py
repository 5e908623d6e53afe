"""The journal of decisions about sources: read, added to, passed on. Nothing in it is ever changed.

What the decisions come to is for `linking.decisions`, making sources follow for `identities`.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from functools import lru_cache

from claimtrack.linking.decisions import Decision, Settlement, settle

_COLUMNS = "id, made_at, act, source, other, note"


def decisions(connection: sqlite3.Connection) -> tuple[Decision, ...]:
    """All decisions, in the order of their time."""
    query = f"SELECT {_COLUMNS} FROM decisions ORDER BY made_at, id"
    return tuple(Decision(*row) for row in connection.execute(query))


def settlement(connection: sqlite3.Connection) -> Settlement:
    """What all decisions come to; not to be changed."""
    return _settled(decisions(connection))


def record(connection: sqlite3.Connection, act: str, source: str, other: str, *, note: str = "") -> Decision:
    """Adds a decision made now, after all others."""
    made_at = _now(connection)
    words = "\n".join((made_at, act, source, other, note))
    decision = Decision(hashlib.sha256(words.encode()).hexdigest()[:12], made_at, act, source, other, note)
    put(connection, [decision])
    return decision


def put(connection: sqlite3.Connection, made: Iterable[Decision]) -> list[Decision]:
    """Adds decisions made elsewhere; those that are not here yet."""
    known = {row[0] for row in connection.execute("SELECT id FROM decisions")}
    new = list({decision.id: decision for decision in made if decision.id not in known}.values())
    connection.executemany(
        f"INSERT INTO decisions ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?)",
        [_cells(decision) for decision in new],
    )
    return new


def _cells(decision: Decision) -> Sequence[str]:
    return (
        decision.id,
        decision.made_at,
        decision.act,
        decision.source,
        decision.other,
        decision.note,
    )


def _now(connection: sqlite3.Connection) -> str:
    """This moment, or the one after the last decision where clocks do not agree."""
    last = connection.execute("SELECT max(made_at) FROM decisions").fetchone()[0]
    now = datetime.now(UTC)
    if last:
        now = max(now, datetime.fromisoformat(last) + timedelta(microseconds=1))
    return now.isoformat(timespec="microseconds")


@lru_cache(maxsize=8)
def _settled(made: tuple[Decision, ...]) -> Settlement:
    return settle(made)
