"""A source on the screen: a heading, and a short table for each thing there is to say about it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from claimtrack.cli.terminal import Cell, console, isolated

_TITLES = {
    "names": "names",
    "spellings": "spellings",
    "roles": "roles",
    "stances": "how it speaks",
    "months": "claims over time",
    "outlets": "in whose articles",
    "relayed_by": "who relays it",
    "relays": "whom it relays",
}
_MOST = 12  # rows of a section; --json has all
_BAR = 30


def print_portrait(told: Mapping[str, Any]) -> None:
    """Prints everything about a source."""
    screen = console()
    heading = Text(isolated(told["name"]), style="bold cyan")
    facts = f"  {told['kind']}, number {told['source_id']}"
    screen.print(heading.append(facts, "not bold not cyan dim"), soft_wrap=True)
    counts = f"{told['claims']} claims in {told['articles']} articles, relays {told['relayed']} of others"
    screen.print(Text(counts, style="dim"), soft_wrap=True)
    for section, title in _TITLES.items():
        _print_section(screen, title, told[section])


def _print_section(screen: Console, title: str, rows: Sequence[Mapping[str, Any]]) -> None:
    if not rows:
        return
    table = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 2, 0, 0))
    most = max((row.get("claims", 0) for row in rows), default=0)
    for column in rows[0]:
        table.add_column(column.replace("_", " "))
    for row in rows[:_MOST]:
        bar = ["█" * -(-_BAR * row["claims"] // most)] if title == "claims over time" else []
        table.add_row(*(Cell(str(value) or "unknown") for value in row.values()), *bar)
    screen.print(Text(f"\n{title}", style="bold"))
    screen.print(table)
    if len(rows) > _MOST:
        screen.print(Text(f"and {len(rows) - _MOST} more", style="dim"))
