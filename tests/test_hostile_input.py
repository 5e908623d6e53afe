"""Hostile input takes time in proportion to its size, and nothing stumbles over it.

Nothing is timed by the clock: what counts is how many times longer an input eight times as large takes,
in time of this process, the best of several. Twice as long as in proportion is allowed for; what grows by
the square would take eight times as long.
"""

from __future__ import annotations

import time
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from hostile import CONSTRUCTIONS, FILES, MARKS, SOURCES, repeated

from claimtrack.attribution import extract
from claimtrack.models import Article
from claimtrack.reading import FAULT, read_paths

LARGE = 100_000  # bytes
TIMES = 8  # smaller is the small one
GROWTH = 2.5 * TIMES
TRIES = 4
TOO_SHORT = 0.02  # seconds; what takes no longer than that cannot be compared
_BEFORE = "قال سامر الحداد إن الجسر سيفتح قريبا. "  # somebody for pronouns to mean
CASES = Path(__file__).parent / "cases"


def seconds(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


def check_growth(make: Callable[[int], Callable[[], object]]) -> None:
    """What `make` gives for a size takes time in proportion to it."""
    small_work, large_work = make(LARGE // TIMES), make(LARGE)
    small = large = float("inf")
    for _ in range(TRIES):
        small, large = min(small, seconds(small_work)), min(large, seconds(large_work))
        if large <= GROWTH * max(small, TOO_SHORT / TIMES):
            return
    pytest.fail(f"{LARGE} bytes take {large:.2f} s, an {TIMES}th of them {small:.3f} s")


@pytest.mark.parametrize(
    "unit",
    [*(unit for units in CONSTRUCTIONS.values() for unit in units), *SOURCES, *MARKS],
)
def test_extraction_grows_in_proportion(unit: str) -> None:
    extract("قال الوزير إن الجسر سيفتح قريبا.")  # what is loaded once is loaded now

    def make(size: int) -> Callable[[], object]:
        text = repeated(unit, size)
        return lambda: extract(text)

    check_growth(make)


def test_every_construction_is_fed() -> None:
    """Each finds claims in its own units, and there is none without units."""
    cases = [
        case
        for path in sorted(CASES.glob("*.toml"))
        for case in tomllib.loads(path.read_text("utf-8"))["case"]
    ]
    rules = {claim.rule for case in cases for claim in extract(case["text"]).claims}
    assert rules <= CONSTRUCTIONS.keys()
    for rule, units in CONSTRUCTIONS.items():
        found = {
            claim.rule for unit in units for claim in extract(repeated(unit, 100, behind="كلمة.")).claims
        }
        assert rule in found, (rule, found)


@pytest.mark.parametrize(
    ("ending", "unit", "before", "behind"),
    [(ending, *parts) for ending, units in FILES.items() for parts in units],
)
def test_reading_grows_in_proportion(
    ending: str, unit: str, before: str, behind: str, tmp_path: Path
) -> None:
    def make(size: int) -> Callable[[], object]:
        path = tmp_path / f"{size}{ending}"
        path.write_text(repeated(unit, size, before=before, behind=behind), "utf-8", newline="")
        return lambda: check([*read_paths([path])])

    check_growth(make)


def check(items: list[object]) -> None:
    """Articles and problems, none of them a fault of ours."""
    assert items
    assert not any(FAULT in str(item) for item in items if not isinstance(item, Article))
