"""Excel: a right-to-left sheet with a header that stays in sight, a filter on it, and the codebook beside it.

Every text is written as text, so nothing in it runs. Rows are written as they come and not kept. What a
sheet cannot hold is cut: a cell's text at 32,767 characters (with ' …' at its end); more rows than one
sheet has go on in the next.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import chain, islice
from typing import Any, BinaryIO

from claimtrack.export.columns import codebook
from claimtrack.export.optional import package

_ROWS = 1_048_576 - 1  # of a sheet, below its header
_CELL = 32_767  # UTF-16 units
_NO_XML = re.compile("[\ufffe\uffff\ud800-\udfff]")  # what no XML file may hold; other controls are escaped
_WIDTHS = {"claim": 60, "sentence": 60, "article_title": 30, "source": 30, "mention": 24, "via": 30}
_WIDTHS |= {"claim_id": 18, "parent_id": 18, "article_path": 24, "meaning": 90, "column": 18}
_WIDTH = 12
_MADE = datetime(1980, 1, 1)  # always, so that the same claims give the same file


def write_xlsx(
    rows: Iterable[Mapping[str, Any]], columns: Sequence[str], out: BinaryIO, *, excel: bool
) -> None:
    """A workbook of the rows, and of the codebook of their columns where it knows them."""
    xlsxwriter = package("xlsxwriter", ending="xlsx", extra="xlsx")
    workbook = xlsxwriter.Workbook(out, {"constant_memory": True})
    workbook.set_properties({"created": _MADE})
    explained = [row for row in codebook() if row["column"] in columns]
    title = "claims" if explained else "rows"
    for number, part in enumerate(_parts(iter(rows)), start=1):
        _write_sheet(workbook, f"{title} {number}" if number > 1 else title, part, columns)
    if explained:
        _write_sheet(workbook, "codebook", explained, ("column", "value", "meaning"))
    workbook.close()


def _parts(rows: Iterator[Mapping[str, Any]]) -> Iterator[Iterable[Mapping[str, Any]]]:
    """The rows of each sheet; one sheet at least."""
    yield islice(rows, _ROWS)
    while (following := next(rows, None)) is not None:
        yield islice(chain([following], rows), _ROWS)


def _write_sheet(
    workbook: Any, title: str, rows: Iterable[Mapping[str, Any]], columns: Sequence[str]
) -> None:
    text = workbook.add_format({"reading_order": 2, "valign": "top"})
    header = workbook.add_format({"reading_order": 2, "bold": True, "bottom": 1})
    sheet = workbook.add_worksheet(title)
    sheet.right_to_left()
    sheet.freeze_panes(1, 0)
    for place, column in enumerate(columns):
        sheet.set_column(place, place, _WIDTHS.get(column, _WIDTH))
        sheet.write_string(0, place, column, header)
    last = 0
    for last, row in enumerate(rows, start=1):
        for place, column in enumerate(columns):
            _write_cell(sheet, last, place, row[column], text)
    sheet.autofilter(0, 0, last, len(columns) - 1)


def _write_cell(sheet: Any, row: int, place: int, value: Any, style: Any) -> None:
    if isinstance(value, bool):
        sheet.write_boolean(row, place, value)
    elif isinstance(value, int | float):
        sheet.write_number(row, place, value)
    elif value is not None and value != "":
        sheet.write_string(row, place, _fitting(str(value)), style)


def _fitting(text: str) -> str:
    text = _NO_XML.sub("\ufffd", text)
    if len(text) * 2 <= _CELL or len(text.encode("utf-16-le")) // 2 <= _CELL:
        return text
    return text.encode("utf-16-le")[: 2 * (_CELL - 2)].decode("utf-16-le", "ignore") + " …"
