"""An article with the claims to be marked in it: what the formats of annotated text are made from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from claimtrack.models import Article, Claim, Span


@dataclass(frozen=True, slots=True)
class MarkedArticle:
    """One article, its number in the database, and claims of it in text order."""

    article_id: int
    article: Article
    claims: tuple[Claim, ...]


def spans_of(claim: Claim) -> Iterator[tuple[str, Span]]:
    """The words of a claim with what they do: source, cue, when, relay, content (in as many spans as it has)."""
    if claim.mention:
        yield "source", claim.mention
    if claim.cue:
        yield "cue", claim.cue
    if claim.when:
        yield "when", claim.when.span
    for relay in claim.via:
        if relay.span:
            yield "relay", relay.span
    for span in claim.content:
        yield "content", span
