"""How far a long command is, on standard error: a running line on a terminal, now and then a line elsewhere."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from claimtrack.reading import Meter

Item = TypeVar("Item")

_SECONDS = 10  # between two lines where there is no terminal


def counted(items: Iterable[Item], *, what: str, meter: Meter | None = None) -> Iterator[Item]:
    """The items as they come, with their number and rate; with a meter, how long the rest will take."""
    return (_shown if sys.stderr.isatty() else _logged)(items, what, meter)


def _shown(items: Iterable[Item], what: str, meter: Meter | None) -> Iterator[Item]:
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    from claimtrack.cli.terminal import remarks

    layout = (TextColumn("{task.description}"), BarColumn(bar_width=20), TimeElapsedColumn())
    started = time.monotonic()
    with Progress(*layout, console=remarks(), transient=True) as progress:
        task = progress.add_task(what, total=meter.total if meter and meter.total else None)
        for number, item in enumerate(items, start=1):
            yield item
            seconds = time.monotonic() - started
            progress.update(
                task, completed=meter.done if meter else 0, description=told(number, what, seconds, meter)
            )


def _logged(items: Iterable[Item], what: str, meter: Meter | None) -> Iterator[Item]:
    started = last = time.monotonic()
    for number, item in enumerate(items, start=1):
        yield item
        now = time.monotonic()
        if now - last >= _SECONDS:
            last = now
            print(told(number, what, now - started, meter), file=sys.stderr)


def told(number: int, what: str, seconds: float, meter: Meter | None) -> str:
    """Number, rate and remaining time in words."""
    rate = f", {number / seconds:,.0f}/s" if seconds > 0 else ""
    left = _left(seconds, meter.done, meter.total) if meter else ""
    return f"{number:,} {what}{rate}{left}"


def _left(seconds: float, done: int, total: int) -> str:
    if not 0 < done < total:
        return ""
    minutes, rest = divmod(round(seconds * (total - done) / done), 60)
    return f", about {minutes}:{rest:02} left"
