"""How far a long command is, on standard error, and only when that is a terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

Item = TypeVar("Item")


def counted(items: Iterable[Item], *, what: str) -> Iterator[Item]:
    """The items as they come, with a running count and rate on the terminal."""
    if not sys.stderr.isatty():
        yield from items
        return
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    from claimtrack.cli.terminal import remarks

    layout = (SpinnerColumn(), TextColumn("{task.completed} {task.description}"), TimeElapsedColumn())
    with Progress(*layout, TextColumn("{task.fields[rate]}"), console=remarks(), transient=True) as progress:
        task = progress.add_task(what, total=None, rate="")
        for item in items:
            yield item
            speed = progress.tasks[task].speed
            progress.update(task, advance=1, rate=f"{speed:.0f}/s" if speed else "")
