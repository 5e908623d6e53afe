"""`claimtrack report`: one page to look at."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimtrack.cli import faults
from claimtrack.cli.filters import takes_filters
from claimtrack.cli.options import DEFAULT_DATABASE, Database

if TYPE_CHECKING:
    from claimtrack.report import Document
    from claimtrack.store import ClaimFilter, Store

Output = Annotated[Path, typer.Argument(metavar="OUT", help="The HTML file; - is standard output.")]
Language = Annotated[str, typer.Option("--lang", metavar="LANG", help="Labels of the page: ar or en.")]
Texts = Annotated[
    int,
    typer.Option(
        "--texts", metavar="N", help="Show the text of at most N articles; the figures count all of them."
    ),
]


@takes_filters
def report(
    wanted: ClaimFilter,
    out: Output,
    lang: Language = "ar",
    texts: Texts = 1000,
    db: Database = DEFAULT_DATABASE,
) -> None:
    """Write a page to look at: figures, sources, network, and the articles with their claims marked.

    The page is one HTML file that needs no network and no server: headline figures, claims by kind and
    stance, sources ranked, claims over time, who relays whom, and each article with source, cue and
    content marked in place. It has a filter box, prints well, and can be used with the keyboard alone.

    \b
    Example:
      claimtrack report report.html
      claimtrack report --lang en --kind anonymous anonymous.html
    """
    from claimtrack.cli.no_match import explained
    from claimtrack.cli.progress import counted
    from claimtrack.errors import UsageError
    from claimtrack.export import opened
    from claimtrack.report import LANGUAGES, write_report
    from claimtrack.store import Store

    if lang not in LANGUAGES:
        raise UsageError(f"no labels in {lang!r}; --lang is one of: {', '.join(LANGUAGES)}")
    if texts < 0:
        raise UsageError(f"--texts cannot be {texts}; give 0 or more")
    with Store(db, create=False) as store, opened(out) as page:
        documents = counted(_documents(store, _chosen(store, wanted)), what="articles")
        tally = write_report(documents, page, lang=lang, scope=list(_scope(wanted)), texts=texts)
        if not tally.claims:
            faults.remark(explained(store, wanted))


def _chosen(store: Store, wanted: ClaimFilter) -> dict[int, set[str]]:
    """The ids of the chosen claims by article, in the order the claims are asked for."""
    from claimtrack.cli.progress import counted

    chosen: dict[int, set[str]] = {}
    for row in counted(store.claims(wanted), what="claims"):
        chosen.setdefault(row["article_id"], set()).add(row["claim_id"])
    return chosen


def _documents(store: Store, chosen: dict[int, set[str]]) -> Iterator[Document]:
    from claimtrack.report import Document

    for number, ids in chosen.items():
        found = store.extraction(number)
        versions = f"{found.engine_version}, {found.lexicon_version}"
        yield Document(number, store.article(number), found.claims, frozenset(ids), versions)


def _scope(wanted: ClaimFilter) -> Iterator[tuple[str, str]]:
    """The filters that were given, as (name, value)."""
    from dataclasses import fields

    for field in fields(wanted):
        value = getattr(wanted, field.name)
        if field.name == "sort" or value in ("", (), None):
            continue
        for one in value if isinstance(value, tuple) else (value,):
            yield field.name, str(one).lower() if isinstance(one, bool) else str(one)
