"""Datelines and bylines: `دمشق - رويترز`, `القاهرة (أ ف ب) -`, `كتب: فلان`, alone or glued to the lead.

Names are recognised by the gazetteer; a dateline needs a place or a medium, so that a dash or colon of
the prose is never taken for one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from claimtrack.lexicon.gazetteer import Outlet, load
from claimtrack.models import Span
from claimtrack.reading.dates import without_dates, without_days
from claimtrack.reading.repetition import Line
from claimtrack.text.folding import fold_text, fold_words

LONGEST = 90  # characters of a dateline
NAME_BLANKS = 6  # in the longest name of a place or a medium
SEPARATOR = re.compile(r"\s*(?:-{1,3}|[–—]|(?<=\s)ـ|(?<![هل])ـ(?=\s)|[:،,/|])\s*")
DASHES = frozenset("-–—ـ")
BRACKETED = re.compile(r"^(?P<before>[^()]*?)\s*\((?P<within>[^()]{2,40})\)\s*$", re.DOTALL)
SIGNATURES = frozenset(fold_words("وكالات ووكالات متابعات متابعة خاص"))
FILLERS = frozenset(fold_words("ه هـ م الموافق من في و يوم بتاريخ"))
BYLINE = re.compile(
    r"^\W*(?:(?:نشر|كتب|أضيف)\s+)?"
    r"(?:كتبت?|كتبه|كتبها|بقلم|بواسطة|تقرير|إعداد|أعده|أعدته|متابعة|حوار|تحقيق|حاوره|حاورته|مراسلنا)"
    r"\s*(?:[:\-–—/]|(?<=بقلم)|(?<=بواسطة))\s*"
    r"(?P<name>[^\W\d_]{2,}(?:[ -][^\W\d_]{2,}){0,5}?)(?:\s+(?:في|بتاريخ|يوم)\s.*\d.*|\s*[:\-–—.|،,]?\s*(?:\d.*)?)$"
)
WROTE = re.compile(r"^\W*كتبت?\s+(?P<name>\S.*?)\W*$")  # a name without a mark before it has to be known
NAME = re.compile(r"[^\W\d_]{2,}(?: [^\W\d_]{2,}){1,3}")
ANYBODY = "فلان"
PERSON_WORDS = range(2, 5)


@dataclass(frozen=True, slots=True)
class Dateline:
    """What a dateline says, and where it stands: on a line of its own, or glued to the lead."""

    span: Span
    place: str = ""
    outlet: str = ""
    byline: str = ""


@dataclass(frozen=True, slots=True)
class _Part:
    """A name between separators: `kind` is place, agency, outlet, doubtful (one only if more
    speaks for it), signature or person."""

    kind: str
    name: str
    end: int
    separator: str
    bracketed: bool = False


def find_dateline(line: Line, *, is_title: bool = False, is_heading: bool = False) -> Dateline | None:
    """The dateline that is this line, or that it begins with; of a title only one with a medium in brackets.

    A line that is a person's name is the author's where `is_heading`: between the title and the text.
    """
    text = line.text[: LONGEST * 2]
    if byline := _byline(text, is_heading=is_heading):
        return Dateline(Span(line.start, line.end), byline=byline)
    parts = _parts(text)
    if not parts or not _convincing(parts, line, is_title=is_title):
        return None
    end = parts[-1].end
    persons = [part.name for part in parts if part.kind == "person"]
    only_place = {part.kind for part in parts} == {"place"} and _parted(parts) and not is_title
    if only_place and NAME.fullmatch(line.text[end:].strip()):
        persons, end = [line.text[end:].strip()], len(line.text)  # a place and a name, nothing else
    return Dateline(
        Span(line.start, line.start + end),
        place=_first(parts, "place"),
        outlet=_first(parts, "outlet") or _first(parts, "doubtful"),
        byline="، ".join(persons) or _first(parts, "agency"),
    )


def _byline(text: str, *, is_heading: bool) -> str:
    """The author of a line that names one and says nothing else."""
    if found := BYLINE.match(text):
        return found["name"]
    name = found["name"] if (found := WROTE.match(text)) else text.strip() if is_heading else ""
    return name if name and _kind(name) == "person" and NAME.fullmatch(name) else ""


def _first(parts: list[_Part], kind: str) -> str:
    return next((part.name for part in parts if part.kind == kind), "")


def _convincing(parts: list[_Part], line: Line, *, is_title: bool) -> bool:
    """Whether the names make a dateline, and the prose after them is parted from it clearly enough."""
    kinds = {part.kind for part in parts}
    alone = not line.text[parts[-1].end :].strip()
    if any(part.bracketed for part in parts):
        return True
    if len(parts) == 1 and alone:
        return bool(kinds & {"agency", "outlet", "signature"})
    if (
        kinds == {"person"}
        or (is_title and not alone)
        or (len(parts) == 1 and kinds & {"doubtful", "signature"})
    ):
        return False
    return alone or _parted(parts)


def _parted(parts: list[_Part]) -> bool:
    """By a dash, or by a colon after a dash: a place and a colon alone is how headlines quote."""
    dashes = [bool(DASHES & set(part.separator)) for part in parts]
    return dashes[-1] or (parts[-1].separator == ":" and any(dashes))


def _parts(text: str) -> list[_Part]:
    """The names the line begins with, up to the first that is none."""
    parts: list[_Part] = []
    start = 0
    while start < min(len(text), LONGEST):
        found = SEPARATOR.search(text, start + 1)
        end, after = (found.start(), found.end()) if found else (len(text), len(text))
        new = list(_classified(text[start:end], after, found[0].strip() if found else ""))
        if not new:
            break
        parts += new
        start = after
    return _closed(parts)


def _closed(parts: list[_Part]) -> list[_Part]:
    """A comma ends no dateline: what follows it is the lead."""
    while parts and parts[-1].separator in ("،", ",", "/", "|"):
        parts.pop()
    return parts


def _classified(text: str, end: int, separator: str) -> Iterator[_Part]:
    """The names of one stretch between separators; nothing when it is no name."""
    if found := BRACKETED.match(text):
        yield from _bracketed(found, end, separator)
    elif kind := _kind(text):
        yield _Part(kind, text.strip(" \t\"'«»“”\u200f\u202b*"), end, separator)
    else:
        yield from _dated(text, end, separator)


def _bracketed(found: re.Match[str], end: int, separator: str) -> Iterator[_Part]:
    """A medium in brackets, after its place or at the very beginning."""
    before, medium = without_days(found["before"]).strip(), _kind(found["within"])
    place = _kind(before)
    if medium in ("agency", "outlet") and (not before or place in ("place", "country")):
        if before:
            yield _Part(place, found["before"][: len(before)].strip(), end, separator)
        yield _Part(medium, found["within"].strip(), end, separator, bracketed=True)


def _dated(text: str, end: int, separator: str) -> Iterator[_Part]:
    """A place, a date and an agency without separators, as official agencies write it."""
    rest = without_dates(text)
    if rest == fold_text(text):
        return
    words = [word for word in rest.split() if word not in FILLERS]
    for size in range(1, len(words)):
        place, medium = _kind(" ".join(words[:size])), _kind(" ".join(words[size:]))
        if place == "place" and medium in ("agency", "outlet"):
            written = text.split()
            yield _Part("place", " ".join(written[:size]), end, separator)
            yield _Part(medium, " ".join(written[-(len(words) - size) :]), end, separator)
            return


def _kind(text: str) -> str:
    """What a stretch of words is, by the gazetteer: place, agency, outlet, signature, person, or nothing."""
    if text.count(" ") > NAME_BLANKS:
        return ""
    words, gazetteer = fold_words(text), load()
    if not words:
        return ""
    if all(word in SIGNATURES for word in words):
        return "signature"
    if place := gazetteer.places.forms.get(words):
        return "country" if place.kind == "country" else "place"
    if outlet := gazetteer.outlets.forms.get(words):
        return _medium(outlet)
    if words[0] == ANYBODY or (len(words) in PERSON_WORDS and words[0] in gazetteer.given_names):
        return "person"
    return ""


def _medium(outlet: Outlet) -> str:
    """Agencies are credited; a platform (تويتر) is no medium that publishes."""
    if outlet.kind == "agency":
        return "agency"
    return "" if outlet.kind == "platform" else "doubtful" if outlet.ambiguous else "outlet"
