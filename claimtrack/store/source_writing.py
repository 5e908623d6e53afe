"""Writing the sources of one article: identities, names, and which article uses which name.

Call everything here inside a transaction.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping

from claimtrack.linking.keys import link_key
from claimtrack.linking.observed import of_article
from claimtrack.models import Source
from claimtrack.store import identities
from claimtrack.store.journal import settlement
from claimtrack.store.records import Numbers, SourceRow

_PUT_IDENTITY = """
INSERT INTO identities (identity, link_key, name) VALUES (?, ?, ?)
ON CONFLICT (identity) DO UPDATE SET name = excluded.name
 WHERE (length(excluded.name), excluded.name) < (length(name), name)"""
_PUT_NAME = """
INSERT INTO names (source_id, identity_id, name, name_key) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING"""
_PUT_NAMING = """
INSERT INTO namings (article_id, name_id) SELECT ?, id FROM names WHERE identity_id = ? AND name = ?
ON CONFLICT DO NOTHING"""

_USED = """
SELECT n.id, i.id, i.identity FROM namings AS g
  JOIN names AS n ON n.id = g.name_id
  JOIN identities AS i ON i.id = n.identity_id
 WHERE g.article_id = ?"""
_PRUNE_NAME = "DELETE FROM names WHERE id = ? AND NOT EXISTS (SELECT 1 FROM namings WHERE name_id = names.id)"
_PRUNE_IDENTITY = """
DELETE FROM identities WHERE id = ?
   AND NOT EXISTS (SELECT 1 FROM names WHERE identity_id = identities.id)
RETURNING source_id"""

Used = list[tuple[int, int, str]]  # names, identities and what these are


def put_sources(
    connection: sqlite3.Connection, named: Mapping[Source, SourceRow], *, article_id: int
) -> dict[Source, Numbers]:
    """The numbers of sources, made where missing, with their namings in this article."""
    named = _carved(connection, named, article_id)
    wanted = list(dict.fromkeys(row.identity for row in named.values()))
    before = identities.find(connection, wanted)
    _put_identities(connection, named, before)
    known = identities.find(connection, wanted)
    numbers = {}
    for source, row in named.items():
        found = known[row.identity]
        assert found.source_id is not None
        numbers[source] = Numbers(found.source_id, found.id)
    names = dict.fromkeys((numbers[source], name) for source, row in named.items() for name in row.names)
    connection.executemany(_PUT_NAME, [(*number, *name) for number, name in names])
    connection.executemany(_PUT_NAMING, [(article_id, number.identity, name) for number, (name, _) in names])
    return numbers


def _carved(
    connection: sqlite3.Connection, named: Mapping[Source, SourceRow], article_id: int
) -> Mapping[Source, SourceRow]:
    """The sources with names that were decided to mean somebody else in this article."""
    carved = settlement(connection).carved
    if not carved:
        return named
    digest = connection.execute("SELECT sha256 FROM articles WHERE id = ?", (article_id,)).fetchone()[0]
    own = {source: of_article(row.identity, digest) for source, row in named.items()}
    return {
        source: row._replace(identity=own[source]) if own[source] in carved else row
        for source, row in named.items()
    }


def _put_identities(
    connection: sqlite3.Connection, named: Mapping[Source, SourceRow], before: Mapping[str, identities.Row]
) -> None:
    """Puts in what is not there yet or better spelt here, and lets sources follow."""
    put = [
        row
        for row in named.values()
        if row.identity not in before
        or (len(row.name), row.name) < (len(before[row.identity].name), before[row.identity].name)
    ]
    if not put:
        return
    connection.executemany(_PUT_IDENTITY, [(row.identity, link_key(row.identity), row.name) for row in put])
    identities.link(connection, [row.identity for row in put])


def used(connection: sqlite3.Connection, article_id: int) -> Used:
    """The names and identities an article uses."""
    return connection.execute(_USED, (article_id,)).fetchall()


def prune(connection: sqlite3.Connection, before: Used) -> None:
    """Takes out what `before` an article used, where no article uses it now."""
    connection.executemany(_PRUNE_NAME, [(name,) for name, _, _ in before])
    gone: dict[str, int] = {}
    for number, identity in sorted({(number, identity) for _, number, identity in before}):
        for (source,) in connection.execute(_PRUNE_IDENTITY, (number,)).fetchall():
            gone[identity] = source
    if gone:
        identities.link(connection, gone, left=gone.values())
