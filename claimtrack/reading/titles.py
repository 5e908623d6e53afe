"""The title of an article that was given without one: its first line of prose.

A first line that is a whole paragraph is cut after its first words; the text keeps it whole.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from claimtrack.models import Span
from claimtrack.reading.repetition import LINE

LONGEST = 160
TOP = 50  # lines, and spans of furniture among them
CONTROLS = re.compile("[\x00-\x1f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


def first_line(text: str, furniture: Sequence[Span]) -> str:
    """The first line that holds a word outside the furniture, without the furniture in it."""
    for line in islice(LINE.finditer(text), TOP):
        prose = CONTROLS.sub("", _outside(text, line.start(), line.end(), furniture)).strip()
        if any(char.isalnum() for char in prose):
            return _cut(" ".join(prose[: LONGEST * 4].split()))
    return ""


def _outside(text: str, start: int, end: int, furniture: Sequence[Span]) -> str:
    pieces = []
    for span in furniture[:TOP]:
        if span.end > start and span.start < end:
            pieces.append(text[start : max(start, span.start)])
            start = span.end
    return "".join((*pieces, text[start:end]))


def _cut(title: str) -> str:
    return title if len(title) <= LONGEST else title[:LONGEST].rsplit(" ", 1)[0] + "…"
