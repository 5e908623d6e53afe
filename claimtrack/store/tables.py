"""The database as tidy tables, narrowed to the claims of a filter: what a researcher joins by its ids."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter

from claimtrack.store.filters import ClaimFilter
from claimtrack.store.querying import Row, claims, rows
from claimtrack.store.selection import Selection, selection

# {within} narrows the claims `c`; where nothing narrows, articles without claims and all sources count too
_SPANS = """
SELECT c.article_id, c.id AS claim_id, p.role, p.ordinal, p.start, p."end"
  FROM claims AS c
  JOIN spans AS p ON p.claim_number = c.number
 WHERE {within}
 ORDER BY c.article_id, c.ordinal, p.role, p.ordinal"""
_CHAIN = """
SELECT c.id AS claim_id, h.hop, h.source_id, s.name, h.start, h."end"
  FROM claims AS c
  JOIN chain AS h ON h.claim_number = c.number
  JOIN sources AS s ON s.id = h.source_id
 WHERE {within}
 ORDER BY c.article_id, c.ordinal, h.hop"""
_SOURCES = "SELECT id AS source_id, name, kind FROM sources WHERE {used} ORDER BY id"
_NAMES = "SELECT DISTINCT source_id, name FROM names WHERE {used} ORDER BY source_id, name"
_ARTICLES = """
SELECT a.id AS article_id, a.title, a.outlet, a.published, a.url, a.byline, a.encoding,
       (SELECT path FROM locations AS l WHERE l.article_id = a.id ORDER BY l.id LIMIT 1) AS path,
       a.sha256, a.engine_version, a.lexicon_version, a.text
  FROM articles AS a
 WHERE {used}
 ORDER BY a.id"""
_SOURCES_USED = (
    "{column} IN (SELECT c.source_id FROM claims AS c WHERE {within} "
    "UNION SELECT h.source_id FROM chain AS h WHERE {within_chain})"
)

TABLES = ("claims", "spans", "sources", "names", "chain", "articles")


def table(connection: sqlite3.Connection, name: str, wanted: ClaimFilter) -> Iterator[Row]:
    """The rows of one of `TABLES`."""
    chosen = selection(wanted)
    within = chosen.within("c.number")
    if name == "claims":
        return claims(connection, wanted, linked=True)
    if name == "spans":
        return _with_words(connection, rows(connection, _SPANS.format(within=within), chosen.values))
    if name == "chain":
        return rows(connection, _CHAIN.format(within=within), chosen.values)
    if name == "articles":
        used = f"a.id IN (SELECT c.article_id FROM claims AS c WHERE {within})" if chosen.numbers else "1"
        return rows(connection, _ARTICLES.format(used=used), chosen.values)
    query, column = (_SOURCES, "id") if name == "sources" else (_NAMES, "source_id")
    return rows(connection, query.format(used=_used(chosen, column)), chosen.values * 2)


def _with_words(connection: sqlite3.Connection, spans: Iterator[Row]) -> Iterator[Row]:
    """Spans with the words they stand for; cut here, because SQL ends a text at its first NUL."""
    for article_id, group in groupby(spans, key=itemgetter("article_id")):
        query = "SELECT text FROM articles WHERE id = ?"
        text = connection.execute(query, (article_id,)).fetchone()[0]
        for span in group:
            yield span | {"text": text[span["start"] : span["end"]]}


def _used(chosen: Selection, column: str) -> str:
    if not chosen.numbers:
        return "1"
    return _SOURCES_USED.format(
        column=column, within=chosen.within("c.number"), within_chain=chosen.within("h.claim_number")
    )
