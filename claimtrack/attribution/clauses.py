"""What lies ahead of a verb: whether a clause, a colon or a quotation introduces its content soon."""

from __future__ import annotations

from claimtrack.attribution.continuations import continuing_participle
from claimtrack.attribution.document import PREPOSITIONS, Document
from claimtrack.attribution.noun_phrase import phrase_end
from claimtrack.attribution.small_words import (
    BARE,
    FULL,
    INTRODUCING,
    NO_CONTENT_AFTER,
    OCCASION_OPENERS,
    WORKS,
)


def clause_after(doc: Document, j: int, end: int) -> bool:
    """Whether the clause of the verb is still to come: a complementizer before any other verb or comma."""
    for k in range(j + 1, end):
        if doc.keys[k] in INTRODUCING or doc.keys[k] in FULL:
            return doc.keys[k - 1] not in NO_CONTENT_AFTER
        if continuing_participle(doc, k, end):
            return False
        if doc.keys[k] == "،" and (doc.key(k + 1) in BARE or doc.key(k + 1) in FULL):
            continue
        if doc.keys[k] == "،" and doc.key(k + 1) in OCCASION_OPENERS:
            return _behind_asides(doc, k, end)
        if doc.keys[k] in ("،", ".", ":") or doc.finite(k) is not None:
            return False
    return False


def _behind_asides(doc: Document, comma: int, end: int) -> bool:
    """Whether the clause begins behind one or two asides (في لقاء خاص عبر قناة …، تابعته …، | أن)."""
    for _ in range(2):
        comma = next((k for k in range(comma + 1, end) if doc.keys[k] in ("،", ".", ":")), end)
        if comma >= end or doc.keys[comma] != "،":
            return False
        if doc.key(comma + 1) in BARE or doc.key(comma + 1) in FULL:
            return True
    return False


def clause_of(doc: Document, j: int, preposition: str, end: int) -> bool:
    """Whether the same preposition stands again further on with its clause (المبعوث إلى … إلى أن)."""
    for k in range(j + 1, min(end, j + 14)):
        if doc.keys[k] == preposition and (doc.key(k + 1) in BARE or doc.key(k + 1) in FULL):
            return True
        if doc.keys[k] in (".", ":", "؛") or doc.finite(k) is not None or continuing_participle(doc, k, end):
            return False
    return False


def clause_follows(doc: Document, j: int) -> bool:
    """Whether a complementizer or a colon stands a few words behind token j."""
    return any(k in BARE or k in FULL or k == ":" for k in doc.keys[j + 1 : j + 8])


def introduced_soon(doc: Document, start: int, limit: int) -> bool:
    """Whether the content is introduced within a few words, so that what stands before is a name."""
    for j in range(start, min(start + 6, limit)):
        if doc.keys[j] in BARE or doc.keys[j] in FULL or doc.is_colon(j) or j in doc.opened:
            return True
        if doc.keys[j] in ("الي", "عن", "علي", "من"):
            return True
    return False


def introduced_later(doc: Document, start: int, end: int) -> bool:
    """Whether a complementizer, a colon or a quotation is still to come."""
    return any(
        doc.keys[k] in BARE or doc.keys[k] in FULL or doc.is_colon(k) or k in doc.opened
        for k in range(start, end)
    )


def not_to(doc: Document, j: int) -> bool:
    """ألا with a verb behind it (يقترح ألا نعلق …); إلا, which folds alike, stands before nouns."""
    following = doc.key(j + 1)
    return (
        doc.keys[j] == "الا"
        and len(following) > 3
        and following[0] in "ينت"
        and following not in PREPOSITIONS
        and doc.is_word(j - 1)
    )


def subject_ends(doc: Document, verb: int, j: int) -> bool:
    """Whether nothing but the subject stands between a verb and token j."""
    return j == verb + 1 or phrase_end(doc, verb + 1, j) == j


def is_name(doc: Document, verb: int, opened: int, close: int, limit: int) -> bool:
    """Whether a quotation after a verb is rather a name («الشرق الأوسط», صحيفة “الأخبار”)."""
    count = len(doc.words((opened, close)))
    if count > 5:
        return False
    gazetteer = doc.gazetteer
    previous = doc.key(opened - 1)
    if (
        previous in gazetteer.outlet_heads
        or previous in ("ل", "ب", "في", "من", "عن")
        or previous in gazetteer.institution_heads
    ):
        return True
    if gazetteer.outlet(doc.words((opened, close))) is not None:
        return True
    following = doc.key(close + 1)
    if opened == verb + 1:
        return introduced_soon(doc, close + 1, limit)
    if doc.key(opened - 1) in WORKS or any(
        doc.keys[j] in BARE or doc.keys[j] in FULL for j in range(close + 1, min(close + 3, limit))
    ):
        return True
    return count <= 3 or (close + 1 < limit and following not in (".", "،"))
