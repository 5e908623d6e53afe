"""Complements written together with their preposition (تعهد بدعم, دعا لعدم), and definite verbal nouns asked for."""

from __future__ import annotations

from claimtrack.attribution.clauses import clause_after, clause_follows
from claimtrack.attribution.document import PREPOSITIONS, Document
from claimtrack.attribution.small_words import (
    ACCUSING,
    ADVERBS,
    FULL,
    NEUTRAL,
    PLACE_NOUNS,
    SHORT_NOUNS,
)
from claimtrack.attribution.verbal_nouns import VERBAL_NOUNS, shaped, verbal_noun
from claimtrack.lexicon import Analysis
from claimtrack.lexicon.words import words

B_WORDS = words("b_words")
SHAPED_LIKE_ACTIONS = words("shaped_like_actions")


def is_ba_complement(doc: Document, i: int, j: int, reading: Analysis) -> bool:
    """A word that begins with the preposition ب of a verb that takes one (تعهد بدعم, اتهمه بالكذب)."""
    key = doc.keys[j]
    if key == "بغض" and doc.key(j + 1) == "النظر":
        return False
    if (key == "ب" and doc.gazetteer.longest_place(doc.keys, j + 1) is not None) or key[1:] in PLACE_NOUNS:
        return False
    if (
        j == i + 1
        and len(key) > 3
        and not key.startswith("بال")
        and not verbal_noun(doc, j, key[1:])
        and clause_after(doc, j, min(j + 14, len(doc)))
    ):
        return False
    if (doc.keys[j - 1] == "،" and j - i <= 12 and clause_follows(doc, j)) or (
        reading.verb.stance in NEUTRAL and clause_after(doc, j, min(j + 14, len(doc)))
    ):
        return False
    if key == "ب":
        return True
    if reading.verb.lemma == "وصف" and any(k in FULL for k in doc.keys[j + 1 : j + 25]):
        return False
    rest = key[1:]
    if not key.startswith("ب") or (len(key) < 4 and rest not in SHORT_NOUNS):
        return False
    gazetteer = doc.gazetteer
    called = reading.verb.lemma == "وصف" and bool(reading.pronoun)
    if reading.verb.stance in NEUTRAL and not (
        called or rest.startswith("ال") or verbal_noun(doc, j, rest) or rest.endswith(("ه", "ها", "هم"))
    ):
        return False
    if (
        key in B_WORDS
        or key in gazetteer.given_names
        or gazetteer.longest_place(doc.keys, j)
        or (rest in gazetteer.institution_heads and reading.verb.lemma != ACCUSING)
        or (reading.verb.stance in NEUTRAL and gazetteer.longest_institution(doc.keys, j, first=rest))
    ):
        return False
    asked = reading.verb.stance in ("demand", "commit", "accuse")
    return not gazetteer.longest_place(doc.keys, j, first=rest) and (asked or rest not in words("occasions"))


def is_la_complement(doc: Document, j: int) -> bool:
    """ل with a verbal noun behind a verb of demand (دعا لعدم …)."""
    key = doc.keys[j]
    if key.startswith("لل"):
        return verbal_noun(doc, j, key[2:]) and doc.keys[j - 1] not in PREPOSITIONS
    return len(key) > 3 and key[0] == "ل" and verbal_noun(doc, j, key[1:])


def asked_for(doc: Document, verb: int, j: int) -> bool:
    """A definite verbal noun behind who is spoken to (ناشدت الجمعية السكان | التبرع بـ…)."""
    key, previous = doc.keys[j], doc.keys[j - 1]
    if not key.startswith("ال") or not _action(key[2:]) or previous in PREPOSITIONS:
        return False
    owned = previous.endswith(("ه", "ها", "هم")) and not doc.slice((j - 1, j)).endswith("ة")
    definite = (
        previous.startswith("ال")
        or owned
        or (j - verb > 2 and previous not in doc.gazetteer.institution_heads)
    )
    following = doc.key(j + 1)
    return definite and (
        following in PREPOSITIONS or following.startswith(("ب", "ل")) or following in ADVERBS
    )


def _action(key: str) -> bool:
    """A verbal noun that no plural of people looks like (التبرع, الالتفات, التدخل; not الأعضاء, الأطراف)."""
    if key in SHAPED_LIKE_ACTIONS or (key[:1] == "ا" and len(key) < 6):
        return False
    return key in VERBAL_NOUNS or shaped(key) or (len(key) == 4 and key[0] == "ت")
