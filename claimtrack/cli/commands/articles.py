"""`claimtrack articles`: what the database holds."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from claimtrack.cli import completion
from claimtrack.cli.options import DEFAULT_DATABASE, Database, Limit, OutputFormat


def articles(
    article: Annotated[
        str,
        typer.Argument(
            metavar="[ARTICLE]",
            help="An id, a path, or words of the title.",
            autocompletion=completion.articles,
        ),
    ] = "",
    outlet: Annotated[
        str,
        typer.Option(
            "--outlet", metavar="NAME", help="Who published them.", autocompletion=completion.outlets
        ),
    ] = "",
    limit: Limit = None,
    db: Database = DEFAULT_DATABASE,
    format: OutputFormat = "table",
) -> None:
    """List articles: id, title, outlet, date, number of claims, path.

    \b
    Example:
      claimtrack articles
      claimtrack articles "السكر" --format csv
    """
    from claimtrack.cli.layouts import ARTICLES
    from claimtrack.cli.rows import check_format, print_rows
    from claimtrack.store import Store

    check_format(format)
    with Store(db, create=False) as store:
        rows = store.articles(reference=article, outlet=outlet, limit=limit)
        if not print_rows(rows, form=format, layout=ARTICLES):
            print("no such article; `claimtrack ingest PATH` takes articles in", file=sys.stderr)
