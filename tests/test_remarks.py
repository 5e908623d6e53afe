"""What goes to standard error: one harmless line a remark, steps only with --verbose, tracebacks only with --debug."""

from __future__ import annotations

import io
import os
import tarfile
from pathlib import Path

import pytest
from processes import SAMPLES, run

from claimtrack.store import Store

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are forked")

TEXT = "قال الوزير سامر الحداد إن الجسر سيفتح قريبا.\n"


def tape(path: Path, *names: str) -> Path:
    with tarfile.open(path, "w") as archive:
        for name in names:
            member = tarfile.TarInfo(name)
            member.size = len(TEXT.encode())
            archive.addfile(member, io.BytesIO(TEXT.encode()))
    return path


def test_a_name_in_an_archive_commands_no_terminal(tmp_path: Path) -> None:
    path = tape(tmp_path / "a.tar", "../up.txt", "\x1b[2J\nclaimtrack: all well/../b.txt", "c.txt")
    ended = run("ingest", path, "--db", tmp_path / "a.db")
    assert ended.code == 1
    assert "\x1b" not in ended.said
    assert len(ended.said.splitlines()) == 3  # two names that lead outside, and the counts
    assert "1 new, 0 unchanged, 0 updated, 2 failed" in ended.said
    assert not (tmp_path.parent / "up.txt").exists()


@pytest.mark.parametrize("command", [["ingest", SAMPLES], ["claims"], ["check"]])
def test_steps_are_told_only_when_asked_for(command: list[str | Path], tmp_path: Path) -> None:
    database = tmp_path / "a.db"
    run("ingest", SAMPLES, "--db", tmp_path / "a.db")
    quiet, told = run(*command, "--db", database), run("--verbose", *command, "--db", database)
    assert quiet.code == told.code == 0
    assert "claimtrack.store" not in quiet.said
    assert f"ms  claimtrack.store.connection: opened {database}" in told.said
    assert ("claimtrack.reading: reading" in told.said) == (command[0] == "ingest")


def test_a_traceback_only_with_debug(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_store: Store) -> None:
        raise ZeroDivisionError("by nothing")

    monkeypatch.setattr(Store, "faults", broken)
    Store(tmp_path / "a.db").close()
    quiet = run("check", "--db", tmp_path / "a.db")
    told = run("--debug", "check", "--db", tmp_path / "a.db")
    assert (quiet.code, told.code) == (1, 1)
    assert quiet.said == (
        "claimtrack: internal error (ZeroDivisionError: by nothing); please report it with what --debug shows\n"
    )
    assert told.said.startswith("Traceback (most recent call last):")
