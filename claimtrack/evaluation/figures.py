"""Judgements → figures, and the errors worth looking at."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from claimtrack.evaluation.pairing import Judgement

Figures = dict[str, Any]
_LEVELS: dict[str, Callable[[Judgement], bool]] = {
    "found": lambda judgement: True,
    "exact": lambda judgement: judgement.exact,
    "who": lambda judgement: judgement.name,
    "full": lambda judgement: judgement.exact and judgement.name and judgement.span,
}
_ASPECTS = ("name", "span", "type", "quote", "stance", "via")
_SHOWN_ASPECTS = ("name", "exact", "span", "type", "via")


def figures(judgements: Sequence[Judgement]) -> Figures:
    """Precision, recall and F1 by level, and the share that is right of what was found."""
    found = [judgement for judgement in judgements if judgement.verdict == "found"]
    gold = len(found) + sum(judgement.verdict == "missed" for judgement in judgements)
    claims = len(found) + sum(judgement.verdict == "wrong" for judgement in judgements)
    result: Figures = {"gold": gold, "predicted": claims}
    for level, holds in _LEVELS.items():
        result[level] = _rates(sum(map(holds, found)), claims, gold)
    for aspect in _ASPECTS:
        result[f"of found: {aspect}"] = _share(found, aspect)
    relayed = [judgement for judgement in found if judgement.gold and judgement.gold.via]
    unnamed = [judgement for judgement in found if judgement.gold and judgement.gold.kind == "anonymous"]
    result["of found, relayed: via"] = _share(relayed, "via")
    result["of found, anonymous: type"] = _share(unnamed, "type")
    return result


def errors(judgements: Sequence[Judgement], *, limit: int) -> Iterator[tuple[str, Judgement]]:
    """Up to `limit` judgements of each kind of error, with the kind."""
    for verdict in ("missed", "wrong"):
        kind = [judgement for judgement in judgements if judgement.verdict == verdict]
        yield from ((verdict, judgement) for judgement in kind[:limit])
    found = [judgement for judgement in judgements if judgement.verdict == "found"]
    for aspect in _SHOWN_ASPECTS:
        faulty = [judgement for judgement in found if not getattr(judgement, aspect)]
        yield from ((aspect, judgement) for judgement in faulty[:limit])


def _rates(right: int, claims: int, gold: int) -> dict[str, float]:
    precision = right / claims if claims else 0.0
    recall = right / gold if gold else 0.0
    both = precision + recall
    return {"p": precision, "r": recall, "f": 2 * precision * recall / both if both else 0.0}


def _share(found: Sequence[Judgement], aspect: str) -> float:
    return sum(getattr(judgement, aspect) for judgement in found) / len(found) if found else 0.0
