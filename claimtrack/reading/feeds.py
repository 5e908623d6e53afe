"""Saved RSS and Atom feeds: one item is one article, with its title, date, link and author.

An item that carries only a summary gives the summary; nothing is fetched.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO
from xml.etree.ElementTree import Element, ParseError, iterparse

from claimtrack.models import Article
from claimtrack.reading.dates import iso_date
from claimtrack.reading.inputs import Contents, Input, Options, Unreadable
from claimtrack.reading.markup import is_markup, text_of
from claimtrack.reading.streams import bounded, peekable

LARGEST = 1024 * 2**20
ITEMS = ("item", "entry")
# the fullest text first
TEXTS = ("encoded", "content", "description", "summary")
DATES = ("pubDate", "published", "date", "issued", "updated")


def read_feed(source: Input, options: Options) -> Contents:
    """Items as they come."""
    with source.open() as stream:
        number, outlet = 0, ""
        try:
            for element in _closed(bounded(peekable(stream), limit=LARGEST)):
                name = _local(element)
                if name == "title" and not outlet:
                    outlet = _content(element)
                if name in ITEMS:
                    number += 1
                    yield from _item(source, element, number, outlet)
                    element.clear()
        except (ParseError, ValueError, LookupError) as error:
            raise Unreadable(f"not valid XML: {error}", remedy="fetch the feed again") from error
        if not number:
            raise Unreadable("a feed without items", remedy="save the feed again, or give web pages as .html")


def _closed(stream: IO[bytes]) -> Iterator[Element]:
    """Elements as they end; those of an item stay until it ends, and titles of items are no feed's."""
    depth = 0
    for event, element in iterparse(stream, events=("start", "end")):
        inside = _local(element) in ITEMS
        depth += inside and event == "start"
        depth -= inside and event == "end"
        if event == "end" and depth == 0:
            yield element


def _item(source: Input, item: Element, number: int, outlet: str) -> Contents:
    fields = {_local(child): child for child in reversed(item)}
    text = next((text for name in TEXTS if name in fields and (text := _text(fields[name]))), "")
    if not text:
        yield Unreadable(
            "the item holds no text", place=f"item {number:,}", remedy="save the article's page"
        ).problem(source.name)
        return
    yield Article(
        text,
        path=f"{source.name}#{number}",
        title=_text(fields["title"]) if "title" in fields else "",
        outlet=outlet,
        published=next(
            (day for name in DATES if name in fields and (day := iso_date(_content(fields[name])))), ""
        ),
        url=_link(fields),
        byline=_author(fields),
    )


def _link(fields: dict[str, Element]) -> str:
    link = fields.get("link")
    return "" if link is None else _content(link) or link.get("href", "")


def _author(fields: dict[str, Element]) -> str:
    author = fields.get("creator", fields.get("author"))
    return "" if author is None else _content(author)


def _local(element: Element) -> str:
    """The name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def _content(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def _text(element: Element) -> str:
    """The text of an element that may hold HTML, escaped or as elements."""
    raw = (
        "".join(element.itertext())
        if len(element) == 0
        else "\n".join(filter(None, map(str.strip, element.itertext())))
    )
    return text_of(raw) if is_markup(raw) or "&" in raw else raw.strip()
