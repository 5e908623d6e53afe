"""Which expression of time belongs to a claim: when the source said it, as far as the article tells.

Looks only around the claim's cue: behind it and its source, right before it, and within the words that
name a document. What stands in the content says when something happened, not when it was told.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from claimtrack.attribution.candidate import Candidate
from claimtrack.attribution.document import PREPOSITIONS, Document, Range
from claimtrack.attribution.small_words import MARKS, OCCASIONS, RELATIVES, SPEECH_OCCASIONS
from claimtrack.attribution.understanding import describe
from claimtrack.lexicon.moments import SIGNS, Moment, find_moments
from claimtrack.lexicon.reckoning import Told, day_of
from claimtrack.lexicon.words import words
from claimtrack.models import Span, When
from claimtrack.text.folding import fold

SPEECH = OCCASIONS | SPEECH_OCCASIONS
ASIDES = RELATIVES | words("asides")
MATTERS = words("matters")  # behind them stands what is spoken of
BEFORE_CUES = words("before_cues")  # what may stand between a time and the cue
LEADING_IN = words("leading_in")  # an adjunct that opens a clause
MOST_LEADING = 8  # tokens
FAR = 60  # tokens
DAY = len("2017-03-14")

Rule = Callable[[Document, Moment, int, int], bool]


def when(doc: Document, candidate: Candidate, published: str) -> When | None:
    """The time told for one attribution."""
    sentence = _sentence(doc, candidate)
    if SIGNS.isdisjoint(doc.keys[slice(*sentence)]):
        return None
    reading = doc.finite(candidate.cue[0])
    told = Told(day_of(published), reading is not None and reading.future)
    present = reading is not None and reading.form.tense == "present"
    for begin, limit, belongs in _places(doc, candidate, *sentence):
        for moment in find_moments(doc.keys, begin, limit, told):
            announced = told.ahead or (present and len(moment.value) == DAY)  # تعلن الوزارة غدا
            if belongs(doc, moment, begin, limit) and (announced or not moment.coming):
                return When(_span(doc, moment), moment.value)
    return None


def _places(doc: Document, candidate: Candidate, begin: int, limit: int) -> Iterator[tuple[int, int, Rule]]:
    """The runs of tokens to look at, each with what must hold of a time in it."""
    taken = sorted([*candidate.content, *candidate.via, *([candidate.source] if candidate.source else [])])
    first, last = candidate.cue
    yield from ((*run, _within) for run in _free(taken, last, _end_behind(doc, candidate, limit)))
    source = candidate.source
    if source is not None and source[1] <= first:
        yield from ((*run, _aside) for run in _free(taken, source[1], first))
        first = source[0]
    if candidate.rule.startswith(("verb", "topic")) and not _begins_anew(doc, first):
        while first > begin and doc.keys[first - 1] in BEFORE_CUES:
            first -= 1
        yield from ((*run, _leads) for run in _free(taken, max(begin, first - FAR), first) if run[1] == first)
    if source is not None and describe(doc, source, candidate.source_skip).kind == "document":
        yield source[0] + 1, source[1], _within


def _begins_anew(doc: Document, first: int) -> bool:
    """A clause with a conjunction: وأعلن, not وكان قد أعلن."""
    return any(reading.conjunction for reading in doc.readings[first])


def _sentence(doc: Document, candidate: Candidate) -> Range:
    sentence = doc.sentence_at(candidate.cue[0])
    return doc.sentences[sentence] if sentence >= 0 else candidate.cue


def _end_behind(doc: Document, candidate: Candidate, limit: int) -> int:
    """Where the cue's own clause ends: at the content, or, when that stands before, at the next mark."""
    end = candidate.cue[1]
    following = [start for start, _ in candidate.content if start >= end]
    if following:
        return min(*following, end + FAR)
    if candidate.source is not None:
        end = max(end, candidate.source[1])
    if not candidate.rule.startswith(("verb", "topic", "like")):
        return end
    return next((i for i in range(end, min(limit, end + FAR)) if doc.keys[i] in MARKS), min(limit, end + FAR))


def _free(taken: Sequence[Range], begin: int, limit: int) -> Iterator[Range]:
    """What of a run of tokens the taken ranges leave over."""
    for start, end in taken:
        if start >= limit:
            break
        if end > begin:
            if start > begin:
                yield begin, start
            begin = end
    if begin < limit:
        yield begin, limit


def _within(doc: Document, moment: Moment, begin: int, limit: int) -> bool:
    """Whether a time beside the cue is that of the speech: not of what is spoken of or of who speaks."""
    head = _head(doc, begin, moment.start)
    return _plain(head) or _of_speech(head)


def _of_speech(head: Sequence[str]) -> bool:
    return any(key.removeprefix("ال") in SPEECH for key in head)


def _plain(head: Sequence[str]) -> bool:
    return ASIDES.isdisjoint(head) and MATTERS.isdisjoint(head)


def _aside(doc: Document, moment: Moment, begin: int, limit: int) -> bool:
    """Whether a time between source and cue is that of the cue, with nothing else behind it."""
    following = doc.key(moment.end)
    apart = moment.end == limit or following in MARKS or following in PREPOSITIONS
    return (apart or following in BEFORE_CUES) and _within(doc, moment, begin, limit)


def _leads(doc: Document, moment: Moment, begin: int, limit: int) -> bool:
    """Whether a time right before the cue opens its clause: وفي ديسمبر الماضي أعلن, وفي مقابلة أمس قال."""
    if moment.end != limit:
        return False
    head = _head(doc, begin, moment.start)
    opens = not head or head[0] in LEADING_IN or _of_speech(head)
    return opens and len(head) <= MOST_LEADING and _plain(head)


def _head(doc: Document, begin: int, end: int) -> Sequence[str]:
    """The keys of a clause up to a time in it; a comma begins another."""
    start = next((i + 1 for i in range(end - 1, begin - 1, -1) if doc.keys[i] in MARKS), begin)
    return doc.keys[start:end]


def _span(doc: Document, moment: Moment) -> Span:
    """The words of a time, without a conjunction before them."""
    start, end = doc.span((moment.start, moment.end))
    if moment.glued:
        start += 1
        while not fold(doc.text[start]):  # signs on the conjunction
            start += 1
    return Span(start, end)
