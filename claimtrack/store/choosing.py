"""Which claims of the columns a filter leaves: a mask of a byte a claim, 1 where it is wanted."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from itertools import compress

from claimtrack.store.columns import Column, Columns
from claimtrack.store.conditions import Among, AnyOf, Condition, Holds, NotAmong, conditions
from claimtrack.store.filters import ClaimFilter
from claimtrack.store.selection import selection

Mask = bytes

# one text is read many times faster than as many rows
_AT_ONCE = "WITH found (number) AS ({}) SELECT json_group_array(number) FROM found"
_OTHERS = bytes([1]).ljust(256, b"\0")


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


def either(one: Mask, *others: Mask) -> Mask:
    """The claims of any of these masks."""
    found = _as_number(one)
    for other in others:
        found |= _as_number(other)
    return found.to_bytes(len(one), "little")


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


def articles_of(claims: Columns, wanted: ClaimFilter) -> Mask | None:
    """The articles with claims of a filter, a byte for each id from 0 on; None for all there are."""
    left = mask(claims, wanted)
    if left is None:
        return None
    found = set(compress(claims.column("article_id"), left))
    table = bytearray(max(found, default=0) + 1)
    for article in found:
        table[article] = 1
    return bytes(table)


def numbered(claims: Columns, wanted: Iterable[int]) -> Mask:
    """The claims with these numbers, which are in use."""
    numbers = claims.column("number")
    if not numbers:
        return b""
    table = bytearray(numbers[-1] + 1)
    for number in wanted:
        table[number] = 1
    if numbers[-1] - numbers[0] < len(numbers):  # none is left out between them
        return bytes(table[numbers[0] :])
    return bytes([table[number] for number in numbers])


def among(column: Column, wanted: Collection[int]) -> Mask:
    """The claims in whose column stands one of these numbers."""
    if not wanted:
        return bytes(len(column))
    table = bytearray(max(max(wanted), max(column, default=0)) + 1)
    for number in wanted:
        table[number] = 1
    return bytes([table[cell] for cell in column])


def _asked(claims: Columns, part: Condition) -> Mask:
    match part:
        case Holds(column=column, words=words):
            return holding(claims, column, words)
        case Among(column="number", query=query, values=values):
            return numbered(claims, _found(claims, query, values))
        case Among(column=column, query=query, values=values):
            return among(claims.column(column), _found(claims, query, values))
        case NotAmong(query=query, values=values):
            return numbered(claims, _found(claims, query, values)).translate(_OTHERS)
        case AnyOf(parts=parts):
            return either(bytes(len(claims)), *(_asked(claims, one) for one in parts))
    raise NotImplementedError(part)


def _found(claims: Columns, query: str, values: Sequence[str | int]) -> list[int]:
    """The numbers a query gives."""
    numbers: list[int] = json.loads(claims.connection.execute(_AT_ONCE.format(query), values).fetchone()[0])
    return numbers


def _as_number(mask: Mask) -> int:
    return int.from_bytes(mask, "little")
