"""JSON and JSON lines, written row by row, Arabic as it is."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TextIO


def write_json(
    rows: Iterable[Mapping[str, Any]], columns: Sequence[str], out: TextIO, *, excel: bool
) -> None:
    """One array of objects, a line each; there is nothing to do for a spreadsheet."""
    separator = "[\n"
    for row in rows:
        out.write(separator + json_line(_narrowed(row, columns)))
        separator = ",\n"
    out.write("[]\n" if separator == "[\n" else "\n]\n")


def write_jsonl(
    rows: Iterable[Mapping[str, Any]], columns: Sequence[str], out: TextIO, *, excel: bool
) -> None:
    """One object a line."""
    for row in rows:
        out.write(json_line(_narrowed(row, columns)) + "\n")


def json_line(record: Mapping[str, Any]) -> str:
    """A record on one line, letters unescaped but for line ends within."""
    return json.dumps(record, ensure_ascii=False, separators=(", ", ": "))


def _narrowed(row: Mapping[str, Any], columns: Sequence[str]) -> dict[str, Any]:
    return {column: row[column] for column in columns}
