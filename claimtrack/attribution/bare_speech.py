"""Speech that nothing introduces (وأضاف لا يوجد …, وقالت تعد المرأة …): where it begins."""

from __future__ import annotations

from claimtrack.attribution.clauses import introduced_later, subject_ends
from claimtrack.attribution.continuations import continuing_participle
from claimtrack.attribution.document import Document
from claimtrack.attribution.heads import known_head
from claimtrack.attribution.small_words import (
    ASSERTIONS,
    BARE,
    CLAUSES,
    FIRST_PERSON,
    FULL,
    NO_PRESENTS,
    SPEECH_OPENERS,
    STRONG_OPENERS,
)
from claimtrack.attribution.verbal_nouns import verbal_noun
from claimtrack.lexicon import Analysis


def speech_opens(doc: Document, verb: int, reading: Analysis, j: int, end: int) -> bool:
    """Whether speech begins at token j with nothing to introduce it (وأضاف لا يوجد …, وقال فلان قد يكون …)."""
    openers = SPEECH_OPENERS | CLAUSES if j == verb + 1 else ASSERTIONS
    own = doc.finite(j)
    first = (
        own is not None
        and own.form.person == 1
        and own.form.number == "p"
        and own.form.tense == "present"
        and len(doc.keys[j]) > 3
    )
    present = (
        reading.verb.lemma in ("قال", "أضاف")
        and j == verb + 1
        and _like_a_present(doc, j)
        and not introduced_later(doc, j, end)
    )
    if (doc.keys[j] not in openers and not first and not present) or doc.key(j + 1) in BARE:
        return False
    if j > verb + 1 and not (known_head(doc, verb + 1) and subject_ends(doc, verb, j)):
        return False
    following = doc.key(j + 1)
    if (
        doc.keys[j] in STRONG_OPENERS
        or following in FIRST_PERSON
        or (len(following) > 3 and following.endswith("نا"))
    ):
        return True
    for k in range(j + 1, end):
        key = doc.keys[k]
        if key in ("،", ".") or continuing_participle(doc, k, end):
            return doc.key(k + 1) not in BARE and doc.key(k + 1) not in FULL
        if key in BARE or key in FULL or doc.is_colon(k) or (k in doc.opened and k < j + 6):
            return False
    return True


def _like_a_present(doc: Document, j: int) -> bool:
    """A word with the shape of a present (تعد, يمكن, نعمل) that names nobody: وقالت تعد المكتبة قلب الحي."""
    key = doc.keys[j]
    named = known_head(doc, j) or key in doc.gazetteer.doubtful_given_names or key in NO_PRESENTS
    return (
        len(key) >= 3 and key[0] in "يتن" and not named and not verbal_noun(doc, j) and not key.endswith("ه")
    )
