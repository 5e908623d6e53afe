"""Where a source ends: the noun phrase from its first word until something that cannot belong to a name.

An outlet inside it can be who is spoken to, and an outlet's own name goes on as a phrase: the two are
decided here together. Knows no claims and no identities.
"""

from __future__ import annotations

from claimtrack.attribution.appositions import (
    apposition,
    behind_name_in_marks,
    bracket,
    named_behind,
    names_something,
)
from claimtrack.attribution.document import PREPOSITIONS, Document, Range
from claimtrack.attribution.heads import known_head
from claimtrack.attribution.outlets import (
    BELONGING,
    EDITIONS,
    NAMED_ONLY,
    OUTLET_TAILS,
    PRESS,
    PROGRAMME,
    THE_MEDIA,
    THE_PRESS,
    addressed_in_marks,
    enclosed_name,
    ends_in_role,
    of_an_office,
    outlet_length,
    own_site,
    unspecified,
)
from claimtrack.attribution.phrase_words import (
    adverbial,
    ali,
    in_belongs,
    other_clause,
    somebody_in,
    takes,
    to_somebody,
)
from claimtrack.attribution.refusals import refusal_end
from claimtrack.attribution.small_words import (
    CORRESPONDENTS,
    MADE_BY,
    NETWORKS,
    OWN_PAGES,
    PUBLISHED_BY,
    RELATIVES,
    REPORTERS,
    SPEECH_OCCASIONS,
    STOPS,
)
from claimtrack.lexicon.words import words

MAX_SOURCE = 30
OF_THE_PRESS = words("of_the_press")
PRESS_GROUPS = frozenset(("مجموعه", "موسسه"))
TELLING = frozenset(("أبلغ", "أخبر"))
ANOTHER = words("another")
JOINING = frozenset("-'’")  # within a name (Al-Ra’i)
CARRYING = MADE_BY | PUBLISHED_BY


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
        if i > start and (informed(doc, start, i) or addressed_in_marks(doc, i, limit) is not None):
            return i
        return quotation.close + 1 if names_something(doc, quotation.open, quotation.close, limit) else i
    if key == "،":
        return i + 1 if apposition(doc, start, i + 1, limit) or named_behind(doc, start, i + 1, limit) else i
    if key in JOINING and doc.tokens.glued(i) and doc.tokens.glued(i + 1) and i + 1 < limit:
        return i + 1
    if key == "." and 0 < len(doc.key(i - 1)) <= 3 and i + 1 < limit:
        return i + 1
    if key == "(":
        return bracket(doc, start, i, limit)
    if i > start and _object_behind(doc, start, i):
        return i
    if not doc.is_word(i) or behind_name_in_marks(doc, start, i):
        return i
    if _made(doc, start, i):
        return i + 1
    if key in RELATIVES or (i > start and (other_clause(doc, i) or refusal_end(doc, i, limit) > i)):
        return i
    if i > start and key.startswith("ب") and key[1:] in SPEECH_OCCASIONS:
        return i
    if key == "في":
        return i + 1 if i > start and in_belongs(doc, start, i) else i
    named = key in doc.gazetteer.given_names and i > start and doc.keys[i - 1] in doc.gazetteer.given_names
    if key in STOPS and not named and not takes(doc, start, i) and not ali(doc, start, i, limit):
        return i
    if i > start and (informed(doc, start, i) or adverbial(doc, i) or to_somebody(doc, start, i)):
        return i
    if (
        i > start
        and key[0] == "م"
        and key[-1] == "ا"
        and len(key) > 5
        and key not in doc.gazetteer.given_names
        and doc.keys[i - 1] not in doc.gazetteer.given_names
    ):
        return i
    if (
        i > start
        and key not in OF_THE_PRESS
        and (doc.keys[start] not in doc.gazetteer.document_heads or somebody_in(doc, start + 1, i))
        and channel_at(doc, i, limit, start) is not None
    ):
        return i
    return i + 1


def _made(doc: Document, start: int, i: int) -> bool:
    """Whether a clause goes on at token i that says who made a document (تقرير | أعدته, التقرير | الذي أعدته اللجنة)."""
    if i == start or doc.keys[start] not in doc.gazetteer.document_heads:
        return False
    verb = i + 1 if doc.keys[i] in RELATIVES else i
    return doc.key(verb) in CARRYING and known_head(doc, verb + 1) if verb + 1 < len(doc) else False


def _object_behind(doc: Document, start: int, i: int) -> bool:
    """A document in the accusative (أصدرت النقابة | بيانا), a plural verb, or an office behind "another" (نائب آخر | رئيس الوزراء)."""
    gazetteer = doc.gazetteer
    key = doc.keys[i]
    if key[-1] == "ا" and key[:-1] in gazetteer.document_heads:
        return True
    if key.endswith("وا") and i > start + 1 and len(key) > 4 and doc.keys[i - 1] not in STOPS | {"ممن"}:
        return True  # تمكنوا
    if key == "تحت" and doc.key(i + 1) == "عنوان":
        return True
    return i > start + 1 and doc.keys[i - 1] in ANOTHER and key in gazetteer.roles


def informed(doc: Document, start: int, i: int) -> bool:
    """An outlet right behind somebody complete: who is told (أفاد مصدر في البلدية | بوابة ضفاف بأن)."""
    gazetteer = doc.gazetteer
    key, previous = doc.keys[i], doc.keys[i - 1]
    people = (gazetteer.anonymous_heads, gazetteer.roles, gazetteer.given_names)
    complete = previous.startswith("ال") or previous in gazetteer.nationalities
    if i <= start or not any(doc.keys[start] in table for table in people):
        return False
    if _told(doc, start - 1):
        complete = complete or any(previous in table for table in (gazetteer.sectors, gazetteer.given_names))
        outlet = i in doc.opened or outlet_at(doc, i, len(doc)) is not None
        return outlet and (complete or (i - 2 >= start and doc.keys[i - 2] in PREPOSITIONS))
    return (
        doc.keys[start] not in gazetteer.given_names
        and complete
        and i > start + 1
        and key in gazetteer.outlet_heads
        and not key.startswith("ال")
    )


def _told(doc: Document, i: int) -> bool:
    """Whether token i is a verb whose first object is who is told (أبلغ, أخبر)."""
    verb = doc.finite(i) if i >= 0 else None
    return verb is not None and verb.verb.lemma in TELLING


def channel_at(doc: Document, i: int, limit: int, start: int | None = None) -> Range | None:
    """The outlet somebody speaks to, when token i begins ل + outlet (لوكالة, لـ«…», لـ(…), للجزيرة).

    Behind a bare role (المدير العام لـ«…») an unknown name is where somebody works.
    """
    key = doc.keys[i]
    if key[0] == "ل" and (doc.keys[i - 1] in BELONGING or doc.keys[i - 1] in REPORTERS):
        return None
    if key == "ل" and i + 1 < limit:
        enclosed = enclosed_name(doc, i + 1, limit)
        if enclosed is not None:
            known = doc.gazetteer.outlet(doc.words(enclosed)) is not None
            return enclosed if known or start is None or not ends_in_role(doc, start, i) else None
        return outlet_at(doc, i + 1, limit, spoken_to=True)
    if i in doc.opened:
        return addressed_in_marks(doc, i, limit)
    if not key.startswith("ل") or len(key) < 4:
        return None
    stripped = "ال" + key[2:] if key.startswith("لل") else key[1:]
    if stripped == THE_PRESS or (
        stripped == THE_MEDIA and doc.key(i + 1) == "الاعلام" and unspecified(doc, i + 2)
    ):
        return None
    if stripped in CORRESPONDENTS and i + 1 < limit:
        return outlet_at(doc, i + 1, limit, spoken_to=True)
    if stripped in EDITIONS and doc.is_word(i + 1):
        of = next((j + 1 for j in range(i + 1, min(i + 4, limit)) if doc.keys[j] in ("من", "ل")), i + 2)
        named = outlet_at(doc, of, limit, spoken_to=True) or (
            channel_at(doc, of, limit) if of < limit else None
        )
        if named is not None:
            return (i, named[1])
    found = outlet_at(doc, i, limit, first=stripped, spoken_to=True)
    if found is None or start is None or stripped in doc.gazetteer.outlet_heads:
        return found
    return None if of_an_office(doc, start, i) and outlet_length(doc, i, limit, stripped)[1] else found


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
    if key in NAMED_ONLY:
        end = bracket(doc, i, i + 1, limit) if doc.key(i + 1) == "(" else 0
        end = doc.opened[i + 1].close + 1 if i + 1 in doc.opened else end
        return (i, end) if i + 1 < end < limit else None
    if key in PRESS_GROUPS:
        return _press_group(doc, i, limit)
    if key == PROGRAMME:
        named = i + 1 in doc.opened and doc.opened[i + 1].close < limit
        return (i, doc.opened[i + 1].close + 1) if named else _programme(doc, i, limit, spoken_to)
    head = gazetteer.outlet_heads.get(key)
    if head is not None:
        if (
            doc.key(i + 1) in NETWORKS
            or key in OWN_PAGES
            or (not doc.keys[i].startswith("ل") and own_site(doc, i, key))
        ):
            return None
        end = _headed_end(doc, i, limit)
        if doc.key(i + 1) in STOPS or end == i:
            end = i + 1
        return (i, end)
    length, ambiguous = outlet_length(doc, i, limit, key)
    if not length and doc.key(i + 1) in OUTLET_TAILS and i + 1 < limit and doc.is_word(i):
        length = 2
    if not length:
        return None
    end = i + length
    if ambiguous and end < limit and doc.keys[end] in gazetteer.nationalities:
        return None
    while end < limit and doc.keys[end] in gazetteer.nationalities:
        end += 1
    alone = (
        end >= limit
        or not doc.is_word(end)
        or doc.keys[end] in STOPS
        or (doc.keys[i].startswith("لل") and end > i + 1)
    )
    return (i, end) if not ambiguous or (spoken_to and alone) else None


def _press_group(doc: Document, i: int, limit: int) -> Range | None:
    """A house of the press by its name in marks (مجموعة «النورس» الإعلامية)."""
    close = doc.opened[i + 1].close if i + 1 in doc.opened else limit
    return (i, close + 2) if close + 1 < limit and doc.keys[close + 1] in PRESS else None


def _programme(doc: Document, i: int, limit: int, spoken_to: bool) -> Range | None:
    """A programme without marks that somebody speaks to (قال اللاعب لبرنامج في المرمى); not that of a body."""
    body = doc.gazetteer.longest_institution(doc.keys, i, first=PROGRAMME)
    office = doc.keys[i - 1].startswith("ال") and doc.key(i - 2) in doc.gazetteer.roles
    if not spoken_to or body is not None or office or i + 1 >= limit:
        return None
    end = i + 3 if doc.keys[i + 1] in ("في", "علي", "مع") else phrase_end(doc, i, limit)
    return (i, end) if i + 1 < end <= limit else None


def _headed_end(doc: Document, i: int, limit: int) -> int:
    """Where a name behind its head noun ends: with its quotation and what belongs to that, else with the phrase."""
    quotation = doc.opened.get(i + 1)
    if quotation is None or quotation.close + 1 >= limit:
        length = outlet_length(doc, i + 1, limit, doc.key(i + 1))[0] if i + 1 < limit else 0
        return max(phrase_end(doc, i, limit), i + 1 + length if length > 1 else i)
    end = quotation.close + 1
    while end < limit and (
        doc.keys[end].startswith(("ال", "لل")) or doc.keys[end] in doc.gazetteer.nationalities
    ):
        if doc.keys[end] in doc.gazetteer.roles or doc.keys[end] in doc.gazetteer.titles:
            break
        end += 1
    return (
        end if end < limit and doc.is_word(end) and doc.keys[end] not in STOPS else phrase_end(doc, i, limit)
    )
