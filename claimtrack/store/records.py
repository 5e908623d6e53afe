"""Extraction → rows: what each table gets for an article. Pure functions, no SQL."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from claimtrack.models import Article, Claim, Source, Span
from claimtrack.store.matching import match_key, plain_key

_NEWLINE = re.compile(r"\r\n|\n|\r")
_PER_ARTICLE = frozenset({"anonymous", "document"})

CLAIM_COLUMNS = (
    "number",
    "id",
    "article_id",
    "ordinal",
    "source_id",
    "parent_id",
    "paragraph",
    "mention",
    "cue",
    "cue_lemma",
    "stance",
    "negated",
    "quote",
    "content",
    "sentence",
    "start",
    '"end"',
    "sentence_start",
    "sentence_end",
    "rule",
    "entry",
    "reason",
    "mention_key",
    "cue_key",
    "lemma_key",
    "content_key",
)
Cell = str | int | None


class SourceRow(NamedTuple):
    """One source as an article names it: who it is, and the article's namings."""

    identity: str
    name: str
    kind: str
    names: tuple[tuple[str, str], ...]  # each with its key


def source_row(source: Source, *, digest: str) -> SourceRow:
    """Who `source` is across articles: kind and folded name.

    An anonymous source or a document without an issuer belongs to its article: the same words in
    another article are somebody else.
    """
    key = plain_key(source.name) or source.name
    scope = f"{digest[:16]}:" if source.kind in _PER_ARTICLE else ""
    names = dict.fromkeys((source.name, *source.names))
    keyed = tuple((name, match_key(name)) for name in names)
    return SourceRow(f"{source.kind}:{scope}{key}", source.name, source.kind, keyed)


def claim_sources(claims: Iterable[Claim]) -> Iterator[Source]:
    """Every source the claims name, origins and relays, as often as they do."""
    for claim in claims:
        if claim.source:
            yield claim.source
        for relay in claim.via:
            yield relay.source


def claim_rows(
    article: Article,
    placed: Iterable[tuple[int, Claim]],
    *,
    article_id: int,
    sources: Mapping[Source, int],
    numbers: Mapping[str, int],
) -> Iterator[tuple[Cell, ...]]:
    """The rows of claims, given with their places, in the order of `CLAIM_COLUMNS`."""
    text = article.text
    newlines = [match.end() for match in _NEWLINE.finditer(text)]
    for ordinal, claim in placed:
        mention, cue = cut(text, claim.mention), cut(text, claim.cue)
        content = joined(text, claim.content)
        yield (
            numbers[claim.id],
            claim.id,
            article_id,
            ordinal,
            sources[claim.source] if claim.source else None,
            claim.parent,
            bisect_right(newlines, _place(claim)) + 1,
            mention,
            cue,
            claim.cue_lemma,
            claim.stance,
            int(claim.negated),
            claim.quote,
            content,
            text[claim.sentence.start : claim.sentence.end],
            *_extent(claim),
            claim.sentence.start,
            claim.sentence.end,
            claim.rule,
            claim.entry,
            claim.reason,
            match_key(mention),
            plain_key(cue),
            plain_key(claim.cue_lemma),
            match_key(content),
        )


def span_rows(
    claims: Iterable[Claim], numbers: Mapping[str, int]
) -> Iterator[tuple[int, str, int, int, int]]:
    """(claim, role, ordinal, start, end) of every span of the claims' own words."""
    for claim in claims:
        number = numbers[claim.id]
        if claim.mention:
            yield (number, "source", 1, *claim.mention)
        if claim.cue:
            yield (number, "cue", 1, *claim.cue)
        for ordinal, span in enumerate(claim.content, start=1):
            yield (number, "content", ordinal, *span)


def chain_rows(
    claims: Iterable[Claim], numbers: Mapping[str, int], sources: Mapping[Source, int]
) -> Iterator[tuple[int, int, int, int | None, int | None]]:
    """(claim, hop, source, start, end) of every relay, nearest the source first."""
    for claim in claims:
        for hop, relay in enumerate(claim.via, start=1):
            start, end = relay.span or (None, None)
            yield (numbers[claim.id], hop, sources[relay.source], start, end)


def cut(text: str, span: Span | None) -> str:
    """The words of a span; nothing for none."""
    return text[span.start : span.end] if span else ""


def joined(text: str, spans: Iterable[Span]) -> str:
    """The fragments of a content as one line to read."""
    return " … ".join(text[start:end] for start, end in spans)


def _place(claim: Claim) -> int:
    return claim.cue.start if claim.cue else _extent(claim)[0]


def _extent(claim: Claim) -> tuple[int, int]:
    if not claim.content:
        return claim.sentence.start, claim.sentence.end
    return min(span.start for span in claim.content), max(span.end for span in claim.content)
