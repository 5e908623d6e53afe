"""How many claims: by one dimension or two, over the claims of a filter.

A claim counts once in each row it belongs to: by `via`, one with two relays counts for both, and one
without relays for none. Columns are counted (`columns.py`); tables give the names of what is shown.
"""

from __future__ import annotations

import sqlite3
from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import compress, groupby, islice
from operator import itemgetter
from typing import Any

from claimtrack.errors import UsageError
from claimtrack.store.choosing import Mask, at, both, holding, mask
from claimtrack.store.columns import Column, Columns
from claimtrack.store.dimensions import DIMENSIONS, Dimension, Names
from claimtrack.store.filters import ClaimFilter
from claimtrack.store.querying import Row

# what part of each group can be counted beside it
PARTS: dict[str, Callable[[Columns], Mask]] = {
    "anonymous": lambda claims: holding(claims, "kind", ["anonymous"]),
    "doubt": lambda claims: holding(claims, "stance", ["doubt"]),
    "negated": lambda claims: holding(claims, "negated", ["true"]),
    "nested": lambda claims: holding(claims, "nested", ["true"]),
    "relayed": lambda claims: at(claims, claims.relayed()),
}

_NAMED_AT_ONCE = 500
Sizes = Mapping[Any, int]  # how many claims a group has


def count(
    claims: Columns,
    wanted: ClaimFilter,
    by: Sequence[str],
    *,
    part: str = "",
    limit: int | None = None,
) -> Iterator[Row]:
    """One row a group, the largest first: the columns of its dimensions, `claims`, and the `total` of all
    claims that share its first dimension (of all there are, where there is only one).

    By one dimension with one of `PARTS`, `part` is how many of its claims are such, and groups with most of
    these come first.
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
        first, second = chosen
        return islice(_by_two(claims.connection, first, second, _pairs(claims, first, second, left)), limit)
    sizes = _sizes(claims, chosen[0], left)
    parts = _sizes(claims, chosen[0], both(left, PARTS[part](claims))) if part else {}
    return islice(_by_one(claims.connection, chosen[0], sizes, parts), limit)


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
    ((codes, groups),) = _codes(claims, [dimension], left)
    return {groups[code]: size for code, size in Counter(codes).items()}


def _pairs(claims: Columns, first: Dimension, second: Dimension, left: Mask | None) -> Mapping[Any, Sizes]:
    """How many claims of a mask are in each group of the second dimension, for each group of the first."""
    (codes, groups), (more_codes, more_groups) = _codes(claims, [first, second], left)
    found: dict[Any, dict[Any, int]] = defaultdict(dict)
    for (code, more), size in Counter(zip(codes, more_codes, strict=True)).items():
        found[groups[code]][more_groups[more]] = size
    return found


def _codes(
    claims: Columns, chosen: Sequence[Dimension], left: Mask | None
) -> Iterator[tuple[Iterable[int], Sequence[Any]]]:
    """For each dimension what is counted of a mask, and the group of each code."""
    places: Sequence[int] | None = None
    if any(one.column == "relay" for one in chosen):
        places = claims.relayed()
        left = left and bytes([left[place] for place in places])
    for one in chosen:
        column = claims.column(one.column)
        if places is not None and one.column != "relay":
            column = _at(column, places)
        codes, groups = one.groups(column, claims.words(one.column))
        yield _left(codes, left), groups


def _at(column: Column, places: Iterable[int]) -> Column:
    cells = [column[place] for place in places]
    return bytes(cells) if isinstance(column, bytes) else array("I", cells)


def _left(cells: Iterable[Any], left: Mask | None) -> Iterable[Any]:
    return cells if left is None else compress(cells, left)


def _by_one(
    connection: sqlite3.Connection, dimension: Dimension, sizes: Sizes, parts: Sizes
) -> Iterator[Row]:
    whole = sum(sizes.values())
    for group, names in _ranked(connection, dimension, sizes, parts):
        row = dict(zip(dimension.shown, names, strict=True))
        yield row | {"part": parts.get(group, 0), "claims": sizes[group], "total": whole}


def _by_two(
    connection: sqlite3.Connection, first: Dimension, second: Dimension, within: Mapping[Any, Sizes]
) -> Iterator[Row]:
    """Groups of the first dimension by their total, within each those of the second by their claims."""
    totals = {one: sum(others.values()) for one, others in within.items()}
    for one, names in _ranked(connection, first, totals, {}):
        for other, more in _ranked(connection, second, within[one], {}):
            row = dict(zip((*first.shown, *second.shown), (*names, *more), strict=True))
            yield row | {"part": 0, "claims": within[one][other], "total": totals[one]}


def _ranked(
    connection: sqlite3.Connection, dimension: Dimension, sizes: Sizes, parts: Sizes
) -> Iterator[tuple[Any, Names]]:
    """Groups and their names: most of the part first, then most claims, then by name; times as they run.

    Names are asked for as they are needed: of all that have the same size, because these go by name.
    """
    rank = _rank(dimension, sizes, parts)
    for _, same in groupby(sorted(sizes, key=rank, reverse=True), rank):
        if dimension.in_order:
            groups = iter(sorted(same))
            while some := list(islice(groups, _NAMED_AT_ONCE)):
                yield from dimension.names(connection, some).items()
        else:
            yield from sorted(dimension.names(connection, list(same)).items(), key=itemgetter(1))


def _rank(dimension: Dimension, sizes: Sizes, parts: Sizes) -> Callable[[Any], int]:
    if dimension.is_time:
        return lambda group: parts.get(group, 0)
    if not parts:
        return sizes.__getitem__
    most = sum(sizes.values()) + 1
    return lambda group: parts.get(group, 0) * most + sizes[group]
