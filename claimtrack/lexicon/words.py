"""The word lists of `ar/constructions.toml`, folded."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from claimtrack.errors import LexiconError
from claimtrack.text.folding import fold


@cache
def _lists() -> dict[str, frozenset[str]]:
    raw = (files("claimtrack.lexicon") / "ar" / "constructions.toml").read_text("utf-8")
    return {
        name: frozenset(fold(word) for word in words.split()) for name, words in tomllib.loads(raw).items()
    }


def words(name: str) -> frozenset[str]:
    """The folded words of one list; raises LexiconError for a list that does not exist."""
    try:
        return _lists()[name]
    except KeyError:
        raise LexiconError(f"constructions.toml has no list named {name!r}") from None
