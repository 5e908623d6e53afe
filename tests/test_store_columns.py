"""Columns hold what the tables say, whatever comes, changes and goes, and whoever else is writing."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import AGENCY, PAPER, make_claim, make_extraction

from claimtrack.models import KINDS, STANCES, Article, Claim, Relay, Source
from claimtrack.store import SORTS, Store
from claimtrack.store.schema_columns import SEGMENT

SEED = "وقال {0} إن الباب مفتوح. وزعم {0} أن السوق بعيدة، ونفى {0} أن الجسر طويل.\n"
NAMES = "ناطق سليم مصدر الحداد صيادون".split()


def claims_of(text: str, chance: random.Random) -> Iterator[Claim]:
    parts = (("وقال", "الباب مفتوح"), ("وزعم", "السوق بعيدة"), ("ونفى", "الجسر طويل"))
    first = ""
    for cue, content in parts[: chance.randint(1, 3)]:
        name = chance.choice(NAMES)
        claim = make_claim(text, content=content, cue=cue, stance=chance.choice(STANCES))
        source = Source(name, chance.choice(KINDS)) if chance.random() < 0.8 else None
        relays = tuple(Relay(who) for who in chance.sample((PAPER, AGENCY), chance.randint(0, 2)))
        yield replace(claim, source=source, via=relays, parent=first or None, negated=chance.random() < 0.3)
        first = first or claim.id


def put(store: Store, chance: random.Random, version: str) -> None:
    """An article that is new, or one that is there read by another engine."""
    number = chance.randrange(8)
    text = SEED.format(NAMES[number % len(NAMES)]) * (number + 1)
    article = Article(
        text, f"{number}.txt", outlet=chance.choice(("المرفأ", "", "الشاطئ")), published="2020-01"
    )
    found = replace(make_extraction(list(claims_of(text, chance))), engine_version=version)
    store.add(article, found)


def counted(store: Store) -> dict[tuple[str, str], int]:
    rows = store.count(by=["source", "stance"])
    found: Counter[tuple[str, str]] = Counter()
    for row in rows:
        found[row["source"], row["stance"]] += row["claims"]
    return found


def listed(store: Store) -> dict[tuple[str, str], int]:
    return Counter((row["source"] if row["source_kind"] else "", row["stance"]) for row in store.claims())


def near_the_end_of_a_segment(store: Store) -> None:
    """Moves the first claims of a database to numbers that leave little room in their segment."""
    run = store.database.execute
    run("PRAGMA foreign_keys = OFF")
    for table, number in (
        ("claims", "number"),
        ("claims_to_index", "number"),
        ("spans", "claim_number"),
        ("chain", "claim_number"),
    ):
        run(f"UPDATE {table} SET {number} = {number} + {SEGMENT - 12}")
    run("PRAGMA foreign_keys = ON")


def decide(store: Store, act: str, kinds: list[str], sources: int, *more: str) -> None:
    found = [str(row["source_id"]) for row in store.sources(kinds=kinds, limit=sources)]
    if len(found) == sources:
        getattr(store.decisions, act)(*found, *more)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "claims.db"


def test_columns_keep_step_whatever_comes_and_goes(path: Path) -> None:
    chance = random.Random(7)
    with Store(path) as store:
        put(store, chance, "0")
        near_the_end_of_a_segment(store)
        for step in range(60):
            put(store, chance, str(step))
            if step % 3 == 0:
                assert counted(store) == listed(store)
            if step % 11 == 5:
                decide(store, "merge", ["person", "institution", "outlet"], 2)
            if step % 13 == 9:
                decide(store, "kind", ["institution"], 1, "person")
            assert list(store.faults()) == []
        assert counted(store) == listed(store)
        assert store.database["segments_to_pack"].count == 0
        assert len({row[0] for row in store.database.execute("SELECT segment FROM claim_columns")}) > 1
        relays = sum(row["claims"] for row in store.count(by=["via"]))
        assert relays == sum(len(row["via"].split(" ← ")) for row in store.claims() if row["via"])


def test_the_first_claims_of_an_order_are_those_of_all(path: Path) -> None:
    """Whatever has come and gone: names that several sources share, claims of nobody, articles read again."""
    chance = random.Random(7)
    with Store(path) as store:
        for version in "123":
            for _ in range(10):
                put(store, chance, version)
        for sort in (*SORTS, *(f"-{name}" for name in SORTS)):
            every = list(store.claims(sort=sort))
            for limit in (0, 1, 2, 3, 5, 8, len(every), len(every) + 1):
                assert list(store.claims(sort=sort, limit=limit)) == every[:limit], (sort, limit)


def test_claims_are_counted_while_others_write(path: Path) -> None:
    with Store(path) as store, Store(path) as other:
        put(store, random.Random(1), "1")
        with other.together():
            assert counted(store) == listed(store)
            put(other, random.Random(2), "2")
            assert counted(store) == listed(store)
            assert counted(other) == listed(other) != counted(store)
        assert counted(store) == listed(store)


def test_what_is_undone_is_not_counted(path: Path) -> None:
    with Store(path) as store:
        put(store, random.Random(1), "1")
        before = counted(store)
        with suppress(KeyError), store.together():
            put(store, random.Random(2), "2")
            assert counted(store) == listed(store) != before
            raise KeyError
        assert counted(store) == listed(store) == before


def test_claims_are_counted_where_nothing_can_be_written(path: Path) -> None:
    with Store(path) as store:
        put(store, random.Random(1), "1")
        expected = listed(store)
        store.database.execute("PRAGMA query_only = ON")
        assert counted(store) == expected
        assert store.totals()["claims"] == sum(expected.values())
        assert store.database["segments_to_pack"].count == 1


def test_columns_out_of_step_are_told_and_made_anew(path: Path) -> None:
    with Store(path) as store:
        put(store, random.Random(1), "1")
        assert counted(store) == listed(store)
        with store.database.conn as connection:
            connection.execute("UPDATE claim_columns SET data = zeroblob(3) WHERE name = 'stance'")
        assert "claim_columns: segment 0" in "\n".join(store.faults())
        store.rebuild_index()
        assert list(store.faults()) == []
        assert counted(store) == listed(store)
