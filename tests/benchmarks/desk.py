"""How fast a large database answers: filters, counts, searches, and the first row and memory of an export.

    python tests/benchmarks/desk.py many.db [--json figures.json]

`many_claims.py` makes the database. Each question is asked three times through the library; the figure is
the best, in seconds. Filters are asked for their first 50 claims and for how many there are. Then some are asked
as whole commands, with the start of the program.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from claimtrack.cli.statistics import counted
from claimtrack.store import DIMENSIONS, ClaimFilter, Store

LIMITS = {"filter": 0.3, "count": 0.3, "two dimensions": 0.3, "share": 0.3, "search": 0.5, "export": 1.0}
_TIMES = 3
Question = Callable[[Store], Any]

FILTERS: dict[str, dict[str, Any]] = {
    "source, frequent": {},  # filled in from the database
    "source, unknown": {"source": "لا أحد يعرفه"},
    "via": {"via": "وكالة"},
    "kind": {"kind": "anonymous"},
    "anonymous": {"anonymous": True},
    "stance": {"stance": "doubt"},
    "quote": {"quote": "direct"},
    "negated": {"negated": True},
    "nested": {"nested": True},
    "cue": {"cue": "زعم"},
    "article, by title": {"article": "مقال رقم 777"},
    "about, frequent": {"about": "السكر"},
    "about, seldom": {"about": "المفاوضات الهدنة"},
    "since": {"since": "2023"},
    "several": {"kind": "person", "stance": "doubt", "negated": True, "since": "2020"},
}
PAIRS = (
    ["kind", "stance"],
    ["source", "stance"],
    ["cue", "stance"],
    ["outlet", "stance"],
    ["month", "stance"],
    ["outlet", "kind"],
)
SHARES = (("outlet", "anonymous"), ("source", "doubt"), ("outlet", "negated"))
COMMANDS = (
    ("claims", "--source", "{source}", "--limit", "20"),
    ("claims", "--kind", "anonymous", "--stance", "doubt", "--limit", "20"),
    ("stats",),
    ("stats", "--by", "source"),
    ("stats", "--by", "outlet", "--by", "stance"),
    ("stats", "--by", "outlet", "--share", "anonymous"),
    ("search", "السكر"),
    ("sources", "--limit", "20"),
)
SEARCHES = (
    "السكر",
    "القمح الزيتون",
    "المفاوضات الهدنة",
    '"السفينة الميناء"',
    "سفي*",
    "القمح NOT الميناء",
    "الهدنة OR القمح",
)


def figures(path: Path) -> Iterator[tuple[str, str, float]]:
    """(what, which, seconds) of every question."""
    with Store(path, create=False) as store:
        store.index()
        frequent = next(store.sources(limit=1))["name"]
        FILTERS["source, frequent"] = {"source": frequent}
        FILTERS["outlet"] = {"outlet": next(store.articles(limit=1))["outlet"]}
    for what, which, question in (*_filters(), *_counts(), *_searches()):
        yield what, which, best(path, question)
    for words in COMMANDS:
        command = [word.format(source=frequent) for word in words]
        yield "command", " ".join(words), best(path, lambda _, command=command: _run(command, path))
    yield from _export(path)


def _filters() -> Iterator[tuple[str, str, Question]]:
    for name, narrowed in FILTERS.items():
        some, all_of_them = ClaimFilter(**narrowed, limit=50), ClaimFilter(**narrowed)
        yield "filter", f"{name}: first 50", lambda store, some=some: list(store.claims(some))
        yield "filter", f"{name}: how many", lambda store, every=all_of_them: store.totals(every)


def _counts() -> Iterator[tuple[str, str, Question]]:
    for name in DIMENSIONS:
        yield "count", name, lambda store, by=name: list(store.count(by=[by], limit=20))
    for pair in PAIRS:
        question = lambda store, by=pair: list(counted(store, ClaimFilter(), by, limit=20))  # noqa: E731
        yield "two dimensions", " × ".join(pair), question
    for name, part in SHARES:
        question = lambda store, by=name, part=part: list(store.count(by=[by], part=part, limit=20))  # noqa: E731
        yield "share", f"{part} by {name}", question


def _searches() -> Iterator[tuple[str, str, Question]]:
    wanted = ClaimFilter(limit=20)
    for words in SEARCHES:
        yield "search", words, lambda store, words=words: list(store.search(words, wanted))
        in_articles = lambda store, words=words: list(store.search_articles(words, wanted))  # noqa: E731
        yield "search", f"{words} in articles", in_articles
    doubted = ClaimFilter(limit=20, stance=("doubt",))
    yield "search", f"{SEARCHES[0]}, narrowed", lambda store: list(store.search(SEARCHES[0], doubted))


def _run(command: list[str], path: Path) -> None:
    whole = [sys.executable, "-m", "claimtrack", *command, "--db", str(path)]
    subprocess.run(whole, check=True, stdout=subprocess.DEVNULL)


def best(path: Path, question: Question) -> float:
    """Seconds of a question that is the first one of its connection."""
    times = []
    for _ in range(_TIMES):
        with Store(path, create=False) as store:
            start = time.perf_counter()
            question(store)
            times.append(time.perf_counter() - start)
    return min(times)


def _export(path: Path) -> Iterator[tuple[str, str, float]]:
    """A full CSV export in a process of its own: its first row (with the start of the process), its end."""
    command = [sys.executable, "-m", "claimtrack", "export", "-", "--db", str(path)]
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE)
    assert process.stdout
    process.stdout.readline()
    process.stdout.readline()
    yield "export", "first row of all as CSV, with start-up", time.perf_counter() - start
    held = []
    while process.stdout.read(1 << 26):
        held.append(_memory(process.pid))
    process.wait()
    yield "time", "all as CSV", time.perf_counter() - start
    yield "memory", "peak of that export after 64 MB of it, MB", held[0]
    yield "memory", "peak of that export at its end, MB", max(held)


def _memory(process: int) -> float:
    """The most memory a process has held so far, in MB; 0 where the system does not say."""
    try:
        status = Path(f"/proc/{process}/status").read_text("utf-8")
    except OSError:
        return 0.0
    found = re.search(r"VmHWM:\s+(\d+)", status)
    return int(found[1]) / 1024 if found else 0.0


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("path", type=Path)
    options.add_argument("--json", type=Path)
    given = options.parse_args()
    found = []
    for what, which, figure in figures(given.path):
        limit = LIMITS.get(what, 0.0)
        note = f"  over {limit} s" if limit and figure > limit else ""
        print(f"{what:15} {which:45} {figure:8.3f}{note}", flush=True)
        found.append({"what": what, "which": which, "figure": round(figure, 4)})
    if given.json:
        given.json.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
