"""An article's text as HTML with the claims marked in place.

Spans overlap, nest and come in pieces, so no element stands for a whole span: the text is cut wherever
any span begins or ends, and each piece says which claims it belongs to and as what. What is shown beside
the text (numbers, brackets) is drawn by the style sheet, so the text of the page is the article's own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from claimtrack.models import Claim, Span
from claimtrack.report.markup import Markup, content, element

Numbered = Sequence[tuple[int, Claim]]
_DEEPEST = 3  # contents within contents that are told apart


class Mark(NamedTuple):
    """What a stretch of the text is; `claim` is the number of the claim it is part of, 0 for none."""

    start: int
    end: int
    role: str  # a class of the style sheet: source, cue, content, relay, furniture
    claim: int


def marked(text: str, claims: Numbered, *, furniture: Iterable[Span] = ()) -> Markup:
    """The text with its marks; each claim's number stands before its cue, or else before its content."""
    marks = [*_marks(claims)]
    marks += (Mark(*span, "furniture", 0) for span in furniture)
    marks = [mark for mark in marks if mark.start < mark.end]
    signs = _signs(claims)
    return Markup("".join(_pieces(text, marks, signs)))


def place(claim: Claim) -> int:
    """Where the number of a claim stands."""
    if claim.cue:
        return claim.cue.start
    return claim.content[0].start if claim.content else claim.sentence.start


def _marks(claims: Numbered) -> Iterator[Mark]:
    for number, claim in claims:
        yield from (Mark(*span, "content", number) for span in claim.content)
        yield from (Mark(*relay.span, "relay", number) for relay in claim.via if relay.span)
        if claim.mention:
            yield Mark(*claim.mention, "source", number)
        if claim.cue:
            yield Mark(*claim.cue, "cue", number)


def _signs(claims: Numbered) -> dict[int, str]:
    """What is drawn between the letters: closing brackets of nested contents, opening ones, numbers."""
    closing: defaultdict[int, str] = defaultdict(str)
    opening, numbers = closing.copy(), closing.copy()
    shown = {claim.id for _, claim in claims}
    for number, claim in claims:
        if claim.parent in shown:
            for start, end in claim.content:
                opening[start] += element("i", class_="in", data_c=number)
                closing[end] += element("i", class_="out", data_c=number)
        numbers[place(claim)] += element(
            "a", class_="n", id=f"m-{claim.id}", href=f"#c-{claim.id}", data_c=number
        )
    places = sorted({*closing, *opening, *numbers})
    return {here: closing[here] + opening[here] + numbers[here] for here in places}


def _pieces(text: str, marks: Sequence[Mark], signs: dict[int, str]) -> Iterator[str]:
    opened: defaultdict[int, list[Mark]] = defaultdict(list)
    closed = opened.copy()
    for mark in marks:
        opened[mark.start].append(mark)
        closed[mark.end].append(mark)
    active: set[Mark] = set()
    before = 0
    for here in sorted({*opened, *closed, *signs, len(text)}):
        yield _piece(text[before:here], active)
        yield signs.get(here, "")
        active.difference_update(closed[here])
        active.update(opened[here])
        before = here


def _piece(text: str, active: set[Mark]) -> str:
    if not active or not text:
        return content(text)
    roles = {mark.role for mark in active}
    depth = min(_DEEPEST, len({mark.claim for mark in active if mark.role == "content"}))
    classes = [role[0] for role in ("source", "cue", "relay", "furniture") if role in roles]
    if depth:
        classes.append(f"d{depth}")
    whose = " ".join(map(str, _owners(active)))
    return element("mark", text, class_=" ".join(classes), data_c=whose or None)


def _owners(active: set[Mark]) -> dict[int, None]:
    """The claims of a piece, the one it speaks for first: whose words it is, else whose content is shortest."""
    by_nearness = sorted(
        (mark.role == "content", mark.end - mark.start, mark.claim) for mark in active if mark.claim
    )
    return dict.fromkeys(claim for _, _, claim in by_nearness)
