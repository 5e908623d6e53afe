"""Articles as JSON: one record a line (`.jsonl`), or an array of records or one record (`.json`).

Read as a stream, so that memory stays flat; a bad line is a problem of that line.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from claimtrack.models import Article
from claimtrack.reading.inputs import Contents, Input, Options, Unreadable
from claimtrack.reading.lines import decoded, numbered
from claimtrack.reading.records import Layout, is_annotation, layout
from claimtrack.reading.streams import ARTICLE, RECORD, megabytes

BLANK = " \t\r\n\ufeff"
CHUNK = 256 * 1024


def read_json_lines(source: Input, options: Options) -> Contents:
    """One article a line."""
    with source.open() as stream:
        records, number = Records(source, options, unit="line"), 0
        for number, line in numbered(stream, encoding=options.encoding):
            try:
                record = _parsed(line)
            except Unreadable as error:
                yield error.at(f"line {number:,}").problem(source.name)
                continue
            if records.passed_over(record):
                return
            yield from records.articles(number, record)
        if number == 0:
            raise Unreadable("the file holds no records", remedy="remove it, or fetch it again")


def read_json(source: Input, options: Options) -> Contents:
    """An array of records, an object that holds one, a single record, or lines after all."""
    with source.open() as stream, decoded(stream, encoding=options.encoding) as text:
        records, number = Records(source, options, unit="record"), 0
        try:
            for number, record in enumerate(_values(text), start=1):
                if records.passed_over(record):
                    return
                yield from records.articles(number, record)
        except UnicodeError as error:
            raise Unreadable(
                "the file cannot be decoded", remedy="name the encoding with --encoding"
            ) from error
        except Unreadable as error:
            raise error.at(error.place or f"record {number + 1:,}") from error


class Records:
    """The records of one collection; the first one that is an object settles which column is which."""

    def __init__(self, source: Input, options: Options, *, unit: str) -> None:
        self._source, self._options, self._unit = source, options, unit
        self._layouts: dict[tuple[str, ...], Layout] = {}

    def passed_over(self, record: Any) -> bool:
        """Whether this is a gold file that lies beside its articles."""
        return not self._source.named and isinstance(record, dict) and is_annotation(record)

    def articles(self, number: int, record: Any) -> Contents:
        """The article of the record, or the problem that stands for it."""
        try:
            yield self._article(number, record)
        except Unreadable as error:
            refused = error.at(f"{self._unit} {number:,}")
            if isinstance(record, dict) and not self._layouts:
                raise refused from error  # no record so far had a text: these are no articles
            yield refused.problem(self._source.name)

    def _article(self, number: int, record: Any) -> Article:
        if not isinstance(record, dict):
            raise Unreadable(
                "not a record of an article", remedy='a record looks like {"text": "…", "title": "…"}'
            )
        columns = tuple(record)
        if columns not in self._layouts:
            self._layouts[columns] = layout(columns, mapping=self._options.mapping)
        return self._layouts[columns].article(record, path=f"{self._source.name}#{number}")


def _parsed(line: str | Unreadable) -> Any:
    if isinstance(line, Unreadable):
        raise line
    try:
        return json.loads(line)
    except (ValueError, RecursionError) as error:
        raise Unreadable(f"not valid JSON: {_cause(error)}", remedy="mend or remove the line") from error


def _cause(error: Exception) -> str:
    if not isinstance(error, json.JSONDecodeError):
        return "nested too deeply"
    return (
        f"{error.msg.removesuffix(' at').removesuffix(' starting at').lower()} at character {error.colno:,}"
    )


def _values(text: Any) -> Iterator[Any]:
    """The values of a JSON text: those of its array, of the array within its object, or one by one."""
    reader = _Reader(text)
    if reader.next_char() == "[":
        yield from reader.array()
        return
    first = reader.value()
    inner = _inner_array(first)
    yield from inner if inner is not None else [first]
    while reader.next_char():
        yield reader.value()


def _inner_array(value: Any) -> list[Any] | None:
    """The articles within an object that wraps them, as {"articles": [...]}."""
    lists = [item for item in value.values() if _is_records(item)] if isinstance(value, dict) else []
    return (
        lists[0]
        if lists and not any(isinstance(value.get(key), str) for key in ("text", "body", "content"))
        else None
    )


def _is_records(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(item, dict) for item in value)


class _Reader:
    """A JSON text read value by value, so that only one value need be in memory."""

    def __init__(self, text: Any) -> None:
        self._text, self._buffer, self._at, self._ended = text, "", 0, False
        self._decoder = json.JSONDecoder()

    def array(self) -> Iterator[Any]:
        self._at += 1
        while (char := self.next_char()) != "]":
            if char == ",":
                self._at += 1
            elif not char:
                raise Unreadable("the JSON array is cut off", remedy="fetch the file again")
            else:
                yield self.value()

    def next_char(self) -> str:
        """The next character that is not blank, empty at the end."""
        while True:
            while self._at < len(self._buffer) and self._buffer[self._at] in BLANK:
                self._at += 1
            if self._at < len(self._buffer):
                return self._buffer[self._at]
            if not self._fill():
                return ""

    def value(self) -> Any:
        while True:
            try:
                value, end = self._decoder.raw_decode(self._buffer, self._at)
            except (json.JSONDecodeError, RecursionError) as error:
                if isinstance(error, RecursionError) or not self._fill():
                    raise Unreadable(
                        f"not valid JSON: {_cause(error)}", remedy="mend the file, or fetch it again"
                    ) from error
            else:
                if end < len(self._buffer) or not self._fill():  # a number may go on
                    self._at = end
                    return value

    def _fill(self) -> bool:
        """More text at the end of the buffer; what was read is dropped, and it grows by doubling."""
        rest = self._buffer[self._at :]
        if len(rest) > ARTICLE:
            raise Unreadable(
                f"a record of more than {megabytes(RECORD)}", remedy="give one article a line (.jsonl)"
            )
        chunk = self._text.read(max(CHUNK, len(rest)))
        self._buffer, self._at = rest + chunk, 0
        return bool(chunk)
