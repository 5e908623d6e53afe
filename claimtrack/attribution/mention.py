"""What kind of source a phrase names: its head, kind, number, definiteness, and the bare name in it.

Looks at the words of the phrase alone; who it refers to is for `resolution`.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace

from claimtrack.attribution.document import PREPOSITIONS, Document, Range
from claimtrack.attribution.heads import first_key, known_head
from claimtrack.attribution.name_runs import has_article, is_given_name, name_run
from claimtrack.attribution.names import KIN, before_role, personal_name, surname
from claimtrack.attribution.noun_phrase import phrase_end
from claimtrack.attribution.outlets import NAMED_ONLY, PROGRAMME
from claimtrack.attribution.small_words import (
    ACCORDING,
    COUNTS,
    DEDICATED,
    MADE_BY,
    ONE_OF,
    PRONOUNS,
    PUBLISHED_BY,
    QUANTITIES,
    RELATIVES,
    STOPS,
)
from claimtrack.attribution.verbal_nouns import VERBAL_NOUNS, shaped
from claimtrack.lexicon.nouns import Head
from claimtrack.lexicon.words import words
from claimtrack.text.folding import fold

SAME = words("same")

DEMONSTRATIVES = frozenset(fold("هذا هذه ذلك تلك هذان هؤلاء").split())

EVERYBODY = frozenset(fold("الجميع البعض الكل الكثيرون").split())
LATEST = frozenset(fold("أحدث آخر أول أبرز ثاني").split())  # أحدث تقرير
GROUPS_OF = frozenset(fold("مجموعة فريق لفيف نخبة جمع حشد شريحة فئة").split())  # مجموعة من الباحثين
THESE = frozenset(fold("هؤلاء أولئك").split())
VERY = frozenset(fold("نفس ذات").split())  # ذات المصادر

EACH_OF = frozenset(fold("كل كلا").split())

HONORIFICS = words("honorific_pronouns")


@dataclass(frozen=True, slots=True)
class Mention:
    """A source phrase understood by itself. `names` is the range of a personal name inside it."""

    found: Range
    kind: str
    head: str
    gender: str
    number: str
    definite: bool
    pronoun: bool
    words: tuple[str, ...]
    names: Range | None = None
    issuer: Range | None = None
    skip: int = 0

    @property
    def bare(self) -> bool:
        """A definite head with nothing but ذاته or an adjective: it must refer back."""
        return self.definite and self.names is None and len(self.words) <= 2


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
    outlet = _outlet(doc, start, end, first)
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
            and anonymous.key not in _SOURCE_NOUNS
            else "anonymous"
        )
        return Mention(found, kind, anonymous.key, anonymous.gender, anonymous.number, definite, False, keys)
    if role is not None:
        definite = role.definite or _definite_by_annexion(doc, start, end)
        kind = "person" if definite and role.number == "singular" else "anonymous"
        return Mention(found, kind, role.key, role.gender, role.number, definite, False, keys)
    if document is not None:
        return _document(doc, found, start, end, document, keys)
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
    return _by_names(doc, found, start, end, keys, first)


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
    if (first not in COUNTS and not first.isdigit() and not group) or inner >= end or not doc.is_word(inner):
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


BOTH = frozenset(
    fold("الجانبان الجانبين الطرفان الطرفين البلدان البلدين الدولتان الدولتين الحكومتان").split()
)
GOD = fold("الله")
CENTRAL = frozenset(fold("المركزي الفيدرالي").split())  # the bank
LEADERS = frozenset(fold("قيادات القيادات").split())  # people, though قيادة is a body
UNNAMED_BODIES = fold("جهات")  # جهات رسمية says no more than مصادر رسمية
_SPEAKERS = frozenset(fold("مصدر مسؤول مسئول خبير ناشط شاهد ساكن أهل").split())
_SOURCE_NOUNS = frozenset(fold("مصدر شاهد").split())


def bare_key(key: str) -> str:
    """A word without the preposition ل before it (لوكالة, للجيش)."""
    return "ال" + key[2:] if key.startswith("لل") else key[1:]


def bare_text(text: str, key: str) -> str:
    """The same of words as they are written; marks and lengthening on the preposition go with it."""
    end = 0
    for _ in range(2 if key.startswith("لل") else 1):
        end += 1
        while end < len(text) and (unicodedata.combining(text[end]) or text[end] == "ـ"):
            end += 1
    return "ال" + text[end:] if key.startswith("لل") else text[end:]


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


def _outlet(doc: Document, start: int, end: int, first: str) -> tuple[str, str, str, bool] | None:
    """(head, gender, number, definite) when the phrase names a medium."""
    gazetteer = doc.gazetteer
    if first == PROGRAMME and (start + 1 in doc.opened or first != doc.keys[start]):
        return first, "m", "singular", False
    if first in NAMED_ONLY and (start + 1 in doc.opened or doc.key(start + 1) == "("):
        return first, "f", "singular", False
    head = gazetteer.outlet_heads.get(first)
    if head is not None:
        rest = doc.words((start, end))
        if first in gazetteer.institution_heads and not _press(doc, start, end):
            return None
        return head.key, head.gender, head.number, head.definite and len(rest) <= 3
    inner = start + 1 if start in doc.opened else start
    found = gazetteer.longest_outlet(doc.keys, inner, first="" if start in doc.opened else first)
    if found is None:
        return None
    if found[1].ambiguous and start not in doc.opened:
        return None
    rest = doc.words((inner + found[0], end))
    if any(w not in gazetteer.nationalities for w in rest):
        return None
    return "", "f", "singular", False


def _press(doc: Document, start: int, end: int) -> bool:
    """Whether a head that also names institutions (وكالة, مركز) is one of the press here."""
    gazetteer = doc.gazetteer
    rest = doc.keys[start + 1 : end]
    if not rest or any(w in _PRESS for w in rest):
        return True
    if any(_clear_outlet(doc, j, doc.keys[j]) for j in range(start, end)):
        return True
    if doc.keys[start] == "وكاله" and len(rest) == 1 and not rest[0].startswith("ال"):
        return gazetteer.longest_institution(doc.keys, start) is None
    return start + 1 in doc.opened and not gazetteer.longest_institution(doc.keys, start)


_PRESS = frozenset(
    fold(
        "أنباء الأنباء للأنباء الإخبارية إخبارية الإعلامية الصحافة للصحافة الإخباري الإعلام الرسمية الخبر"
    ).split()
)


def _definite_by_annexion(doc: Document, start: int, end: int) -> bool:
    """وزير الخارجية, رئيس حزب …: definite by what follows; مسؤول أميركي is not."""
    i = start + 1
    if i >= end:
        return False
    key = doc.keys[i]
    if (key in doc.gazetteer.nationalities and not key.startswith("ال")) or (
        key in doc.gazetteer.sectors and not key.startswith("ال")
    ):
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


def _document(
    doc: Document, found: Range, start: int, end: int, head: Head, keys: tuple[str, ...]
) -> Mention:
    """A document is its issuer's when the issuer is named behind it (تقرير الصحيفة, بيان لوزارة …)."""
    gazetteer = doc.gazetteer
    issued = (i for i in range(start + 1, end) if doc.keys[i].removeprefix("ال").startswith("صادر"))
    for i in range(next(issued, start) + 1, end):
        key = doc.keys[i]
        for variant in (key, "ال" + key[2:] if key.startswith("لل") else key[1:] if key[:1] == "ل" else ""):
            if not variant:
                continue
            if (
                variant in gazetteer.outlet_heads
                or variant in gazetteer.institution_heads
                or gazetteer.longest_institution(doc.keys, i, first=variant)
                or _clear_outlet(doc, i, variant)
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
    maker = _maker(doc, end)
    if maker is not None:
        return Mention(
            found, "issuer", head.key, head.gender, head.number, head.definite, False, keys, issuer=maker
        )
    return Mention(found, "document", head.key, head.gender, head.number, head.definite, False, keys)


def _maker(doc: Document, end: int) -> Range | None:
    """Who made a document, told by a clause behind it (دراسة أجرتها الجامعة, التقرير الذي أعدته اللجنة)."""
    verb = end + 1 if doc.key(end) in RELATIVES else end
    published = doc.key(verb) in PUBLISHED_BY and doc.key(verb + 1) in doc.gazetteer.institution_heads
    if not (doc.key(verb) in MADE_BY or published) or verb + 1 >= len(doc) or not known_head(doc, verb + 1):
        return None
    stop = phrase_end(doc, verb + 1, len(doc))
    return (verb + 1, stop) if stop > verb + 1 else None


def _somebody(doc: Document, start: int, i: int, first: str) -> bool:
    """Whether a document is that of somebody named or described here (تصريحات | مصدر أمني, بيان من | متحدث)."""
    gazetteer = doc.gazetteer
    if i > start + 1 and first == doc.keys[i] and doc.keys[i - 1] not in ("من", "ل", "عن"):
        return False
    unnamed = gazetteer.anonymous_heads.get(first)
    tables = (gazetteer.roles, gazetteer.titles, gazetteer.given_names, COUNTS)
    return any(first in table for table in tables) or (unnamed is not None and unnamed.key in _SPEAKERS)


def _clear_outlet(doc: Document, i: int, first: str) -> bool:
    found = doc.gazetteer.longest_outlet(doc.keys, i, first=first)
    return found is not None and (not found[1].ambiguous or i - 1 in doc.opened)


def _plural_by_shape(word: str) -> bool:
    """فلكيون, موقوفون: plurals of nisbas and participles, though names end in ون, too."""
    return word.endswith(("يون", "يين")) or (word.startswith("م") and word.endswith("ون") and len(word) > 6)


def _plural_adjective(doc: Document, keys: tuple[str, ...]) -> bool:
    """Whether what follows a word in ـين can describe several people; behind a first name (ستيفين) it cannot."""
    behind = keys[1] if len(keys) > 1 else ""
    gazetteer = doc.gazetteer
    described = behind in gazetteer.nationalities or behind in gazetteer.sectors or behind in PREPOSITIONS
    return described or behind.endswith(("ون", "ين")) or behind.startswith("و")


def _described_name(doc: Document, start: int, end: int) -> Range | None:
    """A name nobody knows behind what its bearer is (الزائرة | نجود الشمري)."""
    if end - start != 3 or not has_article(doc, start) or not all(doc.is_word(i) for i in range(start, end)):
        return None
    first, surname_ = doc.keys[start + 1], doc.keys[start + 2]
    noun = (
        first in VERBAL_NOUNS
        or shaped(first)
        or first.startswith("ال")
        or first in PREPOSITIONS
        or first in STOPS
    )
    descent = (
        surname_.startswith("ال") and surname_.endswith("ي") and surname_ not in doc.gazetteer.nationalities
    )
    return (start + 1, end) if descent and not noun and surname_ not in doc.gazetteer.sectors else None


def _agency_by_country(doc: Document, start: int, first: str) -> bool:
    """وفقا للفرنسية, بحسب الألمانية: the agency of a country by its adjective alone."""
    cited = doc.keys[start].startswith("لل") or doc.key(start - 1) in ACCORDING
    return cited and first in doc.gazetteer.nationalities and first.startswith("ال") and first.endswith("يه")


def _body_elsewhere(doc: Document, start: int, end: int, keys: tuple[str, ...]) -> bool:
    """Whether the article names a body so elsewhere, behind its head noun (هيئة "الغذاء والدواء")."""
    gazetteer = doc.gazetteer
    for i in range(1, len(doc) - len(keys) + 1):
        if doc.keys[i] == keys[0] and doc.keys[i : i + len(keys)] == list(keys) and not start <= i < end:
            head = doc.keys[i - 1] if doc.is_word(i - 1) else doc.key(i - 2)
            if head in gazetteer.institution_heads and head not in gazetteer.roles:
                return True
    return False


def _of_a_country(doc: Document, start: int, end: int) -> Range | None:
    """A name we have never seen behind a nationality (الصربي | سينيسا ميهالوفيتش)."""
    if doc.keys[start] not in doc.gazetteer.nationalities or not has_article(doc, start):
        return None
    name = name_run(doc, start + 1, end)
    if name is None or name[0] != start + 1 or name[1] - name[0] < 2:
        return None
    return name if not any(has_article(doc, i) for i in range(*name)) else None


def _by_names(
    doc: Document, found: Range, start: int, end: int, keys: tuple[str, ...], given: str
) -> Mention:
    """No known head: a known institution or place, a plural group, or a name we have never seen."""
    gazetteer = doc.gazetteer
    inner = start + 1 if start in doc.opened else start
    given = "" if start in doc.opened else given
    institution = gazetteer.longest_institution(doc.keys, inner, first=given)
    if institution is not None:
        return Mention(
            found, "institution", "", institution[1].gender, institution[1].number, False, False, keys
        )
    place = gazetteer.longest_place(doc.keys, inner, first=given)
    if place is not None:
        return Mention(found, "institution", "", place[1].gender, "singular", False, False, keys)
    first = keys[0] if keys else ""
    if len(keys) <= 2 and surname(doc, start, end):
        return Mention(found, "person", "", "", "singular", True, False, keys, (inner, inner + len(keys)))
    if first == GOD or (len(keys) > 1 and inner == start and surname(doc, start, start + 1)):
        return Mention(found, "person", "", "m", "singular", True, False, keys[:1], (start, start + 1))
    if len(keys) == 1 and first in CENTRAL:
        return Mention(found, "institution", "", "m", "singular", True, False, keys)
    if first and first not in gazetteer.nationalities and _body_elsewhere(doc, start, end, keys):
        return Mention(found, "institution", "", "f", "singular", True, False, keys)
    if len(keys) == 1 and _agency_by_country(doc, start, first):
        return Mention(found, "outlet", "", "f", "singular", True, False, keys)
    if first in BOTH:
        return Mention(found, "institution", first, "m", "dual", True, False, keys)
    if first.removeprefix("و") in EVERYBODY or first in QUANTITIES or first[:1].isdigit():
        return Mention(found, "anonymous", "", "", "plural", False, False, keys)
    if (
        first.endswith(("ون", "ين"))
        and len(first) > 5
        and (first.startswith("ال") or _plural_adjective(doc, keys) or _plural_by_shape(first))
    ):
        kind = "institution" if first in gazetteer.nationalities else "anonymous"
        return Mention(
            found, kind, first.removeprefix("ال"), "m", "plural", first.startswith("ال"), False, keys
        )
    if start in doc.opened and any(key.startswith("لل") for key in keys):
        return Mention(found, "institution", "", "f", "singular", False, False, keys)
    if start in doc.opened and doc.opened[start].close == end - 1 and len(keys) <= 4:
        return Mention(found, "outlet", "", "f", "singular", True, False, keys)
    if (first.endswith("ات") and len(first) > 5) or (
        len(keys) > 1
        and (first in VERBAL_NOUNS or (shaped(first) and first not in gazetteer.given_names))
        and gazetteer.longest_place(doc.keys, start + 1) is None
    ):
        unknown = Head(first, "f" if first.endswith("ات") else "m", "plural", first.startswith("ال"))
        return _document(doc, found, start, end, unknown, keys)
    named = before_role(doc, start, end) or _of_a_country(doc, start, end) or _described_name(doc, start, end)
    if named is not None:
        return Mention(found, "person", "", "", "singular", True, False, keys, named)
    if (
        len(keys) == 2
        and not first.startswith("ال")
        and (
            keys[1] in gazetteer.sectors
            or keys[1] in gazetteer.nationalities
            or (
                keys[1].endswith("ي")
                and len(keys[1]) > 3
                and keys[1] not in gazetteer.given_names
                and first not in gazetteer.given_names
                and not keys[1].startswith("ال")
            )
        )
    ):
        return Mention(
            found, "anonymous", first, "f" if keys[1].endswith("ه") else "m", "singular", False, False, keys
        )
    if (
        first in gazetteer.titles
        or not has_article(doc, inner)
        or (len(keys) == 1 and first not in gazetteer.nationalities)
    ):
        pause = next((i for i in range(start, end) if doc.keys[i] == "،"), end)
        own = doc.words((start, pause))
        placed = any(gazetteer.longest_place(doc.keys, i) for i in range(start + 1, pause))
        if (len(own) >= 3 and not has_article(doc, start) and own[1].startswith("ال")) or (
            placed and len(own) <= 4
        ):
            return Mention(found, "institution", first, "", "", False, False, keys)
        name = name_run(doc, inner, end) if len(keys) <= 5 and first not in gazetteer.titles else None
        return Mention(found, "person", "", "", "singular", True, False, keys, name)
    return Mention(found, "institution", first.removeprefix("ال"), "", "", True, False, keys)
