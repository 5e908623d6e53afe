"""`ingest --workers N` stores the same whatever N is, in the same order."""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
from collections.abc import Sequence
from pathlib import Path

import pytest
from typer.testing import CliRunner

from claimtrack.attribution import extract
from claimtrack.cli import workers
from claimtrack.cli.app import app
from claimtrack.cli.commands import ingest as ingesting
from claimtrack.errors import ClaimtrackError
from claimtrack.models import Article, Extraction, Problem

SAMPLES = Path(__file__).parent.parent / "sample_data"


def ingest(folder: Path, database: str, *, count: int) -> str:
    result = CliRunner().invoke(
        app, ["ingest", str(folder), "--db", str(folder.parent / database), "--workers", str(count)]
    )
    return result.stdout


def content(path: Path) -> list[str]:
    with sqlite3.connect(path) as connection:
        return [re.sub(r"'\d{4}-\d\d-\d\dT[\d:+]+'", "now", line) for line in connection.iterdump()]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The samples, two of them twice, and a file that cannot be read."""
    folder = Path(shutil.copytree(SAMPLES, tmp_path / "news"))
    texts = sorted(folder.glob("*.txt"))
    shutil.copy(texts[0], folder / "a-copy.txt")
    shutil.copy(texts[-1], folder / "z-copy.txt")
    (folder / "m-damaged.txt.gz").write_bytes(b"\x1f\x8b\x08 no more")
    return folder


def test_the_database_is_the_same_whatever_the_number_of_workers(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "_ITEMS", 3)
    monkeypatch.setattr(ingesting, "_UNINDEXED", 2)
    said = [ingest(folder, f"{count}.db", count=count) for count in (1, 2, 3)]
    assert said[0] == said[1] == said[2]
    first, *others = [content(folder.parent / f"{count}.db") for count in (1, 2, 3)]
    assert all(other == first for other in others)
    again = ingest(folder, "2.db", count=2)
    assert again.startswith("0 new,")
    assert content(folder.parent / "2.db") == first


def found(items: Sequence[Article | Problem], *, count: int) -> list[workers.Found]:
    batches = workers.search(items, extract, wanted=lambda article: "لا" not in article.title, workers=count)
    return [pair for batch in batches for pair in batch]


def test_what_comes_out_has_the_order_of_what_went_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "_ITEMS", 2)
    items: list[Article | Problem] = [
        Article(f"قال الوزير إن الجسر رقم {number} سيفتح قريبا.", title="لا" if number % 4 == 0 else "")
        for number in range(9)
    ]
    items.insert(5, Problem("a.txt", "it is empty"))
    alone, together = found(items, count=1), found(items, count=2)
    assert together == alone
    assert [item for item, _ in together] == items
    assert [type(result) for _, result in together[:3]] == [type(None), Extraction, Extraction]


def dies(_articles: Sequence[Article]) -> list[Extraction | Problem]:
    os._exit(9)


def test_a_worker_that_is_killed_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "_search_here", dies)
    with pytest.raises(ClaimtrackError, match="fewer --workers"):
        found([Article("قال الوزير إن الجسر سيفتح قريبا.")], count=2)
