"""What a web page says about itself: JSON-LD first, then OpenGraph and meta, and the browser's tab.

Only what is made for machines is read; what readers see is found elsewhere.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

from claimtrack.reading.dates import iso_date
from claimtrack.reading.markup import is_markup, text_of

ARTICLES = (
    "NewsArticle",
    "Article",
    "ReportageNewsArticle",
    "BlogPosting",
    "AnalysisNewsArticle",
    "OpinionNewsArticle",
)
METAS = {
    "title": ("og:title", "twitter:title", "dc.title", "headline"),
    "published": (
        *(
            "article:published_time",
            "og:published_time",
            "datepublished",
            "pubdate",
            "publishdate",
            "publish-date",
        ),
        *(
            "date",
            "dc.date",
            "dc.date.issued",
            "dcterms.created",
            "article.published",
            "sailthru.date",
            "parsely-pub-date",
        ),
    ),
    "byline": ("author", "article:author", "dc.creator", "byl", "parsely-author"),
    "outlet": ("og:site_name", "application-name", "publisher", "dc.publisher"),
    "url": ("og:url", "twitter:url"),
    "summary": ("og:description", "description", "twitter:description"),
}


@dataclass(frozen=True, slots=True)
class PageData:
    """Empty where the page does not say; `names` are its titles, the browser's tab last."""

    names: tuple[str, ...] = ()
    published: str = ""
    byline: str = ""
    outlet: str = ""
    url: str = ""
    summary: str = ""
    text: str = ""


def page_data(markup: str) -> PageData:
    """What the page says about itself."""
    marks = _Marks()
    marks.feed(markup)
    marks.close()
    linked = _linked(marks.scripts)
    return PageData(
        names=(*(linked.names or ("",)), marks.meta("title"), marks.title),
        published=linked.published or iso_date(marks.meta("published")),
        byline=linked.byline or _name(marks.meta("byline")),
        outlet=linked.outlet or marks.meta("outlet"),
        url=marks.canonical or linked.url or marks.meta("url"),
        summary=marks.meta("summary") or linked.summary,
        text=linked.text,
    )


def _linked(scripts: list[str]) -> PageData:
    """The article's own node among the JSON-LD of the page."""
    for script in scripts:
        try:
            nodes = list(_nodes(json.loads(script, strict=False)))
        except (ValueError, RecursionError):
            continue
        for node in nodes:
            if _is_article(node.get("@type")):
                return _page_of(node)
    return PageData()


def _nodes(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, list):
        for item in value:
            yield from _nodes(item)
    elif isinstance(value, dict):
        yield value
        yield from _nodes(value.get("@graph"))
        yield from _nodes(value.get("mainEntity"))


def _is_article(kind: Any) -> bool:
    return any(item in ARTICLES for item in (kind if isinstance(kind, list) else [kind]))


def _page_of(node: dict[str, Any]) -> PageData:
    return PageData(
        names=(_words(node.get("headline") or node.get("name")),),
        published=iso_date(node.get("datePublished") or node.get("dateCreated")),
        byline=_name(_words(node.get("author"))),
        outlet=_words(node.get("publisher")),
        url=_words(node.get("mainEntityOfPage") or node.get("url")),
        summary=_words(node.get("description")),
        text=_paragraphs(node.get("articleBody")),
    )


def _words(value: Any) -> str:
    """A name given as text, as a node, or as a list of either."""
    if isinstance(value, list):
        return "، ".join(dict.fromkeys(filter(None, map(_words, value))))
    if isinstance(value, dict):
        return _words(value.get("name") or value.get("@id"))
    return " ".join(value.split()) if isinstance(value, str) else ""


def _paragraphs(body: Any) -> str:
    if not isinstance(body, str):
        return ""
    return text_of(body) if is_markup(body) else "\n".join(filter(None, map(str.strip, body.splitlines())))


def _name(author: str) -> str:
    """An author who is named, not linked to."""
    return "" if author.startswith(("http://", "https://")) else author


@dataclass
class _Marks(HTMLParser):
    """The parts of a page made for machines, collected in one pass."""

    scripts: list[str] = field(default_factory=list)
    canonical: str = ""
    title: str = ""

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._metas: dict[str, str] = {}
        self._inside = ""
        self._held: list[str] = []

    def meta(self, name: str) -> str:
        return next((self._metas[key] for key in METAS[name] if self._metas.get(key)), "")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "meta":
            key = (given.get("property") or given.get("name") or given.get("itemprop") or "").lower()
            self._metas.setdefault(key, " ".join(given.get("content", "").split()))
        elif tag == "link" and "canonical" in given.get("rel", "").lower().split():
            self.canonical = self.canonical or given.get("href", "")
        if tag == "title" or (tag == "script" and "ld+json" in given.get("type", "")):
            self._inside, self._held = tag, []

    def handle_data(self, data: str) -> None:
        if self._inside:
            self._held.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag != self._inside:
            return
        self._inside, held = "", "".join(self._held)
        if tag == "script":
            self.scripts.append(held)
        else:
            self.title = self.title or " ".join(held.split())
