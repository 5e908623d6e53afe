"""What stands in the way of writing is told in one line, and nothing is left half done."""

from __future__ import annotations

import os
import resource
import shutil
import signal
import sqlite3
import stat
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from processes import SAMPLES, Ended, Process, run
from test_nothing_lost import articles, check_sound, content

from claimtrack.cli import workers
from claimtrack.store import Store, connection

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are forked")

TEXTS = sorted(SAMPLES.glob("*.txt"), key=lambda path: path.stat().st_size)
NOBODY = 65534


@pytest.fixture(autouse=True)
def _many_transactions(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "_ITEMS", 2)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("whole") / "whole.db"
    assert run("ingest", *TEXTS, "--db", path).code == 0
    return path


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that other users can enter."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


def told(ended: Ended, *words: str) -> None:
    """It failed with one line that says these words, and no traceback."""
    assert (ended.code, ended.signal) == (1, 0), ended
    assert ended.said.count("\n") == 1
    assert "Traceback" not in ended.said
    assert "internal error" not in ended.said
    for word in words:
        assert word in ended.said


def complete(path: Path, whole: Path) -> None:
    """The command again makes the database what an undisturbed one is."""
    check_sound(path, articles(whole))
    assert run("ingest", *TEXTS, "--db", path).code == 0
    assert content(path) == content(whole)
    assert run("check", "--db", path) == Ended(0, 0, "all well\n")


def unprivileged() -> None:
    if os.getuid() == 0:
        os.setgid(NOBODY)
        os.setuid(NOBODY)


def limit_pages(pages: int) -> Callable[[], None]:
    """Makes every database of the process as large as it may become."""

    def prepare() -> None:
        connect = sqlite3.connect

        def limited(*values: Any, **named: Any) -> sqlite3.Connection:
            made = connect(*values, **named)
            made.execute(f"PRAGMA max_page_count = {pages}")
            return made

        sqlite3.connect = limited  # type: ignore[assignment]

    return prepare


@pytest.mark.parametrize("pages", [5, 40, 60, 80, 100, 120])
def test_a_full_disk(pages: int, whole: Path, tmp_path: Path) -> None:
    path = tmp_path / "claims.db"
    ended = run("ingest", *TEXTS, "--db", path, prepare=limit_pages(pages))
    told(ended, str(path), "disk is full", "run the same command again")
    complete(path, whole)


@pytest.mark.parametrize("kilobytes", [1, 60, 200, 300, 400])
def test_files_that_may_not_grow(kilobytes: int, whole: Path, tmp_path: Path) -> None:
    path = tmp_path / "claims.db"

    def prepare() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (kilobytes * 1024, kilobytes * 1024))

    told(run("ingest", *TEXTS, "--db", path, prepare=prepare), str(path), "check the disk")
    complete(path, whole)


@pytest.mark.parametrize("command", [["import", "claims.jsonl"], ["sources", "merge", "1", "2"]])
def test_a_full_disk_at_other_commands(
    command: list[str], whole: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("export", "claims.jsonl", "--db", whole).code == 0
    shutil.copy(whole, "claims.db")
    before = content(Path("claims.db"))

    def prepare() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (8192, 8192))

    database = "claims.db" if command[0] == "sources" else "new.db"
    told(run(*command, "--db", database, prepare=prepare), database, "check the disk")
    check_sound(Path(database), articles(whole))
    assert content(Path("claims.db")) == before
    assert run(*command, "--db", database).code == 0


def test_a_file_that_may_only_be_read(whole: Path, open_folder: Path) -> None:
    path = open_folder / "claims.db"
    shutil.copy(whole, path)
    path.chmod(stat.S_IRUSR | stat.S_IRGRP | stat.S_IROTH)
    (open_folder / "new.txt").write_text("قال الوزير سليم الحداد إن الجسر سيفتح قريبا.\n", "utf-8")
    before = path.read_bytes()
    ended = run("ingest", open_folder / "new.txt", "--db", path, prepare=unprivileged)
    told(ended, str(path), "check the permissions")
    assert path.read_bytes() == before


def test_a_folder_that_may_not_be_written(open_folder: Path) -> None:
    (open_folder / "new.txt").write_text("قال الوزير سليم الحداد إن الجسر سيفتح قريبا.\n", "utf-8")
    open_folder.chmod(0o555)
    ended = run("ingest", open_folder / "new.txt", "--db", open_folder / "new.db", prepare=unprivileged)
    told(ended, "cannot be opened", "can be written")
    assert [each.name for each in open_folder.iterdir()] == ["new.txt"]


def test_an_article_that_may_not_be_read(open_folder: Path) -> None:
    for name, mode in (("a.txt", 0o644), ("b.txt", 0o000), ("c.txt", 0o644)):
        (open_folder / name).write_text(f"قال الوزير سليم الحداد إن الجسر {name} سيفتح قريبا.\n", "utf-8")
        (open_folder / name).chmod(mode)
    database = open_folder / "claims.db"
    open_folder.chmod(0o777)
    ended = run("ingest", open_folder, "--db", database, prepare=unprivileged)
    assert ended.code == 1
    assert "b.txt: permission to read is missing (change its permissions" in ended.said
    assert "2 new, 0 unchanged, 0 updated, 1 failed; 2 claims" in ended.said


def test_a_database_that_stays_in_use(whole: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "_BUSY_SECONDS", 0.2)
    path = tmp_path / "claims.db"
    for writes in ("", "ingested"):
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            if writes:
                assert run("ingest", *TEXTS[:4], "--db", path).code == 0
            other.execute("BEGIN IMMEDIATE")
            ended = run("ingest", *TEXTS, "--db", path)
            told(ended, str(path), "in use by another program", "try again")
    complete(path, whole)


def test_a_new_database_that_another_is_making(tmp_path: Path) -> None:
    path = tmp_path / "claims.db"
    with closing(sqlite3.connect(path, isolation_level=None, check_same_thread=False)) as other:
        other.execute("BEGIN IMMEDIATE")  # SQLite refuses write-ahead logging meanwhile, without waiting
        done = threading.Timer(0.3, other.execute, ["COMMIT"])
        done.start()
        Store(path).close()
        done.join()


@pytest.mark.parametrize("more", range(4))
def test_two_ingests_at_once(more: int, whole: Path, tmp_path: Path) -> None:
    path = tmp_path / "claims.db"
    half = len(TEXTS) // 2 + more  # what both take in overlaps
    first = Process("ingest", *TEXTS[:half], "--db", path)
    second = Process("ingest", *TEXTS[len(TEXTS) - half :], "--db", path)
    for ended in (first.end(), second.end()):
        assert (ended.code, ended.said.count("\n")) == (0, 1), ended.said
    assert articles(path) == articles(whole)
    with Store(path, create=False) as store:
        assert list(store.faults()) == []
        assert store.totals() == Store(whole, create=False).totals()


def test_reading_while_another_writes(whole: Path, tmp_path: Path) -> None:
    path = tmp_path / "claims.db"
    shutil.copy(whole, path)
    with Store(path) as store, store.together():
        store.database.execute("DELETE FROM articles WHERE id = 1")
        ended = run("stats", "--by", "kind", "--db", path)
    assert ended.code == 0
