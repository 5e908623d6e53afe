"""Writing the claims of one article: its sources, names, claims, spans and chains.

Claims that were there before keep their row, so what others refer to stays; those no longer found go,
and so do sources nobody names any more. Call it inside a transaction.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence

from claimtrack.models import Article, Claim, Extraction, Source
from claimtrack.store import records

_COLUMNS = ", ".join(records.CLAIM_COLUMNS)
_MARKS = ", ".join("?" * len(records.CLAIM_COLUMNS))
_CHANGES = ", ".join(f"{column} = excluded.{column}" for column in records.CLAIM_COLUMNS[2:])

# A claim id names one claim of one text; should two articles ever give the same, the second is refused
# (the update touches nothing, and the spans that follow would fail) instead of taking the first one over.
_PUT_CLAIM = (
    f"INSERT INTO claims ({_COLUMNS}) VALUES ({_MARKS}) "
    f"ON CONFLICT (id) DO UPDATE SET {_CHANGES} WHERE article_id = excluded.article_id"
)
# Of several spellings of one name the shortest is kept, then the first in code-point order: without
# marks and tatweel, with its hamza; the order of the articles does not matter.
_PUT_SOURCE = """
INSERT INTO sources (identity, name, kind) VALUES (?, ?, ?)
ON CONFLICT (identity) DO UPDATE SET name = excluded.name
 WHERE (length(excluded.name), excluded.name) < (length(name), name)"""
_PUT_NAME = "INSERT INTO source_names (source_id, article_id, name, name_key) VALUES (?, ?, ?, ?)"
_PUT_SPAN = 'INSERT INTO spans (claim_id, role, ordinal, start, "end") VALUES (?, ?, ?, ?, ?)'
_PUT_HOP = 'INSERT INTO chain (claim_id, hop, source_id, start, "end") VALUES (?, ?, ?, ?, ?)'
_PUT_FURNITURE = 'INSERT INTO furniture (article_id, start, "end") VALUES (?, ?, ?)'

_SOURCES_OF = """
SELECT source_id FROM source_names WHERE article_id = ?"""
_PRUNE = """
DELETE FROM sources WHERE id = ?
   AND NOT EXISTS (SELECT 1 FROM source_names WHERE source_id = sources.id)
   AND NOT EXISTS (SELECT 1 FROM claims WHERE source_id = sources.id)
   AND NOT EXISTS (SELECT 1 FROM chain WHERE source_id = sources.id)"""


def write_claims(
    connection: sqlite3.Connection, article: Article, extraction: Extraction, *, article_id: int, digest: str
) -> None:
    """Makes `extraction` all there is of this article's claims."""
    claims = extraction.claims
    before = {row[0] for row in connection.execute(_SOURCES_OF, (article_id,))}
    _clear(connection, article_id, claims)
    ids = _put_sources(connection, claims, article_id=article_id, digest=digest)
    rows = records.claim_rows(article, claims, article_id=article_id, ids=ids)
    connection.executemany(_PUT_CLAIM, rows)
    connection.executemany(_PUT_SPAN, records.span_rows(claims))
    connection.executemany(_PUT_HOP, records.chain_rows(claims, ids))
    connection.executemany(_PUT_FURNITURE, [(article_id, *span) for span in set(article.furniture)])
    connection.execute(
        "UPDATE articles SET engine_version = ?, lexicon_version = ? WHERE id = ?",
        (extraction.engine_version, extraction.lexicon_version, article_id),
    )
    connection.executemany(_PRUNE, [(source_id,) for source_id in before - set(ids.values())])


def delete_article(connection: sqlite3.Connection, article_id: int) -> None:
    """Takes an article out, and the sources only it named."""
    before = connection.execute(_SOURCES_OF, (article_id,)).fetchall()
    connection.execute("DELETE FROM articles WHERE id = ?", (article_id,))
    connection.executemany(_PRUNE, before)


def _clear(connection: sqlite3.Connection, article_id: int, claims: Sequence[Claim]) -> None:
    """Removes what the article had, but for the rows of claims that are found again."""
    old = {row[0] for row in connection.execute("SELECT id FROM claims WHERE article_id = ?", (article_id,))}
    connection.execute("DELETE FROM furniture WHERE article_id = ?", (article_id,))
    connection.execute("DELETE FROM source_names WHERE article_id = ?", (article_id,))
    if not old:
        return
    kept = old & {claim.id for claim in claims}
    connection.executemany("DELETE FROM spans WHERE claim_id = ?", [(claim,) for claim in old])
    connection.executemany("DELETE FROM chain WHERE claim_id = ?", [(claim,) for claim in old])
    connection.executemany("DELETE FROM claims WHERE id = ?", [(claim,) for claim in old - kept])
    # out of the way of the unique (article, ordinal) while the kept rows are renumbered
    connection.execute("UPDATE claims SET ordinal = -ordinal WHERE article_id = ?", (article_id,))


def _put_sources(
    connection: sqlite3.Connection, claims: Iterable[Claim], *, article_id: int, digest: str
) -> dict[Source, int]:
    """The ids of all sources the claims name, made where missing, with their namings here."""
    named = {source: records.source_row(source, digest=digest) for source in records.claim_sources(claims)}
    rows = dict.fromkeys((row.identity, row.name, row.kind) for row in named.values())
    connection.executemany(_PUT_SOURCE, rows)
    ids = {source: _source_id(connection, row.identity) for source, row in named.items()}
    names = dict.fromkeys(
        (ids[source], article_id, *name) for source, row in named.items() for name in row.names
    )
    connection.executemany(_PUT_NAME, names)
    return ids


def _source_id(connection: sqlite3.Connection, identity: str) -> int:
    found = connection.execute("SELECT id FROM sources WHERE identity = ?", (identity,)).fetchone()
    return int(found[0])
