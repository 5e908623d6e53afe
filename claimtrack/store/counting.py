"""How many claims: by one dimension or two, over the claims of a filter.

A claim counts once in each row it belongs to: by `via`, one with two relays counts for both, and one
without relays for none. Columns are counted (`columns.py`); tables give the names of what is shown.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import compress, islice
from typing import Any

from claimtrack.errors import UsageError
from claimtrack.store.choosing import Mask, at, both, holding, mask
from claimtrack.store.columns import Columns
from claimtrack.store.crossing import coded, crossed
from claimtrack.store.dimensions import DIMENSIONS, Dimension
from claimtrack.store.filters import ClaimFilter
from claimtrack.store.querying import Row
from claimtrack.store.ranking import Sizes, ranked, sizes_of

# what part of each group can be counted beside it
PARTS: dict[str, Callable[[Columns], Mask]] = {
    "anonymous": lambda claims: holding(claims, "kind", ["anonymous"]),
    "doubt": lambda claims: holding(claims, "stance", ["doubt"]),
    "negated": lambda claims: holding(claims, "negated", ["true"]),
    "nested": lambda claims: holding(claims, "nested", ["true"]),
    "relayed": lambda claims: at(claims, claims.relayed()),
}


def count(
    claims: Columns,
    wanted: ClaimFilter,
    by: Sequence[str],
    *,
    part: str = "",
    limit: int | None = None,
    across: int | None = None,
) -> Iterator[Row]:
    """One row a group, the largest first: the columns of its dimensions, `claims`, and the `total` of all
    claims that share its first dimension (of all there are, where there is only one).

    By one dimension with one of `PARTS`, `part` is how many of its claims are such, and groups with most of
    these come first. At most `limit` groups of the first dimension are counted, and `across` of the second:
    the largest, or the last of times; `left_out` is how many more there are.
    """
    for name in by:
        require("dimension", name, DIMENSIONS)
    if part:
        require("part", part, PARTS)
    chosen = [DIMENSIONS[name] for name in dict.fromkeys(by)]
    if not 1 <= len(chosen) <= 2 or (part and len(chosen) > 1):
        raise UsageError("claims are counted by one dimension or two, a part of them by one")
    left = mask(claims, wanted)
    if len(chosen) == 2:
        return crossed(claims, chosen[0], chosen[1], left, limit=limit, across=across)
    sizes = _sizes(claims, chosen[0], left)
    parts = _sizes(claims, chosen[0], both(left, PARTS[part](claims))) if part else {}
    return islice(_by_one(claims.connection, chosen[0], sizes, parts, limit), limit)


def require(what: str, name: str, known: Mapping[str, object]) -> None:
    """Refuses a name that is not known, with those that are."""
    if name not in known:
        raise UsageError(f"no {what} {name!r} to count by; it is one of: {', '.join(known)}")


def totals(claims: Columns, wanted: ClaimFilter) -> Row:
    """How many claims, articles and sources a filter leaves, and the first and last date among them."""
    left = mask(claims, wanted)
    size = len(claims) if left is None else left.count(1)
    articles, sources, dates = (
        set(_left(claims.column(name), left)) for name in ("article_id", "source_id", "published")
    )
    words = claims.words("published")
    days = sorted(filter(None, (words[code] for code in dates))) or [""]
    found = {"claims": size, "articles": len(articles), "sources": len(sources - {0})}
    return found | {"first": days[0], "last": days[-1]}


def _sizes(claims: Columns, dimension: Dimension, left: Mask | None) -> Sizes:
    """How many claims of a mask are in each group."""
    (one,), left = coded(claims, [dimension], left)
    return sizes_of(one, left)


def _left(cells: Iterable[Any], left: Mask | None) -> Iterable[Any]:
    return cells if left is None else compress(cells, left)


def _by_one(
    connection: sqlite3.Connection, dimension: Dimension, sizes: Sizes, parts: Sizes, limit: int | None
) -> Iterator[Row]:
    whole = sum(sizes.values())
    for group, names in ranked(connection, dimension, sizes, parts, limit):
        row = dict(zip(dimension.shown, names, strict=True))
        yield row | {"part": parts.get(group, 0), "claims": sizes[group], "total": whole}
