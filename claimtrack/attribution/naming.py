"""Construction: calling something something (اعتبر فلان القرار خطأ, عدّته النقابة نصرا): the object is the content.

Knows where the subject must have ended, because no preposition or complementizer shows it.
"""

from __future__ import annotations

from claimtrack.attribution.candidate import Candidate
from claimtrack.attribution.channels import find_channels
from claimtrack.attribution.content import negated, phrase_content_end
from claimtrack.attribution.continuations import continuing_participle
from claimtrack.attribution.document import PREPOSITIONS, Document
from claimtrack.attribution.heads import adjective, known_head
from claimtrack.attribution.noun_phrase import phrase_end
from claimtrack.attribution.objects import object_start, proper_name
from claimtrack.attribution.phrase_words import dedicated
from claimtrack.attribution.small_words import (
    BARE,
    BLAMING,
    COUNTS,
    EVENTS,
    FULL,
    NAMING,
    POINTING,
    RULERS,
    SON_OF,
    STOPS,
    TRACING,
)
from claimtrack.attribution.subjects import can_head, source_before
from claimtrack.attribution.verbal_nouns import own_verbal_noun, verbal_noun
from claimtrack.lexicon import Analysis

_REACH = 25  # tokens within which a subject names itself, or a clause would have begun


def find(doc: Document, i: int, reading: Analysis, begin: int, limit: int) -> Candidate | None:
    """The attribution whose cue is the verb of naming at token i."""
    reading = _as_naming(doc, i, reading)
    if (
        reading.verb.lemma not in NAMING | TRACING | {BLAMING}
        or reading.form.passive
        or reading.form.person != 3
    ):
        return None
    if (
        i + 1 >= limit
        or negated(doc, i)
        or (doc.key(i - 1) in EVENTS and not reading.pronoun)
        or _introduced(doc, i + 1, limit)
    ):
        return None
    if reading.pronoun:
        somebody = can_head(doc, i + 1) and (known_head(doc, i + 1) or doc.keys[i + 1] in COUNTS)
        end = phrase_end(doc, i + 1, limit) if somebody else i + 1
        end = min(end, _subject_end(doc, i + 1, end)) if end > i + 1 else end
        source = (i + 1, end) if end > i + 1 else None
        start = end
        if source is None or not _predicate(doc, start, limit):
            return None
    else:
        plural = reading.form.number in ("p", "d") and reading.form.gender == "m"
        end = i + 1 if plural else _subject_end(doc, i + 1, limit)
        if reading.verb.lemma in TRACING and (end == i + 1 or not _object(doc, end, limit)):
            end = object_start(doc, i + 1, limit) or end
        source = (i + 1, phrase_end(doc, i + 1, end)) if end > i + 1 else None
        start = end + 1 if doc.key(end) == "،" else end
        if (source is None and not plural) or not _object(doc, start, limit):
            return None
        if reading.form.tense == "present" and not plural and not _person(doc, i + 1, end):
            return None  # تعتبر المدينة: it is considered
    content = doc.strip((start, phrase_content_end(doc, start, limit)))
    topic = None if reading.pronoun or reading.conjunction else source_before(doc, i, begin)
    if len(doc.words(content)) < 2 or topic is not None:
        return None
    form, verb = reading.form, reading.verb
    return Candidate(
        rule="verb:naming",
        entry=verb.lemma,
        lemma=verb.lemma,
        stance=verb.stance,
        cue=(i, i + 1),
        content=[content],
        source=source,
        via=tuple(find_channels(doc, source[1] if source else i + 1, content[0])),
        gender=form.gender or "",
        number=form.number or "",
    )


def _as_naming(doc: Document, i: int, reading: Analysis) -> Analysis:
    """تعدّه, which is written like "promises him", calls it something."""
    other = (r for r in doc.readings[i] if r.pronoun and r.verb.lemma in NAMING and r.form.person == 3)
    return next(other, reading) if reading.pronoun else reading


def _introduced(doc: Document, start: int, limit: int) -> bool:
    """Whether a complementizer or a colon is still to come, before a participle goes on."""
    for j in range(start, min(start + _REACH, limit)):
        if doc.keys[j] in BARE or doc.keys[j] in FULL or doc.is_colon(j):
            return True
        if continuing_participle(doc, j, limit):
            return False
    return False


def _predicate(doc: Document, i: int, limit: int) -> bool:
    """What something is called: an indefinite noun, or من, بمثابة with one."""
    if i >= limit or not (doc.is_word(i) or i in doc.opened):
        return False
    key = doc.keys[i]
    return (
        i in doc.opened
        or key in ("من", "احد", "احدي", "بمثابه")
        or (not key.startswith("ال") and key not in STOPS and key not in PREPOSITIONS)
    )


def _object(doc: Document, i: int, limit: int) -> bool:
    """Something definite or pointed at, or a verbal noun."""
    if i >= limit or not (doc.is_word(i) or i in doc.opened):
        return False
    key = doc.keys[i]
    return (
        i in doc.opened
        or key.startswith("ال")
        or key in POINTING
        or (known_head(doc, i) and key not in doc.surnames and key[0] != "و")
        or verbal_noun(doc, i)
        or own_verbal_noun(doc, i)
        or (doc.keys[i - 1] == "،" and key not in STOPS and key not in PREPOSITIONS)
    )


def _person(doc: Document, start: int, end: int) -> bool:
    heads = (
        doc.gazetteer.roles,
        doc.gazetteer.titles,
        doc.gazetteer.anonymous_heads,
        doc.gazetteer.given_names,
        RULERS,
    )
    return any(doc.keys[j] in table for j in range(start, end) for table in heads)


def _subject_end(doc: Document, start: int, limit: int) -> int:
    """Behind the personal name, or behind a definite noun and its adjectives; `start` when neither shows."""
    if not can_head(doc, start):
        return start
    if doc.keys[start] in COUNTS and start + 2 < limit:
        many = start + 2 if doc.keys[start + 1] == "من" else start + 1
        return _definite_end(doc, many, limit) if _countable(doc, many) else start
    if doc.keys[start] in RULERS:
        return _definite_end(doc, start, limit)
    for i in range(start, min(start + _REACH, limit)):
        if not doc.is_word(i) or (i > start and (doc.keys[i] in STOPS or doc.finite(i) is not None)):
            break
        if doc.keys[i] in doc.gazetteer.given_names and not dedicated(doc, i):
            return _name_end(doc, i, limit)
    place = proper_name(doc, start)
    if place == start and not (known_head(doc, start) and doc.keys[start].startswith("ال")):
        return start
    return _definite_end(doc, max(place - 1, start), limit)


def _countable(doc: Document, i: int) -> bool:
    """Whether those who are counted are a definite noun or are somebody (الكثير من القادة, بعض سكان الجزر)."""
    return doc.is_word(i) and (doc.keys[i].startswith("ال") or known_head(doc, i))


def _definite_end(doc: Document, i: int, limit: int) -> int:
    """Behind the noun at token i, the definite noun it is annexed to, and adjectives."""
    end = i + 1
    if end < limit and not doc.keys[i].startswith("ال") and doc.keys[end].startswith("ال"):
        end += 1
    while end < limit and adjective(doc, end):
        end += 1
    return end


def _name_end(doc: Document, first: int, limit: int) -> int:
    given = doc.gazetteer.given_names
    i = first + 1
    while i < limit and doc.is_word(i):
        key, previous = doc.keys[i], doc.keys[i - 1]
        part = key in given or key in SON_OF or previous in SON_OF
        surname = key.startswith("ال") and not doc.keys[i - 1].startswith("ال")
        foreign = not key.startswith("ال") and i == first + 1 and not verbal_noun(doc, i)
        if not (part or surname or foreign) or key in STOPS or key in PREPOSITIONS:
            break
        i += 1
        if surname:
            break
    return i
