"""Whatever the bytes and whatever the ending: articles and problems, never an exception."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reading_fixtures.files import (
    COLLECTIONS,
    page,
    write_all,
    write_document,
    write_parquet,
    write_workbook,
)
from reading_fixtures.layouts import LAYOUTS
from reading_fixtures.page_parts import ABOUT, About

from claimtrack.models import Article, Problem
from claimtrack.reading import FAULT, KINDS, read_paths

ENDINGS = sorted({ending for kind in KINDS for ending in kind.endings} | {"", ".txt.gz", ".tar.gz", ".odd"})
WHOLE = [
    *(content() for _, content, _ in COLLECTIONS),
    page(),
    *(layout(ABOUT).encode() for layout in LAYOUTS),
]


def outcome(data: bytes, ending: str) -> list[Article | Problem]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"a{ending}")
        path.write_bytes(data)
        return list(read_paths([path]))


def check(items: list[Article | Problem]) -> None:
    for item in items:
        assert isinstance(item, Article | Problem)
        if isinstance(item, Article):
            assert item.text
            assert all(0 <= start < end <= len(item.text) for start, end in item.furniture)
        else:
            assert item.message
            assert FAULT not in item.message
            assert "\n" not in str(item)


def _written(write: Callable[[Path], None], package: str, name: str) -> list[bytes]:
    """A file of a kind that needs a package, where that is there."""
    if find_spec(package) is None:
        return []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, name)
        write(path)
        return [path.read_bytes()]


PACKAGED = [
    *((data, ".xlsx") for data in _written(write_workbook, "openpyxl", "a.xlsx")),
    *((data, ".parquet") for data in _written(write_parquet, "pyarrow", "a.parquet")),
    *((data, ".docx") for data in _written(write_document, "docx", "a.docx")),
]


@settings(deadline=None)
@given(st.binary(max_size=300), st.sampled_from(ENDINGS))
def test_any_bytes_under_any_ending(data: bytes, ending: str) -> None:
    check(outcome(data, ending))


@given(st.sampled_from(WHOLE), st.data())
@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_whole_files_cut_and_damaged(whole: bytes, data: st.DataObject) -> None:
    ending = data.draw(st.sampled_from(ENDINGS))
    cut = data.draw(st.integers(0, len(whole)))
    at = data.draw(st.integers(0, max(0, cut - 1)))
    check(outcome(whole[:at] + data.draw(st.binary(max_size=4)) + whole[at + 1 : cut], ending))


@pytest.mark.skipif(not PACKAGED, reason="needs openpyxl, pyarrow or python-docx")
@given(st.sampled_from(range(len(PACKAGED))), st.data())
@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_documents_and_sheets_damaged(which: int, data: st.DataObject) -> None:
    whole, ending = PACKAGED[which]
    at = data.draw(st.integers(0, len(whole) - 1))
    check(
        outcome(
            whole[:at] + data.draw(st.binary(max_size=9)) + whole[at + data.draw(st.integers(0, 40)) :],
            ending,
        )
    )


@given(st.sampled_from(LAYOUTS), st.data())
@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_pages_damaged(layout: Callable[[About], str], data: st.DataObject) -> None:
    whole = layout(ABOUT)
    at = data.draw(st.integers(0, len(whole) - 1))
    tag = data.draw(
        st.sampled_from(
            ["", "<", "</div>", "<table><tr><td>", "<h2><a>", "<!--", "<script>", "\x00", "<time datetime="]
        )
    )
    check(outcome((whole[:at] + tag + whole[at + data.draw(st.integers(0, 200)) :]).encode(), ".html"))


@given(st.sampled_from(range(len(COLLECTIONS))), st.data())
@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_each_kind_damaged_under_its_own_name(which: int, data: st.DataObject) -> None:
    name, content, _ = COLLECTIONS[which]
    whole = content()
    at = data.draw(st.integers(0, len(whole) - 1))
    check(
        outcome(
            whole[:at] + data.draw(st.binary(max_size=9)) + whole[at + data.draw(st.integers(0, 40)) :],
            f"-{name}",
        )
    )


@pytest.mark.parametrize("ending", ENDINGS)
def test_an_empty_file_is_one_problem(ending: str) -> None:
    items = outcome(b"", ending)
    assert [type(item) for item in items] == [Problem]


def test_the_same_folder_gives_the_same_articles(tmp_path: Path) -> None:
    write_all(tmp_path)
    assert list(read_paths([tmp_path])) == list(read_paths([tmp_path]))
