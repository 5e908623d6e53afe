"""Whether a database still holds together: the file, its references, its spans, nothing left over, the index.

Changes nothing but `rebuild_index`. What is wrong comes as lines to read, the gravest first; where the file
itself is damaged nothing else is looked at.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any

from claimtrack.models import Span
from claimtrack.store import columns
from claimtrack.store.connection import transaction
from claimtrack.store.records import cut, joined

_SHOWN = 5  # of one kind; the others are counted

# what nothing points to any more → how to say it
_LEFT_OVER = {
    "SELECT id FROM articles WHERE id NOT IN (SELECT article_id FROM locations)": "article {} is found nowhere",
    "SELECT id FROM names WHERE identity_id IS NOT NULL AND id NOT IN (SELECT name_id FROM namings)": (
        "name {} is used by no article"
    ),
    "SELECT id FROM identities WHERE id NOT IN (SELECT identity_id FROM names WHERE identity_id IS NOT NULL)": (
        "identity {} has no name"
    ),
    "SELECT id FROM sources WHERE id NOT IN (SELECT source_id FROM identities)": "source {} has no identity",
    "SELECT c.id FROM claims AS c JOIN claims AS p ON p.id = c.parent_id WHERE p.article_id <> c.article_id": (
        "claim {} has its parent in another article"
    ),
    "SELECT c.id FROM claims AS c JOIN identities AS i ON i.id = c.identity_id WHERE i.source_id <> c.source_id": (
        "claim {} names another source than its identity is"
    ),
    "SELECT DISTINCT claim_number FROM chain AS h WHERE hop > 1 AND NOT EXISTS "
    "(SELECT 1 FROM chain WHERE claim_number = h.claim_number AND hop = h.hop - 1)": (
        "claim number {} has a gap in its chain"
    ),
}
_SPANS = """
SELECT c.article_id, c.number, c.id, c.mention, c.cue, c.content, c.sentence, c.sentence_start, c.sentence_end,
       s.role, s.start, s."end"
  FROM claims AS c LEFT JOIN spans AS s ON s.claim_number = c.number
 ORDER BY c.article_id, c.number, s.role, s.ordinal"""
# (table of the index, what is to be found in it, what still waits for it)
_INDEXES = (
    ("claims_fts", "SELECT number FROM claims", "SELECT number FROM claims_to_index"),
    ("articles_fts", "SELECT id FROM articles", "SELECT article_id FROM articles_to_index"),
)
_REMEDY = "run `claimtrack check --rebuild-index`"


def faults(connection: sqlite3.Connection) -> Iterator[str]:
    """Everything wrong with the database; nothing when all is well."""
    damaged = False
    for (said,) in connection.execute("PRAGMA integrity_check"):
        if said != "ok":
            damaged = True
            yield f"the file is damaged: {said}"
    if damaged:
        return
    for table, row, other, _ in connection.execute("PRAGMA foreign_key_check"):
        yield f"{table}, row {row}: what it refers to is not in {other}"
    for query, said in _LEFT_OVER.items():
        yield from _some(said.format(number) for (number,) in connection.execute(query))
    yield from _some(_texts(connection))
    yield from _some(_claims(connection))
    for index, there, waiting in _INDEXES:
        yield from _out_of_step(connection, index, there, waiting)
    yield from _some(f"{fault}; {_REMEDY}" for fault in columns.faults(connection))


def rebuild_index(connection: sqlite3.Connection) -> None:
    """Empties the search index and the columns that are counted; everything waits for them anew."""
    with transaction(connection):
        connection.execute("INSERT INTO claims_fts (claims_fts) VALUES ('delete-all')")
        connection.execute("DELETE FROM articles_fts")
        for table, key, there in (
            ("claims_to_index", "number", "SELECT number FROM claims"),
            ("articles_to_index", "article_id", "SELECT id FROM articles"),
        ):
            connection.execute(f"INSERT OR IGNORE INTO {table} ({key}) {there}")
        columns.forget(connection)


def _some(found: Iterator[str]) -> Iterator[str]:
    """The first few, and how many more there are."""
    more = 0
    for number, fault in enumerate(found):
        if number < _SHOWN:
            yield fault
        else:
            more += 1
    if more:
        yield f"and {more:,} more like it"


def _texts(connection: sqlite3.Connection) -> Iterator[str]:
    for number, digest, text in connection.execute("SELECT id, sha256, text FROM articles"):
        if hashlib.sha256(text.encode()).hexdigest() != digest:
            yield f"article {number}: its text is not the one that was taken in"
    query = 'SELECT article_id FROM furniture JOIN articles ON id = article_id WHERE NOT (0 <= start AND start < "end" AND "end" <= length(text))'
    for (number,) in connection.execute(query):
        yield f"article {number}: furniture outside its text"


def _claims(connection: sqlite3.Connection) -> Iterator[str]:
    """The claims whose spans do not give the words that stand beside them."""
    rows = connection.execute(_SPANS)
    for article, of_article in groupby(rows, key=itemgetter(0)):
        query = "SELECT text FROM articles WHERE id = ?"
        (text,) = connection.execute(query, (article,)).fetchone() or ("",)
        for _, of_claim in groupby(of_article, key=itemgetter(1)):
            yield from _claim(text, list(of_claim))


def _claim(text: str, rows: list[tuple[Any, ...]]) -> Iterator[str]:
    article, _, claim, mention, cue, content, sentence, start, end = rows[0][:9]
    spans: dict[str, list[Span]] = {"source": [], "cue": [], "content": []}
    for row in rows:
        if row[9] is not None:
            spans.setdefault(row[9], []).append(Span(*row[10:]))
    for span in (Span(start, end), *(span for of_role in spans.values() for span in of_role)):
        if not 0 <= span.start < span.end <= len(text):
            yield f"article {article}, claim {claim}: a span {span.start}-{span.end} outside its text"
            return
    shown = {
        "source": (mention, cut(text, next(iter(spans["source"]), None))),
        "cue": (cue, cut(text, next(iter(spans["cue"]), None))),
        "content": (content, joined(text, spans["content"])),
        "sentence": (sentence, text[start:end]),
    }
    for role, (stored, cut_out) in shown.items():
        if stored != cut_out:
            yield f"article {article}, claim {claim}: its {role} is not what stands at its place in the text"


def _out_of_step(connection: sqlite3.Connection, index: str, there: str, waiting: str) -> Iterator[str]:
    """What is neither found by `search` nor waits to be, and what is found that is not there."""
    found = f"SELECT id FROM {index}_docsize"
    query = f"SELECT count(*) FROM ({there} EXCEPT SELECT * FROM ({found} UNION {waiting}))"
    missing = connection.execute(query).fetchone()[0]
    if missing:
        yield f"{index}: {missing:,} rows cannot be found by search; {_REMEDY}"
    query = f"SELECT count(*) FROM ({found} EXCEPT {there})"
    stale = connection.execute(query).fetchone()[0]
    if stale:
        yield f"{index}: {stale:,} rows that are not there any more; {_REMEDY}"
    elif not missing and not connection.execute(f"SELECT EXISTS ({waiting})").fetchone()[0]:
        yield from _damaged(connection, index)


def _damaged(connection: sqlite3.Connection, index: str) -> Iterator[str]:
    """SQLite's own check of an index against the words it was made of."""
    try:
        with transaction(connection):
            connection.execute(f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)")
    except sqlite3.DatabaseError as error:
        if "malformed" not in str(error):
            raise
        yield f"{index}: the search index does not fit the words it was made of; {_REMEDY}"
