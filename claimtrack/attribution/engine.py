"""From an article to its claims: cues, constructions, who is behind them, parents, identifiers."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from claimtrack.attribution import headlines, nominals, participles, prepositions, verbs
from claimtrack.attribution.candidate import Candidate
from claimtrack.attribution.document import Document, Range
from claimtrack.attribution.identities import Hop, Identity, Resolved, agrees
from claimtrack.attribution.particulars import particulars
from claimtrack.attribution.resolution import Resolver
from claimtrack.attribution.small_words import ACCORDING, WORKS
from claimtrack.attribution.times import when
from claimtrack.attribution.understanding import describe
from claimtrack.lexicon import Lexicon
from claimtrack.lexicon import load as load_lexicon
from claimtrack.lexicon.gazetteer import load as load_gazetteer
from claimtrack.models import Article, Claim, Extraction, Relay, Source, Span

ENGINE_VERSION = "1"
NEAR = 20  # candidates back that can still have to do with one


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
    for begin, limit in doc.sentences:
        here = [candidate for candidate in _in_sentence(doc, begin, limit) if _stands(doc, candidate)]
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
    return _settle(doc, found, begin)


def _at(doc: Document, i: int, begin: int, limit: int) -> Candidate | None:
    key = doc.keys[i]
    if doc.readings[i]:
        candidate = participles.find(doc, i, begin, limit)
        candidate = candidate or verbs.find(doc, i, begin, limit)
        return candidate or nominals.find(doc, i, begin, limit)
    if key in ACCORDING or key in prepositions.LIKE or key in _PHRASE_STARTS:
        return prepositions.find(doc, i, begin, limit)
    if key in nominals.CAME:
        return nominals.find(doc, i, begin, limit)
    if key == ":":
        return headlines.find(doc, i, begin, limit)
    return None


_PHRASE_STARTS = frozenset(p[0] for p in prepositions.PHRASES) | {"علي", "وعلي"}


def _settle(doc: Document, found: list[Candidate], begin: int) -> list[Candidate]:
    """Drop what another candidate of the sentence already says; a cue inside another's source is none."""
    kept: list[Candidate] = []
    for candidate in found:
        if candidate.rule == "preposition:inside":
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


def _claims(doc: Document, candidates: list[Candidate], published: str) -> Iterable[Claim]:
    text_hash = hashlib.sha256(doc.text.encode("utf-8", "surrogatepass")).hexdigest()
    resolver = Resolver(doc)
    ids = [_id(text_hash, doc.span(c.cue)) for c in candidates]
    parents = _parents(candidates)
    resolved: list[Resolved] = []
    hops: list[tuple[Hop, ...]] = []
    for n in range(len(candidates)):
        resolved.append(_resolve(resolver, candidates, resolved, n, parents))
        hops.append(_chain(resolver, candidates, resolved, n, parents[n]))
    _relay_headlines(candidates, resolved, hops)
    told = particulars(doc, candidates, [found.identity for found in resolved])
    for n, candidate in enumerate(candidates):
        identity = resolved[n].identity
        yield Claim(
            id=ids[n],
            content=_content_spans(doc, candidate),
            cue=doc.span(candidate.cue),
            mention=_mention_span(doc, candidate),
            source=Source(identity.name, identity.kind, tuple(identity.names)) if identity else None,
            via=tuple(_relay(doc, hop) for hop in hops[n]),
            quote=quote_kind(doc, candidate.content),
            stance=candidate.stance,
            cue_lemma=candidate.lemma,
            negated=candidate.negated,
            parent=ids[parents[n]] if parents[n] is not None else None,  # type: ignore[index]
            rule=candidate.rule,
            entry=candidate.entry,
            sentence=_sentence(doc, candidate),
            reason=resolved[n].reason,
            anonymity=told[n].anonymity,
            office=told[n].office,
            when=when(doc, candidate, published),
        )


def _content_spans(doc: Document, candidate: Candidate) -> tuple[Span, ...]:
    first, *others = [doc.span(r) for r in candidate.content]
    return (Span(first.start + candidate.skip, first.end), *others)


def _mention_span(doc: Document, candidate: Candidate) -> Span | None:
    if candidate.source is None:
        return None
    span = doc.span(candidate.source)
    return Span(span.start + candidate.source_skip, span.end)


def _id(text_hash: str, cue: Span) -> str:
    return hashlib.sha256(f"{text_hash}:{cue.start}:{cue.end}".encode()).hexdigest()[:16]


def _parents(candidates: list[Candidate]) -> list[int | None]:
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


def _resolve(
    resolver: Resolver,
    candidates: list[Candidate],
    resolved: list[Resolved],
    n: int,
    parents: list[int | None],
) -> Resolved:
    candidate = candidates[n]
    if candidate.source is not None:
        found = resolver.mention(candidate.source, candidate)
        identity = found.identity
        if identity is not None:
            if (
                candidate.gender
                and candidate.rule.startswith(("verb", "topic"))
                and identity.kind == "person"
            ):
                identity.gender = candidate.gender
            if not identity.number:
                identity.number = "singular"
    else:
        found = _unnamed(resolver, candidates, resolved, n, parents)
    identity = found.identity
    if identity is not None:
        if parents[n] is None and _speaks_on(candidate, identity):
            identity.last = candidate.cue[0] + 1
        identity.heads |= candidate.documents
    return found


def _speaks_on(candidate: Candidate, identity: Identity) -> bool:
    """Whether the next verb without a subject can go on with this source: a cited document does not."""
    cited = candidate.rule.startswith(("preposition", "like", "nominal"))
    return not (identity.kind == "document" and cited)


def _unnamed(
    resolver: Resolver,
    candidates: list[Candidate],
    resolved: list[Resolved],
    n: int,
    parents: list[int | None],
) -> Resolved:
    """Who speaks when the cue names nobody: the speaker or the subject of this sentence, else the last one."""
    candidate = candidates[n]
    if candidate.impersonal:
        return Resolved(None, "impersonal: nobody is meant")
    doc = resolver.doc
    sentence = doc.sentence_at(candidate.cue[0])
    begin = doc.sentences[sentence][0] if sentence >= 0 else candidate.cue[0]
    here = [m for m in range(max(0, n - NEAR), n) if candidates[m].cue[0] >= begin]
    nested = {m: _inside_another(candidates, parents, m, candidate) for m in here}
    subject = _subject_of_clause(resolver, candidates, n, parents[n])
    if subject is not None:
        return Resolved(subject, f"{subject.name} is the subject of the clause")
    for inner in (False, True):
        for m in reversed(here):
            identity = resolved[m].identity
            if identity is not None and nested[m] is inner and _agrees(identity, candidate):
                return Resolved(identity, f"goes on with {identity.name}")
        if not inner:
            subject = resolver.subject(begin, candidate.cue[0], candidate.gender, candidate.number)
            if subject is not None:
                return Resolved(subject, f"{subject.name} is the subject of the sentence")
    previous = doc.sentences[sentence - 1] if sentence > 0 else None
    recent = (candidates[m].cue[0] for m in range(max(0, n - NEAR), n))
    if previous is not None and not any(previous[0] <= cue < previous[1] for cue in recent):
        subject = resolver.subject(*previous, candidate.gender, candidate.number)
        if subject is not None and subject.kind == "person":
            return Resolved(subject, f"{subject.name} is the subject of the sentence before")
    return resolver.speaker(candidate.gender, candidate.number, candidate.cue[0], "no subject")


def _subject_of_clause(
    resolver: Resolver, candidates: list[Candidate], n: int, parent: int | None
) -> Identity | None:
    """Who a clause is about that stands behind وبحسب فلان: speaks there rather than the one cited."""
    candidate = candidates[n]
    if parent is None or parent > n or candidates[parent].rule != "preposition:before":
        return None
    start = next((a for a, b in candidates[parent].content if a <= candidate.cue[0] < b), candidate.cue[0])
    return resolver.subject(start, candidate.cue[0], candidate.gender, candidate.number)


def _inside_another(
    candidates: list[Candidate], parents: list[int | None], m: int, candidate: Candidate
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


def _agrees(identity: Identity, candidate: Candidate) -> bool:
    return agrees(identity, candidate.gender, candidate.number)


def _chain(
    resolver: Resolver, candidates: list[Candidate], resolved: list[Resolved], n: int, parent: int | None
) -> tuple[Hop, ...]:
    """The relays of a claim: named here, those its source keeps, or the outlet in whose words it stands."""
    candidate, identity = candidates[n], resolved[n].identity
    hops = tuple(
        hop for hop in map(resolver.relay, candidate.via) if hop is not None and hop.identity is not identity
    )
    if not hops and candidate.rule.endswith("relay"):
        outlet = resolver.last_outlet()
        hops = (Hop(outlet, None),) if outlet is not None and outlet is not identity else ()
    reporter = resolved[parent].identity if parent is not None and parent < n else None
    if not hops and reporter is not None and reporter.kind == "outlet" and reporter is not identity:
        hops = (Hop(reporter, None),)
    if identity is not None:
        identity.via = hops = hops or identity.via
    return hops


def _relay_headlines(
    candidates: list[Candidate], resolved: list[Resolved], hops: list[tuple[Hop, ...]]
) -> None:
    """A headline leaves out the relay that the article itself names."""
    for n, candidate in enumerate(candidates):
        identity = resolved[n].identity
        if candidate.rule.startswith("headline") and identity is not None and not hops[n]:
            hops[n] = identity.via


def _relay(doc: Document, hop: Hop) -> Relay:
    identity = hop.identity
    source = Source(identity.name, identity.kind, tuple(identity.names))
    return Relay(source, doc.span(hop.found) if hop.found is not None else None)


def _sentence(doc: Document, candidate: Candidate) -> Span:
    sentence = doc.sentence_at(candidate.cue[0])
    if sentence < 0:
        return doc.span(candidate.cue)
    begin, limit = doc.sentences[sentence]
    return doc.span((min(begin, candidate.start), max(limit, candidate.cue[1])))


def _is_a_name(doc: Document, i: int) -> bool:
    """Whether the quotation that opens at token i is how something is called (نقابة "الأفق الجديد", رواية "…")."""
    previous, gazetteer = doc.key(i - 1), doc.gazetteer
    headed = (
        previous in WORKS or previous in gazetteer.institution_heads or previous in gazetteer.outlet_heads
    )
    short = len(doc.words((i, doc.opened[i].close))) <= 5
    return headed and short and not previous.startswith("ال")


def quote_kind(doc: Document, content: list[Range]) -> str:
    """direct when every word is inside quotation marks, mixed when some are, else indirect."""
    total = inside = 0
    longest = 0
    for start, end in content:
        i = start
        total += len(doc.words((start, end)))
        around = doc.quotation_around(start)
        if around is not None and around.close >= end:
            inside += len(doc.words((start, end)))
            continue
        while i < end:
            quotation = doc.opened.get(i)
            if quotation is not None:
                count = 0 if _is_a_name(doc, i) else len(doc.words((i, min(quotation.close, end))))
                longest = max(longest, count)
                inside += count if count >= 2 else 0
                i = quotation.close
            i += 1
    if total > 1 and inside >= total:
        return "direct"
    return "mixed" if inside else "indirect"
