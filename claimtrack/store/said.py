"""When sources said what they said, counted anew when the date of their article changes."""

from __future__ import annotations

import sqlite3

from claimtrack.lexicon.moments import counted_anew


def recount(connection: sqlite3.Connection, article_id: int, *, was: str) -> None:
    """Counts `أمس` and its like from the date the article has now; `was` is what they were counted from."""
    query = "SELECT published FROM articles WHERE id = ?"
    published = connection.execute(query, (article_id,)).fetchone()[0]
    if published == was:
        return
    query = "SELECT said_when, said_on, number FROM claims WHERE article_id = ? AND said_when <> ''"
    changes = [
        (counted_anew(words, value, was=was, published=published), number)
        for words, value, number in connection.execute(query, (article_id,))
    ]
    connection.executemany("UPDATE claims SET said_on = ? WHERE number = ?", changes)
