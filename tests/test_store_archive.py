"""Claims archived and put into another database are the same there, whatever the order."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from conftest import AGENCY, INSIDERS, PAPER, TEXT, make_claim, make_extraction, port_claims

from claimtrack.errors import ClaimtrackError
from claimtrack.models import Article, Source, Span
from claimtrack.store import SORTS, ClaimFilter, Store

SHIP = "وقال ناطق لم يذكر اسمه إن السفينة غرقت، وإن قبطانها أبلغ الميناء بأن الموج عال."
QUIET = "لا أحد يقول شيئا هنا.\x00\n"
# what is numbered by the order of writing, and so may differ
NUMBERED = {"number", "claim_number", "source_id", "identity_id", "name_id", "id"}
# tables and columns that hold the same in both databases, by the text that tells a row from another
QUERIES = {
    "articles": "SELECT * FROM articles ORDER BY id",
    "locations": "SELECT article_id, place, path FROM locations ORDER BY article_id, id",
    "furniture": "SELECT * FROM furniture ORDER BY 1, 2",
    "sources": "SELECT identity, name, kind FROM sources ORDER BY 1",
    "names": "SELECT DISTINCT s.identity, n.name, n.name_key FROM names AS n JOIN sources AS s ON s.id = source_id ORDER BY 1, 2",
    "namings": (
        "SELECT DISTINCT article_id, s.identity, n.name FROM namings JOIN names AS n ON n.id = name_id "
        "JOIN sources AS s ON s.id = n.source_id ORDER BY 1, 2, 3"
    ),
    "claims": (
        "SELECT s.identity, c.* FROM claims AS c LEFT JOIN sources AS s ON s.id = source_id "
        "ORDER BY article_id, ordinal"
    ),
    "spans": (
        'SELECT c.id AS claim, role, p.ordinal, p.start, p."end" FROM spans AS p '
        "JOIN claims AS c ON c.number = claim_number ORDER BY 1, 2, 3"
    ),
    "chain": (
        'SELECT c.id AS claim, hop, s.identity, h.start, h."end" FROM chain AS h '
        "JOIN claims AS c ON c.number = claim_number JOIN sources AS s ON s.id = h.source_id ORDER BY 1, 2"
    ),
}


@pytest.fixture
def full(port_article: Article) -> Store:
    """Three articles, one without claims; a nested claim, a relay with its words, furniture."""
    store = Store(":memory:")
    store.add(Article(QUIET, "quiet.txt", furniture=(Span(0, 2),)), make_extraction([]))
    store.add(port_article, make_extraction(port_claims()))
    store.add(Article(TEXT, "copy/port.txt"), make_extraction(port_claims()))
    outer = make_claim(SHIP, content="السفينة غرقت، وإن قبطانها أبلغ الميناء بأن الموج عال", cue="وقال")
    inner = make_claim(
        SHIP,
        content=["أبلغ", "الموج عال"],
        cue="بأن",
        source=Source(f"صحيفة {PAPER.name}", "outlet", ("الميناء",)),
        via=[INSIDERS, AGENCY],
        parent=outer.id,
        reason="why not",
    )
    store.add(Article(SHIP, "ship.txt", "غرق", "المرفأ", "2020-01-02"), make_extraction([outer, inner]))
    store.add(Article("صمت آخر.", "silence.txt"), make_extraction([]))
    return store


def lines(store: Store, **narrowed: Any) -> list[str]:
    rows = store.archived(ClaimFilter(**narrowed))
    return [json.dumps({key: row[key] for key in row if key not in NUMBERED}) for row in rows]


def placed(lines: list[str]) -> list[tuple[str, Any]]:
    return [(f"line {number}", json.loads(line)) for number, line in enumerate(lines, start=1)]


def held(store: Store) -> dict[str, list[dict[str, Any]]]:
    connection = store.database.conn
    found = {}
    for table, query in QUERIES.items():
        cursor = connection.execute(query)
        names = [column[0] for column in cursor.description]
        drop = NUMBERED if table == "claims" else set()
        found[table] = [
            {key: value for key, value in zip(names, row, strict=True) if key not in drop} for row in cursor
        ]
    return found


@pytest.mark.parametrize("sort", [*SORTS, *(f"-{name}" for name in SORTS)])
def test_another_database_holds_the_same(full: Store, sort: str) -> None:
    with Store(":memory:") as copy:
        counts = copy.restore(placed(lines(full, sort=sort)))
        assert (counts.new, counts.unchanged, counts.updated, counts.claims) == (4, 0, 0, 6)
        assert held(copy) == held(full)
        assert lines(copy) == lines(full)
        assert copy.database.execute("PRAGMA foreign_key_check").fetchall() == []
        tables = {
            row[0] for row in copy.database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        }
        # identities are those of the names as they are now; decisions are passed on by themselves
        own = {"identities", "decisions", "linked", "corrections"}
        made = {name for name in tables if "_fts" in name or name.endswith("_to_index")}  # by search
        made |= {"claim_columns", "column_words", "segments_to_pack"}  # by counting
        made |= {"shingles", "copies", "copy_groups", "repeated_claims", "articles_to_compare"}
        assert tables - made == set(QUERIES) | own, "a table that import does not fill"


def test_again_adds_nothing(full: Store) -> None:
    before = held(full)
    counts = full.restore(placed(lines(full)))
    assert (counts.new, counts.unchanged, counts.updated, counts.claims) == (0, 4, 0, 0)
    assert held(full) == before


def test_parts_make_the_whole(full: Store) -> None:
    with Store(":memory:") as copy:
        first = copy.restore(placed(lines(full, anonymous=True)))
        assert (first.new, first.claims) == (1, 1)
        rest = copy.restore(placed(lines(full)))
        assert (rest.new, rest.updated, rest.claims) == (3, 1, 5)
        assert [row["claim_id"] for row in copy.claims()] == [row["claim_id"] for row in full.claims()]


def test_a_claim_without_its_parent_stands_alone(full: Store) -> None:
    with Store(":memory:") as copy:
        copy.restore(placed(lines(full, nested=True)))
        (row,) = copy.claims()
        assert row["parent_id"] == ""


def test_claims_of_another_engine_are_not_mixed_in(full: Store, port_article: Article) -> None:
    with Store(":memory:") as other:
        other.add(port_article, make_extraction(port_claims()[:1], engine="2"))
        counts = other.restore(placed(lines(full, article="port.txt")))
        assert (counts.new, counts.unchanged, counts.claims) == (0, 1, 0)


def test_places_that_are_taken_stay(full: Store, tmp_path: Path) -> None:
    with Store(":memory:") as other:
        other.add(Article("نص آخر تماما.", "news/port.txt"), make_extraction([]))
        other.restore(placed(lines(full)))
        paths = [(row["article_id"], row["path"]) for row in other.articles()]
        assert (1, "news/port.txt") in paths
        assert all(path for _, path in paths)


def broken() -> list[tuple[str, Any, str]]:
    """(where, what stands there instead, words of the message)"""
    return [
        ("claim_id", 7, "claim_id is not text"),
        ("claim_id", "", "claim_id is empty"),
        ("claim_id", [], "line 2"),
        ("stance", "loud", "it is one of: neutral"),
        ("source_kind", "planet", "it is one of: person"),
        ("quote", None, "quote is not text"),
        ("reason", "\ud800", "surrogates not allowed"),
        ("ordinal", 0, "whole number"),
        ("article_id", 99, "described nowhere"),
        ("article_id", None, "article_id is not a whole number"),
        ("spans", {"source": None, "cue": None, "content": [[3, 1]], "sentence": [0, 1]}, "is no span"),
        ("spans", {"source": None, "cue": None, "content": [[0, 10**9]], "sentence": [0, 1]}, "is no span"),
        ("spans", {"source": None, "cue": None, "content": [[0.0, 1]], "sentence": [0, 1]}, "is no span"),
        ("spans", {}, "is missing"),
        ("spans", 5, "line 2"),
        ("chain", [{"name": "x"}], "is missing"),
        ("names", None, "line 2"),
        ("articles", [{"article_id": 7}], "'text' is missing"),
        ("articles", None, "line 2"),
    ]


@pytest.mark.parametrize(("key", "value", "said"), broken())
def test_what_is_wrong_is_told_with_its_place_and_nothing_goes_in(
    full: Store, key: str, value: Any, said: str
) -> None:
    records = placed(lines(full))
    records[1] = (records[1][0], records[1][1] | {key: value})
    with Store(":memory:") as copy:
        with pytest.raises(ClaimtrackError, match=r"^line 2: ") as raised:
            copy.restore(records)
        assert said in str(raised.value)
        assert not any(held(copy).values())


@pytest.mark.parametrize("cell", [["x"], {"x": 1}, 2**70, None])
def test_an_article_with_wrong_cells_is_told(full: Store, cell: Any) -> None:
    records = placed(lines(full))
    records[0][1]["articles"][0]["byline"] = cell
    with Store(":memory:") as copy, pytest.raises(ClaimtrackError, match=r"^line 1: "):
        copy.restore(records)


def test_the_same_claim_twice_counts_once(full: Store) -> None:
    records = placed(lines(full))
    with Store(":memory:") as copy:
        counts = copy.restore([*records[:2], records[1], *records[1:]])
        assert counts.claims == 6
