"""Articles in `.xlsx`: one a row, under the header of the first sheet that has any. Needs openpyxl."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from typing import Any

from claimtrack.reading.inputs import Contents, Input, Options, Unreadable
from claimtrack.reading.optional import package
from claimtrack.reading.rows import articles_of
from claimtrack.reading.streams import BOMB, RATIO, RATIO_FROM, megabytes, seekable


def read_xlsx(source: Input, options: Options) -> Contents:
    """Rows of the first sheet that has any, read one by one."""
    openpyxl = package("openpyxl", extra="xlsx")
    with source.open() as stream:
        book_file = seekable(stream)
        _refuse_bombs(book_file)
        try:
            rows = _rows(openpyxl.load_workbook(book_file, read_only=True, data_only=True))
            names = next(([_name(cell) for cell in row] for _, row in rows), [])
            yield from articles_of(source, options, names, rows, unit="row")
        except Unreadable:
            raise
        except Exception as error:  # openpyxl lets out whatever its zip and XML parsers raise
            raise damaged() from error


def _rows(book: Any) -> Iterator[tuple[int, tuple[Any, ...]]]:
    for sheet in book.worksheets:
        found = False
        for number, row in enumerate(sheet.iter_rows(values_only=True), start=1):
            if found or any(cell is not None for cell in row):
                found = True
                yield number, row
        if found:
            return


def _name(cell: Any) -> str:
    return "" if cell is None else str(cell)


def damaged() -> Unreadable:
    return Unreadable("not a readable spreadsheet", remedy="open it and save it again as .xlsx")


def _refuse_bombs(file: Any) -> None:
    """openpyxl unpacks without a limit; the sizes are in the directory of the file."""
    try:
        parts = zipfile.ZipFile(file).infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise damaged() from error
    for part in parts:
        if part.file_size > max(RATIO_FROM, part.compress_size * RATIO):
            raise Unreadable(f"a part of it unpacks to {megabytes(part.file_size)}", remedy=BOMB)
    file.seek(0)
