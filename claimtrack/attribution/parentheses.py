"""Construction: a reporting verb between commas (المشروع، يؤكد الخبير، لن يرى النور) or at the end (…، يقول فلان).

The verb stands in the present and takes no complement of its own: the sentence around it is the content.
"""

from __future__ import annotations

from claimtrack.attribution.candidate import Candidate
from claimtrack.attribution.content import negated
from claimtrack.attribution.document import PREPOSITIONS, Document, Range
from claimtrack.attribution.heads import known_head
from claimtrack.attribution.noun_phrase import phrase_end
from claimtrack.attribution.small_words import BARE, FULL, OPENERS, RELATIVES, STOPS
from claimtrack.attribution.subjects import can_head, skip_lead
from claimtrack.attribution.surroundings import around
from claimtrack.lexicon import Analysis

_ALONE = frozenset(("قال", "أضاف", "تابع"))  # they stand between commas without a subject, too
_CLOSING = frozenset(("،", "-", ")", "."))


def find(doc: Document, i: int, reading: Analysis, begin: int, limit: int) -> Candidate | None:
    """The attribution whose cue is the finite verb at token i, when nothing but commas tie it to its sentence."""
    form, verb = reading.form, reading.verb
    if form.tense != "present" or form.passive or reading.conjunction or reading.pronoun or negated(doc, i):
        return None
    if (
        verb.strength != "report"
        or not {"clause", "quote"} <= set(verb.frames)
        or verb.stance in ("demand", "doubt")
    ):
        return None
    if i < begin + 2 or doc.keys[i - 1] not in ("،", "-", "("):
        return None
    if i - 2 in doc.closed and doc.closed[i - 2].open <= begin + 1:
        return None  # a quotation and who says it
    start, channels = skip_lead(doc, i + 1, limit)
    end = phrase_end(doc, start, limit) if start < limit and can_head(doc, start) else start
    if end < limit and doc.keys[end] not in _CLOSING:
        return None
    if form.person != 3 or not (known_head(doc, start) if end > start else verb.lemma in _ALONE):
        return None
    if end + 1 < limit and not _goes_on(doc, begin, i, end + 1):
        return None
    source: Range | None = doc.strip((start, end)) if end > start else None
    found = around(doc, (i, i + 1), source, end, begin, limit, going_on=True)
    if found is None or sum(len(doc.words(part)) for part in found.content) < 3:
        return None
    found.rule = "verb:between" if len(found.content) > 1 else "verb:after"
    found.entry = found.lemma = verb.lemma
    found.stance = verb.stance
    found.gender, found.number = form.gender or "", form.number or ""
    found.via = (*channels, *found.via)
    return found


def _goes_on(doc: Document, begin: int, verb: int, following: int) -> bool:
    """Whether the sentence takes up again what stood before the verb, and no complement begins."""
    key = doc.keys[following]
    if key in BARE or key in FULL or key in RELATIVES or following in doc.opened or doc.is_colon(following):
        return False
    opener = doc.keys[begin].removeprefix("و")
    only_led_up = "،" not in doc.keys[begin : verb - 1] and (opener in PREPOSITIONS or opener in OPENERS)
    return not (only_led_up and (key in PREPOSITIONS or key in STOPS))
