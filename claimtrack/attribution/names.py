"""The personal name inside a phrase, without titles, roles and affiliation.

Knows names and what stands around them; whom a name means is for `resolution`.
"""

from __future__ import annotations

import itertools

from claimtrack.attribution.document import PREPOSITIONS, Document, Range
from claimtrack.attribution.heads import first_key, known_head
from claimtrack.attribution.name_runs import (
    NAME_BLOCKERS,
    OF_TITLES,
    can_name,
    has_article,
    is_given_name,
    middle_name,
    name_run,
)
from claimtrack.attribution.phrase_words import FAMILY, dedicated
from claimtrack.attribution.small_words import PLACE_NOUNS, SON_OF, STOPS
from claimtrack.attribution.verbal_nouns import VERBAL_NOUNS, shaped
from claimtrack.lexicon.words import words

ABBREVIATED = words("abbreviated_titles")
RANKS = words("of_ranks")
KIN = words("kin")


def personal_name(doc: Document, start: int, end: int) -> Range | None:
    """The bare personal name inside a phrase, without titles, roles and affiliation."""
    first: Range | None = None
    for segment in _segments(doc, start, end):
        name = _name_in(doc, *segment) or (_unknown(doc, *segment) if first is not None else None)
        if name is None:
            continue
        known = any(is_given_name(doc, i, *segment) for i in range(*name))
        if known or not (name[1] - name[0] == 1 and has_article(doc, name[0])):
            return name
        if segment[0] > start:
            continue  # سيما جاياشاندران، الأستاذ الزائر
        first = first or name  # الرئيس الشيشاني، رمضان …: rather an adjective if a name follows
    return first


def _unknown(doc: Document, start: int, end: int) -> Range | None:
    """Two words or more between commas that can only be a name."""
    name = name_run(doc, start, end)
    whole = name == (start, end) and end - start >= 2
    return (
        name
        if whole and not any(has_article(doc, i) or known_head(doc, i) for i in range(start, end))
        else None
    )


def _segments(doc: Document, start: int, end: int) -> list[Range]:
    cuts = [i for i in range(start, end) if doc.keys[i] in ("،", "(", ")")]
    edges = [start - 1, *cuts, end]
    return [(a + 1, b) for a, b in itertools.pairwise(edges) if b > a + 1]


def _name_in(doc: Document, start: int, end: int) -> Range | None:
    gazetteer = doc.gazetteer
    keys = doc.keys
    dedicated_to = start
    for i in range(start, end):
        key = keys[i]
        if dedicated(doc, i):
            run = name_run(doc, i, end)
            dedicated_to = run[1] if run is not None else i + 1
        if i < dedicated_to or _office_before_name(doc, i, end):
            continue
        if is_given_name(doc, i, start, end) and not _inside_name_of_thing(doc, start, i):
            if i > start and keys[i - 1] in gazetteer.titles and key in gazetteer.titles:
                continue
            if _of_somebody_else(doc, start, i):
                return None
            return name_run(doc, _name_start(doc, start, i), end)
    last_title = max((i for i in range(start, end - 1) if keys[i] in gazetteer.titles - FAMILY), default=None)
    if (
        last_title is not None
        and keys[last_title + 1] not in gazetteer.roles
        and keys[last_title + 1] not in NAME_BLOCKERS | OF_TITLES
        and not (last_title > start and keys[last_title - 1] in gazetteer.institution_heads)
    ):
        first = last_title + 1
        while first + 1 < end and (
            keys[first] in gazetteer.nationalities
            or keys[first] in gazetteer.sectors
            or keys[first] in gazetteer.titles
            or keys[first] == "."
            or keys[first] in RANKS
            or (keys[first] == "الله" and keys[first - 1] == "ايه")
        ):
            first += 1
        run = name_run(doc, first, end)
        if run is not None and (
            not has_article(doc, run[0])
            or (run[1] - run[0] == 1 and keys[run[0]] not in gazetteer.nationalities)
        ):
            return run
    opening = first_key(doc, start)
    head = gazetteer.roles.get(opening) or gazetteer.anonymous_heads.get(opening)
    if head is not None and head.number == "singular":
        return _trailing(doc, start, end)
    return None


def surname(doc: Document, start: int, end: int) -> bool:
    """Whether the article calls somebody so elsewhere, behind a first name or a title (الدكتور سالم | المسند)."""
    words = doc.words((start, end))
    return bool(words) and any(
        i > 0
        and not any(key in doc.gazetteer.institution_heads for key in doc.keys[max(0, i - 3) : i])
        and (
            doc.keys[i - 1] in doc.gazetteer.given_names
            or doc.keys[i - 1] in ABBREVIATED
            or (i > 1 and doc.keys[i - 2] == "عبد")
            or (i > 1 and middle_name(doc, i - 1))
        )
        for i in doc.elsewhere(words, (start, end))
    )


def _office_before_name(doc: Document, i: int, end: int) -> bool:
    """معالي | أمين العاصمة … أسامة: a role that is also a first name, before the name itself."""
    gazetteer = doc.gazetteer
    if doc.keys[i] not in gazetteer.roles or i + 1 >= end:
        return False
    body = (
        has_article(doc, i + 1)
        or doc.keys[i + 1] in PLACE_NOUNS
        or doc.keys[i + 1] in gazetteer.institution_heads
    )
    if not body:
        return False
    return any(
        doc.keys[j] in gazetteer.given_names and doc.keys[j] not in gazetteer.roles for j in range(i + 2, end)
    )


def _of_somebody_else(doc: Document, start: int, i: int) -> bool:
    """المتحدث باسم فلان, والد فلان: the name is that of another."""
    gazetteer = doc.gazetteer
    before = doc.keys[i - 1] if i > start else ""
    if before == "باسم" and i - 2 >= start:
        return doc.keys[i - 2] in gazetteer.roles or doc.keys[i - 2] in gazetteer.sectors
    if before[:1] == "ل" and before[1:] in gazetteer.given_names:
        return True  # الناقد لنجيب | محفوظ
    return before in KIN and before not in gazetteer.titles


def _name_start(doc: Document, start: int, i: int) -> int:
    """Back over first names we do not know, between a closed description and a known name."""
    gazetteer = doc.gazetteer
    first = i
    while first - 1 > start and i - first < 2:
        key = doc.keys[first - 1]
        if (
            not doc.is_word(first - 1)
            or key.startswith(("ال", "لل", "لا", "بال"))
            or key in gazetteer.roles
            or key in gazetteer.titles
        ):
            break
        if (
            key in gazetteer.nationalities
            or key in gazetteer.sectors
            or key in PREPOSITIONS
            or key in STOPS
            or key in NAME_BLOCKERS
        ):
            break
        if key[:1] in "بل" and gazetteer.longest_place(doc.keys, first - 1, first=key[1:]):
            break
        if (
            key in gazetteer.institution_heads
            or key in gazetteer.anonymous_heads
            or gazetteer.longest_place(doc.keys, first - 1)
        ):
            break
        first -= 1
    if (
        first - 1 == start
        and not known_head(doc, start)
        and can_name(doc, start)
        and not doc.keys[start].startswith("ال")
        and doc.is_word(start)
    ):
        return start
    while first - 2 >= start and doc.keys[first - 1] in SON_OF and doc.is_word(first - 2):
        first -= 2
    if first == start or doc.keys[first + 1] in SON_OF:
        return first
    closed = (
        doc.keys[first - 1].startswith("ال")
        or doc.keys[first - 1] in gazetteer.titles
        or doc.keys[first - 1] in gazetteer.nationalities
    )
    return first if closed else i


def _inside_name_of_thing(doc: Document, start: int, i: int) -> bool:
    """مستشفى الملك خالد, جامعة محمد الخامس, باسم وزارة: not somebody's name."""
    gazetteer = doc.gazetteer
    if dedicated(doc, i):
        return True
    if doc.keys[i] == "باسم" and i > start and doc.keys[i - 1] not in gazetteer.titles:
        return True
    return (
        any(
            k in gazetteer.institution_heads and k not in gazetteer.roles
            for k in doc.keys[max(start, i - 2) : i]
        )
        and i - 2 >= start
        and not doc.keys[i - 1].startswith("ال")
    )


def _trailing(doc: Document, start: int, end: int) -> Range | None:
    """A name after the closed description of an office: وزير الخارجية | لي هوان."""
    gazetteer = doc.gazetteer
    i = end
    while i > start + 1:
        key = doc.keys[i - 1]
        if (
            (key[:1] == "و" and (key[1:] in gazetteer.institution_heads or key[1:] in gazetteer.roles))
            or (
                key.startswith("ال")
                and not (
                    i == end
                    and i - 2 > start
                    and not doc.keys[i - 2].startswith(("ال", "لل", "بال"))
                    and doc.is_word(i - 2)
                )
            )
            or (not doc.is_word(i - 1) and key != "-")
            or not can_name(doc, i - 1)
            or (key not in gazetteer.given_names and (key in VERBAL_NOUNS or shaped(key)))
            or key in gazetteer.nationalities
            or key in gazetteer.sectors
            or key in gazetteer.institution_heads
            or key in gazetteer.roles
            or key in PREPOSITIONS
            or key in STOPS
            or key in NAME_BLOCKERS
            or (
                key[:1] in "بل"
                and (
                    key[1:] in gazetteer.institution_heads
                    or key.startswith(("لل", "لا", "بال"))
                    or gazetteer.longest_place(doc.keys, i - 1, first=key[1:]) is not None
                )
            )
            or gazetteer.longest_place(doc.keys, i - 1) is not None
            or gazetteer.longest_institution(doc.keys, i - 1) is not None
        ):
            break
        i -= 1
    of_another = i + 1 < end and doc.keys[i].startswith("ل")
    if of_another and (has_article(doc, i + 1) or doc.keys[i][1:] in gazetteer.given_names):
        return None  # الاتحاد الدولي | لكرة القدم, الناقد المرافق | لنجيب محفوظ
    closed = (
        doc.keys[i - 1].startswith(("ال", "لل", "وال"))
        or doc.keys[i - 1] in gazetteer.nationalities
        or gazetteer.longest_place(doc.keys, i - 1) is not None
        or i - 1 in doc.closed
    )
    if i == end or end - i > 5 or not closed or (i - 1 == start and not doc.keys[start].startswith("ال")):
        return None
    if doc.keys[i - 1] in gazetteer.nationalities and not doc.keys[i - 1].startswith("ال"):
        return None
    return doc.strip((i, end))


def before_role(doc: Document, start: int, end: int) -> Range | None:
    """A name we have never seen before somebody's office (سايمن تيمبلر | أحد سكان القرية)."""
    gazetteer = doc.gazetteer
    for i in range(start, min(start + 5, end)):
        key = doc.keys[i]
        if key == "،" and i > start:
            return (start, i) if doc.key(i + 1) in gazetteer.roles and not has_article(doc, start) else None
        role = key in gazetteer.roles or (
            key in gazetteer.anonymous_heads and gazetteer.anonymous_heads[key].number == "singular"
        )
        if i > start and (role or key in ("احد", "احدي")):
            bare = i - start > 1 and not any(has_article(doc, j) for j in range(start + 1, i))
            known = bare and doc.keys[start] not in gazetteer.nationalities
            return (start, i) if known or not has_article(doc, start) else None
        other = (
            key in gazetteer.institution_heads
            or key in gazetteer.document_heads
            or key in PREPOSITIONS
            or key in STOPS
        )
        if not doc.is_word(i) or key[:1].isdigit() or other or gazetteer.longest_place(doc.keys, i):
            return None
    return None
