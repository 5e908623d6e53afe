"""Dates into days, months or years, whichever gives a drawing that can be read.

Empty periods between are kept, but for years when one stray date lies centuries off.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

_MOST_DAYS = 45
_MOST_MONTHS = 60
_MOST_YEARS = 80
_LENGTHS = {"day": 10, "month": 7, "year": 4}  # of an ISO date


@dataclass(frozen=True, slots=True)
class Period:
    """A day, month or year: its name, and the claims in it, from anonymous sources and from others."""

    name: str
    anonymous: int
    others: int

    @property
    def claims(self) -> int:
        """All claims of the period."""
        return self.anonymous + self.others


def periods(dates: Mapping[tuple[str, bool], int]) -> tuple[str, list[Period]]:
    """The unit (day, month or year), and every period from the first date to the last."""
    days = sorted({day for parsed, _ in dates if (day := _day(parsed))})
    if not days:
        return "day", []
    unit = _unit(days[0], days[-1])
    counts: Counter[tuple[str, bool]] = Counter()
    for (written, anonymous), claims in dates.items():
        if _day(written):
            counts[written[: _LENGTHS[unit]], anonymous] += claims
    near = days[-1].year - days[0].year < _MOST_YEARS
    known = _every_day(days[0], days[-1]) if near else days
    names = dict.fromkeys(day.isoformat()[: _LENGTHS[unit]] for day in known)
    return unit, [Period(name, counts[name, True], counts[name, False]) for name in names]


def undated(dates: Mapping[tuple[str, bool], int]) -> int:
    """How many claims have no date that can be placed."""
    return sum(claims for (written, _), claims in dates.items() if not _day(written))


def _unit(first: date, last: date) -> str:
    if (last - first).days < _MOST_DAYS:
        return "day"
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    return "month" if months <= _MOST_MONTHS else "year"


def _every_day(first: date, last: date) -> Iterator[date]:
    for days in range((last - first).days + 1):
        yield first + timedelta(days=days)


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written) if len(written) == _LENGTHS["day"] else None
    except ValueError:
        return None
