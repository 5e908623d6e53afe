"""`claimtrack backup`: a copy of the database."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from claimtrack.cli.options import DEFAULT_DATABASE, Database


def backup(
    out: Annotated[Path, typer.Argument(metavar="OUT", help="The file of the copy.")],
    db: Database = DEFAULT_DATABASE,
    force: Annotated[bool, typer.Option("--force", help="Replace OUT if it is there.")] = False,
) -> None:
    """Copy the database, also while others write into it.

    The copy holds the database as it is at one moment, in one file. It appears when it is complete; it
    is opened like any other with --db.

    \b
    Example:
      claimtrack backup copy.db
      claimtrack backup --force copy.db
      claimtrack check --db copy.db
    """
    from claimtrack.store import Store

    with Store(db, create=False) as store:
        store.backup(out, replace=force)
    print(f"{out}: {out.stat().st_size:,} bytes")
