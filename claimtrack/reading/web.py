"""Saved web pages: the article's own text, with title, date, byline, outlet and link. Needs trafilatura.

trafilatura finds the main text. Ours is what it does not do: the page's own charset, the metadata in
JSON-LD before that in OpenGraph and meta, Arabic dates, and the site's name taken off the title.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from claimtrack.models import Article, Span
from claimtrack.reading.encodings import decode, known
from claimtrack.reading.furniture import HEADLINE_WORDS, PARAGRAPH_WORDS, SENTENCE_END, find_furniture
from claimtrack.reading.headlines import headline, lead
from claimtrack.reading.inputs import Contents, Input, Options, Unreadable
from claimtrack.reading.metadata import find_metadata, is_date_line
from claimtrack.reading.optional import package
from claimtrack.reading.pagebits import Bit, bits_of, body_of
from claimtrack.reading.pagedata import PageData, page_data
from claimtrack.reading.pagelayout import prepared
from claimtrack.reading.repetition import Line, lines_of
from claimtrack.reading.streams import read_whole
from claimtrack.reading.surroundings import is_name, published_on, written_by
from claimtrack.reading.titles import first_line
from claimtrack.text.folding import fold_words

DECLARED = re.compile(
    rb"""<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)|<\?xml[^>]+encoding=["']([\w-]+)""", re.IGNORECASE
)
HEAD = 4096
EMBEDDED = ["//blockquote[contains(@class, 'twitter-') or contains(@class, 'instagram-')]"]
CELL = 400  # characters; a longer cell is no datum but part of an article
MOST_TAGS = 20_000  # beyond that the second opinions, whose time grows with the square, are not asked
SHORT = 200  # characters; below that, look again less strictly
LABEL_WORDS = 4
TOP = 5  # lines among which the title may stand again
LABELLED = re.compile(r"[.؟?!:\d«»\"“”]\W*$|[«»\"“”\d]")  # what a mere label does not have
NO_TEXT = "give the page as it was saved in full, or its text as .txt"


def read_page(source: Input, options: Options) -> Contents:
    """The page as one article."""
    with source.open() as stream:
        data = read_whole(stream)
    if not data.strip():
        raise Unreadable("the file is empty", remedy="save the page again")
    markup, encoding = decode(data, encoding=options.encoding or _declared(data))
    page = page_data(markup)
    text, found = _extracted(markup, page.names)
    if len(text) < SHORT or text.split() == page.text.split():  # a page that a script would have filled
        text = max(page.text, text, key=len)
    if not text:
        raise Unreadable("no article was found on the page", remedy=NO_TEXT)
    yield _article(source.name, text, encoding, page, _shown(markup), found)


def _shown(markup: str) -> tuple[Bit, ...]:
    """What the page shows, for its title, date and author."""
    tree = package("trafilatura", extra="web").load_html(markup)
    return bits_of(tree) if tree is not None else ()


def _declared(data: bytes) -> str | None:
    """The charset the page declares, where it decodes the page; else it is detected like any text's."""
    found = DECLARED.search(data[:HEAD])
    name = (found[1] or found[2]).decode("ascii") if found else ""
    if not name or not known(name):
        return None
    try:
        data.decode(name)
    except (UnicodeError, ValueError):
        return None
    return name if not name.lower().startswith("utf-16") else None


def _extracted(markup: str, names: Sequence[str]) -> tuple[str, dict[str, str]]:
    """The main text of the page, and what trafilatura knows about it."""
    trafilatura = package("trafilatura", extra="web")
    text, fields = "", dict[str, Any]()
    crowded = markup.count("<") > MOST_TAGS
    for wish in ({}, {"favor_recall": True}):
        try:
            tree = prepared(trafilatura.load_html(markup), names)
            document = trafilatura.bare_extraction(
                tree, include_comments=False, prune_xpath=EMBEDDED, fast=crowded, **wish
            )
        except Exception:  # its parsers let out many kinds of error; to us it is a page without a text
            document = None
        fields = document.as_dict() if document is not None else {}
        text = (fields.get("text") or "").strip()
        if len(text) >= SHORT:
            break
    return text, {
        name: str(fields.get(name) or "") for name in ("title", "author", "sitename", "date", "url")
    }


def _article(
    path: str, text: str, encoding: str, page: PageData, bits: tuple[Bit, ...], found: dict[str, str]
) -> Article:
    """The article, its heading and the lines that are furniture even in an article's body taken off."""
    own = find_metadata(text)
    body = body_of(bits, text, names=page.names)
    head = headline(page.names, bits, body, first=_headline_in(text, own.spans))
    outlet = page.outlet or head.site or found["sitename"]
    title = _without_site(head.title, outlet) or first_line(text, own.spans)
    text = _prose(text, own.spans, title)
    return Article(
        _with_lead(text, lead(page.summary, bits, head.at, body)),
        path=path,
        encoding=encoding,
        title=title,
        outlet=outlet,
        published=page.published or published_on(bits, head.at, body) or own.published or found["date"],
        url=page.url or found["url"],
        byline=next(
            filter(is_name, (page.byline, written_by(bits, head.at, body), own.byline, found["author"])), ""
        ),
    )


def _with_lead(text: str, first: str) -> str:
    """The text with the lead before it, where it was left out."""
    return f"{first}\n{text}" if first and first[:CELL] not in " ".join(text.split()) else text


def _headline_in(text: str, spans: Sequence[Span]) -> str:
    """The first line of the text, where it may be a headline."""
    first = first_line(text, find_furniture(text, known=spans))
    return "" if SENTENCE_END.search(first) or len(first.split()) > HEADLINE_WORDS else first


def _prose(text: str, spans: Sequence[Span], title: str) -> str:
    """The paragraphs: without furniture, the title, and the labels above and below them."""
    furniture = set(find_furniture(text)).union(spans)
    key = fold_words(title)
    lines = [line for line in lines_of(text) if Span(line.start, line.end) not in furniture]
    paragraphs = [i for i, line in enumerate(lines) if len(line.key) >= PARAGRAPH_WORDS]
    first, last = (paragraphs[0], paragraphs[-1]) if paragraphs else (0, len(lines))
    own = (
        line.text.strip()
        for i, line in enumerate(lines)
        if not (i < max(TOP, first) and _repeats(line, key, title))
        and not ((i < first or i > last) and _is_label(line))
    )
    return "\n".join(own).strip() or text


def _repeats(line: Line, key: tuple[str, ...], title: str) -> bool:
    """Whether a line is the title, alone or with a date glued to it."""
    return line.key == key or (line.text.startswith(title) and is_date_line(line.text.removeprefix(title)))


def _is_label(line: Line) -> bool:
    """Whether a line beside the paragraphs names a section, a person, a place or a day, and says nothing."""
    return is_date_line(line.text) or (len(line.key) <= LABEL_WORDS and not LABELLED.search(line.text))


def _without_site(title: str, outlet: str) -> str:
    """The title without the site's name after a bar or dash."""
    head, mark, tail = title.rpartition(" | ") if " | " in title else title.rpartition(" - ")
    return head.strip() if mark and outlet and tail.strip().casefold() == outlet.casefold() else title.strip()
