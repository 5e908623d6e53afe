"""Counts on the screen: a bar behind each row, or a table of one dimension against another."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any

from rich.text import Text

from claimtrack.cli.layouts import Field, Layout
from claimtrack.cli.tables import print_table
from claimtrack.cli.terminal import console

Row = Mapping[str, Any]

_BAR = 24  # cells
_EIGHTHS = " ▏▎▍▌▋▊▉"
_UNNAMED = {"source": "unresolved", "kind": "unresolved", "outlet": "no outlet", "cue": "no cue"}
_UNDATED = "undated"
_TIMES = ("year", "month", "day")
_TITLES = {
    "kind": "by kind of source",
    "stance": "by stance",
    "anonymous by outlet": "unnamed sources in each outlet",
    "doubt by source": "told with doubt, by source",
}


def print_figures(totals: Row, figures: Iterable[Row]) -> None:
    """The size of a collection, then each of its figures with bars."""
    span = " – ".join(dict.fromkeys(date for date in (totals["first"], totals["last"]) if date))
    sizes = f"{totals['claims']} claims in {totals['articles']} articles by {totals['sources']} sources"
    screen = console()
    screen.print(Text(f"{sizes}, {span}" if span else sizes, style="bold"), soft_wrap=True)
    for figure, rows in groupby(figures, key=lambda row: row["figure"]):
        screen.print(Text(f"\n{_TITLES[figure]}", style="bold"), soft_wrap=True)
        name, _, whole = figure.rpartition(" by ")
        shown = [{**row, whole: row["of"], "claims": row["claims" if name else "part"]} for row in rows]
        print_bars(shown, [whole], part=name)


def print_bars(rows: Sequence[Row], names: Sequence[str], *, part: str = "") -> None:
    """One row a group: what it is, its claims, its share, and a bar of that."""
    counts = [Field("claims", lambda row: str(row["claims"]), width=8)]
    if part:
        counts.insert(0, Field(part, lambda row: str(row["part"]), width=max(8, len(part))))
    print_table(
        rows,
        Layout(
            (
                *(_label(name) for name in names),
                *counts,
                Field("share", lambda row: f"{row['share']:6.1%}", width=6),
                Field("", lambda row: bar(row["share"]), width=_BAR, style="cyan"),
            )
        ),
    )


def print_crossed(rows: Sequence[Row], first: Sequence[str], second: str) -> None:
    """A line for each group of the first dimension, a column for each of the second."""
    lines: dict[tuple[Any, ...], dict[str, Any]] = {}
    for row in rows:
        line = lines.setdefault(tuple(row[name] for name in first), dict(row))
        cell = f"={row[second]}"  # two sources may have one name
        line[cell] = line.get(cell, 0) + row["claims"]
    print_table(
        lines.values(),
        Layout(
            (
                *(_label(name) for name in first),
                Field("all", lambda row: str(row["total"]), width=8),
                *(_cell(second, value) for value in _columns(rows, second)),
            )
        ),
    )
    if rows and rows[0]["left_out"]:
        print(f"{rows[0]['left_out']} more by {second}; --format csv writes them all", file=sys.stderr)


def columns_that_fit() -> int:
    """How many groups of a second dimension have room on the screen."""
    return max(1, (console().width - 40) // 12)


def bar(share: float) -> str:
    """A bar of this share of the full width, to an eighth of a cell."""
    eighths = round(share * _BAR * 8)
    return "█" * (eighths // 8) + _EIGHTHS[eighths % 8].strip()


def _columns(rows: Sequence[Row], second: str) -> list[Any]:
    """The groups of the second dimension, the largest first; times as they run."""
    sums: Counter[Any] = Counter()
    for row in rows:
        sums[row[second]] += row["claims"]
    return sorted(sums) if second in _TIMES else [value for value, _ in sums.most_common()]


def _label(name: str) -> Field:
    if name == "source_kind":
        return Field("kind", lambda row: row[name], width=11, style="dim")
    return Field(name, lambda row: _named(name, row[name]), share=1)


def _named(name: str, value: Any) -> str:
    if name in _TIMES:
        return str(value) or _UNDATED
    return str(value) or _UNNAMED.get(name, "none")


def _cell(second: str, value: Any) -> Field:
    return Field(_named(second, value), lambda row: str(row.get(f"={value}", "")), width=10)
