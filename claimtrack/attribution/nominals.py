"""Construction: verbal nouns that report (قوله إن, إعلان الحكومة أنها, جاء في بيان … أن)."""

from __future__ import annotations

from claimtrack.attribution.candidate import Candidate
from claimtrack.attribution.channels import find_channels
from claimtrack.attribution.content import content_from, phrase_content_end
from claimtrack.attribution.document import PREPOSITIONS, Document, Range
from claimtrack.attribution.heads import adjective, known_head
from claimtrack.attribution.noun_phrase import phrase_end
from claimtrack.attribution.objects import object_start
from claimtrack.attribution.small_words import BARE, FULL, LEADING, MARKS, RELATIVES, UNFOLDED
from claimtrack.attribution.verbal_nouns import own_verbal_noun, verbal_noun
from claimtrack.lexicon import Analysis
from claimtrack.text.folding import fold

_NOT_SAID = frozenset(("عدم", "دون", "بدون"))
DECLARING = frozenset(("أعلن", "نفى", "أكد", "زعم"))
CAME = frozenset(fold("جاء وجاء ورد وورد جاءت وجاءت").split())


def find(doc: Document, i: int, begin: int, limit: int) -> Candidate | None:
    """The attribution whose cue is the verbal noun, or جاء في, at token i."""
    if doc.keys[i] in CAME or _passive_in_document(doc, i):
        return _came(doc, i, limit)
    limit = _leading_end(doc, i, begin, limit)
    reading = doc.masdar(i)
    if reading is None or reading.verb.strength != "report" or doc.key(i - 1) in _NOT_SAID:
        return None
    if doc.finite(i) is not None and not reading.pronoun and doc.key(i - 1) not in PREPOSITIONS | LEADING:
        return None
    if (
        reading.verb.lemma == "قال"
        and reading.form.definite
        and (reading.prefix == "ب" or doc.key(i - 1) == "الي")
    ):
        return _by_saying(doc, i, limit, reading)
    if reading.form.definite:
        return None
    return _own(doc, i, reading, limit) if reading.pronoun else _of_somebody(doc, i, reading, limit)


def _leading_end(doc: Document, i: int, begin: int, limit: int) -> int:
    """The comma that ends a phrase in front of the sentence (رغم نفي النادي …، وصل)."""
    if doc.keys[begin] not in LEADING or i > begin + 3:
        return limit
    for j in range(i + 1, limit):
        if doc.keys[j] == "،" and doc.quotation_around(j) is None and doc.key(j + 1) not in RELATIVES:
            return j
    return limit


def _own(doc: Document, i: int, reading: Analysis, limit: int) -> Candidate | None:
    """قوله إن, تأكيدها على: the speaker is the pronoun's."""
    taken = UNFOLDED.get(doc.key(i + 1))
    if taken is not None and f"prep:{taken}" in reading.verb.frames and doc.key(i + 2) in BARE | FULL:
        found = _noun(doc, i, reading, i + 3 if doc.keys[i + 2] in BARE else i + 2, None, limit)
        if found is not None:
            found.cue = (i, i + 2)  # تأكيده على | أن
        return found
    start = _introduced(doc, i + 1, i + (4 if reading.verb.lemma == "قال" else 2), limit)
    return _noun(doc, i, reading, start, None, limit)


def _of_somebody(doc: Document, i: int, reading: Analysis, limit: int) -> Candidate | None:
    """إعلان الحكومة أنها, اتهامات الحزب للوزير بـ…: the speaker stands behind the noun."""
    if doc.key(i + 1) in BARE or doc.key(i + 1) in FULL:
        return (
            _noun(doc, i, reading, _introduced(doc, i + 1, i + 2, limit), None, limit)
            if reading.prefix == "ب"
            else None
        )
    first = i + 2 if doc.key(i + 1) == "من" else i + 1
    end = phrase_end(doc, first, limit)
    if end <= first:
        return None
    if reading.prefix != "ل" and (end <= first + 6 or known_head(doc, first)) and first == i + 1:
        start = _introduced(doc, end, end + 1, limit)
        if start is not None:
            return _noun(doc, i, reading, start, (first, end), limit)
        declared = _declared(doc, i, reading, first, limit)
        if declared is not None:
            return declared
    return _governing(doc, i, reading, first, limit)


def _declared(doc: Document, i: int, reading: Analysis, first: int, limit: int) -> Candidate | None:
    """إعلان الوزارة بدء العمل, تأكيد اللجنة أهمية …: a verbal noun is the object."""
    if reading.verb.lemma not in DECLARING or not known_head(doc, first):
        return None
    start = object_start(doc, first, limit)
    if start is None or not (
        verbal_noun(doc, start, doc.keys[start].removeprefix("ال")) or own_verbal_noun(doc, start)
    ):
        return None
    content = doc.strip((start, phrase_content_end(doc, start, limit)))
    found = _noun(doc, i, reading, start, doc.strip((first, start)), limit)
    if found is not None:
        found.content = [content]
    return found


def _governing(doc: Document, i: int, reading: Analysis, first: int, limit: int) -> Candidate | None:
    """With a preposition of the verb's own: اتهامات فلان لفلان بـ…, تحذير فلان من …, تعهد من فلان بـ…"""
    if first >= limit or not known_head(doc, first) or doc.keys[first].startswith("لل"):
        return None
    prepositions = {fold(f[5:]) for f in reading.verb.frames if f.startswith("prep:")} - {"في", "ل"}
    if first > i + 1 and doc.keys[i].endswith("ات"):
        prepositions.add("ب")  # تأكيدات من الوزارة بعدم …
    addressed = False
    end: int | None = None
    for j in range(first + 1, min(first + 14, limit)):
        key = doc.keys[j]
        if not doc.is_word(j) and j not in doc.opened and (j not in doc.closed or doc.closed[j].open < i):
            return None
        skip = _introduces(doc, j, prepositions)
        if skip is not None:
            ambiguous = "addressee:object" in reading.verb.frames and first == i + 1
            if (
                ambiguous
                and not addressed
                and not doc.keys[i].endswith("ات")
                and doc.keys[i].removeprefix(reading.prefix) not in SUBJECTIVE
            ):
                return None
            source = doc.strip((first, end or j))
            if doc.keys[source[1] - 1] in LATEST and source[1] - source[0] > 1:
                source = (source[0], source[1] - 1)
            return _noun(doc, i, reading, j + 1 - skip, source, limit, skip=skip)
        if _to_somebody(doc, j) or _second_body(doc, reading, first, j):
            addressed, end = True, end or j
        elif doc.finite(j) is not None or key in RELATIVES or key in BARE or key in FULL:
            return None
    return None


def _introduces(doc: Document, j: int, prepositions: set[str]) -> int | None:
    """The letters to skip when token j is one of the prepositions or begins with ب."""
    key = doc.keys[j]
    if key in prepositions:
        return 0
    noun = key[1:].startswith("ال") or verbal_noun(doc, j, key[1:]) or _mutual(key[1:])
    if (
        "ب" in prepositions
        and key.startswith("ب")
        and len(key) > 4
        and noun
        and key not in doc.gazetteer.given_names
    ):
        return (
            None
            if doc.gazetteer.longest_place(doc.keys, j)
            or doc.gazetteer.longest_place(doc.keys, j, first=key[1:])
            else 1
        )
    return None


def _mutual(key: str) -> bool:
    """The verbal noun تفاعل (بتجاهل, بتهاون): behind ب it cannot be a verb."""
    return len(key) == 5 and key[0] == "ت" and key[2] == "ا" and key[-1] not in "هي"


def _to_somebody(doc: Document, j: int) -> bool:
    """A word with the preposition ل: who is spoken to."""
    key = doc.keys[j]
    return key == "ل" or key.startswith("لل") or (key[0] == "ل" and len(key) > 3 and not known_head(doc, j))


def _second_body(doc: Document, reading: Analysis, first: int, j: int) -> bool:
    """اتهام النقابة | الوزارة بـ…: behind a definite noun another body is the one accused."""
    return (
        "addressee:object" in reading.verb.frames
        and j == first + 1
        and doc.keys[first].startswith("ال")
        and doc.keys[j].startswith("ال")
        and known_head(doc, j)
        and not adjective(doc, j)
    )


SUBJECTIVE = frozenset(fold("مطالب وعود تهديد دعوة").split())
LATEST = frozenset(fold("الأخيرة المتكررة السابقة المستمرة الجديدة").split())


def _noun(
    doc: Document,
    i: int,
    reading: Analysis,
    start: int | None,
    source: Range | None,
    limit: int,
    *,
    skip: int = 0,
) -> Candidate | None:
    if start is None:
        return None
    if skip or (start and doc.keys[start - 1] in PREPOSITIONS and doc.keys[start] not in BARE):
        content = content_from(doc, start, phrase_content_end(doc, start, limit))
    else:
        content = content_from(doc, start, limit, after_colon=doc.is_colon(start - 1))
    if not content:
        return None
    return Candidate(
        rule="nominal:governing" if skip or doc.keys[start - 1] in PREPOSITIONS else "nominal",
        entry=reading.verb.lemma,
        lemma=reading.verb.lemma,
        stance=reading.verb.stance,
        cue=(i, i + 1),
        content=content,
        source=source,
        skip=skip,
    )


def _by_saying(doc: Document, i: int, limit: int, reading: Analysis) -> Candidate | None:
    """بالقول إن, إلى القول: «…»: whoever the sentence is about goes on speaking."""
    start = i + 1 if i + 1 in doc.opened else _introduced(doc, i + 1, i + 2, limit)
    if start is None:
        return None
    content = content_from(doc, start, limit, after_colon=doc.is_colon(start - 1))
    if not content:
        return None
    return Candidate("nominal", "قال", "قال", reading.verb.stance, (i, i + 1), content)


def came(doc: Document, i: int) -> str:
    """جاء or ورد, whichever stands at token i; a passive verb gives its own lemma."""
    key = doc.keys[i].removeprefix("و")
    reading = doc.finite(i)
    if key in ("رد", "ردت") or key.startswith("ورد"):
        return "ورد"
    return "جاء" if key.startswith("جاء") or reading is None else reading.verb.lemma


def _came_in_it(doc: Document, i: int, limit: int) -> Candidate | None:
    """أصدرت العائلة بيانا جاء فيه: …: whoever the sentence is about speaks."""
    start = _introduced(doc, i + 2, i + 3, limit)
    if start is None:
        return None
    content = content_from(doc, start, limit, after_colon=doc.is_colon(start - 1))
    if not content:
        return None
    return Candidate("nominal:came", came(doc, i), came(doc, i), "neutral", (i, i + 2), content)


def _passive_in_document(doc: Document, i: int) -> bool:
    """ذُكر في محضر الجلسة أن: passive, with the document behind في."""
    head = doc.key(i + 2)
    return (
        doc.key(i + 1) == "في"
        and head in doc.gazetteer.document_heads
        and any(r.form.passive for r in doc.readings[i])
    )


def _introduced(doc: Document, start: int, stop: int, limit: int) -> int | None:
    for j in range(start, min(stop, limit)):
        if doc.keys[j] in BARE and not doc.keys[j].startswith("و"):
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
    if doc.key(i + 1) != "في" and (doc.key(i + 1), doc.key(i + 2)) != ("علي", "لسان"):
        return None
    first = i + 3 if doc.key(i + 1) == "علي" else i + 2
    end = phrase_end(doc, first, limit)
    if end <= first:
        return None
    start = None
    for j in range(end, min(end + 14, limit)):
        if (
            doc.keys[j] in BARE
            or doc.keys[j] in FULL
            or doc.is_colon(j)
            or (j in doc.opened and len(doc.words((j, doc.opened[j].close))) > 4)
        ):
            start = _introduced(doc, j, j + 1, limit)
            break
    if start is None:
        return None
    content = content_from(doc, start, limit, after_colon=doc.is_colon(start - 1))
    if not content:
        return None
    return Candidate(
        rule="nominal:came",
        entry=came(doc, i),
        lemma=came(doc, i),
        stance="neutral",
        cue=(i, first),
        content=content,
        source=(first, end),
        via=tuple(find_channels(doc, end, start)),
    )
