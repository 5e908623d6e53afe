"""Counts as rows to show and to write: shares of a whole, and the figures a collection opens with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from claimtrack.store import DIMENSIONS, ClaimFilter, Store

Row = dict[str, Any]

FIGURE_COLUMNS = ("figure", "of", "part", "claims", "share")
# what is shown when nothing is asked for: figure → dimension, and the part that is looked at
_PARTS = {"anonymous by outlet": ("outlet", "anonymous"), "doubt by source": ("source", "doubt")}


def counted(
    store: Store,
    wanted: ClaimFilter,
    by: Sequence[str],
    *,
    part: str = "",
    limit: int | None = None,
    across: int | None = None,
) -> Iterator[Row]:
    """Claims by one dimension or two, at most `limit` groups of the first and `across` of the second.

    `share` is that of all claims, by two dimensions that of the first one's group; with `part`, it is that
    of the part in the row's own claims.
    """
    for row in store.count(wanted, by, part=part, limit=limit, across=across):
        some, whole = (row["part"], row["claims"]) if part else (row["claims"], row["total"])
        yield row | {"share": round(some / whole, 4)}


def columns(by: Sequence[str], *, part: str = "") -> list[str]:
    """The columns of what `counted` gives, in their order."""
    shown = [name for dimension in by for name in DIMENSIONS[dimension].shown]
    return [*dict.fromkeys(shown), *(["part"] if part else []), "claims", "share"]


def figures(store: Store, wanted: ClaimFilter, *, limit: int | None = None) -> Iterator[Row]:
    """What a collection is like: kinds, stances, and the shares that say how it is sourced."""
    for name in ("kind", "stance"):
        for row in counted(store, wanted, [name]):
            yield {"figure": name, "of": row[name], "part": row["claims"], "claims": row["total"]} | {
                "share": row["share"]
            }
    for figure, (dimension, part) in _PARTS.items():
        for row in counted(store, wanted, [dimension], part=part, limit=limit):
            if row["part"] or dimension == "outlet":
                yield row | {"figure": figure, "of": row[dimension]}
