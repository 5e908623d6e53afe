"""Construction: the colon of headlines and slugs (مصادر: …, فلان: …)."""

from __future__ import annotations

from claimtrack.attribution.candidate import Candidate
from claimtrack.attribution.channels import find_channels
from claimtrack.attribution.content import content_from
from claimtrack.attribution.document import PREPOSITIONS, Document, Range
from claimtrack.attribution.heads import known_head
from claimtrack.attribution.noun_phrase import channel_at, outlet_at, phrase_end
from claimtrack.attribution.phrase_words import nominal_here
from claimtrack.attribution.small_words import ASSERTIONS, SPEECH_OPENERS, TELLING
from claimtrack.lexicon import Analysis
from claimtrack.lexicon.words import words
from claimtrack.text.folding import fold

MAX_WORDS = 8
MAX_NAME = 3
ORDINALS = words("ordinals")
COMPILED = frozenset(fold("وكالات الوكالات متابعات خاص ترجمة").split())  # bylines of articles put together


def find(doc: Document, i: int, begin: int, limit: int) -> Candidate | None:
    """The attribution whose cue is the colon at token i, after a source that opens the sentence."""
    if not doc.is_colon(i) or i == begin or i + 2 >= limit:
        return None
    dash = max((j for j in range(begin, i) if doc.keys[j] == "-" and not doc.tokens.glued(j)), default=None)
    if dash is not None and (_place_alone(doc, begin, dash) or _outlet_alone(doc, dash + 1, i)):
        return None  # a dateline (الرياض – وكالات:)
    begin = dash + 1 if dash is not None else begin
    begin = next((j + 1 for j in range(i - 1, begin, -1) if doc.keys[j] == "/"), begin)
    quoted = _quotation_first(doc, i, begin, limit)
    if quoted is not None:
        return quoted
    source = doc.strip((begin, i))
    announced = doc.masdar(begin)
    if (
        announced is not None
        and announced.verb.strength == "report"
        and doc.key(begin + 1) == "من"
        and i - begin <= 8
    ):
        return _announced(doc, i, begin, limit, announced)
    if source[1] == source[0] + 1 and doc.keys[source[0]] in COMPILED:
        return None
    channels: tuple[Range, ...] = ()
    end = phrase_end(doc, begin, i)
    if begin < end < i and channel_at(doc, end, i) is not None:
        source, channels = (begin, end), tuple(find_channels(doc, end, i))
    if (
        source[1] <= source[0]
        or len(doc.words(source)) > MAX_WORDS
        or not (_names_source(doc, source[0], source[1]) or _own_words(doc, source, i, begin))
    ):
        return None
    content = content_from(doc, i + 1, limit, after_colon=True)
    if not content or len(doc.words(content[0])) < 2 or doc.keys[source[1] - 1] in ORDINALS:
        return None
    if _somebody_speaks(doc, i + 1, limit):
        return None  # a label, and whoever speaks behind it (ويلز: قال المدرب …)
    return Candidate(
        rule="headline-colon",
        entry=":",
        lemma=":",
        stance="neutral",
        cue=(i, i + 1),
        content=content,
        source=source,
        via=channels,
    )


def _place_alone(doc: Document, begin: int, end: int) -> bool:
    place = doc.gazetteer.longest_place(doc.keys, begin)
    return place is not None and begin + place[0] == end


def _somebody_speaks(doc: Document, i: int, limit: int) -> bool:
    """Whether a reporting verb with its own subject or a conjunction opens what stands behind the colon."""
    reading = doc.finite(i)
    if reading is None or reading.verb.strength == "optional" or reading.form.tense != "past":
        return False
    return bool(reading.conjunction) or (
        i + 1 < limit and (known_head(doc, i + 1) or reading.verb.lemma in TELLING)
    )


def _outlet_alone(doc: Document, begin: int, end: int) -> bool:
    outlet = outlet_at(doc, begin, end)
    return outlet is not None and outlet[1] == end


def _announced(doc: Document, i: int, begin: int, limit: int, noun: Analysis) -> Candidate | None:
    """تحذير من وزارة …: the noun of speech is the cue."""
    content = content_from(doc, i + 1, limit, after_colon=True)
    if not content:
        return None
    verb = noun.verb
    return Candidate(
        "headline-noun",
        verb.lemma,
        verb.lemma,
        verb.stance,
        (begin, begin + 2),
        content,
        source=doc.strip((begin + 2, i)),
    )


def _quotation_first(doc: Document, i: int, begin: int, limit: int) -> Candidate | None:
    """ "…": وزير الخارجية يرد: the speaker stands behind the colon."""
    quotation = doc.closed.get(i - 1)
    if quotation is None or quotation.open != begin or len(doc.words((begin, i))) < 4:
        return None
    end = phrase_end(doc, i + 1, limit)
    if end <= i + 1 or not known_head(doc, i + 1):
        return None
    end = next((j for j in range(i + 2, end) if doc.finite(j) is not None and not nominal_here(doc, j)), end)
    return Candidate(
        "headline-colon",
        ":",
        ":",
        "neutral",
        (i, i + 1),
        [(begin + 1, i - 1)],
        source=(i + 1, end),
    )


def _own_words(doc: Document, source: Range, colon: int, begin: int) -> bool:
    """Whether an unknown name in the headline says something of its own (الدوماني: لن أوقع, "المرصاد": …)."""
    if begin >= doc.sentences[0][1] or source[1] < colon:
        return False
    start, end = source
    if start in doc.opened:
        return doc.opened[start].close == end - 1 and doc.keys[start + 1].startswith("ال")
    first = doc.key(colon + 1)
    own = first in ASSERTIONS or first in SPEECH_OPENERS or first.startswith(("سن", "سا"))
    surname = doc.keys[end - 1].startswith("ال") and doc.keys[end - 1].endswith("ي")
    surname = surname and (end - start == 1 or not doc.keys[start].startswith("ال"))
    return own and surname and end - start <= MAX_NAME and all(map(doc.is_word, range(start, end)))


def _names_source(doc: Document, start: int, end: int) -> bool:
    """Whether the words before the colon can be somebody: a known head, or a name met again later."""
    gazetteer = doc.gazetteer
    keys = doc.keys[start:end]
    if any(
        doc.readings[i] and doc.finite(i) is not None
        for i in range(start, end)
        if doc.keys[i] not in gazetteer.given_names and doc.keys[i] not in gazetteer.roles
    ):
        return False
    place = gazetteer.longest_place(keys, 0)
    if place is not None and place[0] == len(keys) and place[1].kind == "country":
        return False
    if keys[0] in PREPOSITIONS or "-" in keys or any(k.isdigit() for k in keys):
        return False
    if (
        keys[0] in gazetteer.roles
        or keys[0] in gazetteer.anonymous_heads
        or keys[0] in gazetteer.titles
        or keys[0] in gazetteer.given_names
        or keys[0] in gazetteer.institution_heads
        or keys[0] in gazetteer.outlet_heads
        or gazetteer.longest_place(keys, 0)
        or gazetteer.longest_institution(keys, 0)
        or gazetteer.longest_outlet(keys, 0)
        or (
            start in doc.opened
            and (gazetteer.outlet(doc.words((start, end))) is not None or doc.keys.count(keys[-2]) >= 2)
        )
    ):
        return True
    return (
        len(keys) <= 4
        and PREPOSITIONS.isdisjoint(keys)
        and doc.keys.count(keys[-1]) >= 2
        and len(keys[-1]) > 3
    )
