"""How many claims by two dimensions at once.

Only the groups that are shown are counted against each other: which these are is known from the sizes of each
dimension alone.
"""

from __future__ import annotations

import sys
from array import array
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial
from heapq import nlargest
from itertools import compress, islice
from typing import Any

from claimtrack.store.choosing import Mask, both
from claimtrack.store.columns import Column, Columns
from claimtrack.store.dimensions import Coded, Dimension, Names
from claimtrack.store.querying import Row
from claimtrack.store.ranking import Sizes, ranked, sizes_of

_FEW = 500  # groups of the second dimension that are sooner counted than left out
_LOW, _HIGH = (0, 1) if sys.byteorder == "little" else (1, 0)  # which half of a number is which


def coded(claims: Columns, chosen: Sequence[Dimension], left: Mask | None) -> tuple[list[Coded], Mask | None]:
    """Dimensions as they are counted, and the mask for these: by relays, a place for each relay of a claim."""
    columns = [one.coded(claims.column(one.column), claims.words(one.column)) for one in chosen]
    if not any(one.column == "relay" for one in chosen):
        return columns, left
    places = claims.relayed()
    for number, one in enumerate(chosen):
        if one.column != "relay":
            columns[number] = Coded(_at(columns[number].codes, places), columns[number].groups)
    return columns, left and bytes([left[place] for place in places])


def crossed(
    claims: Columns,
    first: Dimension,
    second: Dimension,
    left: Mask | None,
    *,
    limit: int | None,
    across: int | None,
) -> Iterator[Row]:
    """Groups of the first dimension by their claims, within each those of the second by theirs."""
    (one, other), left = coded(claims, [first, second], left)
    totals = sizes_of(one, left)
    lines = list(islice(ranked(claims.connection, first, totals, {}, limit), limit))
    left = both(left, _only(one, totals, [group for group, _ in lines]))
    within, sizes = _counted(one, other, left, second, across)
    shown = _shown(second, sizes, across)
    known: dict[Any, Names] = {}

    def rows() -> Iterator[Row]:
        for group, names in lines:
            cells = {cell: size for cell, size in within[group].items() if cell in shown}
            cells = cells or dict.fromkeys(shown, 0)
            known.update(second.names(claims.connection, [cell for cell in cells if cell not in known]))
            for another in sorted(cells, key=partial(_place, second, cells, known)):
                row = dict(zip((*first.shown, *second.shown), (*names, *known[another]), strict=True))
                counts = {"part": 0, "claims": cells[another], "total": totals[group]}
                yield row | counts | {"left_out": len(sizes) - len(shown)}

    return rows()


def _counted(
    one: Coded, other: Coded, left: Mask | None, second: Dimension, across: int | None
) -> tuple[Mapping[Any, Sizes], Sizes]:
    """The sizes of groups of the second dimension within each of the first, of those shown at least; and in all."""
    if len(other.groups) > _FEW:
        sizes = sizes_of(other, left)
        some = _only(other, sizes, _shown(second, sizes, across))
        return _pairs(one, other, both(left, some)), sizes
    within = _pairs(one, other, left)
    added: Counter[Any] = Counter()
    for cells in within.values():
        added.update(cells)
    return within, added


def _place(dimension: Dimension, sizes: Sizes, known: Mapping[Any, Names], group: Any) -> tuple[Any, ...]:
    """What the groups within a line are sorted by."""
    if dimension.is_time:
        return (group,)
    return (-sizes[group], group) if dimension.in_order else (-sizes[group], known[group], group)


def _shown(dimension: Dimension, sizes: Sizes, across: int | None) -> Collection[Any]:
    """The largest groups, or the last of times."""
    if across is None:
        return sizes
    return nlargest(across, sizes, None if dimension.is_time else sizes.__getitem__)


def _only(one: Coded, sizes: Sizes, shown: Collection[Any]) -> Mask | None:
    """The places where one of these groups stands; None for all places."""
    if len(shown) == len(sizes):
        return None
    some = frozenset(shown)
    if isinstance(one.groups, range):  # groups that are their own codes
        return bytes(map(some.__contains__, one.codes))
    table = bytes([group in some for group in one.groups])
    if isinstance(one.codes, bytes):
        return one.codes.translate(table.ljust(256, b"\0"))
    return bytes([table[code] for code in one.codes])


def _pairs(one: Coded, other: Coded, some: Mask | None) -> Mapping[Any, Sizes]:
    """How many claims are in each group of the second dimension, for each group of the first."""
    codes: Iterable[int] = _side_by_side(one.codes, other.codes)
    found: dict[Any, dict[Any, int]] = defaultdict(dict)
    for pair, size in Counter(codes if some is None else compress(codes, some)).items():
        high, low = divmod(pair, 1 << 32)
        found[one.groups[high]][other.groups[low]] = size
    return found


def _side_by_side(high: Column, low: Column) -> array[int]:
    """Two columns as one of larger numbers, which are counted in half the time of pairs."""
    halves = array("I", bytes(8 * len(low)))
    halves[_HIGH::2], halves[_LOW::2] = _wide(high), _wide(low)
    return array("Q", halves.tobytes())


def _wide(column: Column) -> array[int]:
    if not isinstance(column, bytes):
        return column
    wide = bytearray(4 * len(column))
    wide[3 * _LOW :: 4] = column
    return array("I", bytes(wide))


def _at(column: Column, places: Iterable[int]) -> Column:
    cells = [column[place] for place in places]
    return bytes(cells) if isinstance(column, bytes) else array("I", cells)
