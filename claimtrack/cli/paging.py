"""Long output through a pager, on a terminal only.

The pager is CLAIMTRACK_PAGER, else PAGER, else less, which shows what fits on one screen and ends. An
empty one is none.
"""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from shutil import which
from typing import IO, cast

# quit if it fits on one screen, colours as they are, leave the screen as it is
_LESS = {"LESS": "FRX", "LESSCHARSET": "utf-8"}


class _Paged(io.TextIOWrapper):
    """What the pager shows: a terminal, for all who ask."""

    def isatty(self) -> bool:
        return True


@contextmanager
def paged() -> Iterator[None]:
    """What is printed within goes through the pager; leaving the pager ends the printing, quietly."""
    pager = os.environ.get("CLAIMTRACK_PAGER", os.environ.get("PAGER", "less"))
    if (
        not (sys.stdout.isatty() and sys.stdin.isatty())
        or isinstance(sys.stdout, _Paged)
        or not _there(pager)
    ):
        yield
        return
    process = subprocess.Popen(pager, shell=True, stdin=subprocess.PIPE, env={**_LESS, **os.environ})
    terminal = sys.stdout
    pipe = _Paged(cast(IO[bytes], process.stdin), encoding="utf-8", errors="backslashreplace")
    sys.stdout = pipe
    try:
        with suppress(BrokenPipeError):
            yield
    finally:
        sys.stdout = terminal
        with suppress(BrokenPipeError):
            pipe.close()
        _wait(process)


def _there(pager: str) -> bool:
    return bool(pager.split()) and which(pager.split()[0]) is not None


def _wait(process: subprocess.Popen[bytes]) -> None:
    """Until the pager is left; Ctrl-C is for it, not for us."""
    while True:
        try:
            process.wait()
            return
        except KeyboardInterrupt:
            continue
