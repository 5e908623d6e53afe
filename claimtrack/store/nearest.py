"""Which known name somebody may have meant who typed one that nothing has."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from claimtrack.store.matching import match_key

_ALIKE = 60.0  # hundredths of the letters in common


def nearest_source(connection: sqlite3.Connection, words: str) -> str | None:
    """The known name that looks most like `words`, if any does; of one in two spellings, the first."""
    return _nearest(connection, "SELECT name_key, name FROM names ORDER BY id DESC", words)


def nearest_outlet(connection: sqlite3.Connection, words: str) -> str | None:
    """The known outlet that looks most like `words`, if any does."""
    return _nearest(connection, "SELECT outlet_key, min(outlet) FROM articles GROUP BY outlet_key", words)


def _nearest(connection: sqlite3.Connection, query: str, words: str) -> str | None:
    names: dict[str, str] = dict(connection.execute(query).fetchall())
    names.pop("", None)
    wanted = match_key(words)
    if wanted in names:
        return names[wanted]
    close = _closest(wanted, names)
    if close is None:  # a word of a longer name, misspelt
        parts = {f" {part} ": key for key in names for part in key.split()}
        part = _closest(wanted, parts)
        close = None if part is None else parts[part]
    return None if close is None else names[close]


def _closest(wanted: str, known: Iterable[str]) -> str | None:
    from rapidfuzz import fuzz, process  # loads what only a name in vain needs

    found = process.extractOne(wanted, list(known), scorer=fuzz.ratio, score_cutoff=_ALIKE)
    return found[0] if found else None
