"""Rows as tables for the screen, in batches, so that long lists need no memory and start at once."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby, islice

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from claimtrack.cli.layouts import Layout, Row
from claimtrack.cli.terminal import Cell, console
from claimtrack.text.harmless import harmless

_BATCH = 200
_NARROWEST = 3  # cells a share; below that, a table is no longer read but spelt


def print_table(rows: Iterable[Row], layout: Layout) -> None:
    """Prints rows as they come, under one heading."""
    screen = console()
    heading = True
    for group, members in groupby(rows, layout.group or (lambda row: "")):
        if layout.group:
            screen.print(Text(f"\n{harmless(group)}", style="bold"), soft_wrap=True)
        styled = screen.color_system is not None
        while batch := list(islice(members, _BATCH)):
            if _room(layout, screen.width) < _NARROWEST * sum(field.share for field in layout.fields):
                _print_cards(screen, batch, layout, styled=styled)
            else:
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
    room = _room(layout, width)
    shares = sum(field.share for field in fields)
    for field in fields:
        width = field.width or max(8, room * field.share // shares)
        table.add_column(_heading(field.heading), width=width)
    for row in batch:
        cells = ((field.show(row), field.style, field.marks(row)) for field in fields)
        table.add_row(*(Cell(text, style, marks=marks, styled=styled) for text, style, marks in cells))
    return table


def _heading(words: str) -> Cell | str:
    """A name of an article as it stands in cells; words of ours as they are."""
    return words if words.isascii() and words.isprintable() else Cell(words, styled=False)


def _room(layout: Layout, width: int) -> int:
    """What the columns of fixed width leave to the others."""
    return width - 2 * len(layout.fields) - sum(field.width for field in layout.fields)


def _print_cards(screen: Console, batch: Iterable[Row], layout: Layout, *, styled: bool) -> None:
    """Rows for a screen too narrow for columns: a line a field, an empty one between rows."""
    for row in batch:
        for field in layout.fields:
            if text := field.show(row):
                if field.heading:
                    screen.print(Text(harmless(field.heading), style="dim"), soft_wrap=True)
                screen.print(Cell(text, field.style, marks=field.marks(row), styled=styled))
        screen.print()
