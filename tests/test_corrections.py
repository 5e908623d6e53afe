"""Metadata corrected by hand: they stand whatever is read later, until they are taken back."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import make_extraction
from reading_fixtures.articles import LIBRARY

from claimtrack.errors import UsageError
from claimtrack.models import Article
from claimtrack.store import Store

READ = Article(LIBRARY.text, "news/a.txt", title="عنوان مقروء", outlet="موقع", published="2020-01-01")


def put(store: Store, article: Article, *, engine: str = "1") -> int:
    return store.add(article, make_extraction([], engine=engine)).article_id


def test_a_correction_survives_every_way_of_taking_in_again() -> None:
    from dataclasses import replace

    with Store(":memory:") as store:
        number = put(store, READ)
        assert store.correct(number, published="2021-03-14", outlet="") == {
            "published": "2020-01-01",
            "outlet": "موقع",
        }
        put(store, READ)  # the same
        put(store, READ, engine="2")  # found anew
        put(store, replace(READ, title="عنوان آخر", published="2019-09-09"))  # read otherwise
        put(store, replace(READ, text=f"{READ.text}\nتتمة."))  # another version of the file
        article = store.article(number)
        assert (article.title, article.outlet, article.published) == ("عنوان مقروء", "", "2021-03-14")
        assert [row["article_id"] for row in store.articles(outlet="موقع")] == []


def test_the_next_version_of_one_of_two_locations_is_corrected_too() -> None:
    from dataclasses import replace

    with Store(":memory:") as store:
        number = put(store, READ)
        put(store, replace(READ, path="news/b.txt"))
        store.correct(number, byline="سمر النجار")
        new = put(store, replace(READ, path="news/b.txt", text=f"{READ.text}\nتتمة."))
        assert new != number
        assert store.article(new).byline == "سمر النجار"


def test_corrections_are_taken_back() -> None:
    with Store(":memory:") as store:
        number = put(store, READ)
        store.correct(number, title="عنوان أول")
        store.correct(number, title="عنوان ثان", url="https://example.org/1")
        assert store.take_back(number) == {"title": READ.title, "url": ""}
        assert store.article(number) == READ
        assert store.take_back(number) == {}


def test_a_correction_without_a_field_is_refused() -> None:
    with Store(":memory:") as store, pytest.raises(UsageError, match="no field 'text'"):
        store.correct(put(store, READ), text="x")


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "claimtrack", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def test_articles_edit_from_the_command_line(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"{LIBRARY.title}\n{LIBRARY.text}", encoding="utf-8")
    assert run(tmp_path, "ingest", "a.txt").returncode == 0
    edited = run(
        tmp_path, "articles", "edit", "a.txt", "--published", "2021-03-14", "--outlet", "صحيفة الضفاف"
    )
    assert edited.returncode == 0
    said = edited.stdout.replace("\u2068", "").replace("\u2069", "")  # kept in their place on the screen
    assert "published: none → 2021-03-14" in said
    assert run(tmp_path, "ingest", "a.txt").returncode == 0
    with sqlite3.connect(tmp_path / "claimtrack.db") as connection:
        rows = connection.execute("SELECT outlet, published FROM articles").fetchall()
    assert rows == [("صحيفة الضفاف", "2021-03-14")]
    wrong = run(tmp_path, "articles", "edit", "1", "--published", "14 March")
    assert (wrong.returncode, len(wrong.stderr.splitlines())) == (2, 1)
    assert run(tmp_path, "articles", "edit", "1").returncode == 2
    assert run(tmp_path, "articles", "edit", "1", "--as-read").returncode == 0
