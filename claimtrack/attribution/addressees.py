"""Who speaks and who is spoken to behind a verb with both (طالب فلان الوزارة بـ…, ويتهم السعودية بـ…)."""

from __future__ import annotations

from claimtrack.attribution.agreement import second_noun
from claimtrack.attribution.document import Document, Range
from claimtrack.attribution.heads import adjective, gender_fits
from claimtrack.attribution.small_words import (
    ACCUSING,
    ADDRESSEES,
    COUNTS,
    TRACING,
    UNFOLDED,
)
from claimtrack.attribution.verbal_nouns import verbal_noun
from claimtrack.lexicon import Analysis, Verb
from claimtrack.text.folding import fold

AS = fold("كما")
MAX_ALONE = 4  # tokens


def speaking_part(doc: Document, reading: Analysis, source: Range) -> Range | None:
    """What of the noun phrase behind a verb is its subject; None when all of it is spoken to or described."""
    if reading.verb.lemma in TRACING and verbal_noun(doc, source[0], doc.keys[source[0]].removeprefix("ال")):
        return None  # وعزا التأخير إلى …: what is traced back
    if "addressee:object" in reading.verb.frames:
        if (
            reading.verb.lemma == ACCUSING
            and not reading.pronoun
            and (
                (reading.conjunction and _one_noun(doc, source))
                or (doc.key(source[0] - 2) == AS and _alone(doc, source))
            )
        ):
            return None  # واتهمت الحكومة بـ: somebody has to be accused
        spoken = _subject_not_addressee(doc, reading, source)
        return None if spoken is None else _before_addressee(doc, reading.verb, _before_comma(doc, spoken))
    return _before_addressee(doc, reading.verb, source) if reading.verb.lemma == "وصف" else source


def _subject_not_addressee(doc: Document, reading: Analysis, source: Range) -> Range | None:
    """With طالب, حث, اتهم the noun behind the verb may be spoken to: agreement and rank tell."""
    if _object_form(doc, reading, source[0]):
        return None
    if doc.keys[source[0]] in ADDRESSEES and (doc.key(source[0] - 2) == AS or _alone(doc, source)):
        return None  # كما طالب المجتمع الدولي بـ
    if reading.pronoun or reading.conjunction == "":
        return source if gender_fits(doc, source, reading) else None
    each = doc.key(source[0] + 1) == "من"
    key = doc.keys[source[0]]
    plural = (
        key.startswith("ال")
        and len(key) > 6
        and key.endswith(("ات", "ين"))
        and key not in doc.gazetteer.given_names
    )
    if plural and reading.conjunction and doc.gazetteer.longest_institution(doc.keys, source[0]) is None:
        return None
    if reading.conjunction and reading.verb.stance == "demand" and _several(doc, source):
        return None
    if not gender_fits(doc, source, reading) or (doc.keys[source[0]] in ADDRESSEES and not each):
        return None
    return source


def _alone(doc: Document, source: Range) -> bool:
    """Whether a phrase of few words stands right before what is asked for, so that nobody else can be asked."""
    start, end = source
    short = end - start <= MAX_ALONE and second_noun(doc, start, end) == end
    return short and (doc.key(end)[:1] == "ب" or doc.key(end) in UNFOLDED)


def _one_noun(doc: Document, source: Range) -> bool:
    """Whether a phrase is one definite noun with its adjectives, right before what somebody is accused of."""
    start, end = source
    return (
        doc.keys[start].startswith("ال")
        and doc.key(end).startswith("ب")
        and all(adjective(doc, i) for i in range(start + 1, end))
    )


def _several(doc: Document, source: Range) -> bool:
    """Whether an office and a body are joined, and nobody is named (وطالب رئيس البلدية وإدارة المياه بـ…)."""
    gazetteer = doc.gazetteer
    named = any(doc.keys[i] in gazetteer.given_names for i in range(*source))
    joined = (doc.keys[i][1:] for i in range(source[0] + 1, source[1]) if doc.keys[i].startswith("و"))
    return (
        doc.keys[source[0]] in gazetteer.roles
        and not named
        and any(key in gazetteer.institution_heads or key in gazetteer.roles for key in joined)
    )


def _object_form(doc: Document, reading: Analysis, i: int) -> bool:
    """What cannot be the subject right behind a verb: a feminine behind يتهم, a plural in the accusative."""
    key, gazetteer = doc.keys[i], doc.gazetteer
    if key in gazetteer.given_names or key in gazetteer.titles:
        return False
    place = gazetteer.longest_place(doc.keys, i)
    feminine = (place is not None and place[1].gender == "f") or (
        place is None and key.startswith("ال") and doc.slice((i, i + 1)).endswith("ة")
    )
    plural = key.startswith("ال") and key.endswith("ين") and (key in gazetteer.nationalities or len(key) > 7)
    counted = doc.key(i + 1).startswith("ال") and doc.key(i + 1).endswith("ين")
    if key in COUNTS and counted and reading.form.gender == "f" and reading.conjunction:
        return True  # وتتهم كبار المستوردين بـ
    return plural or (feminine and reading.form.gender == "m" and reading.form.number == "s")


def _before_comma(doc: Document, source: Range) -> Range:
    """وطالب النائب سامر الحداد، رئيس الحكومة بـ…: no second comma closes an apposition, so he is spoken to."""
    comma = next((i for i in range(*source) if doc.keys[i] == "،"), None)
    if comma is None or doc.key(source[1]) == "،" or doc.keys[source[0]] not in doc.gazetteer.roles:
        return source
    named = any(doc.keys[i] in doc.gazetteer.given_names for i in range(source[0], comma))
    return (source[0], comma) if named else source


def _before_addressee(doc: Document, verb: Verb, source: Range) -> Range:
    """Behind a complete definite noun the next definite noun is spoken to (المدرب | اللاعبين)."""
    gazetteer = doc.gazetteer
    place = gazetteer.longest_place(doc.keys, source[0])
    second = source[0] + place[0] if place is not None else source[1]
    if second < source[1] and gazetteer.longest_place(doc.keys, second) is not None:
        return (source[0], second)
    if verb.lemma == "وصف":
        for i in range(source[0] + 1, source[1]):
            another = not adjective(doc, i) or _disagrees(doc, i)
            if doc.keys[i].startswith("ال") and another and doc.keys[i - 1].startswith("ال"):
                return (source[0], i)
    return (source[0], second_noun(doc, *source))


def _disagrees(doc: Document, i: int) -> bool:
    """Whether a feminine stands behind one man (وصف الناقد | الرواية بأنها …)."""
    head = doc.gazetteer.roles.get(doc.keys[i - 1]) or doc.gazetteer.anonymous_heads.get(doc.keys[i - 1])
    return head is not None and (head.gender, head.number) == ("m", "singular") and doc.keys[i].endswith("ه")
