"""Paths to inputs: folders are walked in sorted order, hidden files and strangers passed over.

Nothing is read here. A file in a folder counts as an article by its ending alone.
"""

from __future__ import annotations

import errno
import io
import os
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from claimtrack.models import Problem
from claimtrack.reading.inputs import Input, Remark
from claimtrack.reading.kinds import is_article
from claimtrack.reading.metering import Meter

STDIN = "-"
CAUSES = {
    errno.ENOENT: ("there is no such file or folder", "check the path"),
    errno.EACCES: ("permission to read is missing", "change its permissions, or run as its owner"),
    errno.EPERM: ("permission to read is missing", "change its permissions, or run as its owner"),
    errno.ELOOP: ("a link that leads back to itself", "remove or mend the link"),
    errno.ENAMETOOLONG: ("the name is too long", "check the path"),
    errno.ENOTDIR: ("there is no such file or folder", "check the path"),
}


def shown(path: str | Path) -> str:
    """The path as text that can be stored and printed: bytes that are no UTF-8 become \\xNN."""
    return os.fsencode(path).decode("utf-8", errors="backslashreplace")


def refused(path: str, error: OSError) -> Problem:
    """The problem that stands for an error of the operating system."""
    cause = error.strerror or str(error) or type(error).__name__
    message, remedy = CAUSES.get(
        error.errno or 0, (f"cannot be read: {cause}", "check the disk and the path")
    )
    return Problem(path, message, remedy=remedy)


def inputs(path: str | Path, *, stdin: BinaryIO | None, meter: Meter) -> Iterator[Input | Problem]:
    """The inputs a path names: itself, standard input, or all articles of a folder."""
    if str(path) == STDIN:
        yield _standard_input(stdin)
    elif os.path.isdir(path):
        yield from _folder(str(path), meter)
    else:
        yield from _file(str(path), meter, named=True)


def _standard_input(stdin: BinaryIO | None) -> Input | Problem:
    if stdin is None:
        return Problem(STDIN, "there is no standard input", remedy="pipe the article in, or name a file")
    kept = io.BufferedReader(_Unclosed(stdin))
    return Input(STDIN, lambda: kept)


class _Unclosed(io.RawIOBase):
    """Standard input is the caller's: a reader that closes its stream leaves it open."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        data = self._stream.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)


def _file(path: str, meter: Meter, *, named: bool) -> Iterator[Input | Problem]:
    name = shown(path)
    if name != path:
        yield Remark(name, "the file's name is not UTF-8", remedy="it is shown with \\x escapes; rename it")
    yield Input(name, lambda: meter.open(path), named=named)


def _folder(root: str, meter: Meter) -> Iterator[Input | Problem]:
    found = False
    for item in _walk(root, meter, above=()):
        found = True
        yield item
    if not found:
        yield Problem(
            shown(root),
            "the folder holds no articles",
            remedy="see `claimtrack ingest --help` for the endings read",
        )


def _waits(path: str) -> bool:
    """Whether this is a pipe or a device, which would give nothing until somebody writes into it."""
    return os.path.exists(path) and not os.path.isfile(path)


def _walk(folder: str, meter: Meter, *, above: tuple[str, ...]) -> Iterator[Input | Problem]:
    real = os.path.realpath(folder)
    if real in above:
        yield Problem(
            shown(folder), "a link to a folder that holds it", remedy="passed over; remove the link"
        )
        return
    try:
        names = sorted(os.listdir(folder))
    except OSError as error:
        yield refused(shown(folder), error)
        return
    for name in names:
        yield from _entry(os.path.join(folder, name), meter, above=(*above, real))


def _entry(path: str, meter: Meter, *, above: tuple[str, ...]) -> Iterator[Input | Problem]:
    if os.path.basename(path).startswith("."):
        return
    if os.path.isdir(path):
        yield from _walk(path, meter, above=above)
    elif is_article(path) and not _waits(path):
        yield from _file(path, meter, named=False)
