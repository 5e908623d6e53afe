"""A source phrase understood by itself, as a value, and the letters of a proclitic before it.

How a phrase is understood is for `understanding`, who it refers to for `resolution`.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from claimtrack.attribution.document import Range
from claimtrack.lexicon.words import words

SAME = words("same")


@dataclass(frozen=True, slots=True)
class Mention:
    """A source phrase understood by itself. `names` is the range of a personal name inside it."""

    found: Range
    kind: str
    head: str
    gender: str
    number: str
    definite: bool
    pronoun: bool
    words: tuple[str, ...]
    names: Range | None = None
    issuer: Range | None = None
    skip: int = 0

    @property
    def bare(self) -> bool:
        """A definite head with nothing but ذاته or an adjective: it must refer back."""
        return self.definite and self.names is None and len(self.words) <= 2


def bare_key(key: str) -> str:
    """A word without the preposition ل before it (لوكالة, للجيش)."""
    return "ال" + key[2:] if key.startswith("لل") else key[1:]


def bare_text(text: str, key: str) -> str:
    """The same of words as they are written; marks and lengthening on the preposition go with it."""
    end = 0
    for _ in range(2 if key.startswith("لل") else 1):
        end += 1
        while end < len(text) and (unicodedata.combining(text[end]) or text[end] == "ـ"):
            end += 1
    return "ال" + text[end:] if key.startswith("لل") else text[end:]
