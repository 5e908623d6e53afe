"""Whether a word can only be somebody or some body."""

from __future__ import annotations

from claimtrack.attribution.document import Document, Range
from claimtrack.attribution.small_words import HONORIFICS, PARTITIVES, PRONOUNS, SOME
from claimtrack.lexicon import Analysis
from claimtrack.text.folding import fold

CALLED = frozenset(fold("يدعى تدعى يسمى تسمى").split())
_RANKS = frozenset(fold("العام العامة الأعلى العليا الأول الأولى الثاني الثانية").split())


def known_head(doc: Document, i: int) -> bool:
    """Whether token i is a noun or a name that can only be somebody or some body."""
    gazetteer = doc.gazetteer
    key = doc.key(i)
    return (
        key in gazetteer.roles
        or key in gazetteer.anonymous_heads
        or key in gazetteer.titles
        or key in gazetteer.given_names
        or key in gazetteer.institution_heads
        or key in gazetteer.outlet_heads
        or key in gazetteer.document_heads
        or key in PRONOUNS
        or i in doc.opened
        or gazetteer.longest_place(doc.keys, i) is not None
        or gazetteer.longest_institution(doc.keys, i) is not None
        or gazetteer.longest_outlet(doc.keys, i) is not None
        or (key in gazetteer.nationalities and key.startswith("ال"))
        or _owned(doc, key)
        or key in SOME
        or key in HONORIFICS
        or key in doc.surnames
        or (key in PARTITIVES and _definite(doc, i + 1))
    )


def _definite(doc: Document, i: int) -> bool:
    key = doc.key(i)
    return key.startswith("ال") or (len(key) > 4 and key.endswith(("ها", "هم", "ه")))


def _owned(doc: Document, key: str) -> bool:
    """A role with a pronoun (رئيسها, والدته)."""
    return any(
        stem in doc.gazetteer.roles
        for suffix in ("ها", "هم", "ه")
        if key.endswith(suffix)
        for stem in (key.removesuffix(suffix), key.removesuffix("ت" + suffix) + "ه")
    )


def called(doc: Document, i: int) -> bool:
    """يدعى, تدعى before a name: it belongs to who is named so, and claims nothing (شاهد يدعى قيس)."""
    following = doc.key(i + 1)
    named = following in doc.gazetteer.given_names or following in doc.gazetteer.titles or i + 1 in doc.opened
    return doc.keys[i] in CALLED and named


def adjective(doc: Document, i: int) -> bool:
    """A definite adjective by list or by its ending (المحلية, الأعلى)."""
    key = doc.keys[i]
    known = key in doc.gazetteer.nationalities or key in doc.gazetteer.sectors or key in _RANKS
    return key.startswith("ال") and (known or key.endswith(("ي", "يه", "ون", "ين")))


def gender_fits(doc: Document, source: Range, reading: Analysis) -> bool:
    """Whether the gender of a topic can be that of the verb (unknown nouns agree with anything)."""
    gazetteer = doc.gazetteer
    key = doc.keys[source[0]]
    head = next(
        (
            t[key]
            for t in (
                gazetteer.roles,
                gazetteer.anonymous_heads,
                gazetteer.institution_heads,
                gazetteer.outlet_heads,
            )
            if key in t
        ),
        None,
    )
    if head is None:
        return True
    gender = "f" if head.number == "plural" and key in gazetteer.institution_heads else head.gender
    return not reading.form.gender or head.number == "plural" or gender == reading.form.gender


def first_key(doc: Document, start: int) -> str:
    if start in doc.opened:
        return doc.key(start + 1)
    key = doc.keys[start]
    known = (
        doc.gazetteer.roles,
        doc.gazetteer.anonymous_heads,
        doc.gazetteer.institution_heads,
        doc.gazetteer.outlet_heads,
        doc.gazetteer.document_heads,
    )
    if any(key in table for table in known):
        return key
    if key[:1] == "و" and any(key[1:] in table for table in known):
        return key[1:]
    return key
