"""From an article to its claims: cues, constructions, who is behind them, parents, identifiers."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from claimtrack.attribution import floating, headlines, nominals, participles, prepositions, verbs
from claimtrack.attribution.candidate import Candidate
from claimtrack.attribution.document import Document
from claimtrack.attribution.identities import Hop, Identity
from claimtrack.attribution.nesting import parents_of
from claimtrack.attribution.particulars import particulars
from claimtrack.attribution.quoting import quote_kind
from claimtrack.attribution.settling import settle
from claimtrack.attribution.small_words import ACCORDING, ACCORDING_OWN
from claimtrack.attribution.speaking import Speakers
from claimtrack.attribution.times import when
from claimtrack.lexicon import Lexicon
from claimtrack.lexicon import load as load_lexicon
from claimtrack.lexicon.gazetteer import load as load_gazetteer
from claimtrack.models import Article, Claim, Extraction, Relay, Source, Span

ENGINE_VERSION = "1"


def extract(article: Article | str, *, lexicon: Lexicon | None = None) -> Extraction:
    """All claims of an article, in text order."""
    if isinstance(article, str):
        article = Article(article)
    lexicon = lexicon or load_lexicon()
    doc = Document(article.text, lexicon, load_gazetteer(), article.furniture)
    candidates = find_candidates(doc)
    return Extraction(tuple(_claims(doc, candidates, article.published)), ENGINE_VERSION, lexicon.version)


def find_candidates(doc: Document) -> list[Candidate]:
    """Every attribution of the document, unresolved, in order of their cues."""
    found: dict[tuple[str, ...], list[Candidate]] = {}
    here: list[Candidate] = []
    for n, (begin, limit) in enumerate(doc.sentences):
        alone = floating.find(doc, n, here)
        here = [candidate for candidate in _in_sentence(doc, begin, limit) if _stands(doc, candidate)]
        here = [alone, *here] if alone is not None else here
        if here:
            words = doc.words((begin, limit))
            found.pop(words, None)  # of a sentence that stands twice the one in its context counts
            found[words] = here
    return [candidate for here in found.values() for candidate in here]


def _stands(doc: Document, candidate: Candidate) -> bool:
    """Whether there is a content, and a word in the mention; pieces of content without extent go."""
    candidate.content = [(start, end) for start, end in candidate.content if start < end]
    if not candidate.content or candidate.source is None:
        return bool(candidate.content)
    start, end = doc.span(candidate.source)
    return any(map(str.isalnum, doc.text[start + candidate.source_skip : end]))


def _in_sentence(doc: Document, begin: int, limit: int) -> list[Candidate]:
    found: list[Candidate] = []
    used: set[int] = set()
    for i in range(begin, limit):
        if i in used:
            continue
        candidate = _at(doc, i, begin, limit)
        if candidate is None:
            continue
        found.append(candidate)
        used.update(range(*candidate.cue))
    return settle(doc, found, begin)


def _at(doc: Document, i: int, begin: int, limit: int) -> Candidate | None:
    key = doc.keys[i]
    candidate = None
    if key in ACCORDING or key in ACCORDING_OWN or key in prepositions.LIKE or key in _PHRASE_STARTS:
        candidate = prepositions.find(doc, i, begin, limit)
    if candidate is None and doc.readings[i]:
        candidate = participles.find(doc, i, begin, limit)
        candidate = candidate or verbs.find(doc, i, begin, limit)
        candidate = candidate or nominals.find(doc, i, begin, limit)
    if candidate is not None or doc.readings[i]:
        return candidate
    if key in nominals.CAME:
        return nominals.find(doc, i, begin, limit)
    if key == ":":
        return headlines.find(doc, i, begin, limit)
    return None


_PHRASE_STARTS = frozenset(p[0] for p in prepositions.PHRASES) | {"علي", "وعلي"}


def _claims(doc: Document, candidates: list[Candidate], published: str) -> Iterable[Claim]:
    text_hash = hashlib.sha256(doc.text.encode("utf-8", "surrogatepass")).hexdigest()
    ids = [_id(text_hash, _cue(doc, candidate) or doc.span(candidate.content[0])) for candidate in candidates]
    parents = parents_of(candidates)
    speakers = Speakers(doc, candidates, parents)
    told = particulars(doc, candidates, [found.identity for found in speakers.resolved])
    for n, (candidate, found) in enumerate(zip(candidates, speakers.resolved, strict=True)):
        identity, parent = found.identity, parents[n]
        yield Claim(
            id=ids[n],
            content=_content_spans(doc, candidate),
            cue=_cue(doc, candidate),
            mention=_mention_span(doc, candidate),
            source=_source(identity) if identity is not None else None,
            via=tuple(_relay(doc, hop) for hop in speakers.hops[n]),
            quote=quote_kind(doc, candidate.content),
            stance=candidate.stance,
            cue_lemma=candidate.lemma,
            negated=candidate.negated,
            parent=ids[parent] if parent is not None else None,
            rule=candidate.rule,
            entry=candidate.entry,
            sentence=_sentence(doc, candidate),
            reason=found.reason,
            anonymity=told[n].anonymity,
            office=told[n].office,
            when=when(doc, candidate, published),
        )


def _cue(doc: Document, candidate: Candidate) -> Span | None:
    return doc.span(candidate.cue) if candidate.cue[0] < candidate.cue[1] else None


def _content_spans(doc: Document, candidate: Candidate) -> tuple[Span, ...]:
    first, *others = [doc.span(r) for r in candidate.content]
    return (Span(first.start + candidate.skip, first.end), *others)


def _mention_span(doc: Document, candidate: Candidate) -> Span | None:
    if candidate.source is None:
        return None
    span = doc.span(candidate.source)
    return Span(span.start + candidate.source_skip, span.end)


def _id(text_hash: str, at: Span) -> str:
    return hashlib.sha256(f"{text_hash}:{at.start}:{at.end}".encode()).hexdigest()[:16]


def _source(identity: Identity) -> Source:
    return Source(identity.name, identity.kind, tuple(identity.names))


def _relay(doc: Document, hop: Hop) -> Relay:
    return Relay(_source(hop.identity), doc.span(hop.found) if hop.found is not None else None)


def _sentence(doc: Document, candidate: Candidate) -> Span:
    sentence = doc.sentence_at(candidate.cue[0])
    if sentence < 0:
        return doc.span(candidate.cue)
    begin, limit = doc.sentences[sentence]
    return doc.span((min(begin, candidate.start), max(limit, candidate.cue[1])))
