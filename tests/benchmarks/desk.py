"""How fast a large database answers: filters, counts, searches, and the first row and memory of an export.

    python tests/benchmarks/desk.py many.db [--json figures.json]

`many_claims.py` makes the database. Each question is asked three times through the library; the figure is
the best, in seconds. Every filter, alone and in pairs with `--pairs`, is asked for its first 50 claims and for how
many there are; every order for its first 50; every dimension, and every one by every other, for what a screen shows.
Then some are asked as whole commands, with the start of the program.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import fields
from itertools import combinations, permutations
from pathlib import Path
from typing import Any

from claimtrack.cli.statistics import counted
from claimtrack.store import DIMENSIONS, PARTS, SORTS, ClaimFilter, Store

LIMITS = {
    "filter": 0.3,
    "sort": 0.3,
    "count": 0.3,
    "two dimensions": 0.3,
    "share": 0.3,
    "search": 0.5,
    "export": 1.0,
}
_TIMES = 3
Question = Callable[[Store], Any]

FILTERS: dict[str, dict[str, Any]] = {
    "source, frequent": {},  # filled in from the database
    "source, many": {"source": "مصادر"},
    "source, unknown": {"source": "لا أحد يعرفه"},
    "via": {"via": "وكالة"},
    "kind": {"kind": "anonymous"},
    "anonymous": {"anonymous": True},
    "named": {"anonymous": False},
    "sector": {"anon_sector": "diplomatic"},
    "anon-count": {"anon_count": "one"},
    "anon-of": {"anon_of": "عراقي"},
    "anon-reason": {"anon_reason": "كشف"},
    "stance": {"stance": "doubt"},
    "quote": {"quote": "direct"},
    "negated": {"negated": True},
    "not negated": {"negated": False},
    "nested": {"nested": True},
    "distinct": {"distinct": True},
    "cue": {"cue": "زعم"},
    "outlet": {},
    "article, by title": {"article": "مقال رقم 777"},
    "article, by path": {"article": "many/777.txt"},
    "about, nearly all": {"about": "الميناء"},
    "about, frequent": {"about": "السكر"},
    "about, seldom": {"about": "المفاوضات الهدنة"},
    "since": {"since": "2023"},
    "until": {"until": "2016-05"},
}
SORTED = ("source, frequent", "kind", "stance", "about, frequent", "not negated", "via", "outlet")
SHOWN = {"limit": 20, "across": 5}
COMMANDS = (
    ("claims", "--source", "{source}", "--limit", "20"),
    ("claims", "--kind", "anonymous", "--stance", "doubt", "--limit", "20"),
    ("claims", "--sort", "source", "--limit", "20"),
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


def figures(path: Path, *, pairs: bool) -> Iterator[tuple[str, str, float]]:
    """(what, which, seconds) of every question."""
    left_out = {field.name for field in fields(ClaimFilter)} - {"sort", "limit"}
    for narrowed in FILTERS.values():
        left_out -= narrowed.keys()
    assert left_out <= {"source", "outlet"}, left_out
    with Store(path, create=False) as store:
        store.index()
        store.compare()
        frequent = next(store.sources(limit=1))["name"]
        FILTERS["source, frequent"] = {"source": frequent}
        FILTERS["outlet"] = {"outlet": next(store.articles(limit=1))["outlet"]}
    for what, which, question in (*_filters(pairs), *_sorts(), *_counts(), *_searches()):
        yield what, which, best(path, question)
    for words in COMMANDS:
        command = [word.format(source=frequent) for word in words]
        yield "command", " ".join(words), best(path, lambda _, command=command: _run(command, path))
    yield from _export(path)


def _filters(pairs: bool) -> Iterator[tuple[str, str, Question]]:
    asked = dict(FILTERS)
    if pairs:
        for (one, narrowed), (other, more) in combinations(FILTERS.items(), 2):
            if not narrowed.keys() & more.keys():
                asked[f"{one} + {other}"] = narrowed | more
    for name, narrowed in asked.items():
        some, all_of_them = ClaimFilter(**narrowed, limit=50), ClaimFilter(**narrowed)
        yield "filter", f"{name}: first 50", lambda store, some=some: list(store.claims(some))
        yield "filter", f"{name}: how many", lambda store, every=all_of_them: store.totals(every)


def _sorts() -> Iterator[tuple[str, str, Question]]:
    for sort in (*SORTS, *(f"-{name}" for name in SORTS)):
        for name, narrowed in {"": {}, **{name: FILTERS[name] for name in SORTED}}.items():
            wanted = ClaimFilter(**narrowed, sort=sort, limit=50)
            yield "sort", f"{sort} {name}", lambda store, wanted=wanted: list(store.claims(wanted))


def _counts() -> Iterator[tuple[str, str, Question]]:
    every = ClaimFilter()
    for name in DIMENSIONS:
        yield "count", name, lambda store, by=name: list(counted(store, every, [by], limit=20))
    for pair in permutations(DIMENSIONS, 2):
        question = lambda store, by=pair: list(counted(store, every, by, **SHOWN))  # noqa: E731
        yield "two dimensions", " × ".join(pair), question
    for name in DIMENSIONS:
        for part in PARTS:
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
    options.add_argument("--pairs", action="store_true", help="every two filters together, too")
    given = options.parse_args()
    found = []
    for what, which, figure in figures(given.path, pairs=given.pairs):
        limit = LIMITS.get(what, 0.0)
        note = f"  over {limit} s" if limit and figure > limit else ""
        print(f"{what:15} {which:45} {figure:8.3f}{note}", flush=True)
        found.append({"what": what, "which": which, "figure": round(figure, 4)})
    if given.json:
        given.json.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
