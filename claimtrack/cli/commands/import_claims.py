"""`claimtrack import`: claims that `claimtrack export` wrote, put into a database."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimtrack.cli import faults
from claimtrack.cli.options import DEFAULT_DATABASE, Database

if TYPE_CHECKING:
    from claimtrack.store import Store


def import_claims(
    files: Annotated[
        list[Path],
        typer.Argument(metavar="FILE...", help="Files that `claimtrack export` wrote to .jsonl or .json."),
    ],
    db: Database = DEFAULT_DATABASE,
) -> None:
    """Put exported claims into a database, with their articles and sources.

    Takes .jsonl and .json as `claimtrack export` writes them; exported again, the same file comes out to
    the byte. An article that is here already stays as it is and gets the claims it lacks, if engine and
    lexicon of the same versions found them. Each file goes in whole or not at all.

    \b
    Example:
      claimtrack import all.jsonl
      claimtrack import --db copy.db all.jsonl
    """
    from claimtrack.errors import ClaimtrackError, StoreError
    from claimtrack.store import Store

    failed = False
    with Store(db) as store:
        for path in files:
            try:
                print(_import(store, path))
            except StoreError:
                raise
            except ClaimtrackError as error:
                failed = True
                faults.remark(error)
        store.index()
    if failed:
        raise typer.Exit(faults.SOME_FAILED)


def _import(store: Store, path: Path) -> str:
    from claimtrack.cli.progress import counted
    from claimtrack.export import opened_records, read_records

    with opened_records(path) as file:
        done = store.restore(counted(read_records(file, name=str(path)), what="claims"))
    return f"{done.new} new, {done.unchanged} unchanged, {done.updated} updated; {done.claims} claims"
