"""Whether a form that could be a reporting verb is one at its place."""

from __future__ import annotations

from claimtrack.attribution.complement import Complement
from claimtrack.attribution.content import negated
from claimtrack.attribution.document import PREPOSITIONS, Document
from claimtrack.attribution.heads import known_head
from claimtrack.attribution.noun_phrase import phrase_end
from claimtrack.attribution.small_words import (
    BARE,
    BEFORE_VERBS,
    BLAME,
    BLAMING,
    DATIVES,
    EVENTS,
    FULL,
    IDENTITY,
    NAMING,
    NEGATIONS,
    OFTEN,
    OWN_VOICE,
    PRONOUNS,
    RELATIVES,
    RELAYING,
    SAY,
)
from claimtrack.attribution.subjects import can_head, source_before
from claimtrack.attribution.verbal_nouns import VERBAL_NOUNS
from claimtrack.lexicon import Analysis
from claimtrack.lexicon.words import words
from claimtrack.text.folding import fold


def is_verb_here(doc: Document, i: int, reading: Analysis, begin: int) -> bool:
    """Not a noun with the same letters: قول after a preposition, رأي, عرض after the article."""
    previous = doc.key(i - 1) if i > begin else ""
    if doc.keys[i] in OWN_VOICE and (
        doc.key(i + 1) in BARE or doc.key(i + 1) in FULL or doc.key(i + 1) in ("الي", "هنا")
    ):
        return False
    if (doc.keys[i], previous) in _PHRASES:
        return False
    if (reading.prefix, reading.conjunction) == ("ل", "ف"):
        return False  # فلتعلم الحكومة أن: an order
    if reading.verb.lemma == "توقع" and doc.key(i + 1) in _SIGNED:
        return False  # توقّع عقدا: it signs
    if reading.verb.lemma == "رأى" and doc.key(i + 1) == "النور":
        return False  # it sees the light of day
    own = any(r.form.person == 1 and r.form.tense == "present" for r in doc.readings[i])
    if own and i - 1 in doc.opened and not reading.conjunction:
        return False  # «أعتقد أن …»: whoever is quoted says I
    if reading.form.person == 1 and (previous == "ما" or previous in NEGATIONS):
        return False  # لا أقول
    if reading.verb.lemma == BLAMING:
        return not BLAME.isdisjoint(doc.keys[i + 3 : i + _BLAMED])  # حمّل فلان فلانا مسؤولية …
    if previous in ("لن", "لم") and reading.form.tense == "past":
        return False  # لن توقع: no past stands behind لن
    if (
        previous in _SHOWING
        and reading.form.gender == "m"
        and not reading.conjunction
        and not reading.pronoun
    ):
        return i + 1 < len(doc) and known_head(doc, i + 1)  # هذا يؤكد أن …: nobody says so
    if reading.form.person == 2 or (
        reading.form.person == 1 and (reading.verb.lemma not in SAY or previous in BARE)
    ):
        return False
    if (
        reading.form.number == "d"
        and reading.form.gender == "m"
        and reading.form.tense == "past"
        and not reading.conjunction
    ) and (len(doc.readings[i]) > 1 or doc.keys[i].removesuffix("ا") in VERBAL_NOUNS):
        return False
    if (
        reading.verb.lemma == "ادعى"
        and reading.form.tense == "present"
        and stands_after_noun(doc, i, reading, begin)
    ):
        return False
    if reading.verb.lemma in ("ذكر", "كشف", "أعلن") and doc.key(i + 1) in IDENTITY:
        return False
    if (
        reading.verb.lemma == "طالب"
        and previous in PRONOUNS
        and reading.form.tense == "past"
        and not doc.key(i + 1).startswith("ب")
    ):
        return False
    if doc.keys[i] in ("تبين", "وتبين") and (
        doc.key(i + 1) in BARE or doc.key(i + 1) in FULL or doc.key(i + 1) in DATIVES
    ):
        return False  # تبيّن أن: it turned out
    if reading.verb.lemma == "بين" and (
        "بين" in doc.keys[max(begin, i - 14) : i] or (doc.keys[i] == "بين" and not _made_clear(doc, i, begin))
    ):
        return False
    if (
        reading.verb.lemma == "علم"
        and doc.key(i + 1).startswith("ال")
        and reading.form.tense == "past"
        and reading.form.gender != "f"
    ):
        return False
    event = previous in EVENTS and not reading.pronoun and doc.key(i - 2) not in OFTEN
    if event or (reading.pronoun and _noun_key(doc, i, reading)):
        return False
    if reading.verb.lemma == "أبلغ" and doc.key(i + 1)[:1].isdigit():
        return False  # تبلغ: it comes to
    if previous in ("كي", "لكي", "كيلا"):
        return False
    if previous == "ان" and reading.form.tense == "present" and doc.key(i - 2) not in ("قبل", "بعد", "الي"):
        return False
    if previous in RELATIVES and doc.key(i - 2) == "الامر":
        return False
    drawn = any(doc.key(j).startswith(_ATTENTION) for j in range(i + 1, i + 6))
    if reading.verb.lemma in ("لفت", "أثار") and drawn is not (reading.verb.lemma == "أثار"):
        return _to_a_clause(doc, i)
    noun = any(r.form.tense == "masdar" for r in doc.readings[i])
    turn = previous == "ذلك" and doc.key(i - 2) == "الي"  # إلى ذلك تعهد …
    if (
        reading.conjunction == ""
        and not turn
        and previous in _BEFORE_NOUNS
        and (noun or previous not in _POINTERS)
    ):
        return False
    if doc.keys[i] in doc.gazetteer.given_names and previous in doc.gazetteer.titles:
        return False
    return not (doc.readings[i][0].form.tense == "masdar" and previous in PREPOSITIONS)


def _made_clear(doc: Document, i: int, begin: int) -> bool:
    """بيّن, which folds like the preposition: at the head of a clause, with somebody and أن behind it."""
    opens = i == begin or doc.keys[i - 1] == "،" or doc.keys[i - 1] in words("turn_taking")
    if opens and doc.keys[i] == "وبين" and doc.key(i + 1) in ("في", "خلال", "،"):
        return True  # وبيّن في خطبة …: two prepositions never stand together
    if not opens or i + 2 >= len(doc) or not known_head(doc, i + 1):
        return False
    end = phrase_end(doc, i + 1, len(doc))
    end = end + 1 if doc.key(end) == "،" else end
    return doc.key(end) in BARE or doc.key(end) in FULL


def _to_a_clause(doc: Document, i: int) -> bool:
    """لفت الانتباه إلى أن: attention is drawn by saying something."""
    return any(doc.key(j) == "الي" and doc.key(j + 1) in BARE | FULL for j in range(i + 2, i + 8))


def _noun_key(doc: Document, i: int, reading: Analysis) -> bool:
    """A feminine noun that reads as a verb with a pronoun once folded (طالبة, طالبه)."""
    key = doc.keys[i].removeprefix(reading.conjunction) if reading.conjunction else doc.keys[i]
    return key in doc.gazetteer.roles or key in doc.gazetteer.anonymous_heads


_ATTENTION = tuple(fold("نظر انتباه الانتباه أنظار الأنظار").split())

_SHOWING = frozenset(fold("هذا وهذا ذلك وذلك").split())

_PHRASES = frozenset((("وسلم", "عليه"), ("مضي", "فيما"), ("مضي", "وقت")))  # صلى الله عليه وسلم, فيما مضى

_BEFORE_NOUNS = frozenset(
    fold("في من عن إلى على بين حول هذا هذه ذلك تلك كل أي بعض رفض رفضت يرفض ترفض عدم دون").split()
)

_BEFORE_AN = frozenset(fold("سبق وسبق بعد وبعد").split())  # سبق أن اعترف: he did so

_BLAMED = 15  # tokens from the verb to what somebody is blamed for

_SIGNED = frozenset(
    fold(
        "عقد عقدا عقدين عقود عقودا اتفاق اتفاقا اتفاقية اتفاقيات اتفاقيتين مذكرة مذكرتي مذكرات بروتوكول معاهدة ميثاق"
    ).split()
)

_ROOMS = frozenset(fold("مكتب بيت منزل مقر قصر مجلس").split())

_POINTERS = frozenset(fold("هذا هذه ذلك تلك").split())


def stands_after_noun(doc: Document, i: int, reading: Analysis, begin: int) -> bool:
    """Whether the word before stands in the same clause and is none of the words verbs follow."""
    if i == begin or reading.conjunction or not doc.is_word(i - 1):
        return False
    if doc.keys[i - 1] == "ذلك" and doc.key(i - 2) == "الي":
        return False  # إلى ذلك تعهد …
    if doc.keys[i - 1] in words("turn_taking") and known_head(doc, i + 1):
        return False  # في المقابل نفى مصدر …
    if _fronted(doc, i, begin) and not any(r.form.tense == "masdar" for r in doc.readings[i]):
        return False
    return doc.keys[i - 1] not in BEFORE_VERBS


def _fronted(doc: Document, i: int, begin: int) -> bool:
    """Whether an adverbial opens the clause before the verb (من جانبها أكدت, وسط الفوضى تحدثت)."""
    start = i
    while start > begin and doc.is_word(start - 1) and i - start < 15:
        start -= 1
    opener = doc.keys[start]
    return start < i and (opener in PREPOSITIONS or opener.removeprefix("و") in PREPOSITIONS)


def _known_topic(doc: Document, i: int, begin: int) -> bool:
    source = source_before(doc, i, begin)
    if source is None:
        return False
    headline = source[0] == begin and i - begin <= 4 and doc.keys[begin].startswith("ال")
    return headline or known_head(doc, source[0]) or place_behind_fa(doc, source[0])


def place_behind_fa(doc: Document, i: int) -> bool:
    """فموسكو ترى, وباريس تؤكد: a place behind ف or و."""
    key = doc.keys[i]
    return key[0] in "فو" and doc.gazetteer.longest_place(doc.keys, i, first=key[1:]) is not None


def acceptable(doc: Document, i: int, reading: Analysis, complement: Complement, begin: int) -> bool:
    """Weak verbs need a clause or speech; a noun with the same letters stands behind a noun."""
    verb = reading.verb
    before = reading.form.tense == "past" and doc.key(i - 2) in _BEFORE_AN and known_head(doc, i + 1)
    if doc.key(i - 1) == "ان" and complement.intro > i + 4 and not before:
        return False
    if verb.lemma in RELAYING and complement.kind == "clause" and not known_head(doc, i + 1):
        return _known_topic(doc, i, begin)
    if verb.lemma == "دعا" and complement.kind == "preposition" and _own_place(doc, complement.start):
        return False
    if verb.lemma == "عبر" and complement.kind != "preposition":
        return False
    if verb.lemma == "نشر" and complement.kind in ("clause", "colon"):
        apart = complement.intro - phrase_end(doc, i + 1, complement.intro) > 2  # نشرت … نتائج تظهر أن
        return not apart or doc.key(i + 1) in doc.gazetteer.document_heads
    if verb.lemma == "نص" and complement.kind != "preposition":
        return False
    if verb.lemma in NAMING and complement.kind == "clause" and complement.intro > i + 12:
        return False
    if verb.lemma == "أرجع" and reading.form.tense == "present" and not known_head(doc, i + 1):
        return False  # يرجع: it goes back
    if verb.lemma == "أطلع" and not reading.pronoun and not complement.clause:
        return False  # اطلع على: he looked at it
    report = verb.strength == "report" and doc.keys[i].removeprefix("و") != "ابان"  # إبان: during
    after_noun = stands_after_noun(doc, i, reading, begin)
    if complement.noun is not None:
        return not after_noun or _known_topic(doc, i, begin)
    if complement.kind == "preposition" and not complement.clause:
        if verb.lemma in RELAYING or (verb.stance == "reveal" and _denied(doc, i)):
            return False
        if verb.strength == "optional" and (
            verb.stance != "expressive" or (complement.intro > i + 1 and not known_head(doc, i + 1))
        ):
            return False
        if verb.strength == "optional" and complement.intro == i + 1 and not reading.conjunction:
            topic = source_before(doc, i, begin)
            if topic is not None and not known_head(doc, topic[0]):
                return False
        if (
            verb.strength == "optional"
            and complement.intro == i + 1
            and not reading.conjunction
            and doc.keys[i - 1] not in BEFORE_VERBS
            and i > begin
        ):
            return _known_topic(doc, i, begin) or not doc.is_word(i - 1)
        return not after_noun or _known_topic(doc, i, begin)
    if complement.kind in ("clause", "quote", "preposition") and not report:
        between = doc.key(i + 1)
        near = complement.intro <= i + 1 or (
            complement.intro == i + 2 and (between == "،" or between.startswith("لل"))
        )
        subject = i + 1 < len(doc) and (
            known_head(doc, i + 1) or (verb.lemma == "بين" and between in ("في", "،"))
        )
        if after_noun:
            return (near and _known_topic(doc, i, begin)) or (subject and not near)
        return (
            near
            or subject
            or (complement.intro <= i + 12 and (can_head(doc, i + 1) or doc.participle(i + 1) is not None))
        )
    return True


def _own_place(doc: Document, i: int) -> bool:
    """دعا المعلمة إلى مكتبه: whom somebody asks to come to a place of his own."""
    return doc.keys[i].removesuffix("ها").removesuffix("هم").removesuffix("ه") in _ROOMS


def _denied(doc: Document, i: int) -> bool:
    """لم يكشف عن, دون أن تعلن: nothing is said."""
    return negated(doc, i) or (doc.key(i - 1) == "ان" and doc.key(i - 2) in ("دون", "بدون"))
