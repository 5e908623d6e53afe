"""What an article says a person is, apart from the name: title, role, and of what.

Reads the mentions of one person; the longest description of a role wins, as it says most.
"""

from __future__ import annotations

from collections.abc import Iterable

from claimtrack.attribution.affiliation import affiliation
from claimtrack.attribution.document import Document, Range
from claimtrack.attribution.understanding import describe
from claimtrack.models import Office


def office(doc: Document, mentions: Iterable[tuple[Range, int]]) -> Office | None:
    """Title and role in the mentions of one person, given with their proclitic letters; None without either."""
    described = [_in_mention(doc, found, skip) for found, skip in mentions]
    role = max((role for _, role in described if role), key=lambda found: found[1] - found[0], default=None)
    title = next((title for title, _ in described if title), None)
    if role is None and title is None:
        return None
    return Office(
        title=doc.slice(title) if title else "",
        role=doc.slice(role) if role else "",
        affiliation=affiliation(doc, role) if role else "",
    )


def _in_mention(doc: Document, found: Range, skip: int) -> tuple[Range | None, Range | None]:
    """The ranges of title and role around the name; a mention without a name is all role."""
    names = describe(doc, found, skip).names
    if names is None:
        known = doc.keys[found[0]] in doc.gazetteer.roles
        return None, found if known and found[1] - found[0] > 1 else None
    title = names[0]
    while title > found[0] and _is_title(doc, title - 1, found[0]):
        title -= 1
    before = _role(doc, (found[0], title))
    return _words(doc, (title, names[0])), before or _behind(doc, (names[1], found[1]))


def _is_title(doc: Document, i: int, start: int) -> bool:
    """Whether a word before a name is a title; الوزير by itself is an office, المهندس is not."""
    key = doc.keys[i]
    if key in (".", "،") and i > start:
        return _is_title(doc, i - 1, start)
    office = doc.gazetteer.roles.get(key)
    return key in doc.gazetteer.titles and (office is None or not office.office or i > start)


def _role(doc: Document, found: Range) -> Range | None:
    """The words before title and name, but for those that are part of a name themselves (يزيد بن)."""
    words = _words(doc, found)
    if words is None or doc.keys[words[0]] in doc.gazetteer.given_names | doc.gazetteer.name_connectors:
        return None
    return words


def _behind(doc: Document, rest: Range) -> Range | None:
    """سليم الحداد، رئيس البلدية: a role behind the name."""
    found = _words(doc, rest)
    return found if found and doc.keys[found[0]] in doc.gazetteer.roles else None


def _words(doc: Document, found: Range) -> Range | None:
    start, end = doc.strip(found) if found[1] > found[0] else found
    return (start, end) if end > start else None
