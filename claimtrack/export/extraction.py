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
        **_told(claim),
        **({"when": {"span": list(claim.when.span), "value": claim.when.value}} if claim.when else {}),
    }


def _told(claim: Claim) -> dict[str, Any]:
    """What the article tells of an unnamed source, or says a person is; only where it does."""
    unnamed, office = claim.anonymity, claim.office
    if unnamed is not None:
        reason = unnamed.reason and list(unnamed.reason)
        return {
            "anonymity": {
                "sector": unnamed.sector,
                "count": unnamed.count,
                "of": unnamed.of,
                "reason": reason,
            }
        }
    if office is not None:
        return {"office": {"title": office.title, "role": office.role, "affiliation": office.affiliation}}
    return {}
