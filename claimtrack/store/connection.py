"""Opening a database: settings, migrations, and SQLite's errors in the user's words.

It knows no table by name. Reading needs only the connection; sqlite-utils is loaded where the schema is
laid and where a caller asks for it, because it takes longer to load than most questions to answer.
"""

from __future__ import annotations

import logging
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from claimtrack.errors import StoreError
from claimtrack.store.schema import APPLICATION_ID, MIGRATIONS

if TYPE_CHECKING:
    import sqlite_utils

_LOG = logging.getLogger(__name__)
_BUSY_SECONDS = 60  # how long one ingest waits for another to finish its article
_PAUSE = 0.01  # seconds until what SQLite refused at once is tried again

# what SQLite says → what the user can do
_CAUSES = (
    ("locked", "it is in use by another program; wait for it to finish and try again"),
    ("readonly", "it cannot be written; check the permissions of the file and its folder"),
    ("unable to open", "it cannot be opened; check that the folder exists and can be written"),
    ("disk is full", "the disk is full; make room and run the same command again"),
    ("disk I/O", "the disk gave an error; check the disk and try again"),
    ("not a database", "it is not an SQLite database; give another path with --db"),
    ("malformed", "the file is damaged; restore it from a copy"),
)


def connect(path: Path, *, create: bool) -> sqlite3.Connection:
    """A connection to the database at `path`, at today's schema; made when missing and `create` says so."""
    if not create and not path.exists():
        raise StoreError(f"no database at {path}: run `claimtrack ingest` first, or name one with --db")
    with translated(path):
        connection = sqlite3.connect(path, timeout=_BUSY_SECONDS, isolation_level=None)
        try:
            _configure(connection)
            _migrate(connection, path)
        except BaseException:
            connection.close()
            raise
        _LOG.info("opened %s, schema %d", path, len(MIGRATIONS))
        return connection


def as_database(connection: sqlite3.Connection) -> sqlite_utils.Database:
    """The connection with all that sqlite-utils can do."""
    import sqlite_utils

    # without the pragma it would set, which aborts what is being read through the same connection
    return sqlite_utils.Database(connection, execute_plugins=False, recursive_triggers=False)


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turns SQLite's errors into a `StoreError` that says cause and remedy."""
    try:
        yield
    except sqlite3.Error as error:
        said = str(error)
        cause = next((remedy for words, remedy in _CAUSES if words in said), said)
        raise StoreError(f"database {path}: {cause}") from error


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All or nothing; the write lock is taken at the start, so two writers queue instead of failing.

    Within another transaction it is a part of that one, which can be undone alone.
    """
    begin, keep, undo = _PART if connection.in_transaction else _WHOLE
    connection.execute(begin)
    try:
        yield
        connection.execute(keep)
    except BaseException:
        if connection.in_transaction:  # SQLite has already undone it when the disk is full
            for statement in undo:
                connection.execute(statement)
        raise


_WHOLE = ("BEGIN IMMEDIATE", "COMMIT", ("ROLLBACK",))
_PART = ("SAVEPOINT part", "RELEASE part", ("ROLLBACK TO part", "RELEASE part"))


def _configure(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute(
        "PRAGMA synchronous = NORMAL"
    )  # safe with WAL: a crash never leaves half a transaction
    connection.execute("PRAGMA temp_store = MEMORY")
    connection.execute("PRAGMA cache_size = -65536")  # 64 MB: the indexes an ingest writes into
    connection.execute(
        "PRAGMA wal_autocheckpoint = 8000"
    )  # 32 MB, so that a page is moved once for many articles


def _migrate(connection: sqlite3.Connection, path: Path) -> None:
    version = _version(connection, path)
    if version == len(MIGRATIONS):
        return
    _LOG.info("bringing %s from schema %d to %d", path, version, len(MIGRATIONS))
    _log_ahead(connection)
    database = as_database(connection)
    with transaction(connection):
        # again, under the lock: another process may have migrated meanwhile
        for statements in MIGRATIONS[_version(connection, path) :]:
            for statement in statements:
                database.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")


def _log_ahead(connection: sqlite3.Connection) -> None:
    """Turns write-ahead logging on; SQLite refuses, without waiting, two that turn it on at once."""
    until = time.monotonic() + _BUSY_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() >= until:
                raise
        time.sleep(_PAUSE)


def _version(connection: sqlite3.Connection, path: Path) -> int:
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    owner = connection.execute("PRAGMA application_id").fetchone()[0]
    used = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if used and owner != APPLICATION_ID:
        raise StoreError(f"{path} is a database of another program; give another path with --db")
    if version > len(MIGRATIONS):
        raise StoreError(
            f"{path} was made by a newer claimtrack (schema {version}, this one knows {len(MIGRATIONS)}); "
            "update claimtrack; nothing was touched"
        )
    return version
