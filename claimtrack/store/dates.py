"""Dates a user gives: a year, a month or a day as they stand, or a time ago; never a guess."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from claimtrack.errors import UsageError

_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
_AGO = re.compile(r"(\d{1,5})([dwmy])")


def settled(name: str, value: str, *, today: date | None = None) -> str:
    """`value` as a date: 2017, 2017-03 and 2017-03-14 as they are, 30d, 6w, 3m or 1y counted back from today."""
    try:
        if match := _AGO.fullmatch(value):
            return _ago(int(match[1]), match[2], today or date.today()).isoformat()
        if value and not _DATE.fullmatch(value):
            raise ValueError
        if value:
            date.fromisoformat((value + "-01-01")[:10])
    except (ValueError, OverflowError) as error:
        raise UsageError(
            f"{name} {value!r} is no date; write 2017, 2017-03 or 2017-03-14, or a time ago: 30d, 6w, 3m, 1y"
        ) from error
    return value


def _ago(count: int, unit: str, today: date) -> date:
    if unit in "dw":
        return today - timedelta(days=count * (7 if unit == "w" else 1))
    year, month = divmod(today.year * 12 + today.month - 1 - count * (12 if unit == "y" else 1), 12)
    day = min(today.day, monthrange(year, month + 1)[1])
    return date(year, month + 1, day)
