"""`claimtrack ingest`: articles into the database."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterable
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

if TYPE_CHECKING:
    from claimtrack.models import Article, Extraction, Problem
    from claimtrack.store import Outcome, Store


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
) -> None:
    """Take articles in: read them, find their claims, store both.

    Each article goes in whole or not at all. The same content again adds nothing; a file that has
    changed becomes the new version of its article; articles whose claims an older engine or lexicon
    found are searched again. What cannot be read is listed at the end, and the rest goes in.

    Text files, saved web pages, Word and PDF documents, tables and JSON with one article a row, feeds
    and archives of any of these are read; the README lists the endings. In a folder, files of other
    kinds are passed over.

    The last line counts articles new, unchanged, updated and failed, and the claims of the new and
    updated ones. The exit code is 1 if some input failed.

    \b
    Example:
      claimtrack ingest sample_data
      claimtrack ingest --outlet "صحيفة الساحل" --published 2021-03-14 article.txt
      cat article.txt | claimtrack ingest -
    """
    from claimtrack.cli.engine import engine
    from claimtrack.cli.inputs import articles
    from claimtrack.cli.progress import counted
    from claimtrack.store import Store

    extract = engine(lexicon)
    items = articles(
        paths,
        encoding=encoding,
        columns=columns,
        any_language=any_language,
        outlet=outlet,
        published=published,
    )
    intake = Intake()
    try:
        with Store(db) as store:
            take_in(store, counted(items, what="articles"), extract, intake)
            store.index()
    except KeyboardInterrupt:
        intake.stopped = True
    for problem in intake.problems:
        print(problem, file=sys.stderr)
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

    def note(self, outcome: Outcome) -> None:
        """Counts an article that went in."""
        self.counts[outcome.state] += 1
        self.claims += outcome.claims if outcome.state != "unchanged" else 0


def take_in(
    store: Store,
    items: Iterable[Article | Problem],
    extract: Callable[[Article | str], Extraction],
    intake: Intake,
) -> None:
    """Stores the articles among `items` with their claims; `intake` counts them and keeps the problems."""
    from claimtrack.models import Article

    blank = extract("")
    versions = (blank.engine_version, blank.lexicon_version)
    for item in items:
        if isinstance(item, Article):
            _take_in_one(store, item, extract, versions, intake)
        else:
            _note_problem(item, intake)


def _take_in_one(
    store: Store,
    article: Article,
    extract: Callable[[Article | str], Extraction],
    versions: tuple[str, str],
    intake: Intake,
) -> None:
    from claimtrack.errors import ClaimtrackError, StoreError
    from claimtrack.models import Problem

    try:
        intake.note(store.keep(article, versions=versions) or store.add(article, extract(article)))
    except StoreError:  # the database itself: nothing more can go in
        raise
    except ClaimtrackError as error:
        _note_problem(Problem(article.path, str(error)), intake)
    except Exception as error:  # one article that the engine stumbles over keeps no other out
        if faults.tracebacks_shown():
            raise
        _note_problem(Problem(article.path, faults.line(error)), intake)


def _note_problem(problem: Problem, intake: Intake) -> None:
    from claimtrack.reading import Remark, Skipped

    if isinstance(problem, Skipped):
        intake.counts["skipped"] += 1
    elif not isinstance(problem, Remark):
        intake.counts["failed"] += 1
    intake.problems.append(problem)
