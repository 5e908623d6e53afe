"""Construction: verbal nouns that report (قوله إن, إعلان الحكومة أنها, جاء في بيان … أن)."""

from __future__ import annotations

from claimtrack.attribution.candidate import Candidate
from claimtrack.attribution.content import BARE, FULL, content_from
from claimtrack.attribution.document import Document, Range
from claimtrack.attribution.noun_phrase import MARKS, find_channels, known_head, phrase_end
from claimtrack.lexicon import Analysis
from claimtrack.text.folding import fold

CAME = frozenset(fold("جاء وجاء ورد وورد جاءت وجاءت").split())


def find(doc: Document, i: int, begin: int, limit: int) -> Candidate | None:
    """The attribution whose cue is the verbal noun, or جاء في, at token i."""
    if doc.keys[i] in CAME or _passive_in_document(doc, i):
        return _came(doc, i, limit)
    reading = doc.masdar(i)
    if reading is None or reading.verb.strength != "report" or doc.finite(i) is not None and not reading.pronoun:
        return None
    if reading.verb.lemma == "قال" and reading.form.definite and (reading.prefix == "ب" or doc.key(i - 1) == "الي"):
        return _by_saying(doc, i, limit, reading)
    if reading.form.definite or reading.prefix == "ل" and not reading.pronoun:
        return None
    source: Range | None = None
    skip = 0
    if reading.pronoun:
        start = _introduced(doc, i + 1, i + (4 if reading.verb.lemma == "قال" else 2), limit)
    else:
        end = phrase_end(doc, i + 1, limit)
        if doc.key(i + 1) in BARE or doc.key(i + 1) in FULL:
            if reading.prefix != "ب":
                return None
            start, source = _introduced(doc, i + 1, i + 2, limit), None
        elif end <= i + 1 or end > i + 7 and not known_head(doc, i + 1):
            return None
        else:
            start, source = _introduced(doc, end, end + 1, limit), (i + 1, end)
            if start is None:
                start, skip = _governed(doc, reading, end, limit)
    if start is None:
        return None
    content = content_from(doc, start, limit, after_colon=doc.is_colon(start - 1))
    if not content:
        return None
    return Candidate(
        rule="nominal",
        entry=reading.verb.lemma,
        lemma=reading.verb.lemma,
        stance=reading.verb.stance,
        cue=(i, i + 1),
        content=content,
        source=source,
        continues=source is None,
        strength=reading.verb.strength,
        skip=skip,
    )


def _governed(doc: Document, reading: Analysis, end: int, limit: int) -> tuple[int | None, int]:
    """(start of the content, letters to skip) when the noun takes a preposition: اتهام فلان لفلان بـ…, تحذير … من."""
    prepositions = {fold(f[5:]) for f in reading.verb.frames if f.startswith("prep:")}
    if not prepositions or not known_head(doc, end - 1) and not doc.keys[end - 1].startswith("ال"):
        return None, 0
    for j in range(end, min(end + (5 if doc.keys[end].startswith("ل") else 1), limit)):
        key = doc.keys[j]
        if key in prepositions and key != "في":
            return j + 1, 0
        if "ب" in prepositions and key.startswith("ب") and len(key) > 4 and not doc.gazetteer.longest_place(doc.keys, j, first=key[1:]):
            return j, 1
    return None, 0


def _by_saying(doc: Document, i: int, limit: int, reading: Analysis) -> Candidate | None:
    """بالقول إن, إلى القول: «…»: whoever the sentence is about goes on speaking."""
    start = _introduced(doc, i + 1, i + 2, limit)
    if start is None:
        return None
    content = content_from(doc, start, limit, after_colon=doc.is_colon(start - 1))
    if not content:
        return None
    return Candidate("nominal", "قال", "قال", reading.verb.stance, (i, i + 1), content, continues=True)


def _came_in_it(doc: Document, i: int, limit: int) -> Candidate | None:
    """أصدرت العائلة بيانا جاء فيه: …: whoever the sentence is about speaks."""
    start = _introduced(doc, i + 2, i + 3, limit)
    if start is None:
        return None
    content = content_from(doc, start, limit, after_colon=doc.is_colon(start - 1))
    if not content:
        return None
    return Candidate("nominal:came", "جاء", "جاء", "neutral", (i, i + 2), content, continues=True)


def _passive_in_document(doc: Document, i: int) -> bool:
    """ذُكر في محضر الجلسة أن: passive, with the document behind في."""
    head = doc.key(i + 2)
    return doc.key(i + 1) == "في" and head in doc.gazetteer.document_heads and any(r.form.passive for r in doc.readings[i])


def _introduced(doc: Document, start: int, stop: int, limit: int) -> int | None:
    for j in range(start, min(stop, limit)):
        if doc.keys[j] in BARE:
            return j + 1
        if doc.keys[j] in FULL:
            return j
        if doc.is_colon(j):
            return j + 2 if doc.key(j + 1) in BARE else j + 1
        if j in doc.opened and len(doc.words((j, doc.opened[j].close))) > 3:
            return j
        if doc.keys[j] in MARKS:
            return None
    return None


def _came(doc: Document, i: int, limit: int) -> Candidate | None:
    """جاء في بيان للوزارة أن: the document is the source."""
    if doc.key(i + 1) in ("فيه", "فيها"):
        return _came_in_it(doc, i, limit)
    if doc.key(i + 1) not in ("في", "علي"):
        return None
    end = phrase_end(doc, i + 2, limit)
    if end <= i + 2:
        return None
    start = None
    for j in range(end, min(end + 14, limit)):
        if doc.keys[j] in BARE or doc.keys[j] in FULL or doc.is_colon(j) or j in doc.opened and len(doc.words((j, doc.opened[j].close))) > 4:
            start = _introduced(doc, j, j + 1, limit)
            break
    if start is None:
        return None
    content = content_from(doc, start, limit, after_colon=doc.is_colon(start - 1))
    if not content:
        return None
    return Candidate(
        rule="nominal:came",
        entry="جاء",
        lemma="جاء",
        stance="neutral",
        cue=(i, i + 2),
        content=content,
        source=(i + 2, end),
        via=tuple(find_channels(doc, end, start)),
    )
