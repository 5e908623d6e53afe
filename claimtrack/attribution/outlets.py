"""What names an outlet by itself: known names, names in marks and brackets, sites, programmes, heads of the press.

Knows names and the words beside them; where a name goes on as a phrase is for `noun_phrase`.
"""

from __future__ import annotations

from claimtrack.attribution.document import Document, Range
from claimtrack.attribution.small_words import SPEECH_OCCASIONS
from claimtrack.lexicon.words import words
from claimtrack.text.folding import fold

SITES = words("sites")
OUTLET_TAILS = words("outlet_tails")
NAMED_ONLY = words("named_outlets")
EDITIONS = words("editions")
BELONGING = words("belonging")
PRESS = words("press_words")
OFFICIAL = words("official")
PROGRAMME = fold("برنامج")  # an outlet where it is named and spoken to
THE_PRESS = fold("الصحافة")
THE_MEDIA = fold("وسائل")


def before_owner(doc: Document, start: int, end: int) -> int:
    """Where a phrase begins to say whose a body is (الوكالة | التابعة لأنصار …); `end` where it does not."""
    return next((i for i in range(start + 1, end) if doc.keys[i] in BELONGING), end)


def unspecified(doc: Document, i: int) -> bool:
    """Whether no adjective says which media (لوسائل الإعلام | أن …): everybody has heard it."""
    return not (doc.is_word(i) and doc.keys[i].startswith("ال"))


def of_an_office(doc: Document, start: int, i: int) -> bool:
    """المحافظ الجديد | للمدينة: the place of an office, though a newspaper has its name, too."""
    role = doc.gazetteer.roles.get(doc.keys[i - 2]) if i - 2 >= start else None
    adjective = doc.keys[i - 1].startswith("ال") and doc.keys[i - 1] not in doc.gazetteer.nationalities
    return role is not None and role.office and adjective


def ends_in_role(doc: Document, start: int, i: int) -> bool:
    """Whether the words before token i are a role that wants its body (المدير العام | لـ)."""
    roles = doc.gazetteer.roles
    return doc.keys[i - 1] in roles or (
        i - 2 >= start and doc.keys[i - 2] in roles and doc.keys[i - 1].startswith("ال")
    )


def own_site(doc: Document, i: int, head: str) -> bool:
    """The site or account of a body is its own (موقع وزارة الصحة)."""
    return head.removeprefix("ال") in SITES and doc.key(i + 1) in doc.gazetteer.institution_heads


def addressed_in_marks(doc: Document, i: int, limit: int) -> Range | None:
    """The outlet of «للصباح»: ل stands inside the marks; a name nobody knows counts behind an occasion."""
    close = doc.opened[i].close
    key = doc.key(i + 1)
    if not key.startswith("ل") or close >= limit or not 1 <= close - i - 1 <= 4:
        return None
    stripped = "ال" + key[2:] if key.startswith("لل") else key[1:]
    found = doc.gazetteer.longest_outlet(doc.keys, i + 1, first=stripped)
    known = found is not None and i + 1 + found[0] == close
    occasion = key.startswith("لل") and any(k in SPEECH_OCCASIONS for k in doc.keys[max(0, i - 3) : i])
    return (i + 1, close) if known or occasion else None


def enclosed_name(doc: Document, i: int, limit: int) -> Range | None:
    """A short name in quotation marks or brackets at token i."""
    quotation = doc.opened.get(i)
    if quotation is not None:
        short = quotation.close < limit and len(doc.words((i, quotation.close))) <= 5
        return doc.strip((i, quotation.close + 1)) if short else None
    if doc.keys[i] == "(":
        close = next((j for j in range(i + 1, min(i + 6, limit)) if doc.keys[j] == ")"), None)
        return (i + 1, close) if close is not None and close > i + 1 else None
    return None


def outlet_length(doc: Document, i: int, limit: int, first: str) -> tuple[int, bool]:
    """How many tokens from i on name an outlet, points between letters passed over (بي.بي.سي)."""
    positions = [j for j in range(i, min(i + 10, limit)) if doc.is_word(j)]
    dotted = (
        all(doc.is_word(j) or doc.keys[j] == "." for j in range(i, positions[-1] + 1)) if positions else False
    )
    keys = [doc.keys[j] for j in positions] if dotted else doc.keys[i : min(i + 10, limit)]
    found = doc.gazetteer.longest_outlet(keys, 0, first=first) if keys else None
    if found is None:
        return 0, False
    return (positions[found[0] - 1] - i + 1 if dotted else found[0]), found[1].ambiguous


def medium(doc: Document, start: int, end: int, first: str) -> tuple[str, str, str, bool] | None:
    """(head, gender, number, definite) when the phrase names a medium."""
    gazetteer = doc.gazetteer
    if first == PROGRAMME and (start + 1 in doc.opened or first != doc.keys[start]):
        return first, "m", "singular", False
    if first in NAMED_ONLY and (start + 1 in doc.opened or doc.key(start + 1) == "("):
        return first, "f", "singular", False
    head = gazetteer.outlet_heads.get(first)
    if head is not None:
        rest = doc.words((start, before_owner(doc, start, end)))
        if first in gazetteer.institution_heads and not of_the_press(doc, start, end):
            return None
        return head.key, head.gender, head.number, head.definite and len(rest) <= 3
    inner = start + 1 if start in doc.opened else start
    found = gazetteer.longest_outlet(doc.keys, inner, first="" if start in doc.opened else first)
    if found is None:
        return None
    if found[1].ambiguous and start not in doc.opened:
        return None
    rest = doc.words((inner + found[0], end))
    if any(w not in gazetteer.nationalities and w not in OFFICIAL for w in rest):
        return None
    return "", "f", "singular", False


def of_the_press(doc: Document, start: int, end: int) -> bool:
    """Whether a head that also names institutions (وكالة, مركز) is one of the press here."""
    gazetteer = doc.gazetteer
    end = before_owner(doc, start, end)
    rest = doc.words((start + 1, end))
    if not rest or any(w in PRESS for w in rest):
        return True
    if any(clear_outlet(doc, j, doc.keys[j]) for j in range(start, end)):
        return True
    if doc.keys[start] == "وكاله" and len(rest) == 1 and not rest[0].startswith("ال"):
        return gazetteer.longest_institution(doc.keys, start) is None
    return start + 1 in doc.opened and not gazetteer.longest_institution(doc.keys, start)


def clear_outlet(doc: Document, i: int, first: str) -> bool:
    found = doc.gazetteer.longest_outlet(doc.keys, i, first=first)
    return found is not None and (not found[1].ambiguous or i - 1 in doc.opened)
