"""Articles in `.csv` and `.tsv`: one a row, under a header; comma, semicolon, tab or bar between."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from typing import IO

from claimtrack.reading.encodings import REMEDY
from claimtrack.reading.inputs import Contents, Input, Options, Unreadable
from claimtrack.reading.lines import decoded
from claimtrack.reading.rows import articles_of
from claimtrack.reading.streams import RECORD, megabytes

DELIMITERS = ",;\t|"


def read_delimited(source: Input, options: Options) -> Contents:
    """Rows as they come; the header says by which delimiter they are parted."""
    csv.field_size_limit(RECORD)
    with source.open() as stream, decoded(stream, encoding=options.encoding) as text:
        header = _header(text)
        delimiter = max(DELIMITERS, key=header.count)
        names = next(csv.reader([header], delimiter=delimiter), [])
        yield from articles_of(source, options, names, _rows(text, delimiter), unit="line")


def _header(text: IO[str]) -> str:
    try:
        header = text.readline(RECORD)
    except UnicodeError as error:
        raise Unreadable("the file cannot be decoded", remedy=REMEDY) from error
    if not header.strip():
        raise Unreadable("there is no header line", remedy="name the columns in the first line")
    return header


def _rows(text: IO[str], delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """The rows and the lines they begin at."""
    reader = csv.reader(_bounded(text), delimiter=delimiter)
    number = 2
    try:
        for row in reader:
            yield number, row
            number = reader.line_num + 2
    except (csv.Error, UnicodeError) as error:
        cause = "it cannot be decoded" if isinstance(error, UnicodeError) else f"not valid CSV: {error}"
        raise Unreadable(
            cause, place=f"line {number:,}", remedy="mend it there; what stands before was read"
        ) from error


def _bounded(text: IO[str]) -> Iterator[str]:
    while line := text.readline(RECORD):
        if len(line) == RECORD:
            raise Unreadable(f"a line of more than {megabytes(RECORD)}", remedy="check the file")
        yield line
