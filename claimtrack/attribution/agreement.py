"""Where a subject ends that another noun phrase follows without a mark (طالبت النقابة | الوزارة بـ…).

A definite noun takes definite adjectives of its own gender and number; what does not agree begins the object,
and so does a second body or a plural of people behind a complete phrase. Knows no claims.
"""

from __future__ import annotations

from claimtrack.attribution.document import PREPOSITIONS, Document
from claimtrack.attribution.heads import adjective
from claimtrack.attribution.small_words import ADDRESSEES, QUANTITIES
from claimtrack.lexicon.words import words
from claimtrack.text.folding import fold

_SHORT = 4  # letters a plural must have more of, so that الدين is none
_OF_ALL = frozenset(fold("جميع كافة سائر كل").split())


def second_noun(doc: Document, start: int, end: int) -> int:
    """Where the second noun phrase begins between tokens `start` and `end`; `end` when there is one only."""
    named = _name_end(doc, start, end)
    for i in range(start + 1, end):
        if doc.is_word(i) and _begins_another(doc, start, i, named):
            return i
    return end


def _begins_another(doc: Document, start: int, i: int, named: int) -> bool:
    gazetteer = doc.gazetteer
    key, previous = doc.keys[i], doc.keys[i - 1]
    if key.endswith("ون") and key.startswith("ال"):
        return False  # an object would stand in the accusative
    if key in ADDRESSEES or (key in _OF_ALL and previous not in PREPOSITIONS):
        return True
    if key in gazetteer.given_names or key in gazetteer.titles or doc.key(i + 1) in gazetteer.given_names:
        return False
    behind_name = 0 < named <= i
    complete = behind_name or previous.startswith("ال") or i - 1 in doc.closed
    if not complete or previous in PREPOSITIONS:
        return False
    if not key.startswith("ال"):
        return _another_body(doc, start, i, behind_name) or _country(doc, i)
    if behind_name:
        return _somebody_else(doc, i)
    if i > start + 1 and not doc.keys[i - 2].startswith("ال") and i - 2 >= start and _accusative(doc, i):
        return False
    head = doc.keys[start]
    if not head.startswith("ال"):
        return _body_behind_annexion(doc, i)
    return _disagrees(doc, start, i) or _is_head(doc, i)


def _body_behind_annexion(doc: Document, i: int) -> bool:
    """حزب الميثاق | الحكومة: a body with its article; with the shape of a participle it may agree (اللجنة المنظمة)."""
    key, previous = doc.keys[i], doc.keys[i - 1]
    if doc.gazetteer.longest_institution(doc.keys, i) is not None:
        return True
    if key not in doc.gazetteer.institution_heads or adjective(doc, i):
        return False
    return not key.startswith("الم") or (key.endswith("ه") and not previous.endswith(("ه", "ات")))


def _name_end(doc: Document, start: int, end: int) -> int:
    """Behind the personal name in a phrase, with one surname; 0 when there is none."""
    given = doc.gazetteer.given_names
    first = next((i for i in range(start, end) if doc.keys[i] in given and doc.is_word(i)), None)
    if first is None:
        return 0
    i = first + 1
    while i < end and (doc.keys[i] in given or doc.keys[i] in words("son_of")):
        i += 1
    return min(i + 1, end) if i < end and doc.is_word(i) else i


def _is_head(doc: Document, i: int) -> bool:
    """A definite noun that is somebody or some body, and no adjective."""
    gazetteer = doc.gazetteer
    key = doc.keys[i]
    tables = (gazetteer.roles, gazetteer.anonymous_heads, gazetteer.institution_heads)
    return any(key in table for table in tables) and not (
        adjective(doc, i) and doc.keys[i - 1] in gazetteer.institution_heads
    )


def _somebody_else(doc: Document, i: int) -> bool:
    """Behind a personal name: a body or a plural of people; a single role is the one named."""
    gazetteer = doc.gazetteer
    key = doc.keys[i]
    plural = gazetteer.roles.get(key) or gazetteer.anonymous_heads.get(key)
    return key in gazetteer.institution_heads or (plural is not None and plural.number == "plural")


def _another_body(doc: Document, start: int, i: int, behind_name: bool) -> bool:
    """A second body, or somebody in office, behind a body that is complete (نقابة المعلمين | وزارة التربية)."""
    gazetteer = doc.gazetteer
    key = doc.keys[i]
    body = doc.keys[start] in gazetteer.institution_heads or doc.keys[start] in gazetteer.outlet_heads
    people = gazetteer.anonymous_heads.get(key)
    if behind_name:
        return key in gazetteer.institution_heads or (people is not None and people.number == "plural")
    return (
        key in gazetteer.institution_heads
        or (people is not None and people.number == "plural" and doc.key(i + 1).startswith("ال"))
        or (body and key in gazetteer.roles)
        or key in QUANTITIES
    )


def _country(doc: Document, i: int) -> bool:
    """A country behind a complete noun (اتهمت السلطة الوطنية | إسرائيل)."""
    place = doc.gazetteer.longest_place(doc.keys, i)
    return place is not None and not place[1].ambiguous and doc.keys[i] not in doc.gazetteer.nationalities


def _accusative(doc: Document, i: int) -> bool:
    """The plural of an annexion's second noun may look like an adjective's (رئيس المهندسين المصريين)."""
    return doc.keys[i].endswith("ين")


def _disagrees(doc: Document, start: int, i: int) -> bool:
    """Whether a definite word cannot be an adjective of the definite noun that heads the phrase."""
    head, key = doc.keys[start], doc.keys[i]
    gazetteer = doc.gazetteer
    if any(not doc.keys[j].startswith("ال") for j in range(start, i)) or adjective(doc, i):
        return False
    if head.endswith("ون") and len(head) > _SHORT + 2 and head not in gazetteer.given_names:
        return not key.endswith("ون")
    known = (gazetteer.institution_heads, gazetteer.roles, gazetteer.anonymous_heads)
    described = next((table[head] for table in known if head in table), None)
    if described is None or described.number == "plural":
        return False
    feminine = doc.slice((i, i + 1)).endswith("ة")
    if described.gender == "f":
        body = head in gazetteer.institution_heads and head.endswith("ه")
        return body and not key.endswith(("ه", "ا", "ات"))
    return feminine and key not in gazetteer.titles
