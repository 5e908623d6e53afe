"""An article's claims as one JSON record: what `claimtrack extract` prints and `evaluate` scores."""

from __future__ import annotations

from typing import Any

from claimtrack.models import Article, Claim, Extraction


def extraction_record(article: Article, extraction: Extraction) -> dict[str, Any]:
    """The record of one article; spans are [start, end] in code points of its text."""
    claims = [_claim_record(article.text, claim) for claim in extraction.claims]
    return {"path": article.path, "title": article.title, "claims": claims}


def _claim_record(text: str, claim: Claim) -> dict[str, Any]:
    return {
        "id": claim.id,
        "content": [list(span) for span in claim.content],
        "cue": claim.cue and list(claim.cue),
        "source": claim.mention and list(claim.mention),
        "source_name": claim.source.name if claim.source else "",
        "source_type": claim.source.kind if claim.source else "",
        "via": [relay.source.name for relay in claim.via],
        "quote": claim.quote,
        "stance": claim.stance,
        "cue_lemma": claim.cue_lemma,
        "negated": claim.negated,
        "parent": claim.parent,
        "rule": claim.rule,
        "entry": claim.entry,
        "text": " … ".join(text[start:end] for start, end in claim.content),
    }
