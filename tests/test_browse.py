"""The database in Datasette: what it is told is right, and its pages find folded words."""

from __future__ import annotations

import asyncio
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from conftest import make_extraction, port_claims

from claimtrack.cli.browser import PLUGINS
from claimtrack.cli.browser.functions import FUNCTIONS
from claimtrack.cli.browser.metadata import SETTINGS, metadata
from claimtrack.cli.browser.queries import QUERIES
from claimtrack.models import Article
from claimtrack.store import Store

ASKED = {"words": "الاسلحه", "name": "الواحة"}


@pytest.fixture
def path(tmp_path: Path, port_article: Article) -> Path:
    path = tmp_path / "claims.db"
    with Store(path) as store:
        store.add(port_article, make_extraction(port_claims()))
        store.index()
    return path


def test_the_metadata_names_what_is_there(path: Path) -> None:
    connection = sqlite3.connect(path)
    for name, table in metadata("claims")["databases"]["claims"]["tables"].items():
        columns = {row[1] for row in connection.execute(f"PRAGMA table_info({name})")}
        named = {*table.get("columns", ()), *table.get("facets", ())}
        named |= {table[key] for key in ("sort", "sort_desc", "fts_pk", "label_column") if key in table}
        assert columns, name
        assert named <= columns, name
        if "fts_table" in table:
            connection.execute(f"SELECT * FROM {table['fts_table']}")


@pytest.mark.parametrize("name", QUERIES)
def test_every_ready_query_answers(path: Path, name: str) -> None:
    connection = sqlite3.connect(path)
    for function, run in FUNCTIONS.items():
        connection.create_function(function, 1, run)
    _, meaning, sql = QUERIES[name]
    rows = connection.execute(
        sql, {key: value for key, value in ASKED.items() if f":{key}" in sql}
    ).fetchall()
    assert meaning
    assert rows or name == "doubt_by_source"
    for nothing in (None, "", '"', "NOT"):
        connection.execute(sql, dict.fromkeys((key for key in ASKED if f":{key}" in sql), nothing)).fetchall()


def fetched(path: Path, *addresses: str) -> list[Any]:
    app = pytest.importorskip("datasette.app")

    async def fetch() -> list[Any]:
        served = app.Datasette(
            [str(path)], metadata=metadata("claims"), plugins_dir=str(PLUGINS), settings=SETTINGS
        )
        await served.invoke_startup()
        answers = [await served.client.get(address) for address in addresses]
        assert {answer.status_code for answer in answers} == {200}
        return [
            answer.json() if ".json" in address else answer.text
            for address, answer in zip(addresses, answers, strict=True)
        ]

    return asyncio.run(fetch())


def test_datasette_finds_folded_words(path: Path) -> None:
    claims, articles, ready, nothing = fetched(
        path,
        "/claims/claims_view.json?_search=الاسلحه&_shape=array",
        "/claims/articles_view.json?_search=ارصفه+NOT+سكر&_shape=array",
        "/claims/search_claims.json?words=الارصفه&_shape=array",
        "/claims/claims_view.json?_search=NOT&_shape=array",
    )
    assert [row["claim"] for row in claims] == ["الأسلحــة لن تمر من هنا"]
    assert [row["article_id"] for row in articles] == [1]
    assert [row["claim"] for row in ready] == ["خطة لتوسيع الأرصفة"]
    assert nothing == []


def test_datasette_shows_titles_facets_and_ready_queries(path: Path) -> None:
    front, view, facets = fetched(
        path, "/claims", "/claims/claims_view", "/claims/claims_view.json?_facet=stance"
    )
    for title, _, _ in QUERIES.values():
        assert title in front
    assert "claims_to_index" not in front.split("hidden")[0]
    assert "Who claims what" in view
    values = {item["value"]: item["count"] for item in facets["facet_results"]["stance"]["results"]}
    assert values == {"neutral": 2, "deny": 1, "reveal": 1}
