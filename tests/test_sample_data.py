"""The sample articles and their gold annotation agree with each other and with the rules of annotation.

Offsets, closed lists, edges of spans and completeness; how well the engine does on them is not
measured here.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from claimtrack.models import KINDS, QUOTES, STANCES

FOLDER = Path(__file__).parent.parent / "sample_data"
GOLD = [json.loads(line) for line in (FOLDER / "gold.jsonl").read_text("utf-8").splitlines()]
FIELDS = {
    "source",
    "cue",
    "content",
    "name",
    "aliases",
    "type",
    "via",
    "quote",
    "class",
    "nested",
    "optional",
}
OPENING, CLOSING = '«“”"″‘', '»”“"″’'


def text_of(article: dict[str, Any]) -> str:
    path = FOLDER / str(article["dir"]) / f"{article['id']}.txt"
    return path.read_bytes().decode("utf-8")


def attributions() -> list[Any]:
    return [
        pytest.param(text_of(article), row, id=f"{article['id']}-{number}")
        for article in GOLD
        for number, row in enumerate(article["attributions"], 1)
    ]


def test_every_article_is_in_the_gold_once() -> None:
    ids = [article["id"] for article in GOLD]
    assert sorted(ids) == sorted(path.stem for path in FOLDER.glob("*.txt"))


def test_the_readme_lists_every_article() -> None:
    readme = (FOLDER / "README.md").read_text("utf-8")
    assert [article["id"] for article in GOLD if f"`{article['id']}`" not in readme] == []


@pytest.mark.parametrize("article", GOLD, ids=lambda article: article["id"])
def test_articles_are_of_news_length(article: dict[str, Any]) -> None:
    assert 600 <= len(text_of(article)) <= 3000


@pytest.mark.parametrize(("text", "row"), attributions())
def test_closed_lists(text: str, row: dict[str, Any]) -> None:
    assert set(row) == FIELDS
    assert row["type"] in KINDS
    assert row["quote"] in QUOTES
    assert row["class"] in STANCES
    assert row["name"]


@pytest.mark.parametrize(("text", "row"), attributions())
def test_spans_stand_in_the_text_and_end_on_words(text: str, row: dict[str, Any]) -> None:
    spans = [span for span in (row["source"], row["cue"], *row["content"]) if span]
    assert row["content"]
    for start, end in spans:
        assert 0 <= start < end <= len(text)
        piece = text[start:end]
        assert piece == piece.strip(" \n،.؛")
        assert "\n" not in piece
        assert not text[end : end + 1].isalnum()


@pytest.mark.parametrize(("text", "row"), attributions())
def test_a_direct_quotation_fills_its_marks(text: str, row: dict[str, Any]) -> None:
    start, end = row["content"][0][0], row["content"][-1][1]
    enclosed = text[start - 1] in OPENING and text[end] in CLOSING
    assert enclosed == (row["quote"] == "direct")


@pytest.mark.parametrize(("text", "row"), attributions())
def test_the_cue_is_outside_its_source_and_content(text: str, row: dict[str, Any]) -> None:
    for other in [row["source"], *row["content"]]:
        if other and row["cue"]:
            assert other[1] <= row["cue"][0] or other[0] >= row["cue"][1]


def test_nested_claims_stand_inside_another_content() -> None:
    for article in GOLD:
        rows = article["attributions"]
        contents = [span for row in rows for span in row["content"]]
        for row in (row for row in rows if row["nested"]):
            start, end = row["content"][0]
            assert any(a <= start and end <= b and (a, b) != (start, end) for a, b in contents)
