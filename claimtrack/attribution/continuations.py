"""Participles that go on with a speaker (مشيرا إلى, وأضاف قائلا): where they stand and where their content starts."""

from __future__ import annotations

from claimtrack.attribution.document import PREPOSITIONS, Document
from claimtrack.attribution.small_words import (
    ASSERTIONS,
    BARE,
    BLAME,
    BLAMING,
    DENIED,
    FULL,
    RENEWING,
    SAY,
    SHORT_NOUNS,
    SPEECH_OPENERS,
    TRACING,
    UNFOLDED,
)
from claimtrack.attribution.verbal_nouns import VERBAL_NOUNS, verbal_noun
from claimtrack.lexicon import Analysis

_FROM_WHAT = "مما"  # محذرة مما تقوم به …


def continuing_participle(doc: Document, i: int, limit: int) -> bool:
    """Whether token i is a participle that goes on with a speaker (مشيرا إلى, وأضاف قائلا)."""
    reading = doc.participle(i)
    if reading is None or reading.prefix or reading.pronoun:
        return False
    if not _circumstantial(doc.keys[i], reading.form.gender, reading.form.number):
        return False
    complement = participle_complement(doc, i, limit)
    if complement is None or complement[1] >= limit:
        return False
    apart = i == 0 or not doc.is_word(i - 1) or bool(reading.conjunction)
    start = complement[1]
    clause = (
        doc.keys[start - 1] in BARE
        or doc.keys[start] in FULL
        or doc.is_colon(start - 1)
        or start in doc.opened
    )
    if not apart and reading.verb.lemma == "أمل":
        return False  # أملا: hope
    if not apart and (doc.keys[i - 1] in PREPOSITIONS or doc.keys[i - 1].isdigit()):
        return False
    if reading.form.gender == "f" and reading.form.number == "s":
        if doc.keys[i + 1 : i + 3] == ["في", "الوقت"] or _emphasized(doc, i, reading):
            return True
        return apart or (clause and start <= i + 3 and start not in doc.opened)
    if (
        reading.form.number == "s"
        and doc.keys[i].endswith("ا")
        and reading.verb.stance
        in ("demand", "neutral", "warn", "commit", "accuse", "doubt", "predict", "deny", "admit")
    ):
        return True
    asking = reading.verb.stance == "demand" and reading.form.number != "s" and start == i + 1
    return apart or clause or asking or complement[0] == i + 2


def _emphasized(doc: Document, i: int, reading: Analysis) -> bool:
    """مؤكدة الحاجة إلى …: a verbal noun right behind what can be no adjective."""
    noun = doc.key(i + 1)
    definite = noun.startswith("ال") and noun[2:] in VERBAL_NOUNS
    return reading.verb.stance == "emphatic" and (definite or noun in VERBAL_NOUNS)


def _circumstantial(key: str, gender: str | None, number: str | None) -> bool:
    """The accusative: مشيرا, مشيرة, مشيرين, مشيرات; the nominative مشير is a plain noun or adjective."""
    if gender == "f":
        return True
    return key.endswith("ا") if number == "s" else key.endswith("ين")


def participle_complement(doc: Document, i: int, limit: int) -> tuple[int, int] | None:
    """(end of the cue, start of the content) of a participle at token i, else None."""
    reading = doc.participle(i)
    if reading is None:
        return None
    frames = reading.verb.frames
    if reading.verb.lemma == BLAMING:
        blames = BLAME.intersection(doc.keys[i + 1 : min(i + 15, limit)])
        return (i + 1, i + 1) if blames else None
    if (
        reading.verb.lemma in RENEWING
        and doc.key(i + 1) not in FULL
        and (i + 1 >= limit or doc.masdar(i + 1) is None)
    ):
        return None  # مجددا: again
    if (
        "object" in frames
        and i + 1 < limit
        and verbal_noun(doc, i + 1)
        and not doc.keys[i + 1].startswith("ب")
    ):
        return i + 1, i + 1
    definite = doc.key(i + 1).startswith("ال") and verbal_noun(doc, i + 1, doc.keys[i + 1][2:])
    if "object" in frames and definite and reading.verb.stance != "opinion":
        return i + 1, i + 1  # مستبعدا العثور على
    if reading.verb.lemma in TRACING and doc.is_word(i + 1) and "الي" in doc.keys[i + 2 : min(i + 9, limit)]:
        return i + 1, i + 1  # مرجعا السبب إلى
    if reading.verb.stance == "deny":
        denied = next((j for j in range(i + 1, min(i + 5, limit)) if doc.keys[j] in DENIED), None)
        if denied is not None:
            return i + 1, denied
    begin = _past_aside(doc, i + 1, limit)
    same_time = i + 4 if doc.keys[i + 1 : i + 3] == ["في", "الوقت"] else i + 1
    if "object" in frames and same_time > i + 1 and same_time < limit and verbal_noun(doc, same_time):
        return i + 1, same_time
    if reading.verb.lemma in SAY and doc.key(i + 1) in SPEECH_OPENERS | ASSERTIONS:
        return i + 1, i + 1
    for j in range(begin, min(begin + (14 if "addressee:object" in frames else 9), limit)):
        key = doc.keys[j]
        if key in BARE:
            return i + 1, j + 1
        if key in FULL:
            return i + 1, j
        if doc.is_colon(j):
            near = j <= begin + 1 or reading.verb.lemma == "قال"
            return (i + 1, past_bare(doc, j + 1, limit)) if near else None
        if j in doc.opened:
            return i + 1, j
        if key == "،":
            break
        if key == _FROM_WHAT and "prep:من" in frames:
            return i + 1, j
        if key in UNFOLDED and f"prep:{UNFOLDED[key]}" in frames:
            cue_end = j + 1 if j == i + 1 else i + 1
            return cue_end, past_bare(doc, j + 1, limit)
        if (
            reading.verb.stance == "demand"
            and key[0] == "ل"
            and not key.startswith("لل")
            and len(key) > 4
            and ("prep:ل" in frames or key == "لعدم" or verbal_noun(doc, j, key[1:]))
        ):
            return i + 1, j
        definite = key.startswith("ال") and verbal_noun(doc, j, key[2:])
        if reading.verb.stance == "demand" and j > i + 1 and definite and doc.key(j + 1) in PREPOSITIONS:
            return i + 1, j
        if (
            key.startswith("ب")
            and (len(key) > 3 or key[1:] in SHORT_NOUNS)
            and "prep:ب" in frames
            and j <= i + (9 if "addressee:object" in frames else 4)
        ):
            return i + 1, j
    if "object" in frames and same_time < limit and doc.is_word(same_time):
        return i + 1, same_time
    return _clause_ahead(doc, i, frames, limit)


def _clause_ahead(doc: Document, i: int, frames: tuple[str, ...], limit: int) -> tuple[int, int] | None:
    """مشددا، خلال لقائه فلان أمس، على أن: the preposition of the participle with its clause, asides before it."""
    for j in range(i + 2, min(i + 20, limit - 1)):
        key = doc.keys[j]
        if key in (".", ":") or doc.finite(j) is not None or (j > i + 1 and doc.participle(j) is not None):
            return None
        clause = doc.keys[j + 1] in BARE or doc.keys[j + 1] in FULL
        if key in UNFOLDED and f"prep:{UNFOLDED[key]}" in frames and clause:
            return i + 1, past_bare(doc, j + 1, limit)
    return None


def _past_aside(doc: Document, i: int, limit: int) -> int:
    """Past an aside between two commas right behind a cue (منوها، في ختام كلمته، بأن)."""
    if doc.key(i) != "،":
        return i
    return next((j + 1 for j in range(i + 2, min(i + 14, limit)) if doc.keys[j] == "،"), i)


def past_bare(doc: Document, j: int, limit: int) -> int:
    return j + 1 if j < limit and doc.keys[j] in BARE else j
