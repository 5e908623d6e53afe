"""A mention without a known head: known institutions and places, plural groups, names never seen before.

Knows names and the shapes of words; the heads themselves are for `understanding`.
"""

from __future__ import annotations

from claimtrack.attribution.document import PREPOSITIONS, Document, Range
from claimtrack.attribution.issuers import document_mention
from claimtrack.attribution.mention import Mention
from claimtrack.attribution.name_runs import has_article, name_run, spelled
from claimtrack.attribution.names import before_role, surname
from claimtrack.attribution.outlets import of_the_press
from claimtrack.attribution.small_words import ACCORDING, QUANTITIES, STOPS
from claimtrack.attribution.verbal_nouns import VERBAL_NOUNS, shaped
from claimtrack.lexicon.nouns import Head
from claimtrack.lexicon.words import words
from claimtrack.text.folding import fold

BOTH = words("both")
CENTRAL = words("central_bank")
EVERYBODY = words("everybody")
GOD = fold("الله")


def by_names(doc: Document, found: Range, start: int, end: int, keys: tuple[str, ...], given: str) -> Mention:
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
    if len(keys) == 1 and first.isascii() and doc.slice(found).isupper():
        return Mention(found, "institution", "", "f", "singular", True, False, keys)
    if len(keys) == 1 and first in CENTRAL:
        return Mention(found, "institution", "", "m", "singular", True, False, keys)
    if first and first not in gazetteer.nationalities and _outlet_elsewhere(doc, start, end, keys):
        return Mention(found, "outlet", "", "f", "singular", True, False, keys)
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
    if start in doc.opened and len(keys) == 1 and spelled(doc, first):
        return Mention(found, "person", "", "", "singular", True, False, keys, (inner, inner + 1))
    if start in doc.opened and doc.opened[start].close == end - 1 and len(keys) <= 4:
        return Mention(found, "outlet", "", "f", "singular", True, False, keys)
    if (first.endswith("ات") and len(first) > 5) or (
        len(keys) > 1
        and (first in VERBAL_NOUNS or (shaped(first) and first not in gazetteer.given_names))
        and gazetteer.longest_place(doc.keys, start + 1) is None
    ):
        unknown = Head(first, "f" if first.endswith("ات") else "m", "plural", first.startswith("ال"))
        return document_mention(doc, found, start, end, unknown, keys)
    named = before_role(doc, start, end) or _of_a_country(doc, start, end) or _described_name(doc, start, end)
    if named is not None:
        return Mention(found, "person", "", "", "singular", True, False, keys, named)
    if (
        len(keys) == 2
        and not first.startswith("ال")
        and (keys[1] in gazetteer.sectors or keys[1] in gazetteer.nationalities)
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


def _outlet_elsewhere(doc: Document, start: int, end: int, keys: tuple[str, ...]) -> bool:
    """Whether the article names an outlet so elsewhere, behind its head noun (صحيفة "النورس")."""
    for i in doc.elsewhere(keys, (start, end)):
        head = i - 1 if i and doc.is_word(i - 1) else i - 2
        if (
            head >= 0
            and doc.keys[head] in doc.gazetteer.outlet_heads
            and of_the_press(doc, head, i + len(keys))
        ):
            return True
    return False


def _body_elsewhere(doc: Document, start: int, end: int, keys: tuple[str, ...]) -> bool:
    """Whether the article names a body so elsewhere, behind its head noun (هيئة "الغذاء والدواء")."""
    gazetteer = doc.gazetteer
    for i in doc.elsewhere(keys, (start, end)):
        head = doc.keys[i - 1] if i and doc.is_word(i - 1) else doc.key(i - 2)
        if i and head in gazetteer.institution_heads and head not in gazetteer.roles:
            return True
    return False


def _of_a_country(doc: Document, start: int, end: int) -> Range | None:
    """A name we have never seen behind a nationality (الكيني | ديرو ماكاني)."""
    if doc.keys[start] not in doc.gazetteer.nationalities or not has_article(doc, start):
        return None
    name = name_run(doc, start + 1, end)
    if name is None or name[0] != start + 1 or name[1] - name[0] < 2:
        return None
    return name if not any(has_article(doc, i) for i in range(*name)) else None
