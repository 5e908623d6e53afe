"""Whether a single word goes on with a phrase or cannot belong to it: adverbs, prepositions, clauses, علي.

Knows a word and what stands beside it; where the whole phrase ends is for `noun_phrase`.
"""

from __future__ import annotations

from claimtrack.attribution.document import Document
from claimtrack.attribution.heads import called
from claimtrack.attribution.small_words import (
    ADVERBS,
    COUNTS,
    DEDICATED,
    INTRODUCING,
    NO_HEADS,
    OCCASIONS,
    PERIODS,
    SON_OF,
    STOPS,
    TAKES,
    WHICH,
)
from claimtrack.attribution.verbal_nouns import own_verbal_noun, shaped
from claimtrack.lexicon.words import words
from claimtrack.text.folding import fold

FAMILY = words("family")
TO_THE_PRESS = words("to_the_press")
TITLED = words("before_ali")
IN_DETAIL = fold("وتفصيلا")
MOST_IN_MARKS = 5  # words of a body's name
FORMER = fold("سابقا")  # an adverb, but an adjective behind an accusative (أبلغ مستشارا سابقا)


def somebody_in(doc: Document, start: int, end: int) -> bool:
    """Whether the words behind a document already say whose it is (تصريحات مصدر أمني | لـ«…»)."""
    gazetteer = doc.gazetteer
    people = (gazetteer.anonymous_heads, gazetteer.roles, gazetteer.titles, gazetteer.given_names)
    return any(doc.keys[i] in COUNTS or doc.keys[i] in table for i in range(start, end) for table in people)


def adverb(doc: Document, i: int) -> bool:
    """An adverb in the accusative by list (مسبقا) or by shape (رسميا, هاتفيا)."""
    key = doc.keys[i]
    if doc.key(i + 1) == IN_DETAIL:
        return True
    if key in ADVERBS:
        return key != FORMER or not doc.key(i - 1).endswith("ا")
    shaped_so = (
        key.endswith("يا")
        and not key.startswith("ال")
        and len(key) > 5
        and key not in doc.gazetteer.given_names
    )
    return shaped_so and doc.gazetteer.longest_place(doc.keys, i) is None


def adverbial(doc: Document, i: int) -> bool:
    """An adverb (رسميا, بهدوء, الشهر الماضي), a verbal noun with ب, or one with the speaker's pronoun (تعليقه)."""
    key = doc.keys[i]
    if key in PERIODS and doc.key(i + 1) in WHICH:
        return doc.keys[i - 1] not in doc.gazetteer.roles  # but الأمين العام الحالي
    if key in doc.gazetteer.given_names:
        return False
    return (
        (key in NO_HEADS and key[0] == "ب")
        or adverb(doc, i)
        or (key[0] == "ب" and len(key) > 5 and shaped(key[1:]))
        or (own_verbal_noun(doc, i) and not _annexed_role(doc, i - 1))
    )


def _annexed_role(doc: Document, i: int) -> bool:
    """A role without article: what follows it is its own (وكيل أعماله)."""
    return doc.keys[i] in doc.gazetteer.roles and not doc.keys[i].startswith("ال")


def to_somebody(doc: Document, start: int, i: int) -> bool:
    """ل with who is spoken to, behind a name (قال فلان لرئيس الوزراء, لكل من …)."""
    gazetteer = doc.gazetteer
    key = doc.keys[i]
    if key.startswith("لل") and i == start + 1 and "ال" + key[2:] in gazetteer.roles:
        return doc.keys[start] in gazetteer.roles and doc.keys[start].startswith("ال")
    if key in TO_THE_PRESS and any(k in gazetteer.given_names for k in doc.keys[start:i]):
        return True
    if (
        key[0] != "ل"
        or (key[1:] not in gazetteer.roles and key[1:] not in gazetteer.titles and key != "لكل")
        or key in gazetteer.given_names
    ):
        return False
    head = doc.keys[start]
    return not any(
        head in table
        for table in (
            gazetteer.roles,
            gazetteer.anonymous_heads,
            gazetteer.institution_heads,
            gazetteer.document_heads,
        )
    )


def dedicated(doc: Document, i: int) -> bool:
    """Whether the name at token i is that of an institution (معهد الأمير خالد, جامعة الملك فيصل)."""
    return doc.key(i - 1) in DEDICATED and doc.key(i - 2) in doc.gazetteer.institution_heads


def other_clause(doc: Document, i: int) -> bool:
    """A finite reporting verb, or و with one, cannot stand inside a source."""
    own = doc.masdar(i)
    if own is not None and doc.keys[i].startswith("بال") and own.verb.strength == "report":
        return True  # وتابع المسؤول | بالإشارة إلى
    if (
        own is not None
        and own.verb.lemma == "قال"
        and (not own.form.definite or doc.key(i + 1) in INTRODUCING)
    ):
        return True
    if (
        own is not None
        and own.pronoun
        and "ة" not in doc.slice((i, i + 1))
        and own.verb.strength == "report"
        and own.verb.lemma != "ذكر"
    ):
        return True
    reading = doc.finite(i)
    if reading is None or reading.form.passive or called(doc, i):
        return False
    return reading.verb.strength == "report" and not nominal_here(doc, i)


def nominal_here(doc: Document, i: int) -> bool:
    """A form that is rather a noun or a name at this place (after a title, with the same letters)."""
    gazetteer = doc.gazetteer
    key = doc.keys[i]
    return (
        key in gazetteer.given_names
        or key in gazetteer.roles
        or key in gazetteer.institution_heads
        or key in gazetteer.document_heads
        or doc.key(i - 1) in gazetteer.given_names
    )


def in_belongs(doc: Document, start: int, i: int) -> bool:
    """Whether في at token i goes on with the name (مصدر في الوزارة) or opens an adjunct (في بيان)."""
    following = doc.key(i + 1)
    if i + 1 in doc.opened:
        return _body_in_marks(doc, start, i)
    if following in OCCASIONS or following in STOPS or following[:1].isdigit() or not doc.is_word(i + 1):
        return False
    if following.startswith("ال") and following[2:] in OCCASIONS:
        return False
    gazetteer = doc.gazetteer
    if doc.keys[start] in gazetteer.roles and _titled_behind(doc, start, i):
        return True
    heads = list(doc.keys[start:i])
    if heads[0][1:] in gazetteer.anonymous_heads or heads[0][1:] in gazetteer.roles:
        heads[0] = heads[0].removeprefix("ل")  # وفقا لمصدر في …
    roles = [n for n, k in enumerate(heads) if k in gazetteer.roles or k in gazetteer.anonymous_heads]
    named = [n for n, k in enumerate(heads) if k in gazetteer.given_names]
    if named and roles and roles[-1] > named[-1]:
        return (
            following in gazetteer.institution_heads
            or following.startswith("ال")
            or gazetteer.longest_place(doc.keys, i + 1) is not None
        )
    if named and named[-1] > 0:
        return False
    first = next((k for k in heads if k in gazetteer.roles or k in gazetteer.anonymous_heads), None)
    if first is None:
        return heads[0] in gazetteer.institution_heads and not doc.gazetteer.longest_place(doc.keys, i + 1)
    if following in gazetteer.institution_heads or (
        following.startswith("ال") and following[2:] in gazetteer.institution_heads
    ):
        return True
    return not heads[-1].startswith("ال") or len(heads) > 1 or not first.startswith("ال")


def _body_in_marks(doc: Document, start: int, i: int) -> bool:
    """Whether somebody described, not named, belongs to what the marks behind في enclose (مسؤول في «النور»)."""
    gazetteer = doc.gazetteer
    described = doc.keys[start] in gazetteer.roles or doc.keys[start] in gazetteer.anonymous_heads
    named = any(key in gazetteer.given_names for key in doc.keys[start:i])
    return described and not named and len(doc.words((i + 1, doc.opened[i + 1].close))) <= MOST_IN_MARKS


def _titled_behind(doc: Document, start: int, i: int) -> bool:
    """Whether a title with a name closes the phrase behind في (الخبير في شؤون المياه الدكتور فلان)."""
    titles = doc.gazetteer.titles
    if any(k in titles or k in doc.gazetteer.given_names for k in doc.keys[start + 1 : i]):
        return False
    for j in range(i + 1, min(i + 9, len(doc))):
        key = doc.keys[j]
        if not doc.is_word(j) or key in STOPS or doc.finite(j) is not None:
            return False
        if key in titles and j > i + 1 and key not in doc.gazetteer.roles:
            return True
    return False


def ali(doc: Document, start: int, i: int, limit: int) -> bool:
    """علي the name, which folds like على: at the head of a source, before a surname and a pause."""
    gazetteer = doc.gazetteer
    ayatollah = i > 1 and (doc.keys[i - 2], doc.keys[i - 1]) == ("ايه", "الله")
    if i > start + 1 and doc.keys[i] == "علي" and (doc.keys[i - 1] in SON_OF or ayatollah):
        return True
    if i > start and doc.keys[i] == "علي" and doc.keys[i - 1] in gazetteer.given_names:
        surname = doc.key(i + 1)
        descent = surname.startswith("ال") and surname.endswith("ي") and surname not in gazetteer.sectors
        if i + 1 < limit and (descent or surname in gazetteer.given_names):
            return True
    if i > start and doc.keys[i] == "علي" and doc.keys[i - 1] not in TAKES["علي"]:
        called = (
            doc.keys[i - 1] in gazetteer.titles
            or doc.keys[i - 1] in gazetteer.roles
            or doc.keys[i - 1] in gazetteer.anonymous_heads
        )
        following = doc.key(i + 1)
        ranked = doc.keys[i - 1] in TITLED and following.startswith("ال")
        known = following in gazetteer.given_names or following in SON_OF or ranked
        ended = i + 2 >= limit or not doc.is_word(i + 2) or doc.keys[i + 2] in STOPS
        return called and i + 1 < limit and doc.keys[i + 1] not in STOPS and (known or ended)
    behind = i + 2 >= limit or doc.keys[i + 2] == "،"
    following = doc.key(i + 1)
    named = (following.startswith("ال") and behind) or following in gazetteer.given_names
    return i == start and doc.keys[i] == "علي" and i + 1 < limit and named


def takes(doc: Document, start: int, i: int) -> bool:
    """Whether a word that usually ends a source belongs to it here (عدد من, مطلع على, سفير لدى)."""
    key = doc.keys[i]
    if i == start:
        return key in ("هذا", "هذه", "هو", "هي", "هم", "ذلك", "تلك", "اكثر", "وسط")
    if key == FORMER:
        return doc.keys[i - 1].endswith("ا")  # مستشارا سابقا
    if key == "من" and doc.keys[i - 1] in doc.gazetteer.document_heads:
        return _somebody_at(doc, i + 1)
    takers = TAKES.get(key)
    if key == "من" and i - 1 == start:
        head = doc.gazetteer.anonymous_heads.get(doc.keys[start])
        if head is not None and not head.definite:
            return True
        role = doc.gazetteer.roles.get(doc.keys[start])
        if role is not None and not role.definite and doc.key(i + 1) in doc.gazetteer.institution_heads:
            return True
    if takers is not None:
        return doc.key(i - 1) in takers or (i - 2 >= start and doc.key(i - 2) in takers)
    return key in ("يوم", "اليوم", "الاحد", "الخميس") and doc.key(i - 1) in doc.gazetteer.outlet_heads


def _somebody_at(doc: Document, i: int) -> bool:
    """Whether whoever a document is from stands here (بيان من | متحدث)."""
    gazetteer = doc.gazetteer
    tables = (gazetteer.roles, gazetteer.anonymous_heads, gazetteer.institution_heads, gazetteer.outlet_heads)
    return any(doc.key(i) in table for table in tables)
