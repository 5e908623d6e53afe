"""Where an export goes: a file that appears whole or not at all, or standard output."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from claimtrack.errors import ClaimtrackError


@contextmanager
def opened(path: Path) -> Iterator[TextIO]:
    """An open text file in UTF-8; `-` is standard output.

    A regular file is written beside its place and moved there when complete, so a failure leaves what
    was there before.
    """
    try:
        if str(path) == "-":
            with standard_output() as out:
                yield out
        elif path.exists() and not path.is_file():  # a pipe or a device: nothing to move
            with path.open("w", encoding="utf-8", newline="") as out:
                yield out
        else:
            with _moved_when_complete(path) as out:
                yield out
    except BrokenPipeError:
        raise
    except OSError as error:
        raise ClaimtrackError(f"cannot write {path}: {error.strerror or error}") from error


@contextmanager
def standard_output() -> Iterator[TextIO]:
    """Standard output in UTF-8 with line ends as written, whatever the terminal's own encoding is."""
    sys.stdout.flush()
    descriptor = sys.stdout.fileno()
    with open(descriptor, "w", encoding="utf-8", newline="", closefd=False) as out:
        yield out


@contextmanager
def _moved_when_complete(path: Path) -> Iterator[TextIO]:
    target = path.resolve()  # what a link points to, so that the link stays
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with part.open("w", encoding="utf-8", newline="") as out:
            yield out
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
