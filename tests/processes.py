"""The command line in processes of their own, forked from this one so that they start at once.

What a test has patched holds in the process, too; nothing it does comes back but its exit code and what
it prints.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO

from typer.testing import CliRunner

from claimtrack.cli import main
from claimtrack.cli.app import app

SAMPLES = Path(__file__).parent.parent / "sample_data"


@dataclass(frozen=True, slots=True)
class Ended:
    """How a process ended; `signal` is 0 where none killed it."""

    code: int
    signal: int
    said: str


class Process:
    """`claimtrack` with some words, running; `prepare` is called in the process before it begins."""

    def __init__(self, *words: str | Path, prepare: Callable[[], None] = lambda: None) -> None:
        _load_all()
        self._output: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 - closed when it has ended
        self._process = os.fork()
        if not self._process:
            _become([str(word) for word in words], self._output, prepare)

    def kill(self, *, after: float) -> None:
        """Ends it so many seconds from now, as `kill -9` does."""
        time.sleep(after)
        os.kill(self._process, signal.SIGKILL)

    def end(self) -> Ended:
        """Waits for its end."""
        _, status = os.waitpid(self._process, 0)
        with self._output as output:
            output.seek(0)
            said = output.read().decode()
        killed = os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0
        return Ended(os.WEXITSTATUS(status) if not killed else -1, killed, said)


def run(*words: str | Path, prepare: Callable[[], None] = lambda: None) -> Ended:
    """The command line from its beginning to its end."""
    return Process(*words, prepare=prepare).end()


@cache
def _load_all() -> None:
    """Loads here what every process would have to load: all that these commands use."""
    with TemporaryDirectory() as folder:
        base = Path(folder)
        for words in (
            ["ingest", str(SAMPLES)],
            ["export", str(base / "claims.jsonl")],
            ["import", str(base / "claims.jsonl")],
            ["sources", "merge", "1", "2"],
            ["check"],
        ):
            assert CliRunner().invoke(app, [*words, "--db", str(base / "a.db")]).exit_code == 0
    gc.freeze()  # nothing of this is looked at again, so its pages stay shared


def _become(words: list[str], output: IO[bytes], prepare: Callable[[], None]) -> None:
    """Runs the command line and ends the process, whatever happens."""
    code = 99
    try:
        for stream in (1, 2):
            os.dup2(output.fileno(), stream)
        sys.stdout, sys.stderr = (os.fdopen(os.dup(stream), "w", encoding="utf-8") for stream in (1, 2))
        sys.argv = ["claimtrack", *words]
        prepare()
        main()
        code = 0
    except SystemExit as ending:
        code = ending.code if isinstance(ending.code, int) else 0
    finally:
        for stream_ in (sys.stdout, sys.stderr):
            stream_.flush()
        os._exit(code)
