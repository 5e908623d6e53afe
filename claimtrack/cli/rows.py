"""Rows in the format the user asked for: a table, or what an export of that format would hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from claimtrack.cli.layouts import Layout


def print_rows(
    rows: Iterator[Mapping[str, Any]], *, form: str, layout: Layout, columns: Sequence[str] = ()
) -> bool:
    """Prints rows to standard output, without `columns` all they have; whether there were any."""
    if form != "table":
        return write_rows(rows, form=form, columns=columns)
    from claimtrack.cli.paging import paged
    from claimtrack.cli.tables import print_table

    first, found = _looked_at(rows)
    with paged():
        print_table(found, layout)
    return first is not None


def write_rows(rows: Iterator[Mapping[str, Any]], *, form: str, columns: Sequence[str] = ()) -> bool:
    """Writes rows to standard output in a format of `export`; whether there were any."""
    from claimtrack.export import format_named, standard_output

    first, found = _looked_at(rows)
    with standard_output() as out:
        format_named(form).write(found, columns or list(first or ()), out, excel=False)
    return first is not None


def _looked_at(
    rows: Iterator[Mapping[str, Any]],
) -> tuple[Mapping[str, Any] | None, Iterator[Mapping[str, Any]]]:
    """The first row, if there is one, and all rows."""
    first = next(rows, None)
    return first, chain([first] if first is not None else [], rows)


def check_format(form: str) -> None:
    """Refuses an unknown format before anything is looked up."""
    from claimtrack.errors import UsageError
    from claimtrack.export import LISTS

    if form != "table" and form not in LISTS:
        raise UsageError(f"no format {form!r}; it is one of: table, {', '.join(LISTS)}")
