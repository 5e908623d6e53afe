"""Dates as Arabic papers and machines write them, to ISO dates (YYYY-MM-DD).

Gregorian months by their Egyptian, Levantine, Maghrebi and English names, Hijri months (by the Umm
al-Qura calendar), digits of either kind. A day without a year is no date here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

from claimtrack.lexicon.calendar import HIJRI_YEARS, any_of, iso_day, iso_day_of_hijri, load
from claimtrack.text.folding import fold_text

ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?=$|[T ])")
_NAMES = any_of(load().gregorian | load().hijri)
_MONTH = rf"(?P<month>{_NAMES})(?:\s*[/\-–(]\s*(?:{_NAMES})\)?)?"
_YEAR = r"(?P<year>\d{4})(?!\d)"
PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?<!\d)(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[،,]?\s*(?:من\s+)?(?:شهر\s+)?[-/]?\s*{_MONTH}\s*[-/،,]?\s*(?:عام|سنة)?\s*{_YEAR}",
        rf"(?<!\w){_MONTH}\s+(?P<day>\d{{1,2}})\s*[،,]\s*{_YEAR}",
        r"(?<![\d/.-])(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?!\d)",
        r"(?<![\d/.-])(?P<day>\d{1,2})\s?[-/.]\s?(?P<month>\d{1,2})\s?[-/.]\s?(?P<year>\d{4})(?!\d)",
    )
)
DAY_AT_END = re.compile(rf"[\s،,]+\d{{1,2}}\s*{_MONTH}(?:\s*{_YEAR})?\s*$")


def iso_date(value: Any) -> str:
    """The ISO date of whatever a record or a page gives as date; empty when it gives none."""
    if isinstance(value, datetime | date):
        return value.isoformat()[:10]
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _from_seconds(value)
    if not isinstance(value, str):
        return ""
    if found := ISO.match(value.strip()):
        return iso_day(int(found[1]), int(found[2]), int(found[3]))
    return find_date(value)


def find_date(text: str) -> str:
    """The date in a line; a Gregorian one before a Hijri one that says the same day."""
    found = list(_dates(fold_text(text)))
    return next((day for hijri, day in found if not hijri), found[0][1] if found else "")


def without_dates(text: str) -> str:
    """The folded line without its dates, to see what else it says."""
    line = fold_text(text)
    for pattern in PATTERNS:
        line = pattern.sub(" ", line)
    return line


def without_days(text: str) -> str:
    """The text without a day, be it without its year, at its end: of `بكين 14 مارس` the place."""
    line = fold_text(text)
    found = DAY_AT_END.search(line)
    return text[: found.start()] if found and len(line) == len(text) else text


def _dates(line: str) -> Iterator[tuple[bool, str]]:
    names = load()
    for pattern in PATTERNS:
        for found in pattern.finditer(line):
            year, day, month = int(found["year"]), int(found["day"]), found["month"]
            if month in names.hijri or year in HIJRI_YEARS:
                yield True, iso_day_of_hijri(year, names.hijri.get(month) or _number(month), day)
            else:
                yield False, _numeric(year, names.gregorian.get(month) or _number(month), day)


def _number(month: str) -> int:
    return int(month) if month.isdigit() else 0


def _numeric(year: int, month: int, day: int) -> str:
    """A date; where the second number cannot be a month, the first one is."""
    return iso_day(year, day, month) if month > 12 else iso_day(year, month, day)


def _from_seconds(value: float) -> str:
    """Unix time, in seconds or thousandths, from 1980 on: smaller numbers are something else."""
    seconds = value / 1000 if value > 1e11 else value
    if not 315_532_800 <= seconds < 4_102_444_800:
        return ""
    return datetime.fromtimestamp(seconds, UTC).date().isoformat()
