"""Construction: a finite reporting verb with its source and its content.

Verb, source, complement (قال فلان إن), topic first (فلان قال إن, موسكو تنفي), no subject (وأضاف أن),
content first («…»، قال فلان), and the relay in نقلت وكالة عن فلان (قوله) إن.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimtrack.attribution import met_again, naming, parentheses
from claimtrack.attribution.addressees import speaking_part
from claimtrack.attribution.candidate import Candidate
from claimtrack.attribution.channels import find_channels, occasion_channel
from claimtrack.attribution.complement import Complement
from claimtrack.attribution.complements import complement_of
from claimtrack.attribution.content import (
    clause_limit,
    content_from,
    negated,
    phrase_content_end,
    without_outer_quotes,
)
from claimtrack.attribution.document import PREPOSITIONS, Document, Range
from claimtrack.attribution.heads import gender_fits, known_head
from claimtrack.attribution.noun_phrase import phrase_end
from claimtrack.attribution.objects import behind_occasion, object_start, past_adverbial, proper_name
from claimtrack.attribution.recognition import acceptable, is_verb_here, place_behind_fa, stands_after_noun
from claimtrack.attribution.small_words import (
    ABSTRACT,
    BARE,
    CARRY_ON,
    CITING,
    COUNTING,
    COUNTS,
    DATIVES,
    ESPECIALLY,
    ESTIMATED,
    ESTIMATING,
    FULL,
    GOING_ON,
    IN_IT,
    NEEDS,
    NO_CONTENT_AFTER,
    PARTICLE_PRONOUNS,
    POINTING,
    POINTING_BACK,
    PRONOUNS,
    RELATIVES,
    REQUESTING,
    SAY,
    SPEECH_OCCASIONS,
    STOPS,
)
from claimtrack.attribution.speech import spoken_limit
from claimtrack.attribution.subjects import can_head, skip_lead, source_after, source_before, topic_rules
from claimtrack.attribution.understanding import describe
from claimtrack.attribution.verbal_nouns import VERBAL_NOUNS, own_verbal_noun, shaped, verbal_noun
from claimtrack.lexicon import Analysis


def find(doc: Document, i: int, begin: int, limit: int) -> Candidate | None:
    """The attribution whose cue is the finite verb at token i, in the sentence [begin, limit)."""
    reading = doc.finite(i)
    if reading is None or not is_verb_here(doc, i, reading, begin):
        return None
    called = naming.find(doc, i, reading, begin, limit) if reading.pronoun else None
    if called is not None:
        return called
    pointing = _pointing_back(doc, i, reading, begin, limit)
    if pointing is not None:
        return pointing
    between = parentheses.find(doc, i, reading, begin, limit)
    if between is not None:
        return between
    called = naming.find(doc, i, reading, begin, limit)
    if called is not None:
        return called
    again = met_again.find(doc, i, reading, limit)
    if again is not None:
        return again
    complement = complement_of(doc, i, reading, begin, limit)
    if complement is not None and acceptable(doc, i, reading, complement, begin):
        return _forward(doc, i, reading, complement, begin, limit)
    return _backward(doc, i, reading, begin, limit) or _bare_object(doc, i, reading, begin, limit)


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
        or (
            reading.verb.lemma in ("اعتقد", "توقع", "رجح", "حكى", "روى")
            and doc.key(i - 1) not in CARRY_ON | PARTICLE_PRONOUNS
        )
    )


def _forward(
    doc: Document, i: int, reading: Analysis, complement: Complement, begin: int, limit: int
) -> Candidate | None:
    found = _candidate(doc, i, reading, f"verb:{complement.kind}")
    zone_end = complement.named or complement.intro
    if complement.noun is not None:
        found.stance = complement.noun.verb.stance
        if reading.verb.lemma == "وجه":
            found.cue = (complement.named, complement.named + 1)
        elif complement.named == i + 1:
            found.cue = (i, i + 2)
    closing = _closing_noun(doc, i, complement.start)
    if closing is not None:
        found.stance = closing.verb.stance
    source, channels = source_after(doc, i + 1, zone_end)
    if reading.form.number in ("p", "d") and reading.form.gender == "m":
        source = None  # before its subject a verb stands in the singular: this subject came earlier
    transitive = not {"object", "addressee:object"}.isdisjoint(reading.verb.frames)
    if (
        source is not None
        and transitive
        and complement.kind != "relay"
        and topic_rules(doc, i, reading, begin)
    ):
        source = None
    if (
        complement.kind == "preposition"
        and complement.intro == complement.start
        and doc.keys[complement.start][0] in ("ب" if complement.noun is None else "بل")
    ):
        found.skip = 1
    if source is not None:
        source = speaking_part(doc, reading, source)
    if source is not None and _told(doc, i, reading, source, begin):
        source = None
    if source is None and reading.form.passive:
        source = _written_in(doc, i + 1, zone_end)
    if source is not None and (
        doc.keys[source[0]] in ABSTRACT or (complement.kind == "preposition" and _happens(doc, source[0]))
    ):
        return None
    if source is None and doc.key(i - 1) in ABSTRACT and reading.conjunction == "":
        return None
    if source is None and (
        reading.conjunction == "" or (reading.conjunction == "ف" and doc.keys[begin] in ("اما", "واما"))
    ):
        if (doc.key(i - 1) in RELATIVES and (reading.pronoun or found.impersonal)) or (
            found.impersonal and reading.conjunction == "ف"
        ):
            source = None
        elif reading.form.person == 1:
            source = (i - 1, i) if doc.key(i - 1) in PRONOUNS else None
        else:
            source = source_before(doc, i, begin)
            if doc.key(i + 1) in IN_IT:
                issuer = source if source is not None and _issues(doc, source, i) else None
                source = _speaker_of(doc, i, begin) or issuer
            elif source is not None and complement.kind == "preposition" and _action(doc, source):
                return None
        if source is not None:
            found.rule = f"topic:{complement.kind}"
    if (
        complement.kind == "preposition"
        and complement.intro == i + 1
        and doc.keys[i + 1] in ("الي", "علي", "عن", "من")
    ):
        found.cue = (i, i + 2)
    cited = _cited(doc, i + 1, zone_end) if source is not None else None
    if cited is not None and source is not None and _relayed_by(doc, source, cited):
        found.source, found.via = source, (cited, *channels)
    elif cited is not None and complement.relay is None:
        found.source, found.via = cited, tuple([source, *channels] if source else channels)
        found.rule = "verb:relay"
    elif complement.relay is not None:
        relays = [*complement.hops, *([source] if source else []), *channels]
        found.source, found.via = complement.relay, tuple(relays)
    else:
        found.source = source
        found.via = tuple(channels)
    if not found.via and i - begin <= 45:
        occasion = occasion_channel(doc, begin, i)
        found.via = (occasion,) if occasion is not None else ()
    if found.source is not None and _glued_l(doc, found.source[0]):
        found.source_skip = 1
    found.documents = frozenset(_documents(doc, i + 1, zone_end))
    if complement.kind != "colon":
        limit = clause_limit(doc, i, complement.start, begin, limit)
    phrase = complement.kind == "object" or (
        complement.kind == "preposition" and not complement.clause and complement.start not in doc.opened
    )
    if phrase:
        end = phrase_content_end(doc, complement.start, limit, reading.form)
        found.content = content_from(
            doc, complement.start, _outer_clause(doc, begin, i, complement.start, end)
        )
    else:
        speech = complement.kind in ("colon", "quote")
        if complement.kind == "colon" and complement.start not in doc.opened:
            limit = spoken_limit(doc, complement.start, limit)
        found.content = content_from(doc, complement.start, limit, after_colon=speech, form=reading.form)
    if not found.content:
        return None
    return found


def _outer_clause(doc: Document, begin: int, cue: int, start: int, end: int) -> int:
    """Before وأن, which goes on with a clause around the cue (ذكر أن الشركة تعهدت بـ… | وأن …)."""
    if not any(doc.keys[j] in BARE or doc.keys[j] in FULL for j in range(begin, cue)):
        return end
    for j in range(start + 1, end):
        if doc.keys[j] in GOING_ON and doc.keys[j - 1] not in ESPECIALLY and doc.quotation_around(j) is None:
            return j
    return end


def _action(doc: Document, source: Range) -> bool:
    """Whether a topic is what somebody did (تشديد القيود يشير إلى …): it shows something and says nothing."""
    return shaped(doc.keys[source[0]]) and not known_head(doc, source[0]) and source[0] not in doc.opened


def _issues(doc: Document, source: Range, i: int) -> bool:
    """Whether the topic of قال فيه is somebody, not what they issued (أصدرت الشركة بيانا قالت فيه …)."""
    return source[1] < i and known_head(doc, source[0])


def _speaker_of(doc: Document, i: int, begin: int) -> Range | None:
    """Whose interview or statement it is (مقابلة مع الوزير | قال فيها, تصريحات لقائد الشرطة | قال فيها)."""
    for j in range(i - 2, max(begin - 1, i - 25), -1):
        if doc.keys[j] not in SPEECH_OCCASIONS:
            continue
        start = j + 2 if doc.keys[j + 1] == "مع" else j + 1
        end = phrase_end(doc, start, i) if start < i and can_head(doc, start) else start
        somebody = end > start and (
            _glued_l(doc, start) or known_head(doc, start) or doc.keys[start] in doc.surnames
        )
        return doc.strip((start, end)) if somebody else None
    return None


def _happens(doc: Document, i: int) -> bool:
    """What happens and says nothing (في تطور يؤكد حصول المدينة على …)."""
    return doc.keys[i] in VERBAL_NOUNS and doc.keys[i] not in COUNTS and not known_head(doc, i)


def _closing_noun(doc: Document, i: int, start: int) -> Analysis | None:
    """وختم كلمته بالتأكيد على أن: the noun says how it was said."""
    for j in range(i + 1, start):
        noun = doc.masdar(j) if doc.keys[j].startswith("بال") else None
        if noun is not None and noun.verb.strength == "report" and not noun.pronoun:
            return noun
    return None


def _written_in(doc: Document, i: int, end: int) -> Range | None:
    """وقيل في محضر الجلسة إن: the document behind a passive says it."""
    if doc.key(i) != "في" or i + 1 >= end or doc.keys[i + 1] not in doc.gazetteer.document_heads:
        return None
    return (i + 1, phrase_end(doc, i + 1, end))


def _told(doc: Document, i: int, reading: Analysis, source: Range, begin: int) -> bool:
    """فلان قال لفلان إن: behind a topic a word with ل is who was told."""
    key = doc.keys[source[0]]
    if reading.conjunction or key[0] != "ل" or known_head(doc, source[0]):
        return False
    topic = source_before(doc, i, begin)
    return topic is not None and topic[1] == i


def _glued_l(doc: Document, i: int) -> bool:
    """سبق لوسائل إعلام أن ذكرت, وقائد الفرقة قال, فباريس ترى: a preposition, و or ف stands before the source."""
    key = doc.keys[i]
    gazetteer = doc.gazetteer
    if place_behind_fa(doc, i):
        return gazetteer.longest_place(doc.keys, i) is None
    tables = (gazetteer.roles, gazetteer.anonymous_heads, gazetteer.institution_heads, gazetteer.outlet_heads)
    return (
        key[:1] in ("ل", "و")
        and len(key) > 4
        and not any(key in t for t in tables)
        and any(key[1:] in t for t in tables)
    )


def _relayed_by(doc: Document, source: Range, cited: Range) -> bool:
    """أكد فلان، نقلا عن صحيفة …: the outlet is no source of somebody, but has it from them."""
    return describe(doc, cited).kind == "outlet" and describe(doc, source).kind != "outlet"


def _cited(doc: Document, start: int, end: int) -> Range | None:
    """Whom a report cites between its verb and its content (ذكرت وكالة …، نقلا عن مسؤول، أن)."""
    for j in range(start, end - 2):
        if (doc.keys[j], doc.keys[j + 1]) in CITING:
            stop = phrase_end(doc, j + 2, end)
            return doc.strip((j + 2, stop)) if stop > j + 2 else None
    return None


def _documents(doc: Document, start: int, end: int) -> Iterator[str]:
    """The documents somebody speaks in (في بيان, في تقرير): later البيان is his."""
    for j in range(start, end - 1):
        if doc.keys[j] == "في":
            head = doc.gazetteer.document_heads.get(doc.keys[j + 1])
            if head is not None and not head.definite:
                yield head.key


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
    found.source, found.content = source, [without_outer_quotes(doc, *content)]
    return found


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
    shown = reading.verb.lemma == "أظهر" and doc.key(i + 1) in doc.gazetteer.document_heads
    estimate = reading.verb.lemma == ESTIMATING
    if reading.verb.strength != "report" and reading.verb.lemma not in REQUESTING and not (shown or estimate):
        return None
    if reading.verb.lemma in COUNTING and reading.form.tense == "present":
        return None
    if (negated(doc, i) and reading.verb.stance not in ("deny", "predict")) or doc.keys[i].removeprefix(
        "و"
    ) == "ابان":
        return None
    topic = source_before(doc, i, begin) if reading.conjunction == "" else None
    source: Range | None = None
    headline = topic is not None and topic[0] == begin and i - begin <= 3 and reading.form.tense == "present"
    if (
        topic is not None
        and (known_head(doc, topic[0]) or (headline and i + 1 < limit and own_verbal_noun(doc, i + 1)))
        and gender_fits(doc, topic, reading)
    ):
        start, source = skip_lead(doc, i + 1, limit)[0], topic
        while start < limit and (
            doc.keys[start] == "،" or (doc.keys[start] in STOPS and doc.keys[start] not in PREPOSITIONS)
        ):
            start += 1
    elif (
        doc.key(i + 1) in DATIVES
        and i + 2 < limit
        and (verbal_noun(doc, i + 2) or own_verbal_noun(doc, i + 2))
    ):
        start = i + 2
    elif doc.key(i - 1) in PARTICLE_PRONOUNS | PRONOUNS and i + 1 < limit and verbal_noun(doc, i + 1):
        start = i + 1
    else:
        if stands_after_noun(doc, i, reading, begin):
            return None
        split = (
            i + 1
            if i + 1 < limit
            and proper_name(doc, i + 1) == i + 1
            and (
                own_verbal_noun(doc, i + 1)
                or (doc.key(i - 1) in CARRY_ON and verbal_noun(doc, i + 1))
                or (
                    reading.conjunction
                    and (
                        doc.keys[i + 1] in VERBAL_NOUNS | POINTING
                        or (shaped(doc.keys[i + 1]) and not known_head(doc, i + 1))
                    )
                )
            )
            else behind_occasion(doc, i, reading, limit) or object_start(doc, i + 1, limit)
        )
        if split is None:
            return None
        first = i + 2 if doc.key(i + 1) in DATIVES else i + 1
        end = phrase_end(doc, first, split)
        start, source = split, (first, end) if end > first else None
    if start < limit and doc.keys[start] in ("في", "من", "قبل", "بعد") and source is not None:
        start = past_adverbial(doc, start, limit)
    if estimate and (start >= limit or doc.keys[start].removeprefix("ال") not in ESTIMATED):
        return None
    if reading.verb.lemma in REQUESTING and not (start < limit and _called_for(doc, reading, start)):
        return None
    if (
        reading.pronoun
        or (not doc.is_word(start) and start not in doc.opened)
        or doc.keys[start] in PREPOSITIONS
    ):
        return None
    if doc.keys[start] == "ما" and negated(doc, i):
        return None
    limit = clause_limit(doc, i, start, begin, limit)
    content = doc.strip((start, phrase_content_end(doc, start, limit, reading.form)))
    if content[1] - content[0] < 1:
        return None
    found = _candidate(doc, i, reading, "verb:object")
    found.source = doc.strip(source) if source else None
    found.via = tuple(find_channels(doc, source[1] if source and source[1] > i else i + 1, start))
    found.content = [content]
    return found


def _called_for(doc: Document, reading: Analysis, i: int) -> bool:
    """What طلب and رأى take: an action, or the need for one (رأى ضرورة …, not what somebody saw)."""
    plain = doc.keys[i].removeprefix("ال")
    if reading.verb.lemma == "رأى":
        return plain in NEEDS
    return verbal_noun(doc, i, plain) or verbal_noun(doc, i) or own_verbal_noun(doc, i)
