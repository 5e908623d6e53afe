"""Sentences as ranges of tokens: quotations stay whole, abbreviations and numbers do not end one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimtrack.text.quotation import Quotation
from claimtrack.text.tokens import BREAK, SENTENCE_ENDS, Tokens

_ABBREVIATIONS = frozenset(
    [
        "د",
        "م",
        "أ",
        "ا",
        "ت",
        "ن",
        "ق",
        "ص",
        "ب",
        "ف",
        "ج",
        "ه",
        "ع",
        "س",
        "ش",
        "ك",
        *"بي جي دي سي كي تي جيه دبليو".split(),
    ]
)

_DIRECTIONS = frozenset("\u200e\u200f\u061c")


def split_sentences(tokens: Tokens, quotations: Sequence[Quotation]) -> list[tuple[int, int]]:
    """Half-open token ranges; a range holds its final mark, a paragraph break stands in none."""
    sentences: list[tuple[int, int]] = []
    start = 0
    for i in _outside(tokens, quotations):
        if tokens.keys[i] == BREAK:
            if i > start:
                sentences.append((start, i))
            start = i + 1
        elif _ends(tokens, i):
            sentences.append((start, i + 1))
            start = i + 1
    if start < len(tokens):
        sentences.append((start, len(tokens)))
    return [sentence for sentence in sentences if True in tokens.words[slice(*sentence)]]


def _outside(tokens: Tokens, quotations: Sequence[Quotation]) -> Iterator[int]:
    """The indices of the marks that can end a sentence and stand in no closed quotation."""
    outermost = iter([(q.open, q.close) for q in quotations if q.closed and q.depth == 0])
    never = (len(tokens), len(tokens))
    opened, closed = next(outermost, never)
    for i in tokens.signs:
        while i >= closed:
            opened, closed = next(outermost, never)
        if tokens.keys[i] in SENTENCE_ENDS and not opened <= i < closed:
            yield i


def _ends(tokens: Tokens, i: int) -> bool:
    if tokens.keys[i] != ".":
        following = tokens.keys[i + 1] if i + 1 < len(tokens) else BREAK
        if tokens.keys[i] == "…":
            return following == BREAK
        return following not in SENTENCE_ENDS or following == BREAK
    if i + 1 >= len(tokens):
        return True
    if tokens.keys[i + 1] in (".", "…") or tokens.keys[i - 1] == ".":
        return tokens.keys[i + 1] == BREAK
    if i == 0 or not tokens.is_word(i - 1):
        return True
    before = tokens.keys[i - 1]
    if before.isdigit() and _decimal(tokens, i):
        return False
    glued_after = tokens.glued(i + 1) and tokens.is_word(i + 1)
    if glued_after and not _arabic(tokens.keys[i + 1]):
        return False
    if glued_after and (len(before) <= 2 or len(tokens.keys[i + 1]) <= 2) and not before.isdigit():
        return False
    return not (before in _ABBREVIATIONS and tokens.glued(i))


def _decimal(tokens: Tokens, i: int) -> bool:
    """Whether a number goes on behind the point, marks of direction in between left out of account (66.‏1)."""
    j = i + 1
    while j < len(tokens) - 1 and tokens.keys[j] in _DIRECTIONS:
        j += 1
    glued = all(tokens.glued(k) for k in range(i + 1, j + 1))
    return glued and tokens.keys[j].isdigit()


def _arabic(key: str) -> bool:
    return "\u0600" <= key[0] <= "\u06ff"
