"""A copy of a database as it is at one moment, also while others write into it."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from claimtrack.errors import StoreError
from claimtrack.store.connection import translated


def copy(connection: sqlite3.Connection, path: Path, *, out: Path, replace: bool) -> None:
    """Writes the copy beside its place and moves it there when it is complete."""
    if out.exists():
        if os.path.samefile(out, path):
            raise StoreError(f"{out} is the database itself; give the copy another name")
        if not replace:
            raise StoreError(f"{out} is there already; give another name, or --force to replace it")
    partial = out.with_name(f".{out.name}.{os.getpid()}.part")
    try:
        with translated(out), closing(sqlite3.connect(partial)) as target:
            connection.backup(target)
            target.execute("PRAGMA journal_mode = DELETE")  # so that it is one file
        os.replace(partial, out)
    except OSError as error:
        raise StoreError(f"cannot write {out}: {error.strerror or error}") from error
    finally:
        partial.unlink(missing_ok=True)
