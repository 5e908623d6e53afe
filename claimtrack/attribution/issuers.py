"""A document as a source: it is its issuer's when the issuer is named behind it.

Knows documents and who can issue them; who the issuer is in the article is for `resolution`.
"""

from __future__ import annotations

from claimtrack.attribution.document import Document, Range
from claimtrack.attribution.heads import called, known_head
from claimtrack.attribution.mention import Mention
from claimtrack.attribution.noun_phrase import phrase_end
from claimtrack.attribution.outlets import clear_outlet
from claimtrack.attribution.small_words import COUNTS, MADE_BY, PUBLISHED_BY, RELATIVES
from claimtrack.lexicon.nouns import Head
from claimtrack.lexicon.words import words

SPEAKERS = words("speakers")
PRESS_ADJECTIVES = words("press_adjectives")  # تقارير صحفية: nobody but the press is meant


def document_mention(
    doc: Document, found: Range, start: int, end: int, head: Head, keys: tuple[str, ...]
) -> Mention:
    """A document is its issuer's when the issuer is named behind it (تقرير الصحيفة, بيان لوزارة …)."""
    gazetteer = doc.gazetteer
    if start + 1 < end and doc.keys[start + 1] in PRESS_ADJECTIVES:
        return Mention(found, "outlet", head.key, head.gender, head.number, head.definite, False, keys)
    made = next((i for i in range(start + 1, end - 1) if doc.keys[i] in MADE_BY | PUBLISHED_BY), None)
    if made is not None:
        return Mention(
            found,
            "issuer",
            head.key,
            head.gender,
            head.number,
            head.definite,
            False,
            keys,
            issuer=(made + 1, end),
        )
    issued = (i for i in range(start + 1, end) if doc.keys[i].removeprefix("ال").startswith("صادر"))
    by = next(issued, start)
    for i in range(by + 1, end):
        key = doc.keys[i]
        for variant in (key, "ال" + key[2:] if key.startswith("لل") else key[1:] if key[:1] == "ل" else ""):
            if not variant:
                continue
            if (
                variant in gazetteer.outlet_heads
                or variant in gazetteer.institution_heads
                or gazetteer.longest_institution(doc.keys, i, first=variant)
                or clear_outlet(doc, i, variant)
                or _somebody(doc, start, i, variant)
            ):
                return Mention(
                    found,
                    "issuer",
                    head.key,
                    head.gender,
                    head.number,
                    head.definite,
                    False,
                    keys,
                    issuer=(i, end),
                    skip=0 if variant == key else 1,
                )
    maker = _maker(doc, end) or _unknown_issuer(doc, by, end)
    if maker is not None:
        return Mention(
            found, "issuer", head.key, head.gender, head.number, head.definite, False, keys, issuer=maker
        )
    return Mention(found, "document", head.key, head.gender, head.number, head.definite, False, keys)


def _unknown_issuer(doc: Document, by: int, end: int) -> Range | None:
    """Whoever stands behind صادر عن has issued the document, though nobody knows him."""
    return (by + 2, end) if doc.key(by + 1) == "عن" and by + 2 < end else None


def _maker(doc: Document, end: int) -> Range | None:
    """Who made a document, told by a clause behind it (دراسة أجرتها الجامعة, التقرير الذي أعدته اللجنة)."""
    verb = end + 1 if doc.key(end) in RELATIVES else end
    published = doc.key(verb) in PUBLISHED_BY and doc.key(verb + 1) in doc.gazetteer.institution_heads
    if not (doc.key(verb) in MADE_BY or published) or verb + 1 >= len(doc) or not known_head(doc, verb + 1):
        return None
    stop = phrase_end(doc, verb + 1, len(doc))
    stop = next((i for i in range(verb + 2, stop) if doc.finite(i) is not None and not called(doc, i)), stop)
    return (verb + 1, stop) if stop > verb + 1 else None


def _somebody(doc: Document, start: int, i: int, first: str) -> bool:
    """Whether a document is that of somebody named or described here (تصريحات | مصدر أمني, بيان من | متحدث)."""
    gazetteer = doc.gazetteer
    if i > start + 1 and first == doc.keys[i] and doc.keys[i - 1] not in ("من", "ل", "عن"):
        return False
    unnamed = gazetteer.anonymous_heads.get(first)
    tables = (gazetteer.roles, gazetteer.titles, gazetteer.given_names, COUNTS)
    return any(first in table for table in tables) or (unnamed is not None and unnamed.key in SPEAKERS)
