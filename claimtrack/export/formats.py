"""The table of formats, by the ending of the file; a new format is one file and one line here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol, TextIO

from claimtrack.errors import UsageError
from claimtrack.export.delimited import write_csv, write_tsv
from claimtrack.export.json_text import write_json, write_jsonl


class Writer(Protocol):
    """Writes rows, narrowed to columns, to an open text file."""

    def __call__(
        self, rows: Iterable[Mapping[str, Any]], columns: Sequence[str], out: TextIO, *, excel: bool
    ) -> None: ...


@dataclass(frozen=True, slots=True)
class Format:
    """One format: what its files end with, what it is, and what writes it."""

    ending: str
    meaning: str
    write: Writer


FORMATS = {
    format.ending: format
    for format in (
        Format("csv", "comma-separated values", write_csv),
        Format("tsv", "tab-separated values", write_tsv),
        Format("json", "one JSON array", write_json),
        Format("jsonl", "one JSON object a line", write_jsonl),
    )
}


def format_named(name: str) -> Format:
    """The format of an ending, with or without its dot."""
    try:
        return FORMATS[name.removeprefix(".").lower()]
    except KeyError:
        raise UsageError(f"no format {name!r}; it is one of: {', '.join(FORMATS)}") from None


def format_of(path: Path) -> Format:
    """The format a file's name asks for."""
    if not path.suffix:
        raise UsageError(f"{path} has no ending that names a format; use one of: {', '.join(FORMATS)}")
    return format_named(path.suffix)
