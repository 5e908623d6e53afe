"""What travels through claimtrack: articles, spans, claims and the sources behind them.

Frozen records only; no reading, no parsing, no storage. Every offset counts Unicode code points of
`Article.text`, and every span is half-open: `article.text[start:end]` is exactly what is meant.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

KINDS = ("person", "institution", "outlet", "anonymous", "document")
STANCES = (
    "neutral",
    "emphatic",
    "reveal",
    "doubt",
    "deny",
    "predict",
    "warn",
    "demand",
    "accuse",
    "commit",
    "opinion",
    "admit",
    "expressive",
)
QUOTES = ("direct", "mixed", "indirect")
# where unnamed sources belong, as far as their words tell
SECTORS = (
    *("diplomatic", "security", "military", "medical", "official", "local", "opposition", "informed"),
    *("judicial", "political", "media", "parliamentary", "economic", "international", "religious"),
    *("humanitarian", "academic", "union", "rights", "sports", "witness", "expert", "activist"),
)
COUNTS = ("one", "two", "several")  # of unnamed people


class Span(NamedTuple):
    """A half-open range of code points of the article's text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Article:
    """One article as it was read; `text` is never changed afterwards.

    `furniture` are the spans of the text that are not the article's own prose (menus, credits,
    share bars); `published` is an ISO date (YYYY-MM-DD) when known.
    """

    text: str
    path: str = ""
    title: str = ""
    outlet: str = ""
    published: str = ""
    url: str = ""
    byline: str = ""
    encoding: str = "utf-8"
    furniture: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """Who is responsible for a content: the fullest naming in the article and the other namings."""

    name: str
    kind: str
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Relay:
    """One medium a claim came through; `span` holds its words where this article names it."""

    source: Source
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Anonymity:
    """What the article tells of a source it does not name; empty where it tells nothing.

    `sector` is one of `SECTORS`, `count` one of `COUNTS`, `of` its
    nationality and affiliation, `reason` the words that refuse or excuse the name.
    """

    sector: str = ""
    count: str = ""
    of: str = ""
    reason: Span | None = None


@dataclass(frozen=True, slots=True)
class Office:
    """What an article says a person is, apart from the name: title, role, and of what."""

    title: str = ""
    role: str = ""
    affiliation: str = ""


@dataclass(frozen=True, slots=True)
class When:
    """When a source said it: the words that tell, and the day, month or year they stand for.

    `value` is as much of an ISO date as is told (2017-03-14, 2016-12, 2016; 2017-W11 for a week), and empty
    where the words count from an article's date that is not known.
    """

    span: Span
    value: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """One attribution: a source made responsible, through a cue, for a content.

    `mention` holds the words that name the source at that place (None when the subject is not
    expressed); `source` is who they resolve to (None when nobody can tell). `via` lists the relays,
    nearest the source first. `parent` is the id of the claim inside whose content this one stands.
    `rule` and `entry` say which construction and which lexicon entry found it; `reason` says in a
    sentence why the source resolved to whom it did. `anonymity` is there for unnamed sources, `office`
    for persons the article describes, `when` where it tells when the source said it.
    """

    id: str
    content: tuple[Span, ...]
    cue: Span | None
    mention: Span | None
    source: Source | None
    via: tuple[Relay, ...]
    quote: str
    stance: str
    cue_lemma: str
    negated: bool
    parent: str | None
    rule: str
    entry: str
    sentence: Span
    reason: str = ""
    anonymity: Anonymity | None = None
    office: Office | None = None
    when: When | None = None


@dataclass(frozen=True, slots=True)
class Extraction:
    """All claims of one article in text order, with the versions of what found them."""

    claims: tuple[Claim, ...]
    engine_version: str
    lexicon_version: str


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with an input: where, what, and what to do next."""

    path: str
    message: str
    place: str = ""
    remedy: str = ""

    def __str__(self) -> str:
        where = f"{self.path}, {self.place}" if self.place else self.path
        return f"{where}: {self.message}" + (f" ({self.remedy})" if self.remedy else "")


@dataclass(frozen=True, slots=True)
class ReadResult:
    """What reading one input gave: articles, and problems as values."""

    articles: tuple[Article, ...] = ()
    problems: tuple[Problem, ...] = field(default=())
