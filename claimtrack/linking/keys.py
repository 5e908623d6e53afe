"""Link keys: two identities with one key mean the same source, in any two articles.

A key is made from the identity alone, so it does not depend on what else a database holds, nor on the
order in which articles came. Where names only look alike, keys differ; such pairs are for `suggestions`.
"""

from __future__ import annotations

from functools import lru_cache

from claimtrack.linking.observed import observed
from claimtrack.linking.sounds import is_foreign, sounds
from claimtrack.linking.tables import Medium, gazetteer, plain, without_article
from claimtrack.linking.tables import load as tables

_UNSPECIFIED = "newspaper"  # what an outlet is taken for that no head noun describes
_MINISTRY = "وزاره"
# الخارجية الروسية and وزارة الخارجية الروسية are brought together by their words, not by the gazetteer
_OF_A_MINISTRY = frozenset((_MINISTRY, "الخارجيه", "الداخليه", "الدفاع"))


@lru_cache(maxsize=20_000)
def link_key(identity: str) -> str:
    """The key of an identity."""
    kind, article, words = observed(identity)
    if article or not words:
        return identity
    made = {"person": _person, "institution": _institution, "outlet": _outlet}.get(kind)
    return f"{kind}:{made(words)}" if made else identity


def _person(words: tuple[str, ...]) -> str:
    bare = _without_titles(words)
    if is_foreign(bare):
        return f"~{sounds(bare)}"
    return " ".join(_compounds(plain(bare)))


def _without_titles(words: tuple[str, ...]) -> tuple[str, ...]:
    """A name without الدكتور or الرئيس before it; a title by itself stays."""
    known = gazetteer()
    for i, word in enumerate(words):
        title = word in known.titles or (word in known.roles and word.startswith("ال"))
        if not title or len(words) - i <= 2:
            return words[i:]
    return words


def _compounds(words: tuple[str, ...]) -> list[str]:
    """عبد الله as عبدالله, أبي as أبو; بن and ابن alike."""
    found: list[str] = []
    for word in words:
        word = {"ابي": "ابو", "ابا": "ابو", "ابن": "بن"}.get(word, word)
        if found and found[-1] == "عبد":
            found[-1] = f"عبد{word.removeprefix('ال')}"
        elif word.startswith("عبدال"):
            found.append("عبد" + word.removeprefix("عبدال"))
        else:
            found.append(word)
    return found


def _institution(words: tuple[str, ...]) -> str:
    known = gazetteer()
    place = known.places.forms.get(words)
    if place is not None:
        city = f" {' '.join(plain(words))}" if place.kind == "city" else ""
        return f"={place.kind} {place.country}{city}"
    rest = words[1:] if words[0] in known.institution_heads else ()
    for form in (words, rest):
        proper = known.institutions.forms.get(form)
        if proper is not None and form[0] not in _OF_A_MINISTRY:
            return f"={proper.name}"
    if words[0] == _MINISTRY and rest:
        words = rest
    if len(words) == 1:
        return without_article(words[0])
    return " ".join(_nationality(word) or without_article(word) for word in words)


def _nationality(word: str) -> str:
    """The country of an adjective: الأميركية and الأمريكية are one."""
    code = gazetteer().nationalities.get(word) if word.startswith("ال") else None
    return f"={code}" if code else ""


def _outlet(words: tuple[str, ...]) -> str:
    named = tables().outlets.get(plain(words), frozenset())
    if len(named) == 1 and not _namesakes(plain(words), named):
        return _medium(named)
    kinds, core, countries = _described(words)
    found = _among(core, kinds, countries)
    if len(found) == 1:
        return _medium(found)
    group = min(kinds) if kinds else _UNSPECIFIED
    return " ".join([f"({group})", *core, *(f"={code}" for code in countries)])


def _namesakes(words: tuple[str, ...], media: frozenset[Medium]) -> bool:
    """Whether outlets of the same kind in other countries bear this name (الوطن)."""
    kinds = {medium.kind for medium in media}
    return any(medium.kind in kinds for medium in tables().cores.get(words, frozenset()) - media)


def _medium(media: frozenset[Medium]) -> str:
    (medium,) = media
    return f"={medium.name} {medium.country} {medium.kind}"


def _described(words: tuple[str, ...]) -> tuple[frozenset[str], tuple[str, ...], tuple[str, ...]]:
    """The kinds a head noun allows, the words of the name itself, and the countries of its adjectives."""
    heads = tables().outlet_kinds
    kinds: frozenset[str] = frozenset()
    start = 0
    while start < len(words) - 1 and (kind := _head(words[start], heads)):
        kinds = kinds or kind
        start += 1
    core = [word for word in words[start:] if word not in tables().decoration] or list(words[start:])
    countries = []
    while len(core) > 1 and (code := gazetteer().nationalities.get(core[-1])):
        countries.append(code)
        core.pop()
    return kinds, plain(tuple(core)), tuple(countries)


def _head(word: str, heads: dict[str, frozenset[str]]) -> frozenset[str]:
    return heads.get(word) or heads.get(without_article(word), frozenset())


def _among(core: tuple[str, ...], kinds: frozenset[str], countries: tuple[str, ...]) -> frozenset[Medium]:
    """The outlets of the gazetteer that a described name can mean."""
    named = tables().outlets.get(core, frozenset()) | tables().cores.get(core, frozenset())
    if kinds:
        named = frozenset(medium for medium in named if medium.kind in kinds)
    if countries:
        named = frozenset(medium for medium in named if medium.country in countries)
    return named
