"""Plain text: one file is one article, its text exactly as it was decoded.

The title is the first line that is prose; metadata and furniture are found elsewhere.
"""

from __future__ import annotations

from claimtrack.models import Article
from claimtrack.reading.encodings import decode
from claimtrack.reading.inputs import Input, Options, Reading, Unreadable
from claimtrack.reading.streams import read_whole


def read_plain(source: Input, options: Options) -> Reading:
    with source.open() as stream:
        data = read_whole(stream)
    if not data:
        raise Unreadable("the file is empty", remedy="remove it, or fetch it again")
    text, encoding = decode(data, encoding=options.encoding)
    if not text.strip("\ufeff \t\r\n\u00a0\u200b\u200e\u200f\u2028\u2029"):
        raise Unreadable("the file holds only blanks", remedy="remove it, or fetch it again")
    yield Article(text, path=source.name, encoding=encoding)
