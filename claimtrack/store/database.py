"""`Store`: one database of articles and claims, opened, written, questioned and closed."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from claimtrack.errors import StoreError
from claimtrack.models import Article, Extraction
from claimtrack.store import (
    archive,
    checking,
    choosing,
    columns,
    comparing,
    copying,
    correcting,
    counting,
    identities,
    nearest,
    querying,
    relays,
    restoring,
    search_index,
    searching,
    sorting,
    tables,
    writing,
)
from claimtrack.store.chains import chain, find_claim
from claimtrack.store.connection import as_database, connect, transaction, translated
from claimtrack.store.deciding import Decisions
from claimtrack.store.filters import ClaimFilter
from claimtrack.store.finding import find_source
from claimtrack.store.portrait import portrait
from claimtrack.store.querying import Row
from claimtrack.store.restoring import Restored
from claimtrack.store.writing import Outcome

if TYPE_CHECKING:
    import sqlite_utils


class Store:
    """A database file. It is made when missing, unless `create=False`.

    >>> with Store("claims.db") as store:                                   # doctest: +SKIP
    ...     store.add(article, extract(article))
    ...     rows = list(store.claims(source="الأخبار"))
    """

    def __init__(self, path: str | os.PathLike[str] = "claimtrack.db", *, create: bool = True) -> None:
        self.path = Path(path)
        self._folder = Path(os.path.abspath(self.path)).parent
        self._connection: sqlite3.Connection = connect(self.path, create=create)
        self._columns = columns.LastColumns(self._connection)
        try:
            with translated(self.path):
                identities.bring_up_to_date(self._connection)
        except BaseException:
            self.close()
            raise

    @cached_property
    def database(self) -> sqlite_utils.Database:
        """The same database for sqlite-utils, for questions that are not foreseen here."""
        return as_database(self._connection)

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Ends the connection; the store cannot be used afterwards."""
        self._connection.close()

    def add(self, article: Article, extraction: Extraction) -> Outcome:
        """Puts an article and its claims in, whole or not at all."""
        with translated(self.path), transaction(self._connection):
            return writing.put(self._connection, article, extraction, folder=self._folder)

    @contextmanager
    def together(self) -> Iterator[None]:
        """Makes what is added meanwhile one transaction, which is faster; each article stays whole."""
        with translated(self.path), transaction(self._connection):
            yield

    def holds(self, article: Article, *, versions: tuple[str, str]) -> bool:
        """Whether an article is there with claims of these versions (of engine and lexicon)."""
        with translated(self.path):
            return self._look_up(article, versions).current

    def keep(self, article: Article, *, versions: tuple[str, str]) -> Outcome | None:
        """The outcome for an article that is there already with claims of these versions (of engine and
        lexicon); None when it has to be extracted and added."""
        with translated(self.path):
            known = self._look_up(article, versions)
            if known.current and known.here != known.same:  # its claims are here, its location is new
                with transaction(self._connection):
                    known = self._look_up(article, versions)
                    return writing.keep(self._connection, article, known) if known.current else None
            return writing.keep(self._connection, article, known) if known.current else None

    def _look_up(self, article: Article, versions: tuple[str, str]) -> writing.Known:
        return writing.look_up(self._connection, article, versions=versions, folder=self._folder)

    def compare(self) -> None:
        """Finds out which articles are copies of one another, as far as it is not known."""
        with translated(self.path):
            comparing.bring_up_to_date(self._connection)

    def copies(self, *, limit: int | None = None) -> Iterator[Row]:
        """Articles that are copies of one another, group by group, with the share of text in common."""
        self.compare()
        return self._streamed(querying.copies(self._connection, limit=limit))

    def correct(self, article_id: int, **values: str) -> dict[str, str]:
        """Corrects metadata of an article for good: title, outlet, published, url, byline; what they were."""
        with translated(self.path), transaction(self._connection):
            return correcting.correct(self._connection, article_id, values)

    def take_back(self, article_id: int) -> dict[str, str]:
        """Gives an article the metadata that were read of it; the fields that had been corrected."""
        with translated(self.path), transaction(self._connection):
            return correcting.take_back(self._connection, article_id)

    def claims(self, wanted: ClaimFilter | None = None, **narrowed: Any) -> Iterator[Row]:
        """The claims of a filter, given as a `ClaimFilter` or by its fields; one row a claim."""
        asked = self._wanted(wanted or ClaimFilter(**narrowed))
        if not sorting.is_grouped(asked):
            return self._streamed(querying.claims(self._connection, asked))
        with translated(self.path), self._columns.now() as claims:
            numbers = sorting.first_claims(claims, asked)
        return self._streamed(querying.numbered_claims(self._connection, numbers))

    def archived(self, wanted: ClaimFilter | None = None) -> Iterator[Row]:
        """The claims of a filter with their articles' texts and all else that `restore` needs."""
        return self._streamed(archive.archived(self._connection, self._wanted(wanted)))

    def restore(self, placed: Iterable[restoring.Placed]) -> Restored:
        """Puts archived claims in, all or none; each comes with its place, for messages."""
        with translated(self.path), transaction(self._connection):
            return restoring.restore(self._connection, placed)

    def backup(self, out: Path, *, replace: bool = False) -> None:
        """Writes a copy of the database as it is now, in one file."""
        copying.copy(self._connection, self.path, out=out, replace=replace)

    def faults(self) -> Iterator[str]:
        """What is wrong with the database, a line each; nothing when all is well."""
        with translated(self.path):
            yield from checking.faults(self._connection)

    def rebuild_index(self) -> None:
        """Makes the search index anew."""
        with translated(self.path):
            checking.rebuild_index(self._connection)
        self.index()

    def index(self) -> None:
        """Makes ready what `search` and `count` read; they do so themselves when they have to."""
        with translated(self.path):
            search_index.bring_up_to_date(self._connection)
            columns.bring_up_to_date(self._connection)

    def search(self, words: str, wanted: ClaimFilter | None = None) -> Iterator[Row]:
        """Claims of a filter whose content matches words, phrases, OR, NOT, beginnings*; the best first."""
        self.index()
        return self._streamed(searching.search_claims(self._connection, words, self._wanted(wanted)))

    def search_articles(self, words: str, wanted: ClaimFilter | None = None) -> Iterator[Row]:
        """Articles whose text matches, of those with claims of the filter; the best first."""
        self.index()
        asked = self._wanted(wanted)
        with translated(self.path), self._columns.now() as claims:
            articles = choosing.articles_of(claims, asked.without_limit())
        found = searching.search_articles(self._connection, words, articles, limit=asked.limit)
        return self._streamed(found)

    def count(
        self,
        wanted: ClaimFilter | None = None,
        by: Sequence[str] = (),
        *,
        part: str = "",
        limit: int | None = None,
        across: int | None = None,
    ) -> Iterator[Row]:
        """The claims of a filter counted by some of `DIMENSIONS`, and beside them those of one of `PARTS`; by
        two, at most `limit` groups of the first and `across` of the second."""
        asked = self._wanted(wanted)
        with translated(self.path), self._columns.now() as claims:
            found = counting.count(claims, asked, by, part=part, limit=limit, across=across)
        return self._streamed(found)

    def totals(self, wanted: ClaimFilter | None = None) -> Row:
        """How many claims, articles and sources there are for a filter, and from when to when."""
        asked = self._wanted(wanted)
        with translated(self.path), self._columns.now() as claims:
            return counting.totals(claims, asked)

    def relays(self, wanted: ClaimFilter | None = None) -> Iterator[Row]:
        """Who relays whom among the claims of a filter, the most frequent pair first."""
        return self._streamed(relays.relays(self._connection, self._wanted(wanted)))

    def table(self, name: str, wanted: ClaimFilter | None = None) -> Iterator[Row]:
        """One of `TABLES`, narrowed to what the claims of a filter need."""
        return self._streamed(tables.table(self._connection, name, self._wanted(wanted)))

    def sources(
        self, *, named: str = "", kinds: Sequence[str] = (), relays: bool = False, limit: int | None = None
    ) -> Iterator[Row]:
        """The sources with their counts, most claims first; `relays`: those that pass on what others say,
        most passed on first."""
        found = querying.sources(self._connection, named=named, kinds=kinds, relays=relays, limit=limit)
        return self._streamed(found)

    def articles(self, *, reference: str = "", outlet: str = "", limit: int | None = None) -> Iterator[Row]:
        """The articles, all or those of a reference: an id, a path, or words of the title."""
        return self._streamed(
            querying.articles(self._connection, reference=reference, outlet=outlet, limit=limit)
        )

    def find_article(self, reference: str) -> int:
        """The id of the one article a reference means."""
        found = list(self.articles(reference=reference, limit=6))
        if not found:
            raise StoreError(f"no article {reference!r}; `claimtrack articles` lists what is there")
        if len(found) > 1:
            some = "; ".join(f"{row['article_id']} {row['title'] or row['path']}" for row in found[:5])
            raise StoreError(f"several articles match {reference!r}; give the id of one: {some}")
        return int(found[0]["article_id"])

    def article(self, article_id: int) -> Article:
        """An article as it was read."""
        with translated(self.path):
            return querying.article(self._connection, article_id)

    def extraction(self, article_id: int) -> Extraction:
        """An article's claims as records."""
        with translated(self.path):
            return querying.extraction(self._connection, article_id)

    @property
    def decisions(self) -> Decisions:
        """What has been decided about sources, and how to decide more."""
        return Decisions(self._connection, self.path)

    def find_source(self, reference: str) -> int:
        """The number of the one source a reference means: its number, or one of its names."""
        with translated(self.path):
            return find_source(self._connection, reference)

    def portrait(self, source_id: int) -> Row:
        """Everything about a source: names, roles, stances, months, outlets, who relays it, whom it relays."""
        with translated(self.path):
            return portrait(self._connection, source_id)

    def chain(self, reference: str) -> Iterator[Row]:
        """The links of a claim's chain, the source first; the claim by its id, or as ARTICLE:NUMBER."""
        with translated(self.path):
            number = find_claim(self._connection, reference)
        return self._streamed(chain(self._connection, number))

    def suggestions(self, *, kinds: Sequence[str] = (), limit: int | None = None) -> Iterator[Row]:
        """Pairs of sources that may be one, with the reason, the likeliest first."""
        from claimtrack.store.suggesting import suggested  # loads what only this needs

        return self._streamed(suggested(self._connection, kinds=kinds, limit=limit))

    def nearest_source(self, words: str) -> str | None:
        """The known source name that looks most like `words`."""
        with translated(self.path):
            return nearest.nearest_source(self._connection, words)

    def nearest_outlet(self, words: str) -> str | None:
        """The known outlet that looks most like `words`."""
        with translated(self.path):
            return nearest.nearest_outlet(self._connection, words)

    def _wanted(self, wanted: ClaimFilter | None) -> ClaimFilter:
        """The filter, once what it asks for is known."""
        if wanted is not None and wanted.distinct:
            self.compare()
        return wanted or ClaimFilter()

    def _streamed(self, rows: Iterator[Row]) -> Iterator[Row]:
        with translated(self.path):
            yield from rows
