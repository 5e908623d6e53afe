"""Searching contents of claims and whole articles by folded words, the best matches first.

How good a match is says FTS5 (bm25: seldom words, short texts). Where more match than can be weighed in
no time, the words say little, and what came in last comes first.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from claimtrack.store.choosing import Mask
from claimtrack.store.conditions import conditions
from claimtrack.store.filters import ClaimFilter
from claimtrack.store.marking import marks, sentence_around
from claimtrack.store.querying import Row, rows
from claimtrack.store.search_query import SearchQuery, search_query

MOST_WEIGHED = 50_000  # matches: a quarter of a second

_MANY = "SELECT count(*) FROM (SELECT 1 FROM {index} WHERE {index} MATCH ? LIMIT {most})"
_CLAIMS = """
SELECT v.*, found.score
  FROM (SELECT f.rowid AS number, {score} AS score FROM claims_fts AS f{claims}
         WHERE claims_fts MATCH ?{where} ORDER BY {order} LIMIT ?) AS found
 CROSS JOIN claims_view AS v ON v.claim_number = found.number"""
_ARTICLES = """
SELECT v.*, found.score
  FROM (SELECT f.rowid AS number, {score} AS score FROM articles_fts AS f
         WHERE articles_fts MATCH ?{where} ORDER BY {order} LIMIT ?) AS found
 CROSS JOIN articles_view AS v ON v.article_id = found.number"""

# asked of each match; a list of the articles would be gone through first
_AMONG = " AND substr(?, f.rowid + 1, 1) = x'01'"


def search_claims(connection: sqlite3.Connection, words: str, wanted: ClaimFilter) -> Iterator[Row]:
    """Claims whose content matches, with their `score` (null where too many match), what is `shown` (the
    sentence, or the content where it goes past that), and the `marks`: the spans of the matches in it."""
    query = search_query(words)
    parts = list(conditions(wanted))
    sql = _CLAIMS.format(
        claims=" CROSS JOIN claims AS c ON c.number = f.rowid" if parts else "",
        where="".join(f" AND {part.sql}" for part in parts),
        **_weighed(connection, "claims_fts", query),
    )
    values = [value for part in parts for value in part.values]
    limit = -1 if wanted.limit is None else wanted.limit
    for row in rows(connection, sql, [query.fts, *values, limit]):
        row["negated"] = bool(row["negated"])
        yield row | _best(query, row["sentence"], row["claim"])


def search_articles(
    connection: sqlite3.Connection, words: str, articles: Mask | None, *, limit: int | None
) -> Iterator[Row]:
    """Articles whose text matches, of those of a mask; with `score`, what is `shown` (the sentence of the first
    match), and the `marks` in it."""
    query = search_query(words)
    where = "" if articles is None else _AMONG
    sql = _ARTICLES.format(where=where, **_weighed(connection, "articles_fts", query))
    narrowed = () if articles is None else (articles,)
    values: tuple[str | int | bytes, ...] = (query.fts, *narrowed, -1 if limit is None else limit)
    for row in rows(connection, sql, values):
        yield row | _shown(connection, row["article_id"], query)


def _best(query: SearchQuery, *texts: str) -> Row:
    """The first of the texts that holds a match, with the matches in it."""
    for text in texts:
        if found := marks(text, query.phrases):
            return {"shown": text, "marks": found}
    return {"shown": texts[0], "marks": []}


def _weighed(connection: sqlite3.Connection, index: str, query: SearchQuery) -> dict[str, str]:
    """Score and order: by weight, or by when it came in."""
    many = _MANY.format(index=index, most=MOST_WEIGHED + 1)
    if connection.execute(many, (query.fts,)).fetchone()[0] > MOST_WEIGHED:
        return {"score": "NULL", "order": "f.rowid DESC"}
    return {"score": "round(-f.rank, 4)", "order": "f.rank, f.rowid"}


def _shown(connection: sqlite3.Connection, article_id: int, query: SearchQuery) -> Row:
    text = connection.execute("SELECT text FROM articles WHERE id = ?", (article_id,)).fetchone()[0]
    found = marks(text, query.phrases)
    start, end = sentence_around(text, found[0]) if found else (0, 0)
    inside = [(first - start, last - start) for first, last in found if start <= first and last <= end]
    return {"shown": text[start:end], "marks": inside}
