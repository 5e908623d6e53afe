"""A page made ready for the search of its main text: layouts that would mislead it are set right.

Tables in which old sites set whole articles become divisions, paragraphs set as headings or in lists
become paragraphs, and teasers of other articles (a linked headline with its first words) go.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from claimtrack.reading.pagebits import ARCHIVED
from claimtrack.text.folding import fold_words

CELL = 400  # characters; a longer cell is no datum but part of an article
LEAD_WORDS = 14  # a heading of so many words is a lead
TEASER = 450  # characters of a teaser
HEADLINE_WORDS = 3
LINKS = 3  # so many in a box, and nothing else, are no prose
HEADINGS = ("h2", "h3", "h4", "h5", "h6")


def prepared(tree: Any, names: Sequence[str]) -> Any:
    """The page, changed; `names` are its own titles."""
    if tree is None:
        return None
    for overlay in tree.findall(f".//div[@id='{ARCHIVED}']"):
        overlay.drop_tree()
    for table in list(tree.iter("table")):
        _unfold(table)
    for box in list(tree.iter("div", "section", "aside", "ul", "ol")):
        if _is_links(box):
            box.drop_tree()
    for items in list(tree.iter("ul", "ol")):
        _unlist(items)
    for heading in list(tree.iter(*HEADINGS)):
        if (teaser := _teaser(heading, names)) is not None:
            teaser.drop_tree()
        elif _is_paragraph(heading):
            heading.tag = "p"
    return tree


def _unfold(table: Any) -> None:
    if any(len(cell.text_content()) > CELL for cell in table.iter("td")):
        table.tag = "div"
        for part in table.iter("tbody", "tr", "td", "th"):
            part.tag = "div"


def _is_links(box: Any) -> bool:
    """Whether a box holds several links and nothing else: a menu, related links."""
    return (
        len(box) >= LINKS
        and box.getparent() is not None
        and not (box.text or "").strip()
        and all(_is_link(child) for child in box)
    )


def _is_link(element: Any) -> bool:
    if not isinstance(element.tag, str) or (element.tail or "").strip():
        return False
    text = element.text_content().strip()
    return bool(text) and (
        element.tag == "a" or any(link.text_content().strip() == text for link in element.iter("a"))
    )


def _unlist(items: Any) -> None:
    """A list whose items are paragraphs, not links, becomes paragraphs: they get no dashes then."""
    prose = [item for item in items if item.tag == "li" and _own_words(item) >= LEAD_WORDS]
    if len(prose) * 2 > len(items):
        items.tag = "div"
        for item in items.iter("li"):
            item.tag = "p"


def _own_words(element: Any) -> int:
    """How many words of an element are not links."""
    linked = sum(len(link.text_content().split()) for link in element.iter("a"))
    return len(element.text_content().split()) - linked


def _is_paragraph(heading: Any) -> bool:
    """Whether a heading is a lead, or stands among the paragraphs."""
    parent = heading.getparent()
    among = parent is not None and _paragraph_beside(heading, -1) and _paragraph_beside(heading, 1)
    return among or len(heading.text_content().split()) >= LEAD_WORDS


def _paragraph_beside(heading: Any, step: int) -> bool:
    beside = heading.itersiblings(preceding=step < 0)
    return any(element.tag in ("p", "blockquote") for element in beside)


def _teaser(heading: Any, names: Sequence[str]) -> Any:
    """The element that shows another article under a linked headline, None where there is none."""
    linked = heading.getparent() if _is(heading.getparent(), "a") else heading
    item = linked.getparent()
    words = fold_words(heading.text_content())
    if item is None or item.getparent() is None or len(words) < HEADLINE_WORDS or not _leads_away(heading):
        return None
    own = any(
        words == fold_words(name)[: len(words)] or words == fold_words(name)[-len(words) :] for name in names
    )
    return None if own or len(item.text_content()) > TEASER else item


def _leads_away(heading: Any) -> bool:
    """Whether all of a heading is a link."""
    if _is(heading.getparent(), "a"):
        return True
    link = heading.find(".//a")
    return link is not None and link.text_content().strip() == heading.text_content().strip()


def _is(element: Any, tag: str) -> bool:
    return element is not None and element.tag == tag
