"""Groups of claims in their order: most claims first, then by name; times as they run."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from heapq import nlargest
from itertools import compress, groupby
from typing import Any

from claimtrack.store.choosing import Mask
from claimtrack.store.dimensions import Coded, Dimension, Names

Sizes = Mapping[Any, int]  # how many claims a group has


def sizes_of(one: Coded, left: Mask | None) -> Sizes:
    """How many claims of a mask are in each group."""
    counted = Counter(one.codes if left is None else compress(one.codes, left))
    if isinstance(one.groups, range):  # groups that are their own codes
        return counted
    return {one.groups[code]: size for code, size in counted.items()}


def ranked(
    connection: sqlite3.Connection, dimension: Dimension, sizes: Sizes, parts: Sizes, limit: int | None = None
) -> Iterator[tuple[Any, Names]]:
    """Groups and their names: most of the part first, then most claims, then by name; times as they run.

    Names are asked for as they are needed: of all that have the same size, because these go by name. With a
    limit come at least so many.
    """
    rank = _rank(dimension, sizes, parts)
    groups: Iterable[Any] = sizes
    if limit is not None and limit < len(sizes):
        least = min(nlargest(limit, map(rank, sizes)), default=0)
        groups = [group for group in sizes if rank(group) >= least]
    for _, same in groupby(sorted(groups, key=rank, reverse=True), rank):
        yield from dimension.in_turn(connection, list(same))


def _rank(dimension: Dimension, sizes: Sizes, parts: Sizes) -> Callable[[Any], int]:
    if dimension.is_time:
        return lambda group: parts.get(group, 0)
    if not parts:
        return sizes.__getitem__
    most = sum(sizes.values()) + 1
    return lambda group: parts.get(group, 0) * most + sizes[group]
