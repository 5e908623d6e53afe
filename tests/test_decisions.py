"""Decisions about sources: carried out at once, undone without a trace, kept through everything."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from conftest import AGENCY, make_claim, make_extraction
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from claimtrack.errors import StoreError, UsageError
from claimtrack.models import Article, Extraction, Source
from claimtrack.store import Store

# two spellings of one paper, one that looks like it, people, and somebody unnamed
NAMES = [
    ("outlet", "صحيفة المرفأ"),
    ("outlet", "جريدة المرفأ اليومية"),
    ("outlet", "قناة المرفأ"),
    ("person", "سليم الحداد"),
    ("person", "سليم حداد"),
    ("person", "سليم جورج الحداد"),
    ("person", "نادر الخياط"),
    ("institution", "بلدية المرفأ"),
    ("anonymous", "مصادر ملاحية"),
]


def article_of(number: int, names: list[tuple[str, str]]) -> tuple[Article, Extraction]:
    """An article in which each of these says something."""
    lines = [f"قال {name} إن الأمر رقم {number} في الفقرة {place}." for place, (_, name) in enumerate(names)]
    text = "\n".join(lines)
    claims = [
        make_claim(
            text,
            content=f"الأمر رقم {number} في الفقرة {place}",
            mention=name,
            source=Source(name, kind, (name.split()[-1],)),
            via=[AGENCY] if place % 2 else [],
        )
        for place, (kind, name) in enumerate(names)
    ]
    return Article(text, f"{number}.txt"), make_extraction(claims)


ARTICLES = [
    article_of(1, [NAMES[0], NAMES[3], NAMES[8]]),
    article_of(2, [NAMES[1], NAMES[4], NAMES[6]]),
    article_of(3, [NAMES[2], NAMES[5], NAMES[8], NAMES[7]]),
    article_of(4, [NAMES[0], NAMES[1], NAMES[2], NAMES[3]]),
]


def filled() -> Store:
    store = Store(":memory:")
    for article, extraction in ARTICLES:
        store.add(article, extraction)
    return store


def state(store: Store) -> dict[str, Any]:
    """Who is who, and who says what, without the numbers of rows."""
    connection = store.database.conn
    members: dict[int, set[str]] = {}
    for identity, source in connection.execute("SELECT identity, source_id FROM identities"):
        members.setdefault(source, set()).add(identity)
    who = {source: " = ".join(sorted(identities)) for source, identities in members.items()}
    names = connection.execute("SELECT DISTINCT source_id, name FROM names").fetchall()
    claims = connection.execute("SELECT id, source_id FROM claims").fetchall()
    hops = connection.execute(
        "SELECT c.id, h.hop, h.source_id FROM chain AS h JOIN claims AS c ON c.number = h.claim_number"
    ).fetchall()
    sources = connection.execute("SELECT id, name, kind FROM sources").fetchall()
    assert {row[0] for row in sources} == set(members)
    return {
        "sources": {who[source]: (name, kind) for source, name, kind in sources},
        "names": {(who[source], name) for source, name in names},
        "claims": {claim: who[source] for claim, source in claims},
        "hops": {(claim, hop): who[source] for claim, hop, source in hops},
    }


def journal(store: Store) -> list[tuple[str, dict[str, str]]]:
    return [(f"line {n}", row) for n, row in enumerate(store.decisions.all())]


def called(store: Store, name: str) -> str:
    (row,) = [row for row in store.sources(named=name) if row["source_id"] == store.find_source(name)]
    return str(row["name"])


def test_spellings_of_one_name_are_one_source_from_the_start() -> None:
    with filled() as store:
        assert store.find_source("صحيفة المرفأ") == store.find_source("جريدة المرفأ اليومية")
        assert store.find_source("سليم الحداد") == store.find_source("سليم حداد")
        assert store.find_source("قناة المرفأ") != store.find_source("صحيفة المرفأ")


def test_unnamed_sources_of_two_articles_stay_two() -> None:
    with filled() as store:
        assert [row["claims"] for row in store.sources(named="مصادر ملاحية")] == [1, 1]


def test_a_merge_moves_the_claims_and_undo_moves_them_back() -> None:
    with filled() as store:
        before = state(store)
        store.decisions.merge("سليم الحداد", "سليم جورج الحداد")
        (row,) = store.sources(named="جورج")
        assert (row["name"], row["claims"]) == ("سليم حداد", 4)
        assert [claim["source"] for claim in store.claims(source="سليم جورج الحداد")] == ["سليم حداد"] * 4
        assert store.decisions.undo().act == "merge"
        assert state(store) == before


def test_a_merged_source_has_the_name_and_kind_of_the_first() -> None:
    with filled() as store:
        store.decisions.merge("بلدية المرفأ", "قناة المرفأ")
        (row,) = store.sources(named="بلدية المرفأ")
        assert (row["name"], row["kind"]) == ("بلدية المرفأ", "institution")


def test_a_split_takes_a_spelling_out_of_what_was_joined_by_itself() -> None:
    with filled() as store:
        store.decisions.split("سليم الحداد", "سليم حداد")
        rows = list(store.sources(named="سليم", kinds=["person"]))
        assert {row["name"]: row["claims"] for row in rows} == {
            "سليم الحداد": 2,
            "سليم حداد": 1,
            "سليم جورج الحداد": 1,
        }


def test_two_people_of_one_name_are_told_apart_by_their_articles() -> None:
    with filled() as store:
        before = state(store)
        store.decisions.split_article("سليم الحداد", 4)
        rows = list(store.sources(named="سليم الحداد"))
        assert sorted(row["claims"] for row in rows) == [1, 2]
        mine = next(row["source_id"] for row in rows if row["claims"] == 1)
        assert [claim["article_id"] for claim in store.claims() if claim["source"] == "سليم الحداد"] == [4]
        for article, extraction in ARTICLES:  # after another extraction, too
            store.add(article, make_extraction(extraction.claims, engine="2"))
        assert store.portrait(mine)["claims"] == 1
        store.decisions.merge(str(mine), "نادر الخياط")
        assert store.portrait(store.find_source("نادر الخياط"))["claims"] == 2
        store.decisions.undo()
        store.decisions.undo()
        assert state(store) == before


def test_a_name_that_was_given_is_found_and_shown() -> None:
    with filled() as store:
        store.decisions.rename("سليم الحداد", "سليم الحدّاد (رئيس البلدية)")
        store.decisions.alias("سليم الحداد", "أبو جورج")
        store.decisions.kind("سليم الحداد", "institution")
        (row,) = store.sources(named="ابو جورج")
        assert (row["name"], row["kind"]) == ("سليم الحدّاد (رئيس البلدية)", "institution")
        assert len(list(store.claims(source="أبو جورج"))) == 3


def test_an_alias_joins_whoever_is_called_so_later() -> None:
    with filled() as store:
        store.decisions.alias("سليم الحداد", "سليم بن جورج الحداد")
        store.add(*article_of(9, [("person", "سليم بن جورج الحداد")]))
        assert store.find_source("سليم بن جورج الحداد") == store.find_source("سليم الحداد")


def test_decisions_outlive_another_extraction_and_the_article() -> None:
    with filled() as store:
        store.decisions.merge("سليم الحداد", "نادر الخياط")
        decided = state(store)
        for article, extraction in ARTICLES:
            store.add(article, make_extraction([], engine="2"))
            store.add(article, make_extraction(extraction.claims, engine="3"))
        assert state(store) == decided


def test_what_was_decided_before_holds_for_articles_that_come_after() -> None:
    with filled() as store, Store(":memory:") as later:
        store.decisions.merge("سليم الحداد", "نادر الخياط")
        store.decisions.split("صحيفة المرفأ", "جريدة المرفأ اليومية")
        later.decisions.take_in(journal(store))
        for article, extraction in reversed(ARTICLES):
            later.add(article, extraction)
        assert state(later) == state(store)


def test_teams_that_exchange_their_decisions_agree() -> None:
    with filled() as one, filled() as other:
        one.decisions.merge("سليم الحداد", "نادر الخياط")
        other.decisions.rename("سليم الحداد", "الحداد الكبير")
        other.decisions.split("صحيفة المرفأ", "جريدة المرفأ اليومية")
        assert one.decisions.take_in(journal(other)) == 2
        assert other.decisions.take_in(journal(one)) == 1
        assert other.decisions.take_in(journal(one)) == 0
        assert state(one) == state(other)
        assert list(one.decisions.all()) == list(other.decisions.all())


def test_a_decision_undone_by_its_id_leaves_the_later_ones() -> None:
    with filled() as store:
        (merged,) = store.decisions.merge("سليم الحداد", "نادر الخياط")
        store.decisions.rename("قناة المرفأ", "المرفأ الفضائية")
        store.decisions.undo(merged.id)
        assert store.find_source("سليم الحداد") != store.find_source("نادر الخياط")
        assert called(store, "قناة المرفأ") == "المرفأ الفضائية"
        assert [(row["act"], row["holds"]) for row in store.decisions.all()] == [
            ("merge", False),
            ("rename", True),
            ("undo", False),
        ]


@pytest.mark.parametrize(
    ("act", "words"),
    [
        (lambda d: d.merge("سليم الحداد", "سليم حداد"), "one source already"),
        (lambda d: d.merge("لا أحد", "سليم الحداد"), "no source is called لا أحد"),
        (lambda d: d.merge("المرفأ", "سليم الحداد"), "several sources are called المرفأ"),
        (lambda d: d.merge("99", "سليم الحداد"), "no source 99"),
        (lambda d: d.split("نادر الخياط", "نادر الخياط"), "nothing to split"),
        (lambda d: d.split_article("نادر الخياط", 1), "article 1 does not name"),
        (lambda d: d.split_article("مصادر ملاحية", 1), "several sources are called"),
        (lambda d: d.kind("سليم الحداد", "ship"), "no kind 'ship'"),
        (lambda d: d.rename("سليم الحداد", "…"), "no word"),
        (lambda d: d.alias("سليم الحداد", "نادر الخياط"), "another source is called"),
        (lambda d: d.undo(), "no decision to undo"),
        (lambda d: d.undo("0"), "no decision '0'"),
        (lambda d: d.take_in([("x.csv, line 2", {"id": "1"})]), "x.csv, line 2: no column"),
    ],
)
def test_what_makes_no_sense_is_refused_and_changes_nothing(act: Any, words: str) -> None:
    with filled() as store:
        before = state(store)
        with pytest.raises((StoreError, UsageError), match=words):
            act(store.decisions)
        assert state(store) == before
        assert list(store.decisions.all()) == []


def test_an_older_database_is_linked_when_it_is_opened(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    with Store(path) as store:
        for article, extraction in ARTICLES:
            store.add(article, extraction)
        linked = state(store)
        connection = store.database.conn
        connection.execute("UPDATE linked SET version = 0")
        connection.execute("UPDATE identities SET link_key = identity")
    with Store(path) as store:
        assert state(store) == linked


NAMED = [name for kind, name in NAMES]
ACTS = st.one_of(
    st.tuples(st.just("merge"), st.sampled_from(NAMED), st.sampled_from(NAMED)),
    st.tuples(st.just("split"), st.sampled_from(NAMED), st.sampled_from(NAMED)),
    st.tuples(st.just("rename"), st.sampled_from(NAMED), st.sampled_from(["اسم جديد", "سليم الحداد"])),
    st.tuples(
        st.just("alias"), st.sampled_from(NAMED), st.sampled_from(["كنية", "سليم خياط", "نادر الخياط"])
    ),
    st.tuples(st.just("kind"), st.sampled_from(NAMED), st.sampled_from(["person", "outlet"])),
    st.tuples(st.just("split_article"), st.sampled_from(NAMED), st.integers(1, 4)),
    st.tuples(st.just("undo"), st.integers(0, 9)),
    st.tuples(st.just("add"), st.integers(0, 3)),
    st.tuples(st.just("empty"), st.integers(0, 3)),
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@example([("split_article", "قناة المرفأ", 3), ("empty", 2)])
@given(st.lists(ACTS, min_size=1, max_size=14))
def test_in_any_order_the_database_is_what_the_journal_comes_to(acts: list[tuple[Any, ...]]) -> None:
    with filled() as store, filled() as replayed:
        for act, *values in acts:
            try:
                carry_out(store, act, *values)
            except (StoreError, UsageError):
                continue
        for number in range(len(ARTICLES)):
            if not list(store.claims(article=str(number + 1))):
                carry_out(replayed, "empty", number)
        replayed.decisions.take_in(reversed(journal(store)))
        assert state(store) == state(replayed)
        relinked(store)
        assert state(store) == state(replayed)
        assert store.database.execute("PRAGMA foreign_key_check").fetchall() == []


def carry_out(store: Store, act: str, *values: Any) -> None:
    if act == "undo":
        held = [row["id"] for row in store.decisions.all() if row["holds"]]
        store.decisions.undo(held[values[0] % len(held)] if held else "")
    elif act in ("add", "empty"):
        article, extraction = ARTICLES[values[0]]
        store.add(article, make_extraction(extraction.claims if act == "add" else (), engine=act))
    else:
        getattr(store.decisions, act)(*values)


def relinked(store: Store) -> None:
    """Everything linked anew must change nothing."""
    from claimtrack.store.identities import bring_up_to_date

    store.database.conn.execute("DELETE FROM linked")
    bring_up_to_date(store.database.conn)


def test_what_was_said_to_be_different_is_not_proposed_again() -> None:
    with filled() as store:
        pairs = {frozenset((row["one_name"], row["other_name"])) for row in store.suggestions()}
        assert frozenset(("سليم حداد", "سليم جورج الحداد")) in pairs
        store.decisions.split("سليم حداد", "سليم جورج الحداد")
        pairs = {frozenset((row["one_name"], row["other_name"])) for row in store.suggestions()}
        assert frozenset(("سليم حداد", "سليم جورج الحداد")) not in pairs
        store.decisions.undo()
        assert len(list(store.suggestions(kinds=["outlet"], limit=1))) == 1
