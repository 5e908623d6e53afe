"""Which claims, and in which order: `ClaimFilter`.

Several values of one field mean any of them; several fields mean all of them. `conditions.py` makes SQL of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any, NamedTuple

from claimtrack.errors import UsageError
from claimtrack.models import COUNTS, KINDS, QUOTES, SECTORS, STANCES
from claimtrack.store.dates import settled

_CLAIMS = "claims AS c"
_BY_ARTICLE = "articles AS a CROSS JOIN claims AS c ON c.article_id = a.id"  # along an index of articles
_BY_SOURCE = "claims AS c LEFT JOIN sources AS s ON s.id = c.source_id"


class Sort(NamedTuple):
    """An order: where claims come from for it, and what it sorts by."""

    tables: str
    first: str
    then: str = "c.article_id, c.ordinal"


SORTS = {
    "article": Sort(_CLAIMS, "c.article_id", "c.ordinal"),
    "published": Sort(_BY_ARTICLE, "a.published", "a.id, c.ordinal"),
    "outlet": Sort(_BY_ARTICLE, "a.outlet_key", "a.id, c.ordinal"),
    # the mention is read by the claim's number, and only where there is no name
    "source": Sort(
        _BY_SOURCE, "coalesce(s.name, (SELECT mention FROM claims AS k WHERE k.number = c.number))"
    ),
    "kind": Sort(_BY_SOURCE, "coalesce(s.kind, '')"),
    "stance": Sort(_CLAIMS, "c.stance"),
    "cue": Sort(_CLAIMS, "c.lemma_key"),
}
_CLOSED = {"kind": KINDS, "stance": STANCES, "quote": QUOTES, "anon_sector": SECTORS, "anon_count": COUNTS}


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimFilter:
    """What a list of claims is narrowed to; the empty filter is every claim.

    A `source` matches as origin or as relay, a `via` as relay, by any of its names; `cue` is a lemma or
    a form; `about` are words that all stand in the content. Words match whole, whatever their spelling
    of alef, ya, ta marbuta and marks, and with or without their article. The `anon_` fields are what is
    told of unnamed sources. With `distinct`, what copies of one report say counts
    once. Of `anonymous`, `negated` and `nested`, None means both; `since` and `until`
    are dates, or a time ago such as 30d.
    """

    source: tuple[str, ...] = ()
    via: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    stance: tuple[str, ...] = ()
    quote: tuple[str, ...] = ()
    cue: tuple[str, ...] = ()
    outlet: tuple[str, ...] = ()
    article: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    anonymous: bool | None = None
    anon_sector: tuple[str, ...] = ()
    anon_count: tuple[str, ...] = ()
    anon_of: tuple[str, ...] = ()
    anon_reason: tuple[str, ...] = ()
    distinct: bool | None = None
    negated: bool | None = None
    nested: bool | None = None
    since: str = ""
    until: str = ""
    sort: str = "article"
    limit: int | None = None

    def __post_init__(self) -> None:
        for field in fields(self):
            value = getattr(self, field.name)
            if field.type == "tuple[str, ...]" and isinstance(value, str):
                object.__setattr__(self, field.name, (value,))
        for name, allowed in _CLOSED.items():
            _require(name, getattr(self, name), allowed)
        _require("sort", (self.sort.removeprefix("-"),), tuple(SORTS))
        for name in ("since", "until"):
            object.__setattr__(self, name, settled(name, getattr(self, name)))
        if self.limit is not None and self.limit < 0:
            raise UsageError(f"limit cannot be {self.limit}; give 0 or more")

    @property
    def narrows(self) -> bool:
        """Whether it leaves anything out."""
        return replace(self, sort="article") != ClaimFilter()

    def without_limit(self) -> ClaimFilter:
        """The same for any number of claims."""
        return replace(self, limit=None)


def ordered(sort: str) -> tuple[str, str]:
    """FROM and ORDER BY of a sort; a dash before its name turns its first column round."""
    tables, first, then = SORTS[sort.removeprefix("-")]
    direction = " DESC" if sort.startswith("-") else ""
    return tables, f"{first}{direction}, {then}"


def _require(name: str, values: Iterable[Any], allowed: Sequence[str]) -> None:
    for value in values:
        if value not in allowed:
            raise UsageError(f"no {name} {value!r}; it is one of: {', '.join(allowed)}")
