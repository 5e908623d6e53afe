"""A noun phrase as content, and where the subject before it ends (أعلنت الوزارة مقتل …)."""

from __future__ import annotations

from claimtrack.attribution.document import PREPOSITIONS, Document
from claimtrack.attribution.heads import known_head
from claimtrack.attribution.small_words import (
    DATIVES,
    HONORIFICS,
    OPENERS,
    POINTING,
    REQUESTING,
    SPEECH_OCCASIONS,
    STOPS,
)
from claimtrack.attribution.subjects import can_head
from claimtrack.attribution.verbal_nouns import VERBAL_NOUNS, own_verbal_noun, verbal_noun
from claimtrack.lexicon import Analysis


def object_start(doc: Document, start: int, limit: int) -> int | None:
    """Where the object begins behind a subject of at least one word, by the shape of the words."""
    if not can_head(doc, start):
        return None
    named = proper_name(doc, start)
    if start < named < limit and (own_verbal_noun(doc, named) or verbal_noun(doc, named)):
        return named
    if (
        named > start
        and named < limit
        and doc.keys[named].startswith("ال")
        and doc.keys[named] not in OPENERS
        and doc.keys[named] not in doc.gazetteer.nationalities
        and doc.keys[named] not in doc.gazetteer.sectors
    ):
        return named
    for j in range(start + 1, min(limit, start + 20)):
        key = doc.keys[j]
        if key in POINTING and doc.keys[j - 1] not in PREPOSITIONS:
            return j
        if key in (".", ":", "؛") or (j in doc.opened and len(doc.words((j, doc.opened[j].close))) > 6):
            return None
        if (
            key.startswith("ال")
            and key not in VERBAL_NOUNS
            and (verbal_noun(doc, j, key[2:]) or (_of_three(key[2:]) and doc.key(j + 1) in PREPOSITIONS))
            and doc.keys[j - 1].startswith(("ال", "بال"))
            and key not in doc.gazetteer.nationalities
            and key[2:] not in doc.gazetteer.institution_heads
        ):
            return j
        if (
            key.isdigit()
            and known_head(doc, start)
            and doc.keys[j - 1].startswith("ال")
            and doc.is_word(j + 1)
        ):
            return j
        own = own_verbal_noun(doc, j)
        article = key.startswith(("ال", "لل")) and not own
        if key not in VERBAL_NOUNS and (article or (not verbal_noun(doc, j) and not own)):
            continue
        previous = doc.keys[j - 1]
        if previous in PREPOSITIONS or (
            not previous.startswith("ال")
            and (previous in doc.gazetteer.institution_heads or previous in doc.gazetteer.roles)
            and doc.keys[j - 2] not in doc.gazetteer.given_names
            and not _indefinite(doc, start, j)
        ):
            continue
        if j == start + 1 and key in VERBAL_NOUNS and len(previous) > 3:
            return j
        known = previous in doc.gazetteer.nationalities or previous in doc.gazetteer.sectors
        if (
            previous.startswith(("ال", "لل"))
            or not doc.is_word(j - 1)
            or previous in STOPS
            or previous in HONORIFICS
            or known
            or _ends_name(doc, start, j)
            or _ends_occasion(doc, start, j)
            or _indefinite(doc, start, j)
        ):
            return j
    return None


def _of_three(key: str) -> bool:
    """The verbal noun of a verb of three letters (العثور على, الحضور إلى)."""
    return len(key) == 4 and key[2] == "و"


def proper_name(doc: Document, start: int) -> int:
    """The end of a place that stands for its government at token `start`, else `start`."""
    place = doc.gazetteer.longest_place(doc.keys, start)
    return start + place[0] if place is not None and place[1].kind in ("country", "capital") else start


def _ends_name(doc: Document, start: int, j: int) -> bool:
    gazetteer = doc.gazetteer
    return (
        doc.keys[j - 1] in gazetteer.given_names
        or (j - 2 >= start and doc.keys[j - 2] in gazetteer.given_names)
        or doc.keys[j - 1] in doc.surnames
        or gazetteer.longest_place(doc.keys, j - 1) is not None
        or gazetteer.longest_institution(doc.keys, j - 1) is not None
        or doc.keys[j].endswith(("ه", "ها", "هم"))
    )


def _ends_occasion(doc: Document, start: int, j: int) -> bool:
    """Whether where it was said stands right before token j (في تصريح لصحيفة كذا | صعوبة …)."""
    return any(
        doc.keys[k] == "في" and doc.keys[k + 1] in SPEECH_OCCASIONS for k in range(max(start, j - 4), j - 2)
    )


def _indefinite(doc: Document, start: int, j: int) -> bool:
    """Whether somebody without article and an adjective of theirs stand before token j (مصدر نقابي | وجود)."""
    key, previous = doc.keys[start], doc.keys[j - 1]
    return (
        known_head(doc, start)
        and not key.startswith("ال")
        and j > start + 1
        and previous.endswith(("ي", "يه", "يون"))
    )


def past_adverbial(doc: Document, start: int, limit: int) -> int:
    """Past في وقت سابق, في بيان له, من الحكومة, when the object follows within a few words; else `start`."""
    for j in range(start + 2, min(start + 7, limit)):
        if not doc.is_word(j) or doc.finite(j) is not None:
            break
        if verbal_noun(doc, j) and doc.keys[j - 1] not in PREPOSITIONS and not doc.keys[j].startswith("ال"):
            return j
    return start


def behind_occasion(doc: Document, i: int, reading: Analysis, limit: int) -> int | None:
    """وأكد في تصريح صحفي حرص الوزارة, طلب من العمال العودة: nobody is named between the verb and its object."""
    if reading.verb.lemma in REQUESTING and doc.key(i + 1) == "من":
        return _requested(doc, i + 2, limit)
    if reading.verb.lemma in REQUESTING and doc.key(i + 1) in DATIVES:
        return _requested(doc, i + 2, limit)
    if not reading.conjunction or doc.key(i + 1) not in ("في", "خلال"):
        return None
    start = past_adverbial(doc, i + 1, limit)
    return start if start > i + 1 else None


def _requested(doc: Document, start: int, limit: int) -> int | None:
    """The verbal noun behind who was asked, when those are named by a definite noun."""
    for j in range(start + 1, min(start + 8, limit)):
        if not doc.is_word(j) or doc.finite(j) is not None:
            return None
        key, previous = doc.keys[j], doc.keys[j - 1]
        if verbal_noun(doc, j, key.removeprefix("ال")) and previous.startswith("ال"):
            return j
    return None
