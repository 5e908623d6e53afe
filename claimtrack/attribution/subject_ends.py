"""Where a subject ends that the object of its verb follows without a mark.

Knows nouns and their cases, no verbs' frames: whether the verb takes an object is for `complements`.
"""

from __future__ import annotations

from claimtrack.attribution.agreement import second_noun
from claimtrack.attribution.document import PREPOSITIONS, Document
from claimtrack.attribution.phrase_words import FAMILY, adverb, nominal_here
from claimtrack.attribution.small_words import QUANTITIES
from claimtrack.attribution.verbal_nouns import VERBAL_NOUNS, verbal_noun
from claimtrack.text.folding import fold

_ANY = frozenset(fold("أي أية كل هذا هذه ذلك تلك").split())


def subject_end(doc: Document, start: int, end: int) -> int:
    """Where a subject ends that its verb's object follows without a mark (بنى المدرب | خط الدفاع).

    `end` is where the noun phrase could go on to. A quantity, an adverb, a document in the accusative, a verb,
    or an annexion behind a complete definite noun begins the object.
    """
    gazetteer = doc.gazetteer
    end = second_noun(doc, start, end)
    titles = gazetteer.titles - FAMILY
    named = any(k in gazetteer.given_names or k in titles for k in doc.keys[start:end])
    body = doc.keys[start] in gazetteer.institution_heads
    place = gazetteer.longest_place(doc.keys, start)
    if place is not None and start + place[0] < end:
        behind = doc.keys[start + place[0]]
        if (
            doc.is_word(start + place[0])
            and not behind.startswith(("ال", "و"))
            and behind not in gazetteer.nationalities
        ):
            return start + place[0]
    for i in range(start + 1, end):
        key, previous = doc.keys[i], doc.keys[i - 1]
        if not doc.is_word(i) or key in gazetteer.given_names:
            continue
        document = key in gazetteer.document_heads or key.removesuffix("ا") in gazetteer.document_heads
        complete = previous.startswith("ال") or i - 1 in doc.closed
        if key in QUANTITIES or adverb(doc, i) or (doc.finite(i) is not None and not nominal_here(doc, i)):
            return i
        if document and (complete or key.endswith("ا")) and not key.startswith("ال"):
            return i
        noun = (
            not key.startswith("ال")
            and key not in gazetteer.nationalities
            and key not in gazetteer.sectors
            and key not in PREPOSITIONS
        )
        bare = noun and key[0] not in "بلو" and key not in gazetteer.name_connectors
        annexed = i + 1 < end and doc.keys[i + 1].startswith("ال")
        called = key in gazetteer.doubtful_given_names and previous in gazetteer.roles
        if complete and bare and (annexed or body) and not named and not called:
            return i
        if (
            complete
            and bare
            and i > start + 1
            and verbal_noun(doc, i)
            and (annexed or doc.key(i + 1) in _ANY)
        ):
            return i
        if named and i > start + 1 and key.startswith("ال") and key[2:] in VERBAL_NOUNS:
            return i
    return end
