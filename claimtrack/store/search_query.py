"""What a user types into a search → an FTS5 query over folded words, and what to mark in the text.

Words next to each other must all stand there; OR, NOT (or a dash written onto a word) and parentheses
mean what they say; quotation marks hold a phrase together; a star at its end makes a word a beginning.
Every word is found bare, with its article, and with و ف ب ل ك written onto it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from claimtrack.errors import UsageError
from claimtrack.store.matching import match_key, word_forms

_PIECE = re.compile(
    r'(?P<not>-(?=[^\s-]))?(?:["“«„](?P<phrase>[^"“”«»„]*)["”»]?|(?P<word>[^\s()"“”«»„]+))|(?P<mark>[()])'
)
_MOST_WORDS = 64  # more than a person types, fewer than FTS5 nests


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that stand side by side; each is known by any of its forms, the last may be a beginning."""

    words: tuple[frozenset[str], ...]
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """The query for FTS5, and the phrases it looks for."""

    fts: str
    phrases: tuple[Phrase, ...]


def search_query(words: str) -> SearchQuery:
    """What `words` look for."""
    parsing = _Parsing(list(_PIECE.finditer(words)))
    fts = parsing.alternatives()
    if parsing.left:
        raise UsageError(f"a parenthesis too many in {words!r}")
    return SearchQuery(fts, tuple(parsing.phrases))


class _Parsing:
    """Reads pieces from first to last, one method a rule of the grammar."""

    def __init__(self, pieces: list[re.Match[str]]) -> None:
        if len(pieces) > _MOST_WORDS:
            raise UsageError(f"a search holds at most {_MOST_WORDS} words")
        self.left = pieces[::-1]
        self.phrases: list[Phrase] = []

    def alternatives(self) -> str:
        """all OR all OR …"""
        found = [self._all()]
        while self._next("OR"):
            found.append(self._all())
        return found[0] if len(found) == 1 else f"({' OR '.join(found)})"

    def _all(self) -> str:
        """one one NOT one …"""
        wanted: list[str] = []
        refused: list[str] = []
        while self.left and self.left[-1].group() not in ("OR", ")"):
            if self._next("AND"):
                continue
            if self._next("NOT") or (self.left and self.left[-1]["not"]):
                before = len(self.phrases)
                refused.append(self._one())
                del self.phrases[before:]  # what must not be there cannot be marked
            else:
                wanted.append(self._one())
        if not wanted:
            raise UsageError("no word to look for; NOT and OR stand between words, as in: السكر NOT الوقود")
        return _without(" AND ".join(wanted), refused)

    def _one(self) -> str:
        if self._next("("):
            found = self.alternatives()
            if not self._next(")"):
                raise UsageError("a parenthesis is not closed")
            return f"({found})"
        if not self.left:
            raise UsageError("no word to look for behind NOT")
        piece = self.left.pop()
        if piece["phrase"] is not None:
            return self._phrase(piece["phrase"], prefix=False)
        word = piece["word"] or ""
        return self._phrase(word, prefix=word.endswith("*"))

    def _phrase(self, text: str, *, prefix: bool) -> str:
        keys = match_key(text).split()
        if not keys:
            raise UsageError(f"no word to look for in {text!r}")
        if len(keys) > _MOST_WORDS:
            raise UsageError(f"a phrase holds at most {_MOST_WORDS} words")
        first = word_forms(keys[0])
        words = (frozenset(first), *(frozenset([key]) for key in keys[1:]))
        self.phrases.append(Phrase(words, prefix))
        star = "*" if prefix else ""
        return f"({' OR '.join(_quoted([form, *keys[1:]]) + star for form in first)})"

    def _next(self, word: str) -> bool:
        """Takes the next piece if it is this one."""
        if self.left and self.left[-1].group() == word:
            self.left.pop()
            return True
        return False


def _without(wanted: str, refused: list[str]) -> str:
    return f"(({wanted}) NOT ({' OR '.join(refused)}))" if refused else f"({wanted})"


def _quoted(words: list[str]) -> str:
    """Words as one FTS5 string; a key holds letters and digits only."""
    return '"' + " ".join(words) + '"'
