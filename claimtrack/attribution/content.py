"""Where a content begins and ends, in indirect and in quoted speech.

Indirect speech ends with its sentence unless the next attribution or the journalist's own voice begins
before; a quotation ends with its closing mark. Ranges of tokens in, ranges of tokens out.
"""

from __future__ import annotations

from claimtrack.attribution.document import PREPOSITIONS, Document, Range
from claimtrack.attribution.noun_phrase import NEGATIONS, RELATIVES
from claimtrack.attribution.verbal_nouns import verbal_noun
from claimtrack.lexicon.words import words
from claimtrack.text.tokens import BREAK

BARE = words("bare_complementizers")
FULL = words("full_complementizers")
OWN_TURNS = words("own_turns")
CARRY_ON = words("carry_on")
ACCORDING = words("according")
MEASURES = words("measures")


def indirect_end(doc: Document, start: int, limit: int, *, tense: str = "past") -> int:
    """The end of indirect speech that begins at `start` in a sentence that ends at `limit`; `tense` is the cue's."""
    around = doc.quotation_around(start)
    if around is not None and around.closed:
        limit = min(limit, around.close)
    i = start
    while i < limit:
        quotation = doc.opened.get(i)
        if quotation is not None:
            i = min(quotation.close + 1, limit)
            continue
        if i > start + 1 and _ends_before(doc, start, i, limit, tense):
            return i
        i += 1
    return limit


def _ends_before(doc: Document, start: int, i: int, limit: int, tense: str) -> bool:
    """Whether the journalist or the next attribution takes over at token i."""
    key = doc.keys[i]
    if not doc.is_word(i):
        return False
    after_comma = doc.keys[i - 1] in ("،", "؛", "-") or i - 1 in doc.closed or doc.keys[i - 1] == "."
    if after_comma and continuing_participle(doc, i, limit):
        return True
    if after_comma and any(
        r.form.tense == "masdar" and r.prefix == "ب" and r.pronoun and r.verb.lemma == "قال"
        for r in doc.readings[i]
    ):
        return True
    if after_comma and (key in OWN_TURNS or (key, doc.key(i + 1)) in _PAIRS):
        return True
    if after_comma and _contrast(doc, i):
        return True
    if after_comma and key in ACCORDING:
        return not _measures(doc, i + 1) and not _between_commas(doc, i, limit)
    if (
        (key, doc.key(i + 1)) in (("وهو", "ما"), ("وهي", "ما"))
        and i + 2 < limit
        and doc.finite(i + 2) is not None
    ):
        return True
    if not after_comma:
        if not key.startswith("و"):
            return key.endswith(("ا", "ين")) and continuing_participle(doc, i, limit)
        return continuing_participle(doc, i, limit) or _speaks_next(doc, i)
    return takes_over(doc, i, limit, tense)


_PAIRS = frozenset(
    (
        ("وهو", "ما"),
        ("وهي", "ما"),
        ("الامر", "الذي"),
        ("في", "اشاره"),
        ("في", "ما"),
        ("في", "حين"),
        ("في", "الوقت"),
        ("علي", "حد"),
        ("وفي", "الوقت"),
    )
)


def _contrast(doc: Document, i: int) -> bool:
    """، لكنه رفض, ، إلا أنها أصرت: the journalist sets something against what was said."""
    key = doc.keys[i]
    if key in ("لكنه", "لكنها", "ولكنه", "ولكنها"):
        j = i + 1
    elif key in ("الا", "غير", "بيد") and doc.key(i + 1) in ("انه", "انها"):
        j = i + 2
    else:
        return False
    reading = doc.finite(j) if j < len(doc) else None
    return doc.key(j) in ("لم", "لا") or reading is not None and reading.form.tense == "past"


def _measures(doc: Document, i: int) -> bool:
    """Whether what follows وفق names a measure (وفقا للخطة) and nobody."""
    key = doc.key(i)
    return key in MEASURES or key[1:] in MEASURES or "ال" + key[2:] in MEASURES


def _between_commas(doc: Document, i: int, limit: int) -> bool:
    """، بحسب فلان، with the same content going on behind it."""
    for j in range(i + 1, min(i + 10, limit - 2)):
        if doc.keys[j] == "،":
            following = doc.keys[j + 1]
            going_on = (
                not following.startswith("و") and following not in CARRY_ON and following not in RELATIVES
            )
            return going_on and doc.finite(j + 1) is None and not continuing_participle(doc, j + 1, limit)
    return False


def _speaks_next(doc: Document, i: int) -> bool:
    """وقال: / وأضاف «…» right behind the content, without a comma."""
    reading = doc.finite(i)
    if (
        reading is None
        or reading.verb.strength == "optional"
        or reading.form.person != 3
        or reading.form.tense != "past"
    ):
        return False
    following = doc.opened.get(i + 1)
    return doc.is_colon(i + 1) or following is not None and following.close - following.open > 4


def takes_over(doc: Document, i: int, limit: int, tense: str = "past") -> bool:
    """A reporting verb that opens the next attribution: وأضاف, فيما قال, كما أكد, لكنه حذر."""
    j = i + 1 if doc.keys[i] in CARRY_ON else i
    if j >= limit:
        return False
    reading = doc.finite(j)
    if reading is None or reading.verb.strength == "optional" or reading.form.person != 3:
        return False
    report = reading.verb.strength == "report"
    if j == i and reading.conjunction == "" and not report:
        return False
    if j == i and reading.conjunction and reading.form.tense != tense:
        return reading.form.tense == "past" and (doc.key(j + 1) in BARE or doc.key(j + 1) in FULL)
    return j == i and report and bool(reading.conjunction) or opens_content(doc, j, limit)


def opens_content(doc: Document, verb: int, limit: int) -> bool:
    """Whether a complementizer, a colon or a quotation follows a verb within reach."""
    for j in range(verb + 1, min(verb + 18, limit)):
        key = doc.keys[j]
        if key in BARE or key in FULL or doc.is_colon(j):
            return True
        if j in doc.opened and doc.opened[j].close - j > 4:
            return True
        if (
            key in ("الي", "عن", "علي", "من")
            and doc.finite(verb) is not None
            and f"prep:{_UNFOLDED[key]}" in doc.finite(verb).verb.frames
        ):  # type: ignore[union-attr]
            return True
    return False


_UNFOLDED = {"الي": "إلى", "عن": "عن", "علي": "على", "من": "من"}


def continuing_participle(doc: Document, i: int, limit: int) -> bool:
    """Whether token i is a participle that goes on with a speaker (مشيرا إلى, وأضاف قائلا)."""
    reading = doc.participle(i)
    if reading is None or reading.prefix or reading.pronoun:
        return False
    if not _circumstantial(doc.keys[i], reading.form.gender, reading.form.number):
        return False
    complement = participle_complement(doc, i, limit)
    if complement is None:
        return False
    apart = i == 0 or not doc.is_word(i - 1) or bool(reading.conjunction)
    start = complement[1]
    clause = (
        doc.keys[start - 1] in BARE
        or doc.keys[start] in FULL
        or doc.is_colon(start - 1)
        or start in doc.opened
    )
    if not apart and doc.keys[i - 1] in PREPOSITIONS:
        return False
    if reading.form.gender == "f" and reading.form.number == "s":
        return apart or clause and start <= i + 3 and start not in doc.opened
    if (
        reading.form.number == "s"
        and doc.keys[i].endswith("ا")
        and reading.verb.stance in ("demand", "neutral", "warn", "commit")
    ):
        return True
    return apart or clause or complement[0] == i + 2


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
    if (
        "object" in frames
        and i + 1 < limit
        and verbal_noun(doc, i + 1)
        and not doc.keys[i + 1].startswith("ب")
    ):
        return i + 1, i + 1
    begin = _past_aside(doc, i + 1, limit)
    for j in range(begin, min(begin + (14 if "addressee:object" in frames else 9), limit)):
        key = doc.keys[j]
        if key in BARE:
            return i + 1, j + 1
        if key in FULL:
            return i + 1, j
        if doc.is_colon(j):
            near = j <= begin + 1 or reading.verb.lemma == "قال"
            return (i + 1, _past_bare(doc, j + 1, limit)) if near else None
        if j in doc.opened:
            return i + 1, j
        if key == "،":
            return None
        if key in _UNFOLDED and f"prep:{_UNFOLDED[key]}" in frames:
            cue_end = j + 1 if j == i + 1 else i + 1
            return cue_end, _past_bare(doc, j + 1, limit)
        if (
            reading.verb.stance == "demand"
            and key[0] == "ل"
            and not key.startswith("لل")
            and len(key) > 4
            and ("prep:ل" in frames or key == "لعدم")
        ):
            return i + 1, j
        if (
            key.startswith("ب")
            and len(key) > 3
            and "prep:ب" in frames
            and j <= i + (9 if "addressee:object" in frames else 4)
        ):
            return i + 1, j
    if "object" in frames and i + 1 < limit and doc.is_word(i + 1):
        return i + 1, i + 1
    return None


def _past_aside(doc: Document, i: int, limit: int) -> int:
    """Past an aside between two commas right behind a cue (منوها، في هذا السياق، بأن)."""
    if doc.key(i) != "،":
        return i
    return next((j + 1 for j in range(i + 2, min(i + 14, limit)) if doc.keys[j] == "،"), i)


def _past_bare(doc: Document, j: int, limit: int) -> int:
    return j + 1 if j < limit and doc.keys[j] in BARE else j


def content_from(
    doc: Document, start: int, limit: int, *, after_colon: bool = False, tense: str = "past"
) -> list[Range]:
    """The content that begins at token `start`: a quotation, indirect speech, or both."""
    if start >= limit:
        return []
    quotation = doc.opened.get(start)
    if quotation is not None:
        close = quotation.close
        if not quotation.closed:
            end = _unclosed_end(doc, start, limit)
            return _nonempty(doc, (start + 1, end))
        if _stands_alone(doc, start, close, limit, after_colon=after_colon):
            inner = start + 1
            if doc.key(inner) in BARE:
                inner += 1
            return _nonempty(doc, (inner, close))
    end = indirect_end(doc, start, limit, tense=tense)
    return _nonempty(doc, (start, end))


def _unclosed_end(doc: Document, start: int, limit: int) -> int:
    return limit


def _stands_alone(doc: Document, opened: int, close: int, limit: int, *, after_colon: bool) -> bool:
    """Whether a quotation is the whole content, or only its first words (“إيران” تتطلع إلى …)."""
    following = close + 1
    while following < limit and doc.keys[following] in (".", "،", "؛", "!", "؟"):
        if doc.keys[following] == ".":
            return True
        following += 1
    if following >= limit:
        return True
    long = len(doc.words((opened, close))) >= 4
    if after_colon and long:
        return True
    if not long:
        return False
    key = doc.keys[following]
    if key.startswith("و") and (
        doc.finite(following) is not None or continuing_participle(doc, following, limit)
    ):
        return True
    return (
        continuing_participle(doc, following, limit)
        or key in ACCORDING
        or (key, doc.key(following + 1)) in _PAIRS
        or key in CARRY_ON
    )


def _nonempty(doc: Document, found: Range) -> list[Range]:
    start, end = doc.strip(found)
    start, end = _without_outer_quotes(doc, start, end)
    return [(start, end)] if end > start else []


def _without_outer_quotes(doc: Document, start: int, end: int) -> Range:
    quotation = doc.opened.get(start)
    if quotation is not None and quotation.close == end - 1:
        return doc.strip((start + 1, end - 1))
    return start, end


def negated(doc: Document, verb: int) -> bool:
    """Whether a verb is negated (لم يؤكد)."""
    return doc.key(verb - 1) in NEGATIONS


def phrase_content_end(doc: Document, start: int, limit: int) -> int:
    """The end of a content that is a noun phrase: before a new clause of the journalist's own."""
    end = indirect_end(doc, start, limit)
    for i in range(start + 1, end):
        if not doc.is_word(i) or doc.quotation_around(i) is not None:
            continue
        key = doc.keys[i]
        if (
            key in BUT
            or key in ("مما", "اذ")
            and doc.keys[i - 1] == "،"
            or continuing_participle(doc, i, limit)
        ):
            return i
        if doc.keys[i - 1] == "،" and (key in CARRY_ON or key in COPULAS or _plain_verb(doc, i)):
            return i
    return end


def _plain_verb(doc: Document, i: int) -> bool:
    """و or ف with a verb of the past behind a comma: the story goes on (، وتم, ، فقد)."""
    reading = doc.finite(i)
    if reading is not None:
        return reading.form.tense == "past" and reading.form.person == 3
    return doc.keys[i] in STORY


BUT = frozenset(("لكن", "ولكن", "لكنه", "لكنها", "ولكنه", "ولكنها"))
COPULAS = words("copulas")
STORY = words("story")


def clause_limit(doc: Document, cue: int, start: int, begin: int, limit: int) -> int:
    """A relative clause, or a clause that only leads up to the main one, ends at its comma."""
    previous = doc.key(cue - 1)
    if previous in words("aspect"):
        previous = doc.key(cue - 2)
    if previous not in RELATIVES and doc.keys[begin] not in LEADING and doc.key(begin + 1) not in LEADING:
        return limit
    if previous not in RELATIVES and cue > begin + 8:
        return limit
    for i in range(start + 1, limit):
        if doc.keys[i] != "،" or doc.quotation_around(i) is not None:
            continue
        following = doc.key(i + 1)
        reading = doc.finite(i + 1) if i + 1 < limit else None
        if previous in RELATIVES and not following.startswith("و") and following not in RELATIVES:
            return i
        if reading is not None and not reading.conjunction:
            return i
    return limit


LEADING = words("leading")


def relative_clause_end(doc: Document, i: int, limit: int) -> int:
    """Past a relative clause that begins at token i: to its comma or to what introduces the content."""
    for j in range(i + 1, min(i + 25, limit)):
        key = doc.keys[j]
        if key in ("،", BREAK) or key in BARE or key in FULL or doc.is_colon(j):
            return j
        if key in _UNFOLDED and (doc.key(j + 1) in BARE or doc.key(j + 1) in FULL):
            return j
    return i + 1
