"""What an article tells of a source it does not name: sector, number, nationality, why there is no name.

Reads the mentions of one source and the words around them. Who the source is, is settled elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from claimtrack.attribution.affiliation import affiliation
from claimtrack.attribution.document import PREPOSITIONS, Document, Range
from claimtrack.attribution.refusals import ASIDE, refusal_end
from claimtrack.attribution.small_words import QUANTITIES
from claimtrack.attribution.understanding import describe
from claimtrack.lexicon.unnamed import load
from claimtrack.models import Anonymity, Span
from claimtrack.text.folding import fold, fold_words

_ONE_OF = frozenset(fold("أحد إحدى").split())
_TWO = frozenset(fold("اثنان اثنين اثنتان اثنتين").split())
_VAGUE = frozenset(("informed", "international"))  # adjectives that say little beside another
_RELATIVES = frozenset(fold("الذي التي الذين اللذان اللذين اللواتي").split())


@dataclass(frozen=True, slots=True)
class Naming:
    """One mention of a source; what is said of it begins before `limit` and ends before `end`, outside `content`."""

    found: Range
    limit: int
    end: int
    content: tuple[Range, ...] = ()
    skip: int = 0


def anonymity(doc: Document, namings: Sequence[Naming], name: str = "") -> Anonymity:
    """What the mentions of one unnamed source tell of it, or its fullest name; of each thing the first told."""
    why = next((told for naming in namings if (told := reason(doc, naming))), None)
    number = _first(count(doc, naming) for naming in namings)
    if number == "several" and why and fold(doc.text[why.start : why.end]).endswith("هما"):
        number = "two"  # مسؤولين لم تسمهما: the pronoun tells what the noun in ـين does not
    mentions = (doc.words(naming.found) for naming in namings)
    return Anonymity(
        sector=_first(sector(doc, keys) for keys in (*mentions, fold_words(name))),
        count=number,
        of=_first(origin(doc, naming.found) for naming in namings),
        reason=why,
    )


def sector(doc: Document, keys: Sequence[str]) -> str:
    """Where the source belongs, by its adjectives, else its noun, else the body it belongs to."""
    described = _described(doc, keys)
    adjectives = [label for key in described if (label := _adjective(doc, key))]
    nouns = [label for key in described if (label := _noun(doc, key))]
    bodies = [label for key in keys if (label := _body(key))]
    plain = [label for label in adjectives if label not in _VAGUE]
    telling = [label for label in nouns if label != "official"]
    informed = [label for label in adjectives if label == "informed"]
    return next(iter([*plain, *telling, *informed, *bodies, *nouns, *adjectives]), "")


def count(doc: Document, naming: Naming) -> str:
    """How many people: one, two or several; empty where the words do not say."""
    words = doc.words(naming.found)
    number = describe(doc, naming.found, naming.skip).number
    if not words or words[0] in _ONE_OF:
        return "one" if words else ""
    if words[0] in QUANTITIES or words[0].isdigit():
        return "several"
    if number == "dual" or any(word in _TWO for word in words):
        return "two"
    return {"singular": "one", "plural": "several"}.get(number, "")


def origin(doc: Document, found: Range) -> str:
    """Nationality and affiliation; a part of the world where no country is told (غربية)."""
    told = affiliation(doc, (found[0] - 1, found[1]) if _names_a_country(doc, found[0]) else found)
    if told:
        return told
    sectors = doc.gazetteer.sectors
    return next(
        (doc.slice((i, i + 1)) for i in range(*found) if sectors.get(doc.keys[i]) == "international"), ""
    )


def reason(doc: Document, naming: Naming) -> Span | None:
    """The words near a mention that refuse or excuse the name, with those that give the reason why."""
    for i in range(naming.found[0], naming.limit):
        end = refusal_end(doc, i, naming.end)
        if end > i and _around_the_claim(doc, i, naming.content):
            return doc.span((i, end))
    return None


def _around_the_claim(doc: Document, i: int, content: Iterable[Range]) -> bool:
    inside = any(start <= i < end for start, end in content)
    before = i - 2 if doc.key(i - 1) in _RELATIVES else i - 1
    return not inside or doc.key(before) in ASIDE  # which may stand amid what is said


def _described(doc: Document, keys: Sequence[str]) -> list[str]:
    """The head noun and its adjectives: the words before the first preposition."""
    described: list[str] = []
    for key in keys:
        if key == "من" and described and described[-1] in _ONE_OF | QUANTITIES:
            continue
        if described and (
            key in PREPOSITIONS or (key in doc.gazetteer.institution_heads and not _adjective(doc, key))
        ):
            break
        described.append(key)
    return described


def _adjective(doc: Document, key: str) -> str:
    sectors = doc.gazetteer.sectors
    return sectors.get(key) or sectors.get(key.removeprefix("و"), "")


def _noun(doc: Document, key: str) -> str:
    heads = load().heads
    known = doc.gazetteer.anonymous_heads.get(key) or doc.gazetteer.anonymous_heads.get(key.removeprefix("و"))
    return heads.get(known.key if known else key.removeprefix("ال"), "")


def _body(key: str) -> str:
    bodies = load().bodies
    bare = "ال" + key[2:] if key.startswith("لل") else key[1:] if key[:1] in ("ب", "ل", "و") else key
    return bodies.get(key) or bodies.get(bare, "")


def _names_a_country(doc: Document, i: int) -> bool:
    return doc.keys[i] in doc.gazetteer.nationalities


def _first(told: Iterable[str]) -> str:
    return next(filter(None, told), "")
