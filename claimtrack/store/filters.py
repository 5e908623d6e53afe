"""Which claims: `ClaimFilter`, and how it becomes SQL with parameters only.

Several values of one field mean any of them; several fields mean all of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any, NamedTuple

from claimtrack.errors import UsageError
from claimtrack.models import COUNTS, KINDS, QUOTES, SECTORS, STANCES
from claimtrack.store.dates import settled
from claimtrack.store.matching import cue_variants, match_key, plain_key, word_variants

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

# the sources one of whose names holds these words
_NAMED = "SELECT source_id FROM names WHERE instr(name_key, ?)"
# The plus keeps SQLite from gathering and sorting half of all claims where the first of them are wanted:
# it passes over them in their order, within an index, and asks of each whether it is among those found.
_ORIGIN = f"+c.source_id IN ({_NAMED})"
_RELAY = f"+c.number IN (SELECT claim_number FROM chain WHERE source_id IN ({_NAMED}))"
# of the two indexes that know who is unresolved, the one with the words
_UNRESOLVED = (
    "+c.number IN (SELECT number FROM claims INDEXED BY claims_unresolved "
    "WHERE source_id IS NULL AND instr(mention_key, ?))"
)
_CUE = "+c.number IN ({})"
_KIND = "+c.source_id IN (SELECT id FROM sources WHERE {})"
# the words of the condition are those of the index claims_anonymous
_UNNAMED = "+c.number IN (SELECT number FROM claims WHERE anon_sector IS NOT NULL AND {})"
_ARTICLE = "c.article_id IN (SELECT a.id FROM articles AS a WHERE {})"
# What waits for the search index is read, by the claim's number, so that SQLite passes over the others within
# an index of claims.
_CONTENT = """
(+c.number IN (SELECT rowid FROM claims_fts WHERE claims_fts MATCH ?)
 OR +c.number IN (SELECT number FROM claims_to_index)
    AND (SELECT {in_all} FROM claims AS k WHERE k.number = c.number))"""


@dataclass(frozen=True, slots=True)
class Condition:
    """A piece of a WHERE clause and the values of its question marks."""

    sql: str
    values: tuple[str | int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimFilter:
    """What a list of claims is narrowed to; the empty filter is every claim.

    A `source` matches as origin or as relay, a `via` as relay, by any of its names; `cue` is a lemma or
    a form; `about` are words that all stand in the content. Words match whole, whatever their spelling
    of alef, ya, ta marbuta and marks, and with or without their article. The `anon_` fields are what is
    told of unnamed sources. Of `anonymous`, `negated` and `nested`, None means both; `since` and `until`
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


def conditions(wanted: ClaimFilter) -> Iterator[Condition]:
    """One condition a field that narrows; all of them must hold."""
    yield from _any(_by_source(words) for words in wanted.source)
    yield from _any(_by_words(_RELAY, words) for words in wanted.via)
    yield from _within(_KIND, _one_of("kind", wanted.kind))
    yield from _within(_KIND, _whether("kind = 'anonymous'", "kind <> 'anonymous'", wanted.anonymous))
    yield from _within(_UNNAMED, _told(wanted))
    yield from _one_of("c.stance", wanted.stance)
    yield from _one_of("c.quote", wanted.quote)
    yield from _whether("c.negated", "NOT c.negated", wanted.negated)
    yield from _whether("c.parent_id IS NOT NULL", "c.parent_id IS NULL", wanted.nested)
    yield from _any(_by_cue(cue) for cue in wanted.cue)
    yield from _within(_ARTICLE, _any(_by_words("instr(a.outlet_key, ?)", words) for words in wanted.outlet))
    yield from _within(_ARTICLE, _any(article_condition(reference) for reference in wanted.article))
    yield from _within(_ARTICLE, _dated(wanted.since, wanted.until))
    yield from _any(_by_content(words) for words in wanted.about)


def article_condition(reference: str) -> Condition:
    """An article by its id, a path it was found at (or the end of one), or words of its title."""
    if reference.isascii() and reference.isdigit():
        return Condition("a.id = ?", (int(reference),))
    path = reference.removeprefix("./")
    at_path = "a.id IN (SELECT article_id FROM locations WHERE path IN (?, ?) OR path LIKE ? ESCAPE '\\')"
    ending = "%/" + re.sub(r"([\\%_])", r"\\\1", path)
    key = match_key(reference)
    titled = "instr(a.title_key, ?)" if key else "?"
    return Condition(f"({at_path} OR {titled})", (reference, path, ending, key or 0))


def ordered(sort: str) -> tuple[str, str]:
    """FROM and ORDER BY of a sort; a dash before its name turns its first column round."""
    tables, first, then = SORTS[sort.removeprefix("-")]
    direction = " DESC" if sort.startswith("-") else ""
    return tables, f"{first}{direction}, {then}"


def _told(wanted: ClaimFilter) -> Iterator[Condition]:
    """What is told of unnamed sources."""
    yield from _one_of("anon_sector", wanted.anon_sector)
    yield from _one_of("anon_count", wanted.anon_count)
    yield from _any(_by_words("instr(anon_of_key, ?)", words) for words in wanted.anon_of)
    yield from _any(_by_words("instr(anon_reason_key, ?)", words) for words in wanted.anon_reason)


def _by_source(words: str) -> Condition:
    key = _key(words)
    return Condition(f"({_ORIGIN} OR {_RELAY} OR {_UNRESOLVED})", (key, key, key))


def _by_words(sql: str, words: str) -> Condition:
    return Condition(sql, (_key(words),))


def _by_cue(cue: str) -> Condition:
    key = plain_key(cue)
    forms = cue_variants(cue)
    if not forms:
        return Condition("0")
    parts = ["lemma_key = ?", f"cue_key IN ({', '.join('?' * len(forms))})"]
    parts += ["cue_key BETWEEN ? AND ?" for _ in forms]  # the first words of the cue
    bounds = [bound for form in forms for bound in (f"{form} ", f"{form} \U0010ffff")]
    found = " UNION ALL ".join(f"SELECT number FROM claims WHERE {part}" for part in parts)
    return Condition(_CUE.format(found), (key, *forms, *bounds))


def _by_content(words: str) -> Condition:
    """Each word somewhere in the content, bare or with و ف ب ل ك written onto it."""
    variants = [word_variants(word) for word in plain_key(words).split()]
    if not all(variants) or not variants:
        return Condition("0")
    in_all = " AND ".join(f"({' OR '.join(['instr(k.content_key, ?)'] * len(forms))})" for forms in variants)
    values = [form for forms in variants for form in forms]
    query = " AND ".join(
        f"({' OR '.join(chr(34) + form.strip() + chr(34) for form in forms)})" for forms in variants
    )
    return Condition(_CONTENT.format(in_all=in_all), (query, *values))


def _dated(since: str, until: str) -> Iterator[Condition]:
    if since:
        yield Condition("a.published >= ?", (since,))
    if until:  # '2017-03' takes in the whole month: any digit or dash sorts before '~'
        yield Condition("a.published BETWEEN '0' AND ?", (until + "~",))


def _within(sql: str, parts: Iterable[Condition]) -> Iterator[Condition]:
    """Conditions on another table as one on claims."""
    for part in parts:
        yield Condition(sql.format(part.sql), part.values)


def _one_of(column: str, values: Sequence[str]) -> Iterator[Condition]:
    if values:
        yield Condition(f"{column} IN ({', '.join('?' * len(values))})", tuple(values))


def _whether(true: str, false: str, value: bool | None) -> Iterator[Condition]:
    if value is not None:
        yield Condition(true if value else false)


def _any(alternatives: Iterable[Condition]) -> Iterator[Condition]:
    found = list(alternatives)
    if found:
        values = tuple(value for condition in found for value in condition.values)
        yield Condition("(" + " OR ".join(condition.sql for condition in found) + ")", values)


def _key(words: str) -> str:
    key = match_key(words)
    if not key:
        raise UsageError(f"no word to look for in {words!r}")
    return key


def _require(name: str, values: Iterable[Any], allowed: Sequence[str]) -> None:
    for value in values:
        if value not in allowed:
            raise UsageError(f"no {name} {value!r}; it is one of: {', '.join(allowed)}")
