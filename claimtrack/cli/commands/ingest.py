"""`claimtrack ingest`: articles into the database."""

from __future__ import annotations

import logging
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated

import typer

from claimtrack.cli import faults
from claimtrack.cli.options import (
    DEFAULT_DATABASE,
    AnyLanguage,
    Columns,
    Database,
    Encoding,
    Lexicons,
    Paths,
)
from claimtrack.errors import ClaimtrackError, StoreError

if TYPE_CHECKING:
    from pathlib import Path

    from claimtrack.cli.workers import Finder
    from claimtrack.models import Article, Extraction, Problem
    from claimtrack.store import Outcome, Store

_LOG = logging.getLogger(__name__)
_UNINDEXED = 64  # batches; the index is made while worker processes search, not all of it at the end


def ingest(
    paths: Paths,
    db: Database = DEFAULT_DATABASE,
    outlet: Annotated[
        str, typer.Option("--outlet", metavar="NAME", help="Who published these articles.")
    ] = "",
    published: Annotated[
        str, typer.Option("--published", metavar="DATE", help="Their date, as 2017-03-14.")
    ] = "",
    encoding: Encoding = None,
    columns: Columns = "",
    any_language: AnyLanguage = False,
    lexicon: Lexicons = None,
    workers: Annotated[
        int, typer.Option("--workers", metavar="N", min=1, help="Processes that look for claims at once.")
    ] = 1,
) -> None:
    """Take articles in: read them, find their claims, store both.

    Each article goes in whole or not at all. The same content again adds nothing; a file that has
    changed becomes the new version of its article; articles whose claims an older engine or lexicon
    found are searched again. What cannot be read is listed at the end, and the rest goes in.

    Text files, saved web pages, Word and PDF documents, tables and JSON with one article a row, feeds
    and archives of any of these are read; the README lists the endings. In a folder, files of other
    kinds are passed over.

    With --workers N the claims are found by N processes at once; what is stored is the same.

    The last line counts articles new, unchanged, updated and failed, and the claims of the new and
    updated ones. The exit code is 1 if some input failed.

    \b
    Example:
      claimtrack ingest sample_data
      claimtrack ingest --workers 2 sample_data
      claimtrack ingest --outlet "صحيفة الساحل" --published 2021-03-14 article.txt
      cat article.txt | claimtrack ingest -
    """
    from claimtrack.cli.engine import engine
    from claimtrack.cli.inputs import articles
    from claimtrack.cli.progress import counted
    from claimtrack.reading import Meter
    from claimtrack.store import Store

    extract = engine(lexicon)
    meter = Meter(paths)
    items = articles(
        paths,
        encoding=encoding,
        columns=columns,
        any_language=any_language,
        outlet=outlet,
        published=published,
        meter=meter,
    )
    intake = Intake()
    try:
        with Store(db) as store:
            counted_items = counted(items, what="articles", meter=meter)
            take_in(store, counted_items, extract, intake, workers=workers, lexicons=lexicon or ())
            store.compare()
            store.index()
    except KeyboardInterrupt:
        intake.stopped = True
    for problem in intake.problems:
        faults.remark(problem)
    print(intake)
    if intake.stopped:
        print("stopped; the same command again goes on where this one was", file=sys.stderr)
        raise typer.Exit(faults.STOPPED)
    if intake.counts["failed"]:
        raise typer.Exit(faults.SOME_FAILED)


@dataclass(slots=True)
class Intake:
    """What an ingest did."""

    counts: Counter[str] = field(default_factory=Counter)
    claims: int = 0
    problems: list[Problem] = field(default_factory=list)
    stopped: bool = False

    def __str__(self) -> str:
        parts = [f"{self.counts[state]} {state}" for state in ("new", "unchanged", "updated", "failed")]
        if self.counts["skipped"]:
            parts.append(f"{self.counts['skipped']} skipped")
        return f"{', '.join(parts)}; {self.claims} claims"

    def note(self, outcome: Outcome | Problem) -> None:
        """Counts what became of one article, and keeps a problem."""
        from claimtrack.models import Problem
        from claimtrack.reading import Remark, Skipped

        if not isinstance(outcome, Problem):
            self.counts[outcome.state] += 1
            self.claims += outcome.claims if outcome.state != "unchanged" else 0
            return
        if isinstance(outcome, Skipped):
            self.counts["skipped"] += 1
        elif not isinstance(outcome, Remark):
            self.counts["failed"] += 1
        self.problems.append(outcome)


def take_in(
    store: Store,
    items: Iterable[Article | Problem],
    extract: Finder,
    intake: Intake,
    *,
    workers: int = 1,
    lexicons: Sequence[Path] = (),
) -> None:
    """Stores the articles among `items` with their claims; `intake` counts them and keeps the problems."""
    from claimtrack.cli.workers import search

    blank = extract("")
    versions = (blank.engine_version, blank.lexicon_version)

    def wanted(article: Article) -> bool:
        try:
            return not store.holds(article, versions=versions)
        except StoreError:  # the database itself: nothing more can go in
            raise
        except ClaimtrackError:  # told when it is stored
            return False

    batches = search(items, extract, wanted=wanted, workers=workers, lexicons=lexicons)
    for number, batch in enumerate(batches, start=1):
        with store.together():
            notes = [_take_in_one(store, item, found, extract, versions) for item, found in batch]
        for note in notes:
            intake.note(note)
        _LOG.info("stored: %s", intake)
        if number % _UNINDEXED == 0:
            store.index()


def _take_in_one(
    store: Store,
    item: Article | Problem,
    found: Extraction | Problem | None,
    extract: Finder,
    versions: tuple[str, str],
) -> Outcome | Problem:
    """What became of one item: an article stored, or a problem."""
    from claimtrack.models import Problem

    if isinstance(item, Problem):
        return item
    if isinstance(found, Problem):
        return found
    try:
        if found is None:
            return store.keep(item, versions=versions) or store.add(item, extract(item))
        return store.add(item, found)
    except StoreError:  # the database itself: nothing more can go in
        raise
    except ClaimtrackError as error:
        return Problem(item.path, str(error))
    except Exception as error:  # one article that is stumbled over keeps no other out
        if faults.tracebacks_shown():
            raise
        return Problem(item.path, faults.line(error))
