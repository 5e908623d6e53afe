"""Extraction → rows: what each table gets for an article. Pure functions, no SQL."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from claimtrack.linking.observed import identity
from claimtrack.models import Article, Claim, Office, Source, Span
from claimtrack.store.matching import match_key, plain_key

_NEWLINE = re.compile(r"\r\n|\n|\r")

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
    "identity_id",
    "anon_sector",
    "anon_count",
    "anon_of",
    "anon_reason",
    "source_title",
    "source_role",
    "source_affiliation",
    "anon_of_key",
    "anon_reason_key",
    "said_on",
    "said_when",
)
Cell = str | int | None


class SourceRow(NamedTuple):
    """One source as an article names it: who it is, and the article's namings."""

    identity: str
    name: str
    names: tuple[tuple[str, str], ...]  # each with its key


class Numbers(NamedTuple):
    """The rows that tell who a source is: the source it is now, and whom its article observed."""

    source: int
    identity: int


def source_row(source: Source, *, digest: str) -> SourceRow:
    """Whom an article observes in `source`, and its namings there."""
    names = dict.fromkeys((source.name, *source.names))
    keyed = tuple((name, match_key(name)) for name in names)
    name = best_spelling(source.name, names)
    return SourceRow(identity(source.kind, source.name, digest=digest), name, keyed)


def best_spelling(name: str, names: Iterable[str]) -> str:
    """Of the spellings of one name among `names` the shortest, then the first in code-point order.

    So it stands without marks and tatweel and with its hamza, whatever the order of the articles.
    """
    key = plain_key(name)
    return min((len(each), each) for each in (name, *names) if plain_key(each) == key)[1]


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
    sources: Mapping[Source, Numbers],
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
            sources[claim.source].source if claim.source else None,
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
            sources[claim.source].identity if claim.source else None,
            *_told(text, claim),
            claim.when.value if claim.when else "",
            " ".join(cut(text, claim.when.span).split()) if claim.when else "",
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
        if claim.anonymity and claim.anonymity.reason:
            yield (number, "anon_reason", 1, *claim.anonymity.reason)
        if claim.when:
            yield (number, "when", 1, *claim.when.span)


def chain_rows(
    claims: Iterable[Claim], numbers: Mapping[str, int], sources: Mapping[Source, Numbers]
) -> Iterator[tuple[int, int, int, int, int | None, int | None]]:
    """(claim, hop, source, identity, start, end) of every relay, nearest the source first."""
    for claim in claims:
        for hop, relay in enumerate(claim.via, start=1):
            start, end = relay.span or (None, None)
            yield (numbers[claim.id], hop, *sources[relay.source], start, end)


def cut(text: str, span: Span | None) -> str:
    """The words of a span; nothing for none."""
    return text[span.start : span.end] if span else ""


def joined(text: str, spans: Iterable[Span]) -> str:
    """The fragments of a content as one line to read."""
    return " … ".join(text[start:end] for start, end in spans)


def _told(text: str, claim: Claim) -> tuple[Cell, ...]:
    """What the article tells of an unnamed source, and what it says a person is."""
    anonymity, office = claim.anonymity, claim.office or Office()
    person = (office.title, office.role, office.affiliation)
    if anonymity is None:
        return (None, "", "", "", *person, "", "")
    reason = " ".join(cut(text, anonymity.reason).split())
    of, count = anonymity.of, anonymity.count
    return (anonymity.sector, count, of, reason, *person, match_key(of), match_key(reason))


def _place(claim: Claim) -> int:
    return claim.cue.start if claim.cue else _extent(claim)[0]


def _extent(claim: Claim) -> tuple[int, int]:
    if not claim.content:
        return claim.sentence.start, claim.sentence.end
    return min(span.start for span in claim.content), max(span.end for span in claim.content)
