"""What a `ClaimFilter` asks, as conditions on claims: pieces of SQL with parameters only.

Each says what it looks at, too, so that it can be asked of columns as well as of tables (`choosing.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from claimtrack.errors import UsageError
from claimtrack.models import KINDS
from claimtrack.store.filters import ClaimFilter
from claimtrack.store.matching import cue_variants, match_key, plain_key, word_variants

# the sources one of whose names holds these words
_NAMED = "SELECT source_id FROM names WHERE instr(name_key, ?)"
_RELAYED = f"SELECT claim_number FROM chain WHERE source_id IN ({_NAMED})"
# of the two indexes that know who is unresolved, the one with the words
_UNRESOLVED = (
    "SELECT number FROM claims INDEXED BY claims_unresolved WHERE source_id IS NULL AND instr(mention_key, ?)"
)
_OF_KIND = "+c.source_id IN (SELECT id FROM sources WHERE kind IN ({}))"
# the words of the condition are those of the index claims_anonymous
_UNNAMED = "SELECT number FROM claims WHERE anon_sector IS NOT NULL AND {}"
_REPEATED = "SELECT number FROM repeated_claims"
_ARTICLES = "SELECT a.id FROM articles AS a WHERE {}"
_CONTENT = "SELECT rowid FROM claims_fts WHERE claims_fts MATCH ?"
# what waits for the search index is read
_WAITING_CONTENT = (
    "SELECT k.number FROM claims_to_index AS w CROSS JOIN claims AS k ON k.number = w.number WHERE {}"
)


@dataclass(frozen=True, slots=True)
class Condition:
    """A piece of a WHERE clause and the values of its question marks."""

    sql: str
    values: tuple[str | int, ...] = ()


@dataclass(frozen=True, slots=True)
class Holds(Condition):
    """Claims in whose column stands one of these."""

    column: str = ""
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Among(Condition):
    """Claims whose number, source or article is among those a query gives."""

    column: str = ""
    query: str = ""


@dataclass(frozen=True, slots=True)
class NotAmong(Condition):
    """Claims whose number is not among those a query gives."""

    query: str = ""


@dataclass(frozen=True, slots=True)
class AnyOf(Condition):
    """Claims for which one of these holds."""

    parts: tuple[Condition, ...] = ()


def conditions(wanted: ClaimFilter) -> Iterator[Condition]:
    """One condition a field that narrows; all of them must hold."""
    yield from _any(_by_source(words) for words in wanted.source)
    yield from _any(_among("number", _RELAYED, _key(words)) for words in wanted.via)
    yield from _of_kind(wanted.kind)
    if wanted.anonymous is not None:
        yield from _of_kind([kind for kind in KINDS if (kind == "anonymous") == wanted.anonymous])
    for told in _told(wanted):
        yield _among("number", _UNNAMED.format(told.sql), *told.values)
    for column, words in (("stance", wanted.stance), ("quote", wanted.quote)):
        for said in _one_of(f"c.{column}", words):
            yield Holds(said.sql, said.values, column, words)
    if wanted.negated is not None:
        yield Holds("c.negated" if wanted.negated else "NOT c.negated", (), "negated", _truth(wanted.negated))
    if wanted.nested is not None:
        is_null = "IS NOT NULL" if wanted.nested else "IS NULL"
        yield Holds(f"c.parent_id {is_null}", (), "nested", _truth(wanted.nested))
    if wanted.distinct:
        yield NotAmong(f"+c.number NOT IN ({_REPEATED})", (), _REPEATED)
    yield from _any(_by_cue(cue) for cue in wanted.cue)
    if of_articles := list(_of_articles(wanted)):
        both = " AND ".join(part.sql for part in of_articles)
        yield _among("article_id", _ARTICLES.format(both), *_values(of_articles))
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


def _by_source(words: str) -> Condition:
    key = _key(words)
    places = (("source_id", _NAMED), ("number", _RELAYED), ("number", _UNRESOLVED))
    (found,) = _any(_among(column, query, key) for column, query in places)
    return found


def _of_kind(kinds: Sequence[str]) -> Iterator[Condition]:
    if kinds:
        yield Holds(_OF_KIND.format(_marks(kinds)), tuple(kinds), "kind", tuple(kinds))


def _told(wanted: ClaimFilter) -> Iterator[Condition]:
    """What is told of unnamed sources."""
    yield from _one_of("anon_sector", wanted.anon_sector)
    yield from _one_of("anon_count", wanted.anon_count)
    yield from _any(_by_words("instr(anon_of_key, ?)", words) for words in wanted.anon_of)
    yield from _any(_by_words("instr(anon_reason_key, ?)", words) for words in wanted.anon_reason)


def _of_articles(wanted: ClaimFilter) -> Iterator[Condition]:
    """What is asked of the article, as `a`."""
    yield from _any(_by_words("instr(a.outlet_key, ?)", words) for words in wanted.outlet)
    yield from _any(article_condition(reference) for reference in wanted.article)
    if wanted.since:
        yield Condition("a.published >= ?", (wanted.since,))
    if wanted.until:  # '2017-03' takes in the whole month: any digit or dash sorts before '~'
        yield Condition("a.published BETWEEN '0' AND ?", (wanted.until + "~",))


def _by_cue(cue: str) -> Condition:
    key = plain_key(cue)
    forms = cue_variants(cue)
    if not forms:
        return AnyOf("0")
    parts = ["lemma_key = ?", f"cue_key IN ({_marks(forms)})"]
    parts += ["cue_key BETWEEN ? AND ?" for _ in forms]  # the first words of the cue
    bounds = [bound for form in forms for bound in (f"{form} ", f"{form} \U0010ffff")]
    found = " UNION ALL ".join(f"SELECT number FROM claims WHERE {part}" for part in parts)
    return _among("number", found, key, *forms, *bounds)


def _by_content(words: str) -> Condition:
    """Each word somewhere in the content, bare or with و ف ب ل ك written onto it."""
    variants = [word_variants(word) for word in plain_key(words).split()]
    if not all(variants) or not variants:
        return AnyOf("0")
    in_all = " AND ".join(f"({' OR '.join(['instr(k.content_key, ?)'] * len(forms))})" for forms in variants)
    values = [form for forms in variants for form in forms]
    query = " AND ".join(
        f"({' OR '.join(chr(34) + form.strip() + chr(34) for form in forms)})" for forms in variants
    )
    indexed, waiting = (
        _among("number", _CONTENT, query),
        _among("number", _WAITING_CONTENT.format(in_all), *values),
    )
    (found,) = _any((indexed, waiting))
    return found


def _among(column: str, query: str, *values: str | int) -> Among:
    """The plus keeps SQLite from gathering and sorting half of all claims where the first of them are wanted:
    it passes over them in their order, within an index, and asks of each whether it is among those found."""
    plus = "" if column == "article_id" else "+"
    return Among(f"{plus}c.{column} IN ({query})", values, column, query)


def _by_words(sql: str, words: str) -> Condition:
    return Condition(sql, (_key(words),))


def _one_of(column: str, values: Sequence[str]) -> Iterator[Condition]:
    if values:
        yield Condition(f"{column} IN ({_marks(values)})", tuple(values))


def _any(alternatives: Iterable[Condition]) -> Iterator[AnyOf]:
    found = tuple(alternatives)
    if found:
        yield AnyOf("(" + " OR ".join(part.sql for part in found) + ")", _values(found), found)


def _truth(value: bool) -> tuple[str]:
    return ("true" if value else "false",)


def _values(parts: Iterable[Condition]) -> tuple[str | int, ...]:
    return tuple(value for part in parts for value in part.values)


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))


def _key(words: str) -> str:
    key = match_key(words)
    if not key:
        raise UsageError(f"no word to look for in {words!r}")
    return key
