"""The figures never fall: on the sample articles, and on gold files beside the project when they are there.

After an improvement `python tests/test_floors.py > tests/floors.toml` raises the floors.
"""

import tomllib
from functools import cache
from pathlib import Path

import pytest

from claimtrack import evaluation
from claimtrack.attribution import extract
from claimtrack.export import extraction_record
from claimtrack.reading import read

HERE = Path(__file__).parent
PLACES = {"sample_data": HERE.parent / "sample_data" / "gold.jsonl"} | {
    name: HERE.parent.parent / "shared" / "gold" / name / "gold.jsonl" for name in ("seed", "dev", "check")
}
FILE = HERE / "floors.toml"
FLOORS = [
    (name, figure, floor)
    for name, floors in tomllib.loads(FILE.read_text("utf-8")).items()
    for figure, floor in floors.items()
]


@cache
def figures(name: str) -> dict[str, float]:
    """F1 of the levels, and of what was found the share that is right, under one name each."""
    judgements = []
    for article in evaluation.load_gold(PLACES[name]):
        read_article = read(article.path)
        claims = extraction_record(read_article, extract(read_article))["claims"]
        judgements += evaluation.judge(article.id, article.text(), article.attributions, claims)
    measured = evaluation.figures(judgements)
    levels = {level: measured[level]["f"] for level in ("found", "exact", "who", "full")}
    shares = {
        "_".join(key.removeprefix("of found").replace(",", "").replace(":", "").split()): value
        for key, value in measured.items()
        if key.startswith("of found")
    }
    return levels | shares


@pytest.mark.parametrize(("name", "figure", "floor"), FLOORS)
def test_no_figure_falls_below_its_floor(name: str, figure: str, floor: float) -> None:
    if not PLACES[name].exists():
        pytest.skip(f"no gold file {name} beside this clone")
    assert figures(name)[figure] >= floor


def _raised() -> str:
    lines = [
        "# Figures below which the tests fail: F1 of the levels, and shares of what was found. They only rise."
    ]
    for name, path in PLACES.items():
        if path.exists():
            lines += [
                "",
                f"[{name}]",
                *(f"{key} = {int(value * 1000) / 1000}" for key, value in figures(name).items()),
            ]
    return "\n".join(lines)


if __name__ == "__main__":
    print(_raised())
