"""Which of the attributions found in a sentence stay: none says what another says already."""

from __future__ import annotations

from claimtrack.attribution.candidate import NEAR, Candidate
from claimtrack.attribution.document import Document
from claimtrack.attribution.understanding import describe


def settle(doc: Document, found: list[Candidate], begin: int) -> list[Candidate]:
    """Drop what another candidate of the sentence already says; a cue inside another's source is none."""
    kept: list[Candidate] = []
    for candidate in found:
        if candidate.rule == "preposition:inside" or (
            candidate.rule == "like" and len(candidate.content) > 1
        ):
            around = next((o for o in kept[-NEAR:] if o.covers(candidate.cue)), None)
            if around is not None:
                candidate.content[0] = (
                    next(a for a, b in around.content if a <= candidate.cue[0] < b),
                    candidate.content[0][1],
                )
        near = kept[-NEAR:]
        if any(_same_content(candidate, other) for other in near):
            continue
        if candidate.source is not None and any(_says_the_same(candidate, other) for other in near):
            continue
        if candidate.rule == "headline-colon" and kept:
            continue
        if any(other.source and other.source[0] <= candidate.cue[0] < other.source[1] for other in near):
            continue
        if candidate.rule in ("preposition:after", "like"):
            _relay_main(doc, kept, candidate, begin)
        kept.append(candidate)
    return kept


def _relay_main(doc: Document, kept: list[Candidate], candidate: Candidate, begin: int) -> None:
    """قال فلان …، وفقا لوكالة كذا: the agency relays what the main verb of the sentence reports."""
    main = next((o for o in kept if not o.rule.startswith(("preposition", "like"))), None)
    if (
        main is None
        or main.via
        or candidate.source is None
        or describe(doc, candidate.source, candidate.source_skip).kind != "outlet"
    ):
        return
    if main.cue[0] - begin <= 6 or (main.source is not None and main.source[0] - begin <= 4):
        main.via = (candidate.source,)


def _says_the_same(a: Candidate, b: Candidate) -> bool:
    """Whether the same words name the source of two contents that touch."""
    if a.source != b.source:
        return False
    return any(start < b_end and b_start < end for start, end in a.content for b_start, b_end in b.content)


def _same_content(a: Candidate, b: Candidate) -> bool:
    if "verb:pointing" in (a.rule, b.rule):
        return False  # وهو ما نفاه فلان: another source for the same words
    if a.content == b.content:
        return True
    return (
        len(a.content) == len(b.content) == 1
        and a.content[0][0] == b.content[0][0]
        and a.cue[0] - b.cue[1] <= 12
    )
