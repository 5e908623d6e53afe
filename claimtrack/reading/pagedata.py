"""What a web page says about itself: JSON-LD first, then OpenGraph and meta, then <time> and <title>.

Only the head and the marks made for machines are read; the main text is found elsewhere.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

from claimtrack.reading.dates import iso_date

ARTICLES = (
    "NewsArticle",
    "Article",
    "ReportageNewsArticle",
    "BlogPosting",
    "AnalysisNewsArticle",
    "OpinionNewsArticle",
)
DATED = re.compile(r"(?i)\b[\w-]*(?:date|time|publish|posted|entry-meta)[\w-]*\b")
MARKS = "|-–—•» "
BARRED = re.compile(r"(?P<headline>.{15,}?)\s+[|•»]\s+(?P<site>[^|•»]{2,40})")
DATE = "date"  # what is being collected, where it is no tag
DATE_LENGTH = 80
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
}


@dataclass(frozen=True, slots=True)
class PageData:
    """Empty where the page does not say; `tab` is what a browser shows as its name."""

    title: str = ""
    published: str = ""
    byline: str = ""
    outlet: str = ""
    url: str = ""
    heading: str = ""
    tab: str = ""


def page_data(markup: str) -> PageData:
    """What the page says about itself."""
    marks = _Marks()
    marks.feed(markup)
    marks.close()
    linked = _linked(marks.scripts)
    return PageData(
        title=linked.title
        or parted_tab(marks.title, marks.heading)[0]
        or marks.meta("title")
        or marks.heading,
        published=linked.published
        or iso_date(marks.meta("published"))
        or _first_date(marks.times + marks.dates),
        byline=linked.byline or _name(marks.meta("byline")),
        outlet=linked.outlet or marks.meta("outlet"),
        url=marks.canonical or linked.url or marks.meta("url"),
        heading=marks.heading,
        tab=marks.title,
    )


def parted_tab(title: str, heading: str) -> tuple[str, str]:
    """The headline and the site's name from the browser's tab: parted by the page's heading, or by a bar."""
    if heading and title.startswith(heading):
        site = title.removeprefix(heading).strip()
        return heading, site.lstrip(MARKS).strip() if site[:1] in tuple(MARKS) else ""
    found = BARRED.fullmatch(title)
    return (found["headline"], found["site"]) if found else ("", "")


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
        title=_words(node.get("headline") or node.get("name")),
        published=iso_date(node.get("datePublished") or node.get("dateCreated")),
        byline=_name(_words(node.get("author"))),
        outlet=_words(node.get("publisher")),
        url=_words(node.get("mainEntityOfPage") or node.get("url")),
    )


def _words(value: Any) -> str:
    """A name given as text, as a node, or as a list of either."""
    if isinstance(value, list):
        return "، ".join(dict.fromkeys(filter(None, map(_words, value))))
    if isinstance(value, dict):
        return _words(value.get("name") or value.get("@id"))
    return " ".join(value.split()) if isinstance(value, str) else ""


def _name(author: str) -> str:
    """An author who is named, not linked to."""
    return "" if author.startswith(("http://", "https://")) else author


def _first_date(times: list[str]) -> str:
    return next((day for time in times if (day := iso_date(time))), "")


@dataclass
class _Marks(HTMLParser):
    """The parts of a page made for machines, collected in one pass."""

    scripts: list[str] = field(default_factory=list)
    times: list[str] = field(default_factory=list)
    dates: list[str] = field(default_factory=list)
    canonical: str = ""
    title: str = ""
    heading: str = ""

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._metas: dict[str, str] = {}
        self._inside = self._until = ""
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
        elif tag == "time" and given.get("datetime"):
            self.times.append(given["datetime"])
        if not self._inside and DATED.search(
            f"{given.get('class', '')} {given.get('id', '')} {given.get('itemprop', '')}"
        ):
            self._inside, self._held = DATE, []
            self._until = tag
        if tag in ("title", "h1", "time") or (tag == "script" and "ld+json" in given.get("type", "")):
            self._inside, self._held = tag, []

    def handle_data(self, data: str) -> None:
        if self._inside:
            self._held.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == self._until and self._inside == DATE:
            self.dates.append(" ".join("".join(self._held).split())[:DATE_LENGTH])
            self._inside, self._until = "", ""
        if tag != self._inside:
            return
        self._inside, held = "", "".join(self._held)
        words = " ".join(held.split())
        if tag == "script":
            self.scripts.append(held)
        elif tag == "time":
            self.times.append(words)
        elif tag == "h1":
            self.heading = self.heading or words
        else:
            self.title = self.title or words
