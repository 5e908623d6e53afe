"""Saved web pages: the article's own text, with title, date, byline, outlet and link. Needs trafilatura.

trafilatura finds the main text. Ours is what it does not do: the page's own charset, the metadata in
JSON-LD before that in OpenGraph and meta, Arabic dates, and the site's name taken off the title.
"""

from __future__ import annotations

import re
from typing import Any

from claimtrack.models import Article
from claimtrack.reading.encodings import decode, known
from claimtrack.reading.inputs import Contents, Input, Options, Unreadable
from claimtrack.reading.optional import package
from claimtrack.reading.pagedata import PageData, page_data
from claimtrack.reading.streams import read_whole
from claimtrack.text.folding import fold_words

DECLARED = re.compile(
    rb"""<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)|<\?xml[^>]+encoding=["']([\w-]+)""", re.IGNORECASE
)
HEAD = 4096
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
    try:
        document: Any = trafilatura.bare_extraction(
            markup, include_comments=False, include_tables=True, favor_recall=True
        )
    except Exception:  # its parsers let out many kinds of error; a page without a text is one problem to us
        document = None
    fields = document.as_dict() if document is not None else {}
    names = ("title", "author", "sitename", "date", "url")
    return (fields.get("text") or "").strip(), {name: str(fields.get(name) or "") for name in names}


def _article(path: str, text: str, encoding: str, page: PageData, found: dict[str, str]) -> Article:
    outlet = page.outlet or found["sitename"]
    title = _without_site(page.title or found["title"], outlet)
    return Article(
        _without_title(text, title, page.heading),
        path=path,
        encoding=encoding,
        title=title,
        outlet=outlet,
        published=page.published or found["date"],
        url=page.url or found["url"],
        byline=page.byline or found["author"],
    )


def _without_title(text: str, *titles: str) -> str:
    """The text without its heading, which is kept apart as the title."""
    first, _, rest = text.partition("\n")
    keys = {fold_words(title) for title in titles if title}
    return rest.lstrip("\n") if rest.strip() and fold_words(first) in keys else text


def _without_site(title: str, outlet: str) -> str:
    """The title without the site's name after a bar or dash."""
    head, mark, tail = title.rpartition(" | ") if " | " in title else title.rpartition(" - ")
    return head.strip() if mark and outlet and tail.strip().casefold() == outlet.casefold() else title.strip()
