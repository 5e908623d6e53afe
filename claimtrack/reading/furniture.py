"""Furniture: the spans of a text that stand on the page but are not the article's prose.

Menus, share bars, credits, tags, read-also blocks, embedded tweets, and lines that repeat the title or
an earlier line. It is conservative: what is in doubt stays prose, and a title where it stands first is
never furniture. The text is not changed; `furniture.toml` holds the words.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from claimtrack.models import Span
from claimtrack.reading.repetition import Key, Line, lines_of, pieces_of, repetitions, site_names
from claimtrack.text.folding import fold_words

SENTENCE_END = re.compile(r"[.؟!]\W*$")
PARAGRAPH_WORDS = 15  # a line of so many words is prose
HEADLINE_WORDS = 20
MENU_PIECES = 3
TICKER_PIECES, TICKER_WORDS = 4, 4  # headlines in a ticker, and words of one on average
NAME_WORDS = range(2, 5)
NAME = re.compile(r"[^\W\d_]+(?: +[^\W\d_]+)+")
PHRASE_WORDS = 6  # of the longest phrase in furniture.toml
LONGEST = 400  # characters of a line of furniture: an embedded post


@dataclass(frozen=True, slots=True)
class Rule:
    """One entry of furniture.toml, its phrases folded."""

    name: str
    whole: frozenset[Key]
    heading: frozenset[Key]
    starts: frozenset[Key]
    most: int
    needs: re.Pattern[str] | None
    pattern: re.Pattern[str] | None
    named: bool
    edges: bool
    pieces: bool

    def marks(self, line: Line) -> bool:
        """Whether the whole line is furniture of this kind."""
        if len(line.text) > LONGEST:
            return False
        if line.key in self.whole or line.key in self.heading:
            return not SENTENCE_END.search(line.text)
        if self.pattern and self.pattern.search(line.text.strip()):
            return True
        return self._begins(line.key) and (self.needs is None or bool(self.needs.search(line.text)))

    def _begins(self, key: Key) -> bool:
        return len(key) <= self.most and any(key[:n] in self.starts for n in range(1, PHRASE_WORDS + 1))


class Rules(NamedTuple):
    """All rules, and which of them a line's first word can concern; the rest need not be asked."""

    all: tuple[Rule, ...]
    by_word: dict[str, tuple[Rule, ...]]
    by_pattern: tuple[Rule, ...]

    def find(self, line: Line, *, at_edge: bool, piece: bool = False) -> Rule | None:
        asked = (*self.by_word.get(line.key[0] if line.key else "", ()), *self.by_pattern)
        fitting = (rule for rule in asked if (at_edge or not rule.edges) and (rule.pieces or not piece))
        return next((rule for rule in fitting if rule.marks(line)), None)


def find_furniture(text: str, *, title: str = "", known: Sequence[Span] = ()) -> tuple[Span, ...]:
    """The furniture of `text` in order, not overlapping.

    `title` is the article's, where known apart; `known` is furniture found otherwise (date lines).
    """
    lines = lines_of(text)
    spans = [*_ruled(lines), *_tickers(text, lines), *_flattened(text, lines), *site_names(text, lines)]
    return _merged([*known, *spans, *repetitions(text, lines, title=title)])


@cache
def rules() -> Rules:
    """The rules of furniture.toml, in its order."""
    data = tomllib.loads(files("claimtrack.reading").joinpath("furniture.toml").read_text("utf-8"))
    found = tuple(_rule(entry) for entry in data["rule"])
    by_word: dict[str, tuple[Rule, ...]] = {}
    for rule in found:
        for word in {key[0] for key in rule.whole | rule.heading | rule.starts}:
            by_word[word] = (*by_word.get(word, ()), rule)
    return Rules(found, by_word, tuple(rule for rule in found if rule.pattern))


@cache
def headings() -> frozenset[Key]:
    """The lines under which headlines of other articles stand."""
    return frozenset().union(*(rule.heading for rule in rules().all))


def _rule(entry: dict[str, Any]) -> Rule:
    return Rule(
        name=entry["name"],
        whole=frozenset(map(fold_words, entry.get("whole", ()))),
        heading=frozenset(map(fold_words, entry.get("heading", ()))),
        starts=frozenset(map(fold_words, entry.get("starts", ()))),
        most=entry.get("most", 0),
        needs=re.compile(entry["needs"]) if "needs" in entry else None,
        pattern=re.compile(entry["pattern"]) if "pattern" in entry else None,
        named=entry.get("named", False),
        edges=entry.get("edges", False),
        pieces=entry.get("pieces", False),
    )


def _ruled(lines: Sequence[Line]) -> Iterator[Span]:
    """Lines that a rule marks, and the headlines under a heading such as "related links"."""
    under_heading = under_office = False
    first, last = _body(lines)
    for i, line in enumerate(lines):
        rule = rules().find(line, at_edge=i < first or i > last)
        under_heading = line.key in headings() if rule else under_heading and _is_headline(line)
        if rule or under_heading or (under_office and _is_name(line)):
            yield Span(line.start, line.end)
        under_office = bool(rule and rule.named) or (under_office and not line.key)


def _body(lines: Sequence[Line]) -> tuple[int, int]:
    """The first and the last line that is a paragraph."""
    paragraphs = [i for i, line in enumerate(lines) if len(line.key) >= PARAGRAPH_WORDS]
    return (paragraphs[0], paragraphs[-1]) if paragraphs else (len(lines), len(lines))


def _is_headline(line: Line) -> bool:
    """Whether a line under "related links" is one of the links: short, and no sentence."""
    return (
        len(line.text) <= LONGEST and len(line.key) <= HEADLINE_WORDS and not SENTENCE_END.search(line.text)
    )


def _is_name(line: Line) -> bool:
    return len(line.key) in NAME_WORDS and NAME.fullmatch(line.text.strip()) is not None


def _tickers(text: str, lines: Sequence[Line]) -> Iterator[Span]:
    """Lines that hold the headlines of many other articles, set far apart, where another holds prose."""
    if any(len(line.key) >= PARAGRAPH_WORDS and SENTENCE_END.search(line.text) for line in lines):
        yield from (Span(line.start, line.end) for line in lines if _is_ticker(pieces_of(text, line)))


def _is_ticker(pieces: Sequence[Line]) -> bool:
    words = sum(len(piece.key) for piece in pieces)
    enough = len(pieces) >= TICKER_PIECES and words >= TICKER_WORDS * len(pieces)
    return enough and not any(SENTENCE_END.search(piece.text) for piece in pieces)


def _flattened(text: str, lines: Sequence[Line]) -> Iterator[Span]:
    """Menus, date lines and leaked markup within a line that holds a whole page."""
    sections = next(rule.whole for rule in rules().all if rule.name == "section")
    for line in lines:
        menu: list[Line] = []
        for piece in pieces_of(text, line):
            if rules().find(piece, at_edge=False, piece=True):
                yield Span(piece.start, piece.end)
            if piece.key not in sections:
                menu.clear()
                continue
            menu.append(piece)
            if len(menu) >= MENU_PIECES:
                yield Span(menu[-MENU_PIECES].start, piece.end)


def _merged(spans: Sequence[Span]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(span.end, merged[-1].end))
        else:
            merged.append(span)
    return tuple(merged)
