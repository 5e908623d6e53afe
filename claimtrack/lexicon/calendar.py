"""The words of `ar/calendar.toml`, folded, and days of either calendar as ISO dates.

Gregorian months by their Egyptian, Levantine, Maghrebi and English names, Hijri months by the Umm al-Qura
calendar. It finds nothing in a text.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from claimtrack.errors import LexiconError
from claimtrack.text.folding import fold

HIJRI_YEARS = range(1343, 1501)  # what the Umm al-Qura tables cover
GREGORIAN_YEARS = range(1800, 2101)

Numbered = dict[str, int]  # folded names


@dataclass(frozen=True, slots=True)
class Calendar:
    """What the file holds, by folded names: months and days by number, others by their distance from today."""

    gregorian: Numbered
    hijri: Numbered
    weekdays: Numbered  # Monday is 0, as for `datetime`
    ordinals: Numbered
    numbers: Numbered
    days: Numbered
    which: Numbered
    units: Mapping[str, tuple[str, int]]  # the unit and how many; 0 where a number stands before
    periods: Mapping[str, str]
    leads: Mapping[str, tuple[str, ...]]
    today: Mapping[str, tuple[str, ...]]


@cache
def load() -> Calendar:
    """The file of this installation, read once."""
    raw = _read()
    try:
        return Calendar(
            gregorian=_rows(raw["gregorian"]),
            hijri=_rows(raw["hijri"]),
            weekdays={name: number - 1 for name, number in _rows(raw["weekdays"]).items()},
            ordinals=_rows(raw["ordinals"]),
            numbers=_rows(raw["numbers"]),
            days=_distances(raw["days"]),
            which=_distances(raw["which"]),
            units={
                name: (unit, count % 3)
                for unit, words in raw["units"].items()
                for name, count in _rows(words).items()
            },
            periods={name: unit for unit, names in raw["periods"].items() for name in _names(names)},
            leads={name: _names(names) for name, names in raw["leads"].items()},
            today={name: _names(names) for name, names in raw["today"].items()},
        )
    except KeyError as error:
        raise LexiconError(f"ar/calendar.toml has no {error}; correct or reinstall") from error


def _read() -> dict[str, Any]:
    path = files("claimtrack.lexicon") / "ar" / "calendar.toml"
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise LexiconError(f"ar/calendar.toml cannot be read: {error}; correct or reinstall") from error


def _names(written: str) -> tuple[str, ...]:
    return tuple(fold(name) for name in written.split("|") if name)


def _rows(rows: Iterable[str]) -> dict[str, int]:
    return {name: number for number, row in enumerate(rows, start=1) for name in _names(row)}


def _distances(table: Mapping[str, str]) -> dict[str, int]:
    return {name: int(steps) for steps, names in table.items() for name in _names(names)}


def any_of(names: Iterable[str]) -> str:
    """A pattern for one of the names, the longest first."""
    return "|".join(sorted(map(re.escape, names), key=len, reverse=True))


def iso_day(year: int, month: int, day: int) -> str:
    """A Gregorian day as YYYY-MM-DD; empty where there is no such day."""
    try:
        return date(year, month, day).isoformat() if year in GREGORIAN_YEARS else ""
    except ValueError:
        return ""


def iso_day_of_hijri(year: int, month: int, day: int) -> str:
    """A Hijri day as Gregorian YYYY-MM-DD; empty where there is no such day."""
    try:
        from hijridate import Hijri  # only when needed: its tables take time to load

        return Hijri(year, month, day).to_gregorian().isoformat()
    except (ValueError, OverflowError):
        return ""
