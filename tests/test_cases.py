"""The case tables by construction: sentences, and the claims the engine must find in them.

One TOML file a construction under `cases/`; a case has an id, a comment, a text and its claims. Source,
cue and content are compared always, the other fields where a case gives them; an empty source or cue
means that there is none, and a list holds all the readings that are right. A claim beyond the expected ones fails the case unless it is given as
optional. `cases/known_failures.txt` lists what the engine is known to miss: strict, so that a case
that starts to pass must leave the list. `python tests/test_cases.py` prints what fails now.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from claimtrack.attribution import extract
from claimtrack.models import Claim, Span
from claimtrack.text.folding import WORD, fold_words

FOLDER = Path(__file__).parent / "cases"
KNOWN_FAILURES = set((FOLDER / "known_failures.txt").read_text("utf-8").split())
TABLES = {path.stem: tomllib.loads(path.read_text("utf-8"))["case"] for path in sorted(FOLDER.glob("*.toml"))}
CASES = {f"{table}/{case['id']}": case for table, cases in TABLES.items() for case in cases}
FIELDS = {"name": "name", "type": "kind", "quote": "quote", "stance": "stance", "negated": "negated"}

Words = frozenset[int]


def parameters() -> list[Any]:
    broken = pytest.mark.xfail(strict=True, reason="known failure")
    return [
        pytest.param(case, id=name, marks=broken if name in KNOWN_FAILURES else ())
        for name, case in CASES.items()
    ]


@pytest.mark.parametrize("case", parameters())
def test_case(case: dict[str, Any]) -> None:
    text, expected = case["text"], case["claims"]
    found = extract(text).claims
    left = list(found)
    for row in (row for row in expected if not row.get("optional")):
        claim = next((c for c in left if is_meant(text, row, c)), None)
        assert claim, f"missed {row['cue']!r} {row['content']!r}\n{listing(text, found)}"
        assert differences(text, row, claim) == {}, listing(text, found)
        left.remove(claim)
    optional = [row for row in expected if row.get("optional")]
    extra = [claim for claim in left if not any(may_be(text, row, claim) for row in optional)]
    assert not extra, f"not a claim\n{listing(text, extra)}"


def is_meant(text: str, row: dict[str, Any], claim: Claim) -> bool:
    contents = (frozenset().union(*pieces) for pieces in product(*(places(text, c) for c in row["content"])))
    return has_cue(text, row, claim) and words(text, *claim.content) in set(contents)


def has_cue(text: str, row: dict[str, Any], claim: Claim) -> bool:
    return any(is_phrase(text, cue, claim.cue) for cue in alternatives(row["cue"]))


def may_be(text: str, row: dict[str, Any], claim: Claim) -> bool:
    """Whether a claim is the optional one: it shares a word of its cue, or of its content if it has none."""
    if claim.cue and words(text, claim.cue):
        return any(
            words(text, claim.cue) & place for cue in alternatives(row["cue"]) for place in places(text, cue)
        )
    return any(
        words(text, *claim.content) & place for piece in row["content"] for place in places(text, piece)
    )


def differences(text: str, row: dict[str, Any], claim: Claim) -> dict[str, tuple[Any, Any]]:
    got = fields_of(claim)
    wrong = {key: (got[key], row[key]) for key in FIELDS if key in row and not agrees(got[key], row[key])}
    if not any(is_phrase(text, phrase, claim.mention) for phrase in alternatives(row["source"])):
        wrong["source"] = (claim.mention and text[slice(*claim.mention)], row["source"])
    if "via" in row and [fold_words(n) for n in got["via"]] != [fold_words(n) for n in row["via"]]:
        wrong["via"] = (got["via"], row["via"])
    if "nested" in row and (claim.parent is not None) != row["nested"]:
        wrong["parent"] = (claim.parent, row["nested"])
    return wrong


def fields_of(claim: Claim) -> dict[str, Any]:
    return {
        "name": claim.source.name if claim.source else "",
        "type": claim.source.kind if claim.source else "",
        "via": [relay.source.name for relay in claim.via],
        "quote": claim.quote,
        "stance": claim.stance,
        "negated": claim.negated,
    }


def agrees(got: Any, right: Any) -> bool:
    if isinstance(right, bool):
        return bool(got == right)
    return any(fold_words(got) == fold_words(each) for each in alternatives(right))


def alternatives(value: str | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else value


def is_phrase(text: str, phrase: str, span: Span | None) -> bool:
    """Whether a span covers just the words of a phrase; an empty phrase means no span at all."""
    if not phrase or span is None:
        return not phrase and span is None
    if not WORD.search(phrase):
        return text[slice(*span)].strip() == phrase
    return words(text, span) in places(text, phrase)


def places(text: str, phrase: str) -> set[Words]:
    """The words each occurrence of a phrase stands on; a phrase may begin inside a word, after its ب."""
    starts = (at for at in range(len(text)) if phrase and text.startswith(phrase, at))
    return {words(text, Span(at, at + len(phrase))) for at in starts}


def words(text: str, *spans: Span) -> Words:
    tokens = [match.span() for match in WORD.finditer(text)]
    return frozenset(
        number for number, (a, b) in enumerate(tokens) for start, end in spans if a < end and b > start
    )


def listing(text: str, claims: Any) -> str:
    return "\n".join(describe(text, claim) for claim in claims) or "nothing was found"


def describe(text: str, claim: Claim) -> str:
    mention, cue = (text[slice(*span)] if span else "-" for span in (claim.mention, claim.cue))
    content = " … ".join(text[slice(*span)] for span in claim.content)
    return f"[{mention}] <{cue}> {content} | {fields_of(claim)} parent {claim.parent}"


def test_known_failures_are_cases() -> None:
    assert sorted(KNOWN_FAILURES - CASES.keys()) == []


@pytest.mark.parametrize("table", TABLES)
def test_a_table_has_its_own_ids_and_both_sides(table: str) -> None:
    cases = TABLES[table]
    assert [name for name, count in Counter(case["id"] for case in cases).items() if count > 1] == []
    assert len(cases) >= 25
    assert all(case["comment"] for case in cases)
    assert {bool(case["claims"]) for case in cases} == {True, False}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_a_case_quotes_its_own_text(case: dict[str, Any]) -> None:
    for row in case["claims"]:
        phrases = [*alternatives(row["source"]), *alternatives(row["cue"]), *row["content"]]
        assert [phrase for phrase in phrases if phrase not in case["text"]] == []


def fails(case: dict[str, Any]) -> bool:
    try:
        test_case(case)
    except AssertionError:
        return True
    return False


if __name__ == "__main__":
    print("\n".join(name for name, case in CASES.items() if fails(case)))
