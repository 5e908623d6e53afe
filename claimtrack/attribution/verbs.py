"""Construction: a finite reporting verb with its source and its content.

Verb, source, complement (قال فلان إن), topic first (فلان قال إن, موسكو تنفي), no subject (وأضاف أن),
content first («…»، قال فلان), and the relay in نقلت وكالة عن فلان (قوله) إن.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from claimtrack.attribution.candidate import Candidate
from claimtrack.attribution.content import (
    BARE,
    CARRY_ON,
    FULL,
    clause_limit,
    content_from,
    continuing_participle,
    negated,
    phrase_content_end,
    relative_clause_end,
)
from claimtrack.attribution.document import PREPOSITIONS, Document, Range
from claimtrack.attribution.noun_phrase import (
    RELATIVES,
    ASPECT,
    COPULAS,
    PARTICLE_PRONOUNS,
    PRONOUNS,
    STOPS,
    can_head,
    find_channels,
    known_head,
    occasion_channel,
    outlet_at,
    phrase_end,
    skip_lead,
    source_after,
    source_before,
    takes,
)
from claimtrack.attribution.verbal_nouns import VERBAL_NOUNS, own_verbal_noun, shaped, verbal_noun
from claimtrack.lexicon import Analysis
from claimtrack.lexicon.words import words
from claimtrack.text.folding import fold

NO_CONTENT_AFTER = words("no_content_after")
OWN_VOICE = words("own_voice")
TAKERS = words("clause_takers")
ABSTRACT = words("abstract_topics")
WORKS = words("works")
SPEECH_OPENERS = words("speech_openers")
SAY = frozenset(("قال",))
INTRODUCING = frozenset(("ان", "بان"))  # وأن goes on with a content and opens none
REACH = 45


@dataclass(frozen=True, slots=True)
class Complement:
    """Where the complement of a verb is introduced, where its content starts, and by what."""

    intro: int
    start: int
    kind: str  # clause, colon, quote, preposition, object
    relay: Range | None = None  # with نقل عن: who is quoted
    clause: bool = False  # a preposition that governs أن
    hop: Range | None = None  # a second relay between the first and the one quoted
    noun: Analysis | None = None  # with جدد الدعوة: the noun that says what was said, at token `named`
    named: int = 0


def find(doc: Document, i: int, begin: int, limit: int) -> Candidate | None:
    """The attribution whose cue is the finite verb at token i, in the sentence [begin, limit)."""
    reading = doc.finite(i)
    if reading is None or not _is_verb_here(doc, i, reading, begin):
        return None
    pointing = _pointing_back(doc, i, reading, begin, limit)
    if pointing is not None:
        return pointing
    complement = _complement(doc, i, reading, begin, limit)
    if complement is not None and _acceptable(doc, i, reading, complement, begin):
        return _forward(doc, i, reading, complement, begin, limit)
    return _backward(doc, i, reading, begin, limit) or _bare_object(doc, i, reading, begin, limit)


def _acceptable(doc: Document, i: int, reading: Analysis, complement: Complement, begin: int) -> bool:
    """Weak verbs need a clause or speech; a noun with the same letters stands behind a noun."""
    verb = reading.verb
    if doc.key(i - 1) == "ان" and complement.intro > i + 4:
        return False
    if verb.lemma == "عبر" and complement.kind != "preposition":
        return False
    report = verb.strength == "report"
    after_noun = _after_noun(doc, i, reading, begin)
    if complement.noun is not None:
        return not after_noun or _known_topic(doc, i, begin)
    if complement.kind == "preposition" and not complement.clause:
        if verb.lemma in RELAYING or verb.stance == "reveal" and _denied(doc, i):
            return False
        if verb.strength == "optional" and (
            verb.stance != "expressive" or complement.intro > i + 1 and not known_head(doc, i + 1)
        ):
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
        near = complement.intro <= i + 1
        subject = i + 1 < len(doc) and known_head(doc, i + 1)
        if after_noun:
            return near and _known_topic(doc, i, begin) or subject and not near
        return (
            near
            or subject
            or complement.intro <= i + 12
            and (can_head(doc, i + 1) or doc.participle(i + 1) is not None)
        )
    return True


def _denied(doc: Document, i: int) -> bool:
    """لم يكشف عن, دون أن تعلن: nothing is said."""
    return negated(doc, i) or doc.key(i - 1) == "ان" and doc.key(i - 2) in ("دون", "بدون")


def _after_noun(doc: Document, i: int, reading: Analysis, begin: int) -> bool:
    """Whether the word before stands in the same clause and is none of the words verbs follow."""
    if i == begin or reading.conjunction or not doc.is_word(i - 1):
        return False
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
    return headline or known_head(doc, source[0])


BEFORE_VERBS = (
    words("aspect")
    | words("negations")
    | words("relatives")
    | words("copulas")
    | words("clause_openers")
    | words("pronouns")
    | words("openers")
    | words("carry_on")
)


def _is_verb_here(doc: Document, i: int, reading: Analysis, begin: int) -> bool:
    """Not a noun with the same letters: قول after a preposition, رأي, عرض after the article."""
    previous = doc.key(i - 1) if i > begin else ""
    if doc.keys[i] in OWN_VOICE and (
        doc.key(i + 1) in BARE or doc.key(i + 1) in FULL or doc.key(i + 1) in ("الي", "هنا")
    ):
        return False
    if (
        reading.form.person == 2
        or reading.form.person == 1
        and (reading.verb.lemma not in SAY or previous in BARE)
    ):
        return False
    if (
        reading.form.number == "d"
        and reading.form.gender == "m"
        and reading.form.tense == "past"
        and not reading.conjunction
    ):
        if len(doc.readings[i]) > 1 or doc.keys[i].removesuffix("ا") in VERBAL_NOUNS:
            return False
    if (
        reading.verb.lemma == "ادعى"
        and reading.form.tense == "present"
        and _after_noun(doc, i, reading, begin)
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
    if reading.verb.lemma == "بين" and "بين" in doc.keys[max(begin, i - 14) : i]:
        return False
    if (
        reading.verb.lemma == "علم"
        and doc.key(i + 1).startswith("ال")
        and reading.form.tense == "past"
        and not reading.form.gender == "f"
    ):
        return False
    if reading.pronoun and _noun_key(doc, i, reading) or doc.key(i - 1) in EVENTS and not reading.pronoun:
        return False
    if previous == "ان" and reading.form.tense == "present" and doc.key(i - 2) not in ("قبل", "بعد", "الي"):
        return False
    if previous in RELATIVES and doc.key(i - 2) == "الامر":
        return False
    if reading.verb.lemma == "لفت" and doc.key(i + 1).startswith(("نظر", "انتباه", "انظار", "الانظار")):
        return False
    noun = any(r.form.tense == "masdar" for r in doc.readings[i])
    if reading.conjunction == "" and previous in _BEFORE_NOUNS and (noun or previous not in _POINTERS):
        return False
    if doc.keys[i] in doc.gazetteer.given_names and previous in doc.gazetteer.titles:
        return False
    return not (doc.readings[i][0].form.tense == "masdar" and previous in PREPOSITIONS)


def _noun_key(doc: Document, i: int, reading: Analysis) -> bool:
    """A feminine noun that reads as a verb with a pronoun once folded (طالبة, طالبه)."""
    key = doc.keys[i].removeprefix(reading.conjunction) if reading.conjunction else doc.keys[i]
    return key in doc.gazetteer.roles or key in doc.gazetteer.anonymous_heads


_BEFORE_NOUNS = frozenset(
    fold("في من عن إلى على بين حول هذا هذه ذلك تلك كل أي بعض رفض رفضت يرفض ترفض عدم دون").split()
)
_POINTERS = frozenset(fold("هذا هذه ذلك تلك").split())
EVENTS = frozenset(fold("مما ما بما").split())


def _complement(doc: Document, i: int, reading: Analysis, begin: int, limit: int) -> Complement | None:
    frames = reading.verb.frames
    prepositions = {fold(f[5:]) for f in frames if f.startswith("prep:")} - {"ل", "في"}
    spoken = (
        {fold(f[5:]) for f in frames if f.startswith("prep:")} if reading.verb.stance == "demand" else set()
    )
    takes_clause = "clause" in frames or "subjunctive" in frames or bool(prepositions)
    j = i + 1
    end = min(limit, i + REACH)
    while j < end:
        key = doc.keys[j]
        if reading.verb.lemma in RENEWING and doc.is_word(j):
            renewed = _renewed(doc, j, end)
            if renewed is not None:
                return renewed
        quotation = doc.opened.get(j)
        if quotation is not None:
            if "quote" in frames and not _is_name(doc, i, j, quotation.close, limit):
                return Complement(j, j, "quote")
            j = quotation.close + 1
            continue
        if key == "-" and j == i + 1 and reading.verb.lemma == "كتب":
            return None
        if key == "،" and reading.verb.stance == "neutral" and doc.key(j + 1) in SPEECH_OPENERS:
            return Complement(j, j + 1, "colon")
        if doc.is_colon(j):
            return (
                Complement(j, _past_bare(doc, j + 1, limit), "colon")
                if {"quote", "clause", "addressee:object"} & set(frames)
                else None
            )
        if j > i + 1 and key in TAKERS and reading.verb.stance != "demand":
            return None
        if key in INTRODUCING and takes_clause and doc.key(j - 1) not in NO_CONTENT_AFTER:
            return Complement(j, j + 1, "clause")
        if (key in FULL or _not_to(doc, j)) and takes_clause and doc.key(j - 1) not in NO_CONTENT_AFTER:
            return Complement(j, j, "clause")
        if key in RELATIVES:
            j = relative_clause_end(doc, j, end)
            continue
        if (
            "object" in frames
            and reading.verb.lemma not in SAY
            and not ("clause" in frames and _clause_after(doc, j, end))
            and (
                j == i + 1
                and (
                    own_verbal_noun(doc, j)
                    or verbal_noun(doc, j)
                    and (doc.key(i - 1) in CARRY_ON or _topic_rules(doc, i, reading, begin))
                )
                or j > i + 1
                and (verbal_noun(doc, j) or own_verbal_noun(doc, j))
                and _object_start(doc, i + 1, j + 1) == j
            )
        ):
            return None
        if (
            key == "علي"
            and "clause" in frames
            and doc.key(j + 1) not in BARE | FULL
            and _clause_after(doc, j, end)
        ):
            j += 1
            continue
        if key == "من" and reading.verb.lemma == "علم" and doc.key(j + 1) in doc.gazetteer.anonymous_heads:
            return _relayed(doc, i, j, reading, limit)
        if key in prepositions and doc.key(j + 1) not in BARE | FULL and _clause_of(doc, j, key, end):
            j += 1
            continue
        if key in prepositions and not (j > i + 1 and takes(doc, i + 1, j)):
            return _prepositional(doc, i, j, key, reading, limit)
        if "ب" in prepositions and _is_ba_complement(doc, i, j, reading):
            return Complement(j, j, "preposition")
        said = _second_word(doc, i, j)
        if said is not None:
            return said
        if j > i + 1 and continuing_participle(doc, j, limit):
            return None
        if "ل" in spoken and _is_la_complement(doc, j):
            return Complement(j, j, "preposition")
        if j > i + 1 and _another_verb(doc, j):
            return None
        if key in (".", "؟", "!", "؛") and not (
            key == "."
            and (len(doc.keys[j - 1]) <= 2 or j + 1 < end and doc.tokens.glued(j + 1) and doc.is_word(j + 1))
        ):
            return None
        j += 1
    return None


def _renewed(doc: Document, j: int, end: int) -> Complement | None:
    """جدد الدعوة إلى, كرر تأكيده على, وجه اتهاما بـ: the noun behind the verb says what was said."""
    noun = doc.masdar(j)
    if noun is None or noun.verb.strength != "report" or noun.prefix:
        return None
    prepositions = {fold(f[5:]) for f in noun.verb.frames if f.startswith("prep:")}
    for k in range(j + 1, min(j + 6, end)):
        key = doc.keys[k]
        if key in prepositions:
            bare = doc.key(k + 1) in BARE
            return Complement(k, k + 2 if bare else k + 1, "preposition", clause=bare, noun=noun, named=j)
        glued = key[:1] if len(key) > 4 and not key.startswith("لل") else ""
        if glued and glued in prepositions and (verbal_noun(doc, k, key[1:]) or key[1:].startswith("ال")):
            return Complement(k, k, "preposition", noun=noun, named=j)
        if not doc.is_word(k) or doc.finite(k) is not None:
            return None
    return None


def _not_to(doc: Document, j: int) -> bool:
    """ألا with a verb behind it (يقترح ألا نعلق …); إلا, which folds alike, stands before nouns."""
    following = doc.key(j + 1)
    return (
        doc.keys[j] == "الا"
        and len(following) > 3
        and following[0] in "ينت"
        and following not in PREPOSITIONS
        and doc.is_word(j - 1)
    )


def _clause_after(doc: Document, j: int, end: int) -> bool:
    """Whether the clause of the verb is still to come: a complementizer before any other verb or comma."""
    for k in range(j + 1, end):
        if doc.keys[k] in INTRODUCING or doc.keys[k] in FULL:
            return doc.keys[k - 1] not in NO_CONTENT_AFTER
        if continuing_participle(doc, k, end):
            return False
        if doc.keys[k] == "،" and (doc.key(k + 1) in BARE or doc.key(k + 1) in FULL):
            continue
        if doc.keys[k] in ("،", ".", ":") or doc.finite(k) is not None:
            return False
    return False


def _clause_of(doc: Document, j: int, preposition: str, end: int) -> bool:
    """Whether the same preposition stands again further on with its clause (المبعوث إلى … إلى أن)."""
    for k in range(j + 1, min(end, j + 14)):
        if doc.keys[k] == preposition and (doc.key(k + 1) in BARE or doc.key(k + 1) in FULL):
            return True
        if doc.keys[k] in (".", ":", "؛") or doc.finite(k) is not None or continuing_participle(doc, k, end):
            return False
    return False


def _past_bare(doc: Document, j: int, limit: int) -> int:
    return j + 1 if j < limit and doc.keys[j] in BARE else j


def _is_name(doc: Document, verb: int, opened: int, close: int, limit: int) -> bool:
    """Whether a quotation after a verb is rather a name («الشرق الأوسط», صحيفة “الأخبار”)."""
    count = len(doc.words((opened, close)))
    if count > 5:
        return False
    gazetteer = doc.gazetteer
    previous = doc.key(opened - 1)
    if (
        previous in gazetteer.outlet_heads
        or previous in ("ل", "ب", "في", "من", "عن")
        or previous in gazetteer.institution_heads
    ):
        return True
    if gazetteer.outlet(doc.words((opened, close))) is not None:
        return True
    following = doc.key(close + 1)
    if opened == verb + 1:
        return _introduced_soon(doc, close + 1, limit)
    if doc.key(opened - 1) in WORKS or any(
        doc.keys[j] in BARE or doc.keys[j] in FULL for j in range(close + 1, min(close + 3, limit))
    ):
        return True
    return count <= 3 or close + 1 < limit and following not in (".", "،")


def _introduced_soon(doc: Document, start: int, limit: int) -> bool:
    """Whether the content is introduced within a few words, so that what stands before is a name."""
    for j in range(start, min(start + 6, limit)):
        if doc.keys[j] in BARE or doc.keys[j] in FULL or doc.is_colon(j) or j in doc.opened:
            return True
        if doc.keys[j] in ("الي", "عن", "علي", "من"):
            return True
    return False


def _prepositional(
    doc: Document, i: int, j: int, key: str, reading: Analysis, limit: int
) -> Complement | None:
    """A content introduced by a preposition, or, with نقل عن and كشف عن, the source it was had from."""
    after = doc.key(j + 1)
    if after in BARE:
        return Complement(j, j + 2, "preposition", clause=True)
    if after in FULL:
        return Complement(j, j + 1, "preposition", clause=True)
    if key == "عن":
        relayed = _relayed(doc, i, j, reading, limit)
        if relayed is not None:
            return relayed
    return Complement(j, j + 1, "preposition")


def _relayed(doc: Document, i: int, about: int, reading: Analysis, limit: int) -> Complement | None:
    """نقلت … عن X قوله إن / كشف موقع … عن مصادر أن: X is the source, the subject is the relay."""
    start = about + 2 if doc.key(about + 1) == "لسان" else about + 1
    end = phrase_end(doc, start, limit)
    if end <= start:
        return None
    hop: Range | None = None
    saying = doc.masdar(end) if end < limit else None
    if saying is not None and saying.verb.lemma in SAY and not saying.pronoun:
        hop, start = (start, end), end + 1
        end = phrase_end(doc, start, limit)
    for j in range(end, min(end + 14, limit)):
        key = doc.keys[j]
        if key in BARE or key in FULL or doc.is_colon(j) or _says(doc, j):
            if not (reading.verb.lemma in RELAYING or _is_speaker(doc, start)):
                return None
            found = _content_after(doc, j, limit)
            return Complement(about, found, "relay", (start, end), hop=hop) if found is not None else None
        if (
            j in doc.opened
            and reading.verb.lemma in RELAYING
            and not _is_name(doc, i, j, doc.opened[j].close, limit)
        ):
            return Complement(about, j, "relay", (start, end))
        if doc.finite(j) is not None:
            return None
    return None


RENEWING = frozenset(("جدد", "كرر"))
RELAYING = frozenset(("نقل", "تناقل"))


def _says(doc: Document, j: int) -> bool:
    """قوله, قولها, تأكيده: a verbal noun with the speaker's pronoun."""
    reading = doc.masdar(j)
    return reading is not None and bool(reading.pronoun) and reading.verb.strength == "report"


def _content_after(doc: Document, j: int, limit: int) -> int | None:
    """The start of the content when token j introduces it, directly or after قوله, نفيها."""
    if _says(doc, j) and j + 1 < limit and verbal_noun(doc, j + 1):
        return j + 1
    for k in range(j, min(j + 14, limit)):
        if doc.keys[k] in BARE:
            return k + 1
        if doc.keys[k] in FULL or k in doc.opened and len(doc.words((k, doc.opened[k].close))) > 3:
            return k
        if doc.is_colon(k):
            return _past_bare(doc, k + 1, limit)
    return None


def _is_speaker(doc: Document, i: int) -> bool:
    gazetteer = doc.gazetteer
    key = doc.keys[i]
    return (
        key in gazetteer.anonymous_heads
        or key in gazetteer.roles
        or key in gazetteer.outlet_heads
        or key in gazetteer.titles
    )


def _is_ba_complement(doc: Document, i: int, j: int, reading: Analysis) -> bool:
    """A word that begins with the preposition ب of a verb that takes one (تعهد بدعم, اتهمه بالكذب)."""
    key = doc.keys[j]
    if (
        doc.keys[j - 1] == "،"
        and j - i <= 12
        and _clause_follows(doc, j)
        or reading.verb.stance in NEUTRAL
        and _clause_after(doc, j, min(j + 14, len(doc)))
    ):
        return False
    if key == "ب":
        return True
    if not key.startswith("ب") or len(key) < 4:
        return False
    rest = key[1:]
    gazetteer = doc.gazetteer
    if reading.verb.stance in NEUTRAL and not (
        rest.startswith("ال") or verbal_noun(doc, j, rest) or rest.endswith(("ه", "ها", "هم"))
    ):
        return False
    if (
        key in _NOT_BA
        or key in gazetteer.given_names
        or gazetteer.longest_place(doc.keys, j)
        or rest in gazetteer.institution_heads
    ):
        return False
    return not gazetteer.longest_place(doc.keys, j, first=rest) and rest not in words("occasions")


_NOT_BA = frozenset(
    fold(
        "بينهم بينها بينهما بيان بلاغ برنامج بحث بنك بعد بين بعض برلمان بعثة بلدية باسم بشأن بحسب بكل بدون بدوره بدورها بلاده بلادها بلد بلدة بيت بطل باحث باحثون بشكل بيروت بغداد برلين بكين"
    ).split()
)


NEUTRAL = frozenset(("neutral", "emphatic", "reveal", "opinion", "predict"))


def _is_la_complement(doc: Document, j: int) -> bool:
    """ل with a verbal noun behind a verb of demand (دعا لعدم …)."""
    key = doc.keys[j]
    return len(key) > 4 and key[0] == "ل" and not key.startswith("لل") and verbal_noun(doc, j, key[1:])


def _clause_follows(doc: Document, j: int) -> bool:
    """Whether a complementizer or a colon stands a few words behind token j."""
    return any(k in BARE or k in FULL or k == ":" for k in doc.keys[j + 1 : j + 8])


def _second_word(doc: Document, i: int, j: int) -> Complement | None:
    """Two words that report one content: وأضاف فلان قائلا, وتابع بالقول, رد بقوله."""
    for reading in doc.readings[j]:
        if reading.verb.lemma not in SAY or j == i:
            continue
        if (
            reading.form.tense == "participle"
            and not reading.form.definite
            or (reading.form.tense == "masdar" and (reading.prefix == "ب"))
        ):
            found = _content_after(doc, j + 1, min(j + 14, len(doc)))
            if found is not None:
                return Complement(j, found, "colon" if doc.is_colon(found - 1) else "clause")
    return None


def _another_verb(doc: Document, j: int) -> bool:
    reading = doc.finite(j)
    if reading is None or reading.form.passive and reading.form.tense == "past":
        return False
    if reading.verb.strength != "report" and not (
        reading.conjunction and reading.form.tense == "past" and doc.keys[j - 1] == "،"
    ):
        return False
    gazetteer = doc.gazetteer
    key = doc.keys[j]
    return not (
        key in gazetteer.given_names
        or key in gazetteer.roles
        or key in gazetteer.institution_heads
        or key in gazetteer.document_heads
        or doc.key(j - 1) in gazetteer.given_names
        or doc.key(j - 1) in gazetteer.titles
    )


def _candidate(doc: Document, i: int, reading: Analysis, rule: str) -> Candidate:
    form = reading.form
    return Candidate(
        rule=rule,
        entry=reading.verb.lemma,
        lemma=reading.verb.lemma,
        stance=reading.verb.stance,
        cue=(i, i + 1),
        content=[],
        negated=negated(doc, i),
        gender=form.gender or "",
        number=form.number or "",
        person=form.person or 3,
        strength=reading.verb.strength,
        impersonal=_impersonal(doc, i, reading),
    )


def _impersonal(doc: Document, i: int, reading: Analysis) -> bool:
    """يقال, ذُكر, and يعتقد or يتوقع at the head of a clause: "it is said, thought, expected"."""
    if reading.form.tense != "present" or reading.form.gender != "m" or reading.form.number != "s":
        return reading.form.passive
    said = reading.verb.lemma in SAY and doc.keys[i].endswith("قال")
    return (
        said
        or reading.form.passive
        or reading.verb.lemma in ("اعتقد", "توقع", "رجح", "حكى", "روى")
        and doc.key(i - 1) not in CARRY_ON | PARTICLE_PRONOUNS
    )


def _forward(
    doc: Document, i: int, reading: Analysis, complement: Complement, begin: int, limit: int
) -> Candidate | None:
    found = _candidate(doc, i, reading, f"verb:{complement.kind}")
    zone_end = complement.named or complement.intro
    if complement.noun is not None:
        found.stance = complement.noun.verb.stance
        if complement.named == i + 1:
            found.cue = (i, i + 2)
    source, channels = source_after(doc, i + 1, zone_end)
    if reading.form.number in ("p", "d") and reading.form.gender == "m":
        source = None  # before its subject a verb stands in the singular: this subject came earlier
    transitive = not {"object", "addressee:object"}.isdisjoint(reading.verb.frames)
    if (
        source is not None
        and transitive
        and complement.kind != "relay"
        and _topic_rules(doc, i, reading, begin)
    ):
        source = None
    if (
        complement.kind == "preposition"
        and complement.intro == complement.start
        and doc.keys[complement.start][0] in ("ب" if complement.noun is None else "بل")
    ):
        found.skip = 1
    if source is not None and "addressee:object" in reading.verb.frames:
        source = _subject_not_addressee(doc, reading, source)
        source = _before_addressee(doc, source) if source is not None else None
    if source is not None and doc.keys[source[0]] in ABSTRACT:
        return None
    if source is None and doc.key(i - 1) in ABSTRACT and reading.conjunction == "":
        return None
    if source is None and (
        reading.conjunction == "" or reading.conjunction == "ف" and doc.keys[begin] in ("اما", "واما")
    ):
        if (
            doc.key(i - 1) in RELATIVES
            and (reading.pronoun or found.impersonal)
            or found.impersonal
            and reading.conjunction == "ف"
        ):
            source = None
        else:
            source = source_before(doc, i, begin)
        if source is not None:
            found.rule = f"topic:{complement.kind}"
    if (
        complement.kind == "preposition"
        and complement.intro == i + 1
        and doc.keys[i + 1] in ("الي", "علي", "عن", "من")
    ):
        found.cue = (i, i + 2)
    cited = _cited(doc, i + 1, zone_end) if source is not None else None
    if cited is not None and complement.relay is None:
        found.source, found.via = cited, tuple([source, *channels] if source else channels)
        found.rule = "verb:relay"
    elif complement.relay is not None:
        relays = [r for r in (complement.hop, source) if r is not None] + channels
        found.source, found.via = complement.relay, tuple(relays)
    else:
        found.source = source
        found.via = tuple(channels)
    if not found.via and i - begin <= 20:
        occasion = occasion_channel(doc, begin, i)
        found.via = (occasion,) if occasion is not None else ()
    if found.source is not None and _glued_l(doc, found.source[0]):
        found.source_skip = 1
    found.colon = complement.kind == "colon"
    found.documents = frozenset(_documents(doc, i + 1, zone_end))
    if complement.kind != "colon":
        limit = clause_limit(doc, i, complement.start, begin, limit)
    if complement.kind == "preposition" and not complement.clause and complement.start not in doc.opened:
        end = phrase_content_end(doc, complement.start, limit)
        found.content = content_from(doc, complement.start, end)
    else:
        speech = complement.kind in ("colon", "quote")
        found.content = content_from(
            doc, complement.start, limit, after_colon=speech, tense=reading.form.tense
        )
    if not found.content:
        return None
    return found


def _glued_l(doc: Document, i: int) -> bool:
    """سبق لوسائل إعلام أن ذكرت: the source has a preposition before it."""
    key = doc.keys[i]
    gazetteer = doc.gazetteer
    tables = (gazetteer.roles, gazetteer.anonymous_heads, gazetteer.institution_heads, gazetteer.outlet_heads)
    return (
        key[:1] == "ل"
        and len(key) > 4
        and not any(key in t for t in tables)
        and any(key[1:] in t for t in tables)
    )


def _cited(doc: Document, start: int, end: int) -> Range | None:
    """Whom a report cites between its verb and its content (ذكرت وكالة …، نقلا عن مسؤول، أن)."""
    for j in range(start, end - 2):
        if (doc.keys[j], doc.keys[j + 1]) in CITING:
            stop = phrase_end(doc, j + 2, end)
            return doc.strip((j + 2, stop)) if stop > j + 2 else None
    return None


CITING = frozenset((("نقلا", "عن"), ("استنادا", "الي")))


def _documents(doc: Document, start: int, end: int) -> Iterator[str]:
    """The documents somebody speaks in (في بيان, في تقرير): later البيان is his."""
    for j in range(start, end - 1):
        if doc.keys[j] == "في":
            head = doc.gazetteer.document_heads.get(doc.keys[j + 1])
            if head is not None and not head.definite:
                yield head.key


def _topic_rules(doc: Document, i: int, reading: Analysis, begin: int) -> bool:
    """A known subject right before a transitive verb: what follows the verb is its object (روسيا تعتبر …)."""
    if reading.conjunction or i == begin or not doc.is_word(i - 1) or reading.verb.lemma in SAY:
        return False
    if doc.keys[i - 1] in PARTICLE_PRONOUNS:
        return True
    topic = source_before(doc, i, begin)
    introduced = topic is not None and doc.key(topic[0] - 1) in COPULAS
    if topic is None or not introduced and not known_head(doc, topic[0]) or not agrees(doc, topic, reading):
        return False
    return topic[1] == i or all(doc.keys[j] in ASPECT for j in range(topic[1], i))


def _subject_not_addressee(doc: Document, reading: Analysis, source: Range) -> Range | None:
    """With طالب, حث, اتهم the noun behind the verb may be spoken to: agreement and rank tell."""
    if reading.pronoun or reading.conjunction == "":
        return source if agrees(doc, source, reading) else None
    each = doc.key(source[0] + 1) == "من"
    key = doc.keys[source[0]]
    plural = (
        key.startswith("ال")
        and len(key) > 6
        and key.endswith(("ات", "ين"))
        and key not in doc.gazetteer.given_names
    )
    if plural and reading.conjunction and doc.gazetteer.longest_institution(doc.keys, source[0]) is None:
        return None
    if not agrees(doc, source, reading) or doc.keys[source[0]] in ADDRESSEES and not each:
        return None
    return source


def _before_addressee(doc: Document, source: Range) -> Range:
    """Behind a complete definite noun the next definite noun is spoken to (المدرب | اللاعبين)."""
    gazetteer = doc.gazetteer
    place = gazetteer.longest_place(doc.keys, source[0])
    second = source[0] + place[0] if place is not None else source[1]
    if second < source[1] and gazetteer.longest_place(doc.keys, second) is not None:
        return (source[0], second)
    for i in range(source[0] + 1, source[1]):
        key = doc.keys[i]
        noun = (
            key in gazetteer.roles or key in gazetteer.anonymous_heads or key in gazetteer.institution_heads
        )
        if noun and key.startswith("ال") and doc.keys[source[0]].startswith("ال"):
            return (source[0], i)
        if key in ADDRESSEES:
            return (source[0], i)
    return source


ADDRESSEES = words("addressees")


def _pointing_back(doc: Document, i: int, reading: Analysis, begin: int, limit: int) -> Candidate | None:
    """…، وهو ما نفته الوزارة; هذا ما قاله فلان: the content is the clause before."""
    if not reading.pronoun or doc.key(i - 1) != "ما" or doc.key(i - 2) not in POINTING_BACK:
        return None
    start, end = begin, i - 2
    if end - begin < 2:
        previous = max((s for s in doc.sentences if s[1] == begin), default=None)
        if previous is None:
            return None
        start, end = previous
    opened = [j for j in range(start, end) if doc.keys[j] in BARE and doc.keys[j - 1] not in NO_CONTENT_AFTER]
    content = doc.strip((opened[0] + 1 if opened else start, end))
    source = (
        doc.strip((i + 1, phrase_end(doc, i + 1, limit))) if i + 1 < limit and can_head(doc, i + 1) else None
    )
    if content[1] - content[0] < 2 or source is None or source[1] <= source[0]:
        return None
    found = _candidate(doc, i, reading, "verb:pointing")
    found.source, found.content = source, [content]
    return found


POINTING_BACK = frozenset(fold("هذا وهذا هو وهو هي وهي ذلك وذلك").split())


def _backward(doc: Document, i: int, reading: Analysis, begin: int, limit: int) -> Candidate | None:
    """Content first: «…»، قال فلان."""
    if "quote" not in reading.verb.frames:
        return None
    j = i - 1
    while j > begin and doc.keys[j] in ("،", "-"):
        j -= 1
    quotation = doc.closed.get(j)
    if quotation is None or len(doc.words((quotation.open, j))) < 4:
        return None
    end = phrase_end(doc, i + 1, limit)
    found = _candidate(doc, i, reading, "verb:quote-first")
    found.source = (i + 1, end) if end > i + 1 else None
    found.content = [doc.strip((quotation.open + 1, j))]
    return found


def _bare_object(doc: Document, i: int, reading: Analysis, begin: int, limit: int) -> Candidate | None:
    """A noun phrase as content: أعلنت الوزارة مقتل …, نفى مسؤول صحة ما نشر."""
    if "object" not in reading.verb.frames or reading.verb.lemma in SAY:
        return None
    if reading.verb.strength != "report" and reading.verb.lemma not in REQUESTING:
        return None
    if reading.verb.lemma in COUNTING and reading.form.tense == "present":
        return None
    topic = source_before(doc, i, begin) if reading.conjunction == "" else None
    source: Range | None = None
    if topic is not None and known_head(doc, topic[0]) and agrees(doc, topic, reading):
        start, source = skip_lead(doc, i + 1, limit)[0], topic
        while start < limit and (
            doc.keys[start] == "،" or doc.keys[start] in STOPS and doc.keys[start] not in PREPOSITIONS
        ):
            start += 1
    elif doc.key(i - 1) in PARTICLE_PRONOUNS | PRONOUNS and i + 1 < limit and verbal_noun(doc, i + 1):
        start = i + 1
    else:
        if _after_noun(doc, i, reading, begin):
            return None
        split = (
            i + 1
            if i + 1 < limit
            and _proper_name(doc, i + 1) == i + 1
            and (
                own_verbal_noun(doc, i + 1)
                or doc.key(i - 1) in CARRY_ON
                and verbal_noun(doc, i + 1)
                or reading.conjunction
                and (
                    doc.keys[i + 1] in VERBAL_NOUNS | POINTING
                    or shaped(doc.keys[i + 1])
                    and not known_head(doc, i + 1)
                )
            )
            else _object_start(doc, i + 1, limit)
        )
        if split is None:
            return None
        end = phrase_end(doc, i + 1, split)
        start, source = split, (i + 1, end) if end > i + 1 else None
    if start < limit and doc.keys[start] in ("في", "من") and source is not None:
        start = _past_adverbial(doc, start, limit)
    if reading.verb.lemma in REQUESTING and not (
        start < limit and (verbal_noun(doc, start) or own_verbal_noun(doc, start))
    ):
        return None
    if (
        reading.pronoun
        or not doc.is_word(start)
        and start not in doc.opened
        or doc.keys[start] in PREPOSITIONS
    ):
        return None
    if doc.keys[start] == "ما" and negated(doc, i):
        return None
    content = doc.strip((start, phrase_content_end(doc, start, limit)))
    if content[1] - content[0] < 1:
        return None
    found = _candidate(doc, i, reading, "verb:object")
    found.source = doc.strip(source) if source else None
    found.via = tuple(find_channels(doc, source[1] if source and source[1] > i else i + 1, start))
    found.content = [content]
    return found


IDENTITY = frozenset(fold("اسمه اسمها اسميهما أسماءهم هويته هويتها هوياتهم هويتهما").split())
COUNTING = frozenset(("اعتبر", "ادعى", "طلب"))  # in the present rather "counts as", "is called", "requires"
REQUESTING = frozenset(("طلب",))


def _past_adverbial(doc: Document, start: int, limit: int) -> int:
    """Past في وقت سابق, في بيان له, من الحكومة, when the object follows within a few words; else `start`."""
    for j in range(start + 2, min(start + 7, limit)):
        if not doc.is_word(j) or doc.finite(j) is not None:
            break
        if verbal_noun(doc, j) and doc.keys[j - 1] not in PREPOSITIONS and not doc.keys[j].startswith("ال"):
            return j
    return start


def agrees(doc: Document, source: Range, reading: Analysis) -> bool:
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


def _object_start(doc: Document, start: int, limit: int) -> int | None:
    """Where the object begins behind a subject of at least one word, by the shape of the words."""
    if not can_head(doc, start):
        return None
    named = _proper_name(doc, start)
    if start < named < limit and (own_verbal_noun(doc, named) or verbal_noun(doc, named)):
        return named
    if (
        named > start
        and named < limit
        and doc.keys[named].startswith("ال")
        and doc.keys[named] not in doc.gazetteer.nationalities
        and doc.keys[named] not in doc.gazetteer.sectors
    ):
        return named
    for j in range(start + 1, min(limit, start + 20)):
        key = doc.keys[j]
        if key in POINTING and doc.keys[j - 1] not in PREPOSITIONS:
            return j
        if key in (".", ":", "؛") or j in doc.opened and len(doc.words((j, doc.opened[j].close))) > 6:
            return None
        if (
            key.startswith("ال")
            and key not in VERBAL_NOUNS
            and verbal_noun(doc, j, key[2:])
            and doc.keys[j - 1].startswith("ال")
            and key not in doc.gazetteer.nationalities
            and key[2:] not in doc.gazetteer.institution_heads
        ):
            return j
        if key not in VERBAL_NOUNS and (
            key.startswith(("ال", "لل")) or not verbal_noun(doc, j) and not own_verbal_noun(doc, j)
        ):
            continue
        previous = doc.keys[j - 1]
        if (
            previous in PREPOSITIONS
            or not previous.startswith("ال")
            and (previous in doc.gazetteer.institution_heads or previous in doc.gazetteer.roles)
        ):
            continue
        if j == start + 1 and key in VERBAL_NOUNS and len(previous) > 3:
            return j
        known = previous in doc.gazetteer.nationalities or previous in doc.gazetteer.sectors
        if (
            previous.startswith("ال")
            or not doc.is_word(j - 1)
            or previous in STOPS
            or known
            or _ends_name(doc, start, j)
        ):
            return j
    return None


def _proper_name(doc: Document, start: int) -> int:
    """The end of a place that stands for its government at token `start`, else `start`."""
    place = doc.gazetteer.longest_place(doc.keys, start)
    return start + place[0] if place is not None and place[1].kind in ("country", "capital") else start


def _ends_name(doc: Document, start: int, j: int) -> bool:
    gazetteer = doc.gazetteer
    return (
        doc.keys[j - 1] in gazetteer.given_names
        or gazetteer.longest_place(doc.keys, j - 1) is not None
        or gazetteer.longest_institution(doc.keys, j - 1) is not None
        or doc.keys[j].endswith(("ه", "ها", "هم"))
    )


POINTING = frozenset(fold("هذا هذه ذلك تلك هذين ما").split())

__all__ = ["find", "find_channels", "outlet_at"]
