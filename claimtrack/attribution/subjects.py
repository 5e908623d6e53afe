"""Where a source stands: behind its verb, or before it as topic or antecedent."""

from __future__ import annotations

from claimtrack.attribution.channels import find_channels
from claimtrack.attribution.document import PREPOSITIONS, Document, Range
from claimtrack.attribution.heads import gender_fits, known_head
from claimtrack.attribution.mention import SAME
from claimtrack.attribution.noun_phrase import MAX_SOURCE, channel_at, informed, outlet_at, phrase_end
from claimtrack.attribution.outlets import enclosed_name
from claimtrack.attribution.phrase_words import MOST_IN_MARKS, ali, nominal_here
from claimtrack.attribution.small_words import (
    ASPECT,
    CLAUSE_OPENERS,
    COPULAS,
    COUNTS,
    DATIVES,
    DENIED,
    IN_IT,
    NEGATIONS,
    NO_HEADS,
    OFTEN,
    OPENERS,
    PARTICLE_PRONOUNS,
    PERIODS,
    PRONOUNS,
    QUANTITIES,
    RELATIVES,
    SAY,
    SPEECH_OCCASIONS,
    STOPS,
    WHICH,
)
from claimtrack.lexicon import Analysis
from claimtrack.lexicon.words import words
from claimtrack.text.folding import fold

ABOUT = frozenset(fold("حول وحول بخصوص وبخصوص بشأن وبشأن وعن").split())


def skip_lead(doc: Document, start: int, limit: int) -> tuple[int, list[Range]]:
    """Pass adverbs and channels that stand between a verb and its source (وقال أمس لرويترز مسؤول)."""
    i = start
    channels: list[Range] = []
    while i < limit:
        key = doc.keys[i]
        channel = channel_at(doc, i, limit) if doc.is_word(i) else None
        if channel is not None:
            channels.append(channel)
            i = channel[1]
        elif _adverbial_of_two(doc, i):
            i += 2
        elif key in OPENERS or key in DATIVES:
            i += 1
        else:
            break
    return i, channels


def _adverbial_of_two(doc: Document, i: int) -> bool:
    """الشهر الماضي, من جهته."""
    key, following = doc.keys[i], doc.key(i + 1)
    turn = key in ("من", "علي", "في", "الي") and following in words("turn_taking")
    return turn or (key in PERIODS and following in WHICH)


def source_after(doc: Document, start: int, limit: int) -> tuple[Range | None, list[Range]]:
    """The source between a verb and its content, and the channels named beside it."""
    begin, channels = skip_lead(doc, start, limit)
    if begin > start and begin < limit and doc.keys[begin] == "،":
        begin += 1
    end = phrase_end(doc, begin, limit) if begin < limit else begin
    source = (
        (begin, end)
        if end > begin
        and (can_head(doc, begin) or ali(doc, begin, begin, limit))
        and not _addressed(doc, begin)
        else None
    )
    if source is None:
        end = begin
    elif end < limit and (doc.keys[end] in doc.gazetteer.outlet_heads or informed(doc, begin, end)):
        told = outlet_at(doc, end, limit) or enclosed_name(doc, end, limit)
        channels += [told] if told is not None else []
    channels += find_channels(doc, end, limit)
    return source, channels


def _addressed(doc: Document, i: int) -> bool:
    """A word with the preposition ل, or a plural in the accusative: who is spoken to, not who speaks."""
    key = doc.keys[i]
    gazetteer = doc.gazetteer
    if key.startswith("ال") and key.endswith("ين") and len(key) > 6 and key not in gazetteer.given_names:
        plural = gazetteer.roles.get(key) or gazetteer.anonymous_heads.get(key)
        if key in gazetteer.nationalities or (plural is not None and plural.number == "plural"):
            return True
    if key.startswith("لل") or key in ("لي", "لنا", "له", "لها", "لهم", "ل"):
        return True
    known = (gazetteer.roles, gazetteer.anonymous_heads, gazetteer.institution_heads, gazetteer.outlet_heads)
    if (
        key[:1] == "ل"
        and len(key) > 4
        and key.endswith(("ه", "ها", "هم"))
        and key not in gazetteer.given_names
        and not any(key in t for t in known)
    ):
        return True
    return (
        key[:1] == "ل"
        and any(key[1:] in table for table in known)
        and not any(key in table for table in known)
    )


def can_head(doc: Document, i: int) -> bool:
    """Whether a source may begin with token i."""
    if i in doc.opened:
        return True
    if not doc.is_word(i):
        return False
    key = doc.keys[i]
    if key in ("هذا", "هذه", "هو", "هي", "هم", "وهو", "وهي"):
        return True
    if _verb_or_participle(doc, i):
        return False
    bare = key[1:] if key[:1] in ("و", "ف") else key
    if (
        not bare
        or key in NO_HEADS
        or key in SAME
        or (key in SPEECH_OCCASIONS and key.removesuffix("ها").removesuffix("ه") in SPEECH_OCCASIONS - {key})
        or key.startswith(("بال", "كال", "ولل", "فلل", "وبال", "فبال"))
        or (key[:1] == "ل" and key[1:] in NO_HEADS)
    ):
        return False
    return not any(
        k in STOPS or k in PREPOSITIONS or k in RELATIVES or k in CLAUSE_OPENERS or k in NEGATIONS
        for k in (key, bare)
    )


def _verb_or_participle(doc: Document, i: int) -> bool:
    """و with a reporting verb (وتساءلت وأجابت), or a participle in the accusative (وتابعت مشككة في …)."""
    if doc.gazetteer.given_names and doc.keys[i] in doc.gazetteer.given_names:
        return False
    verb = doc.finite(i)
    if (
        verb is not None
        and verb.conjunction
        and verb.verb.strength != "optional"
        and verb.form.tense == "past"
        and not nominal_here(doc, i)
    ):
        return True
    reading = doc.participle(i)
    return (
        reading is not None
        and not reading.form.definite
        and doc.keys[i].endswith(("ا", "ه"))
        and not nominal_here(doc, i)
    )


def source_before(doc: Document, verb: int, begin: int) -> Range | None:
    """The topic or antecedent that stands before a verb in its own clause."""
    end = verb
    while end > begin and doc.keys[end - 1] in ASPECT:
        end -= 1
    if end < verb and end - 1 > begin and doc.keys[end - 1] in OFTEN:
        end -= 1  # عادة ما, غالبا ما
    if end - 2 > begin and doc.keys[end - 1] == "-" and doc.keys[end - 2] in ("-", ")"):
        return None  # a dateline
    if end - 1 > begin and end - 1 in doc.opened:
        end -= 1
    if end > begin and doc.keys[end - 1] in RELATIVES:
        return _antecedent(doc, end - 1, begin) if _relates(doc, end - 1, verb) else None
    if end > begin and doc.keys[end - 1] in PRONOUNS:
        return (end - 1, end)
    if end > begin and doc.keys[end - 1] in PARTICLE_PRONOUNS:
        return None
    end = _before_aside(doc, end, begin)
    comma = end > begin and doc.keys[end - 1] == "،"
    if comma:
        end -= 1
    start = _clause_start(doc, end, begin, through_commas=comma)
    if comma and doc.keys[start] in ABOUT:
        return None  # وحول عودة المدرب، أكد
    if start > begin and doc.keys[start - 1] in RELATIVES:
        if comma:
            return None
        if end - start <= 14:
            return _antecedent(doc, start - 1, begin)
    start = past_openers(doc, start, end)
    if start < end and not known_head(doc, start):
        start = (
            start + 1
            if start + 1 < end and known_head(doc, start + 1) and doc.keys[start][:1] in "وف"
            else _nearest_head(doc, start, end)
        )
    if start >= end or not can_head(doc, start):
        return None
    stop = phrase_end(doc, start, end)
    if start < stop < end and doc.keys[stop][:-1] in doc.gazetteer.document_heads:
        document = (stop, phrase_end(doc, stop, end))  # أصدرت النقابة | بيانا [للوزارة]
        return doc.strip(document if document[1] > stop + 1 else (start, stop))
    if stop <= start or (stop < end and not _aside(doc, stop, end)):
        return None
    apart = doc.key(verb - 1) == "،" or doc.key(verb + 1) in IN_IT
    return None if apart and _in_the_accusative(doc, start) else doc.strip((start, stop))


def _in_the_accusative(doc: Document, i: int) -> bool:
    """A document that somebody issued (عمم بلاغا، أخبر فيه): who did so speaks."""
    return (
        doc.keys[i][-1] == "ا"
        and doc.keys[i][:-1] in doc.gazetteer.document_heads
        and doc.key(i - 1) not in COPULAS
    )


def _relates(doc: Document, relative: int, verb: int) -> bool:
    """Whether the antecedent can be the verb's subject (المدرسة التي | قال إنها جديدة: it is not)."""
    reading, key = doc.finite(verb), doc.keys[relative]
    if reading is None or reading.form.person != 3:
        return True
    if key.endswith("الذين"):
        return reading.form.number != "s"
    other = {"التي": "m", "الذي": "f"}.get(key.removeprefix("و"))
    return reading.form.gender != other or reading.form.number != "s"


def _before_aside(doc: Document, end: int, begin: int) -> int:
    """Before an aside between dashes or brackets (مسؤول -رفض ذكر اسمه- أوضح)."""
    if end > begin and doc.keys[end - 1] in ("-", ")"):
        mark = "-" if doc.keys[end - 1] == "-" else "("
        for j in range(end - 2, max(begin, end - 12), -1):
            if doc.keys[j] == mark:
                return j
    return end


def _nearest_head(doc: Document, start: int, end: int) -> int:
    """Where somebody is named between `start` and the verb (مكالمات من سكان | يقولون), else `start`."""
    gazetteer = doc.gazetteer
    for i in range(end - 1, start, -1):
        if not doc.is_word(i):
            break
        key = doc.keys[i]
        if key in gazetteer.document_heads and not gazetteer.document_heads[key].definite and i < end - 1:
            return i
        if key in gazetteer.anonymous_heads and (doc.keys[i - 1] in PREPOSITIONS or not doc.is_word(i - 1)):
            return i
    return start


def _aside(doc: Document, start: int, end: int) -> bool:
    """Whether what stands between a topic and its verb can be an aside (في بيان, اليوم, بين فاصلتين)."""
    key = doc.keys[start]
    return (
        key in STOPS
        or key in PREPOSITIONS
        or key in RELATIVES
        or key in ("،", "-", "(")
        or channel_at(doc, start, end) is not None
    )


def _clause_start(doc: Document, end: int, begin: int, *, through_commas: bool) -> int:
    start = end
    while start > begin and end - start < MAX_SOURCE:
        i = start - 1
        if i in doc.closed and doc.closed[i].open >= begin:
            start = doc.closed[i].open
            continue
        key = doc.keys[i]
        if key in CLAUSE_OPENERS or key in COPULAS or key in RELATIVES:
            break
        if key == "،" and not through_commas:
            break
        if not doc.is_word(i) and key not in ("،", "-", ".", ")", "("):
            break
        if key == "." and len(doc.key(i - 1)) > 2:
            break
        reading = doc.finite(i)
        if reading is not None and not reading.form.passive and not nominal_here(doc, i):
            break
        start = i
    return start


def past_openers(doc: Document, start: int, end: int) -> int:
    """Past adverbials before the topic: من جهته، في المقابل, اليوم."""
    i = start
    while i < end:
        key = doc.keys[i]
        if key == "،" or key in OPENERS:
            i += 1
        elif key in PREPOSITIONS or key.removeprefix("و") in PREPOSITIONS:
            comma = next((j for j in range(i, end) if doc.keys[j] == "،"), None)
            if comma is not None:
                i = comma + 1
            else:
                head = next((j for j in range(i + 2, end) if _strong_head(doc, j)), None)
                return head if head is not None else end
        else:
            break
    return i


def _strong_head(doc: Document, i: int) -> bool:
    """A noun that can begin a source by itself, in a position where it is not the end of an annexion."""
    gazetteer = doc.gazetteer
    key = doc.keys[i]
    if key in gazetteer.anonymous_heads or key in gazetteer.titles:
        return doc.key(i - 1) not in PREPOSITIONS
    return key in gazetteer.roles and doc.key(i - 1) not in PREPOSITIONS


def _plural_people(doc: Document, i: int) -> bool:
    """A plural of people, or a quantity of them."""
    gazetteer = doc.gazetteer
    head = gazetteer.anonymous_heads.get(doc.keys[i]) or gazetteer.roles.get(doc.keys[i])
    return (head is not None and head.number == "plural") or doc.keys[i] in QUANTITIES


def _antecedent(doc: Document, relative: int, begin: int) -> Range | None:
    """The noun phrase a relative clause belongs to."""
    end = relative
    if end > begin and doc.keys[end - 1] == "،":
        end -= 1
    start = end
    while start > begin and end - start < 15:
        i = start - 1
        if i in doc.closed and doc.closed[i].open >= begin:
            start = doc.closed[i].open
            if doc.key(start + 1) in DENIED:
                break
            continue
        key = doc.keys[i]
        if (
            not doc.is_word(i)
            or key in STOPS
            or key in PREPOSITIONS
            or key in CLAUSE_OPENERS
            or key in RELATIVES
        ):
            break
        if doc.finite(i) is not None and not nominal_here(doc, i):
            break
        start = i
        if key in DENIED and key.startswith("ال"):
            break
    if start - 2 >= begin and doc.keys[start - 1] == "من" and doc.keys[start - 2] in COUNTS:
        return doc.strip((start - 2, end))  # عدد من التقارير | التي
    if doc.keys[relative] == "الذين":
        plural = [i for i in range(start, end) if _plural_people(doc, i)]
        if plural:
            return doc.strip((plural[0], end))
    heads = [
        i for i in range(start, end) if _strong_head(doc, i) or doc.keys[i] in doc.gazetteer.institution_heads
    ]
    if not known_head(doc, start):
        start = heads[0] if heads else max(start, end - 2)
    return doc.strip((start, end)) if start < end else None


def _opens_in_marks(doc: Document, close: int, begin: int) -> bool:
    """A name in marks at the head of a sentence (“النورس” تتهم …)."""
    return (
        close in doc.closed
        and doc.closed[close].open == begin
        and len(doc.words((begin, close))) <= MOST_IN_MARKS
    )


def topic_rules(doc: Document, i: int, reading: Analysis, begin: int) -> bool:
    """A known subject right before a transitive verb: what follows the verb is its object (روسيا تعتبر …)."""
    if reading.conjunction or i == begin or reading.verb.lemma in SAY:
        return False
    if not doc.is_word(i - 1):
        return _opens_in_marks(doc, i - 1, begin)
    if doc.keys[i - 1] in PARTICLE_PRONOUNS:
        return True
    if doc.keys[i - 1] in RELATIVES and "addressee:object" in reading.verb.frames:
        return not reading.pronoun and doc.key(i + 1) not in DATIVES and _relates(doc, i - 1, i)
    topic = source_before(doc, i, begin)
    introduced = topic is not None and doc.key(topic[0] - 1) in COPULAS
    if (
        topic is None
        or (not introduced and not known_head(doc, topic[0]))
        or not gender_fits(doc, topic, reading)
    ):
        return False
    return topic[1] == i or all(doc.keys[j] in ASPECT or doc.keys[j] in OFTEN for j in range(topic[1], i))
