"""Rows under a header to articles: what tables and sheets share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from claimtrack.reading.inputs import Contents, Input, Options, Unreadable
from claimtrack.reading.records import Layout, layout

Numbered = Iterable[tuple[int, Sequence[Any]]]


def _layout(names: Sequence[str], options: Options, *, unit: str) -> Layout:
    try:
        return layout(names, mapping=options.mapping)
    except Unreadable as error:
        raise error.at(f"{unit} 1") from error


def articles_of(
    source: Input, options: Options, names: Sequence[str], rows: Numbered, *, unit: str
) -> Contents:
    """One article a row that is not blank; a row without a text is a problem of that row."""
    columns, number = _layout(names, options, unit=unit), 0
    for number, row in rows:
        if not any(cell not in (None, "") for cell in row):
            continue
        try:
            yield columns.article(dict(zip(names, row, strict=False)), path=f"{source.name}#{number}")
        except Unreadable as error:
            yield error.at(f"{unit} {number:,}").problem(source.name)
    if number == 0:
        raise Unreadable("there are no rows under the header", remedy="remove the file, or fetch it again")
