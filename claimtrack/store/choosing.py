"""Which claims of the columns a filter leaves: a mask of a byte a claim, 1 where it is wanted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

from claimtrack.store.columns import Columns
from claimtrack.store.conditions import Among, AnyOf, Condition, Holds, NotAmong, conditions
from claimtrack.store.filters import ClaimFilter
from claimtrack.store.selection import selection

Mask = bytes


def mask(claims: Columns, wanted: ClaimFilter) -> Mask | None:
    """The claims of a filter; None for all there are."""
    if wanted not in claims.masks:
        claims.masks = {wanted: _mask(claims, wanted)}  # the last one is what the next question is about, too
    return claims.masks[wanted]


def _mask(claims: Columns, wanted: ClaimFilter) -> Mask | None:
    if wanted.limit is not None:
        chosen = selection(wanted)
        return _asked(claims, Among("", tuple(chosen.values), "number", chosen.numbers))
    found = None
    for part in conditions(wanted):
        found = both(found, _asked(claims, part))
    return found


def both(one: Mask | None, other: Mask | None) -> Mask | None:
    """The claims of two masks."""
    if one is None or other is None:
        return other if one is None else one
    return (_as_number(one) & _as_number(other)).to_bytes(len(one), "little")


def holding(claims: Columns, column: str, words: Sequence[str]) -> Mask:
    """The claims in whose column, one of bytes, stands one of these."""
    wanted = [word in words for word in claims.words(column)]
    table = bytes(wanted).ljust(256, b"\0")
    return bytes(claims.column(column)).translate(table)


def at(claims: Columns, places: Iterable[int]) -> Mask:
    """The claims at these places."""
    found = bytearray(len(claims))
    for place in places:
        found[place] = 1
    return bytes(found)


def _asked(claims: Columns, part: Condition) -> Mask:
    match part:
        case Holds(column=column, words=words):
            return holding(claims, column, words)
        case Among(column=column, query=query, values=values):
            found = set(chain.from_iterable(claims.connection.execute(query, values)))
            return bytes(map(found.__contains__, claims.column(column))) if found else bytes(len(claims))
        case NotAmong(query=query, values=values):
            left_out = set(chain.from_iterable(claims.connection.execute(query, values)))
            return bytes(number not in left_out for number in claims.column("number"))
        case AnyOf(parts=parts):
            either = 0
            for one in parts:
                either |= _as_number(_asked(claims, one))
            return either.to_bytes(len(claims), "little")
    raise NotImplementedError(part)


def _as_number(mask: Mask) -> int:
    return int.from_bytes(mask, "little")
