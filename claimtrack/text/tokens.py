"""Words and punctuation of a text, each with its span in the untouched text.

Parallel lists instead of token objects: an article has hundreds of words, an archive has billions.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import accumulate, compress
from operator import not_

from claimtrack.text.folding import WORD, fold

# One key for the many shapes of one mark. Quotation marks get their own treatment in `quotation`.
OPEN, CLOSE, NEUTRAL = "«", "»", '"'
BREAK = "\n"
_PUNCTUATION = {
    **dict.fromkeys("،,،٫﹐，", "،"),
    **dict.fromkeys("؛;", "؛"),
    **dict.fromkeys(":：﹕", ":"),
    **dict.fromkeys(".。۔", "."),
    **dict.fromkeys("؟?", "؟"),
    **dict.fromkeys("!！", "!"),
    **dict.fromkeys("-–—―−", "-"),
    **dict.fromkeys("(（[", "("),
    **dict.fromkeys(")）]", ")"),
    **dict.fromkeys("«“„‹﴿", OPEN),
    **dict.fromkeys("»”›﴾", CLOSE),
    **dict.fromkeys('"″‟＂', NEUTRAL),
    "…": "…",
}
_ENTITIES = {"&quot;": NEUTRAL, "&#34;": NEUTRAL, "&laquo;": OPEN, "&raquo;": CLOSE}
QUOTE_KEYS = frozenset((OPEN, CLOSE, NEUTRAL))
SENTENCE_ENDS = frozenset((".", "!", "؟", "…", BREAK))

# A long run of blanks stands for a lost line break in text scraped from pages.
_TOKEN = re.compile(
    rf"({WORD.pattern}"
    r"|&(?:quot|\#34|laquo|raquo|amp|nbsp|\#\d{2,5});"
    + r"|\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]|[ \t\u00a0]{4,}|''|,,|\(\(|\)\)|[^\w\s])"
)


@dataclass(frozen=True, slots=True)
class Tokens:
    """Words and marks in text order: `text[starts[i]:ends[i]]` is token i, `keys[i]` its folded key.

    `words[i]` says whether it is a word or a number; `signs` are the indices of all others.
    """

    text: str
    starts: list[int]
    ends: list[int]
    keys: list[str]
    words: list[bool]
    signs: list[int]

    def __len__(self) -> int:
        return len(self.keys)

    def is_word(self, i: int) -> bool:
        """Whether token i is a word or a number (not a mark)."""
        return self.words[i]

    def glued(self, i: int) -> bool:
        """Whether nothing, not even a blank, stands between token i and the one before it."""
        return i > 0 and self.starts[i] == self.ends[i - 1]


class _Keys(dict[str, str]):
    """Keys of the token spellings met so far."""

    def __missing__(self, raw: str) -> str:
        first = raw[0]
        if first in "\r\n\x0b\x0c\x85\u2028\u2029 \t\u00a0":
            key = BREAK
        elif raw in ("''", ",,"):
            key = NEUTRAL
        elif raw in ("((", "))"):
            key = OPEN if raw == "((" else CLOSE
        elif first == "&" and len(raw) > 1:
            key = _ENTITIES.get(raw, raw)
        elif len(raw) == 1 and not raw.isalnum():
            key = _PUNCTUATION.get(raw, raw)
        else:
            key = fold(raw) or "-"  # a tatweel by itself is drawn as a dash
        if len(self) < 150_000:
            self[raw] = key
        return key


class _Words(dict[str, bool]):
    """Whether a key is that of a word."""

    def __missing__(self, key: str) -> bool:
        found = key[0].isalnum()
        if len(self) < 150_000:
            self[key] = found
        return found


_keys = _Keys()
_words = _Words()


def tokenize(text: str) -> Tokens:
    """Split a text into words and marks, offsets in code points."""
    pieces = _TOKEN.split(text)  # what stands between tokens and the tokens themselves, in turn
    borders = list(accumulate(map(len, pieces)))
    keys = list(map(_keys.__getitem__, pieces[1::2]))
    words = list(map(_words.__getitem__, keys))
    signs = list(compress(range(len(keys)), map(not_, words)))
    return Tokens(text, borders[0:-1:2], borders[1::2], keys, words, signs)
