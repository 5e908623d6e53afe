"""The text of a piece of HTML, as feeds carry it: paragraphs kept, scripts and styles left out.

Not for whole pages: it finds no main text, it only takes the tags away.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "br",
        "dd",
        "div",
        "dl",
        "dt",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "td",
        "th",
        "tr",
        "ul",
    ]
)
SILENT = frozenset(["script", "style", "template", "noscript", "iframe", "head"])
TAGS = re.compile(
    r"</?(?:p|br|div|span|a|img|b|i|strong|em|h[1-6]|ul|ol|li|blockquote|figure)\b[^<>]*>", re.IGNORECASE
)


def is_markup(text: str) -> bool:
    """Whether a text holds HTML tags rather than being about them."""
    return TAGS.search(text) is not None


def text_of(markup: str) -> str:
    """The text, one line a block."""
    parser = _Text()
    parser.feed(markup)
    parser.close()
    lines = (re.sub(r"[ \t\r\n\f]+", " ", block).strip() for block in "".join(parser.parts).split("\0"))
    return "\n".join(filter(None, lines))


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._silent += tag in SILENT
        self._break(tag)

    def handle_endtag(self, tag: str) -> None:
        self._silent = max(0, self._silent - (tag in SILENT))
        self._break(tag)

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.parts.append(data.replace("\0", ""))

    def _break(self, tag: str) -> None:
        if tag in BLOCKS:
            self.parts.append("\0")
