"""Construction: a quotation that stands alone (قال فلان إن …. «…».), whose speaker the sentence before names.

It has no cue of its own. A paragraph that opens with a mark again, because the quotation before it was
left open, goes on with that one.
"""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.attribution.candidate import Candidate
from claimtrack.attribution.document import Document, Range
from claimtrack.attribution.noun_phrase import phrase_end
from claimtrack.attribution.subjects import can_head
from claimtrack.text.folding import fold

WITH_THESE = frozenset(fold("بهذه بتلك").split())
IN_WORDS = frozenset(fold("الكلمات العبارات العبارة الكلمة الجملة الجمل").split())
MIN_WORDS = 5  # fewer are a name, a title or a slogan


def find(doc: Document, n: int, before: Sequence[Candidate]) -> Candidate | None:
    """The quotation that is all of sentence `n`, if the sentence before tells of speech; `before` is found there."""
    begin, limit = doc.sentences[n]
    content = _alone(doc, begin, limit)
    if content is None:
        return None
    told = _told_behind(doc, n + 1)
    if told is not None:
        verb, source = told
        return Candidate("quotation", "", "", "neutral", (verb, verb + 1), [content], source=source)
    if not before and not _tells(doc, n - 1):
        return None
    left_open = next((c for c in before if _left_open(doc, c, begin)), None)
    if left_open is not None:
        left_open.content.append(content)
        return None
    return Candidate("quotation", "", "", "neutral", (begin, begin), [content])


def _alone(doc: Document, begin: int, limit: int) -> Range | None:
    """What stands between the marks when nothing but marks stands beside them."""
    quotation = doc.opened.get(begin)
    if (
        quotation is None
        or not doc.is_word(begin + 1)
        or any(map(doc.is_word, range(quotation.close, limit)))
    ):
        return None
    content = doc.strip((begin + 1, min(quotation.close, limit)))
    return content if len(doc.words(content)) >= MIN_WORDS else None


def _tells(doc: Document, n: int) -> bool:
    """Whether a sentence begins with a verb that quotes (وروت الممرضة تفاصيل الليلة)."""
    reading = doc.finite(doc.sentences[n][0]) if n >= 0 else None
    return reading is not None and "quote" in reading.verb.frames


def _told_behind(doc: Document, n: int) -> tuple[int, Range] | None:
    """(verb, source) of a sentence that says whose words those were (بهذه الكلمات لخص النقيب …)."""
    if n >= len(doc.sentences):
        return None
    begin, limit = doc.sentences[n]
    if doc.keys[begin] not in WITH_THESE or doc.key(begin + 1) not in IN_WORDS or begin + 3 >= limit:
        return None
    end = phrase_end(doc, begin + 3, limit)
    return (begin + 2, (begin + 3, end)) if end > begin + 3 and can_head(doc, begin + 3) else None


def _left_open(doc: Document, candidate: Candidate, begin: int) -> bool:
    """Whether the content of a candidate is a quotation left open right before the paragraph at `begin`."""
    start, end = candidate.content[-1]
    opened = doc.opened.get(start - 1)
    return opened is not None and not opened.closed and end <= opened.close <= begin
