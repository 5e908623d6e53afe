"""Feeds readers, engine and importers with hostile input, as much of it as is asked for.

    python tests/fuzz.py --cases 100000

A finding is an exception that is not ours, a case that takes longer than `PATIENCE`, or a broken
invariant. The same cases, fewer of them, run with the tests; `fuzz_guided.py` lets coverage choose them.
"""

from __future__ import annotations

import argparse
import json
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import FrameType
from typing import Any

import fuzz_inputs as inputs
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from claimtrack.attribution import extract
from claimtrack.errors import ClaimtrackError
from claimtrack.evaluation.loading import WordIndex, from_gold, load_gold, load_predictions
from claimtrack.export import read_records
from claimtrack.models import COUNTS, KINDS, QUOTES, SECTORS, STANCES, Article, Claim, Problem, Span
from claimtrack.reading import FAULT, read_paths
from claimtrack.store import DECISION_COLUMNS, Store

PATIENCE = 20  # seconds a case may take
_A_RUN = 5_000  # cases; longer runs of hypothesis grow slow
_MOST_RUNS = 200  # each ends at its first finding


def check_engine(text: str, furniture: list[tuple[int, int]]) -> None:
    """Claims keep their promises: spans that lie in the text, values of their lists, parents that are there."""
    spans = tuple(sorted(Span(start, end) for start, end in furniture if start < end <= len(text)))
    extraction = extract(Article(text, furniture=spans))
    claims = {claim.id: claim for claim in extraction.claims}
    assert len(claims) == len(extraction.claims), "two claims of one id"
    for claim in extraction.claims:
        check_claim(claim, text)
        if claim.parent is not None:
            assert claim.parent in claims, "a parent that is not there"
            assert claim.parent != claim.id, "its own parent"
    assert extract(Article(text, furniture=spans)) == extraction, "twice is not the same"


def check_claim(claim: Claim, text: str) -> None:
    spans = [*claim.content, claim.sentence]
    spans += [span for span in (claim.cue, claim.mention) if span is not None]
    spans += [relay.span for relay in claim.via if relay.span is not None]
    assert claim.content, "a claim without content"
    for start, end in spans:
        assert 0 <= start < end <= len(text), "a span outside the text"
    for span, following in zip(claim.content, claim.content[1:], strict=False):
        assert span.end <= following.start, "contents that overlap"
    assert claim.stance in STANCES
    assert claim.quote in QUOTES
    for source in [claim.source, *(relay.source for relay in claim.via)]:
        assert source is None or (source.kind in KINDS and source.name.strip()), (
            "a source without name or kind"
        )
    if claim.anonymity is not None:
        assert claim.anonymity.sector in ("", *SECTORS)
        assert claim.anonymity.count in ("", *COUNTS)


def check_reading(file: tuple[bytes, str]) -> None:
    """Articles and problems, none of them a fault of ours, whatever the bytes."""
    data, ending = file
    path = folder() / f"a{ending}"
    path.write_bytes(data)
    try:
        for item in read_paths([path]):
            if isinstance(item, Problem):
                assert item.message
                assert FAULT not in item.message, item.message
                assert "\n" not in str(item)
            else:
                assert item.text
                assert all(0 <= start < end <= len(item.text) for start, end in item.furniture)
    finally:
        path.unlink()


def check_storing(text: str) -> None:
    """An article goes in, holds together, comes out as it was, and can be moved to another database."""
    article = Article(text, path="a.txt")
    with Store(":memory:") as store, Store(":memory:") as other:
        try:
            store.add(article, extract(article))
        except ClaimtrackError:  # half a surrogate pair
            return
        store.index()
        assert list(store.faults()) == []
        archived = [*store.archived()]
        if archived:
            other.restore([("", record) for record in json.loads(json.dumps(archived))])
            assert [*other.archived()] == archived, "moved, it is another"


def check_import(records: list[Any]) -> None:
    """Records go in, all or none of them, and what is there then holds together."""
    with Store(":memory:") as store:
        path = folder() / "claims.jsonl"
        path.write_text("".join(json.dumps(record) + "\n" for record in records), "utf-8")
        try:
            with path.open(encoding="utf-8") as file:
                store.restore(read_records(file, name="claims.jsonl"))
        except ClaimtrackError:
            assert store.totals()["articles"] == 0, "half of it went in"
        store.index()
        assert list(store.faults()) == []


def check_decisions(decisions: list[dict[str, str]]) -> None:
    """Decisions of others are taken in or refused, and sources follow."""
    with Store(":memory:") as store:
        article = Article("قال الوزير سامر الحداد إن الجسر سيفتح. وقالت صحيفة البيرق إن المصنع يعمل.")
        store.add(article, extract(article))
        try:
            store.decisions.take_in([("line", record) for record in decisions])
        except ClaimtrackError:
            assert not [*store.decisions.all()], "half of it went in"
        assert list(store.faults()) == []


def check_gold(text: str) -> None:
    """Files of gold and of predictions are read or refused."""
    path = folder() / "gold.jsonl"
    path.write_text(text, "utf-8", newline="")
    index = WordIndex("قال الوزير إن الجسر سيفتح.")
    with suppress(ClaimtrackError):
        load_predictions(path)
    with suppress(ClaimtrackError):
        for article in load_gold(path):
            for attribution in article.attributions:
                from_gold(attribution, index)


def check_search(words: str) -> None:
    """Any words find something, nothing, or are refused."""
    for find in (shelf().search, shelf().search_articles):
        with suppress(ClaimtrackError):
            list(find(words))


@cache
def folder() -> Path:
    return Path(tempfile.mkdtemp(prefix="claimtrack-fuzz-"))


@cache
def shelf() -> Store:
    """A database to search in."""
    store = Store(":memory:")
    for number, text in enumerate(("قال الوزير إن الجسر سيفتح قريبا.", "نفت الشركة «زيادة» الأسعار.")):
        article = Article(text, path=f"{number}.txt")
        store.add(article, extract(article))
    return store


_PAIRS = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 90)), max_size=2)
_IDENTITIES = ("person:سامر الحداد", "outlet:صحيفه البيرق", "outlet:البيرق", "person:الوزير", "person:", "x")
_WORDS = st.one_of(st.sampled_from(_IDENTITIES), st.text(max_size=8))
_DECISION = st.fixed_dictionaries(
    dict.fromkeys(DECISION_COLUMNS, _WORDS)
    | {"act": st.sampled_from(("merge", "split", "rename", "alias", "kind", "undo", "other"))}
)


@dataclass(frozen=True, slots=True)
class Target:
    """What is fed, with what, and its share of all cases."""

    check: Callable[..., None]
    given: tuple[st.SearchStrategy[Any], ...]
    share: float


TARGETS = {
    "engine": Target(check_engine, (inputs.texts(), _PAIRS), 0.45),
    "readers": Target(check_reading, (inputs.files(),), 0.3),
    "storing": Target(check_storing, (inputs.texts(),), 0.03),
    "import": Target(check_import, (inputs.records(),), 0.05),
    "decisions": Target(check_decisions, (st.lists(_DECISION, max_size=4),), 0.04),
    "gold": Target(check_gold, (inputs.lines(lambda: inputs.JSON),), 0.05),
    "search": Target(check_search, (inputs.texts(),), 0.08),
}


def feeder(name: str, *, cases: int, seeded: int) -> Callable[[], None]:
    """A function that feeds a target so many cases; it raises at the first finding, made small."""
    target = TARGETS[name]

    @settings(
        max_examples=cases,
        deadline=None,
        database=None,
        phases=[Phase.generate, Phase.shrink],
        suppress_health_check=list(HealthCheck),
    )
    @seed(seeded)
    @given(st.tuples(*target.given))
    def feed(values: tuple[Any, ...]) -> None:
        target.check(*values)

    return feed  # type: ignore[no-any-return]


def impatient(_number: int, _frame: FrameType | None) -> None:
    raise TimeoutError(f"a case that takes longer than {PATIENCE} s")


def fed(name: str, cases: int) -> tuple[int, list[str]]:
    """How many cases a target was fed, and what was found, each kind once."""
    target = TARGETS[name]
    count, findings = 0, dict[str, str]()
    check = target.check

    def counted(*values: Any) -> None:
        nonlocal count
        count += 1
        signal.setitimer(signal.ITIMER_REAL, PATIENCE)
        try:
            check(*values)
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)

    TARGETS[name] = Target(counted, target.given, target.share)
    for seeded in range(_MOST_RUNS):
        if count >= cases:
            break
        try:
            feeder(name, cases=min(_A_RUN, cases - count), seeded=seeded)()
        except Exception as error:
            said = f"{type(error).__name__}: {error}".split("\n")[0]
            if said not in findings:
                findings[said] = "\n".join(getattr(error, "__notes__", []))
                print(f"{name}: {said}\n{findings[said]}", file=sys.stderr, flush=True)
    TARGETS[name] = target
    return count, [*findings]


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--cases", type=int, default=100_000)
    options.add_argument("--target", choices=TARGETS)
    options.add_argument("--json", type=Path)
    given_ = options.parse_args()
    signal.signal(signal.SIGALRM, impatient)
    found = []
    for name in [given_.target] if given_.target else TARGETS:
        began = time.perf_counter()
        cases = given_.cases if given_.target else int(given_.cases * TARGETS[name].share)
        count, findings = fed(name, cases)
        minutes = (time.perf_counter() - began) / 60
        print(f"{name:10} {count:8,} cases {minutes:6.1f} minutes {len(findings):3} findings", flush=True)
        found.append({"target": name, "cases": count, "minutes": round(minutes, 1), "findings": findings})
    if given_.json:
        given_.json.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", "utf-8")
    sys.exit(any(each["findings"] for each in found))


if __name__ == "__main__":
    main()
