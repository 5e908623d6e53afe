"""The first claims in an order by groups: by source, kind, stance or cue, within each as they are read.

No index of claims has these orders. Columns tell which groups come first and how many claims are in each, so
that only the first groups are sorted instead of a million claims.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from heapq import nsmallest
from itertools import compress, groupby
from operator import itemgetter

from claimtrack.store.choosing import Mask, among, both, either, mask, numbered
from claimtrack.store.columns import Columns
from claimtrack.store.filters import ClaimFilter

GROUPED = {"source": "source_id", "kind": "kind", "stance": "stance", "cue": "lemma_key"}  # sort → column

# a claim whose source nobody knows is sorted by its own words
_BY_NAME = """
SELECT name, id, 0 FROM sources WHERE {among} UNION ALL
SELECT mention, 0, number FROM claims INDEXED BY claims_by_mention WHERE source_id IS NULL ORDER BY 1 {turned}"""
_FEW = 5_000  # sources that are asked for their names; of more, all names are read in their order
_LISTED = "id IN (SELECT value FROM json_each(?))"
_IN_ARTICLES = """
SELECT number, article_id, ordinal FROM claims WHERE article_id IN (SELECT value FROM json_each(?))"""

Member = tuple[
    str, int, int
]  # what a group is sorted by; its number in the column, or that of a single claim


@dataclass(slots=True)
class _First:
    """The groups that come first: their places, by their numbers in the column or by those of single claims."""

    groups: dict[int, int] = field(default_factory=dict)
    single: dict[int, int] = field(default_factory=dict)

    def place(self, group: int, number: int) -> int:
        return self.single[number] if number in self.single else self.groups[group]


def is_grouped(wanted: ClaimFilter) -> bool:
    """Whether `first_claims` knows the order, and the filter has a limit."""
    return wanted.limit is not None and _name(wanted) in GROUPED


def first_claims(claims: Columns, wanted: ClaimFilter) -> list[int]:
    """The numbers of the claims of a filter in its order, as many as its limit says."""
    column, numbers = claims.column(GROUPED[_name(wanted)]), claims.column("number")
    wanted_claims = mask(claims, wanted.without_limit())
    sizes = Counter(column if wanted_claims is None else compress(column, wanted_claims))
    left = bytes([1]) * len(claims) if wanted_claims is None else wanted_claims
    limit = min(wanted.limit or 0, left.count(1))
    first = _first(claims, _members(claims, wanted, sizes), sizes, left, limit)
    of_first = either(among(column, list(first.groups)), numbered(claims, first.single))
    left = both(left, of_first) or left
    if first.single:
        places = map(first.place, compress(column, left), compress(numbers, left))
    else:
        places = map(first.groups.__getitem__, compress(column, left))
    best = nsmallest(limit, zip(places, compress(claims.column("article_id"), left), strict=True))
    found = []
    for number, article, ordinal in _of_articles(claims, {article for _, article in best}):
        at = bisect_left(numbers, number)
        if left[at]:
            found.append((first.place(column[at], number), article, ordinal, number))
    return [number for *_, number in sorted(found)[:limit]]


def _first(
    claims: Columns, members: Iterable[Member], sizes: Mapping[int, int], left: Mask, limit: int
) -> _First:
    """As many of the first groups as it takes to have enough claims."""
    first, found = _First(), 0
    numbers = claims.column("number")
    for place, (_, same) in enumerate(groupby(members, itemgetter(0))):
        for _, group, number in same:
            size = left[bisect_left(numbers, number)] if number else sizes.get(group, 0)
            if size:
                (first.single if number else first.groups)[number or group] = place
                found += size
        if found >= limit:
            break
    return first


def _members(claims: Columns, wanted: ClaimFilter, sizes: Mapping[int, int]) -> Iterable[Member]:
    """Groups in their order."""
    turned = wanted.sort.startswith("-")
    if _name(wanted) == "source":
        among, values = (_LISTED, [json.dumps(list(sizes))]) if len(sizes) <= _FEW else ("1", [])
        return claims.connection.execute(
            _BY_NAME.format(among=among, turned="DESC" if turned else ""), values
        )
    words = claims.words(GROUPED[_name(wanted)])
    return sorted(((word, code, 0) for code, word in enumerate(words)), reverse=turned)


def _of_articles(claims: Columns, articles: Iterable[int]) -> Iterable[tuple[int, int, int]]:
    return claims.connection.execute(_IN_ARTICLES, (json.dumps(list(articles)),))


def _name(wanted: ClaimFilter) -> str:
    return wanted.sort.removeprefix("-")
