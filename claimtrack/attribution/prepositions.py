"""Construction: attribution by a preposition (وفق، بحسب، نقلا عن، على حد قول) or by كما/حسبما and a verb.

Before the content (وبحسب التقرير، فإن …), inside it (بدا -وفق الصحيفة- بعد) and after it (…، وفق تعبيره).
The "depending on" sense (بحسب الحاجة) is no attribution.
"""

from __future__ import annotations

from claimtrack.attribution.candidate import Candidate
from claimtrack.attribution.channels import find_channels
from claimtrack.attribution.document import Document, Range
from claimtrack.attribution.heads import known_head
from claimtrack.attribution.mention import bare_key
from claimtrack.attribution.noun_phrase import channel_at, phrase_end
from claimtrack.attribution.small_words import (
    ACCORDING,
    ACCORDING_OWN,
    ASSERTIONS,
    BARE,
    CITING,
    FULL,
    MARKS,
    SPEECH_OPENERS,
    UNFOLDED,
)
from claimtrack.attribution.subjects import skip_lead
from claimtrack.attribution.surroundings import around
from claimtrack.attribution.verbal_nouns import own_verbal_noun, shaped, verbal_noun
from claimtrack.lexicon import Analysis
from claimtrack.lexicon.words import words
from claimtrack.text.folding import fold

MEASURES = words("measures")
UTTERANCE = words("utterance")
UTTERANCE_OWN = words("utterance_own")
LIKE = frozenset(fold("كما مثلما حسبما وفقما وكما وحسبما").split())
PHRASES: dict[tuple[str, ...], tuple[str, str]] = {
    tuple(fold(phrase).split()): (lemma, stance)
    for phrase, lemma, stance in (
        ("نقلا عن", "نقلا عن", "neutral"),
        ("ونقلا عن", "نقلا عن", "neutral"),
        ("على لسان", "على لسان", "neutral"),
        ("وعلى لسان", "على لسان", "neutral"),
        ("استنادا إلى", "استنادا إلى", "neutral"),
        ("واستنادا إلى", "استنادا إلى", "neutral"),
        ("من وجهة نظر", "من وجهة نظر", "opinion"),
        ("في رأي", "في رأي", "opinion"),
        ("وفي رأي", "في رأي", "opinion"),
        ("برأي", "في رأي", "opinion"),
        ("وبرأي", "في رأي", "opinion"),
        ("باعتراف", "باعتراف", "admit"),
        ("في نظر", "في نظر", "opinion"),
    )
}


STIPULATING = "نص"  # وفق ما ينص عليه القانون: a norm that something follows
_OF_SOMEBODY = frozenset(("استنادا إلى", "في نظر", "من وجهة نظر"))  # استنادا إلى الأواصر: nobody says so


def find(doc: Document, i: int, begin: int, limit: int) -> Candidate | None:
    """The attribution whose cue is the preposition (or كما with a verb) at token i."""
    key = doc.keys[i]
    if key in ACCORDING_OWN:
        apart = doc.key(i - 1) in MARKS and (doc.key(i + 1) in MARKS or i + 1 >= limit)
        return _place(doc, (i, i + 1), i + 1, begin, limit, "حسب", "neutral", own=True) if apart else None
    if key in ACCORDING:
        return _according(doc, i, begin, limit)
    if key in LIKE:
        return _like(doc, i, i, begin, limit) if i > begin + 2 or not key.endswith("كما") else None
    if key in ("علي", "وعلي") and doc.key(i + 1) == "حد":
        return _utterance(doc, i, i + 2, begin, limit)
    if key == "علي" and doc.key(i + 1) == "ما" and doc.key(i - 1) in ("،", "-"):
        return _like(doc, i, i + 1, begin, limit)
    for phrase, (lemma, stance) in PHRASES.items():
        if key == phrase[0] and tuple(doc.keys[i : i + len(phrase)]) == phrase:
            if lemma in _OF_SOMEBODY and not _somebody(doc, i + len(phrase)):
                return None
            if phrase in CITING and _within_report(doc, i, begin, limit):
                return None
            return _place(doc, (i, i + len(phrase)), i + len(phrase), begin, limit, lemma, stance)
    return None


def _according(doc: Document, i: int, begin: int, limit: int) -> Candidate | None:
    key = (
        doc.keys[i].removeprefix("و")
        if doc.keys[i].startswith("وو") or doc.keys[i][1:2] in "بحطن"
        else doc.keys[i]
    )
    lemma = _LEMMAS.get(key.removeprefix("ب"), "وفق")
    if key == "نقلا":
        cited = doc.key(i + 1) == "عن" and not _within_report(doc, i, begin, limit)
        return _place(doc, (i, i + 2), i + 2, begin, limit, "نقلا عن", "neutral") if cited else None
    if key in LIKE:
        return _like(doc, i, i, begin, limit)
    after = doc.key(i + 1)
    if after in ("ما", "لما"):
        return _like(doc, i, i + 1, begin, limit)
    if after in UTTERANCE or after in UTTERANCE_OWN:
        return _utterance(doc, i, i + 1, begin, limit)
    if after in ("له", "لها", "لهم"):
        return _place(doc, (i, i + 2), i + 2, begin, limit, lemma, "neutral", own=True)
    if not _somebody(doc, i + 1):
        return None
    return _place(doc, (i, i + 1), i + 1, begin, limit, lemma, "neutral")


def _within_report(doc: Document, i: int, begin: int, limit: int) -> bool:
    """وقالت الوكالة، نقلا عن مسؤول، إن: the verb before has the content behind."""
    told = any(doc.readings[j] and doc.finite(j) is not None for j in range(begin, i))
    return told and any(
        doc.keys[j] in BARE or doc.keys[j] in FULL or doc.is_colon(j) or j in doc.opened
        for j in range(i + 3, min(i + 25, limit))
    )


def _measure(bare: str) -> bool:
    """Whether a noun behind وفق names a measure, a plan or a norm, alone or with a pronoun."""
    plain = bare.removeprefix("ال")
    own = {plain.removesuffix(suffix) for suffix in ("ه", "ها", "هم", "ته", "تها", "تهم")}
    return not {bare, plain, "ال" + plain, *own, *(k + "ه" for k in own)}.isdisjoint(MEASURES)


def _somebody(doc: Document, i: int) -> bool:
    """Whether the noun behind وفق can be a source: known, a document, a plural of people, or a name."""
    if i >= len(doc):
        return False
    key = doc.keys[i]
    if key in ("نفس", "ذات"):
        return True
    bare = bare_key(key) if key.startswith("ل") and doc.keys[i - 1].endswith("ا") else key
    if bare in ("عدد", "كثير", "العديد") and doc.key(i + 1) == "من":
        return True
    if _measure(bare):
        return False
    own = bare.endswith(("هم", "ها", "ه")) and not bare.startswith("ال") and len(bare) > 5
    if own and doc.key(i + 1) in ("،", ".", "", "و"):
        return known_head(doc, i) or any(bare.removesuffix(s) in CARRIERS for s in ("هم", "ها", "ه"))
    if known_head(doc, i) or bare.removeprefix("ال") in CARRIERS or bare.endswith(("ون", "ين")) or key == "ل":
        return True
    gazetteer = doc.gazetteer
    tables = (
        gazetteer.roles,
        gazetteer.titles,
        gazetteer.given_names,
        gazetteer.anonymous_heads,
        gazetteer.institution_heads,
        gazetteer.outlet_heads,
        gazetteer.document_heads,
    )
    named = (
        gazetteer.longest_institution(doc.keys, i, first=bare)
        or gazetteer.longest_outlet(doc.keys, i, first=bare)
        or gazetteer.longest_place(doc.keys, i, first=bare)
    )
    if (
        any(bare in table for table in tables)
        or named is not None
        or bare in gazetteer.nationalities
        or bare in doc.surnames
        or doc.key(i + 1) in ("،", ".", "")
    ):
        return True
    following = doc.key(i + 1)
    if bare in gazetteer.doubtful_given_names and doc.key(i + 2) in ("،", ".", ""):  # بحسب زهرة المنصوري،
        return True
    nisba = following.endswith(("ي", "يه", "يا")) and following not in gazetteer.given_names
    return (
        not bare.startswith("ال")
        and not nisba
        and not own
        and not following.startswith("ال")
        and not following.startswith(("ي", "ت"))
    )


CARRIERS = words("carriers")
_LEMMAS = {fold(k): v for k, v in {"وفق": "وفق", "وفقا": "وفقا", "حسب": "بحسب", "طبقا": "طبقا"}.items()}


def _utterance(doc: Document, i: int, noun: int, begin: int, limit: int) -> Candidate | None:
    """على حد قول فلان, وفق تعبيره: the noun is part of the cue."""
    key = doc.key(noun)
    if key in UTTERANCE_OWN:
        return _place(doc, (i, noun + 1), noun + 1, begin, limit, _utterance_lemma(key), "neutral", own=True)
    if key in UTTERANCE:
        return _place(
            doc,
            (i, noun + 1),
            noun + 1,
            begin,
            limit,
            "على حد " + key,
            "doubt" if key == "زعم" else "neutral",
        )
    return None


def _utterance_lemma(key: str) -> str:
    return "على حد قول" if key.startswith("قول") else "على حد تعبير"


def _like(doc: Document, i: int, last: int, begin: int, limit: int) -> Candidate | None:
    """كما قال فلان, وفق ما ذكرت الوكالة, حسبما جاء في بيان: the verb has no content of its own after it."""
    verb = last + 1
    while doc.key(verb) in ("قد", "كان", "كانت") and verb < limit:
        verb += 1
    if verb >= limit:
        return None
    came = doc.keys[verb] in ("جاء", "ورد", "جاءت", "وردت") and doc.key(verb + 1) == "في"
    reading = doc.finite(verb) or _with_object(doc, doc.keys[verb])
    if not came and (
        reading is None
        or reading.conjunction
        or reading.verb.strength == "optional"
        or (reading.verb.lemma == STIPULATING and i > begin)
        or reading.form.person != 3
    ):
        return None
    plain = last == i and doc.keys[i].removeprefix("و") in ("كما", "مثلما")
    if plain and not came and not {"clause", "quote"} & set(reading.verb.frames if reading else ()):
        return None
    if (
        plain
        and reading is not None
        and reading.verb.stance in ("deny", "demand", "warn", "accuse", "commit")
    ):
        return None
    start = verb + 2 if came else verb + 1
    begin_source, channels = skip_lead(doc, start, limit)
    end = phrase_end(doc, begin_source, limit)
    closing = end
    while closing < limit and doc.keys[closing] not in MARKS:
        if doc.keys[closing] in BARE or doc.keys[closing] in FULL:
            if doc.keys[i] in LIKE and last == i:
                return None
            break
        if closing in doc.opened and len(doc.words((closing, doc.opened[closing].close))) > 4:
            return None
        closing += 1
    if (doc.is_colon(closing) and last == i) or (
        plain and reading is not None and _own_words(doc, verb + 1, reading)
    ):
        return None
    if plain and doc.key(end) in ASSERTIONS | SPEECH_OPENERS:
        return None
    source = (begin_source, end) if end > begin_source else None
    relay: Range | None = None
    if reading is not None and reading.verb.lemma == "نقل" and doc.key(end) == "عن":
        stop = phrase_end(doc, end + 1, limit)
        if stop > end + 1:
            relay, source, end = source, (end + 1, stop), stop
            closing = stop
    lemma, stance = (
        ("جاء", "neutral") if came or reading is None else (reading.verb.lemma, reading.verb.stance)
    )
    found = around(doc, (i, verb + 1), source, closing, begin, limit)
    if found is None:
        return None
    found.lemma = lemma
    found.entry = lemma
    found.stance = stance
    found.rule = "like"
    found.via = tuple(([relay] if relay else []) + channels + find_channels(doc, end, closing))
    return found


def _before_verb(doc: Document, start: int, end: int) -> int:
    """Where the verb of the content stands right behind the source (بحسب الصيادين | عادت الأسماك)."""
    gazetteer = doc.gazetteer
    for i in range(start + 1, end):
        key, previous = doc.keys[i], doc.keys[i - 1]
        complete = (
            previous.startswith(("ال", "لل"))
            or previous.endswith("ين")
            or previous in gazetteer.nationalities
        )
        named = key in gazetteer.given_names or gazetteer.longest_place(doc.keys, i) is not None
        if not complete or named or len(key) < 4 or key.startswith(("ال", "لل")) or i in doc.opened:
            continue
        past = key.endswith("ت") and not key.endswith("ات") and key not in words("nouns_in_t")
        feminine = previous.endswith(("ات", "ه"))
        present = (
            key[0] == "ي"
            or _future(key)
            or (key[0] == "ت" and (feminine or not verbal_noun(doc, i)) and not key.endswith(("ه", "ات")))
        )
        if past or present:
            return i
    return end


def _future(key: str) -> bool:
    """سيبدأ, ستبدأ, سوف: the clause begins (ووفقا لفلان | ستبدأ الشركة …)."""
    return key == "سوف" or (len(key) > 4 and key.startswith(("سي", "ست")))


def _own_words(doc: Document, i: int, reading: Analysis) -> bool:
    """كما كرر دعوته إلى, كما أكد رفضه, كما شدد على رفض …: the verb has an object of its own."""
    taken = f"prep:{UNFOLDED.get(doc.key(i))}" in reading.verb.frames and i + 1 < len(doc)
    if taken and (verbal_noun(doc, i + 1) or shaped(doc.keys[i + 1])):
        return True
    return verbal_noun(doc, i) or own_verbal_noun(doc, i) or doc.masdar(i) is not None


def _with_object(doc: Document, key: str) -> Analysis | None:
    """ما ذكرته, ما قاله: the verb with a pronoun that goes back to ما."""
    for suffix in ("ه", "ها"):
        if key.endswith(suffix):
            for reading in doc.lexicon.analyze(key.removesuffix(suffix)):
                if (
                    reading.form.tense in ("past", "present")
                    and not reading.conjunction
                    and not reading.form.passive
                ):
                    return reading
    return None


def _place(
    doc: Document,
    cue: Range,
    start: int,
    begin: int,
    limit: int,
    lemma: str,
    stance: str,
    *,
    own: bool = False,
) -> Candidate | None:
    """Source and content of a preposition whose cue is known."""
    source: Range | None = None
    end = start
    going_on = False
    channel = channel_at(doc, start, limit) if own and start < limit else None
    if not own:
        start = start + 1 if doc.key(start) == "ل" else start
        whole = phrase_end(doc, start, limit)
        end = _before_verb(doc, start, whole)
        going_on = end < whole or _future(doc.key(whole))
        if end <= start:
            return None
        source = doc.strip((start, end))
    elif channel is not None:
        end = channel[1]
    elif start < limit and doc.keys[start] not in MARKS and start not in doc.closed:
        named = phrase_end(doc, start, limit)
        end = named if named > start and doc.key(named) in MARKS else start
        source = (start, end) if end > start else None
    found = around(doc, cue, source, end, begin, limit, going_on=going_on)
    if found is None:
        return None
    found.entry = found.lemma = lemma
    found.stance = stance
    if channel is not None:
        found.via = (channel, *found.via)
    if source is not None and doc.keys[cue[0]].endswith("ا") and doc.keys[source[0]].startswith("ل"):
        found.source_skip = 1
    return found
