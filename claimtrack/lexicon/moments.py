"""Expressions of time in a run of folded keys, and the days, months and years they stand for.

`أمس الثلاثاء`, `الخامس من مارس الماضي`, `كانون الأول/ديسمبر 2016`, `قبل يومين`. What is told without a year
is settled by the day it is told on; whose time it is, is for the caller to see.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from claimtrack.lexicon import reckoning
from claimtrack.lexicon.calendar import any_of
from claimtrack.lexicon.reckoning import NAMES, Found, Told, day_of
from claimtrack.text.tokens import tokenize

# what may stand between two expressions of one time, and how many of them
_BETWEEN = frozenset(("،", "(", "-", "/", "في", "من", "الموافق", "اي"))
_MOST_BETWEEN = 2


class Moment(NamedTuple):
    """An expression of time: its tokens, its value (empty when unsettled), and how well it tells the day.

    `glued`: its first token begins with a conjunction. `coming`: it is later than the article.
    """

    start: int
    end: int
    value: str
    rank: int
    glued: bool
    coming: bool


def find_moments(keys: Sequence[str], begin: int, limit: int, told: Told) -> list[Moment]:
    """The expressions of time in keys[begin:limit], those that tell one time together as one."""
    here = keys[begin:limit]
    if SIGNS.isdisjoint(here):
        return []
    line = " ".join(here)
    merged: list[Moment] = []
    for found in _longest(_all(line, told)):
        start = begin + line.count(" ", 0, found.start)
        end = start + 1 + line.count(" ", found.start, found.end)
        moment = found._replace(start=start, end=end)
        if merged and not moment.glued and _one_time(keys, merged[-1].end, start):
            moment = _together(merged.pop(), moment, keys)
        merged.append(moment)
    return merged


def counted_anew(words: str, value: str, *, was: str, published: str) -> str:
    """The value of an expression whose article came out on another day than was thought."""
    keys = tokenize(words).keys
    ahead = bool(was) and "W" not in value and value > was[: len(value)]
    found = find_moments(keys, 0, len(keys), Told(day_of(published), ahead))
    return found[0].value if found else value


def _all(line: str, told: Told) -> Iterator[Moment]:
    """What every pattern finds, in letters of the line."""
    for rank, (pattern, meaning) in enumerate(PATTERNS):
        for found in pattern.finditer(line):
            value = meaning(found, told)
            if value is not None:
                start, end = found.span("it")
                glued = start > 0 and line[start - 1] != " "
                yield Moment(start, end, value, rank, glued, _coming(found, value, told.day))


def _coming(found: Found, value: str, today: date | None) -> bool:
    words = found.groupdict()
    steps = (NAMES.which.get(words.get("which") or "", 0), NAMES.days.get(words.get("near") or "", 0))
    later = today is not None and "W" not in value and value > today.isoformat()[: len(value)]
    return later or max(steps) > 0


def _longest(moments: Iterator[Moment]) -> Iterator[Moment]:
    """Of those that overlap the first, and of those that begin together the longest."""
    end = 0
    for moment in sorted(moments, key=lambda moment: (moment.start, -moment.end)):
        if moment.start >= end:
            yield moment
            end = moment.end


def _one_time(keys: Sequence[str], end: int, start: int) -> bool:
    return start - end <= _MOST_BETWEEN and all(key in _BETWEEN for key in keys[end:start])


def _together(first: Moment, second: Moment, keys: Sequence[str]) -> Moment:
    """أمس الثلاثاء (14 مارس): the value of whichever tells the day best."""
    best = min(first, second, key=lambda moment: (not moment.value, moment.rank))
    closed = "(" in keys[first.end : second.start] and keys[second.end : second.end + 1] == [")"]
    return best._replace(start=first.start, end=second.end + closed, glued=first.glued)


def _compiled(pattern: str) -> re.Pattern[str]:
    """Whole keys only, a conjunction before the first left out."""
    return re.compile(rf"(?<!\S)[وف]?(?:{pattern})(?!\S)")


_WHICH = any_of(NAMES.which)
_YEAR = r"(?P<year>(?:1[3-9]|20)\d\d)[مه]?(?: [مه])?"
_DATE = rf"(?P<date>(?:(?:ال)?(?P<day>\d{{1,2}})|(?P<ordinal>{any_of(NAMES.ordinals)}))(?: [-/])? (?:من )?(?:شهر )?)"
_MONTH = any_of(NAMES.gregorian | NAMES.hijri)
_MONTH = (
    rf"(?P<month>{_MONTH})(?: (?:[-/(] )?(?:{_MONTH})(?: \))?)?"
    rf"(?:(?: (?:من|،|-|/))?(?: (?:ال)?(?:عام|سنه))? {_YEAR}"
    rf"| (?:من )?(?:العام|السنه) (?P<year_which>{_WHICH})| (?P<which>{_WHICH}))?"
)
_OF_DAY = rf"(?:(?:{any_of(NAMES.leads['day'])})(?: من)? ){{0,4}}"
_STRETCH = rf"(?P<stretch>(?:{any_of(NAMES.leads['stretch'])}) ){{0,3}}"
_LEAD = rf"(?P<lead>(?:{any_of(NAMES.leads['time'])}) )?"
_TODAY = "".join(rf"(?<!{key} )" for key in NAMES.today["behind"]) + (
    rf"اليوم(?! (?:{any_of(NAMES.today['before'])})(?!\S))"
)
_NEAR = any_of(NAMES.days.keys() - {"اليوم"})

# those that tell the day best first
PATTERNS: tuple[tuple[re.Pattern[str], Callable[[Found, Told], str | None]], ...] = (
    (
        _compiled(
            rf"{_OF_DAY}(?P<it>(?P<day>\d{{1,2}}) (?P<sign>[-/.]) (?P<month>\d{{1,2}}) (?P=sign) {_YEAR}"
            r"|(?P<year_>\d{4}) - (?P<month_>\d{2}) - (?P<day_>\d{2}))"
        ),
        reckoning.in_numbers,
    ),
    (_compiled(rf"(?P<it>{_OF_DAY}{_DATE}{_MONTH})"), reckoning.day),
    (
        _compiled(
            rf"(?P<it>{_OF_DAY}(?P<weekday>{any_of(NAMES.weekdays)})(?: (?P<which>{_WHICH}))?"
            rf"(?P<week> (?:من |في )?الاسبوع (?:{_WHICH}))?)"
        ),
        reckoning.weekday,
    ),
    (_compiled(rf"(?P<it>{_OF_DAY}(?P<near>{_NEAR}|{_TODAY}))"), reckoning.near_day),
    (
        _compiled(
            r"(?P<it>(?:قبل|منذ) (?:نحو |حوالي )?"
            rf"(?:(?P<number>\d{{1,2}}|{any_of(NAMES.numbers)}) )?(?P<unit>{any_of(NAMES.units)})(?! (?:من|علي) ))"
        ),
        reckoning.ago,
    ),
    (_compiled(rf"{_LEAD}(?P<it>{_STRETCH}{_MONTH})"), reckoning.month),
    (
        _compiled(
            rf"(?P<it>{_STRETCH}(?:{_DATE})?(?P<this>(?:هذا|هذه) )?(?P<period>{any_of(NAMES.periods)})"
            rf"(?: (?P<which>{_WHICH})(?: {_YEAR})?)?)"
        ),
        reckoning.period,
    ),
    (_compiled(rf"{_LEAD}(?P<it>{_STRETCH}(?P<unit>(?:ال)?(?:عام|سنه) )?{_YEAR})"), reckoning.year),
)
# without one of these words there is nothing to find
_FIRST = {
    name.split()[0]
    for name in (*NAMES.gregorian, *NAMES.hijri, *NAMES.weekdays, *NAMES.periods, *NAMES.units)
}
_FIRST |= {name for name in NAMES.days if " " not in name}
_FIRST |= {f"{year}{sign}" for year in range(1300, 2100) for sign in ("", "م", "ه")}
SIGNS = frozenset(glued + name for name in _FIRST for glued in ("", "و", "ف"))
