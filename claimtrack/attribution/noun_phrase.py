"""Where a source begins and ends: the noun phrase after a verb, before one, or after a preposition.

Forward from the first word until something that cannot belong to a name; backward from a verb to the
edge of its clause. Knows no claims and no identities.
"""

from __future__ import annotations

from claimtrack.attribution.document import PREPOSITIONS, Document, Range
from claimtrack.attribution.verbal_nouns import own_verbal_noun, shaped
from claimtrack.lexicon.words import words
from claimtrack.text.tokens import BREAK

STOPS = words("source_stops")
RELATIVES = words("relatives")
OCCASIONS = words("occasions")
CLAUSE_OPENERS = words("clause_openers")
OPENERS = words("openers")
COPULAS = words("copulas")
NEGATIONS = words("negations")
PRONOUNS = words("pronouns")
PARTICLE_PRONOUNS = words("particle_pronouns")
ASPECT = words("aspect")
DATIVES = words("datives")
NO_HEADS = words("no_heads")
QUANTITIES = words("quantities")
CARRIED_BY = words("carried_by")
DEDICATED = words("dedicated_titles")
SPEECH_OCCASIONS = words("speech_occasions")
PEOPLE_FROM = words("people_from")
TAKES = {
    "من": PEOPLE_FROM,
    "علي": words("takes_on"),
    "عن": words("takes_about"),
    "الي": words("takes_to"),
    "لدي": words("takes_to"),
    "مع": words("takes_with"),
    "بين": words("takes_between"),
}
MAX_SOURCE = 30
MARKS = frozenset("،؛:().-…؟!" + BREAK)


def phrase_end(doc: Document, start: int, limit: int) -> int:
    """The end of the noun phrase that begins at `start`, never past `limit`."""
    i = start
    limit = min(limit, start + MAX_SOURCE)
    while i < limit:
        step = _step(doc, start, i, limit)
        if step == i:
            break
        i = step
    while (
        i > start + 1 and doc.keys[i - 1] in PREPOSITIONS and doc.keys[i - 1] not in doc.gazetteer.given_names
    ):
        i -= 1
    return doc.strip((start, min(i, limit)))[1] if i > start else start


def _step(doc: Document, start: int, i: int, limit: int) -> int:
    """The next position when token i belongs to the phrase, else i itself."""
    key = doc.keys[i]
    quotation = doc.opened.get(i)
    if quotation is not None:
        return quotation.close + 1 if _names_something(doc, quotation.open, quotation.close, limit) else i
    if key == "،":
        return (
            i + 1 if _apposition(doc, start, i + 1, limit) or _named_behind(doc, start, i + 1, limit) else i
        )
    if key == "-" and doc.tokens.glued(i) and doc.tokens.glued(i + 1) and i + 1 < limit:
        return i + 1
    if key == "." and 0 < len(doc.key(i - 1)) <= 3 and i + 1 < limit:
        return i + 1
    if key == "(":
        return _bracket(doc, i, limit)
    if not doc.is_word(i):
        return i
    if key in RELATIVES or (i > start and _other_clause(doc, i)):
        return i
    if i > start and key.startswith("ب") and key[1:] in SPEECH_OCCASIONS:
        return i
    if key == "في":
        return i + 1 if i > start and in_belongs(doc, start, i) else i
    if key in STOPS and not takes(doc, start, i) and not _ali(doc, start, i, limit):
        return i
    if i > start and (_adverbial(doc, i) or _to_somebody(doc, start, i)):
        return i
    if (
        i > start
        and key[0] == "م"
        and key[-1] == "ا"
        and len(key) > 5
        and key not in doc.gazetteer.given_names
    ):
        return i
    if (
        i > start
        and doc.keys[start] not in doc.gazetteer.document_heads
        and channel_at(doc, i, limit, start) is not None
    ):
        return i
    return i + 1


def _adverbial(doc: Document, i: int) -> bool:
    """An adverb (رسميا, بهدوء), a verbal noun with ب, or one with the speaker's pronoun (تعليقه)."""
    key = doc.keys[i]
    if key in doc.gazetteer.given_names:
        return False
    return (
        key in NO_HEADS
        and key[0] == "ب"
        or doc.slice((i, i + 1)).endswith(("ًا", "اً"))
        or key[0] == "ب"
        and len(key) > 5
        and shaped(key[1:])
        or own_verbal_noun(doc, i)
    )


def _to_somebody(doc: Document, start: int, i: int) -> bool:
    """ل with who is spoken to, behind a name (قال فلان لرئيس الوزراء, لكل من …)."""
    gazetteer = doc.gazetteer
    key = doc.keys[i]
    if (
        key[0] != "ل"
        or key[1:] not in gazetteer.roles
        and key[1:] not in gazetteer.titles
        and key != "لكل"
        or key in gazetteer.given_names
    ):
        return False
    head = doc.keys[start]
    return not any(
        head in table
        for table in (
            gazetteer.roles,
            gazetteer.anonymous_heads,
            gazetteer.institution_heads,
            gazetteer.document_heads,
        )
    )


def dedicated(doc: Document, i: int) -> bool:
    """Whether the name at token i is that of an institution (معهد الأمير خالد, جامعة الملك فيصل)."""
    return doc.key(i - 1) in DEDICATED and doc.key(i - 2) in doc.gazetteer.institution_heads


def _names_something(doc: Document, opened: int, closed: int, limit: int) -> bool:
    """Whether a quotation inside a phrase is a name: short and closed before the phrase must end."""
    return closed < limit and len(doc.words((opened, closed))) <= 6


def _bracket(doc: Document, i: int, limit: int) -> int:
    """A short bracket belongs to the phrase when the phrase goes on behind it without a comma."""
    for j in range(i + 1, min(i + 6, limit)):
        if doc.keys[j] == ")":
            going_on = (
                j + 1 < limit
                and doc.is_word(j + 1)
                and doc.keys[j + 1] not in STOPS | RELATIVES | PREPOSITIONS
            )
            return j + 1 if going_on else i
    return i


def _other_clause(doc: Document, i: int) -> bool:
    """A finite reporting verb, or و with one, cannot stand inside a source."""
    own = doc.masdar(i)
    if own is not None and own.verb.lemma == "قال" and not own.form.definite:
        return True
    if own is not None and own.pronoun and own.verb.strength == "report" and own.verb.lemma != "ذكر":
        return True
    reading = doc.finite(i)
    if reading is None or reading.form.passive:
        return False
    return reading.verb.strength == "report" and not _nominal_here(doc, i)


def _nominal_here(doc: Document, i: int) -> bool:
    """A form that is rather a noun or a name at this place (after a title, with the same letters)."""
    gazetteer = doc.gazetteer
    key = doc.keys[i]
    return (
        key in gazetteer.given_names
        or key in gazetteer.roles
        or key in gazetteer.institution_heads
        or key in gazetteer.document_heads
        or doc.key(i - 1) in gazetteer.given_names
    )


def in_belongs(doc: Document, start: int, i: int) -> bool:
    """Whether في at token i goes on with the name (مصدر في الوزارة) or opens an adjunct (في بيان)."""
    following = doc.key(i + 1)
    if following in OCCASIONS or following in STOPS or following[:1].isdigit() or not doc.is_word(i + 1):
        return False
    if following.startswith("ال") and following[2:] in OCCASIONS:
        return False
    gazetteer = doc.gazetteer
    if doc.keys[start] in gazetteer.roles and _titled_behind(doc, start, i):
        return True
    heads = [k for k in doc.keys[start:i]]
    roles = [n for n, k in enumerate(heads) if k in gazetteer.roles or k in gazetteer.anonymous_heads]
    named = [n for n, k in enumerate(heads) if k in gazetteer.given_names]
    if named and roles and roles[-1] > named[-1]:
        return (
            following in gazetteer.institution_heads
            or following.startswith("ال")
            or gazetteer.longest_place(doc.keys, i + 1) is not None
        )
    if named and named[-1] > 0:
        return False
    first = next((k for k in heads if k in gazetteer.roles or k in gazetteer.anonymous_heads), None)
    if first is None:
        return heads[0] in gazetteer.institution_heads and not doc.gazetteer.longest_place(doc.keys, i + 1)
    if (
        following in gazetteer.institution_heads
        or following.startswith("ال")
        and following[2:] in gazetteer.institution_heads
    ):
        return True
    return not heads[-1].startswith("ال") or len(heads) > 1 or not first.startswith("ال")


def _titled_behind(doc: Document, start: int, i: int) -> bool:
    """Whether a title with a name closes the phrase behind في (الخبير في شؤون المياه الدكتور فلان)."""
    titles = doc.gazetteer.titles
    if any(k in titles or k in doc.gazetteer.given_names for k in doc.keys[start + 1 : i]):
        return False
    for j in range(i + 1, min(i + 9, len(doc))):
        key = doc.keys[j]
        if not doc.is_word(j) or key in STOPS or doc.finite(j) is not None:
            return False
        if key in titles and j > i + 1 and key not in doc.gazetteer.roles:
            return True
    return False


def _ali(doc: Document, start: int, i: int, limit: int) -> bool:
    """علي the name, which folds like على: at the head of a source, before a surname and a pause."""
    gazetteer = doc.gazetteer
    if (
        i > start
        and doc.keys[i] == "علي"
        and doc.slice((i, i + 1)).endswith("ي")
        and doc.keys[i - 1] not in TAKES["علي"]
    ):
        called = (
            doc.keys[i - 1] in gazetteer.titles
            or doc.keys[i - 1] in gazetteer.roles
            or doc.keys[i - 1] in gazetteer.anonymous_heads
        )
        return called and i + 1 < limit and doc.is_word(i + 1) and doc.keys[i + 1] not in STOPS
    behind = i + 2 >= limit or doc.keys[i + 2] == "،"
    return (
        i == start and doc.keys[i] == "علي" and doc.key(i + 1).startswith("ال") and i + 1 < limit and behind
    )


def takes(doc: Document, start: int, i: int) -> bool:
    """Whether a word that usually ends a source belongs to it here (عدد من, مطلع على, سفير لدى)."""
    key = doc.keys[i]
    if i == start:
        return key in ("هذا", "هذه", "هو", "هي", "هم", "ذلك", "تلك", "اكثر", "وسط")
    takers = TAKES.get(key)
    if takers is not None:
        return doc.key(i - 1) in takers or (i - 2 >= start and doc.key(i - 2) in takers)
    return key in ("يوم", "اليوم", "الاحد", "الخميس") and doc.key(i - 1) in doc.gazetteer.outlet_heads


def _apposition(doc: Document, start: int, i: int, limit: int) -> bool:
    """Whether a title, a role or a name follows the comma before token i."""
    if i >= limit or not doc.is_word(i):
        return False
    key = doc.keys[i]
    gazetteer = doc.gazetteer
    if key in STOPS or key in RELATIVES or key in PREPOSITIONS or key in COPULAS or key in CLAUSE_OPENERS:
        return False
    if doc.finite(i) is not None or doc.participle(i) is not None:
        return False
    named = any(k in gazetteer.given_names for k in doc.keys[start : i - 1])
    head = gazetteer.roles.get(key) or gazetteer.anonymous_heads.get(key)
    if head is not None:
        return named or doc.keys[start] not in gazetteer.roles
    if key in gazetteer.titles or key in gazetteer.given_names:
        return not named
    return False


def _named_behind(doc: Document, start: int, i: int, limit: int) -> bool:
    """Whether a name alone stands between this comma and the next, behind a role without a name."""
    gazetteer = doc.gazetteer
    keys = doc.keys[start : i - 1]
    head = bool(keys) and keys[0] in gazetteer.roles
    if (
        not keys
        or not head
        and i not in doc.opened
        or any(
            doc.keys[j] in gazetteer.given_names and not dedicated(doc, j) or doc.keys[j] == "،"
            for j in range(start + 1, i - 1)
        )
    ):
        return False
    end = doc.opened[i].close + 1 if i in doc.opened else i
    while (
        end < limit
        and end - i < 4
        and doc.is_word(end)
        and doc.keys[end] not in gazetteer.institution_heads
        and doc.keys[end] not in STOPS
        and doc.keys[end] not in PREPOSITIONS
    ):
        if doc.readings[end] and doc.keys[end] not in gazetteer.given_names or doc.keys[end] in RELATIVES:
            return False
        end += 1
    return (
        end > i
        and end - i <= 6
        and (end == limit or doc.keys[end] == "،")
        and not doc.keys[i].startswith("و")
    )


def subject_end(doc: Document, start: int, end: int) -> int:
    """Where a subject ends that its verb's object follows without a mark (بنى المدرب | خط الدفاع).

    `end` is where the noun phrase could go on to. A quantity, an adverb, a document in the accusative, a verb,
    or an annexion behind a complete definite noun begins the object.
    """
    gazetteer = doc.gazetteer
    named = any(k in gazetteer.given_names or k in gazetteer.titles for k in doc.keys[start:end])
    for i in range(start + 1, end):
        key, previous = doc.keys[i], doc.keys[i - 1]
        if not doc.is_word(i) or key in gazetteer.given_names:
            continue
        document = key in gazetteer.document_heads or key.removesuffix("ا") in gazetteer.document_heads
        complete = previous.startswith("ال") or i - 1 in doc.closed
        if (
            key in QUANTITIES
            or doc.slice((i, i + 1)).endswith(("ًا", "اً"))
            or doc.finite(i) is not None
            and not _nominal_here(doc, i)
        ):
            return i
        if document and (complete or key.endswith("ا")) and not key.startswith("ال"):
            return i
        noun = (
            not key.startswith("ال")
            and key not in gazetteer.nationalities
            and key not in gazetteer.sectors
            and key not in PREPOSITIONS
        )
        bare = noun and key[0] not in "بلو" and key not in gazetteer.name_connectors
        annexed = i + 1 < end and doc.keys[i + 1].startswith("ال")
        if complete and bare and annexed and not named:
            return i
    return end


def channel_at(doc: Document, i: int, limit: int, start: int | None = None) -> Range | None:
    """The outlet somebody speaks to, when token i begins ل + outlet (لوكالة, لـ«…», لـ(…), للجزيرة).

    Behind a bare role (المدير العام لـ«…») an unknown name is where somebody works.
    """
    key = doc.keys[i]
    if key == "ل" and i + 1 < limit:
        enclosed = _enclosed(doc, i + 1, limit)
        if enclosed is not None:
            known = doc.gazetteer.outlet(doc.words(enclosed)) is not None
            return enclosed if known or start is None or not _ends_in_role(doc, start, i) else None
        return outlet_at(doc, i + 1, limit, spoken_to=True)
    if not key.startswith("ل") or len(key) < 4:
        return None
    stripped = "ال" + key[2:] if key.startswith("لل") else key[1:]
    return outlet_at(doc, i, limit, first=stripped, spoken_to=True)


def _enclosed(doc: Document, i: int, limit: int) -> Range | None:
    """A short name in quotation marks or brackets at token i."""
    quotation = doc.opened.get(i)
    if quotation is not None:
        short = quotation.close < limit and len(doc.words((i, quotation.close))) <= 5
        return doc.strip((i, quotation.close + 1)) if short else None
    if doc.keys[i] == "(":
        close = next((j for j in range(i + 1, min(i + 6, limit)) if doc.keys[j] == ")"), None)
        return (i + 1, close) if close is not None and close > i + 1 else None
    return None


def _ends_in_role(doc: Document, start: int, i: int) -> bool:
    """Whether the words before token i are a role that wants its body (المدير العام | لـ)."""
    roles = doc.gazetteer.roles
    return (
        doc.keys[i - 1] in roles
        or i - 2 >= start
        and doc.keys[i - 2] in roles
        and doc.keys[i - 1].startswith("ال")
    )


def outlet_at(doc: Document, i: int, limit: int, *, first: str = "", spoken_to: bool = False) -> Range | None:
    """The outlet named from token i on; `first` is its first word without proclitics.

    A name that is also an ordinary word counts only when it is spoken to and nothing follows it.
    """
    if i >= limit:
        return None
    gazetteer = doc.gazetteer
    key = first or doc.keys[i]
    quotation = doc.opened.get(i)
    if (
        quotation is not None
        and quotation.close < limit
        and gazetteer.outlet(doc.words((i, quotation.close)))
    ):
        return (i, quotation.close + 1)
    head = gazetteer.outlet_heads.get(key)
    if head is not None:
        end = phrase_end(doc, i, limit)
        if doc.key(i + 1) in STOPS or end == i:
            end = i + 1
        return (i, end)
    length, ambiguous = _outlet_length(doc, i, limit, key)
    if not length:
        return None
    end = i + length
    while end < limit and doc.keys[end] in gazetteer.nationalities:
        end += 1
    alone = (
        end >= limit
        or not doc.is_word(end)
        or doc.keys[end] in STOPS
        or doc.keys[i].startswith("لل")
        and end > i + 1
    )
    return (i, end) if not ambiguous or spoken_to and alone else None


def _outlet_length(doc: Document, i: int, limit: int, first: str) -> tuple[int, bool]:
    """How many tokens from i on name an outlet, points between letters passed over (بي.بي.سي)."""
    positions = [j for j in range(i, min(i + 10, limit)) if doc.is_word(j)]
    dotted = (
        all(doc.is_word(j) or doc.keys[j] == "." for j in range(i, positions[-1] + 1)) if positions else False
    )
    keys = [doc.keys[j] for j in positions] if dotted else doc.keys[i : min(i + 10, limit)]
    found = doc.gazetteer.longest_outlet(keys, 0, first=first) if keys else None
    if found is None:
        return 0, False
    return (positions[found[0] - 1] - i + 1 if dotted else found[0]), found[1].ambiguous


def skip_lead(doc: Document, start: int, limit: int) -> tuple[int, list[Range]]:
    """Pass adverbs and channels that stand between a verb and its source (وقال أمس لرويترز مسؤول)."""
    i = start
    channels: list[Range] = []
    while i < limit:
        key = doc.keys[i]
        channel = channel_at(doc, i, limit) if doc.is_word(i) else None
        if channel is not None:
            channels.append(channel)
            i = channel[1]
        elif key in OPENERS or key in DATIVES:
            i += 1
        elif key in ("من", "علي", "في", "الي") and doc.key(i + 1) in words("turn_taking"):
            i += 2
        else:
            break
    return i, channels


def source_after(doc: Document, start: int, limit: int) -> tuple[Range | None, list[Range]]:
    """The source between a verb and its content, and the channels named beside it."""
    begin, channels = skip_lead(doc, start, limit)
    if begin > start and begin < limit and doc.keys[begin] == "،":
        begin += 1
    end = phrase_end(doc, begin, limit) if begin < limit else begin
    source = (
        (begin, end)
        if end > begin
        and (can_head(doc, begin) or _ali(doc, begin, begin, limit))
        and not _addressed(doc, begin)
        else None
    )
    if source is None:
        end = begin
    channels += find_channels(doc, end, limit)
    return source, channels


def _addressed(doc: Document, i: int) -> bool:
    """A word with the preposition ل, or a plural in the accusative: who is spoken to, not who speaks."""
    key = doc.keys[i]
    gazetteer = doc.gazetteer
    if key.startswith("ال") and key.endswith("ين") and len(key) > 6 and key not in gazetteer.given_names:
        plural = gazetteer.roles.get(key) or gazetteer.anonymous_heads.get(key)
        if key in gazetteer.nationalities or plural is not None and plural.number == "plural":
            return True
    if key.startswith("لل") or key in ("لي", "لنا", "له", "لها", "لهم", "ل"):
        return True
    known = (gazetteer.roles, gazetteer.anonymous_heads, gazetteer.institution_heads, gazetteer.outlet_heads)
    if (
        key[:1] == "ل"
        and len(key) > 4
        and key.endswith(("ه", "ها", "هم"))
        and key not in gazetteer.given_names
        and not any(key in t for t in known)
    ):
        return True
    return (
        key[:1] == "ل"
        and any(key[1:] in table for table in known)
        and not any(key in table for table in known)
    )


def find_channels(doc: Document, start: int, limit: int) -> list[Range]:
    """Outlets spoken to or through between two positions (في تصريح لقناة …, مع صحيفة …)."""
    found = []
    i = start
    while i < limit:
        channel = channel_at(doc, i, limit)
        if channel is None and i + 1 < limit:
            channel = _carrier(doc, i, limit)
        if channel is not None and channel[1] > i:
            found.append(doc.strip(channel))
            i = channel[1]
        else:
            i += 1
    return found


def occasion_channel(doc: Document, start: int, limit: int) -> Range | None:
    """The outlet of an occasion named before the verb (وفي تصريح لـ«…»، أكد فلان)."""
    for i in range(start, limit):
        if doc.keys[i].removeprefix("و").removeprefix("ب") not in SPEECH_OCCASIONS:
            continue
        for j in range(i + 1, min(i + 6, limit)):
            found = channel_at(doc, j, limit) if doc.is_word(j) else None
            if found is None and doc.keys[j] in CARRIED_BY and j + 1 < limit:
                found = _enclosed(doc, j + 1, limit) or outlet_at(doc, j + 1, limit, spoken_to=True)
            if found is not None:
                return doc.strip(found)
    return None


def _carrier(doc: Document, i: int, limit: int) -> Range | None:
    """The outlet behind مع, نشرتها, خص به …, or written together with ب (في مقال بصحيفة …)."""
    key = doc.keys[i]
    if key == "به" and doc.keys[i - 1].startswith("خص"):
        return _enclosed(doc, i + 1, limit) or outlet_at(doc, i + 1, limit, spoken_to=True)
    if key in CARRIED_BY:
        after_occasion = any(k in SPEECH_OCCASIONS for k in doc.keys[max(0, i - 3) : i])
        place = i + 2 if after_occasion and doc.keys[i + 1] in ("في", "علي") else i + 1
        return outlet_at(doc, place, limit, spoken_to=after_occasion)
    if (
        key.startswith("ب")
        and key[1:] in doc.gazetteer.outlet_heads
        and key not in doc.gazetteer.outlet_heads
    ):
        return outlet_at(doc, i, limit, first=key[1:])
    return None


def can_head(doc: Document, i: int) -> bool:
    """Whether a source may begin with token i."""
    if i in doc.opened:
        return True
    if not doc.is_word(i):
        return False
    key = doc.keys[i]
    if key in ("هذا", "هذه", "هو", "هي", "هم", "وهو", "وهي"):
        return True
    if _verb_or_participle(doc, i):
        return False
    bare = key[1:] if key[:1] in ("و", "ف") else key
    if (
        not bare
        or key in NO_HEADS
        or key.startswith(("بال", "كال"))
        or key[:1] == "ل"
        and key[1:] in NO_HEADS
    ):
        return False
    return not any(
        k in STOPS or k in PREPOSITIONS or k in RELATIVES or k in CLAUSE_OPENERS or k in NEGATIONS
        for k in (key, bare)
    )


def _verb_or_participle(doc: Document, i: int) -> bool:
    """و with a reporting verb (وتساءلت وأجابت), or a participle in the accusative (وتابعت مشككة في …)."""
    if doc.gazetteer.given_names and doc.keys[i] in doc.gazetteer.given_names:
        return False
    verb = doc.finite(i)
    if (
        verb is not None
        and verb.conjunction
        and verb.verb.strength != "optional"
        and verb.form.tense == "past"
        and not _nominal_here(doc, i)
    ):
        return True
    reading = doc.participle(i)
    return (
        reading is not None
        and not reading.form.definite
        and doc.keys[i].endswith(("ا", "ه"))
        and not _nominal_here(doc, i)
    )


def source_before(doc: Document, verb: int, begin: int) -> Range | None:
    """The topic or antecedent that stands before a verb in its own clause."""
    end = verb
    while end > begin and doc.keys[end - 1] in ASPECT:
        end -= 1
    if end - 1 > begin and end - 1 in doc.opened:
        end -= 1
    if end > begin and doc.keys[end - 1] in RELATIVES:
        return _antecedent(doc, end - 1, begin)
    if end > begin and doc.keys[end - 1] in PRONOUNS:
        return (end - 1, end)
    if end > begin and doc.keys[end - 1] in PARTICLE_PRONOUNS:
        return None
    end = _before_aside(doc, end, begin)
    comma = end > begin and doc.keys[end - 1] == "،"
    if comma:
        end -= 1
    start = _clause_start(doc, end, begin, through_commas=comma)
    if start > begin and doc.keys[start - 1] in RELATIVES and end - start <= 14 and not comma:
        return _antecedent(doc, start - 1, begin)
    start = past_openers(doc, start, end)
    if start < end and not known_head(doc, start):
        start = (
            start + 1
            if start + 1 < end and known_head(doc, start + 1) and doc.keys[start][:1] in "وف"
            else _nearest_head(doc, start, end)
        )
    if start >= end or not can_head(doc, start):
        return None
    stop = phrase_end(doc, start, end)
    if stop <= start or (stop < end and not _aside(doc, stop, end)):
        return None
    return doc.strip((start, stop))


def _before_aside(doc: Document, end: int, begin: int) -> int:
    """Before an aside between dashes or brackets (مسؤول -رفض ذكر اسمه- أوضح)."""
    if end > begin and doc.keys[end - 1] in ("-", ")"):
        mark = "-" if doc.keys[end - 1] == "-" else "("
        for j in range(end - 2, max(begin, end - 12), -1):
            if doc.keys[j] == mark:
                return j
    return end


def _nearest_head(doc: Document, start: int, end: int) -> int:
    """Where somebody is named between `start` and the verb (مكالمات من سكان | يقولون), else `start`."""
    gazetteer = doc.gazetteer
    for i in range(end - 1, start, -1):
        if not doc.is_word(i):
            break
        key = doc.keys[i]
        if key in gazetteer.document_heads and not gazetteer.document_heads[key].definite and i < end - 1:
            return i
        if key in gazetteer.anonymous_heads and (doc.keys[i - 1] in PREPOSITIONS or not doc.is_word(i - 1)):
            return i
    return start


def _aside(doc: Document, start: int, end: int) -> bool:
    """Whether what stands between a topic and its verb can be an aside (في بيان, اليوم, بين فاصلتين)."""
    key = doc.keys[start]
    return (
        key in STOPS
        or key in PREPOSITIONS
        or key in RELATIVES
        or key in ("،", "-", "(")
        or channel_at(doc, start, end) is not None
    )


def _clause_start(doc: Document, end: int, begin: int, *, through_commas: bool) -> int:
    start = end
    while start > begin and end - start < MAX_SOURCE:
        i = start - 1
        if i in doc.closed and doc.closed[i].open >= begin:
            start = doc.closed[i].open
            continue
        key = doc.keys[i]
        if key in CLAUSE_OPENERS or key in COPULAS or key in RELATIVES:
            break
        if key == "،" and not through_commas:
            break
        if not doc.is_word(i) and key not in ("،", "-", ".", ")", "("):
            break
        if key == "." and len(doc.key(i - 1)) > 2:
            break
        reading = doc.finite(i)
        if reading is not None and not reading.form.passive and not _nominal_here(doc, i):
            break
        start = i
    return start


def past_openers(doc: Document, start: int, end: int) -> int:
    """Past adverbials before the topic: من جهته، في المقابل, اليوم."""
    i = start
    while i < end:
        key = doc.keys[i]
        if key == "،" or key in OPENERS:
            i += 1
        elif key in PREPOSITIONS:
            comma = next((j for j in range(i, end) if doc.keys[j] == "،"), None)
            if comma is not None:
                i = comma + 1
            else:
                head = next((j for j in range(i + 2, end) if _strong_head(doc, j)), None)
                return head if head is not None else end
        else:
            break
    return i


def _strong_head(doc: Document, i: int) -> bool:
    """A noun that can begin a source by itself, in a position where it is not the end of an annexion."""
    gazetteer = doc.gazetteer
    key = doc.keys[i]
    if key in gazetteer.anonymous_heads or key in gazetteer.titles:
        return doc.key(i - 1) not in PREPOSITIONS
    return key in gazetteer.roles and doc.key(i - 1) not in PREPOSITIONS


def _plural_people(doc: Document, i: int) -> bool:
    """A plural of people, or a quantity of them."""
    gazetteer = doc.gazetteer
    head = gazetteer.anonymous_heads.get(doc.keys[i]) or gazetteer.roles.get(doc.keys[i])
    return head is not None and head.number == "plural" or doc.keys[i] in QUANTITIES


def _antecedent(doc: Document, relative: int, begin: int) -> Range | None:
    """The noun phrase a relative clause belongs to."""
    end = relative
    if end > begin and doc.keys[end - 1] == "،":
        end -= 1
    start = end
    while start > begin and end - start < 15:
        i = start - 1
        if i in doc.closed and doc.closed[i].open >= begin:
            start = doc.closed[i].open
            continue
        key = doc.keys[i]
        if (
            not doc.is_word(i)
            or key in STOPS
            or key in PREPOSITIONS
            or key in CLAUSE_OPENERS
            or key in RELATIVES
        ):
            break
        if doc.finite(i) is not None and not _nominal_here(doc, i):
            break
        start = i
    if doc.keys[relative] == "الذين":
        plural = [i for i in range(start, end) if _plural_people(doc, i)]
        if plural:
            return doc.strip((plural[0], end))
    heads = [
        i for i in range(start, end) if _strong_head(doc, i) or doc.keys[i] in doc.gazetteer.institution_heads
    ]
    if not known_head(doc, start):
        start = heads[0] if heads else max(start, end - 2)
    return doc.strip((start, end)) if start < end else None


def known_head(doc: Document, i: int) -> bool:
    """Whether token i is a noun or a name that can only be somebody or some body."""
    gazetteer = doc.gazetteer
    key = doc.keys[i]
    return (
        key in gazetteer.roles
        or key in gazetteer.anonymous_heads
        or key in gazetteer.titles
        or key in gazetteer.given_names
        or key in gazetteer.institution_heads
        or key in gazetteer.outlet_heads
        or key in gazetteer.document_heads
        or key in PRONOUNS
        or i in doc.opened
        or gazetteer.longest_place(doc.keys, i) is not None
        or gazetteer.longest_institution(doc.keys, i) is not None
        or gazetteer.longest_outlet(doc.keys, i) is not None
        or key in gazetteer.nationalities
        and key.startswith("ال")
    )
