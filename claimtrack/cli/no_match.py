"""Why nothing was found, and what the user may have meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimtrack.store import ClaimFilter, Store


def explained(store: Store, wanted: ClaimFilter) -> str:
    """One line for a filter without claims."""
    if next(store.claims(limit=1), None) is None:
        return "the database holds no claims yet; `claimtrack ingest PATH` takes articles in"
    unknown = [words for words in (*wanted.source, *wanted.via) if _unknown_source(store, words)]
    if unknown:
        return _line("source", unknown[0], store.nearest_source(unknown[0]))
    outlets = [words for words in wanted.outlet if next(store.articles(outlet=words, limit=1), None) is None]
    if outlets:
        return _line("outlet", outlets[0], store.nearest_outlet(outlets[0]))
    return "no claim matches all of this; leave a filter out"


def no_source(store: Store, words: str) -> str:
    """One line for a name no source has."""
    return _line("source", words, store.nearest_source(words))


def _unknown_source(store: Store, words: str) -> bool:
    return next(store.sources(named=words, limit=1), None) is None


def _line(what: str, words: str, nearest: str | None) -> str:
    hint = f"; the nearest known one is: {nearest}" if nearest else ""
    return f"no {what} is called {words}{hint}"
