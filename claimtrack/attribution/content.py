"""Where a content begins and ends, in indirect and in quoted speech.

Indirect speech ends with its sentence unless the next attribution or the journalist's own voice begins
before; a quotation ends with its closing mark. Ranges of tokens in, ranges of tokens out.
"""

from __future__ import annotations

from claimtrack.attribution.continuations import continuing_participle
from claimtrack.attribution.document import Document, Range
from claimtrack.attribution.heads import known_head
from claimtrack.attribution.small_words import (
    ACCORDING,
    BARE,
    BUT,
    CARRY_ON,
    DISCLOSING,
    FULL,
    LEADING,
    MEASURES,
    NEGATIONS,
    NEW_CLAUSES,
    OWN_TURNS,
    REFUSING,
    RELATIVES,
    REQUESTING,
    SPEECH_OCCASIONS,
    STORY,
    TELLING_MORE,
    UNFOLDED,
    UTTERANCES,
)
from claimtrack.attribution.verbal_nouns import verbal_noun
from claimtrack.lexicon.inflection import Form
from claimtrack.lexicon.words import words
from claimtrack.text.folding import fold
from claimtrack.text.tokens import BREAK

PLAIN = Form("", "", "past", 3, None, None, passive=False, definite=False, jussive=False)  # a cue like any


def indirect_end(doc: Document, start: int, limit: int, *, form: Form = PLAIN) -> int:
    """The end of indirect speech that begins at `start` in a sentence that ends at `limit`; `form` is the cue's."""
    around = doc.quotation_around(start)
    if around is not None and around.closed:
        limit = min(limit, around.close)
    i = start
    while i < limit:
        quotation = doc.opened.get(i)
        if quotation is not None:
            i = min(quotation.close + 1, limit)
            continue
        if i > start + 1 and _ends_before(doc, start, i, limit, form):
            return i
        i += 1
    return limit


def _ends_before(doc: Document, start: int, i: int, limit: int, form: Form) -> bool:
    """Whether the journalist or the next attribution takes over at token i."""
    key = doc.keys[i]
    if not doc.is_word(i):
        return False
    after_comma = doc.keys[i - 1] in ("،", "؛", "-") or i - 1 in doc.closed or doc.keys[i - 1] == "."
    if after_comma and continuing_participle(doc, i, limit):
        return not _of_another(doc, i, form)
    if (after_comma or doc.is_colon(i + 1) or i + 1 in doc.opened) and any(
        r.form.tense == "masdar" and r.prefix == "ب" and r.pronoun and r.verb.lemma == "قال"
        for r in doc.readings[i]
    ):
        return True
    if after_comma and (key in OWN_TURNS or (key, doc.key(i + 1)) in _PAIRS or _occasion(doc, i)):
        return True
    if after_comma and (key, doc.key(i + 1)) == ("في", "حين") and _another_reports(doc, i + 2):
        return True
    if after_comma and _contrast(doc, i, form):
        return True
    if after_comma and key in ACCORDING:
        return not _measures(doc, i + 1) and not _between_commas(doc, i, limit)
    if (key, doc.key(i + 1)) in (("وهو", "ما"), ("وهي", "ما")) and i + 2 < limit and _reported(doc, i + 2):
        return True
    if _withheld(doc, i):
        return True
    if (key, doc.key(i + 1)) == ("علي", "حد") and doc.key(i + 2) in UTTERANCES:
        return True
    if not after_comma:
        following = doc.finite(i + 1) if key in ("كما", "فيما") else None
        if following is not None and form.number and _same_speaker(following.form, form):
            return True
        if key in BUT and not key.endswith("لكن") and form.gender and _contrast(doc, i, form):
            return True
        if not key.startswith("و"):
            return _tells(doc, i) or (key.endswith(("ا", "ين", "ه")) and continuing_participle(doc, i, limit))
        return continuing_participle(doc, i, limit) or _speaks_next(doc, i) or _tells(doc, i)
    return takes_over(doc, i, limit, form)


_SINCE = fold("إذ")

_PAIRS = frozenset(
    (
        ("في", "اشاره"),
        ("في", "موقف"),
        ("في", "خطوه"),
        ("في", "تطور"),
        ("علي", "حد"),
        ("وفي", "الوقت"),
    )
)


def _reported(doc: Document, i: int) -> bool:
    """A verb that says something about what was said: وهو ما نفته الوزارة."""
    reading = doc.finite(i)
    return reading is not None and (bool(reading.pronoun) or reading.form.tense == "past")


def _another_reports(doc: Document, i: int) -> bool:
    """في حين قالت, في حين لم تعلق: the other clause reports, or says that nothing was said."""
    verb = i + 1 if doc.key(i) in NEGATIONS else i
    return verb < len(doc) and (doc.finite(verb) is not None or doc.keys[verb] in REFUSING)


def _withheld(doc: Document, i: int) -> bool:
    """دون أن يكشف, من دون ذكر التفاصيل: what somebody did not say is the journalist's."""
    j = i + 1 if doc.keys[i] == "من" else i
    if doc.key(j) not in ("دون", "بدون") or j + 2 >= len(doc):
        return False
    if doc.keys[j + 1] != "ان":
        return doc.keys[j + 1] in TELLING_MORE
    if doc.keys[i - 1] != "،":
        return doc.keys[j + 2] in DISCLOSING
    reading = doc.finite(j + 2)
    return (reading is not None and reading.form.tense == "present") or doc.keys[j + 2] in DISCLOSING


def _of_another(doc: Document, i: int, form: Form) -> bool:
    """Whether a participle cannot be the speaker's: it goes on with somebody inside the content."""
    reading = doc.participle(i)
    return (
        reading is not None
        and form.gender == "f"
        and reading.form.gender == "m"
        and reading.form.number == "s"
        and form.number == "s"
    )


def _occasion(doc: Document, i: int) -> bool:
    """، في تصريح نقلته إذاعة …, ، في الوقت الذي …: where and when it was said, told by the journalist."""
    if doc.keys[i] != "في":
        return False
    following = doc.key(i + 1)
    return following in SPEECH_OCCASIONS or (following == "الوقت" and doc.key(i + 2) in RELATIVES)


def _contrast(doc: Document, i: int, form: Form) -> bool:
    """، لكنه رفض, ، إلا أنها أصرت: the journalist sets something against what was said.

    A pronoun that cannot be the speaker's goes on with the content (قال إن المباحثات بدأت، لكنها لم تدم).
    """
    key = doc.keys[i]
    pronoun = doc.key(i + 1) if key in ("الا", "غير", "بيد") else key
    if form.gender and (form.gender == "f") != pronoun.endswith("ها"):
        return False
    if key in ("لكنه", "لكنها", "ولكنه", "ولكنها"):
        j = i + 1
    elif key in ("الا", "غير", "بيد") and doc.key(i + 1) in ("انه", "انها"):
        j = i + 2
    else:
        return False
    reading = doc.finite(j) if j < len(doc) else None
    return doc.key(j) in REFUSING or (reading is not None and reading.form.tense == "past")


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
        or (reading.form.tense != "past" and not reading.conjunction)
    ):
        return False
    following = doc.opened.get(i + 1)
    return doc.is_colon(i + 1) or (following is not None and following.close - following.open > 4)


def _tells(doc: Document, i: int) -> bool:
    """وقال, فقال in the middle of a sentence without a comma: somebody goes on telling."""
    reading = doc.finite(i)
    if reading is None or not reading.conjunction or reading.form.tense != "past" or reading.form.person != 3:
        return False
    opened = doc.key(i + 1) in BARE or doc.key(i + 1) in FULL
    return reading.verb.lemma in ("قال", "أضاف") or (opened and reading.verb.strength == "report")


def takes_over(doc: Document, i: int, limit: int, form: Form = PLAIN) -> bool:
    """A reporting verb that opens the next attribution: وأضاف, فيما قال, كما أكد, لكنه حذر."""
    j = i + 1 if doc.keys[i] in CARRY_ON or doc.keys[i] == _SINCE else i
    if j >= limit:
        return False
    reading = doc.finite(j)
    if reading is None or reading.form.person != 3:
        return False
    if reading.verb.strength == "optional":
        goes_on = j > i or bool(reading.conjunction)
        return goes_on and reading.verb.stance == "expressive" and _same_speaker(reading.form, form)
    report = reading.verb.strength == "report"
    behind = reading.form.number in ("p", "d") and reading.form.gender == "m"  # it stands behind its subject
    if (
        j == i
        and reading.conjunction == ""
        and (behind or not (report and j + 1 < limit and known_head(doc, j + 1)))
    ):
        return False
    if j > i and _same_speaker(reading.form, form) and _names_object(doc, j, limit):
        return True
    if j == i and reading.conjunction and reading.form.tense != form.tense:
        return reading.form.tense == "past" and (doc.key(j + 1) in BARE or doc.key(j + 1) in FULL)
    asks = reading.verb.lemma in REQUESTING and doc.key(j + 1) == "من"
    return (j == i and (report or asks) and bool(reading.conjunction)) or opens_content(doc, j, limit)


def _names_object(doc: Document, verb: int, limit: int) -> bool:
    """كما أكد رفض …: a verbal noun right behind the verb is its content."""
    reading = doc.finite(verb)
    report = reading is not None and reading.verb.strength == "report" and "object" in reading.verb.frames
    return report and verb + 1 < limit and verbal_noun(doc, verb + 1)


def _same_speaker(found: Form, form: Form) -> bool:
    """كما أعرب عن شكره: the form goes on with the speaker of the cue."""
    return (found.tense, found.number) == (form.tense, form.number) and found.gender == form.gender


def opens_content(doc: Document, verb: int, limit: int) -> bool:
    """Whether a complementizer, a colon or a quotation follows a verb within reach."""
    reading = doc.finite(verb)
    frames = reading.verb.frames if reading is not None else ()
    for j in range(verb + 1, min(verb + 18, limit)):
        key = doc.keys[j]
        if key in BARE or key in FULL or doc.is_colon(j):
            return True
        if j in doc.opened and doc.opened[j].close - j > 4:
            return True
        if key in UNFOLDED and f"prep:{UNFOLDED[key]}" in frames:
            return True
        if "addressee:object" in frames and key[0] == "ب" and verbal_noun(doc, j, key[1:]):
            return True
    return False


def content_from(
    doc: Document, start: int, limit: int, *, after_colon: bool = False, form: Form = PLAIN
) -> list[Range]:
    """The content that begins at token `start`: a quotation, indirect speech, or both."""
    if start >= limit:
        return []
    quotation = doc.opened.get(start)
    if quotation is not None:
        close = quotation.close
        if not quotation.closed:
            return _nonempty(doc, (start + 1, limit))
        if _stands_alone(doc, start, close, limit, after_colon=after_colon):
            inner = start + 1
            if doc.key(inner) in BARE:
                inner += 1
            return _nonempty(doc, (inner, close))
    end = indirect_end(doc, start, limit, form=form)
    return _nonempty(doc, (start, end))


def _stands_alone(doc: Document, opened: int, close: int, limit: int, *, after_colon: bool) -> bool:
    """Whether a quotation is the whole content, or only its first words (“النسور” يستعدون لـ …)."""
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
    start, end = without_outer_quotes(doc, start, end)
    return [(start, end)] if end > start else []


def without_outer_quotes(doc: Document, start: int, end: int) -> Range:
    quotation = doc.opened.get(start)
    if quotation is not None and quotation.close == end - 1:
        return doc.strip((start + 1, end - 1))
    return start, end


def negated(doc: Document, verb: int) -> bool:
    """Whether a verb is negated (لم يؤكد)."""
    return doc.key(verb - 1) in NEGATIONS


def phrase_content_end(doc: Document, start: int, limit: int, form: Form = PLAIN) -> int:
    """The end of a content that is a noun phrase: before a new clause of the journalist's own."""
    end = indirect_end(doc, start, limit, form=form)
    for i in range(start + 1, end):
        if not doc.is_word(i) or doc.quotation_around(i) is not None:
            continue
        key = doc.keys[i]
        if (key in BUT and (key.endswith("لكن") or _contrast(doc, i, form))) or continuing_participle(
            doc, i, limit
        ):
            return i
        if (doc.keys[i - 1] == "،" or i - 1 in doc.closed) and (key in NEW_CLAUSES or _plain_verb(doc, i)):
            return i
    return end


def _plain_verb(doc: Document, i: int) -> bool:
    """و or ف with a verb of the past behind a comma: the story goes on (، وتم, ، فقد)."""
    reading = doc.finite(i)
    if reading is not None:
        return reading.form.tense == "past" and reading.form.person == 3
    return doc.keys[i] in STORY


def clause_limit(doc: Document, cue: int, start: int, begin: int, limit: int) -> int:
    """A relative clause, or a clause that only leads up to the main one, ends at its comma."""
    previous = doc.key(cue - 1)
    if previous in words("aspect"):
        previous = doc.key(cue - 2)
    if previous not in RELATIVES and doc.keys[begin] not in LEADING and doc.key(begin + 1) not in LEADING:
        return limit
    if previous not in RELATIVES and cue > begin + 8:
        return limit
    led = doc.keys[begin] in LEADING and doc.key(begin + 1) in BARE and cue == begin + 2  # بعد أن أكد …، خرج
    for i in range(start + 1, limit):
        if doc.keys[i] != "،" or doc.quotation_around(i) is not None:
            continue
        following = doc.key(i + 1)
        if led and not following.startswith("و") and following not in RELATIVES:
            return i
        reading = doc.finite(i + 1) if i + 1 < limit else None
        if previous in RELATIVES and not following.startswith("و") and following not in RELATIVES:
            return i
        if (reading is not None and not reading.conjunction) or following in _MAIN:
            return i
    return limit


_MAIN = frozenset(fold("إلا لكن فإن فقد غير بيد مما").split())  # behind رغم أن … they open the main clause


def relative_clause_end(doc: Document, i: int, limit: int) -> int:
    """Past a relative clause that begins at token i: to its comma or to what introduces the content."""
    for j in range(i + 1, min(i + 25, limit)):
        key = doc.keys[j]
        if key in ("،", BREAK) or key in BARE or key in FULL or doc.is_colon(j):
            return j
        if key in UNFOLDED and (doc.key(j + 1) in BARE or doc.key(j + 1) in FULL):
            return j
    return i + 1
