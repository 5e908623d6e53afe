"""brat standoff: a .txt and an .ann for each article, with the configuration brat wants beside them.

The .txt is the article's text to the letter. Source, cue, relay and content are entities, tied to the
content by relations; stance, quotation and negation are attributes of the content, who it is a note. A
content of several fragments is one discontinuous entity; brat breaks spans at line ends, and so do we.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from claimtrack.export.marked import MarkedArticle, spans_of
from claimtrack.models import QUOTES, STANCES, Claim, Span

_LINE = re.compile(r"[^\r\n]+")
_SPACES = re.compile(r"\s")
_ROLES = {"source": "Source", "cue": "Cue", "relay": "Relay", "content": "Content"}
_CONFIGURATION = f"""[entities]
Source
Cue
Relay
Content

[relations]
Says\tArg1:Source, Arg2:Content
Attributes\tArg1:Cue, Arg2:Content
Relays\tArg1:Relay, Arg2:Content
Within\tArg1:Content, Arg2:Content

[events]

[attributes]
Stance\tArg:Content, Value:{"|".join(STANCES)}
Quote\tArg:Content, Value:{"|".join(QUOTES)}
Negated\tArg:Content
"""
_RELATIONS = {"source": "Says", "cue": "Attributes", "relay": "Relays"}


def brat_files(articles: Iterable[MarkedArticle]) -> Iterator[tuple[str, str]]:
    """(name, content) of every file of a brat collection."""
    yield "annotation.conf", _CONFIGURATION
    for marked in articles:
        name = f"article-{marked.article_id:06}"
        yield f"{name}.txt", marked.article.text
        yield f"{name}.ann", "".join(f"{line}\n" for line in _Standoff(marked).lines())


class _Standoff:
    """The lines of one .ann file, numbered as they come."""

    def __init__(self, marked: MarkedArticle) -> None:
        self.text = marked.article.text
        self.claims = marked.claims
        self.counts = dict.fromkeys("TRA#", 0)
        self.contents: dict[str, str] = {}  # claim → its entity

    def lines(self) -> Iterator[str]:
        for claim in self.claims:
            yield from self._claim(claim)
        for claim in self.claims:
            if claim.parent in self.contents and claim.id in self.contents:
                yield self._relation("Within", self.contents[claim.id], self.contents[claim.parent])

    def _claim(self, claim: Claim) -> Iterator[str]:
        fragments = [fragment for span in claim.content for fragment in self._unbroken(span)]
        if not fragments:
            return
        content, line = self._entity("Content", fragments)
        self.contents[claim.id] = content
        yield line
        for role, span in spans_of(claim):
            if role in _RELATIONS and (parts := list(self._unbroken(span))):
                entity, line = self._entity(_ROLES[role], parts)
                yield line
                yield self._relation(_RELATIONS[role], entity, content)
        yield f"{self._next('A')}\tStance {content} {claim.stance}"
        yield f"{self._next('A')}\tQuote {content} {claim.quote}"
        if claim.negated:
            yield f"{self._next('A')}\tNegated {content}"
        yield f"{self._next('#')}\tAnnotatorNotes {content}\t{_note(claim)}"

    def _entity(self, kind: str, fragments: list[Span]) -> tuple[str, str]:
        name = self._next("T")
        places = ";".join(f"{start} {end}" for start, end in fragments)
        words = " ".join(self.text[start:end] for start, end in fragments)
        return name, f"{name}\t{kind} {places}\t{words}"

    def _relation(self, kind: str, first: str, second: str) -> str:
        return f"{self._next('R')}\t{kind} Arg1:{first} Arg2:{second}"

    def _unbroken(self, span: Span) -> Iterator[Span]:
        for match in _LINE.finditer(self.text, span.start, span.end):
            yield Span(*match.span())

    def _next(self, letter: str) -> str:
        self.counts[letter] += 1
        return f"{letter}{self.counts[letter]}"


def _note(claim: Claim) -> str:
    who = f"{claim.source.name} ({claim.source.kind})" if claim.source else "?"
    via = "".join(f" ← {relay.source.name}" for relay in claim.via)
    return _SPACES.sub(" ", f"{claim.id}: {who}{via}")
