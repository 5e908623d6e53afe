"""What a web page says around its headline and text: when the article appeared, and who wrote it.

Dates of other articles, of comments and of the day the page was saved stand on a page as well; what
stands between headline and text counts first, then what follows the text, then what is above.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimtrack.reading.dates import iso_date
from claimtrack.reading.metadata import is_date_line
from claimtrack.reading.pagebits import Bit

NEAR = 60  # elements before the headline and after the text that still belong to the article
LONGEST_DATE, LONGEST_NAME = 140, 80
DATED = re.compile(r"date|time|publish|posted|entry-meta|submitted|stmp|created")
UPDATED = re.compile(r"modif|updat|آخر تحديث|تحديث|تعديل")
OTHERS = re.compile(r"comment|related|sidebar|widget|most")
AUTHORED = re.compile(r"author|byline|writer|write-?by|written|reporter|username|createdby|\bfn\b|katib")
SIGNED = re.compile(
    r"^\W*(?:(?:نشر|كتب|مرسلة|أرسلت|أضيف|نشرت?)\s+)?(?:بواسطة|بقلم|كتبت?|كتبه|كتبها|إعداد|الكاتب|المحرر|تقرير|by|Author)\b\s*[:\-–—/،,]?\s*",
    re.IGNORECASE,
)
NAME = re.compile(r"[^\W\d_]{2,}\.?(?:[ -][^\W\d_]+\.?){1,5}")
NOBODY = re.compile(
    r"^(?:admin\w*|super user|root|editor|user|webmaster|المحرر|الإدارة|مدير الموقع)$", re.IGNORECASE
)


def published_on(bits: Sequence[Bit], title_at: int, body: range) -> str:
    """The date of the article as ISO date, empty when nothing near it is one."""
    found = [
        (bool(UPDATED.search(f"{bit.marks} {bit.text}")), *_distance(bit, title_at, body), day)
        for bit in _near(bits, title_at, body)
        if (day := _date(bit))
    ]
    return min(found)[-1] if found else ""  # of an update only where nothing else is told


def written_by(bits: Sequence[Bit], title_at: int, body: range) -> str:
    """The author's name as the page shows it."""
    found = [
        (*_distance(bit, title_at, body), name)
        for bit in _near(bits, title_at, body)
        if len(bit.text) <= LONGEST_NAME and (name := author_name(bit))
    ]
    return min(found)[-1] if found else ""


def author_name(bit: Bit) -> str:
    """The name in a bit that is marked or worded as an author's."""
    signed = SIGNED.match(bit.text)
    if not signed and not AUTHORED.search(bit.marks):
        return ""
    name = bit.text[signed.end() :] if signed else bit.text
    name = name.strip(" \t:-–—|،,")
    return name if NAME.fullmatch(name) and is_name(name) else ""


def _near(bits: Sequence[Bit], title_at: int, body: range) -> Iterator[Bit]:
    top = (title_at if title_at >= 0 else body.start) - NEAR
    for bit in bits:
        if top <= bit.at <= body.stop + NEAR and not OTHERS.search(bit.marks):
            yield bit


def _distance(bit: Bit, title_at: int, body: range) -> tuple[int, int]:
    """Between headline and text, after the text, above the headline, within the text: in this order; and
    how far from there."""
    headline = title_at if title_at >= 0 else body.start - NEAR // 2
    if headline <= bit.at < body.start:
        return 0, bit.at - headline
    if bit.at >= body.stop:
        return 1, bit.at - body.stop
    return (2, headline - bit.at) if bit.at < headline else (3, bit.at - body.start)


def is_name(author: str) -> bool:
    """Whether an author is somebody: a site's own accounts are nobody."""
    return bool(author) and not NOBODY.match(author)


def _date(bit: Bit) -> str:
    if (
        bit.given
        and (bit.tag in ("time", "abbr") or DATED.search(bit.marks))
        and (day := iso_date(bit.given))
    ):
        return day
    if not bit.text or len(bit.text) > LONGEST_DATE:
        return ""
    marked = bit.tag == "time" or DATED.search(bit.marks) is not None
    return iso_date(bit.text) if marked or is_date_line(bit.text) else ""
