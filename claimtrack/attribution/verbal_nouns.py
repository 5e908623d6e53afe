"""Verbal nouns by list and by shape: where a bare object begins (أعلنت الوزارة مقتل …).

The frequent short ones are a word list; the regular long patterns show in their letters.
"""

from __future__ import annotations

from claimtrack.attribution.document import Document
from claimtrack.lexicon.words import words

VERBAL_NOUNS = words("verbal_nouns")
NO_ACTIONS = words("shaped_like_verbal_nouns")
_STEMS = frozenset(k.removesuffix("ه") for k in VERBAL_NOUNS)


def verbal_noun(doc: Document, j: int, key: str = "") -> bool:
    """A word with the shape of a verbal noun, perhaps with a pronoun (استقالته, مقتل, دعمها)."""
    if not key and doc.keys[j].endswith("ته") and doc.finite(j) is not None:
        return False
    key = key or doc.keys[j]
    if key in VERBAL_NOUNS:
        return True
    if key in NO_ACTIONS:
        return False
    for suffix in ("ها", "هم", "ه", "هما"):
        if key.endswith(suffix) and key[: -len(suffix)].removesuffix("ت") in _STEMS:
            return True
    if (len(key) == 4 and key[0] == "ت" and key[-1] not in "هي") or (
        len(key) >= 6 and key[0] == "م" and key[2] == "ا" and key[-1] == "ه" and key[-2] != "ي"
    ):
        return key not in doc.gazetteer.given_names
    gazetteer = doc.gazetteer
    return shaped(key) and key not in gazetteer.given_names and key not in gazetteer.nationalities


def own_verbal_noun(doc: Document, j: int) -> bool:
    """A verbal noun with the speaker's own pronoun (أعلن مسؤوليته عن …): an object, never a source."""
    key = doc.keys[j]
    if key in VERBAL_NOUNS or key in doc.gazetteer.given_names:
        return False
    for suffix in ("هما", "ها", "هم", "ه"):
        stem = key.removesuffix(suffix)
        if stem != key and (
            stem in VERBAL_NOUNS
            or (stem.endswith("ت") and (stem[:-1] in _STEMS or verbal_noun(doc, j, stem[:-1] + "ه")))
            or verbal_noun(doc, j, stem)
        ):
            return True
    return False


def shaped(key: str) -> bool:
    """The regular long patterns of verbal nouns: استفعال, انفعال, إفعال, تفعيل."""
    return len(key) >= 5 and (
        key.startswith("است")
        or (key[0] == "ا" and key[-2] == "ا" and not key.startswith("ال"))
        or (key[0] == "ت" and key[-2] == "ي")
    )
