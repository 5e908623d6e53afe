"""Which source somebody means: by its number, or by one of its names."""

from __future__ import annotations

import sqlite3

from claimtrack.errors import StoreError
from claimtrack.store.matching import match_key
from claimtrack.store.nearest import nearest_source

# own: not only a naming that articles use for it (الصحيفة), but a name it stands under
_BY_NAME = """
SELECT s.id, s.name, s.kind, max(i.id IS NULL OR n.name = i.name) AS own
  FROM names AS n
  JOIN sources AS s ON s.id = n.source_id
  LEFT JOIN identities AS i ON i.id = n.identity_id
 WHERE {test} GROUP BY s.id ORDER BY own DESC, s.id"""
_SOME = 5  # sources that a message lists


def find_source(connection: sqlite3.Connection, reference: str) -> int:
    """The number of the one source that is meant."""
    if reference.isascii() and reference.isdigit():
        if connection.execute("SELECT 1 FROM sources WHERE id = ?", (int(reference),)).fetchone():
            return int(reference)
        raise StoreError(f"no source {reference}; `claimtrack sources --format csv` lists their numbers")
    found = _named(connection, "n.name_key = :key", reference) or _named(
        connection, "instr(n.name_key, :key)", reference
    )
    if not found:
        nearest = nearest_source(connection, reference)
        hint = f"; the nearest known one is: {nearest}" if nearest else ""
        raise StoreError(f"no source is called {reference}{hint}")
    if len(found) > 1:
        some = "; ".join(f"{number} {name} ({kind})" for number, name, kind in found[:_SOME])
        more = f" and {len(found) - _SOME} more" if len(found) > _SOME else ""
        raise StoreError(f"several sources are called {reference}; give the number of one: {some}{more}")
    return found[0][0]


def source_named(connection: sqlite3.Connection, name: str) -> int | None:
    """The source whose own name this is, if one's is."""
    found = _named(connection, "n.name_key = :key", name)
    return found[0][0] if found else None


def _named(connection: sqlite3.Connection, test: str, name: str) -> list[tuple[int, str, str]]:
    """Sources so called; those with it as their own name, where there are such, leave out the others."""
    key = match_key(name)
    if not key:
        return []
    rows = connection.execute(_BY_NAME.format(test=test), {"key": key}).fetchall()
    own = [row[:3] for row in rows if row[3]]
    return own or [row[:3] for row in rows]
