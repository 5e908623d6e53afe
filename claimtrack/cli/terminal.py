"""The screen: consoles, and Arabic cells that keep their place.

A terminal lays out a whole line by the bidi algorithm, so neighbouring Arabic cells would swap. Each
line of a cell is therefore wrapped in an isolate (U+2068 … U+2069); the text itself is never reordered.
"""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console, ConsoleOptions, RenderResult
from rich.measure import Measurement
from rich.segment import Segment
from rich.text import Text

from claimtrack.text.harmless import harmless

_ISOLATE, _END = "\u2068", "\u2069"


def console() -> Console:
    """Standard output: colours when it is a terminal and NO_COLOR is not set."""
    return Console(highlight=False, markup=False, emoji=False)


def remarks() -> Console:
    """Standard error."""
    return Console(stderr=True, highlight=False, markup=False, emoji=False)


def isolated(text: str) -> str:
    """Text of an article as part of a line: one line of it, harmless, and kept in its place."""
    return f"{_ISOLATE}{harmless(' '.join(text.split()))}{_END}"


class Cell:
    """A table cell that holds text of an article: wrapped, harmless, each line isolated.

    What is marked stands out; where the screen has no styles, it stands in square brackets.
    """

    def __init__(
        self, text: str, style: str = "", *, marks: Sequence[tuple[int, int]] = (), styled: bool = True
    ) -> None:
        to_the_right = text.isdigit() or _is_arabic(text)
        shown = harmless(text) if styled else _bracketed(harmless(text), marks)
        self.text = Text(shown, style=style, justify="right" if to_the_right else "left")
        for start, end in marks if styled else ():
            self.text.stylize("bold underline yellow", start, end)

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        return Measurement.get(console, options, self.text)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for line in self.text.wrap(console, options.max_width):
            yield Segment(_ISOLATE)
            yield from line.render(console)
            yield Segment(_END)
            yield Segment.line()


def _bracketed(text: str, marks: Sequence[tuple[int, int]]) -> str:
    for start, end in reversed(marks):
        text = f"{text[:start]}[{text[start:end]}]{text[end:]}"
    return text


def _is_arabic(text: str) -> bool:
    return any("\u0600" <= character <= "\u06ff" for character in text)
