"""Bounds against files made to exhaust memory: one article, one record, one archive.

Only counting; what is being read is no concern of this module.
"""

from __future__ import annotations

import io
import shutil
import tempfile
from typing import BinaryIO

from claimtrack.reading.inputs import Unreadable

ARTICLE = 64 * 2**20  # bytes of one article's file; the longest real ones are below 1 MB
RECORD = 16 * 2**20  # bytes of one line of a collection
SPOOLED = 2 * 2**30  # bytes of a file that must be copied to disk because its reader has to seek
IN_MEMORY = 8 * 2**20  # such a copy stays in memory up to here
DEPTH = 3  # archives within archives
RATIO = 200  # text packs 3 to 20 times; far beyond that, and large, is a bomb
RATIO_FROM = 256 * 2**20  # below this many unpacked bytes the ratio does not matter


def megabytes(size: int) -> str:
    return f"{size // 2**20:,} MB"


def read_whole(stream: BinaryIO, *, limit: int = ARTICLE) -> bytes:
    """All bytes of an input that is one article."""
    data = stream.read(limit + 1)
    if len(data) > limit:
        raise Unreadable(
            f"larger than {megabytes(limit)}, too large for one article",
            remedy="split it, or give many articles as .jsonl or .csv",
        )
    return data


def seekable(stream: BinaryIO) -> BinaryIO:
    """The stream itself, or a temporary copy where it can only be read forwards."""
    if stream.seekable() and not isinstance(stream, io.BufferedReader | io.BytesIO):
        return stream
    return stream if stream.seekable() else _copied(stream)


def _copied(stream: BinaryIO) -> BinaryIO:
    copy = tempfile.SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 - its reader closes it
    shutil.copyfileobj(Bounded(stream, limit=SPOOLED), copy)
    copy.seek(0)
    return copy  # type: ignore[return-value]


class Bounded(io.RawIOBase):
    """A stream that refuses to give more than `limit` bytes, or to unpack beyond all measure."""

    def __init__(self, stream: BinaryIO, *, limit: int, packed: int | None = None) -> None:
        self._stream, self._limit, self._packed, self._given = stream, limit, packed, 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        data = self._stream.read(len(buffer))
        self._given += len(data)
        self._check()
        buffer[: len(data)] = data
        return len(data)

    def _check(self) -> None:
        bomb = self._packed is not None and self._given > max(RATIO_FROM, self._packed * RATIO)
        if bomb or self._given > self._limit:
            raise Unreadable(
                f"unpacks to more than {megabytes(self._given)}",
                remedy="this looks like a decompression bomb; unpack it yourself if you trust it",
            )
