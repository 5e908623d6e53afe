"""The order in which the columns of a PDF's page are read: those of Arabic pages from right to left.

pdftotext's own order holds wherever no two columns of prose stand side by side; where they do, what
stands above them comes first, then column after column, then what stands below.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, pairwise, product

from claimtrack.reading.pdflines import MOST_LINES, Line

GUTTER = 0.5  # of a line's height: the gap between two columns at least
WORDS = 3  # in a column's lines on average; with fewer it is a table's
FEWEST = 2  # lines of a column
ABOVE, BELOW = 12, 6  # lines above and below the columns that may run across them


def in_reading_order(lines: Sequence[Line]) -> list[Line]:
    """The lines of all pages in order."""
    pages = groupby(lines, key=lambda line: line.page)
    return [line for _, page in pages for line in _ordered(list(page))]


def _ordered(lines: list[Line]) -> list[Line]:
    """The lines of a page, or of a part of it."""
    if len(lines) > MOST_LINES or not _side_by_side(lines):
        return lines
    downward = sorted(lines, key=lambda line: line.top)
    for above, below in product(range(ABOVE), range(BELOW)):
        top, bottom = downward[:above], downward[len(downward) - below :]
        middle = [line for line in lines if line not in top and line not in bottom]
        if columns := _columns(middle):
            return [*top, *(line for column in columns for line in _ordered(column)), *bottom]
    return lines


def _side_by_side(lines: Sequence[Line]) -> bool:
    """Whether some lines stand at one height."""
    downward = sorted(lines, key=lambda line: line.top)
    pairs = pairwise(downward)
    return sum(lower.top < upper.bottom - upper.height / 2 for upper, lower in pairs) >= FEWEST


def _columns(lines: Sequence[Line]) -> tuple[list[Line], list[Line]] | None:
    """The lines on either side of the first gutter, the side that is read first before the other."""
    rightward = sorted(lines, key=lambda line: line.left)
    reach = float("-inf")
    for i, line in enumerate(rightward):
        left, right = rightward[:i], rightward[i:]
        if line.left - reach >= GUTTER * line.height and _is_prose(left) and _is_prose(right):
            leftward = sum(each.leftward for each in lines) * 2 >= len(lines)
            sides = (right, left) if leftward else (left, right)
            return _downward(sides[0]), _downward(sides[1])
        reach = max(reach, line.right)
    return None


def _is_prose(lines: Sequence[Line]) -> bool:
    return len(lines) >= FEWEST and sum(len(line.words) for line in lines) >= WORDS * len(lines)


def _downward(lines: Sequence[Line]) -> list[Line]:
    return sorted(lines, key=lambda line: line.top)
