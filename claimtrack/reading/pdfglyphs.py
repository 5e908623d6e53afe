"""Ligatures of a PDF, kept whole: each is one character while the text is taken out.

A PDF shows `لا` with one glyph and says, in a table of the font or beside the glyph, which letters it
is. pdftotext writes these letters one after the other and then turns the line round, so that `الثلاثاء`
comes out as `الثالثاء`. Here, in a copy of the file, such a glyph is made to mean one letter of a script
that no news is written in; `Standins` puts the letters back. What is encrypted, or packed in a way not
known here, stays as it is.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from unicodedata import bidirectional, normalize

STREAM = re.compile(rb"stream\r?\n")
END = b"endstream"
DICTIONARY = 1000  # bytes before a stream in which it says what it is
NO_TEXT = re.compile(rb"/Image|/FontFile|/Length1|/XRef|/ObjStm|/Metadata")
MOST, ALL = 32 << 20, 256 << 20  # bytes of a stream and of all streams, unpacked
TABLE = b"begincmap"
SECTION = re.compile(rb"begin(bfchar|bfrange)")
HEX = re.compile(rb"<([0-9A-Fa-f\s]+)>")
PAIR = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f\s]+)>")
RANGE = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(?:<([0-9A-Fa-f\s]+)>|\[([^\[\]]*)\])")
WIDEST = 256  # codes of a range that is looked through
MOST_CODES = 200_000  # looked through in a file
LIGATURES = range(0xFB1D, 0xFEFD)  # in which all are that have codes of their own
BESIDE = re.compile(rb"(/ActualText\s*<\s*)FEFF([0-9A-Fa-f\s]+)>", re.IGNORECASE)
# letters written from right to left, and in no news: Samaritan, N'Ko, Mandaic
FREE = (*range(0x0800, 0x0816), *range(0x07CA, 0x07EB), *range(0x0840, 0x0859))


@dataclass(slots=True)
class Standins:
    """Which letters each stand-in stands for."""

    letters: dict[str, str] = field(default_factory=dict)
    codes_left: int = MOST_CODES

    def given(self, letters: str) -> str:
        """The stand-in for these letters; themselves where none is free any more."""
        known = next((sign for sign, meant in self.letters.items() if meant == letters), "")
        if not known and len(self.letters) < len(FREE):
            known = chr(FREE[len(self.letters)])
            self.letters[known] = letters
        return known or letters

    def put_back(self, text: str) -> str:
        """The text with the letters of each ligature."""
        return text.translate({ord(sign): letters for sign, letters in self.letters.items()})


def kept_whole(data: bytes) -> tuple[bytes, Standins]:
    """The file with stand-ins for its ligatures; its length and all places in it stay the same."""
    standins = Standins()
    changed = bytearray(data)
    left = ALL
    for start, end in _streams(data):
        packed = data[start:end]
        plain = _unpacked(packed, most=min(MOST, left))
        left -= len(plain)
        new = _changed(plain or packed, standins)
        if new and (same := _as_long(new, len(packed), packed=bool(plain))):
            changed[start:end] = same
    return bytes(changed), standins


def _streams(data: bytes) -> Iterator[tuple[int, int]]:
    """Where the streams begin and end that can say what glyphs mean."""
    end = 0
    while found := STREAM.search(data, end):
        start, end = found.end(), data.find(END, found.end())
        if end < 0:
            return
        before = data[max(0, found.start() - DICTIONARY) : found.start()].rpartition(b" obj")[2]
        if not NO_TEXT.search(before):
            yield start, end
        end += len(END)


def _unpacked(stream: bytes, *, most: int) -> bytes:
    """What the stream holds; empty where it is not packed, packed in another way, or too much."""
    unpacking = zlib.decompressobj()
    try:
        plain = unpacking.decompress(stream, most) if most else b""
    except zlib.error:
        return b""
    return plain if unpacking.eof else b""


def _changed(stream: bytes, standins: Standins) -> bytes:
    """The stream with stand-ins; empty where there is nothing to change."""
    if TABLE in stream:
        new = b"".join(_table(stream, standins))
    else:
        new = BESIDE.sub(lambda found: b"%sFEFF%s>" % (found[1], _target(found[2], standins)), stream)
    return b"" if new == stream else new


def _as_long(stream: bytes, size: int, *, packed: bool) -> bytes:
    """The stream packed as it was and filled up to its old size; empty where it has become longer."""
    ways = (zlib.compress(each, 9) if packed else each for each in (stream, _shortened(stream)))
    return next((way.ljust(size, b"\n") for way in ways if len(way) <= size), b"")


def _shortened(stream: bytes) -> bytes:
    """A table without what pdftotext does not need."""
    if TABLE not in stream:
        return stream
    sections = (b"1 begin%s%send%s" % (kind, body, kind) for _, kind, body in _sections(stream))
    return b"\n".join((TABLE, *sections, b"endcmap"))


def _table(table: bytes, standins: Standins) -> Iterator[bytes]:
    """The pieces of a table, its sections changed."""
    done = 0
    for start, kind, body in _sections(table):
        yield table[done:start]
        if kind == b"bfrange":
            yield RANGE.sub(lambda entry: _range(entry, standins), body)
        else:
            yield PAIR.sub(lambda entry: _pair(entry, standins), body)
        done = start + len(body)
    yield table[done:]


def _sections(table: bytes) -> Iterator[tuple[int, bytes, bytes]]:
    """Where the sections' entries begin, which kind they are of, and the entries."""
    end = 0
    while found := SECTION.search(table, end):
        start, end = found.end(), table.find(b"end" + found[1], found.end())
        if end < 0:
            return
        yield start, found[1], table[start:end]


def _pair(entry: re.Match[bytes], standins: Standins) -> bytes:
    new = _target(entry[2], standins)
    return entry[0] if new == entry[2] else b"<%s> <%s>" % (entry[1], new)


def _range(entry: re.Match[bytes], standins: Standins) -> bytes:
    """A run of codes, listed one by one where a ligature is among what they mean."""
    if entry[4] is not None:
        listed = HEX.sub(lambda target: b"<%s>" % _target(target[1], standins), entry[4])
        return b"<%s> <%s> [%s]" % (entry[1], entry[2], listed)
    codes = int(entry[2], 16) - int(entry[1], 16) + 1
    start = int(b"".join(entry[3].split()), 16)
    apart = start >= LIGATURES.stop or start + codes <= LIGATURES.start
    if apart or not 0 < codes <= min(WIDEST, standins.codes_left):
        return entry[0]
    standins.codes_left -= codes
    old = [b"%04X" % (start + i) for i in range(codes)]
    new = [_target(target, standins) for target in old]
    return entry[0] if new == old else b"<%s> <%s> [<%s>]" % (entry[1], entry[2], b"> <".join(new))


def _target(target: bytes, standins: Standins) -> bytes:
    """What a glyph means, as a stand-in where that is several letters written from right to left."""
    try:
        letters = normalize("NFKC", bytes.fromhex(target.decode("ascii")).decode("utf-16-be"))
    except (UnicodeError, ValueError):
        return target
    kinds = [bidirectional(letter) for letter in letters]
    if len(kinds) < 2 or kinds[0] == "NSM" or not {"R", "AL", "NSM"}.issuperset(kinds):
        return target
    return standins.given(letters).encode("utf-16-be").hex().upper().encode()
