"""Packages that only some formats need, imported when such a file is written."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from claimtrack.errors import ClaimtrackError


def package(name: str, *, ending: str, extra: str) -> Any:
    """The module `name`; a message with what to install when it is missing."""
    try:
        return import_module(name)
    except ImportError as error:
        needed = name.partition(".")[0]
        raise ClaimtrackError(
            f"writing .{ending} needs the package {needed}: pip install 'claimtrack[{extra}]'"
        ) from error
