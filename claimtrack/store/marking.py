"""Where the phrases of a search stand in a text, by its own words: nothing is looked up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimtrack.store.matching import match_key
from claimtrack.store.search_query import Phrase
from claimtrack.text.folding import WORD

Marks = list[tuple[int, int]]

_AROUND = 240  # code points before and behind a match, where no sentence ends sooner
_ENDS = ".!?؟\n\r"


def marks(text: str, phrases: Sequence[Phrase]) -> Marks:
    """The spans of all matches, in order, none inside another."""
    words = [(match.start(), match.end(), match_key(match.group()).strip()) for match in WORD.finditer(text)]
    found: Marks = []
    for start, end in sorted(_matches(words, phrases)):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def sentence_around(text: str, span: tuple[int, int]) -> tuple[int, int]:
    """The sentence a match stands in, or as much of it as can be shown."""
    start = max((text.rfind(mark, 0, span[0]) + 1 for mark in _ENDS), default=0)
    ends = (text.find(mark, span[1]) for mark in _ENDS)
    end = min((place + 1 for place in ends if place >= 0), default=len(text))
    start, end = max(start, span[0] - _AROUND), min(end, span[1] + _AROUND)
    shown = text[start:end]
    return start + len(shown) - len(shown.lstrip()), end - len(shown) + len(shown.rstrip())


def _matches(words: list[tuple[int, int, str]], phrases: Sequence[Phrase]) -> Iterator[tuple[int, int]]:
    for place, (start, _, _) in enumerate(words):
        for phrase in phrases:
            last = place + len(phrase.words) - 1
            if last < len(words) and _stands(phrase, [key for _, _, key in words[place : last + 1]]):
                yield start, words[last][1]


def _stands(phrase: Phrase, keys: list[str]) -> bool:
    for number, (key, forms) in enumerate(zip(keys, phrase.words, strict=True), start=1):
        beginning = phrase.prefix and number == len(keys)
        if key not in forms and not (beginning and key.startswith(tuple(forms))):
            return False
    return True
