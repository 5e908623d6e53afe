"""Packages that only some kinds of input need, imported when such an input comes."""

from __future__ import annotations

import logging
from importlib import import_module
from typing import Any

from claimtrack.reading.inputs import Unreadable


def package(name: str, *, extra: str) -> Any:
    """The module `name`; `extra` is what to install when it is missing."""
    logging.getLogger(name).addHandler(logging.NullHandler())  # what they log is said as problems
    try:
        return import_module(name)
    except ImportError as error:
        needed = name.partition(".")[0]
        raise Unreadable(
            f"reading it needs the package {needed}", remedy=f"pip install 'claimtrack[{extra}]'"
        ) from error
