"""Databases of every schema version that ever landed open today, with all they hold.

`databases/N.sql` is a database of schema N as SQL, with one article in it. A migration that has landed is
never edited, so the schema of each file is what the first N migrations make. A new version gets its file
from `python tests/test_store_migrations.py`.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import TEXT, make_extraction, port_claims

from claimtrack.models import Article
from claimtrack.store import Store
from claimtrack.store.schema import APPLICATION_ID, MIGRATIONS

FOLDER = Path(__file__).parent / "databases"
VERSIONS = range(1, len(MIGRATIONS) + 1)


def restored(version: int, path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.executescript((FOLDER / f"{version}.sql").read_text("utf-8"))
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {version}")
    connection.close()


def schema(connection: sqlite3.Connection) -> set[tuple[str, str]]:
    query = "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'"
    return set(connection.execute(query))


@pytest.mark.parametrize("version", VERSIONS)
def test_an_old_database_opens_with_all_it_holds(version: int, tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    restored(version, path)
    with Store(path, create=False) as store:
        assert store.article(1).text == TEXT
        stored = store.extraction(1)
        assert [claim.id for claim in stored.claims] == [claim.id for claim in port_claims()]
        for claim, made in zip(stored.claims, port_claims(), strict=True):
            assert (claim.content, claim.cue, claim.mention) == (made.content, made.cue, made.mention)
        assert [row["name"] for row in store.sources(named="الميناء")] == ["صحيفة “الميناء” الساحلية"]
        assert len(list(store.claims(via="الواحة"))) == 2
        assert store.database.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        assert store.database.execute("PRAGMA foreign_key_check").fetchall() == []
        migrated = schema(store.database.conn)
    with Store(tmp_path / "new.db") as store:
        assert migrated == schema(store.database.conn)


@pytest.mark.parametrize("version", VERSIONS)
def test_a_landed_migration_is_never_edited(version: int, tmp_path: Path) -> None:
    restored(version, tmp_path / "old.db")
    made = sqlite3.connect(":memory:")
    for statements in MIGRATIONS[:version]:
        for statement in statements:
            made.execute(statement)
    assert schema(made) == schema(sqlite3.connect(tmp_path / "old.db"))


def write_the_newest(path: Path) -> None:
    article = Article(TEXT, "news/port.txt", "ميناء جديد على الساحل", "الشاطئ نيوز", "2021-03-14")
    with Store(":memory:") as store:
        store.add(article, make_extraction(port_claims()))
        store.index()
        path.write_text("\n".join(dump(store.database.conn)) + "\n", "utf-8")


def dump(connection: sqlite3.Connection) -> Iterator[str]:
    """The database as SQL; of the tables for full-text search what they are made from, not their insides."""
    virtual = "SELECT sql FROM sqlite_master WHERE sql LIKE 'CREATE VIRTUAL TABLE%'"
    yield from (f"{sql};" for (sql,) in connection.execute(virtual))
    for line in connection.iterdump():
        inside = re.match(
            r"""(INSERT INTO|CREATE TABLE) ["']?\w+_fts|PRAGMA writable|INSERT INTO sqlite""", line
        )
        if line == "COMMIT;":
            yield "INSERT INTO claims_fts (claims_fts) VALUES ('rebuild');"
            for number, key in connection.execute("SELECT rowid, text_key FROM articles_fts"):
                yield f"INSERT INTO articles_fts (rowid, text_key) VALUES ({number}, '{key}');"
        if not inside:
            yield line


if __name__ == "__main__":
    write_the_newest(FOLDER / f"{len(MIGRATIONS)}.sql")
