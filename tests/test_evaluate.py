"""Figures against a gold file: made-up cases by hand, and the same figures as the reference scorer's."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from claimtrack import evaluation
from claimtrack.errors import GoldError
from claimtrack.evaluation.names import same_name

SHARED = Path(__file__).parent.parent.parent / "shared" / "gold"
SAMPLES = Path(__file__).parent.parent / "sample_data" / "gold.jsonl"
TEXT = "وأعلن سالم أن الجسر سيفتح غدا في المدينة القديمة، وأضاف سالم قائلا إن العمل انتهى."


def spans(*words: str) -> list[list[int]]:
    return [[TEXT.index(word), TEXT.index(word) + len(word)] for word in words]


def gold(content: str, cue: str | None, **fields: Any) -> dict[str, Any]:
    default = {
        "source": None,
        "name": "سالم الجمال",
        "aliases": [],
        "type": "person",
        "via": [],
        "quote": "indirect",
        "class": "reveal",
        "optional": False,
    }
    return {"content": spans(content), "cue": spans(cue)[0] if cue else None} | default | fields


def claim(content: str, cue: str | None, **fields: Any) -> dict[str, Any]:
    default = {
        "source": None,
        "source_name": "سالم",
        "source_type": "person",
        "via": [],
        "quote": "indirect",
        "stance": "reveal",
    }
    return {"content": spans(content), "cue": spans(cue)[0] if cue else None} | default | fields


BRIDGE, OPEN, WORK = "الجسر سيفتح غدا في المدينة القديمة", "الجسر سيفتح غدا", "العمل انتهى"


@pytest.mark.parametrize(
    ("wanted", "found", "verdicts"),
    [
        ([gold(BRIDGE, "وأعلن")], [claim(BRIDGE, "وأعلن")], ["found"]),
        ([gold(BRIDGE, "وأعلن")], [claim(OPEN, "وأعلن")], ["found"]),  # half of the words
        ([gold(BRIDGE, "وأعلن")], [claim("الجسر", "وأعلن")], ["missed", "wrong"]),
        ([gold(BRIDGE, "وأعلن")], [claim(BRIDGE, None)], ["found"]),  # one of them has no cue
        ([gold(BRIDGE, "وأعلن")], [claim(OPEN, "قائلا")], ["missed", "wrong"]),  # another cue needs 0.8
        ([gold(WORK, "وأضاف")], [claim(WORK, "قائلا")], ["found"]),  # two words for one content
        ([gold(BRIDGE, "وأعلن", optional=True)], [], []),
        ([gold(BRIDGE, "وأعلن", optional=True)], [claim(BRIDGE, "وأعلن")], ["optional"]),
        ([gold(BRIDGE, "وأعلن", optional=True)], [claim("الجسر", "وأعلن")], ["ignored"]),
        ([gold(BRIDGE, "وأعلن"), gold(WORK, "وأضاف")], [claim(WORK, "وأضاف")], ["missed", "found"]),
        # a required one has the first choice
        ([gold(BRIDGE, "وأعلن", optional=True), gold(BRIDGE, "وأعلن")], [claim(BRIDGE, "وأعلن")], ["found"]),
    ],
)
def test_what_finds_what(wanted: list[Any], found: list[Any], verdicts: list[str]) -> None:
    assert [judgement.verdict for judgement in evaluation.judge("a", TEXT, wanted, found)] == verdicts


@pytest.mark.parametrize(
    ("found", "wanted", "aliases", "right"),
    [
        ("سالم جمال", "سالم الجمال", [], True),
        ("الجمال", "سالم الجمال", [], True),  # one within the other
        ("المتحدث سالم الجمال", "سالم الجمال", [], True),
        ("صحيفة", "صحيفة الميناء", [], True),  # half of the words
        ("صحيفة", "صحيفة الميناء الكبرى", [], False),  # generic
        ("الوزير", "وائل", ["وزير النقل"], False),  # a generic word alone tells nobody
        ("وزير النقل", "وائل", ["وزير النقل البري"], True),
        ("", "غير محدد", [], True),
        ("", "سالم", [], False),
        ("سالم", "غير محدد", [], False),
    ],
)
def test_names(found: str, wanted: str, aliases: list[str], right: bool) -> None:
    assert same_name(found, wanted, aliases) is right


def test_figures() -> None:
    judgements = evaluation.judge(
        "a", TEXT, [gold(BRIDGE, "وأعلن"), gold(WORK, "وأضاف", via=["الوكالة"])], [claim(OPEN, "وأعلن")]
    )
    figures = evaluation.figures(judgements)
    assert (figures["gold"], figures["predicted"]) == (2, 1)
    assert figures["found"] == {"p": 1.0, "r": 0.5, "f": pytest.approx(2 / 3)}
    assert figures["exact"]["f"] == 0
    assert figures["of found: stance"] == 1
    assert figures["of found, relayed: via"] == 0


@pytest.mark.parametrize(
    ("line", "said"),
    [("{", "line 1: no JSON"), ('{"id": "a"}', "attributions"), ('{"attributions": []}', "id")],
)
def test_a_broken_gold_file_is_told_by_line(tmp_path: Path, line: str, said: str) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(line + "\n", "utf-8")
    with pytest.raises(GoldError, match=said):
        evaluation.load_gold(path)


def test_a_missing_article_is_told(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text('{"id": "a", "attributions": []}\n', "utf-8")
    (article,) = evaluation.load_gold(path)
    with pytest.raises(GoldError, match=r"a\.txt"):
        article.text()


def disturbed(path: Path, out: Path) -> None:
    """Predictions made from the gold: some dropped, moved, renamed, doubled, without cue."""
    chance = random.Random(7)
    with out.open("w", encoding="utf-8") as file:
        for article in evaluation.load_gold(path):
            claims = []
            for record in article.attributions:
                move = chance.choice([0, 0, 0, 9, 40])
                made = dict(
                    record, stance=record["class"], source_type=chance.choice([record["type"], "person"])
                )
                made["content"] = [[start, max(start + 1, end - move)] for start, end in record["content"]]
                made["source_name"] = chance.choice([record["name"], "", "الصحيفة", *record["aliases"]])
                made["via"] = chance.choice([record["via"], [], ["وكالة"]])
                made["cue"] = chance.choice([record["cue"], record["cue"], None, [0, 5]])
                claims += [made] * chance.choice([0, 1, 1, 1, 2])
            line = {"path": f"somewhere/{article.id}.txt", "claims": claims}
            file.write(json.dumps(line, ensure_ascii=False) + "\n")


@pytest.mark.parametrize(
    "gold_file", [SAMPLES, SHARED / "seed" / "gold.jsonl", SHARED / "dev" / "gold.jsonl"]
)
def test_the_same_figures_as_the_reference(gold_file: Path, tmp_path: Path) -> None:
    scorer = SHARED / "score.py"
    if not scorer.exists() or not gold_file.exists():
        pytest.skip(f"{scorer} or {gold_file} is not here")
    predicted = tmp_path / "predicted.jsonl"
    disturbed(gold_file, predicted)
    command = [sys.executable, scorer, gold_file, predicted, "--json"]
    reference = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    claims = evaluation.load_predictions(predicted)
    judgements = []
    for article in evaluation.load_gold(gold_file):
        found = claims.get(article.id, ())
        judgements += evaluation.judge(article.id, article.text(), article.attributions, found)
    assert evaluation.figures(judgements) == reference
