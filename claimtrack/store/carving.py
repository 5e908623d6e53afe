"""Moving a name of one article to an identity of its own, and back, as decisions say.

Two people of one name cannot be told apart by it, but somebody who reads the articles can. Call everything
here inside a transaction.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from claimtrack.linking.keys import link_key
from claimtrack.linking.observed import observed, of_all_articles
from claimtrack.store import identities
from claimtrack.store.matching import plain_key
from claimtrack.store.records import best_spelling

_ARTICLES = "SELECT id FROM articles WHERE substr(sha256, 1, ?) = ?"
_USED = "SELECT 1 FROM namings AS g JOIN names AS n ON n.id = g.name_id WHERE g.article_id = ? AND n.identity_id = ?"
_MOVES = (
    "UPDATE claims SET identity_id = :new, source_id = :source WHERE article_id = :article AND identity_id = :old",
    "UPDATE chain SET identity_id = :new, source_id = :source WHERE identity_id = :old "
    "AND claim_number IN (SELECT number FROM claims WHERE article_id = :article)",
    "INSERT INTO names (source_id, identity_id, name, name_key) "
    "SELECT :source, :new, n.name, n.name_key FROM names AS n JOIN namings AS g ON g.name_id = n.id "
    "WHERE n.identity_id = :old AND g.article_id = :article ON CONFLICT DO NOTHING",
    "INSERT INTO namings (article_id, name_id) SELECT :article, m.id FROM names AS n "
    "JOIN namings AS g ON g.name_id = n.id JOIN names AS m ON m.identity_id = :new AND m.name = n.name "
    "WHERE n.identity_id = :old AND g.article_id = :article ON CONFLICT DO NOTHING",
    "DELETE FROM namings WHERE article_id = :article "
    "AND name_id IN (SELECT id FROM names WHERE identity_id = :old)",
    "DELETE FROM names WHERE identity_id = :old AND NOT EXISTS (SELECT 1 FROM namings WHERE name_id = names.id)",
)
_GONE = "DELETE FROM identities WHERE id = ? AND NOT EXISTS (SELECT 1 FROM names WHERE identity_id = identities.id)"


def carve(connection: sqlite3.Connection, *, out: Iterable[str], back: Iterable[str]) -> None:
    """Gives names of one article an identity of their own, or back to what they are everywhere."""
    for own in sorted(out):
        _move(connection, of_all_articles(own), own, article=observed(own).article)
    for own in sorted(back):
        _move(connection, own, of_all_articles(own), article=observed(own).article)


def _move(connection: sqlite3.Connection, old: str, new: str, *, article: str) -> None:
    leaving = identities.find(connection, [old]).get(old)
    found = connection.execute(_ARTICLES, (len(article), article)).fetchone()
    if leaving is None or found is None or not connection.execute(_USED, (*found, leaving.id)).fetchone():
        return
    connection.execute(
        "INSERT INTO identities (identity, link_key, name) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        (new, link_key(new), leaving.name),
    )
    identities.link(connection, [new])
    coming = identities.find(connection, [new])[new]
    values = {"old": leaving.id, "new": coming.id, "source": coming.source_id, "article": found[0]}
    for statement in _MOVES:
        connection.execute(statement, values)
    for row in (leaving, coming):
        _respell(connection, row)
    gone = connection.execute(_GONE, (leaving.id,)).rowcount
    left = [leaving.source_id] if gone and leaving.source_id is not None else []
    identities.link(connection, [old, new], left=left)


def _respell(connection: sqlite3.Connection, row: identities.Row) -> None:
    """The name is the best spelling among those in use now."""
    query = "SELECT name FROM names WHERE identity_id = ?"
    names = [name for (name,) in connection.execute(query, (row.id,))]
    spellings = [name for name in names if plain_key(name) == plain_key(row.name)]
    if spellings:
        name = best_spelling(spellings[0], spellings)
        connection.execute("UPDATE identities SET name = ? WHERE id = ?", (name, row.id))
