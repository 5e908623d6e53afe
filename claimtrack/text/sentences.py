"""Sentences as ranges of tokens: quotations stay whole, abbreviations and numbers do not end one."""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.text.quotation import Quotation
from claimtrack.text.tokens import BREAK, SENTENCE_ENDS, Tokens

_ABBREVIATIONS = frozenset("د م أ ا ت ن ق ص ب ف ج ه ع س ش ك".split())


def split_sentences(tokens: Tokens, quotations: Sequence[Quotation]) -> list[tuple[int, int]]:
    """Half-open token ranges; a range holds its final mark, a paragraph break stands in none."""
    inside = _last_quoted(tokens, quotations)
    sentences: list[tuple[int, int]] = []
    start = 0
    keys = tokens.keys
    for i, key in enumerate(keys):
        if key not in SENTENCE_ENDS or i < inside[i]:
            continue
        if key == BREAK:
            if i > start:
                sentences.append((start, i))
            start = i + 1
        elif _ends(tokens, i):
            end = i + 1
            sentences.append((start, end))
            start = end
    if start < len(keys):
        sentences.append((start, len(keys)))
    return [s for s in sentences if any(tokens.is_word(i) for i in range(*s))]


def _last_quoted(tokens: Tokens, quotations: Sequence[Quotation]) -> list[int]:
    """For each token the index of the closing mark of the closed quotation around it, else 0."""
    inside = [0] * len(tokens)
    for quotation in quotations:
        if quotation.closed and quotation.depth == 0:
            for i in range(quotation.open, quotation.close):
                inside[i] = quotation.close
    return inside


def _ends(tokens: Tokens, i: int) -> bool:
    if tokens.keys[i] != ".":
        following = tokens.keys[i + 1] if i + 1 < len(tokens) else BREAK
        return following not in SENTENCE_ENDS or following == BREAK
    if i + 1 >= len(tokens):
        return True
    if tokens.keys[i + 1] in (".", "…") or tokens.keys[i - 1] == ".":
        return tokens.keys[i + 1] == BREAK
    if i == 0 or not tokens.is_word(i - 1):
        return True
    before = tokens.keys[i - 1]
    glued_after = tokens.glued(i + 1) and tokens.is_word(i + 1)
    if before.isdigit() and glued_after and tokens.keys[i + 1].isdigit():
        return False
    if glued_after and not _arabic(tokens.keys[i + 1]):
        return False
    if glued_after and (len(before) <= 2 or len(tokens.keys[i + 1]) <= 2) and not before.isdigit():
        return False
    return not (before in _ABBREVIATIONS and tokens.glued(i))


def _arabic(key: str) -> bool:
    return "\u0600" <= key[0] <= "\u06ff"
