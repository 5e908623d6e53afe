"""The search index says what the tables say, whatever has happened to them."""

from __future__ import annotations

import random
from pathlib import Path

from conftest import TEXT, make_claim, make_extraction, port_claims

from claimtrack.models import Article, Extraction
from claimtrack.store import Store


def step(store: Store) -> None:
    """FTS5's own check, and one row in the index for each that does not wait."""
    connection = store.database.conn
    connection.execute("INSERT INTO claims_fts (claims_fts, rank) VALUES ('integrity-check', 0)")
    connection.execute("INSERT INTO articles_fts (articles_fts) VALUES ('integrity-check')")
    waiting = {row[0] for row in connection.execute("SELECT number FROM claims_to_index")}
    numbers = {row[0] for row in connection.execute("SELECT number FROM claims")}
    indexed = {row[0] for row in connection.execute("SELECT id FROM claims_fts_docsize")}
    assert indexed == numbers - waiting
    assert waiting <= numbers
    waiting = {row[0] for row in connection.execute("SELECT article_id FROM articles_to_index")}
    ids = {row[0] for row in connection.execute("SELECT id FROM articles")}
    assert {row[0] for row in connection.execute("SELECT rowid FROM articles_fts")} == ids - waiting


def version(chance: random.Random) -> tuple[Article, Extraction]:
    """An article at one of three places, in one of three texts, with some of its claims."""
    text = TEXT.replace("الأرصفة", chance.choice(["الأرصفة", "المخازن", "الطرق"]))
    claims = []
    for claim in port_claims(text.replace("المخازن", "الأرصفة").replace("الطرق", "الأرصفة")):
        if chance.random() < 0.7:
            claims.append(claim)
    if text != TEXT:
        claims = [make_claim(text, content="العمل يبدأ في الربيع", cue="وأوضحت")]
    return Article(text, f"{chance.randrange(3)}.txt"), make_extraction(
        claims, engine=str(chance.randrange(9))
    )


def test_the_index_keeps_step_whatever_comes_and_goes(tmp_path: Path) -> None:
    chance = random.Random(6)
    with Store(tmp_path / "claims.db") as store:
        for _ in range(120):
            store.add(*version(chance))
            step(store)
            if chance.random() < 0.3:
                store.index()
                step(store)
        store.index()
        before = store.database.conn.total_changes
        store.index()
        assert store.database.conn.total_changes == before
        assert store.database.execute("SELECT count(*) FROM claims_to_index").fetchone()[0] == 0


def test_a_claim_whose_content_changes_is_found_by_the_new_one() -> None:
    with Store(":memory:") as store:
        claims = port_claims()
        store.add(Article(TEXT, "port.txt"), make_extraction(claims))
        for indexed in (False, True):
            if indexed:
                store.index()
            store.database.execute("UPDATE claims SET content_key = ' جديد ' WHERE number = 1")
            store.database.execute("UPDATE claims SET content_key = ' قديم ' WHERE number = 1")
            step(store)
        store.index()
        step(store)
        query = "SELECT rowid FROM claims_fts WHERE claims_fts MATCH ?"
        assert store.database.execute(query, ["قديم"]).fetchall() == [(1,)]
        assert store.database.execute(query, ["جديد"]).fetchall() == []
