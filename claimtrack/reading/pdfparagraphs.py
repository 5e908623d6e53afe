"""Paragraphs of a PDF from its lines: a line that went on because the next word did not fit goes on.

A paragraph ends where the next line's first word would still have fitted, where the gap to the next
line is wider than it usually is, where the next line is indented, or where the letters become larger or
smaller; where a column shows neither gaps nor indents, it ends with a sentence, too. What stands at the
head or foot of page after page is a paragraph of its own, beside the one that it would cut in two. Only
line ends become blanks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from claimtrack.reading.pdflines import Line

WIDER = 1.25  # times the usual step from line to line
OTHER_SIZE = 1.3
INDENT = 0.8  # of a line's height
COLUMN = 0.5  # of the narrower line's width that two lines of a column share
SENTENCE_END = re.compile(r"[.؟!…:]\W*$")
BULLETS = frozenset("•▪●◦‣–—-*")
DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Column:
    """Lines of one size below one another: how far they reach, and their usual step.

    `parted` says whether gaps or indents show where its paragraphs end.
    """

    left: float
    right: float
    step: float
    parted: bool


def paragraphs_of(lines: Sequence[Line]) -> list[str]:
    """The paragraphs, one after the other."""
    running = _running(lines)
    aside = [line for line in lines if id(line) in running]
    paragraphs: list[str] = []
    for group in _groups([line for line in lines if id(line) not in running]):
        while aside and aside[0].page < group[0].page:
            paragraphs.append(aside.pop(0).text)
        paragraphs.append(" ".join(line.text for line in group))
    return [*paragraphs, *(line.text for line in aside)]


def _running(lines: Sequence[Line]) -> set[int]:
    """The lines at the head and foot of pages that stand, but for numbers, on another page as well.

    So do single letters there: of a line that is cut off, pdftotext still gives those that are explained.
    """
    pages: dict[int, list[Line]] = {}
    for line in lines:
        pages.setdefault(line.page, []).append(line)
    edges: dict[tuple[str, int], list[Line]] = {}
    for page in pages.values():
        for edge in {id(line): line for line in (*_outer(page, -1), *_outer(page, 1))}.values():
            edges.setdefault((DIGITS.sub("0", edge.text), round(edge.bottom)), []).append(edge)
    return {id(line) for same in edges.values() for line in same if len(same) > 1 or _is_letters(line)}


def _outer(page: Sequence[Line], sign: int) -> list[Line]:
    """The lines at the very head (-1) or foot (1) of a page."""
    outermost = max(sign * line.top for line in page)
    return [line for line in page if outermost - sign * line.top < line.height / 2]


def _is_letters(line: Line) -> bool:
    return all(len(word.text) == 1 and word.text.isalpha() for word in line.words)


def _groups(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """The lines of each paragraph."""
    columns = [(line, found) for some in _columns(lines) for line, found in _measured(some)]
    group: list[Line] = []
    for i, (line, column) in enumerate(columns):
        if group and not _goes_on(*columns[i - 1], line, column):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _goes_on(line: Line, column: Column, following: Line, next_column: Column) -> bool:
    """Whether the next line continues the paragraph."""
    if line.leftward != following.leftward or not _is_same_size(line, following):
        return False
    if _is_indented(following, next_column) or following.first.text[0] in BULLETS:
        return False
    if _fits(following.first.right - following.first.left, line, column):
        return False
    if column is not next_column:
        return not SENTENCE_END.search(line.text)
    if not column.parted and SENTENCE_END.search(line.text):
        return False
    return following.bottom - line.bottom <= WIDER * column.step


def _is_same_size(line: Line, other: Line) -> bool:
    smaller, larger = sorted((line.height, other.height))
    return larger <= OTHER_SIZE * smaller


def _is_indented(line: Line, column: Column) -> bool:
    indent = column.right - line.right if line.leftward else line.left - column.left
    return indent > INDENT * line.height


def _fits(width: float, line: Line, column: Column) -> bool:
    """Whether a word of this width would have had room at the end of the line."""
    room = line.left - column.left if line.leftward else column.right - line.right
    return room >= width + line.blank


def _columns(lines: Sequence[Line]) -> list[list[Line]]:
    """Lines of one page and one size that stand below one another."""
    columns: list[list[Line]] = []
    for line in lines:
        if columns and _is_below(columns[-1][-1], line):
            columns[-1].append(line)
        else:
            columns.append([line])
    return columns


def _is_below(line: Line, other: Line) -> bool:
    shared = min(line.right, other.right) - max(line.left, other.left)
    narrower = min(line.right - line.left, other.right - other.left)
    below = line.page == other.page and line.bottom < other.bottom
    return below and _is_same_size(line, other) and shared >= COLUMN * narrower


def _measured(lines: Sequence[Line]) -> Iterator[tuple[Line, Column]]:
    """Each line with the measures of the column that these lines are."""
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    # from foot to foot: signs above the letters make a line begin higher up
    steps = [lower.bottom - upper.bottom for upper, lower in pairwise(lines)]
    step = min((step for step in steps if step > lines[0].height / 2), default=lines[0].height)
    bare = Column(left, right, step, parted=False)
    parted = any(step > WIDER * bare.step for step in steps) or any(
        _is_indented(each, bare) for each in lines
    )
    column = Column(left, right, step, parted)
    return ((line, column) for line in lines)
