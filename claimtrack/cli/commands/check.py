"""`claimtrack check`: whether the database still holds together."""

from __future__ import annotations

from typing import Annotated

import typer

from claimtrack.cli import faults
from claimtrack.cli.options import DEFAULT_DATABASE, Database


def check(
    db: Database = DEFAULT_DATABASE,
    rebuild_index: Annotated[
        bool, typer.Option("--rebuild-index", help="Make the search index anew before checking.")
    ] = False,
) -> None:
    """Check that the database holds together.

    Looks at the file itself, at what refers to what, that every span still cuts the stored words out of
    its article's text, that nothing is left over of articles that are gone, and that the search index is
    in step. Prints one line for each thing wrong; the exit code is then 1. Nothing is changed, unless
    --rebuild-index is given.

    \b
    Example:
      claimtrack check
      claimtrack check --rebuild-index
    """
    from claimtrack.store import Store

    with Store(db, create=False) as store:
        if rebuild_index:
            store.rebuild_index()
        found = False
        for fault in store.faults():
            found = True
            print(fault)
        if found:
            raise typer.Exit(faults.SOME_FAILED)
    print("all well")
