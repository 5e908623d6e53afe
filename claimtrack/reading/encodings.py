"""Bytes to text: marks, Unicode, and the two single-byte encodings of Arabic archives.

Decoding is always strict: bytes that no encoding explains are a failure of that file, never
replacement characters. Newlines and everything else stay as they were, only a byte-order mark goes.
Between windows-1256 and ISO-8859-6 the letters decide: the wrong one gives rare letters and marks.
"""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from claimtrack.reading.inputs import Unreadable

# longest first: the UTF-32 mark begins with the UTF-16 one
MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32", "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "utf-16"),
)
SINGLE_BYTE = ("windows-1256", "iso-8859-6")
# in print, the first make up nine tenths of Arabic letters; misread, they make a third
COMMON = frozenset("المينورتبعدهفسكقحجةأ")
PRINTED = COMMON | frozenset("ءآؤإئثخذزشصضطظغى،؛؟«»“”‘’–—…\u00a0\u200c\u200d\u200e\u200fـپچژگکڤ")
# vowel marks in their places: after a letter, and tanwin only where the word ends
VOWELS = re.compile("(?<=[ء-ي])ّ?(?:[َُِْ]|[ًٌٍ](?![ء-ئب-ي]))?ّ?")
SAMPLE = 64 * 1024
FEWEST_WIDE = 8  # bytes; below that, UTF-16 needs its mark
LEAST_PRINTED, LEAST_COMMON = 0.93, 0.6
REMEDY = "name the encoding with --encoding, or save the file as UTF-8"


class Decoded(NamedTuple):
    text: str
    encoding: str


def known(encoding: str) -> bool:
    """Whether `encoding` names a text encoding."""
    try:
        return codecs.lookup(encoding)._is_text_encoding
    except LookupError:
        return False


def decode(data: bytes, *, encoding: str | None = None) -> Decoded:
    """The text of `data`, and the encoding it was in; `encoding` overrides detection."""
    if encoding is not None:
        return _forced(data, encoding)
    for mark, codec, name in MARKS:
        if data.startswith(mark):
            return _forced(data, codec, name=name)
    return _unmarked(data)


def detect(sample: bytes) -> str:
    """The codec of a stream that begins with `sample`, which may end within a character."""
    for mark, marked, _ in MARKS:
        if sample.startswith(mark):
            return marked
    if codec := _utf16(sample):
        return codec
    try:
        codecs.getincrementaldecoder("utf-8")().decode(sample, final=False)
    except UnicodeDecodeError as error:
        return _single_byte(sample, error)
    return "utf-8"


def _forced(data: bytes, codec: str, *, name: str = "") -> Decoded:
    try:
        text = data.decode(codec)
    except (UnicodeDecodeError, UnicodeError) as error:
        place = f"byte {error.start:,}" if isinstance(error, UnicodeDecodeError) else ""
        raise Unreadable(f"not valid {name or codec}", place=place, remedy=REMEDY) from error
    return Decoded(text.removeprefix("\ufeff"), name or codecs.lookup(codec).name)


def _unmarked(data: bytes) -> Decoded:
    if codec := _utf16(data[:SAMPLE]):
        return _forced(data, codec)
    if _binary(data[:SAMPLE]):
        raise Unreadable("a binary file, not text", remedy="give text, a web page, or a supported document")
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        return Decoded(data.decode(codec := _single_byte(data, error)), codec)


def _binary(sample: bytes) -> bool:
    """Text may hold a stray NUL (scraped pages do), but hardly any control byte besides those of layout."""
    controls = sum(sample.count(byte) for byte in (*range(9), *range(14, 26), *range(28, 32)))
    return controls > len(sample) * 0.02


def _utf16(sample: bytes) -> str | None:
    """UTF-16 without a mark: Arabic has 06 in every other byte, blanks and Latin have 00."""
    if len(sample) < FEWEST_WIDE:
        return None
    for codec, low, high in (
        ("utf-16-le", sample[0::2], sample[1::2]),
        ("utf-16-be", sample[1::2], sample[0::2]),
    ):
        letters = high.count(b"\x06") + high.count(b"\x00")
        pages = letters + sum(high.count(byte) for byte in (b"\x20", b"\xfe", b"\xfb"))
        if letters > len(high) * 0.7 and pages > len(high) * 0.9 and low.count(b"\x00") < len(low) * 0.1:
            return codec
    return None


def _single_byte(data: bytes, error: UnicodeDecodeError) -> str:
    """The single-byte encoding whose reading looks most like printed Arabic."""
    sample = data[:SAMPLE]
    if error.start >= SAMPLE:  # the first odd byte lies far in: look there
        sample = data[error.start : error.start + SAMPLE]
    score, codec = max((_arabic_share(sample, codec), codec) for codec in SINGLE_BYTE)
    if score < LEAST_COMMON or not _decodable(data, codec):
        place = f"byte {error.start:,}"
        raise Unreadable("neither UTF-8 nor an encoding of Arabic", place=place, remedy=REMEDY)
    return codec


def _arabic_share(sample: bytes, codec: str) -> float:
    """How much of what is not ASCII reads as common letters; 0 when it is not Arabic at all."""
    text = VOWELS.sub("", sample.decode(codec, errors="replace"))
    foreign = [char for char in text if char > "\x7f"]
    if not foreign or sum(char in PRINTED for char in foreign) < len(foreign) * LEAST_PRINTED:
        return 0.0
    return sum(char in COMMON for char in foreign) / len(foreign)


def _decodable(data: bytes, codec: str) -> bool:
    try:
        data.decode(codec)
    except UnicodeDecodeError:
        return False
    return True
