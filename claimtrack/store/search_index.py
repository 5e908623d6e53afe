"""Filling the search index: what came in since the last time, in steps that each stand by themselves."""

from __future__ import annotations

import sqlite3

from claimtrack.store.connection import transaction
from claimtrack.store.matching import match_key

_CLAIMS_A_STEP = 20_000
_ARTICLES_A_STEP = 2_000

_NEXT_CLAIM = "SELECT max(number) FROM (SELECT number FROM claims_to_index ORDER BY number LIMIT ?)"
_PUT_CLAIMS = """
INSERT INTO claims_fts (rowid, content_key)
SELECT number, content_key FROM claims WHERE number IN (SELECT number FROM claims_to_index WHERE number <= ?)"""
_NEXT_ARTICLES = """
SELECT id, text FROM articles WHERE id IN (SELECT article_id FROM articles_to_index ORDER BY 1 LIMIT ?)"""


def bring_up_to_date(connection: sqlite3.Connection) -> None:
    """Indexes what waits for it; writes nothing when nothing does."""
    while _waits(connection, "claims_to_index"):
        with transaction(connection):
            _index_claims(connection)
    while _waits(connection, "articles_to_index"):
        with transaction(connection):
            _index_articles(connection)


def _waits(connection: sqlite3.Connection, table: str) -> bool:
    return bool(connection.execute(f"SELECT EXISTS (SELECT 1 FROM {table})").fetchone()[0])


def _index_claims(connection: sqlite3.Connection) -> None:
    last = connection.execute(_NEXT_CLAIM, (_CLAIMS_A_STEP,)).fetchone()
    connection.execute(_PUT_CLAIMS, last)
    connection.execute("DELETE FROM claims_to_index WHERE number <= ?", last)


def _index_articles(connection: sqlite3.Connection) -> None:
    waiting = connection.execute(_NEXT_ARTICLES, (_ARTICLES_A_STEP,)).fetchall()
    keys = [(number, match_key(text)) for number, text in waiting]
    connection.executemany("INSERT INTO articles_fts (rowid, text_key) VALUES (?, ?)", keys)
    done = [(number,) for number, _ in waiting]
    connection.executemany("DELETE FROM articles_to_index WHERE article_id = ?", done)
