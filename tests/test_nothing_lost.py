"""kill -9 at random moments: the database holds whole articles, and the command again makes it complete.

Some processes are killed by the clock, others by themselves in the middle of an SQL statement, so that
the moments lie where something is being written, too.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from processes import SAMPLES, Ended, Process, run

from claimtrack.cli import workers
from claimtrack.store import Store

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are forked")

KILLS = {"ingest": 80, "import": 60, "merge": 60}
IN_A_ROW = 4  # kills that one database has to bear before its command may end
STEPS = 20  # instructions of SQLite's machine between two looks at whether it is time
TEXTS = sorted(SAMPLES.glob("*.txt"), key=lambda path: path.stat().st_size)[:7]

Content = dict[str, list[tuple[Any, ...]]]


@pytest.fixture(autouse=True)
def _many_transactions(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "_ITEMS", 2)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a database of the texts, and all of it as a file for import."""
    folder = tmp_path_factory.mktemp("made")
    assert run("ingest", *TEXTS, "--db", folder / "whole.db").code == 0
    assert run("export", folder / "claims.jsonl", "--db", folder / "whole.db").code == 0
    return folder


def rows(path: Path, query: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(query).fetchall()


def content(path: Path) -> Content:
    """All rows of all tables but those the search index keeps for itself, without times."""
    tables = [name for (name,) in rows(path, "SELECT name FROM sqlite_master WHERE type = 'table'")]
    found = {}
    for table in tables:
        if "_fts" not in table:
            names = [row[1] for row in rows(path, f"PRAGMA table_info({table})")]
            kept = ", ".join(f'"{name}"' for name in names if name not in ("ingested_at", "made_at"))
            kept = kept.replace('"id", ', "") if table == "decisions" else kept  # it is made of the time
            found[table] = sorted(rows(path, f"SELECT {kept} FROM {table}"), key=repr)
    return found


def articles(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    """The claims of each article with their spans and relays."""
    found: dict[str, list[tuple[Any, ...]]] = {}
    if not rows(path, "SELECT 1 FROM sqlite_master WHERE name = 'claims'"):
        return found
    for digest, *claim in rows(
        path,
        "SELECT a.sha256, c.id, c.ordinal, c.content, (SELECT count(*) FROM chain WHERE claim_number = c.number),"
        ' (SELECT group_concat(role || start || "-" || "end") FROM spans WHERE claim_number = c.number)'
        " FROM articles AS a LEFT JOIN claims AS c ON c.article_id = a.id ORDER BY 1, c.ordinal",
    ):
        found.setdefault(digest, []).append(tuple(claim))
    return found


def check_sound(path: Path, whole: dict[str, list[tuple[Any, ...]]]) -> None:
    """The file and its references hold, and each article in it is whole."""
    if not path.exists():
        return
    assert rows(path, "PRAGMA integrity_check") == [("ok",)]
    assert rows(path, "PRAGMA foreign_key_check") == []
    found = articles(path)
    assert found == {digest: whole[digest] for digest in found}


def killed_by_clock(chance: random.Random, seconds: float, *words: str | Path) -> Ended:
    process = Process(*words)
    process.kill(after=chance.uniform(0, seconds))
    return process.end()


def killed_by_itself(chance: random.Random, steps: int, *words: str | Path) -> Ended:
    """Killed within one of the statements that an undisturbed run would execute."""
    left = chance.randrange(steps)

    def tick() -> int:
        nonlocal left
        left -= 1
        if left < 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return 0

    return run(*words, prepare=lambda: watch(tick))


def watch(tick: Callable[[], int]) -> None:
    """From now on every connection calls this while it works."""
    connect = sqlite3.connect

    def watched(*values: Any, **named: Any) -> sqlite3.Connection:
        connection = connect(*values, **named)
        connection.set_progress_handler(tick, STEPS)
        return connection

    sqlite3.connect = watched  # type: ignore[assignment]


def steps_of(tmp_path: Path, *words: str | Path) -> int:
    """How many steps an undisturbed run takes."""
    counted = tmp_path / "steps"

    def tick() -> int:
        with counted.open("ab") as file:
            file.write(b".")
        return 0

    assert run(*words, prepare=lambda: watch(tick)).code == 0
    return counted.stat().st_size


COMMANDS = {
    "ingest": ["ingest", *TEXTS],
    "import": ["import", "claims.jsonl"],
    "merge": ["sources", "merge"],
}


def people(path: Path) -> list[str]:
    """The names of some people."""
    query = "SELECT name FROM sources WHERE kind = 'person' AND name LIKE '% %' ORDER BY id LIMIT 4"
    return [name for (name,) in rows(path, query)]


@pytest.mark.parametrize("command", COMMANDS)
def test_killed_at_any_moment(
    command: str, made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(made)
    words = [*COMMANDS[command], *(people(made / "whole.db") if command == "merge" else [])]

    def begin(name: str) -> Path:
        path = tmp_path / name
        if command == "merge":
            shutil.copy(made / "whole.db", path)
        return path

    steps = steps_of(tmp_path, *words, "--db", begin("counted.db"))
    began = time.perf_counter()
    assert run(*words, "--db", begin("undisturbed.db")).code == 0
    seconds = time.perf_counter() - began
    wanted, whole = content(tmp_path / "undisturbed.db"), articles(made / "whole.db")
    chance, kills, tries = random.Random(command), 0, 0
    while kills < KILLS[command]:
        path = begin(f"{tries}.db")
        for _ in range(IN_A_ROW):
            tries += 1
            if chance.random() < 0.5:
                ended = killed_by_clock(chance, seconds, *words, "--db", path)
            else:
                ended = killed_by_itself(chance, steps, *words, "--db", path)
            kills += ended.signal == signal.SIGKILL
            check_sound(path, whole)
        ended = run(*words, "--db", path)
        assert ended.code == 0 or "are one source already" in ended.said, ended.said
        assert content(path) == wanted
        with Store(path, create=False) as store:
            assert list(store.faults()) == []
        assert tries < 4 * KILLS[command], "hardly any process was killed in time"
