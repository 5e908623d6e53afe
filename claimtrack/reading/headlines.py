"""The title of a web page's article, and the site's name beside it.

A page has many names: for search machines, for those who share it, for the browser's tab, and the
headline readers see. The headline that one of the others contains is the title; without one, the
nearest heading above the text is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from claimtrack.reading.pagebits import HEADINGS, LONGEST, Bit
from claimtrack.text.folding import fold_words

TITLED = re.compile(r"title|headline|heading")
FEWEST = 3  # words of a headline that is known by a part of the page's name
ABOVE = 120  # elements above the text in which its heading is looked for
BETWEEN = re.compile(r"\s+[|•»·–—-]+\s+|\s*:\s+(?=\S)|\s+::\s+")
LED = re.compile(r"\blead\b|summary|intro|subtitle|sub-?head|standfirst|excerpt|deck|mokad")
LEAD_WORDS = 10
CUT = re.compile(r"\s*(?:\.{2,}|…)\s*$")
SITE_WORDS = 6


class Headline(NamedTuple):
    """The title, the site's name where the tab has it, and the place in the page (-1: not seen there)."""

    title: str
    site: str
    at: int


def headline(names: Sequence[str], bits: Sequence[Bit], body: range, *, first: str) -> Headline:
    """The headline from the names of a page, the likeliest first, the last of them the browser's tab.

    `first` is the first line of the text, where it may be a headline.
    """
    tab = names[-1] if names else ""
    for name in filter(None, names):
        if found := _contained(name, bits, body):
            return Headline(found.text, _site(tab, found.text), found.at)
    if named := next(filter(None, names[:-1]), ""):
        return Headline(named, _site(tab, named), -1)
    if above := _above(bits, body):
        return Headline(above.text, tab if len(fold_words(tab)) <= SITE_WORDS else "", above.at)
    if first and len(fold_words(tab)) <= SITE_WORDS:  # a tab that only names the site
        return Headline(first, tab, -1)
    longest = max(BETWEEN.split(tab), key=len)
    return Headline(longest, _site(tab, longest), -1)


def lead(summary: str, bits: Sequence[Bit], title_at: int, body: range) -> str:
    """The paragraph between headline and text that is set apart as the lead, or is the page's summary."""
    between = [bit for bit in bits if 0 <= title_at < bit.at < body.start and len(bit.text) <= LONGEST]
    words = fold_words(summary)[:LEAD_WORDS]
    for bit in between:
        key = fold_words(bit.text)
        if len(key) >= LEAD_WORDS and (_is_lead(bit) or (words and key[: len(words)] == words)):
            return bit.text
    return ""


def _is_lead(bit: Bit) -> bool:
    return bit.tag in HEADINGS or LED.search(bit.marks) is not None


def _contained(name: str, bits: Sequence[Bit], body: range) -> Bit | None:
    """The longest text of the page that stands at the beginning or the end of the name; a heading first."""
    words, cut = fold_words(name), bool(CUT.search(name))
    found = [
        (len(key), _is_heading(bit), -abs(body.start - bit.at), bit)
        for bit in bits
        if len(bit.text) <= LONGEST and _may_be(bit.text, name) and (key := fold_words(bit.text))
        if _at_an_end(key, words) or (cut and len(words) >= FEWEST and key[: len(words)] == words)
        if len(key) * 2 >= len(words) or (_is_heading(bit) and len(key) >= FEWEST)
    ]
    return max(found)[-1] if found else None


def _may_be(text: str, name: str) -> bool:
    """Whether it is worth folding: a text that the name holds is not longer, but for a name cut short."""
    return len(text) <= len(name) * 1.5 or bool(CUT.search(name))


def _at_an_end(key: tuple[str, ...], words: tuple[str, ...]) -> bool:
    return words[: len(key)] == key or words[-len(key) :] == key


def _is_heading(bit: Bit) -> bool:
    return bit.tag in HEADINGS or TITLED.search(bit.marks) is not None


def _above(bits: Sequence[Bit], body: range) -> Bit | None:
    """The nearest heading above the text."""
    near = (bit for bit in reversed(bits) if body.start - ABOVE <= bit.at < body.start)
    return next((bit for bit in near if _is_heading(bit) and _is_long_enough(bit)), None)


def _is_long_enough(bit: Bit) -> bool:
    return len(bit.text) <= LONGEST and len(fold_words(bit.text)) >= (2 if bit.tag in HEADINGS else FEWEST)


def _site(tab: str, title: str) -> str:
    """What the tab says besides the title: the outermost part, where it is short enough for a name."""
    at = tab.find(title)
    if at < 0 or not title:
        return ""
    before, after = BETWEEN.split(tab[:at] + " "), BETWEEN.split(" " + tab[at + len(title) :])
    outermost = after[-1].strip(" |-–—•»:") or before[0].strip(" |-–—•»:")
    return outermost if len(fold_words(outermost)) <= SITE_WORDS else ""
