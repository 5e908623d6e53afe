"""What goes on with a phrase behind a comma, a bracket or a quotation mark.

Knows single marks and the words around them; where the whole phrase ends is for `noun_phrase`.
"""

from __future__ import annotations

from claimtrack.attribution.document import PREPOSITIONS, Document
from claimtrack.attribution.outlets import NAMED_ONLY
from claimtrack.attribution.phrase_words import dedicated
from claimtrack.attribution.small_words import CLAUSE_OPENERS, COPULAS, RELATIVES, STOPS
from claimtrack.text.folding import fold

CHIEF = frozenset(fold("كبير كبيرة").split())


def apposition(doc: Document, start: int, i: int, limit: int) -> bool:
    """Whether a title, a role or a name follows the comma before token i."""
    if i >= limit or not doc.is_word(i):
        return False
    key = doc.keys[i]
    gazetteer = doc.gazetteer
    if key in STOPS or key in RELATIVES or key in PREPOSITIONS or key in COPULAS or key in CLAUSE_OPENERS:
        return False
    if doc.finite(i) is not None or doc.participle(i) is not None:
        return False
    named = any(k in gazetteer.given_names for k in doc.keys[start : i - 1])
    chief = key in CHIEF and doc.key(i + 1).startswith("ال") and doc.key(i + 1).endswith("ين")
    head = gazetteer.roles.get(key) or gazetteer.anonymous_heads.get(key)
    if head is not None or chief:
        return named or doc.keys[start] not in gazetteer.roles
    if key in gazetteer.titles or key in gazetteer.given_names:
        return not named
    return False


def named_behind(doc: Document, start: int, i: int, limit: int) -> bool:
    """Whether a name alone stands between this comma and the next, behind a role without a name."""
    gazetteer = doc.gazetteer
    keys = doc.keys[start : i - 1]
    head = bool(keys) and keys[0] in gazetteer.roles
    if (
        not keys
        or (not head and i not in doc.opened)
        or any(
            (doc.keys[j] in gazetteer.given_names and not dedicated(doc, j)) or doc.keys[j] == "،"
            for j in range(start + 1, i - 1)
        )
    ):
        return False
    end = doc.opened[i].close + 1 if i in doc.opened else i
    while (
        end < limit
        and end - i < 4
        and doc.is_word(end)
        and doc.keys[end] not in gazetteer.institution_heads
        and doc.keys[end] not in STOPS
        and doc.keys[end] not in PREPOSITIONS
    ):
        if (doc.readings[end] and doc.keys[end] not in gazetteer.given_names) or doc.keys[end] in RELATIVES:
            return False
        end += 1
    return (
        end > i
        and end - i <= 6
        and (end == limit or doc.keys[end] == "،")
        and not doc.keys[i].startswith("و")
    )


def names_something(doc: Document, opened: int, closed: int, limit: int) -> bool:
    """Whether a quotation inside a phrase is a name: short and closed before the phrase must end."""
    return closed < limit and len(doc.words((opened, closed))) <= 6


def behind_name_in_marks(doc: Document, start: int, i: int) -> bool:
    """Whether a phrase that is all in quotation marks ended before token i (بحسب "المرسى" | اشتعلت)."""
    if start not in doc.opened or i <= doc.opened[start].close:
        return False
    key = doc.keys[i]
    return (
        not key.startswith(("ال", "لل"))
        and key not in doc.gazetteer.nationalities
        and key not in ("في", "من")
    )


def bracket(doc: Document, start: int, i: int, limit: int) -> int:
    """A short bracket belongs to the phrase when the phrase goes on behind it without a comma."""
    for j in range(i + 1, min(i + 6, limit)):
        if doc.keys[j] == ")":
            if doc.keys[i - 1] in PREPOSITIONS and i - 1 > start:
                return j + 1  # مقرب من (الحزب)
            going_on = (
                j + 1 < limit
                and doc.is_word(j + 1)
                and doc.keys[j + 1] not in STOPS | RELATIVES | PREPOSITIONS
            )
            return j + 1 if going_on or (i == start + 1 and _press_head(doc, start)) else i
    return i


def _press_head(doc: Document, i: int) -> bool:
    return doc.keys[i] in doc.gazetteer.outlet_heads or doc.keys[i] in NAMED_ONLY
