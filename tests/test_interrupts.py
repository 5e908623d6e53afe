"""Ctrl-C at random moments of `ingest --workers 2`: it ends quietly, and the command again completes it.

A terminal sends SIGINT to all processes of a command, `kill -INT` to the first one alone; both are tried,
from the start of the program to its end.
"""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from processes import SAMPLES
from test_nothing_lost import content, rows

from claimtrack.store import Store

pytestmark = pytest.mark.skipif(not hasattr(os, "killpg"), reason="processes are signalled in groups")

ARTICLES = 160
STOPS = 5  # of each kind
SECONDS = 60  # until a process must have ended, and all that it began with it
STOPPED = (130, -signal.SIGINT)  # the latter before anything has begun, or after all is done


@pytest.fixture(scope="module")
def collection(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Articles of their own, more than all processes hold at a time."""
    texts = [path.read_text("utf-8") for path in sorted(SAMPLES.glob("*.txt"))]
    path = tmp_path_factory.mktemp("many") / "articles.jsonl"
    records = ({"id": i, "text": f"{texts[i % len(texts)]}\nالعدد {i}\n"} for i in range(ARTICLES))
    path.write_text("".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records), "utf-8")
    return path


def begin(collection: Path, database: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "claimtrack", "ingest", "--workers", "2", str(collection)]
    return subprocess.Popen(
        [*command, "--db", str(database)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        start_new_session=True,
    )


def ended(process: subprocess.Popen[str]) -> tuple[int, str]:
    """The exit code and what was said, when no process of it is left."""
    try:
        out, err = process.communicate(timeout=SECONDS)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        raise
    deadline = time.monotonic() + SECONDS
    while time.monotonic() < deadline:
        try:
            os.killpg(process.pid, 0)
        except ProcessLookupError:
            return process.returncode, out + err
        time.sleep(0.05)
    raise AssertionError("processes are left behind")


def has_workers(process: subprocess.Popen[str]) -> bool:
    return len(Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()) > 1


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="children are not told")
def test_ctrl_c_while_the_workers_begin(collection: Path, tmp_path: Path) -> None:
    for wait in (0, 0.05, 0.1, 0.2):
        process = begin(collection, tmp_path / "claims.db")
        while process.poll() is None and not has_workers(process):
            time.sleep(0.005)
        time.sleep(wait)
        os.killpg(process.pid, signal.SIGINT)
        code, said = ended(process)
        assert (code, said.count("\n")) == (130, 2), said


@pytest.mark.parametrize("send", [os.killpg, os.kill], ids=["to all processes", "to the first"])
def test_ctrl_c_at_any_moment(send: object, collection: Path, tmp_path: Path) -> None:
    assert callable(send)
    began = time.monotonic()
    assert ended(begin(collection, tmp_path / "whole.db"))[0] == 0
    seconds = time.monotonic() - began
    wanted = content(tmp_path / "whole.db")
    chance, path = random.Random(send.__name__), tmp_path / "claims.db"
    for stop in range(STOPS):
        process = begin(collection, path)
        time.sleep(chance.uniform(0.3, seconds) * (stop + 1) / STOPS)
        send(process.pid, signal.SIGINT)
        code, said = ended(process)
        assert code in (*STOPPED, 0), said
        assert "Traceback" not in said
        assert "Error" not in said
        if path.exists():
            assert rows(path, "PRAGMA integrity_check") == [("ok",)]
    code, said = ended(begin(collection, path))
    assert (code, said.count("\n")) == (0, 1), said
    assert content(path) == wanted
    with Store(path, create=False) as store:
        assert list(store.faults()) == []
