"""What stands twice on a page: the title above and under the menu, the lead as a caption, site names.

Works on lines, and on the pieces of a line where a whole page was flattened into it. Of a title the first
occurrence is the article's own, of a paragraph the last: before it stood as a teaser or a caption.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from claimtrack.models import Span
from claimtrack.text.folding import fold_words

Key = tuple[str, ...]

LINE = re.compile(r"[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
PIECE = re.compile(r"\S+(?:[ \u00a0]\S+)*")  # pieces of a line stand two blanks or a tab apart
SITE = r"(?:BBC Arabic|BBC News عربي|BBC News Arabic|CNN Arabic|CNNArabic\.com)"
SITE_NAMES = (re.compile(rf"^\W*{SITE}\W*\s[-–—|]\s+"), re.compile(rf"\s[-–—|]\s+{SITE}\s*$"))
TITLE_PARTS = re.compile(r"\s[-–—|]\s")
TOP = 3  # titles and site names stand in the first lines
REPEATED_WORDS = 4  # shorter lines repeat in good prose: refrains, names, headings
TITLE_WORDS = 2
PARAGRAPH_WORDS = 15  # so many words are prose, not a title
LONG = 200  # characters; a longer line is compared as it stands: folding is slow, and few repeat changed


class Line(NamedTuple):
    """A line of the text, or a piece of one, and the folded words by which it is compared."""

    start: int
    end: int
    text: str
    key: Key


@lru_cache(maxsize=1)  # an article's lines are asked for more than once, one article after another
def lines_of(text: str) -> tuple[Line, ...]:
    return tuple(_line(text, found.start(), found.end()) for found in LINE.finditer(text))


def pieces_of(text: str, line: Line) -> list[Line]:
    """The pieces of a flattened line; none when the line is a single piece."""
    if "  " not in line.text and "\t" not in line.text:
        return []
    pieces = [_line(text, found.start(), found.end()) for found in PIECE.finditer(text, line.start, line.end)]
    return pieces if len(pieces) > 1 else []


def _line(text: str, start: int, end: int) -> Line:
    line = text[start:end]
    return Line(start, end, line, fold_words(line) if len(line) <= LONG else tuple(line.split()))


def site_names(text: str, lines: Sequence[Line]) -> Iterator[Span]:
    """The site's name beside a title, as in a browser's tab; of a flattened page the whole tab."""
    for line in lines[:TOP]:
        tab = next(iter(pieces_of(text, line)), None)
        place = tab or line
        if len(place.text) > LONG:
            continue
        for found in filter(None, (pattern.search(place.text) for pattern in SITE_NAMES)):
            yield (
                Span(tab.start, tab.end)
                if tab
                else Span(line.start + found.start(), line.start + found.end())
            )


def repetitions(text: str, lines: Sequence[Line], *, title: str) -> Iterator[Span]:
    """Lines and pieces that stand for the second time; a given title's need fewer words to count."""
    given = fold_words(title)
    seen: dict[Key, Span] = {}
    for i, line in enumerate(lines):
        for part in (line, *pieces_of(text, line)):
            here = Span(part.start, part.end)
            if part.key in seen:
                paragraph = len(part.key) >= PARAGRAPH_WORDS
                yield seen[part.key] if paragraph else here
                seen[part.key] = here if paragraph else seen[part.key]
            elif len(part.key) >= REPEATED_WORDS or (part.key == given and len(given) >= TITLE_WORDS):
                seen[part.key] = here
        if i < TOP and len(line.text) <= LONG:
            seen.update((key, Span(line.start, line.end)) for key in _title_parts(line) if key not in seen)


def _title_parts(line: Line) -> Iterator[Key]:
    """The title without the site's and the section's name that stand beside it."""
    keys = map(fold_words, TITLE_PARTS.split(line.text))
    return (key for key in keys if REPEATED_WORDS <= len(key) < len(line.key))
