"""Dates as a user gives them to --since and --until."""

from __future__ import annotations

from datetime import date

import pytest

from claimtrack.errors import UsageError
from claimtrack.store.dates import settled


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ("", ""),
        ("2017", "2017"),
        ("2017-03", "2017-03"),
        ("2017-03-14", "2017-03-14"),
        ("0d", "2024-03-31"),
        ("30d", "2024-03-01"),
        ("2w", "2024-03-17"),
        ("1m", "2024-02-29"),  # the month has no 31st
        ("3m", "2023-12-31"),
        ("1y", "2023-03-31"),
        ("13m", "2023-02-28"),
    ],
)
def test_a_date_or_a_time_ago(given: str, meant: str) -> None:
    assert settled("since", given, today=date(2024, 3, 31)) == meant


@pytest.mark.parametrize("given", ["أمس", "2017-13", "2017-2-3", "30", "d", "30h", "99999y", "-3d"])
def test_what_is_no_date_is_refused(given: str) -> None:
    with pytest.raises(UsageError, match="2017-03-14"):
        settled("since", given)
