"""What a page shows: the text of its elements in reading order, with the marks that say what they are.

From these bits title, date, author and lead are chosen elsewhere. Long texts are cut; nothing is judged here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

LONGEST = 300  # characters kept of an element's text
BEGINNING = 30  # characters by which a paragraph is known again
TRIED = 5  # paragraphs looked for, from either end
PROSE = 10  # words from which a line of the text is a paragraph
SILENT = ("head", "script", "style", "noscript", "template", "select", "button")
MARKING = ("class", "id", "itemprop", "property", "rel", "name", "data-testid")
BREAKS = ("br", "hr")
ARCHIVED = "wm-ipp"  # what the Internet Archive lays over a page
HEADINGS = ("h1", "h2", "h3", "h4")
WHOLE = (*HEADINGS, "p", "span", "a", "b", "strong", "font", "em")  # words go on across what they hold


class Bit(NamedTuple):
    """An element: its place in the page, tag, marks, beginning of its text, and its value for machines."""

    at: int
    tag: str
    marks: str
    text: str
    given: str


def bits_of(tree: Any) -> tuple[Bit, ...]:
    """The elements of a parsed page that say something; what nobody sees is taken out of the page."""
    for element in [*tree.iter(*SILENT), *tree.iterfind(f".//div[@id='{ARCHIVED}']")]:
        if element.getparent() is not None:
            element.drop_tree()
    return tuple(bit for bit in _bits(tree) if bit.text or bit.given)


def body_of(bits: Sequence[Bit], text: str, *, names: Sequence[str]) -> range:
    """The places of the page at which the paragraphs of `text` begin; all of it when none is found.

    `names` are the page's own: a line that is one of them is no paragraph.
    """
    prose = (line[:BEGINNING] for line in text.split("\n") if line.count(" ") >= PROSE)
    paragraphs = [words for words in prose if not any(words in name for name in names)]
    starts, ends = _places(bits, paragraphs), _places(bits, paragraphs[::-1])
    last = bits[-1].at if bits else 0
    start = max((at for at in starts if not ends or at <= ends[-1]), default=0)
    return range(start, max(start, ends[-1] if ends else last) + 1)


def _places(bits: Sequence[Bit], paragraphs: Sequence[str]) -> list[int]:
    """Where the first of the paragraphs that is found stands; a heading is none."""
    prose = [bit for bit in bits if bit.tag not in HEADINGS]
    found = ([bit.at for bit in prose if bit.text.startswith(words)] for words in paragraphs[:TRIED])
    return next(filter(None, found), [])


def _bits(tree: Any) -> Iterator[Bit]:
    for at, element in enumerate(tree.iter()):
        if not isinstance(element.tag, str) or element.tag in SILENT or element.tag == "meta":
            continue
        marks = " ".join(element.get(name, "") for name in MARKING).lower().strip()
        given = element.get("datetime") or element.get("content") or ""
        if element.tag == "abbr":
            given = given or element.get("title") or ""
        yield Bit(at, element.tag, marks, _beginning(element), given.strip())


def _beginning(element: Any) -> str:
    """The first characters of an element's text, blanks evened out; of a line break what follows it."""
    if element.tag in BREAKS:
        return " ".join((element.tail or "")[: LONGEST * 2].split())[: LONGEST + 1]
    glue = "" if element.tag in WHOLE and element.find(".//br") is None else " "
    parts: list[str] = []
    size = 0
    for part in element.itertext():
        parts.append(part)
        size += len(part.strip())
        if size > LONGEST:
            break
    return " ".join(glue.join(parts).split())[: LONGEST + 1]
