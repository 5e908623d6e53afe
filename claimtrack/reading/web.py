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
from claimtrack.reading.furniture import find_furniture
from claimtrack.reading.inputs import Contents, Input, Options, Unreadable
from claimtrack.reading.metadata import find_metadata
from claimtrack.reading.optional import package
from claimtrack.reading.pagedata import PageData, page_data, parted_tab
from claimtrack.reading.repetition import lines_of
from claimtrack.reading.streams import read_whole
from claimtrack.text.folding import fold_words

DECLARED = re.compile(
    rb"""<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)|<\?xml[^>]+encoding=["']([\w-]+)""", re.IGNORECASE
)
HEAD = 4096
EMBEDDED = ["//blockquote[contains(@class, 'twitter-') or contains(@class, 'instagram-')]"]
CELL = 400  # characters; a longer cell is no datum but part of an article
SHORT = 200  # characters; below that, look again less strictly
NO_TEXT = "give the page as it was saved in full, or its text as .txt"


def read_page(source: Input, options: Options) -> Contents:
    """The page as one article."""
    with source.open() as stream:
        data = read_whole(stream)
    if not data.strip():
        raise Unreadable("the file is empty", remedy="save the page again")
    markup, encoding = decode(data, encoding=options.encoding or _declared(data))
    text, found = _extracted(markup)
    if not text:
        raise Unreadable("no article was found on the page", remedy=NO_TEXT)
    page = page_data(markup)
    yield _article(source.name, text, encoding, page, found)


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


def _extracted(markup: str) -> tuple[str, dict[str, str]]:
    """The main text of the page, and what trafilatura knows about it."""
    trafilatura = package("trafilatura", extra="web")
    text, fields = "", dict[str, Any]()
    for wish in ({}, {"favor_recall": True}):
        try:
            tree = _unfolded(trafilatura.load_html(markup))
            document = trafilatura.bare_extraction(tree, include_comments=False, prune_xpath=EMBEDDED, **wish)
        except Exception:  # its parsers let out many kinds of error; to us it is a page without a text
            document = None
        fields = document.as_dict() if document is not None else {}
        text = (fields.get("text") or "").strip()
        if len(text) >= SHORT:
            break
    return text, {
        name: str(fields.get(name) or "") for name in ("title", "author", "sitename", "date", "url")
    }


def _unfolded(tree: Any) -> Any:
    """The page with layout tables, in which old sites set whole articles, turned into divisions."""
    for table in list(tree.iter("table")) if tree is not None else ():
        if any(len(cell.text_content()) > CELL for cell in table.iter("td")):
            table.tag = "div"
            for part in table.iter("tbody", "tr", "td", "th"):
                part.tag = "div"
    return tree


def _article(path: str, text: str, encoding: str, page: PageData, found: dict[str, str]) -> Article:
    """The article, its heading and the lines that are furniture even in an article's body taken off."""
    own = find_metadata(text)
    text = _prose(text, own.spans)
    heading = page.heading or text.partition("\n")[0]
    tab, site = parted_tab(page.tab, heading)
    outlet = page.outlet or site or found["sitename"]
    title = _without_site(page.title or tab or found["title"] or page.tab, outlet)
    return Article(
        _without_title(text, title, tab),
        path=path,
        encoding=encoding,
        title=title,
        outlet=outlet,
        published=page.published or own.published or found["date"],
        url=page.url or found["url"],
        byline=page.byline or found["author"] or own.byline,
    )


def _prose(text: str, spans: Sequence[Span]) -> str:
    furniture = set(find_furniture(text)).union(spans)
    lines = [line.text.strip() for line in lines_of(text) if Span(line.start, line.end) not in furniture]
    return "\n".join(lines).strip()


def _without_title(text: str, *titles: str) -> str:
    """The text without its heading, which is kept apart as the title."""
    first, _, rest = text.partition("\n")
    keys = {fold_words(title) for title in titles if title}
    return rest.lstrip("\n") if rest.strip() and fold_words(first) in keys else text


def _without_site(title: str, outlet: str) -> str:
    """The title without the site's name after a bar or dash."""
    head, mark, tail = title.rpartition(" | ") if " | " in title else title.rpartition(" - ")
    return head.strip() if mark and outlet and tail.strip().casefold() == outlet.casefold() else title.strip()
