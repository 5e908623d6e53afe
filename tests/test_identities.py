"""Linking across articles, measured on articles of sources that are known to be who they are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from itertools import combinations

import pytest
from identities.articles import COUNT, SOURCES, Made, articles

from claimtrack.attribution import extract
from claimtrack.models import Article
from claimtrack.store import Store

PRECISION, RECALL = 0.98, 0.90

Told = tuple[str, str, object]  # article, who it is, who it was taken for


@pytest.fixture(scope="module")
def made() -> list[Made]:
    return list(articles())


@pytest.fixture(scope="module")
def told(made: list[Made]) -> list[Told]:
    """Every statement and relay with who is behind it and the source found; what was missed is alone."""
    with Store(":memory:") as store:
        for article in made:
            store.add(Article(article.text, article.name), extract(article.text))
        return [row for article in made for row in statements(store, article)]


def statements(store: Store, article: Made) -> Iterable[Told]:
    connection = store.database.conn
    sources: dict[int, object] = {}
    relays: dict[int, object] = {}
    query = (
        "SELECT c.content, c.source_id, h.source_id FROM claims AS c "
        "JOIN locations AS l ON l.article_id = c.article_id "
        "LEFT JOIN chain AS h ON h.claim_number = c.number AND h.hop = 1 WHERE l.path = ?"
    )
    for content, source, relay in connection.execute(query, (article.name,)):
        for number in map(int, re.findall(r"\d+", content)):
            sources.setdefault(number, source)
            relays.setdefault(number, relay)
    for known, found in ((article.sources, sources), (article.relays, relays)):
        for number, who in known.items():
            yield article.name, who, found.get(number) or f"missed {number}"


def pairs(told: list[Told]) -> Counter[tuple[bool, bool]]:
    """(the same, taken for the same) of every two statements of different articles."""
    return Counter(
        (one[1] == other[1], one[2] == other[2]) for one, other in combinations(told, 2) if one[0] != other[0]
    )


def figures(told: list[Told]) -> tuple[float, float]:
    counts = pairs(told)
    right = counts[True, True]
    return right / (right + counts[False, True]), right / (right + counts[True, False])


def test_the_articles_are_many_and_use_every_naming(made: list[Made]) -> None:
    assert len(made) == COUNT >= 60
    namings = {naming for source in SOURCES for naming in (*source["namings"], *source.get("hard", ()))}
    assert len(SOURCES) >= 40
    assert len(namings) >= 150
    text = "\n".join(article.text for article in made)
    assert {naming for naming in namings if naming not in text} == set()


def test_links_across_articles_are_right(told: list[Told]) -> None:
    precision, recall = figures(told)
    assert precision >= PRECISION, wrong(told)
    assert recall >= RECALL, missing(told)


def wrong(told: list[Told]) -> Counter[tuple[str, ...]]:
    """Who was taken for whom."""
    return Counter(
        tuple(sorted((one[1], other[1])))
        for one, other in combinations(told, 2)
        if one[0] != other[0] and one[1] != other[1] and one[2] == other[2]
    )


def missing(told: list[Told]) -> Counter[str]:
    """Whose statements were not linked."""
    return Counter(
        one[1]
        for one, other in combinations(told, 2)
        if one[0] != other[0] and one[1] == other[1] and one[2] != other[2]
    )
