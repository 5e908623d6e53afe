"""Reading bytes within bounds: one article, one record, one archive; looking ahead; seeking in pipes.

Against files made to exhaust memory. What the bytes mean is no concern of this module.
"""

from __future__ import annotations

import io
import shutil
import tempfile
from typing import IO, BinaryIO, cast

from claimtrack.reading.inputs import Unreadable

ARTICLE = 64 * 2**20  # bytes of one article's file; the longest real ones are below 1 MB
RECORD = 16 * 2**20  # bytes of one line of a collection
SPOOLED = 4 * 2**30  # bytes of a file that must be copied to disk because its reader has to seek
IN_MEMORY = 8 * 2**20  # such a copy stays in memory up to here
RATIO = 200  # text packs 3 to 20 times; far beyond that, and large, is a bomb
RATIO_FROM = 128 * 2**20  # below so many unpacked bytes the ratio does not matter
AHEAD = 64 * 1024

BOMB = "this looks like a decompression bomb; unpack it yourself if you trust it"


def megabytes(size: int) -> str:
    return f"{size // 2**20:,} MB"


def read_whole(stream: IO[bytes], *, limit: int = ARTICLE) -> bytes:
    """All bytes of an input that is one article."""
    data = stream.read(limit + 1)
    if len(data) > limit:
        raise Unreadable(
            f"larger than {megabytes(limit)}, too large for one article",
            remedy="split it, or give many articles as .jsonl or .csv",
        )
    return data


def peekable(stream: IO[bytes]) -> io.BufferedReader:
    """A stream whose beginning can be looked at without reading it."""
    if hasattr(stream, "peek"):
        return cast(io.BufferedReader, stream)
    return io.BufferedReader(cast(io.RawIOBase, stream), AHEAD)


def seekable(stream: BinaryIO) -> BinaryIO:
    """The stream itself, or a temporary copy where it can only be read forwards."""
    if stream.seekable():
        return stream
    copy = tempfile.SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 - its reader closes it
    shutil.copyfileobj(bounded(stream, limit=SPOOLED), copy)
    copy.seek(0)
    return cast(BinaryIO, copy)


def bounded(stream: IO[bytes], *, limit: int, packed: int | None = None) -> io.BufferedReader:
    """The stream, refusing to give more than `limit` bytes or beyond all proportion to `packed`."""
    return io.BufferedReader(_Bounded(stream, limit, packed), AHEAD)


class _Bounded(io.RawIOBase):
    def __init__(self, stream: IO[bytes], limit: int, packed: int | None) -> None:
        self._stream, self._given = stream, 0
        self._limit = limit if packed is None else min(limit, max(RATIO_FROM, packed * RATIO))

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        data = self._stream.read(len(buffer))
        self._given += len(data)
        if self._given > self._limit:
            raise Unreadable(f"unpacks to more than {megabytes(self._limit)}", remedy=BOMB)
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        self._stream.close()
        super().close()
