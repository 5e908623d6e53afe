"""The lines of a PDF as pdftotext places them (`-bbox-layout`), their words in reading order.

pdftotext tells where each word stands and writes its letters from left to right as they are seen; here
a line written from right to left is turned round, numbers and Latin words left as they are. What
belongs to one paragraph is decided elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from html import unescape
from itertools import groupby, pairwise
from statistics import median
from unicodedata import bidirectional

ELEMENT = re.compile(
    r'<(?P<kind>page|line)\b[^>]*?>|<word xMin="(?P<left>[-\d.]+)" yMin="(?P<top>[-\d.]+)"'
    r' xMax="(?P<right>[-\d.]+)" yMax="(?P<bottom>[-\d.]+)">(?P<text>.*?)</word>',
    re.DOTALL,
)
# a run of letters from left to right, a number, or anything else with the marks on it
RUN = re.compile(r"L(?:[^R]*[LN])?|N+(?:CN+)*|.M*", re.DOTALL)
CLASSES = {"L": "L", "EN": "N", "AN": "N", "R": "R", "AL": "R", "NSM": "M", "CS": "C"}
BLANK = 0.2  # of a line's height, where a line has too few words to tell
FEW = 3
NARROW = 0.45  # of a blank; marks on letters make such gaps within words, and between them
THIN = "\u2009"
# a gap within a word: after a mark before a lone alef, after a vowel's mark, before what begins no word
WITHIN = re.compile(
    f"(?<=[\u064b-\u0652])[ {THIN}](?=ا(?!\\w|\u064b))|(?<=[\u064e-\u0652]){THIN}|{THIN}(?=ا\u064b|[.،,؛;:!؟?»)\\]])"
)
PIECE = 3.0  # times its height is the most that a stray piece of a line is long
MOST_LINES = 500  # of a page that is looked at more closely; one of prose has a hundred
LEVEL = 0.35  # of a line's height by which such a piece stands higher or lower
PAIRS = ("()", "[]", "«»")


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it is seen, and where it begins and ends."""

    left: float
    right: float
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page: its place, its words from left to right, and which way it is read."""

    page: int
    left: float
    right: float
    top: float
    bottom: float
    words: tuple[Word, ...]
    leftward: bool

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def blank(self) -> float:
        """What usually stands between two words."""
        gaps = [after.left - before.right for before, after in pairwise(self.words)]
        return max(median(gaps), 0.0) if len(gaps) >= FEW else BLANK * self.height

    @property
    def first(self) -> Word:
        """The word that is read first, with all of its parts."""
        inward = self.words[::-1] if self.leftward else self.words
        left, right, text = inward[0].left, inward[0].right, inward[0].text
        for word in inward[1:]:
            if max(left - word.right, word.left - right) >= NARROW * self.blank:
                break
            left, right = min(left, word.left), max(right, word.right)
        return Word(left, right, text)

    @property
    def text(self) -> str:
        """The line as it is read, narrow gaps told from the others."""
        narrow = NARROW * self.blank
        seen = self.words[0].text
        for word, after in pairwise(self.words):
            seen += (THIN if after.left - word.right < narrow else " ") + after.text
        return turned(seen) if self.leftward else seen


def lines_of(markup: str) -> list[Line]:
    """The lines of a document, in the order in which pdftotext gives its columns."""
    return [
        line for _, page in groupby(_lines(markup), key=lambda line: line.page) for line in _whole(list(page))
    ]


def turned(seen: str) -> str:
    """A line as it is read, from what is seen of it from left to right."""
    classes = "".join(CLASSES.get(bidirectional(letter), "O") for letter in seen)
    runs = [seen[run.start() : run.end()] for run in RUN.finditer(classes)]
    return "".join(reversed(runs))


def brackets_righted(text: str) -> str:
    """The text with its brackets the right way round, where most of them stand back to front."""
    for pair in PAIRS:
        opening, closing = pair[0], pair[1]
        inner = f"[^{re.escape(opening + closing)}]*"
        right = len(re.findall(re.escape(opening) + inner + re.escape(closing), text))
        wrong = len(re.findall(re.escape(closing) + inner + re.escape(opening), text))
        if wrong > right:
            text = text.translate({ord(opening): closing, ord(closing): opening})
    return text


def gaps_closed(text: str) -> str:
    """The text with narrow gaps closed where they part the letters of one word, else made blanks."""
    return WITHIN.sub("", text).replace(THIN, " ")


def _lines(markup: str) -> Iterator[Line]:
    page, boxes = 0, list[re.Match[str]]()
    for element in ELEMENT.finditer(markup):
        if element["kind"] is None:
            boxes.append(element)
            continue
        yield from _line(page, boxes)
        boxes = []
        page += element["kind"] == "page"
    yield from _line(page, boxes)


def _whole(lines: list[Line]) -> list[Line]:
    """The lines of a page, stray pieces that stand within another line put back into it."""
    if len(lines) > MOST_LINES:
        return lines
    strays = [line for line in lines if line.right - line.left < PIECE * line.height]
    for stray in strays:
        if home := next((line for line in lines if _holds(line, stray)), None):
            words = sorted((*home.words, *stray.words), key=lambda word: word.left)
            lines[lines.index(home)] = replace(home, words=tuple(words))
            lines.remove(stray)
    return lines


def _holds(line: Line, stray: Line) -> bool:
    level = abs(line.bottom - stray.bottom) < LEVEL * line.height
    return (
        level and line is not stray and line.left < stray.left and stray.right < line.right + stray.height / 4
    )


def _line(page: int, boxes: Sequence[re.Match[str]]) -> Iterator[Line]:
    words = [Word(float(box["left"]), float(box["right"]), unescape(box["text"])) for box in boxes]
    words = sorted((word for word in words if word.text.strip()), key=lambda word: word.left)
    if words:
        yield Line(
            page,
            min(word.left for word in words),
            max(word.right for word in words),
            median(float(box["top"]) for box in boxes),  # signs on letters make some words higher
            median(float(box["bottom"]) for box in boxes),
            tuple(words),
            _is_leftward("".join(word.text for word in words)),
        )


def _is_leftward(text: str) -> bool:
    """Whether most letters are written from right to left."""
    kinds = [bidirectional(letter) for letter in text]
    leftward = kinds.count("AL") + kinds.count("R")
    return leftward > 0 and leftward * 2 >= kinds.count("L")
