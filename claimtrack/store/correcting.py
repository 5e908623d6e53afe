"""Metadata corrected by hand: it stands whatever is read of the article later, until it is taken back."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from datetime import UTC, datetime

from claimtrack.errors import UsageError
from claimtrack.store.matching import match_key
from claimtrack.store.said import recount

FIELDS = ("title", "outlet", "published", "url", "byline")
_KEYED = ("title", "outlet")
_PUT = """
INSERT INTO corrections (article_id, field, value, was, corrected_at) VALUES (?, ?, ?, ?, ?)
ON CONFLICT (article_id, field) DO UPDATE SET value = excluded.value, corrected_at = excluded.corrected_at"""


def correct(connection: sqlite3.Connection, article_id: int, values: Mapping[str, str]) -> dict[str, str]:
    """Sets fields of an article; gives those that changed, with what they were."""
    for field in values:
        if field not in FIELDS:
            raise UsageError(f"no field {field!r} to correct; there are {', '.join(FIELDS)}")
    before = {field: _value(connection, article_id, field) for field in values}
    now = datetime.now(UTC).isoformat(timespec="seconds")
    for field, value in values.items():
        connection.execute(_PUT, (article_id, field, value, before[field], now))
        _set(connection, article_id, field, value)
    return {field: was for field, was in before.items() if was != values[field]}


def take_back(connection: sqlite3.Connection, article_id: int) -> dict[str, str]:
    """Gives an article what was read of it; the fields that were corrected, with what they are again."""
    query = "SELECT field, was FROM corrections WHERE article_id = ? ORDER BY field"
    corrected = dict(connection.execute(query, (article_id,)).fetchall())
    for field, was in corrected.items():
        _set(connection, article_id, field, was)
    connection.execute("DELETE FROM corrections WHERE article_id = ?", (article_id,))
    return corrected


def corrected(connection: sqlite3.Connection, article_id: int) -> frozenset[str]:
    """The fields that were corrected."""
    query = "SELECT field FROM corrections WHERE article_id = ?"
    return frozenset(field for (field,) in connection.execute(query, (article_id,)))


def hand_on(connection: sqlite3.Connection, old_id: int, new_id: int) -> None:
    """Corrects the next version of an article as the last one was."""
    query = "SELECT field, value FROM corrections WHERE article_id = ?"
    correct(connection, new_id, dict(connection.execute(query, (old_id,)).fetchall()))


def _value(connection: sqlite3.Connection, article_id: int, field: str) -> str:
    return str(connection.execute(f"SELECT {field} FROM articles WHERE id = ?", (article_id,)).fetchone()[0])


def _set(connection: sqlite3.Connection, article_id: int, field: str, value: str) -> None:
    cells = {field: value} | ({f"{field}_key": match_key(value)} if field in _KEYED else {})
    changes = ", ".join(f"{column} = ?" for column in cells)
    published = _value(connection, article_id, "published")
    connection.execute(f"UPDATE articles SET {changes} WHERE id = ?", (*cells.values(), article_id))
    recount(connection, article_id, was=published)
