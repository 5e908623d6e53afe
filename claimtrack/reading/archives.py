"""Packed inputs: `.zip`, `.tar` (also packed), `.gz`, `.bz2`, `.xz`, read as streams.

Nothing is written to disk but a copy of a zip that comes through a pipe. An archive gives its files as
inputs, to be read in their turn; limits keep bombs out, and names that point outside are passed over.
"""

from __future__ import annotations

import bz2
import gzip
import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import PurePosixPath
from typing import IO, Any, BinaryIO

from claimtrack.models import Problem
from claimtrack.reading.inputs import Contents, Input, Options, Unreadable
from claimtrack.reading.streams import bounded, seekable

DEPTH = 3  # archives within archives
LARGEST = 64 * 2**30  # bytes of one file unpacked; collections are read as streams
# what the packers raise when their input is damaged
DAMAGE = (
    zipfile.BadZipFile,
    tarfile.TarError,
    gzip.BadGzipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    NotImplementedError,
)
PACKERS: dict[str, Callable[[IO[bytes]], Any]] = {
    ".gz": lambda stream: gzip.GzipFile(fileobj=stream),
    ".bz2": bz2.BZ2File,
    ".xz": lzma.LZMAFile,
}


def damaged(error: Exception) -> Unreadable:
    """What to say when a packer refuses its input."""
    cause = str(error) or type(error).__name__
    return Unreadable(
        f"damaged or cut off ({cause})", remedy="fetch it again; what stands before the damage was read"
    )


def read_packed(source: Input, options: Options) -> Contents:
    """One packed file: what its name says without the packer's ending."""
    _check_depth(source)
    name, packer = _split(source.label)

    yield source.unpacked(lambda: _unpacked(source.open(), packer), kind=name)


def _split(name: str) -> tuple[str, str]:
    """The name inside, and the packer: articles.tgz is articles.tar, packed by gzip."""
    stem, _, ending = name.rpartition(".")
    return (f"{stem}.tar", ".gz") if ending.lower() == "tgz" else (stem, f".{ending.lower()}")


def _unpacked(stream: BinaryIO, packer: str) -> BinaryIO:
    size = None
    if stream.seekable():
        size = stream.seek(0, 2)
        stream.seek(0)
    return bounded(PACKERS[packer](stream), limit=LARGEST, packed=size)


def read_tar(source: Input, options: Options) -> Contents:
    """The files of a tape archive, in its order: it can only be read forwards."""
    _check_depth(source)
    with source.open() as stream, tarfile.open(fileobj=stream, mode="r|") as archive:
        given = False
        try:
            for member in archive:
                given = False
                if member.isfile() and (file := archive.extractfile(member)):
                    for item in _member(source, member.name, partial(bounded, file, limit=LARGEST)):
                        given = isinstance(item, Input)
                        yield item
        except tarfile.ReadError as error:
            # the last file's data is cut off, which its own reader has met and told
            if not (given and "unexpected end" in str(error)):
                raise


def read_zip(source: Input, options: Options) -> Contents:
    """The files of a zip archive, sorted by name."""
    _check_depth(source)
    with source.open() as stream, _zip(seekable(stream)) as archive:
        for member in sorted(archive.infolist(), key=lambda member: member.filename):
            if member.flag_bits & 1:
                yield Problem(
                    source.name, "the archive is encrypted", member.filename, "unpack it with its password"
                )
            elif not member.is_dir():
                yield from _member(source, member.filename, partial(_opened, archive, member))


def _zip(stream: BinaryIO) -> zipfile.ZipFile:
    with _names_told():
        return zipfile.ZipFile(stream)


def _opened(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> BinaryIO:
    with _names_told():
        stream = archive.open(member)
    return bounded(stream, limit=LARGEST, packed=member.compress_size)


@contextmanager
def _names_told() -> Iterator[None]:
    """Names that are not in the encoding they claim are damage as any other."""
    try:
        yield
    except UnicodeDecodeError as error:
        raise damaged(error) from error


def _member(source: Input, name: str, opener: Callable[[], BinaryIO]) -> Iterator[Input | Problem]:
    """A file of the archive, unless its name points outside or is hidden."""
    shown = "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in name)
    path = PurePosixPath(shown.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts:
        yield Problem(
            source.name, "a file's name leads outside the archive", shown, "passed over; do not trust it"
        )
    elif not any(part.startswith((".", "__MACOSX")) for part in path.parts):
        yield source.member(shown, opener)


def _check_depth(source: Input) -> None:
    if source.depth >= DEPTH:
        raise Unreadable(
            f"more than {DEPTH} archives within one another", remedy="unpack it yourself if you trust it"
        )
