"""What follows a reporting verb: where its content is introduced, by what, and whom it relays."""

from __future__ import annotations

from dataclasses import dataclass

from claimtrack.attribution.content import relative_clause_end
from claimtrack.attribution.continuations import continuing_participle, past_bare
from claimtrack.attribution.document import PREPOSITIONS, Document, Range
from claimtrack.attribution.heads import known_head
from claimtrack.attribution.noun_phrase import outlet_at, phrase_end
from claimtrack.attribution.objects import behind_occasion, object_start
from claimtrack.attribution.phrase_words import takes
from claimtrack.attribution.refusals import refusal_end
from claimtrack.attribution.small_words import (
    ADVERBS,
    ASKING,
    ASSERTIONS,
    BARE,
    CARRY_ON,
    CLAUSES,
    CONDITIONS,
    FIRST_PERSON,
    FULL,
    INTRODUCING,
    NEUTRAL,
    NO_CONTENT_AFTER,
    NO_PRESENTS,
    PLACE_NOUNS,
    QUESTIONS,
    RELATIVES,
    RELAYING,
    RENEWING,
    SAY,
    SHORT_NOUNS,
    SON_OF,
    SPEECH_OPENERS,
    STRONG_OPENERS,
    TAKERS,
    TELLING,
    TRACING,
    WORKS,
)
from claimtrack.attribution.subjects import skip_lead, topic_rules
from claimtrack.attribution.verbal_nouns import VERBAL_NOUNS, own_verbal_noun, shaped, verbal_noun
from claimtrack.lexicon import Analysis
from claimtrack.lexicon.words import words
from claimtrack.text.folding import fold

REACH = 45
OCCASION_OPENERS = frozenset(fold("في خلال ضمن أمام أثناء").split())


@dataclass(frozen=True, slots=True)
class Complement:
    """Where the complement of a verb is introduced, where its content starts, and by what."""

    intro: int
    start: int
    kind: str  # clause, colon, quote, preposition, object
    relay: Range | None = None  # with نقل عن: who is quoted
    clause: bool = False  # a preposition that governs أن
    hops: tuple[Range, ...] = ()  # relays between the subject and the one quoted, nearest the latter first
    noun: Analysis | None = None  # with جدد الدعوة: the noun that says what was said, at token `named`
    named: int = 0


def complement_of(doc: Document, i: int, reading: Analysis, begin: int, limit: int) -> Complement | None:
    frames = reading.verb.frames
    prepositions = {fold(f[5:]) for f in frames if f.startswith("prep:")} - {"ل", "في"}
    spoken = (
        {fold(f[5:]) for f in frames if f.startswith("prep:")} if reading.verb.stance == "demand" else set()
    )
    takes_clause = "clause" in frames or "subjunctive" in frames or bool(prepositions)
    j = i + 1
    end = min(limit, i + REACH)
    past_lead = skip_lead(doc, j, end)[0]
    while j < end:
        key = doc.keys[j]
        if reading.verb.lemma in RENEWING and doc.is_word(j):
            renewed = _renewed(doc, j, end)
            if renewed is not None:
                return renewed
        quotation = doc.opened.get(j)
        if quotation is not None:
            demanded = bool(spoken) and j == i + 1 and len(doc.words((j, quotation.close))) > 4
            if demanded or ("quote" in frames and not _is_name(doc, i, j, quotation.close, limit)):
                return Complement(j, j, "quote")
            j = quotation.close + 1
            continue
        if key == "-" and j == i + 1 and reading.verb.lemma == "كتب":
            return None
        if reading.verb.lemma in TELLING and reading.form.person == 3 and not reading.pronoun:
            if key == "،" and doc.key(j + 1) in SPEECH_OPENERS and _subject_ends(doc, i, j):
                return Complement(j, j + 1, "colon")
            if _speech_opens(doc, i, reading, j, end):
                return Complement(j, j, "colon")
        if doc.is_colon(j):
            return (
                Complement(j, past_bare(doc, j + 1, limit), "colon")
                if {"quote", "clause", "addressee:object"} & set(frames)
                else None
            )
        aside = _occasion_end(doc, j, end, prepositions) if key == "،" and takes_clause else j
        if aside > j:
            j = aside
            continue
        if key == "(":
            j = next((k + 1 for k in range(j + 1, min(j + 9, end)) if doc.keys[k] == ")"), j + 1)
            continue
        if j > i + 1 and key in TAKERS and reading.verb.stance != "demand":
            return None
        if (
            key in INTRODUCING
            and takes_clause
            and doc.key(j - 1) not in NO_CONTENT_AFTER
            and doc.key(j + 1) not in CONDITIONS
        ):
            return Complement(j, j + 1, "clause")
        if (key in FULL or _not_to(doc, j)) and takes_clause and doc.key(j - 1) not in NO_CONTENT_AFTER:
            return Complement(j, j, "clause")
        if key == "ما" and j > i + 1 and reading.verb.stance == "deny" and "object" in frames:
            return None
        if key in QUESTIONS and reading.verb.lemma in ASKING:
            return Complement(j, j, "clause")
        if key == "علي" and doc.key(j + 1) == "لسان":
            return _relayed(doc, i, j, reading, limit)
        if key in RELATIVES:
            j = relative_clause_end(doc, j, end)
            continue
        if _object_begins(doc, i, j, reading, past_lead, begin, end):
            return None
        if key == "علي" and SON_OF & {doc.key(j - 1), doc.key(j + 1)}:
            j += 1  # علي بن فلان
            continue
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
        named = key == "ب" and reading.verb.stance in NEUTRAL and _clause_after(doc, j, end)
        if named or (
            key in prepositions and doc.key(j + 1) not in BARE | FULL and _clause_of(doc, j, key, end)
        ):
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
        if j > i + 1 and "addressee:object" in frames and spoken and _asked_for(doc, i, j):
            return Complement(j, j, "preposition")
        if ("ل" in spoken or (spoken and key.startswith("لل") and j > i + 1)) and _is_la_complement(doc, j):
            return Complement(j, j, "preposition")
        if j > i + 1 and _another_verb(doc, j):
            return None
        if key == "؛" and doc.key(j + 1) in doc.gazetteer.roles and _clause_after(doc, j, end):
            j += 1
            continue
        if key in (".", "؟", "!", "؛") and not (
            key == "."
            and (
                len(doc.keys[j - 1]) <= 2 or (j + 1 < end and doc.tokens.glued(j + 1) and doc.is_word(j + 1))
            )
        ):
            return None
        j += 1
    return None


def _object_begins(
    doc: Document, i: int, j: int, reading: Analysis, past_lead: int, begin: int, end: int
) -> bool:
    """Whether a noun phrase that is the content itself begins at token j (أعلنت الوزارة | مقتل …)."""
    frames = reading.verb.frames
    if "object" not in frames or reading.verb.lemma in SAY or reading.verb.lemma == "وصف":
        return False
    governs = "clause" in frames or reading.verb.lemma in TRACING
    if (governs and _clause_after(doc, j, end)) or _second_word(doc, i, j + 1) is not None:
        return False
    if j > i + 1 and (object_start(doc, i + 1, j + 1) == j or behind_occasion(doc, i, reading, j + 1) == j):
        return True
    if j != past_lead:
        return False
    bare = doc.key(i - 1) in CARRY_ON or topic_rules(doc, i, reading, begin)
    listed = bool(reading.conjunction) and doc.keys[j] in VERBAL_NOUNS
    return own_verbal_noun(doc, j) or (verbal_noun(doc, j) and (bare or listed))


def _speech_opens(doc: Document, verb: int, reading: Analysis, j: int, end: int) -> bool:
    """Whether speech begins at token j with nothing to introduce it (وأضاف لا يوجد …, وقال فلان قد يكون …)."""
    openers = SPEECH_OPENERS | CLAUSES if j == verb + 1 else ASSERTIONS
    own = doc.finite(j)
    first = (
        own is not None
        and own.form.person == 1
        and own.form.number == "p"
        and own.form.tense == "present"
        and len(doc.keys[j]) > 3
    )
    present = (
        reading.verb.lemma in ("قال", "أضاف")
        and j == verb + 1
        and _like_a_present(doc, j)
        and not _introduced_later(doc, j, end)
    )
    if (doc.keys[j] not in openers and not first and not present) or doc.key(j + 1) in BARE:
        return False
    if j > verb + 1 and not (known_head(doc, verb + 1) and _subject_ends(doc, verb, j)):
        return False
    following = doc.key(j + 1)
    if (
        doc.keys[j] in STRONG_OPENERS
        or following in FIRST_PERSON
        or (len(following) > 3 and following.endswith("نا"))
    ):
        return True
    for k in range(j + 1, end):
        key = doc.keys[k]
        if key in ("،", ".") or continuing_participle(doc, k, end):
            return doc.key(k + 1) not in BARE and doc.key(k + 1) not in FULL
        if key in BARE or key in FULL or doc.is_colon(k) or (k in doc.opened and k < j + 6):
            return False
    return True


def _occasion_end(doc: Document, comma: int, end: int, prepositions: set[str]) -> int:
    """Behind an occasion between two commas that the content follows (أشارت المجلة، في دراسة …، | إلى); else `comma`."""
    if doc.key(comma + 1) not in OCCASION_OPENERS:
        return comma
    j = comma + 1
    while j < end and doc.keys[j] not in ("،", ".", ":", "؛"):
        j = doc.opened[j].close + 1 if j in doc.opened else j + 1
    if j + 1 >= end or doc.keys[j] != "،":
        return comma
    key = doc.keys[j + 1]
    return j + 1 if key in INTRODUCING or key in FULL or key in prepositions else comma


def _introduced_later(doc: Document, start: int, end: int) -> bool:
    """Whether a complementizer, a colon or a quotation is still to come."""
    return any(
        doc.keys[k] in BARE or doc.keys[k] in FULL or doc.is_colon(k) or k in doc.opened
        for k in range(start, end)
    )


def _like_a_present(doc: Document, j: int) -> bool:
    """A word with the shape of a present (تعد, يمكن, نعمل) that names nobody: وقالت تعد المرأة نصف المجتمع."""
    key = doc.keys[j]
    named = known_head(doc, j) or key in doc.gazetteer.doubtful_given_names or key in NO_PRESENTS
    return (
        len(key) >= 3 and key[0] in "يتن" and not named and not verbal_noun(doc, j) and not key.endswith("ه")
    )


def _subject_ends(doc: Document, verb: int, j: int) -> bool:
    """Whether nothing but the subject stands between a verb and token j."""
    return j == verb + 1 or phrase_end(doc, verb + 1, j) == j


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
    return count <= 3 or (close + 1 < limit and following not in (".", "،"))


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
    if key == "عن" or (key == "الي" and reading.verb.lemma == "نسب"):
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
    hops: list[Range] = []
    while (following := _next_hop(doc, start, end, limit)) is not None:
        hops.insert(0, (start, end))
        start, end = following
    noun = end + 1 if doc.key(end) == "،" else end
    if (
        reading.verb.lemma in RELAYING
        and noun < limit
        and verbal_noun(doc, noun)
        and noun not in doc.refusals
    ):
        return Complement(about, noun, "relay", (start, end), hops=tuple(hops))
    for j in range(refusal_end(doc, end, limit), min(end + 14, limit)):
        key = doc.keys[j]
        if key in BARE or key in FULL or doc.is_colon(j) or _says(doc, j):
            quoted = doc.key(about + 1) == "لسان"
            if not (quoted or reading.verb.lemma in RELAYING or _is_speaker(doc, start)):
                return None
            found = _content_after(doc, j, limit)
            return (
                Complement(about, found, "relay", (start, end), hops=tuple(hops))
                if found is not None
                else None
            )
        if (
            j in doc.opened
            and reading.verb.lemma in RELAYING
            and not _is_name(doc, i, j, doc.opened[j].close, limit)
        ):
            return Complement(about, j, "relay", (start, end), hops=tuple(hops))
        if doc.finite(j) is not None:
            return None
    return None


def _next_hop(doc: Document, start: int, end: int, limit: int) -> Range | None:
    """Who stands behind a relay: عن صحيفة كذا | عن مصدر, عن صحيفة كذا | نقلا عن مصدر, عن وكالة قول | فلان."""
    saying = doc.masdar(end) if end < limit else None
    behind = end
    if saying is not None and saying.verb.lemma in SAY and not saying.pronoun:
        behind = end + 1
    elif outlet_at(doc, start, end) is not None:
        behind = end + 1 if doc.key(end) == "نقلا" else end
        behind = behind + 1 if doc.key(behind) == "عن" else end
    found = phrase_end(doc, behind, limit) if behind > end else behind
    return (behind, found) if found > behind > end else None


def _says(doc: Document, j: int) -> bool:
    """قوله, قولها, تأكيده: a verbal noun with the speaker's pronoun."""
    reading = doc.masdar(j)
    return reading is not None and bool(reading.pronoun) and reading.verb.strength == "report"


def _content_after(doc: Document, j: int, limit: int) -> int | None:
    """The start of the content when token j introduces it, directly or after قوله, نفيها."""
    if _says(doc, j) and j + 1 < limit and verbal_noun(doc, j + 1):
        return j + 1
    if doc.key(j) in ASSERTIONS:
        return j
    for k in range(j, min(j + 14, limit)):
        if doc.keys[k] in BARE:
            return k + 1
        if doc.keys[k] in FULL or (k in doc.opened and len(doc.words((k, doc.opened[k].close))) > 3):
            return k
        if doc.is_colon(k):
            return past_bare(doc, k + 1, limit)
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
    if (key == "ب" and doc.gazetteer.longest_place(doc.keys, j + 1) is not None) or key[1:] in PLACE_NOUNS:
        return False
    if (
        j == i + 1
        and len(key) > 3
        and not key.startswith("بال")
        and not verbal_noun(doc, j, key[1:])
        and _clause_after(doc, j, min(j + 14, len(doc)))
    ):
        return False
    if (doc.keys[j - 1] == "،" and j - i <= 12 and _clause_follows(doc, j)) or (
        reading.verb.stance in NEUTRAL and _clause_after(doc, j, min(j + 14, len(doc)))
    ):
        return False
    if key == "ب":
        return True
    if reading.verb.lemma == "وصف" and any(k in FULL for k in doc.keys[j + 1 : j + 25]):
        return False
    rest = key[1:]
    if not key.startswith("ب") or (len(key) < 4 and rest not in SHORT_NOUNS):
        return False
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
    asked = reading.verb.stance in ("demand", "commit", "accuse")
    return not gazetteer.longest_place(doc.keys, j, first=rest) and (asked or rest not in words("occasions"))


_NOT_BA = frozenset(
    fold(
        "بينما بينهن بينهم بينها بينهما بينهن بينما بهم بها بهن بهما بيان بلاغ برنامج بحث بنك بعد بين بعض برلمان بعثة بلدية باسم بشأن بحسب بكل بدون بدوره بدورها بلاده بلادها بلد بلدة بيت بطل باحث باحثون بشكل بيروت بغداد برلين بكين"
    ).split()
)


def _is_la_complement(doc: Document, j: int) -> bool:
    """ل with a verbal noun behind a verb of demand (دعا لعدم …)."""
    key = doc.keys[j]
    if key.startswith("لل"):
        return verbal_noun(doc, j, key[2:]) and doc.keys[j - 1] not in PREPOSITIONS
    return len(key) > 3 and key[0] == "ل" and verbal_noun(doc, j, key[1:])


def _asked_for(doc: Document, verb: int, j: int) -> bool:
    """A definite verbal noun behind who is spoken to (ناشدت الجمعية السكان | التبرع بـ…)."""
    key, previous = doc.keys[j], doc.keys[j - 1]
    if not key.startswith("ال") or not _action(key[2:]) or previous in PREPOSITIONS:
        return False
    owned = previous.endswith(("ه", "ها", "هم")) and not doc.slice((j - 1, j)).endswith("ة")
    definite = (
        previous.startswith("ال")
        or owned
        or (j - verb > 2 and previous not in doc.gazetteer.institution_heads)
    )
    following = doc.key(j + 1)
    return definite and (
        following in PREPOSITIONS or following.startswith(("ب", "ل")) or following in ADVERBS
    )


def _action(key: str) -> bool:
    """A verbal noun that no plural of people looks like (التبرع, الالتفات, التدخل; not الأعضاء, الأطراف)."""
    if key in _BODIES or (key[:1] == "ا" and len(key) < 6):
        return False
    return key in VERBAL_NOUNS or shaped(key) or (len(key) == 4 and key[0] == "ت")


_BODIES = frozenset(fold("احتلال اتحاد ائتلاف ادعاء استخبارات ترمذي تجار تيار").split())


def _clause_follows(doc: Document, j: int) -> bool:
    """Whether a complementizer or a colon stands a few words behind token j."""
    return any(k in BARE or k in FULL or k == ":" for k in doc.keys[j + 1 : j + 8])


def _second_word(doc: Document, i: int, j: int) -> Complement | None:
    """Two words that report one content: وأضاف فلان قائلا, وتابع بالقول, رد بقوله."""
    for reading in doc.readings[j] if j < len(doc) else ():
        if reading.verb.lemma not in SAY or j == i:
            continue
        if (reading.form.tense == "participle" and not reading.form.definite) or (
            reading.form.tense == "masdar" and (reading.prefix == "ب")
        ):
            found = _content_after(doc, j + 1, min(j + 14, len(doc)))
            if found is not None:
                return Complement(j, found, "colon" if doc.is_colon(found - 1) else "clause")
    return None


def _another_verb(doc: Document, j: int) -> bool:
    reading = doc.finite(j)
    if reading is None or (reading.form.passive and reading.form.tense == "past"):
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
