"""The fuzzer's cases, a few of each target: no traceback, no broken invariant. `fuzz.py` runs as many as asked."""

from __future__ import annotations

import io
import zipfile

import pytest
from fuzz import TARGETS, check_gold, check_import, check_reading, feeder
from fuzz_inputs import exported

CASES = 1_500  # of all targets together


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("name", TARGETS)
def test_no_finding(name: str) -> None:
    feeder(name, cases=max(20, int(CASES * TARGETS[name].share)), seeded=0)()


def zipped(*, damaged: int) -> bytes:
    """An archive in which a name is not UTF-8, where it stands first or in both places."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("é.txt", "قال الوزير إن الجسر سيفتح قريبا.")
    return out.getvalue().replace("é".encode(), b"\xff\xa9", damaged)


@pytest.mark.parametrize(
    ("data", "ending"),
    [
        (zipped(damaged=1), ".zip"),
        (zipped(damaged=2), ".zip"),
        ('"a\nb"\tc\n1\t2\n'.encode("utf-16"), ".tsv"),
    ],
)
def test_what_readers_once_stumbled_over(data: bytes, ending: str) -> None:
    check_reading((data, ending))


@pytest.mark.parametrize("text", ["null", "[]", '{"id": 1, "attributions": [1]}', '{"path": 1, "claims": 2}'])
def test_what_gold_once_stumbled_over(text: str) -> None:
    check_gold(text)


def test_a_source_without_names_has_its_own() -> None:
    check_import([record | {"names": []} for record in exported()])
