"""Which found claim is which gold attribution, and what is right about it.

A claim finds a gold attribution when their contents share half of their words or more and their cues
share a word (or one has no cue); two words may report one content (وأضاف فلان قائلا), so contents that
agree by 0.8 also find each other when their cues stand within 12 words. Pairs are one to one: required
ones first, then those with a shared cue, then the best overlap. An optional gold attribution costs
nothing when missed, and what finds it or shares its cue is not wrong.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any, Literal

from claimtrack.evaluation.loading import Attribution, WordIndex, Words, from_gold, from_prediction
from claimtrack.evaluation.names import same_name

Verdict = Literal["found", "missed", "wrong", "optional", "ignored"]


@dataclass(frozen=True, slots=True)
class Judgement:
    """What became of one gold attribution, or of one claim that is none."""

    verdict: Verdict
    article: str
    gold: Attribution | None
    claim: Attribution | None
    exact: bool = False
    name: bool = False
    span: bool = False
    type: bool = False
    quote: bool = False
    stance: bool = False
    via: bool = False


def judge(
    article: str, text: str, gold: Iterable[Mapping[str, Any]], claims: Iterable[Mapping[str, Any]]
) -> list[Judgement]:
    """Judges the claims found in one article: the gold attributions first, then what is none of them."""
    index = WordIndex(text)
    wanted = [from_gold(record, index) for record in gold]
    found = [from_prediction(record, index) for record in claims]
    pairs = _pairs(wanted, found)
    judgements = []
    for number, attribution in enumerate(wanted):
        if number in pairs:
            judgements.append(_compared(article, attribution, found[pairs[number]]))
        elif not attribution.optional:
            judgements.append(Judgement("missed", article, attribution, None))
    free = frozenset(chain.from_iterable(attribution.cue for attribution in wanted if attribution.optional))
    paired = set(pairs.values())
    for number, claim in enumerate(found):
        if number not in paired:
            verdict: Verdict = "ignored" if claim.cue & free else "wrong"
            judgements.append(Judgement(verdict, article, None, claim))
    return judgements


def _pairs(wanted: Sequence[Attribution], found: Sequence[Attribution]) -> dict[int, int]:
    """Gold number → claim number."""
    candidates = []
    for number, gold in enumerate(wanted):
        for other, claim in enumerate(found):
            overlap = _overlap(gold.content, claim.content)
            if overlap >= 0.5 and _cues_agree(gold.cue, claim.cue, overlap):
                rank = (gold.optional, not gold.cue & claim.cue, -overlap)
                candidates.append((rank, number, other))
    candidates.sort(key=lambda candidate: candidate[0])
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, number, other in candidates:
        if number not in pairs and other not in taken:
            pairs[number] = other
            taken.add(other)
    return pairs


def _cues_agree(gold: Words, claim: Words, overlap: float) -> bool:
    if not gold or not claim or gold & claim:
        return True
    return overlap >= 0.8 and min(abs(a - b) for a in gold for b in claim) <= 12


def _compared(article: str, gold: Attribution, claim: Attribution) -> Judgement:
    return Judgement(
        "optional" if gold.optional else "found",
        article,
        gold,
        claim,
        exact=_overlap(gold.content, claim.content) >= 0.9,
        name=same_name(claim.name, gold.name, gold.aliases),
        span=(not gold.source and not claim.source) or _overlap(gold.source, claim.source) >= 0.5,
        type=claim.kind == gold.kind,
        quote=claim.quote == gold.quote,
        stance=claim.stance == gold.stance,
        via=_via_right(claim.via, gold.via),
    )


def _via_right(found: Sequence[str], gold: Sequence[str]) -> bool:
    if not gold:
        return not found
    return any(same_name(name, wanted) for name in found for wanted in gold)


def _overlap(one: Words, other: Words) -> float:
    return len(one & other) / len(one | other) if one or other else 1.0
