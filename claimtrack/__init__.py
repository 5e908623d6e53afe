"""claimtrack: who claims what in Arabic news.

>>> from claimtrack import Store, extract, read                             # doctest: +SKIP

The names are loaded when they are first used, so that importing the package costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from claimtrack.attribution import extract as extract
    from claimtrack.reading import read as read
    from claimtrack.store import ClaimFilter as ClaimFilter
    from claimtrack.store import Store as Store

__version__ = "0.1.0"
__all__ = ["ClaimFilter", "Store", "__version__", "extract", "read"]

_HOMES = {
    "extract": ("claimtrack.attribution", "extract"),
    "read": ("claimtrack.reading", "read"),
    "ClaimFilter": ("claimtrack.store", "ClaimFilter"),
    "Store": ("claimtrack.store", "Store"),
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module, attribute = _HOMES[name]
    return getattr(import_module(module), attribute)
