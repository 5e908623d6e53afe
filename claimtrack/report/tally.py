"""The figures of a report, added up article by article; nothing here is drawn."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from claimtrack.models import Claim
from claimtrack.report.document import NOBODY, Document, Who, who


@dataclass(slots=True)
class Standing:
    """What one source has to its account; `number` is its name within the page."""

    number: int
    claims: int = 0
    relayed: int = 0
    articles: set[int] = field(default_factory=set)


@dataclass(slots=True)
class Tally:
    """Counts over all articles added so far."""

    articles: int = 0
    claims: int = 0
    chained: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    stances: Counter[str] = field(default_factory=Counter)
    quotes: Counter[str] = field(default_factory=Counter)
    outlets: Counter[str] = field(default_factory=Counter)
    stances_of_kinds: Counter[tuple[str, str]] = field(default_factory=Counter)
    dates: Counter[tuple[str, bool]] = field(default_factory=Counter)  # by date, and whether anonymous
    links: Counter[tuple[Who, Who]] = field(default_factory=Counter)  # from source to relay, relay to relay
    standings: dict[Who, Standing] = field(default_factory=dict)
    found_by: set[str] = field(default_factory=set)

    def add(self, document: Document) -> None:
        """Counts the chosen claims of one article."""
        self.articles += 1
        self.outlets[document.article.outlet] += 1
        self.found_by.add(document.found_by)
        for _, claim in document.numbered():
            self._count(claim, document)

    def standing(self, source: Who) -> Standing:
        """The account of a source, opened when it is first asked for."""
        return self.standings.setdefault(source, Standing(number=len(self.standings)))

    def ranked(self) -> list[tuple[Who, Standing]]:
        """The sources that claim or relay, most claims first; without those nobody can tell."""
        found = [(source, standing) for source, standing in self.standings.items() if source.kind]
        return sorted(found, key=lambda one: (-one[1].claims, -one[1].relayed, *one[0]))

    def _count(self, claim: Claim, document: Document) -> None:
        chain = list(_chain(claim, document))
        origin, *relays = chain
        self.claims += 1
        self.chained += bool(relays)
        self.kinds[origin.kind] += 1
        self.stances[claim.stance] += 1
        self.quotes[claim.quote] += 1
        self.stances_of_kinds[claim.stance, origin.kind] += 1
        self.dates[document.article.published[:10], origin.kind == "anonymous"] += 1
        self.links.update(pair for pair in pairwise(chain) if pair[0] != pair[1])
        self.standing(origin).claims += 1
        for relay in relays:
            self.standing(relay).relayed += 1
        for source in chain:
            self.standing(source).articles.add(document.number)


def _chain(claim: Claim, document: Document) -> Iterator[Who]:
    yield who(claim.source, article=document.number) if claim.source else NOBODY
    for relay in claim.via:
        yield who(relay.source, article=document.number)
