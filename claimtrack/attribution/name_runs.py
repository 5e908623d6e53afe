"""How far a personal name goes once it has begun, and what tells that one begins.

Knows words that can name somebody; which of the names of a phrase is its own is for `names`.
"""

from __future__ import annotations

from claimtrack.attribution.document import PREPOSITIONS, Document, Range
from claimtrack.attribution.phrase_words import adverb
from claimtrack.attribution.small_words import FULL, NO_HEADS, OCCASIONS, QUANTITIES, SON_OF, STOPS, TAKES
from claimtrack.attribution.verbal_nouns import VERBAL_NOUNS, shaped
from claimtrack.lexicon.words import words

NAME_BLOCKERS = words("name_blockers")
DESCRIBING = words("describing")
OF_TITLES = words("of_titles")
MISSPELT_FROM = 6  # letters; shorter words have too many neighbours
TWO = 2  # letters exchanged, or one more than there should be


def has_article(doc: Document, i: int) -> bool:
    """Whether the word at token i has the article: ألبرت and آلان only fold as if they had, آل is a family's."""
    key = doc.keys[i]
    return key.startswith("ال") and len(key) > 2 and doc.text[doc.tokens.starts[i]] not in "أإآ"


def is_given_name(doc: Document, i: int, start: int, end: int) -> bool:
    """Evidence that a personal name stands at token i; doubtful names need a title or a name beside them."""
    gazetteer = doc.gazetteer
    key = doc.keys[i]
    following = doc.keys[i + 1] if i + 1 < end else ""
    if key == "علي" and i > start:
        called = doc.keys[i - 1] in gazetteer.titles or doc.keys[i - 1] in gazetteer.given_names
        return called or (doc.keys[i - 1] not in TAKES["علي"] and following in gazetteer.given_names)
    if key in gazetteer.given_names:
        return True
    if (key == "عبد" and following.startswith("ال")) or (key.startswith("عبدال") and len(key) > 6):
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


def name_run(doc: Document, start: int, end: int) -> Range | None:
    """From the first word of a name as long as names go on."""
    i = start
    while i < end and i - start < 7:
        key = doc.keys[i]
        if key == "-" or (key == "." and i > start):
            i += 1
            continue
        if not doc.is_word(i):
            if i in doc.closed or (i in doc.opened and i < start + 2):
                i += 1
                continue
            break
        role = (key in doc.gazetteer.roles or _described(doc, key)) and (
            i > start + 1 or (i + 1 < end and doc.keys[i + 1].startswith("ال"))
        )
        role = role and doc.keys[i - 1] != "عبد"
        ali = (
            key == "علي"
            and i + 1 < end
            and (doc.keys[i - 1] in doc.gazetteer.given_names or doc.keys[i - 1] in SON_OF)
        )
        body = i > start and has_article(doc, i) and key in doc.gazetteer.institution_heads
        if (
            i > start
            and (key in STOPS or key in FULL or key in PREPOSITIONS or role or body or key in NAME_BLOCKERS)
            and key not in doc.gazetteer.given_names
            and not ali
        ):
            break
        after_article = i > start + 1 and has_article(doc, i - 1) and doc.keys[i - 2] != "عبد"
        if after_article and has_article(doc, i) and not _second_surname(doc, i, end):
            break
        if i > start and (key in QUANTITIES or _behind_surname(doc, start, i)):
            break
        if not can_name(doc, i):
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


def spelled(doc: Document, word: str) -> str:
    """A surname of the text that a word misspells by one letter, or two exchanged; empty where there is none."""
    if len(word) < MISSPELT_FROM or word in doc.surnames:
        return ""
    return next((known for known in sorted(doc.surnames) if _misspells(word, known)), "")


def _misspells(word: str, known: str) -> bool:
    if word[:1] != known[:1] or abs(len(word) - len(known)) > 1:
        return False
    if len(word) == len(known):
        wrong = [i for i, (a, b) in enumerate(zip(word, known, strict=True)) if a != b]
        return len(wrong) == 1 or (len(wrong) == TWO and sorted(word) == sorted(known))
    short, long = sorted((word, known), key=len)
    return any(long[:i] + long[i + 1 :] == short for i in range(len(long)))


def middle_name(doc: Document, i: int) -> bool:
    """Whether a word nobody knows stands behind a first name or a title, and can be the father's name."""
    gazetteer = doc.gazetteer
    key, previous = doc.keys[i], doc.keys[i - 1]
    called = i > 0 and (
        previous in gazetteer.given_names or (previous in gazetteer.titles and previous.startswith("ال"))
    )
    plain = doc.is_word(i) and not key.startswith("ال") and not doc.readings[i] and can_name(doc, i)
    small = key in STOPS or key in PREPOSITIONS or key in NAME_BLOCKERS or key in VERBAL_NOUNS
    return called and plain and not small and key not in gazetteer.roles


def _second_surname(doc: Document, i: int, end: int) -> bool:
    """سعود المسيلي | الحارثي: an adjective of descent that closes the name and is of no country or sector."""
    key, gazetteer = doc.keys[i], doc.gazetteer
    tables = (
        gazetteer.nationalities,
        gazetteer.sectors,
        gazetteer.roles,
        gazetteer.titles,
        NAME_BLOCKERS | OF_TITLES,
    )
    closes = i + 1 == end or not doc.keys[i + 1].startswith("ال")
    return key.endswith("ي") and len(key) > 5 and closes and not any(key in table for table in tables)


def _described(doc: Document, key: str) -> bool:
    """A noun that says what somebody is (عالم, كبير) and takes up no name."""
    head = doc.gazetteer.anonymous_heads.get(key)
    return (head is not None and head.number == "singular") or key in DESCRIBING


def can_name(doc: Document, i: int) -> bool:
    """Not an adverb, a noun with a pronoun, a document, or a known word with و, ب or ل before it."""
    gazetteer = doc.gazetteer
    key = doc.keys[i]
    if key == "ذو" and doc.key(i + 1).startswith("ال"):
        return False
    if key in gazetteer.given_names or not doc.is_word(i):
        return True
    if has_article(doc, i) and (key[2:] in VERBAL_NOUNS or key[2:] in OCCASIONS):
        return False
    if adverb(doc, i) or key in NO_HEADS or key in gazetteer.document_heads:
        return False
    if (len(key) > 4 and key.endswith(("ته", "اته", "ها", "هم"))) or (len(key) > 3 and key.endswith("اه")):
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
    return not (len(key) > 3 and (key.startswith("لل") or (key[0] in "وبل" and known)))


def _behind_surname(doc: Document, start: int, i: int) -> bool:
    """Whether a name has ended with its surname before token i (خالد المحيسن | عددا من …)."""
    gazetteer = doc.gazetteer
    previous, key = doc.keys[i - 1], doc.keys[i]
    surname = (
        has_article(doc, i - 1)
        and doc.key(i - 2) != "عبد"
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
