"""Each format, read back by a program that is not ours."""

from __future__ import annotations

import json
import re
import sqlite3
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from conftest import AGENCY, PAPER, TEXT, make_claim, make_extraction, port_claims

from claimtrack.cli.exporting import write_export, write_tables
from claimtrack.errors import ClaimtrackError
from claimtrack.export import COLUMNS, FORMATS, NAMES, columns_of, format_of, read_records
from claimtrack.export.xlsx import write_xlsx
from claimtrack.models import Article, Relay, Source, Span
from claimtrack.store import TABLES, ClaimFilter, Store

# words that mean something to XML, to a spreadsheet, to brat; two lines; what no XML file may hold
NASTY = "=قال <قائد> & “نادر”\x01\ufffe\tإن الباب\r\nمفتوح 😀 ثم سكت.\n"
NASTY_SOURCE = Source("=<قائد> & “نادر”\x01\ufffe", "anonymous")
CONTENT = ["الباب\r\nمفتوح 😀", "سكت"]


@pytest.fixture
def store(port_article: Article) -> Iterator[Store]:
    with Store(":memory:") as store:
        store.add(port_article, make_extraction(port_claims()))
        said = make_claim(
            NASTY,
            content=CONTENT,
            cue="=قال",
            mention="<قائد> & “نادر”",
            source=NASTY_SOURCE,
            via=[PAPER, AGENCY],
        )
        relays = (Relay(PAPER, Span(2, 5)), Relay(AGENCY))
        within = make_claim(NASTY, content="مفتوح", parent=said.id, source=PAPER, quote="mixed")
        claims = [replace(said, via=relays), within]
        store.add(Article(NASTY, "=nasty.txt", "=1+1", published="2022-05-06"), make_extraction(claims))
        store.add(Article("لا شيء.", "none.txt"), make_extraction([]))
        yield store


def exported(store: Store, path: Path, *, excel: bool = False, **narrowed: Any) -> Path:
    write_export(store, ClaimFilter(**narrowed), format_of(path), path, excel=excel)
    return path


def test_every_format_is_written_the_same_twice(store: Store, tmp_path: Path) -> None:
    for ending in set(FORMATS) - {"brat"}:
        first, second = (exported(store, tmp_path / f"{name}.{ending}") for name in ("a", "b"))
        assert first.read_bytes() == second.read_bytes(), ending
        assert first.stat().st_size > 100, ending


def test_pandas_reads_csv_and_jsonl(store: Store, tmp_path: Path) -> None:
    pandas = pytest.importorskip("pandas")
    rows = list(store.claims())
    frames = (
        pandas.read_csv(exported(store, tmp_path / "claims.csv")),
        pandas.read_csv(exported(store, tmp_path / "claims.tsv"), sep="\t"),
        pandas.read_json(exported(store, tmp_path / "claims.jsonl"), lines=True, dtype=False),
    )
    for frame in frames:
        assert list(frame.columns)[: len(NAMES)] == list(NAMES)
        for column in ("claim_id", "claim", "source", "negated", "start", "end"):
            assert frame[column].tolist() == [row[column] for row in rows]


def test_pyarrow_reads_parquet_with_types(store: Store, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    table = parquet.read_table(exported(store, tmp_path / "claims.parquet"))
    assert table.to_pylist() == [{name: row[name] for name in NAMES} for row in store.claims()]
    kinds = {str: "string", int: "int64", bool: "bool"}
    assert [str(field.type) for field in table.schema] == [kinds[column.type] for column in COLUMNS]


def test_openpyxl_reads_a_right_to_left_workbook(store: Store, tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    workbook = openpyxl.load_workbook(exported(store, tmp_path / "claims.xlsx"))
    assert workbook.sheetnames == ["claims", "codebook"]
    for sheet in workbook:
        assert sheet.sheet_view.rightToLeft
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref == sheet.dimensions
    header, *cells = workbook["claims"].values
    assert header == NAMES
    kept = [[row[name] for name in NAMES] for row in store.claims()]
    for read, row in zip(cells, kept, strict=True):
        for value, cell in zip(row, read, strict=True):
            # openpyxl leaves Excel's _x0001_ as it stands; what no XML may hold became U+FFFD
            back = re.sub("_x([0-9A-F]{4})_", lambda match: chr(int(match[1], 16)), str(cell or ""))
            back = cell if isinstance(value, int) else back
            plain = value.replace("\ufffe", "\ufffd") if isinstance(value, str) else value
            assert back == plain
    assert {cell.data_type for row in workbook["claims"] for cell in row} <= {"s", "n", "b", "inlineStr"}
    assert [row[0] for row in workbook["codebook"].values][:2] == ["column", "claim_id"]


def test_what_a_sheet_cannot_hold_is_cut(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    pytest.importorskip("xlsxwriter")
    monkeypatch.setattr("claimtrack.export.xlsx._ROWS", 2)
    path = tmp_path / "long.xlsx"
    with path.open("wb") as out:
        write_xlsx([{"x": text} for text in ("ا" * 40_000, "😀" * 20_000, "", "ج")], ["x"], out, excel=False)
    workbook = openpyxl.load_workbook(path)
    assert workbook.sheetnames == ["rows", "rows 2"]
    first, second = (row[0] for row in list(workbook["rows"].values)[1:])
    assert (first, second) == ("ا" * 32_765 + " …", "😀" * 16_382 + " …")
    assert [row[0] for row in workbook["rows 2"].values] == ["x", None, "ج"]


@pytest.mark.parametrize(("ending", "needed"), [("xlsx", "xlsxwriter"), ("parquet", "pyarrow")])
def test_a_missing_package_is_named(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str, needed: str
) -> None:
    monkeypatch.setitem(sys.modules, needed, None)
    with pytest.raises(
        ClaimtrackError, match=rf"needs the package {needed}: pip install 'claimtrack\[{ending}\]'"
    ):
        exported(store, tmp_path / f"claims.{ending}")
    assert list(tmp_path.iterdir()) == []


def expected_edges(store: Store) -> dict[tuple[str, str], tuple[int, str, str]]:
    return {
        (row["relay_id"], str(row["source_id"])): (row["claims"], row["first"], row["last"])
        for row in store.relays()
    }


def test_relays_are_counted_hop_by_hop(store: Store) -> None:
    pairs = {(row["relay"], row["source"]): row for row in store.relays()}
    assert set(pairs) == {
        (PAPER.name, NASTY_SOURCE.name),
        (AGENCY.name, PAPER.name),
        (AGENCY.name, "سليم الحداد"),
        (AGENCY.name, "مصادر ملاحية مطلعة"),
    }
    edge = pairs[AGENCY.name, PAPER.name]
    assert (edge["relay_kind"], edge["source_kind"], edge["claims"], edge["articles"]) == (
        "outlet",
        "outlet",
        1,
        1,
    )
    assert (edge["first"], edge["last"]) == ("2022-05-06", "2022-05-06")
    assert len(list(store.relays(ClaimFilter(since="2022")))) == 2


@pytest.mark.parametrize("ending", ["gexf", "graphml"])
def test_networkx_reads_the_graph(store: Store, tmp_path: Path, ending: str) -> None:
    networkx = pytest.importorskip("networkx")
    read = networkx.read_gexf if ending == "gexf" else networkx.read_graphml
    graph = read(exported(store, tmp_path / f"relays.{ending}"))
    assert graph.is_directed()
    edges = {
        (start, end): (data["claims"], data.get("first", ""), data.get("last", ""))
        for start, end, data in graph.edges(data=True)
    }
    assert edges == expected_edges(store)
    assert all(data["weight"] == data["claims"] for *_, data in graph.edges(data=True))
    kinds = {data["label"]: data["kind"] for _, data in graph.nodes(data=True)}
    assert kinds[AGENCY.name] == "outlet"
    assert kinds[NASTY_SOURCE.name.replace("\x01\ufffe", "\ufffd\ufffd")] == "anonymous"


def test_edges_are_a_table(store: Store, tmp_path: Path) -> None:
    pandas = pytest.importorskip("pandas")
    frame = pandas.read_csv(exported(store, tmp_path / "edges.csv"), dtype=str, keep_default_na=False)
    assert {(row.relay_id, row.source_id): int(row.claims) for row in frame.itertuples()} == {
        pair: edge[0] for pair, edge in expected_edges(store).items()
    }


def brat_entities(text: str, standoff: str) -> dict[str, tuple[str, list[str]]]:
    """Entities as brat reads them: kind and fragments, each checked against the text."""
    found = {}
    for line in standoff.splitlines():
        if line.startswith("T"):
            name, place, words = line.split("\t", 2)
            kind, _, offsets = place.partition(" ")
            spans = [tuple(map(int, span.split())) for span in offsets.split(";")]
            fragments = [text[start:end] for start, end in spans]
            assert " ".join(fragments) == words
            assert not any("\n" in fragment for fragment in fragments)
            found[name] = (kind, fragments)
    return found


@pytest.mark.parametrize("ending", ["brat", "brat.zip"])
def test_brat_entities_stand_where_they_say(store: Store, tmp_path: Path, ending: str) -> None:
    path = exported(store, tmp_path / f"claims.{ending}")
    if ending == "brat":
        files = {entry.name: entry.read_bytes().decode() for entry in path.iterdir()}
    else:
        with zipfile.ZipFile(path) as archive:
            files = {name: archive.read(name).decode() for name in archive.namelist()}
    assert set(files) == {"annotation.conf"} | {
        f"article-00000{n}.{e}" for n in (1, 2, 3) for e in ("txt", "ann")
    }
    assert (files["article-000001.txt"], files["article-000002.txt"]) == (TEXT, NASTY)
    assert files["article-000003.ann"] == ""
    entities = brat_entities(NASTY, files["article-000002.ann"])
    assert ("Content", ["الباب", "مفتوح 😀", "سكت"]) in entities.values()
    assert ("Relay", [NASTY[2:5]]) in entities.values()
    relations = [
        line.split("\t")[1].split()[0] for line in files["article-000002.ann"].splitlines() if line[0] == "R"
    ]
    assert sorted(relations) == ["Attributes", "Relays", "Says", "Within"]
    for line in files["article-000001.ann"].splitlines():
        assert all(name in files["article-000001.ann"] for name in re.findall(r"Arg\d:(T\d+)", line))
    assert "\tNegated T" in files["article-000001.ann"]


def test_an_annotation_selects_its_words_twice(store: Store, tmp_path: Path) -> None:
    page = json.loads(exported(store, tmp_path / "claims.jsonld").read_text("utf-8"))
    assert page["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert page["type"] == "AnnotationPage"
    assert [item["id"].rpartition(":")[2] for item in page["items"]] == [
        row["claim_id"] for row in store.claims()
    ]
    texts = {TEXT[:20]: TEXT, NASTY[:20]: NASTY}
    for item in page["items"]:
        assert item["type"] == "Annotation"
        assert {body["type"] for body in item["body"]} == {"TextualBody"}
        assert len({target["source"] for target in item["target"]}) == 1
        for target in item["target"]:
            position, quote = target["selector"]
            assert (position["type"], quote["type"]) == ("TextPositionSelector", "TextQuoteSelector")
            (text,) = [
                text for text in texts.values() if text[position["start"] : position["end"]] == quote["exact"]
            ]
            assert quote["prefix"] + quote["exact"] + quote["suffix"] in text
    nested = page["items"][-1]
    assert nested["claimtrack:parent"] == page["items"][-2]["id"]
    assert json.loads(exported(store, tmp_path / "no.jsonld", limit=0).read_text("utf-8"))["items"] == []


def test_tables_join_by_their_ids(store: Store, tmp_path: Path) -> None:
    pandas = pytest.importorskip("pandas")
    write_tables(store, ClaimFilter(), tmp_path / "tables", excel=False)
    frames = {
        path.stem: pandas.read_csv(path, keep_default_na=False) for path in (tmp_path / "tables").iterdir()
    }
    assert set(frames) == {*TABLES, "codebook"}
    for name in TABLES:
        assert tuple(frames[name].columns) == columns_of(name)
    texts = dict(zip(frames["articles"]["article_id"], frames["articles"]["text"], strict=True))
    assert texts == {1: TEXT, 2: NASTY, 3: "لا شيء."}
    spans = frames["spans"].merge(frames["claims"][["claim_id", "article_id"]], on="claim_id")
    assert len(spans) == len(frames["spans"]) > 10
    for span in spans.itertuples():
        assert texts[span.article_id][span.start : span.end] == span.text
    joined = frames["chain"].merge(frames["sources"], on="source_id")
    assert (joined["name_x"] == joined["name_y"]).all()
    assert len(frames["names"].merge(frames["sources"], on="source_id")) == len(frames["names"])
    explained = set(zip(frames["codebook"]["table"], frames["codebook"]["column"], strict=True))
    assert explained == {(name, column) for name in TABLES for column in columns_of(name)}


def test_tables_hold_what_the_claims_need(store: Store, tmp_path: Path) -> None:
    wanted = ClaimFilter(kind="person")
    counts = {name: len(list(store.table(name, wanted))) for name in TABLES}
    assert counts == {"claims": 1, "spans": 3, "sources": 2, "names": 5, "chain": 1, "articles": 1}


def test_jsonl_makes_the_same_database_to_the_byte(store: Store, tmp_path: Path) -> None:
    for ending in ("jsonl", "json"):
        first = exported(store, tmp_path / f"first.{ending}")
        with Store(":memory:") as copy, first.open(encoding="utf-8", newline="\n") as file:
            copy.restore(read_records(file, name=first.name))
            second = exported(copy, tmp_path / f"second.{ending}")
        assert second.read_bytes() == first.read_bytes()


def test_every_exported_span_is_cut_from_the_text(store: Store, tmp_path: Path) -> None:
    path = exported(store, tmp_path / "claims.jsonl")
    records = [json.loads(line) for line in path.read_text("utf-8").split("\n") if line]
    texts = {article["article_id"]: article["text"] for record in records for article in record["articles"]}
    assert len(texts) == 3
    for record in records:
        text, spans = texts[record["article_id"]], record["spans"]
        assert " … ".join(text[start:end] for start, end in spans["content"]) == record["claim"]
        assert text[slice(*spans["sentence"])] == record["sentence"]
        for role, column in (("cue", "cue"), ("source", "mention")):
            assert (text[slice(*spans[role])] if spans[role] else "") == record[column]


@pytest.mark.parametrize(
    "narrowed", [{}, {"kind": "outlet"}, {"via": "الواحة", "sort": "-source"}, {"limit": 2}]
)
def test_formats_agree_on_which_claims(store: Store, tmp_path: Path, narrowed: dict[str, Any]) -> None:
    wanted = {row["claim_id"] for row in store.claims(**narrowed)}
    lines = exported(store, tmp_path / "x.jsonl", **narrowed).read_text("utf-8").split("\n")[:-1]
    assert {json.loads(line)["claim_id"] for line in lines} == wanted
    page = json.loads(exported(store, tmp_path / "x.jsonld", **narrowed).read_text("utf-8"))
    assert {item["id"].rpartition(":")[2] for item in page["items"]} == wanted
    assert {row["claim_id"] for row in store.table("claims", ClaimFilter(**narrowed))} == wanted
    assert {row["claim_id"] for row in store.table("spans", ClaimFilter(**narrowed))} == wanted


def test_the_last_of_a_filtered_limit_is_the_first_of_its_order(store: Store) -> None:
    wanted = ClaimFilter(sort="-published", limit=1)
    assert [row["claim_id"] for row in store.table("chain", wanted)] == [
        next(store.claims(wanted))["claim_id"]
    ] * 2


def test_a_database_is_only_read_for_an_export(store: Store, tmp_path: Path) -> None:
    connection: sqlite3.Connection = store.database.conn
    before = connection.total_changes
    for ending in FORMATS:
        exported(store, tmp_path / f"x.{ending}")
    assert connection.total_changes == before
