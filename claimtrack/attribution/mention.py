"""What kind of source a phrase names: its head, kind, number, definiteness, and the bare name in it.

Looks at the words of the phrase alone; who it refers to is for `resolution`.
"""

from __future__ import annotations

from dataclasses import dataclass

from claimtrack.attribution.document import PREPOSITIONS, Document, Range
from claimtrack.attribution.noun_phrase import NO_HEADS, PRONOUNS, STOPS, TAKES, dedicated, known_head
from claimtrack.attribution.verbal_nouns import VERBAL_NOUNS, shaped
from claimtrack.lexicon.nouns import Head
from claimtrack.lexicon.words import words
from claimtrack.text.folding import fold

SAME = words("same")
DEMONSTRATIVES = frozenset(fold("هذا هذه ذلك تلك هذان هؤلاء").split())
EACH_OF = frozenset(fold("كل كلا").split())
QUANTITIES = words("quantities")
NAME_BLOCKERS = words("name_blockers")
HONORIFICS = words("honorific_pronouns")
SON_OF = words("son_of")


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
    start, end = found
    if doc.keys[start] in EACH_OF and doc.key(start + 1) == "من":
        start += 2
    if doc.keys[start] in DEMONSTRATIVES and end - start > 1:
        start += 1
    first = bare_key(doc.keys[start]) if skip else _first_key(doc, start)
    keys = doc.words((start, end))
    if skip and keys:
        keys = (first, *keys[1:])
    if len(keys) == 1 and keys[0] in PRONOUNS | HONORIFICS:
        return _pronoun(found, keys)
    outlet = _outlet(doc, start, end, first)
    if outlet is not None:
        return Mention(found, "outlet", *outlet, False, keys)
    name = personal_name(doc, start, end)
    gazetteer = doc.gazetteer
    anonymous = gazetteer.anonymous_heads.get(first)
    role = gazetteer.roles.get(first)
    institution = gazetteer.institution_heads.get(first)
    document = gazetteer.document_heads.get(first)
    if (
        name is not None
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


def _titled(doc: Document, name: Range) -> bool:
    """Whether a title that things are not named after stands before a name (الدكتور, اللواء; not الملك)."""
    before = next((k for k in reversed(doc.keys[max(0, name[0] - 2) : name[0]]) if k != "."), "")
    return before in doc.gazetteer.titles and before not in DEDICATED


DEDICATED = words("dedicated_titles")
_SOURCE_NOUNS = frozenset(fold("مصدر شاهد").split())


def bare_key(key: str) -> str:
    """A word without the preposition ل before it (لوكالة, للجيش)."""
    return "ال" + key[2:] if key.startswith("لل") else key[1:]


def _first_key(doc: Document, start: int) -> str:
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


def _pronoun(found: Range, keys: tuple[str, ...]) -> Mention:
    key = keys[0].removeprefix("و")
    gender = (
        "f"
        if key in ("هي", "هن")
        or key in HONORIFICS
        and key.endswith(("ها", "ه"))
        and not key.endswith(("وه", "ته", "يه"))
        else "m"
    )
    number = {"هم": "plural", "هن": "plural", "هما": "dual"}.get(key, "singular")
    return Mention(found, "", "", gender, number, True, True, keys)


def _outlet(doc: Document, start: int, end: int, first: str) -> tuple[str, str, str, bool] | None:
    """(head, gender, number, definite) when the phrase names a medium."""
    gazetteer = doc.gazetteer
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
    if any(gazetteer.longest_outlet(doc.keys, j) for j in range(start, end)):
        return True
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
    if (
        key in doc.gazetteer.nationalities
        and not key.startswith("ال")
        or key in doc.gazetteer.sectors
        and not key.startswith("ال")
    ):
        return False
    if (
        key in PREPOSITIONS
        or key[:1] in ("ب", "ل")
        and key[1:2] != ""
        and (key.startswith("باسم") or key.startswith("لل") or key[1:] in doc.gazetteer.institution_heads)
    ):
        return False
    if key.startswith("ال") or i in doc.opened:
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


def personal_name(doc: Document, start: int, end: int) -> Range | None:
    """The bare personal name inside a phrase, without titles, roles and affiliation."""
    segments = _segments(doc, start, end)
    for segment in segments:
        name = _name_in(doc, *segment)
        if name is not None:
            return name
    return None


def _segments(doc: Document, start: int, end: int) -> list[Range]:
    cuts = [i for i in range(start, end) if doc.keys[i] in ("،", "(", ")")]
    edges = [start - 1, *cuts, end]
    return [(a + 1, b) for a, b in zip(edges, edges[1:], strict=False) if b > a + 1]


def _name_in(doc: Document, start: int, end: int) -> Range | None:
    gazetteer = doc.gazetteer
    keys = doc.keys
    for i in range(start, end):
        key = keys[i]
        if is_given_name(doc, i, start, end) and not _inside_name_of_thing(doc, start, i):
            if i > start and keys[i - 1] in gazetteer.titles and key in gazetteer.titles:
                continue
            return _run(doc, _name_start(doc, start, i), end)
    last_title = max((i for i in range(start, end - 1) if keys[i] in gazetteer.titles), default=None)
    if (
        last_title is not None
        and keys[last_title + 1] not in gazetteer.roles
        and keys[last_title + 1] not in NAME_BLOCKERS
    ):
        first = last_title + 1
        while first + 1 < end and (
            keys[first] in gazetteer.nationalities
            or keys[first] in gazetteer.sectors
            or keys[first] in gazetteer.titles
            or keys[first] == "."
        ):
            first += 1
        run = _run(doc, first, end)
        if run is not None and (
            keys[run[0]].startswith("ال") is False
            or run[1] - run[0] == 1
            and keys[run[0]] not in gazetteer.nationalities
        ):
            return run
    first = _first_key(doc, start)
    head = gazetteer.roles.get(first) or gazetteer.anonymous_heads.get(first)
    if head is not None and head.number == "singular":
        return _trailing(doc, start, end)
    return None


def is_given_name(doc: Document, i: int, start: int, end: int) -> bool:
    """Evidence that a personal name stands at token i; doubtful names need a title or a name beside them."""
    gazetteer = doc.gazetteer
    key = doc.keys[i]
    following = doc.keys[i + 1] if i + 1 < end else ""
    if (
        key == "علي"
        and i > start
        and (doc.keys[i - 1] in TAKES["علي"] or doc.slice((i, i + 1)).endswith("ى"))
    ):
        return doc.keys[i - 1] in gazetteer.titles or doc.keys[i - 1] in gazetteer.given_names
    if key in gazetteer.given_names:
        return True
    if key == "عبد" and following.startswith("ال") or key.startswith("عبدال") and len(key) > 6:
        return True
    if key in ("ابو", "ابي") and following and not following.startswith("ال"):
        return True
    if key not in gazetteer.doubtful_given_names:
        return False
    previous = doc.keys[i - 1] if i > start else ""
    return (
        previous in gazetteer.titles
        or previous in gazetteer.given_names
        or following in gazetteer.given_names
    )


def _name_start(doc: Document, start: int, i: int) -> int:
    """Back over first names we do not know, between a closed description and a known name."""
    gazetteer = doc.gazetteer
    first = i
    while first - 1 > start and i - first < 2:
        key = doc.keys[first - 1]
        if (
            not doc.is_word(first - 1)
            or key.startswith(("ال", "لل", "لا", "بال"))
            or key in gazetteer.roles
            or key in gazetteer.titles
        ):
            break
        if (
            key in gazetteer.nationalities
            or key in gazetteer.sectors
            or key in PREPOSITIONS
            or key in STOPS
            or key in NAME_BLOCKERS
        ):
            break
        if key[:1] in "بل" and gazetteer.longest_place(doc.keys, first - 1, first=key[1:]):
            break
        if (
            key in gazetteer.institution_heads
            or key in gazetteer.anonymous_heads
            or gazetteer.longest_place(doc.keys, first - 1)
        ):
            break
        first -= 1
    if (
        first - 1 == start
        and not known_head(doc, start)
        and _can_name(doc, start)
        and not doc.keys[start].startswith("ال")
        and doc.is_word(start)
    ):
        return start
    while first - 2 >= start and doc.keys[first - 1] in SON_OF and doc.is_word(first - 2):
        first -= 2
    if first == start or doc.keys[first + 1] in SON_OF:
        return first
    closed = (
        doc.keys[first - 1].startswith("ال")
        or doc.keys[first - 1] in gazetteer.titles
        or doc.keys[first - 1] in gazetteer.nationalities
    )
    return first if closed else i


def _inside_name_of_thing(doc: Document, start: int, i: int) -> bool:
    """مستشفى الملك خالد, جامعة محمد الخامس, باسم وزارة: not somebody's name."""
    gazetteer = doc.gazetteer
    if dedicated(doc, i):
        return True
    if doc.keys[i] == "باسم" and i > start and doc.keys[i - 1] not in gazetteer.titles:
        return True
    return (
        any(
            k in gazetteer.institution_heads and k not in gazetteer.roles
            for k in doc.keys[max(start, i - 2) : i]
        )
        and i - 2 >= start
        and not doc.keys[i - 1].startswith("ال")
    )


def _run(doc: Document, start: int, end: int) -> Range | None:
    """From the first word of a name as long as names go on."""
    i = start
    while i < end and i - start < 7:
        key = doc.keys[i]
        if key == "-" or key == "." and i > start:
            i += 1
            continue
        if not doc.is_word(i):
            if i in doc.opened or i in doc.closed:
                i += 1
                continue
            break
        role = key in doc.gazetteer.roles and (
            i > start + 1 or i + 1 < end and doc.keys[i + 1].startswith("ال")
        )
        if (
            i > start
            and (key in STOPS or key in PREPOSITIONS or role or key in NAME_BLOCKERS)
            and key not in doc.gazetteer.given_names
        ):
            break
        if i > start + 1 and key.startswith("ال") and doc.keys[i - 1].startswith("ال"):
            break
        if i > start and (key in QUANTITIES or _behind_surname(doc, start, i)):
            break
        if not _can_name(doc, i):
            break
        if (
            i > start
            and key.startswith("و")
            and key not in doc.gazetteer.given_names
            and key[1:] in doc.gazetteer.given_names
        ):
            break
        i += 1
    found = doc.strip((start, i))
    return found if found[1] > found[0] else None


def _can_name(doc: Document, i: int) -> bool:
    """Not an adverb, a noun with a pronoun, a document, or a known word with و, ب or ل before it."""
    gazetteer = doc.gazetteer
    key = doc.keys[i]
    if key in gazetteer.given_names or not doc.is_word(i):
        return True
    if (
        doc.slice((i, i + 1)).endswith(("ًا", "اً"))
        or key in NO_HEADS
        and key[0] == "ب"
        or key in gazetteer.document_heads
    ):
        return False
    if len(key) > 4 and key.endswith(("ته", "اته", "تها", "هم")):
        return False
    rest = key[1:]
    known = (
        rest.startswith("ال")
        or rest in gazetteer.roles
        or rest in gazetteer.institution_heads
        or rest in gazetteer.document_heads
        or shaped(rest)
        or rest in VERBAL_NOUNS
    )
    return not (len(key) > 3 and (key.startswith("لل") or key[0] in "وبل" and known))


def _behind_surname(doc: Document, start: int, i: int) -> bool:
    """Whether a name has ended with its surname before token i (خالد المحيسن | عددا من …)."""
    gazetteer = doc.gazetteer
    previous, key = doc.keys[i - 1], doc.keys[i]
    surname = (
        previous.startswith("ال")
        and previous not in gazetteer.given_names
        and previous not in gazetteer.titles
    )
    return (
        surname
        and i - 1 > start
        and key not in gazetteer.given_names
        and key not in gazetteer.name_connectors
        and key not in SON_OF
    )


def _trailing(doc: Document, start: int, end: int) -> Range | None:
    """A name after the closed description of an office: وزير الخارجية | وانغ يي."""
    gazetteer = doc.gazetteer
    i = end
    while i > start + 1:
        key = doc.keys[i - 1]
        if (
            key[:1] == "و"
            and (key[1:] in gazetteer.institution_heads or key[1:] in gazetteer.roles)
            or key.startswith("ال")
            and not (
                i == end and i - 2 > start and not doc.keys[i - 2].startswith("ال") and doc.is_word(i - 2)
            )
            or not doc.is_word(i - 1)
            and key != "-"
            or not _can_name(doc, i - 1)
            or key in gazetteer.nationalities
            or key in gazetteer.sectors
            or key in gazetteer.institution_heads
            or key in gazetteer.roles
            or key in PREPOSITIONS
            or key in STOPS
            or key in NAME_BLOCKERS
            or key[:1] in "بل"
            and (
                key[1:] in gazetteer.institution_heads
                or key.startswith(("لل", "لا", "بال"))
                or gazetteer.longest_place(doc.keys, i - 1, first=key[1:]) is not None
            )
            or gazetteer.longest_place(doc.keys, i - 1) is not None
            or gazetteer.longest_institution(doc.keys, i - 1) is not None
        ):
            break
        i -= 1
    closed = (
        doc.keys[i - 1].startswith(("ال", "لل"))
        or doc.keys[i - 1] in gazetteer.nationalities
        or gazetteer.longest_place(doc.keys, i - 1) is not None
        or i - 1 in doc.closed
    )
    if i == end or end - i > 5 or not closed or i - 1 == start and not doc.keys[start].startswith("ال"):
        return None
    if doc.keys[i - 1] in gazetteer.nationalities and not doc.keys[i - 1].startswith("ال"):
        return None
    return doc.strip((i, end))


def _document(
    doc: Document, found: Range, start: int, end: int, head: Head, keys: tuple[str, ...]
) -> Mention:
    """A document is its issuer's when the issuer is named behind it (تقرير الصحيفة, بيان لوزارة …)."""
    gazetteer = doc.gazetteer
    for i in range(start + 1, end):
        key = doc.keys[i]
        for variant in (key, "ال" + key[2:] if key.startswith("لل") else key[1:] if key[:1] == "ل" else ""):
            if not variant:
                continue
            if (
                variant in gazetteer.outlet_heads
                or variant in gazetteer.institution_heads
                or gazetteer.longest_institution(doc.keys, i, first=variant)
                or _clear_outlet(doc, i, variant)
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
    return Mention(found, "document", head.key, head.gender, head.number, head.definite, False, keys)


def _clear_outlet(doc: Document, i: int, first: str) -> bool:
    found = doc.gazetteer.longest_outlet(doc.keys, i, first=first)
    return found is not None and (not found[1].ambiguous or i - 1 in doc.opened)


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
    if first in QUANTITIES or first[:1].isdigit():
        return Mention(found, "anonymous", "", "", "plural", False, False, keys)
    if first.endswith(("ون", "ين")) and len(first) > 5 and (first.startswith("ال") or len(keys) > 1):
        kind = "institution" if first in gazetteer.nationalities else "anonymous"
        return Mention(
            found, kind, first.removeprefix("ال"), "m", "plural", first.startswith("ال"), False, keys
        )
    named = _before_role(doc, start, end)
    if named is not None:
        return Mention(found, "person", "", "", "singular", True, False, keys, named)
    if (
        len(keys) == 2
        and not first.startswith("ال")
        and (
            keys[1] in gazetteer.sectors
            or keys[1] in gazetteer.nationalities
            or keys[1].endswith("ي")
            and len(keys[1]) > 3
            and keys[1] not in gazetteer.given_names
            and first not in gazetteer.given_names
            and not keys[1].startswith("ال")
        )
    ):
        return Mention(
            found, "anonymous", first, "f" if keys[1].endswith("ه") else "m", "singular", False, False, keys
        )
    if (
        first in gazetteer.titles
        or not first.startswith("ال")
        or len(keys) == 1
        and first not in gazetteer.nationalities
    ):
        pause = next((i for i in range(start, end) if doc.keys[i] == "،"), end)
        own = doc.words((start, pause))
        placed = any(gazetteer.longest_place(doc.keys, i) for i in range(start + 1, pause))
        if (
            len(own) >= 3
            and not first.startswith("ال")
            and own[1].startswith("ال")
            or placed
            and len(own) <= 4
        ):
            return Mention(found, "institution", first, "", "", False, False, keys)
        name = _run(doc, inner, end) if len(keys) <= 5 else None
        return Mention(found, "person", "", "", "singular", True, False, keys, name)
    return Mention(found, "institution", first.removeprefix("ال"), "", "", True, False, keys)


def _before_role(doc: Document, start: int, end: int) -> Range | None:
    """A name we have never seen before somebody's office (سايمن تيمبلر | أحد سكان القرية)."""
    gazetteer = doc.gazetteer
    for i in range(start, min(start + 5, end)):
        key = doc.keys[i]
        if key == "،" and i > start:
            return (
                (start, i)
                if doc.key(i + 1) in gazetteer.roles and not doc.keys[start].startswith("ال")
                else None
            )
        if i > start and (key in gazetteer.roles or key in ("احد", "احدي")):
            return (start, i) if not doc.keys[start].startswith("ال") else None
        other = (
            key in gazetteer.institution_heads
            or key in gazetteer.document_heads
            or key in PREPOSITIONS
            or key in STOPS
        )
        if not doc.is_word(i) or key[:1].isdigit() or other or gazetteer.longest_place(doc.keys, i):
            return None
    return None
