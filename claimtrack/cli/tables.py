"""Rows as tables for the screen, in batches, so that long lists need no memory and start at once."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby, islice

from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from claimtrack.cli.layouts import Layout, Row
from claimtrack.cli.terminal import Cell, console
from claimtrack.text.harmless import harmless

_BATCH = 200


def print_table(rows: Iterable[Row], layout: Layout) -> None:
    """Prints rows as they come, under one heading."""
    screen = console()
    heading = True
    for group, members in groupby(rows, layout.group or (lambda row: "")):
        if layout.group:
            screen.print(Text(f"\n{harmless(group)}", style="bold"), soft_wrap=True)
        while batch := list(islice(members, _BATCH)):
            styled = screen.color_system is not None
            screen.print(_table(batch, layout, width=screen.width, heading=heading, styled=styled))
            heading = False


def _table(batch: Iterable[Row], layout: Layout, *, width: int, heading: bool, styled: bool) -> Table:
    table = Table(
        box=SIMPLE_HEAD,
        show_header=heading,
        show_edge=False,
        pad_edge=False,
        padding=(0, 1, 0, 0),
        leading=layout.leading,
    )
    fields = layout.fields
    gaps = 2 * len(fields)
    room = width - gaps - sum(field.width for field in fields)
    shares = sum(field.share for field in fields)
    for field in fields:
        table.add_column(field.heading, width=field.width or max(8, room * field.share // shares))
    for row in batch:
        cells = ((field.show(row), field.style, field.marks(row)) for field in fields)
        table.add_row(*(Cell(text, style, marks=marks, styled=styled) for text, style, marks in cells))
    return table
