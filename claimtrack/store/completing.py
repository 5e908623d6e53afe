"""Names, outlets and ids that go on from what is typed: for the shell, which must neither wait nor be told off.

The file is only read; one that is missing, old or in use gives nothing.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

from claimtrack.store.matching import match_key

_MOST = 40

_NAMES = """
SELECT name, '' FROM names WHERE instr(name_key, ?1) OR ?1 = ''
 GROUP BY name ORDER BY min(instr(name_key, ?1)), length(name), name LIMIT ?2"""
_OUTLETS = """
SELECT outlet, '' FROM articles WHERE outlet <> '' AND (instr(outlet_key, ?1) OR ?1 = '')
 GROUP BY outlet ORDER BY min(instr(outlet_key, ?1)), outlet LIMIT ?2"""
_ARTICLES = """
SELECT CAST(id AS TEXT), title FROM articles WHERE substr(CAST(id AS TEXT), 1, length(?1)) = ?1
 ORDER BY id LIMIT ?2"""
_PATHS = """
SELECT path, '' FROM locations WHERE substr(path, 1, length(?1)) = ?1 GROUP BY path ORDER BY path LIMIT ?2"""
_CLAIMS = """
SELECT id, content FROM claims WHERE id >= ?1 AND id < ?1 || 'g' ORDER BY id LIMIT ?2"""

Offers = list[tuple[str, str]]  # what can stand there, and what it is


def known_names(path: Path, typed: str) -> Offers:
    """Names of sources that hold a word which begins so, in any spelling."""
    return _offers(path, _NAMES, match_key(typed).rstrip())


def known_outlets(path: Path, typed: str) -> Offers:
    """The same for outlets."""
    return _offers(path, _OUTLETS, match_key(typed).rstrip())


def known_articles(path: Path, typed: str) -> Offers:
    """Articles by the beginning of their id, with their titles, or of their path."""
    by_number = not typed or typed.isdigit()
    return _offers(path, _ARTICLES if by_number else _PATHS, typed)


def known_claims(path: Path, typed: str) -> Offers:
    """Claims by the beginning of their id, with their contents."""
    return _offers(path, _CLAIMS, typed)


def _offers(path: Path, query: str, typed: str) -> Offers:
    try:
        connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=0.2)
        try:
            return connection.execute(query, (typed, _MOST)).fetchall()
        finally:
            connection.close()
    except sqlite3.Error:
        return []
