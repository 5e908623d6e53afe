"""Writing the claims of one article: its sources, names, claims, spans and chains.

Claims that were there before keep their row, so what others refer to stays; those no longer found go,
and so do names and sources nobody uses any more. Call everything here inside a transaction.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence

from claimtrack.models import Article, Claim, Source
from claimtrack.store import records
from claimtrack.store.source_writing import prune, put_sources, used

_COLUMNS = ", ".join(records.CLAIM_COLUMNS)
_MARKS = ", ".join("?" * len(records.CLAIM_COLUMNS))
_CHANGES = ", ".join(f"{column} = excluded.{column}" for column in records.CLAIM_COLUMNS[3:])

_PUT_CLAIM = (
    f"INSERT INTO claims ({_COLUMNS}) VALUES ({_MARKS}) ON CONFLICT (number) DO UPDATE SET {_CHANGES}"
)
_PUT_SPAN = 'INSERT INTO spans (claim_number, role, ordinal, start, "end") VALUES (?, ?, ?, ?, ?)'
_PUT_HOP = """
INSERT INTO chain (claim_number, hop, source_id, identity_id, start, "end") VALUES (?, ?, ?, ?, ?, ?)"""
_PUT_FURNITURE = 'INSERT INTO furniture (article_id, start, "end") VALUES (?, ?, ?)'


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
    before = [] if fresh else used(connection, article_id)
    old = {} if fresh else _clear(connection, article_id, claims)
    numbers = _numbered(connection, claims, old)
    named = {source: records.source_row(source, digest=digest) for source in records.claim_sources(claims)}
    sources = put_sources(connection, named, article_id=article_id)
    placed = list(enumerate(claims, start=1))
    put_claims(connection, article, placed, article_id=article_id, sources=sources, numbers=numbers)
    connection.executemany(_PUT_FURNITURE, [(article_id, *span) for span in set(article.furniture)])
    prune(connection, before)


def delete_article(connection: sqlite3.Connection, article_id: int) -> None:
    """Takes an article out, and the names and sources only it used."""
    before = used(connection, article_id)
    connection.execute("DELETE FROM articles WHERE id = ?", (article_id,))
    prune(connection, before)


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
    sources: Mapping[Source, records.Numbers],
    numbers: Mapping[str, int],
) -> None:
    """Writes claims, each with its place in the article, with their spans and chains."""
    rows = records.claim_rows(article, placed, article_id=article_id, sources=sources, numbers=numbers)
    connection.executemany(_PUT_CLAIM, rows)
    claims = [claim for _, claim in placed]
    connection.executemany(_PUT_SPAN, records.span_rows(claims, numbers))
    connection.executemany(_PUT_HOP, records.chain_rows(claims, numbers, sources))
