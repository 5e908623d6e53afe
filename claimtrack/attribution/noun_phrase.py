"""Where a source ends: the noun phrase from its first word until something that cannot belong to a name.

Knows no claims and no identities.
"""

from __future__ import annotations

from claimtrack.attribution.agreement import second_noun
from claimtrack.attribution.document import PREPOSITIONS, Document, Range
from claimtrack.attribution.refusals import refusal_end
from claimtrack.attribution.small_words import (
    ADVERBS,
    CLAUSE_OPENERS,
    COPULAS,
    CORRESPONDENTS,
    COUNTS,
    DEDICATED,
    NETWORKS,
    NO_HEADS,
    OCCASIONS,
    OWN_PAGES,
    PERIODS,
    QUANTITIES,
    RELATIVES,
    SPEECH_OCCASIONS,
    STOPS,
    TAKES,
    WHICH,
)
from claimtrack.attribution.verbal_nouns import VERBAL_NOUNS, own_verbal_noun, shaped
from claimtrack.lexicon.words import words
from claimtrack.text.folding import fold

MAX_SOURCE = 30
# part of an agency's name (وكالة الجسر للأنباء), though a paper is called الأنباء
OF_THE_PRESS = frozenset(fold("للأنباء للصحافة").split())
OUTLET_TAILS = frozenset(fold("نيوز تايمز بوست").split())  # they end the name of an outlet nobody knows
TELLING = frozenset(("أبلغ", "أخبر"))
SON_OF = words("son_of")
FAMILY = frozenset(fold("الأم الأب الأخ الأخت").split())  # titles of the clergy, too
THE_PRESS = fold("الصحافة")
THE_MEDIA = fold("وسائل")
TO_THE_PRESS = frozenset(fold("للصحفيين للصحافيين للإعلاميين للصحافة للإعلام").split())
TITLED = frozenset(  # behind these علي is the name
    fold(
        "الدكتور المهندس العميد اللواء العقيد المقدم الرائد النقيب الملازم الأستاذ السيد الشيخ الأمير الحاج المواطن اللاعب المدرب د"
    ).split()
)
SITES = frozenset(fold("موقع منصة بوابة صفحة حساب").split())
NAMED_ONLY = frozenset(fold("دورية يومية أسبوعية ملحق").split())  # an outlet where a name follows in marks
FORMER = fold("سابقا")  # an adverb, but an adjective behind an accusative (أبلغ مستشارا سابقا)
PROGRAMME = fold("برنامج")  # an outlet where it is named and spoken to
EDITIONS = frozenset(
    fold("النسخة النشرة الطبعة الموقع").split()
)  # للنسخة العربية من مجلة …, للموقع الإلكتروني لصحيفة …


def phrase_end(doc: Document, start: int, limit: int) -> int:
    """The end of the noun phrase that begins at `start`, never past `limit`."""
    i = start
    limit = min(limit, start + MAX_SOURCE)
    while i < limit:
        step = _step(doc, start, i, limit)
        if step == i:
            break
        i = step
    while (
        i > start + 1 and doc.keys[i - 1] in PREPOSITIONS and doc.keys[i - 1] not in doc.gazetteer.given_names
    ):
        i -= 1
    return doc.strip((start, min(i, limit)))[1] if i > start else start


def _step(doc: Document, start: int, i: int, limit: int) -> int:
    """The next position when token i belongs to the phrase, else i itself."""
    key = doc.keys[i]
    quotation = doc.opened.get(i)
    if quotation is not None:
        if i > start and (informed(doc, start, i) or _addressed_in_marks(doc, i, limit) is not None):
            return i
        return quotation.close + 1 if _names_something(doc, quotation.open, quotation.close, limit) else i
    if key == "،":
        return (
            i + 1 if _apposition(doc, start, i + 1, limit) or _named_behind(doc, start, i + 1, limit) else i
        )
    if key == "-" and doc.tokens.glued(i) and doc.tokens.glued(i + 1) and i + 1 < limit:
        return i + 1
    if key == "." and 0 < len(doc.key(i - 1)) <= 3 and i + 1 < limit:
        return i + 1
    if key == "(":
        return _bracket(doc, start, i, limit)
    if not doc.is_word(i) or _behind_name_in_marks(doc, start, i):
        return i
    if key in RELATIVES or (i > start and (_other_clause(doc, i) or refusal_end(doc, i, limit) > i)):
        return i
    if i > start and key.startswith("ب") and key[1:] in SPEECH_OCCASIONS:
        return i
    if key == "في":
        return i + 1 if i > start and in_belongs(doc, start, i) else i
    named = key in doc.gazetteer.given_names and i > start and doc.keys[i - 1] in doc.gazetteer.given_names
    if key in STOPS and not named and not takes(doc, start, i) and not ali(doc, start, i, limit):
        return i
    if i > start and (informed(doc, start, i) or _adverbial(doc, i) or _to_somebody(doc, start, i)):
        return i
    if (
        i > start
        and key[0] == "م"
        and key[-1] == "ا"
        and len(key) > 5
        and key not in doc.gazetteer.given_names
    ):
        return i
    if (
        i > start
        and key not in OF_THE_PRESS
        and (doc.keys[start] not in doc.gazetteer.document_heads or _somebody_in(doc, start + 1, i))
        and channel_at(doc, i, limit, start) is not None
    ):
        return i
    return i + 1


def _behind_name_in_marks(doc: Document, start: int, i: int) -> bool:
    """Whether a phrase that is all in quotation marks ended before token i (بحسب "المرسى" | اشتعلت)."""
    if start not in doc.opened or i <= doc.opened[start].close:
        return False
    key = doc.keys[i]
    return (
        not key.startswith(("ال", "لل"))
        and key not in doc.gazetteer.nationalities
        and key not in ("في", "من")
    )


def _somebody_in(doc: Document, start: int, end: int) -> bool:
    """Whether the words behind a document already say whose it is (تصريحات مصدر أمني | لـ«…»)."""
    gazetteer = doc.gazetteer
    people = (gazetteer.anonymous_heads, gazetteer.roles, gazetteer.titles, gazetteer.given_names)
    return any(doc.keys[i] in COUNTS or doc.keys[i] in table for i in range(start, end) for table in people)


def adverb(doc: Document, i: int) -> bool:
    """An adverb in the accusative by list (مسبقا) or by shape (رسميا, هاتفيا)."""
    key = doc.keys[i]
    if key in ADVERBS:
        return key != FORMER or not doc.key(i - 1).endswith("ا")
    shaped_so = (
        key.endswith("يا")
        and not key.startswith("ال")
        and len(key) > 5
        and key not in doc.gazetteer.given_names
    )
    return shaped_so and doc.gazetteer.longest_place(doc.keys, i) is None


def informed(doc: Document, start: int, i: int) -> bool:
    """An outlet right behind somebody complete: who is told (أفاد مصدر في البلدية | بوابة ضفاف بأن)."""
    gazetteer = doc.gazetteer
    key, previous = doc.keys[i], doc.keys[i - 1]
    people = (gazetteer.anonymous_heads, gazetteer.roles, gazetteer.given_names)
    complete = previous.startswith("ال") or previous in gazetteer.nationalities
    if i <= start or not any(doc.keys[start] in table for table in people):
        return False
    if _told(doc, start - 1):
        complete = complete or any(previous in table for table in (gazetteer.sectors, gazetteer.given_names))
        outlet = i in doc.opened or outlet_at(doc, i, len(doc)) is not None
        return outlet and (complete or (i - 2 >= start and doc.keys[i - 2] in PREPOSITIONS))
    return (
        doc.keys[start] not in gazetteer.given_names
        and complete
        and i > start + 1
        and key in gazetteer.outlet_heads
        and not key.startswith("ال")
    )


def _told(doc: Document, i: int) -> bool:
    """Whether token i is a verb whose first object is who is told (أبلغ, أخبر)."""
    verb = doc.finite(i) if i >= 0 else None
    return verb is not None and verb.verb.lemma in TELLING


def _adverbial(doc: Document, i: int) -> bool:
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


def _to_somebody(doc: Document, start: int, i: int) -> bool:
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


def _names_something(doc: Document, opened: int, closed: int, limit: int) -> bool:
    """Whether a quotation inside a phrase is a name: short and closed before the phrase must end."""
    return closed < limit and len(doc.words((opened, closed))) <= 6


def _bracket(doc: Document, start: int, i: int, limit: int) -> int:
    """A short bracket belongs to the phrase when the phrase goes on behind it without a comma."""
    for j in range(i + 1, min(i + 6, limit)):
        if doc.keys[j] == ")":
            going_on = (
                j + 1 < limit
                and doc.is_word(j + 1)
                and doc.keys[j + 1] not in STOPS | RELATIVES | PREPOSITIONS
            )
            return j + 1 if going_on or (i == start + 1 and _press_head(doc, start)) else i
    return i


def _press_head(doc: Document, i: int) -> bool:
    return doc.keys[i] in doc.gazetteer.outlet_heads or doc.keys[i] in NAMED_ONLY


def _other_clause(doc: Document, i: int) -> bool:
    """A finite reporting verb, or و with one, cannot stand inside a source."""
    own = doc.masdar(i)
    if own is not None and own.verb.lemma == "قال" and not own.form.definite:
        return True
    if own is not None and own.pronoun and own.verb.strength == "report" and own.verb.lemma != "ذكر":
        return True
    reading = doc.finite(i)
    if reading is None or reading.form.passive:
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
    if following in OCCASIONS or following in STOPS or following[:1].isdigit() or not doc.is_word(i + 1):
        return False
    if following.startswith("ال") and following[2:] in OCCASIONS:
        return False
    gazetteer = doc.gazetteer
    if doc.keys[start] in gazetteer.roles and _titled_behind(doc, start, i):
        return True
    heads = list(doc.keys[start:i])
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
    takers = TAKES.get(key)
    if key == "من" and i - 1 == start:
        head = doc.gazetteer.anonymous_heads.get(doc.keys[start])
        if head is not None and not head.definite:
            return True
    if takers is not None:
        return doc.key(i - 1) in takers or (i - 2 >= start and doc.key(i - 2) in takers)
    return key in ("يوم", "اليوم", "الاحد", "الخميس") and doc.key(i - 1) in doc.gazetteer.outlet_heads


def _apposition(doc: Document, start: int, i: int, limit: int) -> bool:
    """Whether a title, a role or a name follows the comma before token i."""
    if i >= limit or not doc.is_word(i):
        return False
    key = doc.keys[i]
    gazetteer = doc.gazetteer
    if key in STOPS or key in RELATIVES or key in PREPOSITIONS or key in COPULAS or key in CLAUSE_OPENERS:
        return False
    if doc.finite(i) is not None or doc.participle(i) is not None:
        return False
    named = any(k in gazetteer.given_names for k in doc.keys[start : i - 1])
    head = gazetteer.roles.get(key) or gazetteer.anonymous_heads.get(key)
    if head is not None:
        return named or doc.keys[start] not in gazetteer.roles
    if key in gazetteer.titles or key in gazetteer.given_names:
        return not named
    return False


def _named_behind(doc: Document, start: int, i: int, limit: int) -> bool:
    """Whether a name alone stands between this comma and the next, behind a role without a name."""
    gazetteer = doc.gazetteer
    keys = doc.keys[start : i - 1]
    head = bool(keys) and keys[0] in gazetteer.roles
    if (
        not keys
        or (not head and i not in doc.opened)
        or any(
            (doc.keys[j] in gazetteer.given_names and not dedicated(doc, j)) or doc.keys[j] == "،"
            for j in range(start + 1, i - 1)
        )
    ):
        return False
    end = doc.opened[i].close + 1 if i in doc.opened else i
    while (
        end < limit
        and end - i < 4
        and doc.is_word(end)
        and doc.keys[end] not in gazetteer.institution_heads
        and doc.keys[end] not in STOPS
        and doc.keys[end] not in PREPOSITIONS
    ):
        if (doc.readings[end] and doc.keys[end] not in gazetteer.given_names) or doc.keys[end] in RELATIVES:
            return False
        end += 1
    return (
        end > i
        and end - i <= 6
        and (end == limit or doc.keys[end] == "،")
        and not doc.keys[i].startswith("و")
    )


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
        if complete and bare and (annexed or body) and not named:
            return i
        if named and i > start + 1 and key.startswith("ال") and key[2:] in VERBAL_NOUNS:
            return i
    return end


def channel_at(doc: Document, i: int, limit: int, start: int | None = None) -> Range | None:
    """The outlet somebody speaks to, when token i begins ل + outlet (لوكالة, لـ«…», لـ(…), للجزيرة).

    Behind a bare role (المدير العام لـ«…») an unknown name is where somebody works.
    """
    key = doc.keys[i]
    if key == "ل" and i + 1 < limit:
        enclosed = enclosed_name(doc, i + 1, limit)
        if enclosed is not None:
            known = doc.gazetteer.outlet(doc.words(enclosed)) is not None
            return enclosed if known or start is None or not _ends_in_role(doc, start, i) else None
        return outlet_at(doc, i + 1, limit, spoken_to=True)
    if i in doc.opened:
        return _addressed_in_marks(doc, i, limit)
    if not key.startswith("ل") or len(key) < 4:
        return None
    stripped = "ال" + key[2:] if key.startswith("لل") else key[1:]
    if stripped == THE_PRESS or (
        stripped == THE_MEDIA and doc.key(i + 1) == "الاعلام" and _unspecified(doc, i + 2)
    ):
        return None
    if stripped in CORRESPONDENTS and i + 1 < limit:
        return outlet_at(doc, i + 1, limit, spoken_to=True)
    if stripped in EDITIONS and doc.is_word(i + 1):
        of = next((j + 1 for j in range(i + 1, min(i + 4, limit)) if doc.keys[j] in ("من", "ل")), i + 2)
        named = outlet_at(doc, of, limit, spoken_to=True) or (
            channel_at(doc, of, limit) if of < limit else None
        )
        if named is not None:
            return (i, named[1])
    found = outlet_at(doc, i, limit, first=stripped, spoken_to=True)
    if found is None or start is None or stripped in doc.gazetteer.outlet_heads:
        return found
    return None if _of_an_office(doc, start, i) and _outlet_length(doc, i, limit, stripped)[1] else found


def _unspecified(doc: Document, i: int) -> bool:
    """Whether no adjective says which media (لوسائل الإعلام | أن …): everybody has heard it."""
    return not (doc.is_word(i) and doc.keys[i].startswith("ال"))


def _addressed_in_marks(doc: Document, i: int, limit: int) -> Range | None:
    """The outlet of «للصباح»: ل stands inside the marks; a name nobody knows counts behind an occasion."""
    close = doc.opened[i].close
    key = doc.key(i + 1)
    if not key.startswith("ل") or close >= limit or not 1 <= close - i - 1 <= 4:
        return None
    stripped = "ال" + key[2:] if key.startswith("لل") else key[1:]
    found = doc.gazetteer.longest_outlet(doc.keys, i + 1, first=stripped)
    known = found is not None and i + 1 + found[0] == close
    occasion = key.startswith("لل") and any(k in SPEECH_OCCASIONS for k in doc.keys[max(0, i - 3) : i])
    return (i + 1, close) if known or occasion else None


def enclosed_name(doc: Document, i: int, limit: int) -> Range | None:
    """A short name in quotation marks or brackets at token i."""
    quotation = doc.opened.get(i)
    if quotation is not None:
        short = quotation.close < limit and len(doc.words((i, quotation.close))) <= 5
        return doc.strip((i, quotation.close + 1)) if short else None
    if doc.keys[i] == "(":
        close = next((j for j in range(i + 1, min(i + 6, limit)) if doc.keys[j] == ")"), None)
        return (i + 1, close) if close is not None and close > i + 1 else None
    return None


def _of_an_office(doc: Document, start: int, i: int) -> bool:
    """المحافظ الجديد | للمدينة: the place of an office, though a newspaper has its name, too."""
    role = doc.gazetteer.roles.get(doc.keys[i - 2]) if i - 2 >= start else None
    adjective = doc.keys[i - 1].startswith("ال") and doc.keys[i - 1] not in doc.gazetteer.nationalities
    return role is not None and role.office and adjective


def _ends_in_role(doc: Document, start: int, i: int) -> bool:
    """Whether the words before token i are a role that wants its body (المدير العام | لـ)."""
    roles = doc.gazetteer.roles
    return doc.keys[i - 1] in roles or (
        i - 2 >= start and doc.keys[i - 2] in roles and doc.keys[i - 1].startswith("ال")
    )


def outlet_at(doc: Document, i: int, limit: int, *, first: str = "", spoken_to: bool = False) -> Range | None:
    """The outlet named from token i on; `first` is its first word without proclitics.

    A name that is also an ordinary word counts only when it is spoken to and nothing follows it.
    """
    if i >= limit:
        return None
    gazetteer = doc.gazetteer
    key = first or doc.keys[i]
    quotation = doc.opened.get(i)
    if (
        quotation is not None
        and quotation.close < limit
        and gazetteer.outlet(doc.words((i, quotation.close)))
    ):
        return (i, quotation.close + 1)
    if key in NAMED_ONLY:
        end = _bracket(doc, i, i + 1, limit) if doc.key(i + 1) == "(" else 0
        end = doc.opened[i + 1].close + 1 if i + 1 in doc.opened else end
        return (i, end) if i + 1 < end < limit else None
    if key == PROGRAMME:
        named = i + 1 in doc.opened and doc.opened[i + 1].close < limit
        return (i, doc.opened[i + 1].close + 1) if named else _programme(doc, i, limit, first)
    head = gazetteer.outlet_heads.get(key)
    if head is not None:
        if (
            doc.key(i + 1) in NETWORKS
            or key in OWN_PAGES
            or (not doc.keys[i].startswith("ل") and _own_site(doc, i, key))
        ):
            return None
        end = _headed_end(doc, i, limit)
        if doc.key(i + 1) in STOPS or end == i:
            end = i + 1
        return (i, end)
    length, ambiguous = _outlet_length(doc, i, limit, key)
    if not length and doc.key(i + 1) in OUTLET_TAILS and i + 1 < limit and doc.is_word(i):
        length = 2
    if not length:
        return None
    end = i + length
    if ambiguous and end < limit and doc.keys[end] in gazetteer.nationalities:
        return None
    while end < limit and doc.keys[end] in gazetteer.nationalities:
        end += 1
    alone = (
        end >= limit
        or not doc.is_word(end)
        or doc.keys[end] in STOPS
        or (doc.keys[i].startswith("لل") and end > i + 1)
    )
    return (i, end) if not ambiguous or (spoken_to and alone) else None


def _programme(doc: Document, i: int, limit: int, first: str) -> Range | None:
    """A programme without marks that somebody speaks to (قال اللاعب لبرنامج في المرمى); not that of a body."""
    body = doc.gazetteer.longest_institution(doc.keys, i, first=first)
    office = doc.keys[i - 1].startswith("ال") and doc.key(i - 2) in doc.gazetteer.roles
    if not first or body is not None or office or i + 1 >= limit:
        return None
    end = i + 3 if doc.keys[i + 1] in ("في", "علي", "مع") else phrase_end(doc, i, limit)
    return (i, end) if i + 1 < end <= limit else None


def _own_site(doc: Document, i: int, head: str) -> bool:
    """The site or account of a body is its own (موقع وزارة الصحة)."""
    return head.removeprefix("ال") in SITES and doc.key(i + 1) in doc.gazetteer.institution_heads


def _headed_end(doc: Document, i: int, limit: int) -> int:
    """Where a name behind its head noun ends: with its quotation and what belongs to that, else with the phrase."""
    quotation = doc.opened.get(i + 1)
    if quotation is None or quotation.close + 1 >= limit:
        length = _outlet_length(doc, i + 1, limit, doc.key(i + 1))[0] if i + 1 < limit else 0
        return max(phrase_end(doc, i, limit), i + 1 + length if length > 1 else i)
    end = quotation.close + 1
    while end < limit and (
        doc.keys[end].startswith(("ال", "لل")) or doc.keys[end] in doc.gazetteer.nationalities
    ):
        if doc.keys[end] in doc.gazetteer.roles or doc.keys[end] in doc.gazetteer.titles:
            break
        end += 1
    return (
        end if end < limit and doc.is_word(end) and doc.keys[end] not in STOPS else phrase_end(doc, i, limit)
    )


def _outlet_length(doc: Document, i: int, limit: int, first: str) -> tuple[int, bool]:
    """How many tokens from i on name an outlet, points between letters passed over (بي.بي.سي)."""
    positions = [j for j in range(i, min(i + 10, limit)) if doc.is_word(j)]
    dotted = (
        all(doc.is_word(j) or doc.keys[j] == "." for j in range(i, positions[-1] + 1)) if positions else False
    )
    keys = [doc.keys[j] for j in positions] if dotted else doc.keys[i : min(i + 10, limit)]
    found = doc.gazetteer.longest_outlet(keys, 0, first=first) if keys else None
    if found is None:
        return 0, False
    return (positions[found[0] - 1] - i + 1 if dotted else found[0]), found[1].ambiguous
