"""What expressions of time stand for, from what their patterns have found: as much of an ISO date as is told.

What is told without a year counts from the day of the article; without that it stays open, as do Hijri
months and years, which lie in two of the other calendar. A pattern may find what is no time: then None.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import NamedTuple

from claimtrack.lexicon.calendar import GREGORIAN_YEARS, HIJRI_YEARS, iso_day, iso_day_of_hijri, load

Found = re.Match[str]
NAMES = load()


class Told(NamedTuple):
    """When an article tells something: its date, and whether it tells what is still to come."""

    day: date | None
    ahead: bool = False


def day_of(published: str) -> date | None:
    """The day an article came out, where it is one to count from."""
    try:
        day = date.fromisoformat(published)
    except ValueError:
        return None
    return day if day.year in GREGORIAN_YEARS else None


def day(found: Found, told: Told) -> str:
    """`الخامس من مارس الماضي`."""
    day = NAMES.ordinals[found["ordinal"]] if found["ordinal"] else int(found["day"])
    return _date(found, told, day)


def month(found: Found, told: Told) -> str | None:
    """`ديسمبر 2016`; the bare name of a month needs a word of time before it."""
    sure = any(found[name] for name in ("lead", "stretch", "year", "year_which", "which"))
    return _date(found, told, 0)[:7] if sure else None


def _date(found: Found, told: Told, day: int) -> str:
    month, year = NAMES.gregorian.get(found["month"]), int(found["year"] or 0)
    if month is None or year in HIJRI_YEARS:
        hijri = NAMES.hijri.get(found["month"])
        return iso_day_of_hijri(year, hijri, day) if hijri and day else ""
    return iso_day(year or _year_of(month, day, found, told), month, day or 1)


def _year_of(month: int, day: int, found: Found, told: Told) -> int:
    """The year of a month named without one: the last such time, or the next of what is still to come."""
    today = told.day
    if today is None:
        return 0
    if found["year_which"]:
        return today.year + NAMES.which[found["year_which"]]
    step = NAMES.which[found["which"]] if found["which"] else None
    if step is None:
        here, there = (today.month, today.day if day else 0), (month, day)
        return today.year + (here > there if told.ahead else -(there > here))
    if step < 0:
        return today.year + step + (month < today.month)
    return today.year + step - (step > 0 and month > today.month)


def in_numbers(found: Found, told: Told) -> str:
    """`14/3/2017`; where the second number cannot be a month, the first one is."""
    year, month, day = (int(found[name] or found[f"{name}_"]) for name in ("year", "month", "day"))
    if year in HIJRI_YEARS:
        return iso_day_of_hijri(year, month, day)
    return iso_day(year, day, month) if month > 12 else iso_day(year, month, day)


def weekday(found: Found, told: Told) -> str:
    """The last such day, or the next of what is still to come; a day of another week stays open."""
    if told.day is None or found["week"]:
        return ""
    back = (told.day.weekday() - NAMES.weekdays[found["weekday"]]) % 7
    if not found["which"]:
        weeks = int(told.ahead and back > 0)
    else:
        step = NAMES.which[found["which"]]
        weeks = step + (back > 0) if step < 0 else step
    return _days_on(told.day, 7 * weeks - back)


def near_day(found: Found, told: Told) -> str:
    """`أمس`, `أول من أمس`."""
    return _days_on(told.day, NAMES.days[found["near"]])


def ago(found: Found, told: Told) -> str | None:
    """`قبل ثلاثة أيام`: the day when days are counted, else the week, month or year."""
    unit, count = NAMES.units[found["unit"]]
    number = found["number"]
    if number:
        count = int(number) if number.isdigit() else NAMES.numbers[number]
    return _period(unit, -count, told.day) if count else None


def period(found: Found, told: Told) -> str | None:
    """`الشهر الماضي`, `هذا العام`, `الخامس من الشهر الجاري`."""
    if not (found["this"] or found["which"]):
        return None
    step = NAMES.which[found["which"]] if found["which"] else 0
    unit = NAMES.periods[found["period"]]
    value = _period(unit, step, told.day)
    if found["year"]:  # العام الماضي 2015
        return found["year"] if unit == "year" else ""
    if value and found["date"]:
        day = NAMES.ordinals[found["ordinal"]] if found["ordinal"] else int(found["day"])
        return iso_day(int(value[:4]), int(value[5:]), day) if value[5:].isdigit() else ""
    return value


def _period(unit: str, steps: int, today: date | None) -> str:
    if today is None:
        return ""
    if unit == "year":
        return str(today.year + steps)
    if unit == "month":
        year, month = divmod(today.year * 12 + today.month - 1 + steps, 12)
        return f"{year}-{month + 1:02}"
    if unit == "day":
        return _days_on(today, steps)
    week = (today + timedelta(weeks=steps)).isocalendar()
    return f"{week.year}-W{week.week:02}"


def _days_on(today: date | None, days: int) -> str:
    return (today + timedelta(days=days)).isoformat() if today else ""


def year(found: Found, told: Told) -> str | None:
    """`عام 2016`; a bare number needs a word of time before it."""
    if not (found["lead"] or found["unit"]):
        return None
    return "" if int(found["year"]) in HIJRI_YEARS else found["year"]
