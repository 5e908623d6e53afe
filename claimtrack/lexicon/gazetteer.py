"""The gazetteer: outlets, institutions, places, and the nouns that name people and sources.

Loads `ar/outlets.toml`, `people.toml`, `institutions.toml` and `places.toml` once, and answers by
folded keys (`claimtrack.text.folding.fold`). It says what a run of words can be; it does not read
sentences, and never decides that `الأخبار` is the newspaper: such names are marked `ambiguous`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

from claimtrack.errors import LexiconError
from claimtrack.lexicon.names import Form, Names, entries, forms
from claimtrack.lexicon.nouns import Head, inflect
from claimtrack.text.folding import fold

FILES = ("outlets", "people", "institutions", "places")


class Outlet(NamedTuple):
    """A medium; `ambiguous` when the form found is also an ordinary word or phrase."""

    name: str
    kind: str
    country: str
    ambiguous: bool = False


class Institution(NamedTuple):
    """A proper institution, or a name that stands for one; gender and number are its verb's."""

    name: str
    gender: str
    number: str
    ambiguous: bool = False


class Place(NamedTuple):
    """A country, capital or city (`kind`), and the code of its country."""

    name: str
    kind: str
    country: str
    gender: str
    ambiguous: bool = False


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Everything the four files hold, keyed by folded words."""

    outlets: Names[Outlet]
    institutions: Names[Institution]
    places: Names[Place]
    offices: Names[str]
    outlet_heads: dict[str, Head]
    institution_heads: dict[str, Head]
    anonymous_heads: dict[str, Head]
    document_heads: dict[str, Head]
    roles: dict[str, Head]
    titles: frozenset[str]
    given_names: frozenset[str]
    doubtful_given_names: frozenset[str]
    name_connectors: frozenset[str]
    sectors: dict[str, str]
    nationalities: dict[str, str]
    countries: dict[str, str]
    capitals: frozenset[tuple[str, ...]]

    def outlet(self, words: tuple[str, ...]) -> Outlet | None:
        """The outlet that exactly these folded words name."""
        return self.outlets.forms.get(words)

    def longest_outlet(self, keys: Sequence[str], i: int, *, first: str = "") -> tuple[int, Outlet] | None:
        """The longest outlet name from key `i` on: (how many keys, outlet)."""
        return self.outlets.longest(keys, i, first)

    def longest_institution(
        self, keys: Sequence[str], i: int, *, first: str = ""
    ) -> tuple[int, Institution] | None:
        """The longest institution name from key `i` on: (how many keys, institution)."""
        return self.institutions.longest(keys, i, first)

    def longest_place(self, keys: Sequence[str], i: int, *, first: str = "") -> tuple[int, Place] | None:
        """The longest place name from key `i` on: (how many keys, place)."""
        return self.places.longest(keys, i, first)

    def longest_office(self, keys: Sequence[str], i: int, *, first: str = "") -> tuple[int, str] | None:
        """The longest phrase from key `i` on that names the holder of an office: (how many keys, phrase)."""
        return self.offices.longest(keys, i, first)


@lru_cache(maxsize=1)
def load() -> Gazetteer:
    """The gazetteer of this installation, read once."""
    outlets, people, institutions, places = (read(name) for name in FILES)
    try:
        return _build(outlets, people, institutions, places)
    except (KeyError, ValueError) as error:
        raise LexiconError(f"the word files are incomplete ({error}); correct or reinstall") from error


def read(name: str) -> dict[str, Any]:
    """One word file as it is written."""
    path = files("claimtrack.lexicon") / "ar" / f"{name}.toml"
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise LexiconError(f"ar/{name}.toml cannot be read: {error}; correct or reinstall") from error


def _build(
    outlets: dict[str, Any], people: dict[str, Any], institutions: dict[str, Any], places: dict[str, Any]
) -> Gazetteer:
    countries = list(_countries(places["countries"]))
    names = people["names"]
    return Gazetteer(
        outlets=_outlets(outlets["country"]),
        institutions=_institutions(institutions["proper"]),
        places=_places(countries, places["cities"]),
        offices=_offices(people["offices"]),
        outlet_heads=inflect(outlets["heads"]),
        institution_heads=inflect(institutions["heads"]),
        anonymous_heads=inflect(people["anonymous"]),
        document_heads=inflect(people["documents"]),
        roles=inflect(people["roles"]["other"]) | inflect(people["roles"]["office"], office=True),
        titles=frozenset(inflect(people["titles"]["nouns"])) | _words(people["titles"]["short"]),
        given_names=_words(names["arabic"] + names["foreign"]),
        doubtful_given_names=_words(names["doubtful"]),
        name_connectors=_words(names["connectors"]),
        sectors=_adjectives(people["sectors"].items()),
        nationalities=_nationalities(countries),
        countries={country.code: country.names[0].written for country in countries},
        capitals=frozenset(form.words for country in countries for form in country.capitals),
    )


def _words(block: str) -> frozenset[str]:
    return frozenset(fold(block).split())


def _outlets(countries: dict[str, dict[str, str]]) -> Names[Outlet]:
    names: Names[Outlet] = Names()
    for code, kinds in countries.items():
        for kind, block in kinds.items():
            for found in entries(block):
                for form in found:
                    names.add(form.words, Outlet(found[0].written, kind, code, form.ambiguous))
    return names


def _institutions(blocks: dict[str, str]) -> Names[Institution]:
    names: Names[Institution] = Names()
    for key, gender, number in _AGREEMENT:
        for found in entries(blocks[key]):
            for form in found:
                names.add(form.words, Institution(found[0].written, gender, number, form.ambiguous))
    return names


_AGREEMENT = (("masculine", "m", "singular"), ("feminine", "f", "singular"), ("plural", "m", "plural"))


def _offices(block: str) -> Names[str]:
    names: Names[str] = Names()
    for found in entries(block):
        for form in found:
            names.add(form.words, form.written)
    return names


class _Country(NamedTuple):
    code: str
    gender: str
    names: list[Form]
    capitals: list[Form]
    adjectives: str


def _countries(block: str) -> Iterator[_Country]:
    """Lines of `code gender; names; capital; adjectives with their broken plurals`."""
    for line in block.strip().split("\n"):
        head, names, capitals, adjectives = line.split(";")
        code, gender = head.split()
        yield _Country(code, gender, forms(names, fold(names)), forms(capitals, fold(capitals)), adjectives)


def _places(countries: list[_Country], cities: dict[str, str]) -> Names[Place]:
    names: Names[Place] = Names()
    for kind in ("country", "capital"):
        for country in countries:
            found, gender = (country.names, country.gender) if kind == "country" else (country.capitals, "f")
            for form in found:
                names.add(form.words, Place(found[0].written, kind, country.code, gender, form.ambiguous))
    for code, block in cities.items():
        for found in entries(block):
            for form in found:
                names.add(form.words, Place(found[0].written, "city", code, "f", form.ambiguous))
    return names


def _nationalities(countries: list[_Country]) -> dict[str, str]:
    """The adjectives of all countries, without the accusatives that are a country's name (تركيا)."""
    named = {form.words for country in countries for form in country.names}
    adjectives = _adjectives((country.code, country.adjectives) for country in countries)
    return {form: code for form, code in adjectives.items() if (form,) not in named}


def _adjectives(labelled: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Every form of the adjectives between bars, and the label they stand under."""
    labels: dict[str, str] = {}
    lines = []
    for label, adjectives in labelled:
        for adjective in filter(str.strip, fold(adjectives).split("|")):
            lemma, _, plurals = adjective.partition(":")
            labels.setdefault(lemma.strip(), label)
            lines.append(f"{lemma}: ون ه {plurals}")
    heads = inflect("\n".join(lines))
    return {form: labels.get(head.key) or labels[head.key[:-1]] for form, head in heads.items()}
