"""The table of kinds of input: what each ending means and who reads it.

An input with an ending that is not in the table is read by what it begins with when the user named
it, and passed over when it was merely found in a folder.
"""

from __future__ import annotations

import os
from typing import NamedTuple

from claimtrack.reading.inputs import Reader
from claimtrack.reading.plain import read_plain


class Kind(NamedTuple):
    name: str
    endings: tuple[str, ...]
    reader: Reader


KINDS = (Kind("text", (".txt", ".text"), read_plain),)
BY_ENDING = {ending: kind for kind in KINDS for ending in kind.endings}


def kind_of(name: str) -> Kind | None:
    """The kind that the ending of `name` stands for."""
    return BY_ENDING.get(os.path.splitext(name)[1].lower())


def is_article(name: str) -> bool:
    """Whether a file found in a folder is read: by its ending, and not hidden."""
    return kind_of(name) is not None and not os.path.basename(name).startswith(".")
