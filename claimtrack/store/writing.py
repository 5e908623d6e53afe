"""Putting one article into the database: new, the next version of one, or nothing to do.

An article is its text: the same text at two places is one article with two locations. The first
location leads: what is read there corrects the metadata, other copies only fill what is empty; what
people have corrected stands.
What writes has to be called inside a transaction.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal

from claimtrack.errors import ClaimtrackError
from claimtrack.models import Article, Extraction
from claimtrack.store.claim_writing import delete_article, write_claims
from claimtrack.store.correcting import corrected, hand_on
from claimtrack.store.matching import match_key
from claimtrack.store.said import recount

State = Literal["new", "updated", "unchanged"]
_METADATA = ("title", "outlet", "published", "url", "byline", "encoding")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one article, and how many claims it has now."""

    article_id: int
    state: State
    claims: int


@dataclass(frozen=True, slots=True)
class Known:
    """What the database holds for an article's text and place before it is put in."""

    digest: str
    place: str
    here: int | None  # the article at this place
    same: int | None  # the article with this text
    changes: dict[str, str]  # metadata of `same` that this reading corrects
    current: bool  # `same` has the claims that these versions find in this reading


def look_up(
    connection: sqlite3.Connection, article: Article, *, versions: tuple[str, str], folder: Path
) -> Known:
    """Finds an article by its text and by its place."""
    digest = _digest(article)
    place = _place(article, digest, folder)
    here = _first(connection, "SELECT article_id FROM locations WHERE place = ?", place)
    same = _first(connection, "SELECT id FROM articles WHERE sha256 = ?", digest)
    if same is None:
        return Known(digest, place, here, None, {}, current=False)
    first = "SELECT place FROM locations WHERE article_id = ? ORDER BY id LIMIT 1"
    leading = place == _first(connection, first, same)
    changes = _changes(connection, article, same, leading=leading)
    current = not changes and versions == _versions(connection, same)
    if leading and current:
        current = set(article.furniture) == _furniture(connection, same)
    return Known(digest, place, here, same, changes, current=current)


def keep(connection: sqlite3.Connection, article: Article, known: Known) -> Outcome:
    """The outcome for an article whose claims are there already; its location may be new."""
    assert known.same is not None
    moved = known.here != known.same and _put_location(connection, article, known, known.same)
    return Outcome(known.same, "updated" if moved else "unchanged", _count(connection, "claims", known.same))


def put(connection: sqlite3.Connection, article: Article, extraction: Extraction, *, folder: Path) -> Outcome:
    """Makes the database hold this article with exactly these claims."""
    versions = (extraction.engine_version, extraction.lexicon_version)
    known = look_up(connection, article, versions=versions, folder=folder)
    if known.current:
        return keep(connection, article, known)
    state: State = "new" if known.here is None and known.same is None else "updated"
    article_id = _put_article(connection, article, known, versions)
    fresh = article_id not in (known.here, known.same)
    claims = extraction.claims
    write_claims(connection, article, claims, article_id=article_id, digest=known.digest, fresh=fresh)
    recount(connection, article_id, was=article.published)
    _put_location(connection, article, known, article_id)
    return Outcome(article_id, state, len(claims))


def _versions(connection: sqlite3.Connection, article_id: int) -> tuple[str, str]:
    query = "SELECT engine_version, lexicon_version FROM articles WHERE id = ?"
    engine, lexicon = connection.execute(query, (article_id,)).fetchone()
    return engine, lexicon


def _furniture(connection: sqlite3.Connection, article_id: int) -> set[tuple[int, int]]:
    return set(connection.execute('SELECT start, "end" FROM furniture WHERE article_id = ?', (article_id,)))


def _changes(
    connection: sqlite3.Connection, article: Article, article_id: int, *, leading: bool
) -> dict[str, str]:
    columns = ", ".join(_METADATA)
    row = connection.execute(f"SELECT {columns} FROM articles WHERE id = ?", (article_id,)).fetchone()
    known = dict(zip(_METADATA, row, strict=True))
    given = {name: getattr(article, name) for name in _METADATA}
    return {
        name: value
        for name, value in given.items()
        if value and value != known[name] and (leading or not known[name])
        if name not in corrected(connection, article_id)
    }


def _put_article(
    connection: sqlite3.Connection, article: Article, known: Known, versions: tuple[str, str]
) -> int:
    """The row of the article, made or brought up to date; its id."""
    if known.same is not None:
        read_by = {"engine_version": versions[0], "lexicon_version": versions[1]}
        _update(connection, known.same, _with_keys(known.changes) | read_by)
        return known.same
    cells = _with_keys({name: getattr(article, name) for name in _METADATA}) | {
        "sha256": known.digest,
        "text": article.text,
        "engine_version": versions[0],
        "lexicon_version": versions[1],
        "ingested_at": datetime.now(UTC).isoformat(timespec="seconds"),
    }
    if known.here is not None and _count(connection, "locations", known.here) == 1:
        by_hand = corrected(connection, known.here)
        _update(
            connection,
            known.here,
            {name: cell for name, cell in cells.items() if _field(name) not in by_hand},
        )
        return known.here
    marks = ", ".join("?" * len(cells))
    cursor = connection.execute(
        f"INSERT INTO articles ({', '.join(cells)}) VALUES ({marks})", tuple(cells.values())
    )
    article_id = int(cursor.lastrowid or 0)
    if known.here is not None:
        hand_on(connection, known.here, article_id)
    return article_id


def _field(column: str) -> str:
    return column.removesuffix("_key")


def _with_keys(cells: dict[str, str]) -> dict[str, str]:
    return cells | {f"{name}_key": match_key(cells[name]) for name in ("title", "outlet") if name in cells}


def _update(connection: sqlite3.Connection, article_id: int, cells: dict[str, str]) -> None:
    if cells:
        changes = ", ".join(f"{column} = ?" for column in cells)
        connection.execute(f"UPDATE articles SET {changes} WHERE id = ?", (*cells.values(), article_id))


def _put_location(connection: sqlite3.Connection, article: Article, known: Known, article_id: int) -> bool:
    """Says that the article is found here; true when it was another one that was found here before."""
    if known.here == article_id:
        return False
    connection.execute(
        "INSERT INTO locations (article_id, place, path) VALUES (?, ?, ?) "
        "ON CONFLICT (place) DO UPDATE SET article_id = excluded.article_id, path = excluded.path",
        (article_id, known.place, _printable(article.path)),
    )
    if known.here is not None and not _count(connection, "locations", known.here):
        delete_article(connection, known.here)
    return known.here is not None


def _digest(article: Article) -> str:
    try:
        return hashlib.sha256(article.text.encode()).hexdigest()
    except UnicodeEncodeError as error:
        raise ClaimtrackError(
            f"{article.path}, character {error.start}: half of a surrogate pair, which is no character; "
            "save the file again as UTF-8"
        ) from error


def _place(article: Article, digest: str, folder: Path) -> str:
    """Where the article was found, as seen from the database's folder.

    So the same file is known again from any working directory, and after both have moved together.
    Standard input is no place: each text that came through it is one of its own.
    """
    if article.path in ("", "-"):
        return f"-#{digest}"
    path = os.path.abspath(_printable(article.path))
    try:
        return os.path.relpath(path, folder)
    except ValueError:  # another drive
        return path


def _printable(path: str) -> str:
    """A file name that is not UTF-8 with its odd bytes written out."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def _first(connection: sqlite3.Connection, query: str, value: str | int) -> Any:
    row = connection.execute(query, (value,)).fetchone()
    return row[0] if row else None


def _count(connection: sqlite3.Connection, table: str, article_id: int) -> int:
    query = f"SELECT count(*) FROM {table} WHERE article_id = ?"
    return int(connection.execute(query, (article_id,)).fetchone()[0])
