"""`check` finds what is wrong with a database, and only that; `backup` copies it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from conftest import TEXT, make_extraction, port_claims
from typer.testing import CliRunner

from claimtrack.cli.app import app
from claimtrack.errors import StoreError
from claimtrack.models import Article
from claimtrack.store import Store

SAMPLES = Path(__file__).parent.parent / "sample_data"


@pytest.fixture
def path(tmp_path: Path, port_article: Article) -> Path:
    path = tmp_path / "claims.db"
    with Store(path) as store:
        store.add(port_article, make_extraction(port_claims()))
        store.index()
    return path


def faults(path: Path) -> list[str]:
    with Store(path, create=False) as store:
        return list(store.faults())


def change(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("DELETE FROM sources WHERE kind = 'person'", "what it refers to is not in"),
        ("DELETE FROM spans WHERE claim_number = 2", "its content is not what stands at its place"),
        ("UPDATE spans SET start = start + 1 WHERE role = 'cue' AND claim_number = 1", "its cue is not"),
        ('UPDATE spans SET "end" = 9999 WHERE claim_number = 1', "outside its text"),
        ("UPDATE claims SET mention = 'غيره' WHERE number = 1", "its source is not"),
        ("UPDATE claims SET sentence_start = sentence_start + 1", "its sentence is not"),
        ("UPDATE articles SET text = text || 'و'", "not the one that was taken in"),
        ("INSERT INTO furniture VALUES (1, 5, 99999)", "furniture outside"),
        ("DELETE FROM locations", "article 1 is found nowhere"),
        ("DELETE FROM namings", "used by no article"),
        ("DELETE FROM namings; DELETE FROM names", "has no name"),
        ("UPDATE chain SET hop = 2", "gap in its chain"),
        ("UPDATE claims SET source_id = (SELECT max(id) FROM sources) WHERE number = 1", "another source"),
        ("DELETE FROM articles_fts", "cannot be found by search"),
        ("INSERT INTO articles_fts (rowid, text_key) VALUES (77, ' كلام ')", "not there any more"),
        ("UPDATE articles_fts SET text_key = ' كلام '", None),  # the words are the index's own
        ("UPDATE claims SET content_key = ' غيره ' WHERE number = 1", None),  # a trigger follows
    ],
)
def test_what_is_wrong_is_said(path: Path, statement: str, said: str | None) -> None:
    assert faults(path) == []
    change(path, "PRAGMA foreign_keys = OFF", *statement.split("; "))
    found = faults(path)
    assert (said is None) == (found == [])
    assert said is None or any(said in fault for fault in found)


def test_an_index_that_does_not_fit_its_words_is_made_anew(path: Path) -> None:
    change(
        path,
        "DROP TRIGGER claims_change",
        "UPDATE claims SET content_key = ' قطار ' WHERE number = 1",
        "DELETE FROM articles_fts",
    )
    assert [fault.split(":")[0] for fault in faults(path)] == ["claims_fts", "articles_fts"]
    result = CliRunner().invoke(app, ["check", "--db", str(path), "--rebuild-index"])
    assert (result.exit_code, result.stdout) == (0, "all well\n")
    with Store(path) as store:
        assert [row["claim_number"] for row in store.search("قطار")] == [1]


def test_a_damaged_file_is_told(path: Path) -> None:
    change(path, "PRAGMA journal_mode = DELETE")
    content = bytearray(path.read_bytes())
    for page in range(3, len(content) // 4096):
        content[page * 4096 : page * 4096 + 8] = b"\xff" * 8
    path.write_bytes(content)
    result = CliRunner().invoke(app, ["check", "--db", str(path)])
    assert result.exit_code == 1
    assert "damaged" in result.stdout + str(result.exception)


def test_many_faults_of_a_kind_are_counted(path: Path) -> None:
    change(path, *(f"INSERT INTO furniture VALUES (1, {start}, 99999)" for start in range(20)))
    assert len(faults(path)) == 6
    assert faults(path)[-1] == "and 15 more like it"


def test_samples_taken_in_twice_and_restored_are_well(tmp_path: Path) -> None:
    run: Callable[..., int] = lambda *words: CliRunner().invoke(app, list(words)).exit_code  # noqa: E731
    first, second, claims = (str(tmp_path / name) for name in ("a.db", "b.db", "c.jsonl"))
    for _ in range(2):
        assert run("ingest", str(SAMPLES), "--db", first) == 0
    assert run("export", claims, "--db", first) == 0
    assert run("import", claims, "--db", second) == 0
    assert run("check", "--db", first) == run("check", "--db", second) == 0


def test_a_backup_holds_it_all_while_others_write(path: Path, tmp_path: Path) -> None:
    out = tmp_path / "copy.db"
    with Store(path) as store, Store(path) as other, other.together():
        other.add(Article(TEXT + "خاتمة", path="b.txt"), make_extraction([]))
        store.backup(out)
    assert sorted(each.name for each in tmp_path.iterdir()) == ["claims.db", "copy.db"]
    assert faults(out) == []
    with Store(out) as copy:
        assert [row["article_id"] for row in copy.articles()] == [1]
        assert len(list(copy.claims())) == 4


def test_a_backup_replaces_only_what_it_is_told_to(path: Path, tmp_path: Path) -> None:
    out = tmp_path / "copy.db"
    out.write_text("mine", "utf-8")
    with Store(path) as store:
        with pytest.raises(StoreError, match="--force"):
            store.backup(out)
        assert out.read_text("utf-8") == "mine"
        store.backup(out, replace=True)
        with pytest.raises(StoreError, match="the database itself"):
            store.backup(path, replace=True)
        with pytest.raises(StoreError, match="cannot be opened"):
            store.backup(tmp_path / "no" / "copy.db")
    assert faults(out) == []
