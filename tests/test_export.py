"""Exports say what the database says, and other programs read them."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from conftest import TEXT, make_extraction, port_claims

from claimtrack.errors import ClaimtrackError, UsageError
from claimtrack.export import (
    COLUMNS,
    DETAILS,
    NAMES,
    WIDE,
    codebook,
    extraction_record,
    format_named,
    format_of,
    opened,
)
from claimtrack.models import COUNTS, KINDS, QUOTES, SECTORS, STANCES, Article
from claimtrack.store import Store

ORDER = (
    "claim_id, article_id, article_title, article_path, outlet, published, paragraph, source, source_kind, mention, "
    "via, cue, cue_lemma, stance, negated, quote, claim, sentence, start, end, parent_id, rule, entry"
)


@pytest.fixture
def rows(port_article: Article) -> list[dict[str, Any]]:
    with Store(":memory:") as store:
        store.add(port_article, make_extraction(port_claims()))
        return list(store.claims())


def written(name: str, rows: list[dict[str, Any]], *, excel: bool = False) -> str:
    out = io.StringIO(newline="")
    format_named(name).write(rows, NAMES, out, excel=excel)
    return out.getvalue()


def test_columns_stand_in_the_agreed_order() -> None:
    assert ", ".join(NAMES) == ORDER


def test_the_database_has_every_column(rows: list[dict[str, Any]]) -> None:
    assert set(NAMES) <= set(rows[0])


@pytest.mark.parametrize("name", ["csv", "tsv"])
def test_delimited_reads_back(rows: list[dict[str, Any]], name: str) -> None:
    text = written(name, rows)
    back = list(csv.DictReader(io.StringIO(text, newline=""), delimiter="," if name == "csv" else "\t"))
    shown = [
        {key: str(row[key]).lower() if key == "negated" else str(row[key]) for key in NAMES} for row in rows
    ]
    assert back == shown


@pytest.mark.parametrize("name", ["json", "jsonl"])
def test_json_reads_back(rows: list[dict[str, Any]], name: str) -> None:
    text = written(name, rows)
    back = json.loads(text) if name == "json" else [json.loads(line) for line in text.split("\n") if line]
    assert back == [{key: row[key] for key in NAMES} for row in rows]


@pytest.mark.parametrize(
    ("name", "empty"), [("csv", ORDER.replace(", ", ",") + "\r\n"), ("json", "[]\n"), ("jsonl", "")]
)
def test_no_rows_are_a_valid_file(name: str, empty: str) -> None:
    assert written(name, []) == empty


def test_pandas_reads_csv_with_no_option(rows: list[dict[str, Any]], tmp_path: Path) -> None:
    pandas = pytest.importorskip("pandas")
    hard = [row | {"sentence": f'سطر "أول"\r\nثان،, {number}\rثالث\t'} for number, row in enumerate(rows)]
    path = tmp_path / "claims.csv"
    with opened(path) as out:
        format_of(path).write(hard, NAMES, out, excel=False)
    frame = pandas.read_csv(path)
    assert list(frame.columns) == list(NAMES)
    for column in ("claim", "sentence", "negated", "start", "claim_id"):
        assert frame[column].tolist() == [row[column] for row in hard]


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-2", "@x", "\tx", "\rx", "\n=1", "＝1"])
def test_excel_gets_no_formula(rows: list[dict[str, Any]], cell: str) -> None:
    text = written("csv", [rows[0] | {"source": cell}], excel=True)
    assert text.startswith("\ufeffclaim_id")
    (back,) = csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""))
    assert back["source"] == f"'{cell}"
    (plain,) = csv.DictReader(io.StringIO(written("csv", [rows[0] | {"source": cell}]), newline=""))
    assert plain["source"] == cell


def test_the_codebook_explains_every_column_and_closed_value() -> None:
    rows = list(codebook())
    values = {(row["column"], row["value"]) for row in rows}
    assert {(name, "") for name in WIDE} <= values
    closed = {"source_kind": KINDS, "stance": STANCES, "quote": QUOTES}
    closed |= {"anon_sector": SECTORS, "anon_count": COUNTS}
    for column in (*COLUMNS, *DETAILS):
        if column.name in closed:
            assert tuple(column.values) == closed[column.name]
    assert all(row["meaning"] for row in rows)


@pytest.mark.parametrize("path", ["out.doc", "out"])
def test_an_unknown_ending_names_the_known(path: str) -> None:
    with pytest.raises(UsageError, match="csv, tsv, json, jsonl"):
        format_of(Path(path))


def test_a_failed_export_leaves_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    path.write_text("before")
    interrupted = (dict.fromkeys(NAMES, 1 // (3 - number)) for number in range(9))
    with pytest.raises(ZeroDivisionError), opened(path) as out:
        format_of(path).write(interrupted, NAMES, out, excel=False)
    assert path.read_text() == "before"
    assert [entry.name for entry in tmp_path.iterdir()] == ["out.csv"]


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(ClaimtrackError, match="cannot write"), opened(tmp_path / "none" / "out.csv"):
        pass


def test_the_record_of_an_article(port_article: Article) -> None:
    record = extraction_record(port_article, make_extraction(port_claims()))
    assert (record["path"], record["title"]) == (port_article.path, port_article.title)
    claim = record["claims"][3]
    assert " ".join(claim) == (
        "id content cue source source_name source_type via quote stance cue_lemma negated parent rule entry text"
        " anonymity"
    )
    assert claim["source_name"] == "مصادر ملاحية مطلعة"
    assert claim["via"] == ["وكالة أنباء الواحة"]
    assert [TEXT[start:end] for start, end in claim["content"]] == [claim["text"]]
