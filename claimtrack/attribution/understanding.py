"""What kind of source a phrase names: its head, kind, number, definiteness, and the bare name in it.

Looks at the words of the phrase alone; who it refers to is for `resolution`.
"""

from __future__ import annotations

from dataclasses import replace

from claimtrack.attribution.document import PREPOSITIONS, Document, Range
from claimtrack.attribution.headless import by_names
from claimtrack.attribution.heads import first_key
from claimtrack.attribution.issuers import document_mention
from claimtrack.attribution.mention import SAME, Mention, bare_key
from claimtrack.attribution.name_runs import is_given_name
from claimtrack.attribution.names import KIN, before_role, personal_name
from claimtrack.attribution.noun_phrase import ANOTHER
from claimtrack.attribution.outlets import before_owner, medium
from claimtrack.attribution.small_words import (
    COUNTS,
    DEDICATED,
    HONORIFICS,
    ONE_OF,
    PRONOUNS,
    QUANTITIES,
    STOPS,
)
from claimtrack.lexicon.words import words
from claimtrack.text.folding import fold

DEMONSTRATIVES = words("demonstratives")
LATEST = words("latest")
GROUPS_OF = words("groups_of")
THESE = words("these")
VERY = words("very")
EACH_OF = words("each_of")
LEADERS = words("leaders")
SOURCE_NOUNS = words("source_nouns")
UNNAMED_BODIES = fold("جهات")  # جهات رسمية says no more than مصادر رسمية


def describe(doc: Document, found: Range, skip: int = 0) -> Mention:
    """The mention that the tokens of `found` make; `skip` letters of a proclitic do not belong to it."""
    mention = _understood(doc, found, skip)
    if mention.definite and mention.names is None and _owned(doc, doc.keys[found[0]]):
        return replace(mention, definite=False)  # فريقه: of somebody else, and refers back to no team
    return mention


def _understood(doc: Document, found: Range, skip: int) -> Mention:
    start, end = found
    if doc.keys[start] in EACH_OF and doc.key(start + 1) == "من":
        start += 2
    if doc.keys[start] in DEMONSTRATIVES | VERY and end - start > 1:
        start += 1
        end = before_owner(doc, start, end)
    if doc.keys[start] in LATEST and doc.key(start + 1) in doc.gazetteer.document_heads and end - start > 1:
        start += 1
    if (counted := _counted(doc, found, start, end)) is not None:
        return counted
    first = bare_key(doc.keys[start]) if skip else first_key(doc, start)
    first = _owned(doc, first) or first
    keys = doc.words((start, end))
    if skip and keys:
        keys = (first, *keys[1:])
    if keys and keys[0] in PRONOUNS | HONORIFICS | THESE and all(key in SAME for key in keys[1:]):
        return _pronoun(found, keys)
    outlet = medium(doc, start, end, first)
    if outlet is not None:
        return Mention(found, "outlet", *outlet, False, keys)
    company = start in doc.opened and any(doc.keys[i].startswith("لل") for i in range(start, end))
    name = personal_name(doc, start, end) if not company else None
    if name is None or name[0] > start:
        name = _unknown_before_role(doc, start, end, name)
    gazetteer = doc.gazetteer
    anonymous = gazetteer.anonymous_heads.get(first)
    role = gazetteer.roles.get(first)
    institution = gazetteer.institution_heads.get(first)
    document = gazetteer.document_heads.get(first)
    plural = next((head.number == "plural" for head in (anonymous, role) if head is not None), False)
    known = any(doc.keys[i] in gazetteer.given_names for i in range(start, end))
    many = first in QUANTITIES or (anonymous is not None and plural) or (plural and not known)
    if (
        name is not None
        and not many
        and (institution is None or first in gazetteer.titles or _titled(doc, name))
        and document is None
    ):
        head = role or anonymous
        return Mention(
            found,
            "person",
            head.key if head else "",
            head.gender if head else "",
            head.number if head else "singular",
            True,
            False,
            keys,
            name,
        )
    if anonymous is not None:
        definite = anonymous.definite or _definite_by_annexion(doc, start, end)
        kind = (
            "person"
            if definite
            and anonymous.number == "singular"
            and not anonymous.definite
            and anonymous.key not in SOURCE_NOUNS
            else "anonymous"
        )
        return Mention(found, kind, anonymous.key, anonymous.gender, anonymous.number, definite, False, keys)
    if role is not None:
        definite = role.definite or _definite_by_annexion(doc, start, end)
        kind = "person" if definite and role.number == "singular" else "anonymous"
        return Mention(found, kind, role.key, role.gender, role.number, definite, False, keys)
    if document is not None:
        return document_mention(doc, found, start, end, document, keys)
    unnamed_body = first == UNNAMED_BODIES and not (end - start > 1 and doc.keys[start + 1].startswith("ال"))
    if unnamed_body or first in LEADERS:
        return Mention(found, "anonymous", first, "f", "plural", False, False, keys)
    if institution is not None:
        return Mention(
            found,
            "institution",
            institution.key,
            institution.gender,
            institution.number,
            institution.definite,
            False,
            keys,
        )
    return by_names(doc, found, start, end, keys, first)


def _unknown_before_role(doc: Document, start: int, end: int, name: Range | None) -> Range | None:
    """Two unknown words before an office are the name, and what behind it looks like one (رئيس وزراء | …) is not."""
    gazetteer = doc.gazetteer
    tables = (gazetteer.roles, gazetteer.anonymous_heads, gazetteer.institution_heads, gazetteer.outlet_heads)
    described = any(
        doc.keys[start] in table for table in (*tables, gazetteer.document_heads, gazetteer.titles)
    )
    if (
        name is None
        or described
        or start in doc.opened
        or any(is_given_name(doc, i, *name) for i in range(*name))
    ):
        return name
    found = before_role(doc, start, end)
    return found if found is not None and found[1] - found[0] >= 2 else name


def _owned(doc: Document, key: str) -> str:
    """The noun in فريقه, نتائجها, أعضاؤها, where it is one that names sources."""
    gazetteer = doc.gazetteer
    tables = (
        gazetteer.roles,
        gazetteer.anonymous_heads,
        gazetteer.institution_heads,
        gazetteer.document_heads,
    )
    if key in gazetteer.given_names or any(key in table for table in (*tables, gazetteer.outlet_heads)):
        return ""
    for suffix in ("هما", "ها", "هم", "ه"):
        stem = key.removesuffix(suffix)
        if stem == key or len(stem) < 3:
            continue
        for noun in (
            stem,
            stem[:-1] + "ه" if stem[-1] == "ت" else stem,
            stem[:-1] + "ء" if stem[-1] in "وي" else stem,
        ):
            if any("ال" + noun in table for table in tables):
                return "ال" + noun
        if stem.endswith("و") and any("ال" + stem + "ن" in table for table in tables):
            return "ال" + stem + "ن"  # منتقدوها
    return ""


def _counted(doc: Document, found: Range, start: int, end: int) -> Mention | None:
    """بعض وسائل الإعلام, عدد من الشركات, 11 دولة: of the kind of what is counted; people so named stay unnamed."""
    first = doc.keys[start]
    inner = start + 2 if doc.key(start + 1) == "من" else start + 1
    group = first in GROUPS_OF and inner == start + 2 and not _headed(doc, inner)
    people = first in QUANTITIES and doc.key(start + 1) in doc.gazetteer.anonymous_heads
    if (
        (first not in COUNTS and not first.isdigit() and not group and not people)
        or inner >= end
        or not doc.is_word(inner)
    ):
        return None
    told = describe(doc, (inner, end))
    number = "singular" if first in ONE_OF else "plural"
    kind = (
        told.kind
        if told.kind in ("outlet", "document", "institution") and _headed(doc, inner)
        else "anonymous"
    )
    gender = told.gender if kind != "anonymous" else "m"
    return Mention(found, kind, told.head, gender, number, False, False, doc.words((start, end)))


def _headed(doc: Document, i: int) -> bool:
    gazetteer = doc.gazetteer
    tables = (gazetteer.outlet_heads, gazetteer.document_heads, gazetteer.institution_heads)
    return any(doc.keys[i] in table for table in tables)


def _titled(doc: Document, name: Range) -> bool:
    """Whether a title that things are not named after stands before a name (الدكتور, اللواء; not الملك)."""
    before = next((k for k in reversed(doc.keys[max(0, name[0] - 2) : name[0]]) if k != "."), "")
    return before in doc.gazetteer.titles and before not in DEDICATED


def _pronoun(found: Range, keys: tuple[str, ...]) -> Mention:
    key = keys[0].removeprefix("و")
    gender = (
        "f"
        if key in ("هي", "هن")
        or (key in HONORIFICS and key.endswith(("ها", "ه")) and not key.endswith(("وه", "ته", "يه")))
        else "m"
    )
    number = {"هولاء": "plural", "هم": "plural", "هن": "plural", "هما": "dual"}.get(key, "singular")
    return Mention(found, "", "", gender, number, True, True, keys)


def _definite_by_annexion(doc: Document, start: int, end: int) -> bool:
    """وزير الخارجية, رئيس حزب …: definite by what follows; مسؤول أميركي is not."""
    i = start + 1
    if i >= end:
        return False
    key = doc.keys[i]
    described = key in doc.gazetteer.nationalities or key in doc.gazetteer.sectors
    if key in ANOTHER or (described and not key.startswith("ال")):
        return False
    if key in PREPOSITIONS or (
        key[:1] in ("ب", "ل")
        and key[1:2] != ""
        and (key.startswith(("باسم", "لل")) or key[1:] in doc.gazetteer.institution_heads)
    ):
        return False
    if (
        key.startswith("ال")
        or i in doc.opened
        or (doc.keys[start] in KIN and key in doc.gazetteer.given_names)
    ):
        return True
    if (
        key in doc.gazetteer.institution_heads
        or doc.gazetteer.longest_place(doc.keys, i)
        or doc.gazetteer.longest_institution(doc.keys, i)
    ):
        return True
    adjective = key.endswith(("ي", "يه", "ين", "ون")) and len(key) > 3
    role = doc.gazetteer.roles.get(doc.keys[start])
    return role is not None and role.office and doc.is_word(i) and key not in STOPS and not adjective
