"""Where an export goes: a file that appears whole or not at all, a folder or archive of files, or standard output."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import IO, Any, TextIO, cast
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from claimtrack.errors import ClaimtrackError


@contextmanager
def opened(path: Path, *, binary: bool = False) -> Iterator[Any]:
    """An open file, of text in UTF-8 or of bytes; `-` is standard output.

    A regular file is written beside its place and moved there when complete, so a failure leaves what
    was there before.
    """
    with told(path):
        if str(path) == "-":
            with _standard_bytes() if binary else standard_output() as out:
                yield out
        elif path.exists() and not path.is_file():  # a pipe or a device: nothing to move
            with _open(path, binary=binary) as out:
                yield out
        else:
            with _moved_when_complete(path, binary=binary) as out:
                yield out


@contextmanager
def standard_output() -> Iterator[TextIO]:
    """Standard output in UTF-8 with line ends as written, whatever the terminal's own encoding is."""
    sys.stdout.flush()
    descriptor = sys.stdout.fileno()
    with open(descriptor, "w", encoding="utf-8", newline="", closefd=False) as out:
        yield out


def write_folder(path: Path, files: Iterable[tuple[str, Callable[[TextIO], None]]]) -> None:
    """Writes files, each by what is given with its name, into a folder that is made when missing."""
    with told(path):
        path.mkdir(parents=True, exist_ok=True)
        for name, write in files:
            with _moved_when_complete(path / name, binary=False) as out:
                write(cast(TextIO, out))


def write_archive(out: IO[bytes], files: Iterable[tuple[str, str]]) -> None:
    """Writes files into a zip archive; the same files always make the same archive."""
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, content in files:
            info = ZipInfo(name)  # dated 1980, like all of them
            info.compress_type = ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            archive.writestr(info, content.encode())


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Says which file could not be written, and why."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise ClaimtrackError(f"cannot write {path}: {error.strerror or error}") from error


@contextmanager
def _standard_bytes() -> Iterator[IO[bytes]]:
    sys.stdout.flush()
    with open(sys.stdout.fileno(), "wb", closefd=False) as out:
        yield out


def _open(path: Path, *, binary: bool) -> AbstractContextManager[IO[Any]]:
    return path.open("wb") if binary else path.open("w", encoding="utf-8", newline="")


@contextmanager
def _moved_when_complete(path: Path, *, binary: bool) -> Iterator[IO[Any]]:
    target = path.resolve()  # what a link points to, so that the link stays
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with _open(part, binary=binary) as out:
            yield out
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
