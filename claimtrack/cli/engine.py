"""The engine with the user's own lexicon files on top of the package's."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimtrack.models import Article, Extraction


def engine(lexicons: Iterable[Path] | None) -> Callable[[Article | str], Extraction]:
    """What finds the claims of an article; the lexicon files are read and checked here."""
    from claimtrack.attribution import extract
    from claimtrack.lexicon import load

    return partial(extract, lexicon=load(lexicons or ()))
