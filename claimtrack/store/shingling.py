"""Runs of four words by which texts are compared, as numbers; nothing here knows the database.

Words are folded, so that marks, alef and ya, punctuation and line ends make no difference.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from zlib import crc32

from claimtrack.text.folding import fold_text

KEPT = 15 << 7  # runs without any of these bits, one in 16, are kept to find what to compare
FEWEST_KEPT = 8
FEWEST = 20  # runs; a shorter text is like many others by chance
LEAST_IN_COMMON = 0.6  # of the shorter text
LEAST_OF_LONGER = 0.25  # a brief within a long report is no copy of it
WORD = re.compile(r"\w+")
MASK = 0xFFFFFFFF


def shingles(text: str) -> frozenset[int]:
    """The runs of words of a text."""
    words = list(map(_number, WORD.findall(fold_text(text))))
    following = (words[1:], words[2:], words[3:])
    return frozenset(
        (a * 31 + b * 1009 + c * 65599 + d * 40503) & MASK
        for a, b, c, d in zip(words, *following, strict=False)
    )


def kept(runs: Iterable[int]) -> list[int]:
    """Those of the runs that are remembered: the same ones in every text, few as it may have."""
    first = [run for run in runs if not run & KEPT]
    if len(first) < FEWEST_KEPT:
        return sorted(runs, key=lambda run: (run & KEPT, run))[:FEWEST_KEPT]
    return sorted(first)


def in_common(one: frozenset[int], other: frozenset[int]) -> float:
    """The share of the shorter text that stands in the other, too; 0 where they are no copies."""
    shorter, longer = sorted((len(one), len(other)))
    if one != other and shorter < FEWEST:
        return 0.0
    common = len(one & other)
    enough = common >= LEAST_IN_COMMON * shorter and common >= LEAST_OF_LONGER * longer
    return common / shorter if enough and shorter else 0.0


@lru_cache(maxsize=20_000)
def _number(word: str) -> int:
    return crc32(word.encode("utf-8", "surrogatepass"))
