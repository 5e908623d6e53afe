"""How fast claimtrack is: extraction, ingest, queries, exports, start-up and memory, and how they grow.

    python tests/benchmarks/run.py [--articles 1000,10000,100000] [--real 5000] [--json figures.json]

Articles are made up (`generated.py`); real ones are read where `../shared/corpus` is. Every figure stands
beside its ratio to the time that spaCy's blank Arabic tokenizer needs for the same text in the same run,
and to the floor (`cores.py`). Seconds are those of work, which other programs lengthen less, with those by
the clock beside them for whole commands. MB are millions of bytes of UTF-8.
"""

from __future__ import annotations

import argparse
import gzip
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from itertools import islice, pairwise
from pathlib import Path
from typing import Any

from commands import Run, desk, start_up
from generated import articles

HERE = Path(__file__).parent
REAL = HERE.parents[2] / "shared" / "corpus" / "articles-5000.jsonl.gz"
CORES = ("tokenizing", "floor", "extraction")

Figure = dict[str, Any]


def figures(name: str, path: Path) -> Iterator[Figure]:
    """All figures of one file of articles."""
    said = subprocess.run([sys.executable, HERE / "cores.py", path], capture_output=True, check=True)
    cores = json.loads(said.stdout)
    runs: dict[str, Run] = {}
    with tempfile.TemporaryDirectory() as folder:
        runs = desk(path, Path(folder))
    for what in CORES:
        if what in cores:
            yield _figure(name, what, cores[what], cores)
    for what, ran in runs.items():
        yield _figure(name, what, ran.work, cores) | {
            "clock": round(ran.seconds, 3),
            "memory_mb": round(ran.memory, 1),
        }


def _figure(name: str, what: str, seconds: float, cores: dict[str, float]) -> Figure:
    tokenizing = cores.get("tokenizing")
    return {
        "articles": name,
        "what": what,
        "seconds": round(seconds, 4),
        "mb_per_second": round(cores["megabytes"] / seconds, 2),
        "articles_per_second": round(cores["articles"] / seconds, 1),
        "to_spacy": round(tokenizing / seconds, 3) if tokenizing else None,
        "to_floor": round(cores["floor"] / seconds, 3),
    }


def bars(found: list[Figure]) -> Iterator[tuple[str, float, str]]:
    """The figures that are promised: what, how much, and how much it should be."""
    by_name: dict[str, dict[str, Figure]] = {}
    for figure in found:
        by_name.setdefault(figure["articles"], {})[figure["what"]] = figure
    for name, here in by_name.items():
        if "extraction" not in here:
            continue
        extraction, ingest = here["extraction"], here["ingest"]
        if extraction["to_spacy"]:
            yield f"{name}: extraction to spaCy's tokenizer", extraction["to_spacy"], "≥ 1.0"
        yield f"{name}: ingest to extraction", extraction["seconds"] / ingest["seconds"], "≥ 0.6"
        yield (
            f"{name}: two workers to one",
            ingest["clock"] / here["ingest --workers 2"]["clock"],
            "≥ 1.7",
        )
    growing = [here for name, here in by_name.items() if name.isdecimal()]
    for small, large in pairwise(growing):
        for what, figure in large.items():
            ratio = figure["seconds"] / small[what]["seconds"]
            times = int(figure["articles"]) / int(small[what]["articles"])
            yield (
                f"{what}: {figure['articles']} to {small[what]['articles']} articles",
                ratio,
                f"≤ {1.1 * times:.1f}",
            )
            if what in ("ingest", "export .csv"):
                memory = figure["memory_mb"] / small[what]["memory_mb"]
                yield f"memory of {what}: {figure['articles']} to {small[what]['articles']}", memory, "flat"
    if start := by_name.get("start-up"):
        ratio = start["--version"]["seconds"] / start["import typer"]["seconds"]
        yield "--version to import typer", ratio, "≤ 1.3"


def _print(figure: Figure) -> None:
    whole = f"{figure['clock']:9.2f} s {figure['memory_mb']:8.0f} MB" if "clock" in figure else ""
    speed = to_spacy = to_floor = ""
    if "to_floor" in figure:
        speed = f"{figure['mb_per_second']:9.2f} MB/s {figure['articles_per_second']:9.0f} articles/s"
        to_spacy = f"{figure['to_spacy']:8.3f}" if figure["to_spacy"] else "       –"
        to_floor = f"{figure['to_floor']:8.3f}"
    print(
        f"{figure['articles']:>10} {figure['what']:20} {figure['seconds']:10.3f} s "
        f"{speed:31} {to_spacy:8} {to_floor:8}{whole}",
        flush=True,
    )


def inputs(sizes: Iterable[int], real: int, folder: Path) -> Iterator[tuple[str, Path]]:
    """Files of articles, each with its name."""
    if real and REAL.exists():
        path = folder / "real.jsonl"
        with gzip.open(REAL, "rt", encoding="utf-8") as lines, path.open("w", encoding="utf-8") as out:
            out.writelines(islice(lines, real))
        yield f"{real} real", path
        path.unlink()
    for size in sizes:
        path = folder / f"{size}.jsonl"
        with path.open("w", encoding="utf-8") as out:
            out.writelines(json.dumps(article, ensure_ascii=False) + "\n" for article in articles(size))
        yield str(size), path
        path.unlink()


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--articles", default="1000,10000,100000")
    options.add_argument("--real", type=int, default=5000)
    options.add_argument("--json", type=Path)
    given = options.parse_args()
    found: list[Figure] = []
    print(
        f"{'articles':>10} {'what':20} {'time':>12} {'speed':31} {'× spaCy':8} {'× floor':8}{'by the clock':>11} {'memory':>10}"
    )
    for what, seconds in start_up().items():
        found.append({"articles": "start-up", "what": what, "seconds": round(seconds, 4)})
        _print(found[-1])
    sizes = [int(size) for size in given.articles.split(",") if size]
    with tempfile.TemporaryDirectory() as folder:
        for name, path in inputs(sizes, given.real, Path(folder)):
            for figure in figures(name, path):
                found.append(figure)
                _print(figure)
    print()
    held = [{"what": what, "figure": round(figure, 3), "bar": bar} for what, figure, bar in bars(found)]
    for each in held:
        print(f"{each['what']:60} {each['figure']:8.2f}   {each['bar']}")
    if given.json:
        text = json.dumps({"figures": found, "bars": held}, ensure_ascii=False, indent=1)
        given.json.write_text(text + "\n", "utf-8")


if __name__ == "__main__":
    main()
