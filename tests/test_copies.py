"""Copies of one report: found, grouped, with the share of text in common, and their claims counted once."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest
from conftest import make_claim, make_extraction
from hypothesis import given
from hypothesis import strategies as st
from reading_fixtures.articles import BRIDGE, LIBRARY

from claimtrack.models import Article
from claimtrack.store import ClaimFilter, Store
from claimtrack.store.shingling import in_common, kept, shingles

WIRE = LIBRARY.text
LINES = WIRE.split("\n")
CUT = "\n".join(LINES[:4])  # a paper that had no room
EDITED = WIRE.replace("يوم الأحد", "أمس الأحد").replace("من جهته، أكد", "كما أكد") + "\n(وكالات)"
VOWELLED = WIRE.replace("المكتبة", "المَكْتَبَة").replace("أ", "ا")
OTHER = BRIDGE.text


def article(text: str, path: str, published: str = "") -> Article:
    return Article(text, path, title=path, published=published)


def filled(store: Store, *articles: Article) -> None:
    for each in articles:
        claims = [
            make_claim(each.text, content=content, cue="وقالت")
            for content in ("المكتبة تضم عشرين ألف كتاب",)
            if content in each.text and "وقالت" in each.text
        ]
        store.add(each, make_extraction(claims))


@pytest.mark.parametrize(
    ("one", "other", "least", "most"),
    [
        (WIRE, WIRE, 1.0, 1.0),
        (WIRE, CUT, 0.99, 1.0),
        (WIRE, EDITED, 0.75, 0.98),
        (WIRE, VOWELLED, 1.0, 1.0),
        (WIRE, OTHER, 0.0, 0.0),
        (WIRE, f"{OTHER}\n{LINES[0]}", 0.0, 0.0),
        (LINES[0], "\n".join([LINES[0], *OTHER.split("\n") * 3]), 0.0, 0.0),
        ("", "", 0.0, 0.0),
    ],
)
def test_the_share_of_text_in_common(one: str, other: str, least: float, most: float) -> None:
    assert least <= in_common(shingles(one), shingles(other)) <= most


@given(st.text(), st.text())
def test_shares_are_the_same_both_ways(one: str, other: str) -> None:
    first, second = shingles(one), shingles(other)
    assert in_common(first, second) == in_common(second, first) <= 1
    assert set(kept(first)) <= first


def test_copies_are_grouped_in_whatever_order_they_come() -> None:
    wire = [
        article(WIRE, "wire.txt", "2021-03-14"),
        article(CUT, "paper.txt", "2021-03-15"),
        article(EDITED, "site.txt"),
        article(OTHER, "other.txt", "2021-03-13"),
    ]
    for order in permutations(wire):
        with Store(":memory:") as store:
            filled(store, *order)
            rows = list(store.copies())
            assert [row["path"] for row in rows] == ["wire.txt", "paper.txt", "site.txt"]
            assert len({row["group_id"] for row in rows}) == 1
            assert all(0.7 < row["share"] <= 1 for row in rows)


def test_what_copies_say_counts_once() -> None:
    with Store(":memory:") as store:
        filled(store, article(CUT, "b.txt", "2021-03-15"), article(WIRE, "a.txt", "2021-03-14"))
        assert [row["article_path"] for row in store.claims(distinct=True)] == ["a.txt"]
        assert len(list(store.claims())) == 2
        assert store.totals(ClaimFilter(distinct=True))["claims"] == 1
        assert [row["claims"] for row in store.count(ClaimFilter(distinct=True), ["stance"])] == [1]


def test_a_copy_that_changes_or_goes_leaves_its_group(tmp_path: Path) -> None:
    with Store(":memory:") as store:
        filled(store, article(WIRE, "a.txt", "2021-03-14"), article(CUT, "b.txt", "2021-03-15"))
        assert len(list(store.copies())) == 2
        filled(store, article(OTHER, "a.txt", "2021-03-14"))
        assert list(store.copies()) == []
        assert len(list(store.claims(distinct=True))) == 1


def test_a_second_comparison_writes_nothing() -> None:
    with Store(":memory:") as store:
        filled(store, article(WIRE, "a.txt"), article(CUT, "b.txt"))
        store.compare()
        before = store.database.conn.total_changes
        store.compare()
        assert store.database.conn.total_changes == before


def test_furniture_makes_no_copies() -> None:
    bar = "شارك الخبر على صفحتك وتابعنا في كل مكان واشترك في نشرتنا التي تصدر صباح كل أحد " * 4
    from claimtrack.models import Span

    with Store(":memory:") as store:
        for path, text in (("a.txt", LINES[0]), ("b.txt", OTHER.split("\n")[0])):
            whole = f"{bar}\n{text}"
            store.add(Article(whole, path, furniture=(Span(0, len(bar)),)), make_extraction([]))
        assert list(store.copies()) == []
