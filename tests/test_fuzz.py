"""The fuzzer's cases, a few of each target: no traceback, no broken invariant. `fuzz.py` runs as many as asked."""

from __future__ import annotations

import pytest
from fuzz import TARGETS, feeder

CASES = 1_500  # of all targets together


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("name", TARGETS)
def test_no_finding(name: str) -> None:
    feeder(name, cases=max(20, int(CASES * TARGETS[name].share)), seeded=0)()
