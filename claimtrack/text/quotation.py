"""Pairing quotation marks of every style met in Arabic news, also wrongly turned or unclosed ones.

A mark's place decides before its shape: a mark with a blank before and a word after opens, whichever
way it is turned. Pairs may nest; a quotation left open runs on to a later paragraph that closes one,
else to the end of its own paragraph.
"""

from __future__ import annotations

from dataclasses import dataclass

from claimtrack.text.tokens import BREAK, CLOSE, NEUTRAL, OPEN, QUOTE_KEYS, Tokens

MAX_PARAGRAPHS = 8
_OPENERS = frozenset(":،(-؛." + OPEN + NEUTRAL)
_SINGLES = frozenset("‘’'‛")
_CLOSED_BEFORE = frozenset(".!؟…،")
_PROCLITICS = frozenset(["و", "ف", "ب", "ل", "ك", "ال", "وال", "بال", "لل"])
_SPACES = frozenset(" \t\u00a0\u202f\u200f\u200e\u202b\u202a")


@dataclass(frozen=True, slots=True)
class Quotation:
    """Token indices of the opening and the closing mark; `close` is one past the end when unclosed."""

    open: int
    close: int
    closed: bool
    depth: int


def pair_quotations(tokens: Tokens) -> list[Quotation]:
    """All quotations of a text, outer before inner, in text order."""
    keys = tokens.keys
    singles = _paired_singles(tokens)
    marks = [i for i in tokens.signs if keys[i] in QUOTE_KEYS or i in singles]
    if not marks:
        return []
    pairs: dict[int, Quotation] = {}
    stack: list[int] = []
    carried: tuple[int, int] | None = None  # an opening mark left open, and how many paragraphs ago
    previous_break = -1
    breaks = [i for i in tokens.signs if keys[i] == BREAK]
    position = 0
    for mark in marks:
        while position < len(breaks) and breaks[position] < mark:
            if stack:
                carried = (stack[0], 0)
                pairs[stack[0]] = _unclosed(stack, breaks[position])
                stack = []
            elif carried is not None:
                carried = (carried[0], carried[1] + 1)
            previous_break = breaks[position]
            position += 1
        if singles.get(mark) or (mark not in singles and _opens(tokens, mark, bool(stack))):
            stack.append(mark)
        elif stack:
            pairs[stack[-1]] = Quotation(stack[-1], mark, True, len(stack) - 1)
            stack.pop()
        elif carried is not None and carried[1] <= MAX_PARAGRAPHS and previous_break > carried[0]:
            pairs[carried[0]] = Quotation(carried[0], mark, True, 0)
            carried = None
    if stack:
        end = breaks[position] if position < len(breaks) else len(tokens)
        pairs[stack[0]] = _unclosed(stack, end)
    return sorted(pairs.values(), key=lambda pair: (pair.open, -pair.close))


def _paired_singles(tokens: Tokens) -> dict[int, bool]:
    """Single marks that pair within a paragraph, and whether each opens; others are apostrophes."""
    if not any(mark in tokens.text for mark in _SINGLES):
        return {}
    found: dict[int, bool] = {}
    opened = None
    for i in tokens.signs:
        key = tokens.keys[i]
        if key == BREAK:
            opened = None
        elif key in _SINGLES:
            before = tokens.glued(i) and (tokens.is_word(i - 1) or tokens.keys[i - 1] in _CLOSED_BEFORE)
            after = i + 1 < len(tokens) and tokens.glued(i + 1) and tokens.is_word(i + 1)
            if after and not before:
                opened = i
            elif before and not after and opened is not None:
                found[opened], found[i], opened = True, False, None
    return found


def _unclosed(stack: list[int], end: int) -> Quotation:
    """What is left open at the end of a paragraph counts from its outermost mark."""
    return Quotation(stack[0], end, False, 0)


def _opens(tokens: Tokens, i: int, inside: bool) -> bool:
    key = tokens.keys[i]
    text = tokens.text
    before = text[tokens.starts[i] - 1] if tokens.starts[i] else " "
    after = text[tokens.ends[i]] if tokens.ends[i] < len(text) else " "
    blank_before = before.isspace() or before in _SPACES
    blank_after = after.isspace() or after in _SPACES
    word_before = i > 0 and tokens.is_word(i - 1) and tokens.ends[i - 1] == tokens.starts[i]
    word_after = i + 1 < len(tokens) and tokens.is_word(i + 1) and tokens.starts[i + 1] == tokens.ends[i]
    if word_before and tokens.keys[i - 1] in _PROCLITICS and word_after:
        return True
    if blank_before and word_after:
        return not (inside and key == CLOSE and not _looks_reversed(tokens, i))
    if word_before and not word_after:
        return False
    if key == OPEN:
        return True
    if key == CLOSE:
        return not inside and word_after
    if blank_before and not blank_after:
        return True
    if blank_after and not blank_before:
        return i > 0 and tokens.keys[i - 1] in (":",) and not inside
    return not inside


def _looks_reversed(tokens: Tokens, i: int) -> bool:
    """Whether marks of this article are turned the wrong way round (”…“)."""
    return tokens.text[tokens.starts[i]] == "”"
