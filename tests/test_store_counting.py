"""Counts are what counting the rows one by one gives."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from conftest import AGENCY, PAPER, TEXT, make_claim, make_extraction, port_claims

from claimtrack.errors import UsageError
from claimtrack.models import Article
from claimtrack.store import DIMENSIONS, PARTS, ClaimFilter, Store

SHIP = "وقال ناطق إن السفينة غرقت. وزعم آخر أن الموج عال، وأن الميناء مغلق."

# what a row of `claims` belongs to, by each dimension (a claim may belong to several groups of `via`)
GROUPS: dict[str, Callable[[dict[str, Any]], list[tuple[Any, ...]]]] = {
    "source": lambda row: [(row["source"] if row["source_kind"] else "", row["source_kind"])],
    "kind": lambda row: [(row["source_kind"],)],
    "stance": lambda row: [(row["stance"],)],
    "quote": lambda row: [(row["quote"],)],
    "negated": lambda row: [("true" if row["negated"] else "false",)],
    "cue": lambda row: [(row["cue_lemma"],)],
    "via": lambda row: [(name,) for name in row["via"].split(" ← ") if name],
    "outlet": lambda row: [(row["outlet"],)],
    "article": lambda row: [(row["article_id"], row["article_title"])],
    "year": lambda row: [(row["published"][:4],)],
    "month": lambda row: [(row["published"][:7],)],
    "day": lambda row: [(row["published"],)],
}
TOLD: dict[str, Callable[[dict[str, Any]], bool]] = {
    "anonymous": lambda row: row["source_kind"] == "anonymous",
    "doubt": lambda row: row["stance"] == "doubt",
    "negated": lambda row: row["negated"],
    "nested": lambda row: bool(row["parent_id"]),
    "relayed": lambda row: bool(row["via"]),
}
FILTERS = [{}, {"source": "الواحة"}, {"anonymous": False}, {"since": "2021"}, {"limit": 3, "sort": "-source"}]


@pytest.fixture
def store(port_article: Article) -> Iterator[Store]:
    with Store(":memory:") as store:
        store.add(port_article, make_extraction(port_claims()))
        store.add(
            Article(TEXT + " ", "b.txt", "", "الشاطئ  نيوز", "2021-03"),
            make_extraction(port_claims(TEXT + " ")),
        )
        sank = make_claim(SHIP, content="السفينة غرقت", cue="وقال", mention="ناطق", via=[PAPER, AGENCY])
        high = make_claim(
            SHIP, content="الموج عال", cue="وزعم", source=PAPER, stance="doubt", quote="mixed", parent=sank.id
        )
        store.add(Article(SHIP, "ship.txt", "غرق", "المرفأ", "2019-12-31"), make_extraction([sank, high]))
        store.add(Article("لا شيء.", "none.txt"), make_extraction([]))
        yield store


@pytest.mark.parametrize("narrowed", FILTERS)
@pytest.mark.parametrize(
    "by",
    [
        *([name] for name in DIMENSIONS),
        ["outlet", "kind"],
        ["source", "month"],
        ["kind", "stance"],
        ["via", "stance"],
        ["via", "year"],
        ["cue", "negated"],
        ["source", "quote"],
        ["month", "outlet"],
        ["kind", "kind"],
    ],
)
def test_counts_are_those_of_the_rows(store: Store, by: list[str], narrowed: dict[str, Any]) -> None:
    wanted = ClaimFilter(**narrowed)
    expected: Counter[tuple[Any, ...]] = Counter()
    for row in store.claims(wanted):
        groups: list[tuple[Any, ...]] = [()]
        for name in dict.fromkeys(by):
            # one outlet in two spellings of spaces is one, by the name that sorts first
            groups = [(*group, *more) for group in groups for more in GROUPS[name](row)]
        expected.update(
            tuple("الشاطئ  نيوز" if cell == "الشاطئ نيوز" else cell for cell in g) for g in groups
        )
    names = [shown for name in dict.fromkeys(by) for shown in DIMENSIONS[name].shown]
    found: Counter[tuple[Any, ...]] = Counter()
    for row in store.count(wanted, by):  # two unnamed sources may be called the same
        found[tuple(row[name] for name in names)] += row["claims"]
    if narrowed:  # by the name as it sorts first among all articles
        assert sum(found.values()) == sum(expected.values())
    else:
        assert found == expected


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("by", ["source", "outlet", "month", "kind", "via"])
def test_a_part_is_counted_beside_the_whole(store: Store, by: str, part: str) -> None:
    whole = {tuple(row.values())[:1]: row["claims"] for row in store.count(by=[by])}
    rows = list(store.count(by=[by], part=part))
    assert {tuple(row.values())[:1]: row["claims"] for row in rows} == whole
    told: Counter[Any] = Counter()
    for row in store.claims():
        if TOLD[part](row):
            told.update(group[0] for group in GROUPS[by](row))
    assert sum(row["part"] for row in rows) == sum(told.values())
    assert [row["part"] for row in rows] == sorted((row["part"] for row in rows), reverse=True)


def test_the_largest_come_first_and_times_as_they_run(store: Store) -> None:
    assert [row["claims"] for row in store.count(by=["stance"])] == [5, 2, 2, 1]
    assert [row["month"] for row in store.count(by=["month"])] == ["2019-12", "2021-03"]
    rows = [
        (row["outlet"], row["stance"], row["claims"], row["total"])
        for row in store.count(by=["outlet", "stance"])
    ]
    assert rows[0] == ("الشاطئ  نيوز", "neutral", 4, 8)
    assert rows[-1][3] == 2
    assert [row["source"] for row in store.count(by=["source"], limit=1)] == [PAPER.name]
    assert {row["total"] for row in store.count(by=["kind"])} == {10}


@pytest.mark.parametrize(
    "by", [["source", "stance"], ["stance", "source"], ["month", "kind"], ["kind", "month"]]
)
@pytest.mark.parametrize("narrowed", FILTERS)
def test_only_what_is_shown_is_counted_by_two(store: Store, by: list[str], narrowed: dict[str, Any]) -> None:
    """The largest groups of each dimension, the last of times; counts and totals stay those of all."""
    every = list(store.count(ClaimFilter(**narrowed), by))
    some = list(store.count(ClaimFilter(**narrowed), by, limit=2, across=1))
    first, second = (DIMENSIONS[name].shown[0] for name in by)
    lines = list(dict.fromkeys(row[first] for row in every))[:2]
    cells = {(row[first], row[second]): row["claims"] for row in every if row[first] in lines}
    sums: Counter[Any] = Counter()
    for (_, name), claims in cells.items():
        sums[name] += claims
    (shown,) = {row[second] for row in some}
    assert shown == max(sums) if by[1] == "month" else sums[shown] == max(sums.values())
    assert [(row[first], row[second]) for row in some] == [(line, shown) for line in lines]
    assert [row["claims"] for row in some] == [cells.get((line, shown), 0) for line in lines]
    totals = {row[first]: row["total"] for row in every}
    assert [row["total"] for row in some] == [totals[line] for line in lines]
    if by[1] != "source":  # two of one name are two
        assert {row["left_out"] for row in some} == {len(sums) - 1}


def test_totals(store: Store) -> None:
    assert store.totals() == {
        "claims": 10,
        "articles": 3,
        "sources": 4,
        "first": "2019-12-31",
        "last": "2021-03-14",
    }
    assert store.totals(ClaimFilter(outlet="المرفأ", limit=1)) == {
        "claims": 1,
        "articles": 1,
        "sources": 0,
        "first": "2019-12-31",
        "last": "2019-12-31",
    }


@pytest.mark.parametrize(
    ("by", "part", "said"), [(["colour"], "", "no dimension 'colour'"), (["kind"], "red", "no part 'red'")]
)
def test_what_cannot_be_counted_is_told_with_what_can(
    store: Store, by: list[str], part: str, said: str
) -> None:
    with pytest.raises(UsageError, match=said):
        store.count(by=by, part=part)
