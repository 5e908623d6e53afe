"""Lines of a stream in any encoding, one by one, within bounds: what collections of text share.

A line that cannot be decoded is answered with `Unreadable` in its place, so that the rest is read.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import IO

from claimtrack.reading.encodings import REMEDY, detect
from claimtrack.reading.inputs import Unreadable
from claimtrack.reading.streams import AHEAD, RECORD, megabytes, peekable

WIDE = ("utf-16", "utf-32")  # a newline is more than one byte there


def codec_of(stream: io.BufferedReader, *, encoding: str | None) -> str:
    """The codec of a stream, from its beginning."""
    return encoding or detect(stream.peek(AHEAD)[:AHEAD])


def decoded(stream: IO[bytes], *, encoding: str | None) -> io.TextIOWrapper:
    """The stream as text, newlines as they are; decoding is strict."""
    ahead = peekable(stream)
    codec = codec_of(ahead, encoding=encoding)
    return io.TextIOWrapper(ahead, encoding="utf-8-sig" if codec == "utf-8" else codec, newline="")


def numbered(stream: IO[bytes], *, encoding: str | None) -> Iterator[tuple[int, str | Unreadable]]:
    """The lines that are not blank, with their numbers from 1 on."""
    ahead = peekable(stream)
    codec = codec_of(ahead, encoding=encoding)
    lines = _wide(ahead, codec) if codec.startswith(WIDE) else _narrow(ahead, codec)
    for number, line in enumerate(lines, start=1):
        if isinstance(line, Unreadable) or line.strip():
            yield number, line


def _wide(stream: io.BufferedReader, codec: str) -> Iterator[str | Unreadable]:
    with io.TextIOWrapper(stream, encoding=codec, newline="\n") as text:
        try:
            while line := text.readline(RECORD):
                yield _bounded(line)
        except UnicodeError:
            yield Unreadable(f"not valid {codec}", remedy=REMEDY)


def _narrow(stream: io.BufferedReader, codec: str) -> Iterator[str | Unreadable]:
    while line := stream.readline(RECORD):
        try:
            yield _bounded(line.decode(codec).removeprefix("\ufeff"))
        except UnicodeDecodeError:
            yield Unreadable(f"not valid {codec}", remedy=REMEDY)


def _bounded(line: str) -> str:
    """Raises where the line went on: what is so long is no collection, and is not read further."""
    if len(line) >= RECORD // 4 and not line.endswith("\n"):
        raise Unreadable(f"a line of more than {megabytes(RECORD // 4)}", remedy="give one article a line")
    return line
