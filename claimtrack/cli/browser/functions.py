"""SQL functions for pages that search: what is typed, as the database keeps it."""

from __future__ import annotations

from claimtrack.errors import UsageError
from claimtrack.store.matching import match_key
from claimtrack.store.search_query import search_query

_NOTHING = '""'


def searched(words: str | None) -> str:
    """What a person types, as a query for the search index; nothing is found by what means nothing."""
    try:
        return search_query(words or "").fts
    except UsageError:
        return _NOTHING


def named(words: str | None) -> str:
    """What a person types, as a key that names are found by; no name holds the key of nothing."""
    return match_key(words or "") or "\0"


# `escape_fts` is what Datasette's search boxes use
FUNCTIONS = {"escape_fts": searched, "searched": searched, "named": named}
