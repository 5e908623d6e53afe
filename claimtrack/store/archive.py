"""Claims with all that is known of them, so that another database can be made from them without loss.

A row is that of an export with more columns: `ordinal`, `reason`, what its article tells of the source,
`names` (of the source, as its article uses them), `spans`, `chain`, and `articles`: the articles that no
row before has described, which are the claim's own and those without claims that come before it (after
the last claim: with it).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import Any

from claimtrack.store import querying
from claimtrack.store.filters import ClaimFilter
from claimtrack.store.querying import Row, rows

TOLD = (
    *("anon_sector", "anon_count", "anon_of", "anon_reason"),
    *("source_title", "source_role", "source_affiliation"),
    *("said_on", "said_when"),
)
ARCHIVE_COLUMNS = ("ordinal", "reason", *TOLD, "names", "spans", "chain", "articles")

_DERIVED = frozenset({"id", "sha256", "title_key", "outlet_key"})  # made again when the text is put in
_SPANS = 'SELECT role, start, "end" FROM spans WHERE claim_number = ? ORDER BY role, ordinal'
_HOPS = 'SELECT source_id, start, "end" FROM chain WHERE claim_number = ? ORDER BY hop'
_NAMINGS = """
SELECT DISTINCT s.id, s.name, s.kind, n.name FROM namings AS g
  JOIN names AS n ON n.id = g.name_id
  JOIN sources AS s ON s.id = n.source_id
 WHERE g.article_id = ? ORDER BY s.id, n.name"""
_WITHOUT_CLAIMS = """
SELECT id FROM articles AS a WHERE NOT EXISTS (SELECT 1 FROM claims AS c WHERE c.article_id = a.id) ORDER BY id"""
_LOCATIONS = "SELECT place, path FROM locations WHERE article_id = ? ORDER BY id"
_FURNITURE = 'SELECT start, "end" FROM furniture WHERE article_id = ? ORDER BY start, "end"'

Named = dict[str, Any]  # name, kind, names


def archived(connection: sqlite3.Connection, wanted: ClaimFilter) -> Iterator[Row]:
    """The claims of a filter with everything; the empty filter takes in the articles without claims."""
    left = [] if wanted.narrows else [row["id"] for row in rows(connection, _WITHOUT_CLAIMS)]
    left.reverse()
    described: set[int] = set()
    article_id, sources = 0, dict[int, Named]()
    found = querying.claims(connection, wanted, linked=True)
    for row, last in _with_last(found):
        if row["article_id"] != article_id:
            article_id = row["article_id"]
            sources = _sources(connection, article_id)
        ids = []
        while left and (last or left[-1] < article_id):
            ids.append(left.pop())
        if article_id not in described:
            described.add(article_id)
            ids.append(article_id)
        yield _complete(connection, row, sources) | {
            "articles": [_article(connection, number) for number in sorted(ids)]
        }


def _with_last(found: Iterator[Row]) -> Iterator[tuple[Row, bool]]:
    """Each row, and whether it is the last one."""
    row = next(found, None)
    while row is not None:
        following = next(found, None)
        yield row, following is None
        row = following


def _complete(connection: sqlite3.Connection, row: Row, sources: dict[int, Named]) -> Row:
    number = row["claim_number"]
    by_role: dict[str, list[list[int]]] = {}
    for role, start, end in connection.execute(_SPANS, (number,)):
        by_role.setdefault(role, []).append([start, end])
    hops = connection.execute(_HOPS, (number,)).fetchall()
    return row | {
        "names": sources[row["source_id"]]["names"] if row["source_id"] else [],
        "spans": {
            "source": by_role.get("source", [None])[0],
            "cue": by_role.get("cue", [None])[0],
            "content": by_role.get("content", []),
            "sentence": [row["sentence_start"], row["sentence_end"]],
            "anon_reason": by_role.get("anon_reason", [None])[0],
            "when": by_role.get("when", [None])[0],
        },
        "chain": [sources[source] | {"start": start, "end": end} for source, start, end in hops],
    }


def _sources(connection: sqlite3.Connection, article_id: int) -> dict[int, Named]:
    found: dict[int, Named] = {}
    for source_id, name, kind, naming in connection.execute(_NAMINGS, (article_id,)):
        source = found.setdefault(source_id, {"name": name, "kind": kind, "names": []})
        source["names"].append(naming)
    return found


def _article(connection: sqlite3.Connection, article_id: int) -> Row:
    (row,) = rows(connection, "SELECT * FROM articles WHERE id = ?", (article_id,))
    return {
        "article_id": article_id,
        **{name: value for name, value in row.items() if name not in _DERIVED},
        "locations": list(rows(connection, _LOCATIONS, (article_id,))),
        "furniture": [list(span) for span in connection.execute(_FURNITURE, (article_id,))],
    }
