"""JSON and JSON lines read back: what `json_text` writes, record by record, each with its line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TextIO

from claimtrack.errors import ClaimtrackError

Placed = tuple[str, dict[str, Any]]  # where it stands, for messages; the record


def read_records(file: TextIO, *, name: str) -> Iterator[Placed]:
    """The records of an open file: one a line, or all in one array."""
    try:
        first = file.readline()
        if first.lstrip().startswith("["):
            yield from _of_array(first + file.read(), name)
        else:
            yield from _of_lines(first, file, name)
    except UnicodeDecodeError as error:
        raise ClaimtrackError(f"{name}: it is not UTF-8 text, so no file of `claimtrack export`") from error


def opened_records(path: Path) -> TextIO:
    """A file to read records from; line ends within it stay as they are."""
    try:
        return path.open(encoding="utf-8-sig", newline="\n")
    except OSError as error:
        raise ClaimtrackError(f"cannot read {path}: {error.strerror or error}") from error


def _of_lines(first: str, file: TextIO, name: str) -> Iterator[Placed]:
    number, line = 1, first
    while line:
        place = f"{name}, line {number}"
        if line.strip():
            yield place, _record(_parsed(line, place), place)
        number, line = number + 1, file.readline()


def _of_array(text: str, name: str) -> Iterator[Placed]:
    records = _parsed(text, name)
    for number, record in enumerate(records, start=1):
        place = f"{name}, record {number}"
        yield place, _record(record, place)


def _parsed(text: str, place: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ClaimtrackError(f"{place}: it is not JSON ({error}); export it again") from error


def _record(record: Any, place: str) -> dict[str, Any]:
    if not isinstance(record, dict):
        raise ClaimtrackError(
            f"{place}: it is no record of a claim; `claimtrack export` writes them to .jsonl"
        )
    return record
