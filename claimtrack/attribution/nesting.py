"""Which candidate's content another one stands in."""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.attribution.candidate import Candidate


def parents_of(candidates: Sequence[Candidate]) -> list[int | None]:
    """For each candidate the one with the smallest content around its cue."""
    fragments = sorted((a, b, m) for m, other in enumerate(candidates) for a, b in other.content)
    sizes = [sum(b - a for a, b in candidate.content) for candidate in candidates]
    parents: list[int | None] = [None] * len(candidates)
    around: list[tuple[int, int]] = []  # (end, candidate) of the fragments begun before the cue and not ended
    position = 0
    for n in sorted(range(len(candidates)), key=lambda n: candidates[n].cue):
        begin, end = candidates[n].cue
        while position < len(fragments) and fragments[position][0] <= begin:
            around.append(fragments[position][1:])
            position += 1
        around = [fragment for fragment in around if fragment[0] > begin]
        covering = [m for limit, m in around if m != n and limit >= end]
        parents[n] = min(covering, key=lambda m: (sizes[m], m), default=None)
    return parents


def stands_aside(
    candidates: Sequence[Candidate], parents: Sequence[int | None], m: int, candidate: Candidate
) -> bool:
    """Whether candidate m stands in a content that has ended before `candidate`."""
    around = parents[m]
    seen = {m}
    while around is not None and around not in seen:
        seen.add(around)
        if not candidates[around].covers(candidate.cue) and candidates[around].cue < candidate.cue:
            return True
        around = parents[around]
    return False
