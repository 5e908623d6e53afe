"""What an article's own lines say about it: date lines, datelines, bylines, the site's name.

Found in the first and last lines only, and only where a line says little else. The text stays as it
is; the spans found are furniture.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimtrack.models import Span
from claimtrack.reading.datelines import Dateline, find_dateline
from claimtrack.reading.dates import find_date, without_dates
from claimtrack.reading.repetition import SITE_NAMES, Line, lines_of, pieces_of
from claimtrack.text.folding import fold_text, fold_words

TOP, BOTTOM = 9, 3  # lines in which an article says when, where and by whom
DATE_LINE = 120  # characters
OTHER_WORDS = 3  # in a date line besides the date: a section, a site
# words of a date line that are no words of their own
DATE_WORDS = frozenset(
    fold_words(
        "الأحد الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت أحد اثنين ثلاثاء أربعاء خميس جمعة سبت يوم"
        " الساعة ص م ه هـ ت صباحا مساء مساءً صباحاً ظهرا الموافق بتاريخ تاريخ النشر نشر نشرت في آخر تحديث آخر"
        " تم التحديث أضيف كتب زيارة قراءة مشاهدة بتوقيت غرينتش جرينتش مكة المكرمة GMT UTC am pm الأحد، عدد"
    )
)
WORD = re.compile(r"[^\W\d_]{2,}")
NO_NAME = re.compile(r"^[\W_]+|[\W_]+$")
DIGIT = re.compile(r"\d")
PARAGRAPH_WORDS = 25  # a line of so many words is no headline
PROSE_WORDS = 12  # and one of so many below a name makes that an author's


@dataclass(frozen=True, slots=True)
class Found:
    """Empty where the article does not say; `spans` are where it does."""

    published: str = ""
    byline: str = ""
    outlet: str = ""
    spans: tuple[Span, ...] = ()


def find_metadata(text: str, *, has_title: bool = False) -> Found:
    """Date, byline and outlet from the lines of a text; `has_title` when its title stands elsewhere."""
    lines = [line for line in lines_of(text) if line.key]
    dates = list(_date_lines(text, lines))
    datelines = list(_datelines(lines, has_title=has_title))
    return Found(
        published=next((day for _, day in dates), ""),
        byline=next((found.byline for found in datelines if found.byline), ""),
        outlet=next((found.outlet for found in datelines if found.outlet), "") or _site(text, lines),
        spans=tuple([span for span, _ in dates] + [found.span for found in datelines]),
    )


def _date_lines(text: str, lines: Sequence[Line]) -> Iterator[tuple[Span, str]]:
    """Lines, or pieces of a flattened line, that are a date and little else."""
    edge = lines if len(lines) <= TOP + BOTTOM else [*lines[:TOP], *lines[-BOTTOM:]]
    for line in edge:
        for part in pieces_of(text, line) or (line,):
            if is_date_line(part.text) and (day := find_date(part.text)):
                yield Span(part.start, part.end), day


def is_date_line(text: str) -> bool:
    """Whether a line is a date and little else."""
    return len(text) <= DATE_LINE and DIGIT.search(text) is not None and _says_little_else(text)


def _says_little_else(text: str) -> bool:
    rest = without_dates(text)
    words = [word for word in WORD.findall(rest) if word not in DATE_WORDS]
    return rest != fold_text(text) and len(words) <= OTHER_WORDS


def _datelines(lines: Sequence[Line], *, has_title: bool) -> Iterator[Dateline]:
    """Datelines above the first paragraph, or glued to it."""
    keys = [line.key for line in lines[: 2 * TOP]]
    for i, line in enumerate(lines[:TOP]):
        is_title = i == 0 and not has_title and len(lines) > 1
        is_twice = keys.count(line.key) > 1  # a name that stands twice is a picture's
        is_heading = not is_title and not is_twice and _stands_above(lines[i + 1 : i + 3])
        if found := find_dateline(line, is_title=is_title, is_heading=is_heading):
            yield found
        if len(line.key) >= PARAGRAPH_WORDS and (i or has_title):
            return


def _stands_above(following: Sequence[Line]) -> bool:
    """Whether the text itself begins in one of the next lines."""
    return any(len(line.key) >= PROSE_WORDS for line in following)


def _site(text: str, lines: Sequence[Line]) -> str:
    """The site's name beside the title, as in a browser's tab."""
    tops = (next(iter(pieces_of(text, line)), line).text for line in lines[:TOP])
    found = (pattern.search(top) for top in tops if len(top) <= DATE_LINE * 2 for pattern in SITE_NAMES)
    return next((NO_NAME.sub("", match[0]) for match in found if match), "")
