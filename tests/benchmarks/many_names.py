"""Twenty thousand source names, made up from real first names: how long `sources suggest` takes over them.

    python tests/benchmarks/many_names.py --names 20000 --claims 100000 names.db

A tenth of the people also go by their last name, by a middle name or by a misspelling, so that there is
something to find.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Iterator
from pathlib import Path

from claimtrack.lexicon.gazetteer import load
from claimtrack.models import Article, Claim, Extraction, Source, Span
from claimtrack.store import Store

_A_DAY = 40  # claims of an article
_LETTERS = "بتجحدرزسشصطعفقكلمنهوي"
_KINDS = (("person", 14), ("institution", 3), ("outlet", 3))


def names(count: int) -> Iterator[tuple[str, str]]:
    """(kind, name) of so many sources, the same every time."""
    chance = random.Random(count)
    given = sorted(load().given_names)
    surnames = ["ال" + "".join(chance.choices(_LETTERS, k=chance.randint(3, 6))) for _ in range(count // 5)]
    things = ["".join(chance.choices(_LETTERS, k=chance.randint(3, 7))) for _ in range(count // 5)]
    made = 0
    while made < count:
        kind = chance.choices([kind for kind, _ in _KINDS], [weight for _, weight in _KINDS])[0]
        for name in _namings(chance, kind, given, surnames, things):
            made += 1
            yield kind, name


def _namings(
    chance: random.Random, kind: str, given: list[str], surnames: list[str], things: list[str]
) -> Iterator[str]:
    """One source, at times under a second name."""
    if kind != "person":
        head = chance.choice(
            ("جمعية", "شركة", "منظمة") if kind == "institution" else ("صحيفة", "قناة", "موقع")
        )
        yield f"{head} {chance.choice(things)} {chance.choice(things)}"
        return
    first, last = chance.choice(given), chance.choice(surnames)
    yield f"{first} {last}"
    if chance.random() < 0.1:
        yield chance.choice((last, f"{first} {chance.choice(given)} {last}", f"{first} {last[:-1]}"))


def fill(store: Store, *, count: int, claims: int) -> None:
    """Articles in which all these sources say something, until there are so many claims."""
    sources = [Source(name, kind) for kind, name in names(count)]
    for number in range(-(-claims // _A_DAY)):
        first = number * _A_DAY
        some = [sources[n % len(sources)] for n in range(first, min(first + _A_DAY, claims))]
        lines = [f"قال {source.name} إن الأمر رقم {first + n} انتهى." for n, source in enumerate(some)]
        text = "\n".join(lines)
        found, start = [], 0
        for n, (line, source) in enumerate(zip(lines, some, strict=True)):
            found.append(_claim(f"{first + n:016x}", start, line, source))
            start += len(line) + 1
        store.add(Article(text, f"{number}.txt"), Extraction(tuple(found), "0", "0"))


def _claim(name: str, start: int, line: str, source: Source) -> Claim:
    content = line.index("إن") + 3
    return Claim(
        id=name,
        content=(Span(start + content, start + len(line) - 1),),
        cue=Span(start, start + 3),
        mention=Span(start + 4, start + 4 + len(source.name)),
        source=source,
        via=(),
        quote="indirect",
        stance="neutral",
        cue_lemma="قال",
        negated=False,
        parent=None,
        rule="verb",
        entry="قال",
        sentence=Span(start, start + len(line)),
    )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--names", type=int, default=20_000)
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("database", type=Path)
    given = parser.parse_args()
    with Store(given.database) as store:
        fill(store, count=given.names, claims=given.claims)
        began = time.perf_counter()
        pairs = list(store.suggestions())
        took = time.perf_counter() - began
        sources = sum(1 for _ in store.sources())
    print(f"{sources} sources, {given.claims} claims: {len(pairs)} suggestions in {took:.2f} s")
