"""Who is behind each attribution of a document, and through whom its words came."""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.attribution.candidate import NEAR, Candidate
from claimtrack.attribution.document import Document
from claimtrack.attribution.identities import Hop, Identity, Resolved, agrees
from claimtrack.attribution.nesting import stands_aside
from claimtrack.attribution.resolution import Resolver


class Speakers:
    """What is found for the candidates in text order: each is understood by those before it.

    `resolved` and `hops` hold one entry a candidate; `parents` is the candidate around each.
    """

    def __init__(self, doc: Document, candidates: Sequence[Candidate], parents: Sequence[int | None]) -> None:
        self._resolver = Resolver(doc)
        self._candidates = candidates
        self._parents = parents
        self.resolved: list[Resolved] = []
        self.hops: list[tuple[Hop, ...]] = []
        for n in range(len(candidates)):
            self.resolved.append(self._resolve(n))
            self.hops.append(self._chain(n))
        self._relay_headlines()

    def _resolve(self, n: int) -> Resolved:
        candidate = self._candidates[n]
        if candidate.source is not None:
            found = self._resolver.mention(candidate.source, candidate)
            if found.identity is not None:
                _learn(found.identity, candidate)
        else:
            found = self._unnamed(n)
        identity = found.identity
        if identity is not None:
            if self._parents[n] is None and _speaks_on(candidate, identity):
                identity.last = candidate.cue[0] + 1
            identity.heads |= candidate.documents
        return found

    def _unnamed(self, n: int) -> Resolved:
        """Who speaks when the cue names nobody: the speaker or the subject of this sentence, else the last one."""
        candidate, doc = self._candidates[n], self._resolver.doc
        if candidate.impersonal:
            return Resolved(None, "impersonal: nobody is meant")
        ahead = self._ahead(n)
        if ahead is not None:
            return ahead
        subject = self._subject_of_clause(n)
        if subject is not None:
            return Resolved(subject, f"{subject.name} is the subject of the clause")
        sentence = doc.sentence_at(candidate.cue[0])
        begin = doc.sentences[sentence][0] if sentence >= 0 else candidate.cue[0]
        here = [m for m in self._near(n) if self._candidates[m].cue[0] >= begin]
        aside = {m for m in here if stands_aside(self._candidates, self._parents, m, candidate)}
        return (
            self._goes_on(candidate, [m for m in here if m not in aside])
            or self._subject((begin, candidate.cue[0]), candidate, "the sentence")
            or self._goes_on(candidate, [m for m in here if m in aside])
            or self._subject_before(n, sentence)
            or self._resolver.speaker(candidate.gender, candidate.number, candidate.cue[0], "no subject")
        )

    def _ahead(self, n: int) -> Resolved | None:
        """Whoever speaks next in a sentence that a participle opens (ومستبعدا أي تأجيل، قال فلان إن)."""
        candidate, doc = self._candidates[n], self._resolver.doc
        following = self._candidates[n + 1] if n + 1 < len(self._candidates) else None
        if candidate.rule != "participle" or following is None or following.source is None:
            return None
        begin, limit = doc.sentences[max(doc.sentence_at(candidate.cue[0]), 0)]
        if candidate.cue[0] > begin + 1 or following.cue[0] >= limit:
            return None
        return self._resolver.mention(following.source, following)

    def _near(self, n: int) -> range:
        return range(max(0, n - NEAR), n)

    def _goes_on(self, candidate: Candidate, others: Sequence[int]) -> Resolved | None:
        for m in reversed(others):
            identity = self.resolved[m].identity
            alike = _same_form(self._candidates[m], candidate)
            if identity is not None and (alike or agrees(identity, candidate.gender, candidate.number)):
                return Resolved(identity, f"goes on with {identity.name}")
        return None

    def _subject(self, where: tuple[int, int], candidate: Candidate, of: str) -> Resolved | None:
        subject = self._resolver.subject(*where, candidate.gender, candidate.number)
        return Resolved(subject, f"{subject.name} is the subject of {of}") if subject is not None else None

    def _subject_before(self, n: int, sentence: int) -> Resolved | None:
        """The person whom the sentence before is about, when nobody speaks in it."""
        if sentence <= 0:
            return None
        begin, end = self._resolver.doc.sentences[sentence - 1]
        if any(begin <= self._candidates[m].cue[0] < end for m in self._near(n)):
            return None
        found = self._subject((begin, end), self._candidates[n], "the sentence before")
        return found if found and found.identity and found.identity.kind == "person" else None

    def _subject_of_clause(self, n: int) -> Identity | None:
        """Who a clause is about that stands behind وبحسب فلان: speaks there rather than the one cited."""
        candidate, parent = self._candidates[n], self._parents[n]
        if parent is None or parent > n or self._candidates[parent].rule != "preposition:before":
            return None
        cue = candidate.cue[0]
        start = next((a for a, b in self._candidates[parent].content if a <= cue < b), cue)
        return self._resolver.subject(start, cue, candidate.gender, candidate.number)

    def _chain(self, n: int) -> tuple[Hop, ...]:
        """The relays of a claim: named here, those its source keeps, or the outlet in whose words it stands."""
        candidate, identity, parent = self._candidates[n], self.resolved[n].identity, self._parents[n]
        named = map(self._resolver.relay, candidate.via)
        hops = tuple(hop for hop in named if hop is not None and hop.identity is not identity)
        if not hops and candidate.rule.endswith("relay"):
            outlet = self._resolver.last_outlet()
            hops = (Hop(outlet, None),) if outlet is not None and outlet is not identity else ()
        reporter = self.resolved[parent].identity if parent is not None and parent < n else None
        if not hops and reporter is not None and reporter.kind == "outlet" and reporter is not identity:
            hops = (Hop(reporter, None),)
        if identity is not None:
            identity.via = hops = hops or identity.via
        return hops

    def _relay_headlines(self) -> None:
        """A headline leaves out the relay that the article itself names."""
        for n, candidate in enumerate(self._candidates):
            identity = self.resolved[n].identity
            if candidate.rule.startswith("headline") and identity is not None and not self.hops[n]:
                self.hops[n] = identity.via


def _same_form(other: Candidate, candidate: Candidate) -> bool:
    """Whether a verb with its own subject has the form of a cue without one (قال المراسل …، مشيرا إلى)."""
    own = (
        other.rule.startswith(("verb", "topic"))
        and not other.rule.endswith("relay")
        and other.source is not None
    )
    return own and bool(other.gender) and (other.gender, other.number) == (candidate.gender, candidate.number)


def _learn(identity: Identity, candidate: Candidate) -> None:
    """Gender and number, as the cue shows them."""
    if candidate.gender and candidate.rule.startswith(("verb", "topic")) and identity.kind == "person":
        identity.gender = candidate.gender
    if not identity.number:
        identity.number = "singular"


def _speaks_on(candidate: Candidate, identity: Identity) -> bool:
    """Whether the next verb without a subject can go on with this source: a cited document does not."""
    cited = candidate.rule.startswith(("preposition", "like", "nominal"))
    return not (identity.kind == "document" and cited)
