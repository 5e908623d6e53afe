"""Which sources may be one: pairs of names that look alike for a reason that can be said.

Every reason has an index under which only names come together that could share it, so that twenty
thousand names are compared in seconds. Nothing is joined here, and unnamed sources are never proposed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from operator import itemgetter
from typing import TypeVar

from rapidfuzz import fuzz

from claimtrack.linking.observed import is_contextual, observed
from claimtrack.linking.sounds import sounds
from claimtrack.linking.tables import gazetteer, plain
from claimtrack.linking.tables import load as tables

_CROWD = 40  # names that share so little that sharing it means nothing
_FEW = 4  # persons that a short form can still mean
_ALIKE = 88.0  # per cent of letters in common, for a misspelling
_SOUNDS_ALIKE = 70.0


@dataclass(frozen=True, slots=True)
class Named:
    """One name of a source: its identity, the source's number, and what articles also call it there."""

    source: int
    identity: str
    also: frozenset[tuple[str, ...]] = frozenset()  # folded words without articles


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Two sources that may be one, how likely, and why."""

    one: int
    other: int
    score: float
    reason: str


class _Name:
    """A name prepared for comparing."""

    __slots__ = ("also", "bare", "core", "countries", "kind", "source", "text", "words")

    def __init__(self, named: Named) -> None:
        known = gazetteer()
        self.source = named.source
        self.also = named.also
        self.kind, _, words = observed(named.identity)
        self.words = plain(words)
        self.text = " ".join(self.words)
        self.countries = frozenset(known.nationalities[word] for word in words if word in known.nationalities)
        bare = tuple(word for word in words if word not in known.nationalities)
        self.bare = plain(bare)  # without its country
        heads = (known.outlet_heads, tables().decoration)
        self.core = plain(tuple(word for word in bare if not any(word in table for table in heads)))


_Item = TypeVar("_Item")
Reason = Callable[[Sequence[_Name]], Iterator[tuple[_Name, _Name, float, str]]]


def suggestions(names: Iterable[Named], *, apart: Callable[[int, int], bool]) -> list[Suggestion]:
    """The pairs, the likeliest first; those that `apart` knows to be different are left out."""
    known = [_Name(named) for named in names if _can_be_compared(named)]
    best: dict[tuple[int, int], Suggestion] = {}
    for reason in _REASONS:
        for one, other, score, why in reason(known):
            pair = (min(one.source, other.source), max(one.source, other.source))
            if pair[0] != pair[1] and (pair not in best or score > best[pair].score):
                best[pair] = Suggestion(*pair, round(score, 2), why)
    left = [found for found in best.values() if not apart(found.one, found.other)]
    return sorted(left, key=lambda found: (-found.score, found.one, found.other))


def _can_be_compared(named: Named) -> bool:
    kind, article, words = observed(named.identity)
    if kind not in ("person", "institution", "outlet") or article:
        return False
    return bool(words) and not is_contextual(kind, words)


def _called_so(names: Sequence[_Name]) -> Iterator[tuple[_Name, _Name, float, str]]:
    """An article calls one by the name of the other; the more are called so, the less it says."""
    by_words = _grouped(names, lambda name: name.words)
    called = _grouped(((also, name) for name in names for also in name.also), itemgetter(0))
    for words, group in called.items():
        bearers = [name for _, name in group]
        sources = {name.source for name in bearers}
        for other in by_words.get(words, ()) if len(sources) <= _FEW else ():
            for name in bearers:
                yield name, other, 0.95 / len(sources), "an article calls one by the other's name"


def _other_kind(names: Sequence[_Name]) -> Iterator[tuple[_Name, _Name, float, str]]:
    """The same name, taken for different kinds of source."""
    for group in _grouped(names, lambda name: name.core or name.words).values():
        for one, other in _pairs(group):
            if one.kind != other.kind:
                yield one, other, 0.9, f"the same name, once as {one.kind}, once as {other.kind}"


def _without_country(names: Sequence[_Name]) -> Iterator[tuple[_Name, _Name, float, str]]:
    """The same name with its country and without, where no second country bears it."""
    things = [name for name in names if name.kind != "person" and name.bare]
    for group in _grouped(things, lambda name: (name.kind, name.bare)).values():
        if len({name.countries for name in group if name.countries}) == 1:
            for one, other in _pairs(group):
                if one.countries != other.countries:
                    yield one, other, 0.75, "the same name, once with its country"


def _other_head(names: Sequence[_Name]) -> Iterator[tuple[_Name, _Name, float, str]]:
    """Outlets that differ in their head noun only (صحيفة المرفأ, قناة المرفأ)."""
    outlets = [name for name in names if name.kind == "outlet" and name.core]
    for group in _grouped(outlets, lambda name: (name.core, name.countries)).values():
        for one, other in _pairs(group):
            if one.words != other.words:
                yield one, other, 0.7, "the same name under another head noun"


def _short_form(names: Sequence[_Name]) -> Iterator[tuple[_Name, _Name, float, str]]:
    """A person who is only called by the last name of another."""
    people = [name for name in names if name.kind == "person"]
    by_end = _grouped([name for name in people if len(name.words) > 1], lambda name: name.words[-1])
    for name in people:
        if len(name.words) == 1:
            bearers = by_end.get(name.words[0], [])
            for bearer in bearers if len({each.source for each in bearers}) <= _FEW else ():
                several = len({each.source for each in bearers})
                why = "a last name" + (f" that {several} persons bear" if several > 1 else "")
                yield name, bearer, 0.85 / several, why


def _first_and_last(names: Sequence[_Name]) -> Iterator[tuple[_Name, _Name, float, str]]:
    """Persons who share first and last name, one of them with names between."""
    people = [name for name in names if name.kind == "person" and len(name.words) > 1]
    for group in _grouped(people, lambda name: (name.words[0], name.words[-1])).values():
        for one, other in _pairs(group):
            short, long = sorted((one.words, other.words), key=len)
            if len(short) < len(long) and _in_order(short, long):
                yield one, other, 0.85, "first and last name are the same"


def _longer_name(names: Sequence[_Name]) -> Iterator[tuple[_Name, _Name, float, str]]:
    """Persons one of whom has all names of the other and more behind them."""
    people = [name for name in names if name.kind == "person"]
    whole = _grouped([name for name in people if len(name.words) > 1], lambda name: name.words)
    for name in people:
        for count in range(2, len(name.words)):
            for other in whole.get(name.words[:count], ())[:_FEW]:
                yield name, other, 0.6, "one name goes on where the other ends"


def _same_sound(names: Sequence[_Name]) -> Iterator[tuple[_Name, _Name, float, str]]:
    """Names that foreign letters can make of one (جوتيريس, غوتيريش)."""
    for group in _grouped(names, lambda name: (name.kind, sounds(name.words))).values():
        for one, other in _pairs(group):
            alike = fuzz.ratio(one.text, other.text)
            if one.text != other.text and alike >= _SOUNDS_ALIKE and not _two_persons(one, other):
                yield one, other, 0.8 * alike / 100, "the names sound alike"


def _misspelt(names: Sequence[_Name]) -> Iterator[tuple[_Name, _Name, float, str]]:
    """Names that share a word and nearly all other letters."""
    by_word: dict[Hashable, list[_Name]] = defaultdict(list)
    for name in names:
        for word in {*name.words, *zip(name.words, name.words[1:], strict=False)}:
            by_word[name.kind, word].append(name)
    for group in by_word.values():
        for one, other in _pairs(group):
            if one.core != other.core and one.countries == other.countries and not _two_persons(one, other):
                alike = fuzz.ratio(one.text, other.text, score_cutoff=_ALIKE)
                if alike and one.text != other.text:
                    yield one, other, 0.75 * alike / 100, "the names are spelt almost alike"


def _two_persons(one: _Name, other: _Name) -> bool:
    """Whether first names that are spelt alike are known as two (سالم, سليم)."""
    given = gazetteer().given_names
    return one.words[0] != other.words[0] and one.words[0] in given and other.words[0] in given


def _grouped(items: Iterable[_Item], key: Callable[[_Item], Hashable]) -> dict[Hashable, list[_Item]]:
    groups: dict[Hashable, list[_Item]] = defaultdict(list)
    for item in items:
        groups[key(item)].append(item)
    return groups


def _pairs(group: Sequence[_Name]) -> Iterator[tuple[_Name, _Name]]:
    """The pairs of different sources in a group, unless it is a crowd."""
    if len(group) <= _CROWD:
        for one, other in combinations(group, 2):
            if one.source != other.source:
                yield one, other


def _in_order(short: Sequence[str], long: Sequence[str]) -> bool:
    left = iter(long)
    return all(word in left for word in short)


_REASONS: tuple[Reason, ...] = (
    _called_so,
    _other_kind,
    _short_form,
    _first_and_last,
    _without_country,
    _other_head,
    _same_sound,
    _misspelt,
    _longer_name,
)
