"""Keys by which words are found: folded, the article optional, whole words only.

A key is the folded words of a phrase between single spaces, with one more space at each end, so that
"contains these words, whole and side by side" is one `instr` in SQL. Nothing here knows the schema.
"""

from __future__ import annotations

import re
from functools import lru_cache

from claimtrack.text.folding import fold_text, fold_words

# The article, alone or with what is written onto it; what is left must still look like a word.
_ARTICLE = re.compile(r"(?:[وف]?[بك]?ال|[وف]?لل)(?=\w{3})|ال(?=\w{2})")
_WORD = re.compile(r"\w+")
_PROCLITICS = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "فل")


@lru_cache(maxsize=50_000)
def plain_key(text: str) -> str:
    """The folded words of `text`, single-spaced: what tells one name from another."""
    return " ".join(fold_words(text))


def match_key(text: str) -> str:
    """The folded words of `text` without their article, padded so that whole words can be found."""
    words = [_without_article(word) for word in _WORD.findall(fold_text(text))]
    return f" {' '.join(words)} " if words else ""


def word_variants(word: str) -> tuple[str, ...]:
    """The padded keys under which `word` may stand in a text: bare, or with و ف ب ل ك written onto it."""
    key = match_key(word).strip()
    return tuple(f" {form} " for form in word_forms(key)) if key else ()


def cue_variants(cue: str) -> tuple[str, ...]:
    """The folded forms a cue may have in a text: as given, or with و or ف before it."""
    key = plain_key(cue)
    return (key, f"و{key}", f"ف{key}") if key else ()


def word_forms(key: str) -> tuple[str, ...]:
    """The words a word of a key may be in a text: itself, or with و ف ب ل ك written onto it."""
    return tuple(f"{proclitic}{key}" for proclitic in _PROCLITICS)


@lru_cache(maxsize=200_000)
def _without_article(word: str) -> str:
    match = _ARTICLE.match(word)
    return word[match.end() :] if match else word
