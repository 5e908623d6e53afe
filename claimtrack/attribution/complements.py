"""What follows a reporting verb: where its content is introduced, by what, and whom it relays."""

from __future__ import annotations

from claimtrack.attribution.bare_speech import speech_opens
from claimtrack.attribution.clauses import (
    clause_after,
    clause_of,
    is_name,
    not_to,
    subject_ends,
)
from claimtrack.attribution.complement import Complement
from claimtrack.attribution.content import relative_clause_end
from claimtrack.attribution.continuations import continuing_participle, past_bare
from claimtrack.attribution.document import Document
from claimtrack.attribution.glued import asked_for, is_ba_complement, is_la_complement
from claimtrack.attribution.heads import called
from claimtrack.attribution.objects import behind_occasion, object_start
from claimtrack.attribution.phrase_words import takes
from claimtrack.attribution.relayed import content_after, relayed
from claimtrack.attribution.small_words import (
    ASKING,
    BARE,
    CARRY_ON,
    CONDITIONS,
    DENIED,
    FULL,
    INTRODUCING,
    NEEDS,
    NEUTRAL,
    NO_CONTENT_AFTER,
    OCCASION_OPENERS,
    POINTING,
    QUANTITIES,
    QUESTIONS,
    RELATIVES,
    RENEWING,
    SAY,
    SON_OF,
    SPEECH_OPENERS,
    TAKERS,
    TELLING,
    TRACING,
)
from claimtrack.attribution.subjects import skip_lead, topic_rules
from claimtrack.attribution.verbal_nouns import VERBAL_NOUNS, own_verbal_noun, verbal_noun
from claimtrack.lexicon import Analysis
from claimtrack.text.folding import fold

REACH = 45


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
        if reading.verb.stance == "deny" and _denied_noun(doc, i, j, end):
            start = j - 1 if doc.keys[j - 1] in QUANTITIES | POINTING and j > i + 1 else j
            return Complement(start, start, "object")
        quotation = doc.opened.get(j)
        if quotation is not None:
            demanded = bool(spoken) and j == i + 1 and len(doc.words((j, quotation.close))) > 4
            single = len(doc.words((j, quotation.close))) == 1
            known = reading.verb.strength == "report" and not doc.is_word(quotation.close + 1)
            named = (
                single and doc.key(quotation.close + 1) == "،" and clause_after(doc, quotation.close + 1, end)
            )
            speech = "quote" in frames and (known or not single) and not named
            if demanded or (speech and not is_name(doc, i, j, quotation.close, limit)):
                return Complement(j, j, "quote")
            j = quotation.close + 1
            continue
        if key == "-" and j == i + 1 and reading.verb.lemma == "كتب":
            return None
        if reading.verb.lemma in TELLING and reading.form.person == 3 and not reading.pronoun:
            if key == "،" and doc.key(j + 1) in SPEECH_OPENERS and subject_ends(doc, i, j):
                return Complement(j, j + 1, "colon")
            if speech_opens(doc, i, reading, j, end):
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
        if (key in FULL or not_to(doc, j)) and takes_clause and doc.key(j - 1) not in NO_CONTENT_AFTER:
            return Complement(j, j, "clause")
        if key == "ما" and j > i + 1 and reading.verb.stance == "deny" and "object" in frames:
            return None
        if key in QUESTIONS and reading.verb.lemma in ASKING:
            return Complement(j, j, "clause")
        if key == "علي" and doc.key(j + 1) == "لسان":
            return relayed(doc, i, j, reading, limit)
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
            and clause_after(doc, j, end)
        ):
            j += 1
            continue
        if key == "من" and reading.verb.lemma == "علم" and doc.key(j + 1) in doc.gazetteer.anonymous_heads:
            return relayed(doc, i, j, reading, limit)
        named = key == "ب" and reading.verb.stance in NEUTRAL and clause_after(doc, j, end)
        if named or (
            key in prepositions
            and doc.key(j + 1) not in BARE | FULL
            and not (
                reading.verb.stance == "demand" and verbal_noun(doc, j + 1, doc.key(j + 1).removeprefix("ال"))
            )
            and clause_of(doc, j, key, end)
        ):
            j += 1
            continue
        if key == "عن" and "relay" in frames:
            had_from = relayed(doc, i, j, reading, limit)
            if had_from is not None:
                return had_from
        if key in prepositions and not (j > i + 1 and takes(doc, i + 1, j)):
            return _prepositional(doc, i, j, key, reading, limit)
        if "ب" in prepositions and is_ba_complement(doc, i, j, reading):
            return Complement(j, j, "preposition")
        said = _second_word(doc, i, j)
        if said is not None:
            return said
        if j > i + 1 and continuing_participle(doc, j, limit):
            return None
        if j > i + 1 and "addressee:object" in frames and spoken and asked_for(doc, i, j):
            return Complement(j, j, "preposition")
        if ("ل" in spoken or (spoken and key.startswith("لل") and j > i + 1)) and is_la_complement(doc, j):
            return Complement(j, j, "preposition")
        if j > i + 1 and _another_verb(doc, j):
            return None
        if key == "؛" and (
            doc.key(j + 1) in BARE | FULL
            or (doc.key(j + 1) in doc.gazetteer.roles and clause_after(doc, j, end))
        ):
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


def _denied_noun(doc: Document, i: int, j: int, end: int) -> bool:
    """نفى المدرب | القول بأن, نفت | الادعاءات التي …: what others said is the content, not who denies."""
    if doc.keys[j] not in DENIED and not (j in doc.opened and doc.key(j + 1) in DENIED):
        return False
    return j > i + 1 or not clause_after(doc, j, end) or doc.key(j + 1).startswith("ب")


def _object_begins(
    doc: Document, i: int, j: int, reading: Analysis, past_lead: int, begin: int, end: int
) -> bool:
    """Whether a noun phrase that is the content itself begins at token j (أعلنت الوزارة | مقتل …)."""
    frames = reading.verb.frames
    if "object" not in frames or reading.verb.lemma in SAY or reading.verb.lemma == "وصف":
        return False
    if reading.verb.lemma == "رأى" and doc.keys[j].removeprefix("ال") not in NEEDS:
        return False  # رأى معاناتها: with his eyes
    governs = "clause" in frames or reading.verb.lemma in TRACING
    if (governs and clause_after(doc, j, end)) or _second_word(doc, i, j + 1) is not None:
        return False
    if j > i + 1 and (object_start(doc, i + 1, j + 1) == j or behind_occasion(doc, i, reading, j + 1) == j):
        return True
    if j != past_lead:
        return False
    bare = doc.key(i - 1) in CARRY_ON or topic_rules(doc, i, reading, begin)
    listed = bool(reading.conjunction) and doc.keys[j] in VERBAL_NOUNS
    return own_verbal_noun(doc, j) or (verbal_noun(doc, j) and (bare or listed))


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
        if key in FULL:
            return Complement(k, k, "clause", noun=noun, named=j)
        if key in BARE:
            return Complement(k, k + 1, "clause", noun=noun, named=j)
        glued = key[:1] if len(key) > 4 and not key.startswith("لل") else ""
        governed = glued in prepositions or (glued == "ب" and noun.verb.stance == "demand")
        asked = glued == "ب" and noun.verb.stance == "demand"
        if glued and governed and (asked or verbal_noun(doc, k, key[1:]) or key[1:].startswith("ال")):
            return Complement(k, k, "preposition", noun=noun, named=j)
        if not doc.is_word(k) or doc.finite(k) is not None:
            return None
    return None


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
        found = relayed(doc, i, j, reading, limit)
        if found is not None:
            return found
    return Complement(j, j + 1, "preposition")


def _second_word(doc: Document, i: int, j: int) -> Complement | None:
    """Two words that report one content: وأضاف فلان قائلا, وتابع بالقول, رد بقوله."""
    for reading in doc.readings[j] if j < len(doc) else ():
        if reading.verb.lemma not in SAY or j == i:
            continue
        if (reading.form.tense == "participle" and not reading.form.definite) or (
            reading.form.tense == "masdar" and (reading.prefix == "ب")
        ):
            found = content_after(doc, j + 1, min(j + 14, len(doc)))
            if found is not None:
                return Complement(j, found, "colon" if doc.is_colon(found - 1) else "clause")
    return None


def _another_verb(doc: Document, j: int) -> bool:
    reading = doc.finite(j)
    if reading is None or called(doc, j) or (reading.form.passive and reading.form.tense == "past"):
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
