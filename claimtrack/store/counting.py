"""How many claims: by one dimension or several, over the claims of a filter.

A claim counts once in each row it belongs to: by `via`, one with two relays counts for both, and one
without relays for none.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from claimtrack.errors import UsageError
from claimtrack.store.filters import ClaimFilter, conditions
from claimtrack.store.querying import Row, rows
from claimtrack.store.selection import selection


@dataclass(frozen=True, slots=True)
class Dimension:
    """What claims are counted by.

    They are first grouped by `raw`, which an index has in order, and then by `key`, made from it; `shown`
    are the columns that say which group it is. Times come in their own order, all else by its claims.
    """

    raw: str
    key: str
    shown: dict[str, str]
    is_time: bool = False


def _time(name: str, length: int) -> Dimension:
    part = f"substr(g.published, 1, {length})"
    return Dimension("a.published", part, {name: part}, is_time=True)


_OUTLET = (
    "coalesce((SELECT outlet FROM articles WHERE outlet_key = g.outlet_key ORDER BY outlet LIMIT 1), '')"
)
_LEMMA = "(SELECT cue_lemma FROM claims WHERE lemma_key = g.lemma_key LIMIT 1)"
DIMENSIONS = {
    "source": Dimension(
        "c.source_id",
        "g.source_id",
        {"source": "coalesce(s.name, '')", "source_kind": "coalesce(s.kind, '')"},
    ),
    "kind": Dimension("c.source_id", "s.kind", {"kind": "coalesce(s.kind, '')"}),
    "stance": Dimension("c.stance", "g.stance", {"stance": "g.stance"}),
    "quote": Dimension("c.quote", "g.quote", {"quote": "g.quote"}),
    "negated": Dimension("c.negated", "g.negated", {"negated": "iif(g.negated, 'true', 'false')"}),
    "cue": Dimension("c.lemma_key", "g.lemma_key", {"cue": _LEMMA}),
    "via": Dimension("h.via_id", "g.via_id", {"via": "r.name"}),
    "outlet": Dimension("a.outlet_key", "g.outlet_key", {"outlet": _OUTLET}),
    "article": Dimension(
        "c.article_id",
        "g.article_id",
        {"article_id": "g.article_id", "article": "(SELECT title FROM articles WHERE id = g.article_id)"},
    ),
    "year": _time("year", 4),
    "month": _time("month", 7),
    "day": _time("day", 10),
}

# The order of the indexes claims_by_source and claims_by_stance: grouped along it, nothing is sorted.
_ALONG = ("c.source_id", "c.stance", "c.quote", "c.negated")
_CLAIMS = "claims AS c"
_BY_ARTICLE = "articles AS a CROSS JOIN claims AS c ON c.article_id = a.id"
_RELAYED = "(SELECT claim_number, source_id AS via_id FROM chain) AS h CROSS JOIN claims AS c ON c.number = h.claim_number"

_RELAYS = "(SELECT source_id AS via_id FROM chain) AS h"

# what part of each group can be counted beside it
PARTS = {
    "anonymous": "c.source_id IN (SELECT id FROM sources WHERE kind = 'anonymous')",
    "doubt": "c.stance = 'doubt'",
    "negated": "c.negated",
    "nested": "c.parent_id IS NOT NULL",
    "relayed": "c.number IN (SELECT claim_number FROM chain)",
}

_QUERY = """
SELECT {shown}, sum(g.part) AS part, sum(g.n) AS claims, {total} AS total
  FROM (SELECT {raw}, count(*) AS n, {part} AS part FROM {tables} WHERE {where} GROUP BY {raw}) AS g{joins}
 GROUP BY {keys}
 ORDER BY {order}
 LIMIT ?"""


def count(
    connection: sqlite3.Connection,
    wanted: ClaimFilter,
    by: Sequence[str],
    *,
    part: str = "",
    limit: int | None = None,
) -> Iterator[Row]:
    """One row a group, the largest first: the columns of its dimensions, `claims`, and the `total` of all
    claims that share its first dimension (of all there are, where there is only one).

    With one of `PARTS`, `part` is how many of its claims are such, and groups with most of these come first.
    """
    for name in by:
        require("dimension", name, DIMENSIONS)
    if part:
        require("part", part, PARTS)
    chosen = [DIMENSIONS[name] for name in dict.fromkeys(by)]
    where, values = _where(wanted, by_cue="cue" in by)
    query = _QUERY.format(
        shown=", ".join(f"{sql} AS {name}" for one in chosen for name, sql in one.shown.items()),
        part=f"count(*) FILTER (WHERE {PARTS[part]})" if part else "0",
        total=f"sum(sum(g.n)) OVER (PARTITION BY {chosen[0].key if len(chosen) > 1 else 0})",
        raw=", ".join(_raw(chosen)),
        tables=_tables(chosen, wanted, part),
        where=where,
        joins=_joins(chosen),
        keys=", ".join(one.key for one in chosen),
        order=", ".join(["part DESC"] * bool(part) + list(_order(chosen))),
    )
    return rows(connection, query, [*values, -1 if limit is None else limit])


def require(what: str, name: str, known: Mapping[str, object]) -> None:
    """Refuses a name that is not known, with those that are."""
    if name not in known:
        raise UsageError(f"no {what} {name!r} to count by; it is one of: {', '.join(known)}")


def _order(chosen: Sequence[Dimension]) -> Iterator[str]:
    """Groups of the first dimension by their total, within each by their claims; times as they run."""
    for place, one in enumerate(chosen):
        if not one.is_time:
            yield "total DESC" if place < len(chosen) - 1 else "claims DESC"
        yield from one.shown


def _raw(chosen: Sequence[Dimension]) -> list[str]:
    """What to group by first: along the index where one has these columns, and so with those between."""
    wanted = dict.fromkeys(one.raw for one in chosen)
    first = 0 if "c.source_id" in wanted else 1
    places = [_ALONG.index(column) for column in wanted if column in _ALONG]
    along = _ALONG[first : max(places) + 1] if places else ()
    return [*(column for column in wanted if column not in _ALONG), *along]


def _tables(chosen: Sequence[Dimension], wanted: ClaimFilter, part: str) -> str:
    letters = {one.raw[0] for one in chosen}
    if "h" not in letters:
        return _BY_ARTICLE if "a" in letters else _claims(chosen, wanted, part)
    if letters == {"h"} and not wanted.narrows and not part:
        return _RELAYS
    return _RELAYED + (" CROSS JOIN articles AS a ON a.id = c.article_id" if "a" in letters else "")


def _claims(chosen: Sequence[Dimension], wanted: ClaimFilter, part: str) -> str:
    """Claims, by the index that holds both what is grouped by and what the filter looks at."""
    if any(one.raw == "c.lemma_key" for one in chosen) or not (wanted.narrows or part):
        return _CLAIMS
    parents = wanted.nested is not None or part == "nested"
    return f"{_CLAIMS} INDEXED BY {'claims_in_order' if parents else 'claims_by_source'}"


def _joins(chosen: Sequence[Dimension]) -> str:
    raw = {one.raw for one in chosen}
    origin = " LEFT JOIN sources AS s ON s.id = g.source_id" if "c.source_id" in raw else ""
    return origin + (" JOIN sources AS r ON r.id = g.via_id" if "h.via_id" in raw else "")


def _where(wanted: ClaimFilter, *, by_cue: bool = False) -> tuple[str, list[str | int]]:
    """The filter's conditions; by cue its claims, because no index holds cues and all else."""
    if wanted.limit is not None or by_cue:
        only = selection(wanted)
        return only.within("+c.number"), only.values
    parts = list(conditions(wanted))
    return " AND ".join(part.sql for part in parts) or "1", [value for part in parts for value in part.values]


def totals(connection: sqlite3.Connection, wanted: ClaimFilter) -> Row:
    """How many claims, articles and sources a filter leaves, and the first and last date among them."""
    where, values = _where(wanted)
    of_claims = f"FROM claims AS c WHERE {where}"
    # grouped instead of DISTINCT: an index has them in order
    query = f"""
SELECT (SELECT count(*) {of_claims}) AS claims,
       (SELECT count(*) FROM (SELECT 1 {of_claims} GROUP BY c.article_id)) AS articles,
       (SELECT count(*) FROM (SELECT 1 {of_claims} AND c.source_id IS NOT NULL GROUP BY c.source_id)) AS sources,
       coalesce(min(nullif(a.published, '')), '') AS first,
       coalesce(max(a.published), '') AS last
  FROM articles AS a WHERE {_within_articles(of_claims, where)}"""
    times = 3 if where == "1" else 4
    (row,) = rows(connection, query, values * times)
    return row


def _within_articles(of_claims: str, where: str) -> str:
    return "1" if where == "1" else f"a.id IN (SELECT c.article_id {of_claims})"
