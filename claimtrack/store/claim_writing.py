"""Writing the claims of one article: its sources, names, claims, spans and chains.

Claims that were there before keep their row, so what others refer to stays; those no longer found go,
and so do names and sources nobody uses any more. Call everything here inside a transaction.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence

from claimtrack.models import Article, Claim, Source
from claimtrack.store import records

_COLUMNS = ", ".join(records.CLAIM_COLUMNS)
_MARKS = ", ".join("?" * len(records.CLAIM_COLUMNS))
_CHANGES = ", ".join(f"{column} = excluded.{column}" for column in records.CLAIM_COLUMNS[3:])

_PUT_CLAIM = (
    f"INSERT INTO claims ({_COLUMNS}) VALUES ({_MARKS}) ON CONFLICT (number) DO UPDATE SET {_CHANGES}"
)
# Of several spellings of one name the shortest is kept, then the first in code-point order: without
# marks and tatweel, with its hamza; the order of the articles does not matter.
_PUT_SOURCE = """
INSERT INTO sources (identity, name, kind) VALUES (?, ?, ?)
ON CONFLICT (identity) DO UPDATE SET name = excluded.name
 WHERE (length(excluded.name), excluded.name) < (length(name), name)"""
_PUT_NAME = "INSERT INTO names (source_id, name, name_key) VALUES (?, ?, ?) ON CONFLICT DO NOTHING"
_PUT_NAMING = """
INSERT INTO namings (article_id, name_id) SELECT ?, id FROM names WHERE source_id = ? AND name = ?
ON CONFLICT DO NOTHING"""
_PUT_SPAN = 'INSERT INTO spans (claim_number, role, ordinal, start, "end") VALUES (?, ?, ?, ?, ?)'
_PUT_HOP = 'INSERT INTO chain (claim_number, hop, source_id, start, "end") VALUES (?, ?, ?, ?, ?)'
_PUT_FURNITURE = 'INSERT INTO furniture (article_id, start, "end") VALUES (?, ?, ?)'

_PRUNE_NAME = "DELETE FROM names WHERE id = ? AND NOT EXISTS (SELECT 1 FROM namings WHERE name_id = names.id)"
_PRUNE_SOURCE = """
DELETE FROM sources WHERE id = ?
   AND NOT EXISTS (SELECT 1 FROM names WHERE source_id = sources.id)
   AND NOT EXISTS (SELECT 1 FROM claims WHERE source_id = sources.id)
   AND NOT EXISTS (SELECT 1 FROM chain WHERE source_id = sources.id)"""

_AT_ONCE = 500  # values of one statement

Used = list[tuple[int, int]]  # names and sources


def write_claims(
    connection: sqlite3.Connection,
    article: Article,
    claims: Sequence[Claim],
    *,
    article_id: int,
    digest: str,
    fresh: bool,
) -> None:
    """Makes `claims` all there are of this article; a `fresh` one has none yet."""
    before = [] if fresh else _used(connection, article_id)
    old = {} if fresh else _clear(connection, article_id, claims)
    numbers = _numbered(connection, claims, old)
    named = {source: records.source_row(source, digest=digest) for source in records.claim_sources(claims)}
    sources = put_sources(connection, named, article_id=article_id)
    placed = list(enumerate(claims, start=1))
    put_claims(connection, article, placed, article_id=article_id, sources=sources, numbers=numbers)
    connection.executemany(_PUT_FURNITURE, [(article_id, *span) for span in set(article.furniture)])
    _prune(connection, before)


def delete_article(connection: sqlite3.Connection, article_id: int) -> None:
    """Takes an article out, and the names and sources only it used."""
    before = _used(connection, article_id)
    connection.execute("DELETE FROM articles WHERE id = ?", (article_id,))
    _prune(connection, before)


def _clear(connection: sqlite3.Connection, article_id: int, claims: Sequence[Claim]) -> dict[str, int]:
    """Removes what the article had, but for the rows of claims found again; the numbers of those."""
    old = dict(connection.execute("SELECT id, number FROM claims WHERE article_id = ?", (article_id,)))
    kept = {claim.id: old[claim.id] for claim in claims if claim.id in old}
    connection.execute("DELETE FROM furniture WHERE article_id = ?", (article_id,))
    connection.execute("DELETE FROM namings WHERE article_id = ?", (article_id,))
    rows = [(number,) for number in old.values()]
    connection.executemany("DELETE FROM spans WHERE claim_number = ?", rows)
    connection.executemany("DELETE FROM chain WHERE claim_number = ?", rows)
    gone = [(number,) for claim_id, number in old.items() if claim_id not in kept]
    connection.executemany("DELETE FROM claims WHERE number = ?", gone)
    return kept


def _numbered(connection: sqlite3.Connection, claims: Sequence[Claim], old: dict[str, int]) -> dict[str, int]:
    """The number of every claim: the one it had, or the next."""
    last = connection.execute("SELECT coalesce(max(number), 0) FROM claims").fetchone()[0]
    fresh = (claim.id for claim in claims if claim.id not in old)
    return old | {claim_id: number for number, claim_id in enumerate(fresh, start=last + 1)}


def put_claims(
    connection: sqlite3.Connection,
    article: Article,
    placed: Sequence[tuple[int, Claim]],
    *,
    article_id: int,
    sources: Mapping[Source, int],
    numbers: Mapping[str, int],
) -> None:
    """Writes claims, each with its place in the article, with their spans and chains."""
    rows = records.claim_rows(article, placed, article_id=article_id, sources=sources, numbers=numbers)
    connection.executemany(_PUT_CLAIM, rows)
    claims = [claim for _, claim in placed]
    connection.executemany(_PUT_SPAN, records.span_rows(claims, numbers))
    connection.executemany(_PUT_HOP, records.chain_rows(claims, numbers, sources))


def put_sources(
    connection: sqlite3.Connection, named: Mapping[Source, records.SourceRow], *, article_id: int
) -> dict[Source, int]:
    """The ids of sources, made where missing, with their namings in this article."""
    connection.executemany(
        _PUT_SOURCE, dict.fromkeys((row.identity, row.name, row.kind) for row in named.values())
    )
    known = _source_ids(connection, [row.identity for row in named.values()])
    ids = {source: known[row.identity] for source, row in named.items()}
    names = dict.fromkeys((ids[source], *name) for source, row in named.items() for name in row.names)
    connection.executemany(_PUT_NAME, names)
    connection.executemany(_PUT_NAMING, [(article_id, source, name) for source, name, _ in names])
    return ids


def _source_ids(connection: sqlite3.Connection, identities: Sequence[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for start in range(0, len(identities), _AT_ONCE):
        some = identities[start : start + _AT_ONCE]
        marks = ", ".join("?" * len(some))
        found |= dict(
            connection.execute(f"SELECT identity, id FROM sources WHERE identity IN ({marks})", some)
        )
    return found


def _used(connection: sqlite3.Connection, article_id: int) -> Used:
    query = "SELECT n.id, n.source_id FROM namings AS g JOIN names AS n ON n.id = g.name_id WHERE g.article_id = ?"
    return connection.execute(query, (article_id,)).fetchall()


def _prune(connection: sqlite3.Connection, before: Used) -> None:
    """Takes out what `before` an article used, where no article uses it now."""
    connection.executemany(_PRUNE_NAME, [(name,) for name, _ in before])
    connection.executemany(_PRUNE_SOURCE, [(source,) for source in {source for _, source in before}])
