"""The chain of one claim: from its source through its relays to the outlet that printed the article."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from claimtrack.errors import StoreError
from claimtrack.store.querying import Row, rows

_BY_PLACE = "SELECT number FROM claims WHERE article_id = ? AND ordinal = ?"
_BY_ID = r"SELECT number FROM claims WHERE id LIKE ? || '%' ESCAPE '\' LIMIT 2"

_ORIGIN = """
SELECT 0 AS hop, 'source' AS part, coalesce(s.name, c.mention) AS name, coalesce(s.kind, '') AS kind,
       p.start, p."end"
  FROM claims AS c
  LEFT JOIN sources AS s ON s.id = c.source_id
  LEFT JOIN spans AS p ON p.claim_number = c.number AND p.role = 'source'
 WHERE c.number = ?"""
_RELAYS = """
SELECT h.hop, 'relay' AS part, r.name, r.kind, h.start, h."end"
  FROM chain AS h JOIN sources AS r ON r.id = h.source_id
 WHERE h.claim_number = ? ORDER BY h.hop"""
_ARTICLE = """
SELECT a.outlet, a.text FROM claims AS c JOIN articles AS a ON a.id = c.article_id WHERE c.number = ?"""


def find_claim(connection: sqlite3.Connection, reference: str) -> int:
    """The number of a claim: by its id or the beginning of one, or as article:number, as `show` counts."""
    article, colon, ordinal = reference.partition(":")
    if colon and article.isdecimal() and ordinal.isdecimal():
        found = connection.execute(_BY_PLACE, (int(article), int(ordinal))).fetchall()
    else:
        found = connection.execute(_BY_ID, (_literal(reference),)).fetchall()
    if len(found) != 1 or not reference:
        why = "several claims begin with" if len(found) > 1 else "no claim"
        raise StoreError(
            f"{why} {reference!r}; give a claim_id, or ARTICLE:NUMBER as `claimtrack show` counts"
        )
    return int(found[0][0])


def chain(connection: sqlite3.Connection, number: int) -> Iterator[Row]:
    """One row a link, the source first: hop, part (source, relay, outlet), name, kind, words and their span."""
    outlet, text = connection.execute(_ARTICLE, (number,)).fetchone()
    last = 0
    for query in (_ORIGIN, _RELAYS):
        for row in rows(connection, query, [number]):
            last = row["hop"]
            words = "" if row["start"] is None else text[row["start"] : row["end"]]
            yield {**row, "words": words}
    if outlet:
        printed = {"hop": last + 1, "part": "outlet", "name": outlet, "kind": "outlet"}
        yield {**printed, "start": None, "end": None, "words": ""}


def _literal(words: str) -> str:
    return words.replace("\\", r"\\").replace("%", r"\%").replace("_", r"\_")
