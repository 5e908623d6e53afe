"""What the report is made of: an article with those of its claims that were chosen, and who is behind them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from claimtrack.models import Article, Claim, Source

# the same words in another article are somebody else
_PER_ARTICLE = frozenset({"anonymous", "document"})


@dataclass(frozen=True, slots=True)
class Document:
    """An article, all its claims in text order, the ids of those the report is about, and what found them."""

    number: int
    article: Article
    claims: tuple[Claim, ...]
    chosen: frozenset[str]
    found_by: str = ""

    def numbered(self) -> Iterator[tuple[int, Claim]]:
        """The chosen claims, each with its place among all claims of the article, from 1."""
        for number, claim in enumerate(self.claims, start=1):
            if claim.id in self.chosen:
                yield number, claim


class Who(NamedTuple):
    """A source across articles; `article` is 0 unless it belongs to one. Without a kind, nobody can tell."""

    name: str
    kind: str
    article: int = 0


NOBODY = Who("", "")


def who(source: Source | None, *, article: int) -> Who:
    """Who a source of an article is in the whole report."""
    if source is None:
        return NOBODY
    return Who(source.name, source.kind, article if source.kind in _PER_ARTICLE else 0)
