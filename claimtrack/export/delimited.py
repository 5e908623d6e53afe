"""CSV and TSV: one header line, one line a row, UTF-8; and cells a spreadsheet must not run.

Lines end with CR LF and everything in doubt is quoted, as RFC 4180 says, so pandas and R read the
files without options.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TextIO

# the wide forms are what some turn into the narrow ones
_RUN_BY_SPREADSHEETS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def write_csv(rows: Iterable[Mapping[str, Any]], columns: Sequence[str], out: TextIO, *, excel: bool) -> None:
    """Comma-separated; with `excel`, a byte-order mark first and formulas disarmed."""
    _write(rows, columns, out, delimiter=",", excel=excel)


def write_tsv(rows: Iterable[Mapping[str, Any]], columns: Sequence[str], out: TextIO, *, excel: bool) -> None:
    """Tab-separated; with `excel`, a byte-order mark first and formulas disarmed."""
    _write(rows, columns, out, delimiter="\t", excel=excel)


def _write(
    rows: Iterable[Mapping[str, Any]], columns: Sequence[str], out: TextIO, *, delimiter: str, excel: bool
) -> None:
    if excel:
        out.write("\ufeff")
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\r\n")
    writer.writerow(columns)
    cell = _disarmed if excel else _plain
    writer.writerows([cell(row[column]) for column in columns] for row in rows)


def _plain(value: Any) -> Any:
    return str(value).lower() if isinstance(value, bool) else value


def _disarmed(value: Any) -> Any:
    """An apostrophe in front keeps a spreadsheet from taking the cell for a formula."""
    if isinstance(value, str) and value.startswith(_RUN_BY_SPREADSHEETS):
        return f"'{value}"
    return _plain(value)
