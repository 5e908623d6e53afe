"""Archived claims → the database: what `archive` gives, put in again.

Records come from a file, so nothing in them is trusted: spans must lie in their text, values in their
lists. An article that is here already stays as it is and gets the claims it lacks, if engine and lexicon
of the same versions found them. Call everything here inside a transaction.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from claimtrack.errors import ClaimtrackError
from claimtrack.models import Article, Claim, Source
from claimtrack.store import querying, records
from claimtrack.store.claim_writing import put_claims
from claimtrack.store.matching import match_key
from claimtrack.store.source_writing import put_sources
from claimtrack.store.unpacking import claim_of, number_of, span_of, text_of

Record = Mapping[str, Any]
Placed = tuple[str, Record]  # where it stands in its file, for messages; the record

# what a record that is wrong may run into
_WRONG = (
    *(KeyError, TypeError, ValueError, AttributeError, OverflowError),
    *(sqlite3.IntegrityError, sqlite3.InterfaceError, sqlite3.ProgrammingError),
)
# parents that were not in the file: their claims stand alone
_ORPHANS = """
UPDATE claims SET parent_id = NULL
 WHERE number > ? AND parent_id IS NOT NULL AND parent_id NOT IN (SELECT id FROM claims)"""


@dataclass(slots=True)
class Restored:
    """What an import did."""

    new: int = 0
    unchanged: int = 0
    updated: int = 0
    claims: int = 0


@dataclass(slots=True)
class _Home:
    """An article of the file as it is here."""

    article_id: int
    digest: str
    new: bool
    open: bool  # takes claims: it is new, or the same versions read it
    claims: int = 0


@dataclass(slots=True)
class _Intake:
    connection: sqlite3.Connection
    columns: frozenset[str]  # of articles
    last: int  # the number of the claim put in last
    homes: dict[int, _Home] = field(default_factory=dict)  # by the file's article_id


def restore(connection: sqlite3.Connection, placed: Iterable[Placed]) -> Restored:
    """Puts records in; a record that is wrong ends it with its place."""
    columns = frozenset(row[1] for row in connection.execute("PRAGMA table_info(articles)"))
    last = connection.execute("SELECT coalesce(max(number), 0) FROM claims").fetchone()[0]
    intake = _Intake(connection, columns, last)
    for _, group in groupby(placed, key=lambda item: item[1].get("article_id")):
        _take(intake, list(group))
    connection.execute(_ORPHANS, (last,))
    return _counted(intake.homes.values())


def _counted(homes: Iterable[_Home]) -> Restored:
    counts = Restored()
    for home in homes:
        state = "new" if home.new else "updated" if home.claims else "unchanged"
        setattr(counts, state, getattr(counts, state) + 1)
        counts.claims += home.claims
    return counts


def _take(intake: _Intake, group: list[Placed]) -> None:
    """Takes in the records of one article that stand together."""
    claims: dict[str, tuple[int, Claim]] = {}
    home, article = None, Article("")
    for place, record in group:
        try:
            for described in record["articles"]:
                _put_article(intake, described)
            if home is None:
                home = _home(intake, record)
                article = querying.article(intake.connection, home.article_id)
            if home.open and not _known(intake, record["claim_id"]):
                claim = claim_of(record, article.text)
                claims[claim.id] = (number_of(record, "ordinal"), claim)
        except _WRONG as error:
            why = f"{error} is missing" if isinstance(error, KeyError) else str(error)
            raise ClaimtrackError(
                f"{place}: no claim as `claimtrack export` writes it to .jsonl: {why}"
            ) from error
    if home is not None and claims:
        _put_claims(intake, home, article, list(claims.values()))


def _home(intake: _Intake, record: Record) -> _Home:
    found = intake.homes.get(number_of(record, "article_id"))
    if found is None:
        raise ValueError(f"its article {record['article_id']} is described nowhere before")
    return found


def _known(intake: _Intake, claim_id: object) -> bool:
    return bool(intake.connection.execute("SELECT 1 FROM claims WHERE id = ?", (claim_id,)).fetchone())


def _put_claims(intake: _Intake, home: _Home, article: Article, claims: list[tuple[int, Claim]]) -> None:
    numbers = {claim.id: intake.last + step for step, (_, claim) in enumerate(claims, start=1)}
    intake.last += len(claims)
    named = {
        source: _source_row(source, home.digest)
        for source in records.claim_sources(claim for _, claim in claims)
    }
    sources = put_sources(intake.connection, named, article_id=home.article_id)
    put_claims(
        intake.connection, article, claims, article_id=home.article_id, sources=sources, numbers=numbers
    )
    home.claims += len(claims)


def _source_row(source: Source, digest: str) -> records.SourceRow:
    """The source with the names its article uses, of which its own need not be one."""
    row = records.source_row(source, digest=digest)
    names = source.names or (source.name,)  # whoever is there is called something
    return row._replace(names=tuple((name, match_key(name)) for name in names))


def _put_article(intake: _Intake, described: Record) -> None:
    text = text_of(described, "text")
    digest = hashlib.sha256(text.encode()).hexdigest()
    versions = (text_of(described, "engine_version"), text_of(described, "lexicon_version"))
    query = "SELECT id, engine_version, lexicon_version FROM articles WHERE sha256 = ?"
    found = intake.connection.execute(query, (digest,)).fetchone()
    if found:
        home = _Home(found[0], digest, new=False, open=found[1:] == versions)
    else:
        home = _Home(_insert(intake, described, digest), digest, new=True, open=True)
        _put_whereabouts(intake, described, home, len(text))
    intake.homes[number_of(described, "article_id")] = home


def _insert(intake: _Intake, described: Record, digest: str) -> int:
    """The row of a new article, under its old number where that is free."""
    cells = {name: value for name, value in described.items() if name in intake.columns - {"id"}}
    cells |= {"sha256": digest}
    cells |= {f"{name}_key": match_key(text_of(described, name)) for name in ("title", "outlet")}
    number = number_of(described, "article_id")
    if not intake.connection.execute("SELECT 1 FROM articles WHERE id = ?", (number,)).fetchone():
        cells["id"] = number
    names, marks = ", ".join(cells), ", ".join("?" * len(cells))
    query = f"INSERT INTO articles ({names}) VALUES ({marks})"
    return int(intake.connection.execute(query, tuple(cells.values())).lastrowid or 0)


def _put_whereabouts(intake: _Intake, described: Record, home: _Home, length: int) -> None:
    places = [(text_of(one, "place"), text_of(one, "path")) for one in described["locations"]]
    insert = "INSERT INTO locations (article_id, place, path) VALUES (?, ?, ?) ON CONFLICT DO NOTHING"
    count = sum(intake.connection.execute(insert, (home.article_id, *place)).rowcount for place in places)
    if not count:  # another article is there by now: this one is found nowhere
        path = places[0][1] if places else ""
        intake.connection.execute(insert, (home.article_id, f"-#{home.digest}", path))
    furniture = [(home.article_id, *span_of(span, length)) for span in described["furniture"]]
    intake.connection.executemany(
        'INSERT INTO furniture (article_id, start, "end") VALUES (?, ?, ?)', furniture
    )
