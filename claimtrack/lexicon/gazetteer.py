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
from typing import Any, Generic, NamedTuple, TypeVar

from claimtrack.errors import LexiconError
from claimtrack.lexicon.nouns import Head, inflect
from claimtrack.text.folding import WORD, fold

FILES = ("outlets", "people", "institutions", "places")
ARTICLE = "(ال)"


class Outlet(NamedTuple):
    """A medium; `ambiguous` when the form found is also an ordinary word or phrase."""

    name: str
    kind: str
    country: str
    ambiguous: bool = False


class Institution(NamedTuple):
    """A proper institution, or a name that stands for one; gender is that of its verb."""

    name: str
    gender: str
    number: str
    ambiguous: bool = False


class Place(NamedTuple):
    """A country, capital, city or region (`kind`), and the code of its country."""

    name: str
    kind: str
    country: str
    gender: str
    ambiguous: bool = False


Entry = TypeVar("Entry", Outlet, Institution, Place)


class Names(Generic[Entry]):
    """Names of one or more words, found longest first from where they start."""

    def __init__(self) -> None:
        self.forms: dict[tuple[str, ...], Entry] = {}
        self._lengths: dict[str, list[int]] = {}

    def __len__(self) -> int:
        return len(self.forms)

    def add(self, words: tuple[str, ...], entry: Entry) -> None:
        """Add one name; of two equal ones the first stays."""
        if words and words not in self.forms:
            self.forms[words] = entry
            lengths = self._lengths.setdefault(words[0], [])
            if len(words) not in lengths:
                lengths.append(len(words))
                lengths.sort(reverse=True)

    def longest(self, keys: Sequence[str], at: int, first: str = "") -> tuple[int, Entry] | None:
        """How many words from `at` on make the longest name, and what it names.

        `first` replaces the key at `at` when the caller has taken proclitics off it.
        """
        head = first or keys[at]
        for length in self._lengths.get(head, ()):
            found = self.forms.get((head, *keys[at + 1 : at + length]))
            if found is not None and at + length <= len(keys):
                return length, found
        return None


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Everything the four files hold, keyed by folded words."""

    outlets: Names[Outlet]
    institutions: Names[Institution]
    places: Names[Place]
    outlet_heads: dict[str, Head]
    institution_heads: dict[str, Head]
    anonymous_heads: dict[str, Head]
    document_heads: dict[str, Head]
    roles: dict[str, Head]
    titles: frozenset[str]
    given_names: frozenset[str]
    name_connectors: frozenset[str]
    sectors: dict[str, str]
    nationalities: dict[str, str]
    countries: dict[str, str]
    capitals: frozenset[tuple[str, ...]]

    def outlet(self, words: tuple[str, ...]) -> Outlet | None:
        """The outlet that exactly these folded words name."""
        return self.outlets.forms.get(words)

    def longest_outlet(self, keys: Sequence[str], i: int, *, first: str = "") -> tuple[int, Outlet] | None:
        """The longest outlet name that starts at word `i`: (how many words, outlet)."""
        return self.outlets.longest(keys, i, first)

    def longest_institution(
        self, keys: Sequence[str], i: int, *, first: str = ""
    ) -> tuple[int, Institution] | None:
        """The longest institution name that starts at word `i`: (how many words, institution)."""
        return self.institutions.longest(keys, i, first)

    def longest_place(self, keys: Sequence[str], i: int, *, first: str = "") -> tuple[int, Place] | None:
        """The longest place name that starts at word `i`: (how many words, place)."""
        return self.places.longest(keys, i, first)


@lru_cache(maxsize=1)
def load() -> Gazetteer:
    """The gazetteer of this installation, read once."""
    outlets, people, institutions, places = (read(name) for name in FILES)
    try:
        return _build(outlets, people, institutions, places)
    except KeyError as error:
        raise LexiconError(f"the word files lack the section {error}; reinstall claimtrack") from error


def read(name: str) -> dict[str, Any]:
    """One word file as it is written."""
    path = files("claimtrack.lexicon") / "ar" / f"{name}.toml"
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise LexiconError(f"ar/{name}.toml cannot be read: {error}; correct it or reinstall") from error


def _build(
    outlets: dict[str, Any], people: dict[str, Any], institutions: dict[str, Any], places: dict[str, Any]
) -> Gazetteer:
    countries = list(_countries(places["countries"]))
    return Gazetteer(
        outlets=_outlets(outlets["country"]),
        institutions=_institutions(institutions["proper"]),
        places=_places(countries, places["cities"]),
        outlet_heads=inflect(outlets["heads"]),
        institution_heads=inflect(institutions["heads"]),
        anonymous_heads=inflect(people["anonymous"]),
        document_heads=inflect(people["documents"]),
        roles=inflect(people["roles"]["office"], office=True) | inflect(people["roles"]["other"]),
        titles=frozenset(inflect(people["titles"]["nouns"])) | _words(people["titles"]["short"]),
        given_names=_words(people["names"]["arabic"]) | _words(people["names"]["foreign"]),
        name_connectors=_words(people["names"]["connectors"]),
        sectors=_sectors(people["sectors"]),
        nationalities=_nationalities(countries),
        countries={country.code: country.names[0][0] for country in countries},
        capitals=frozenset(form[2] for country in countries for form in country.capitals),
    )


def _words(block: str) -> frozenset[str]:
    return frozenset(fold(block).split())


class _Form(NamedTuple):
    written: str
    ambiguous: bool
    words: tuple[str, ...]


def _entries(block: str) -> Iterator[list[_Form]]:
    """The names of a block, one entry a line, its forms between bars."""
    for line, folded in zip(block.split("\n"), fold(block).split("\n"), strict=True):
        if folded.strip():
            yield list(_forms(line, folded))


def _forms(line: str, folded: str) -> Iterator[_Form]:
    """`!` marks an ambiguous form, `(ال)` an article that may be left out."""
    for written, key in zip(line.split("|"), folded.split("|"), strict=True):
        name = written.strip().rstrip("!").removeprefix(ARTICLE)
        ambiguous = written.rstrip().endswith("!")
        words = tuple(WORD.findall(key.replace(ARTICLE, "")))
        yield _Form(name, ambiguous, words)
        if ARTICLE in key:
            yield _Form(name, ambiguous, ("ال" + words[0], *words[1:]))


def _outlets(countries: dict[str, dict[str, str]]) -> Names[Outlet]:
    names: Names[Outlet] = Names()
    for code, kinds in countries.items():
        for kind, block in kinds.items():
            for forms in _entries(block):
                plain = Outlet(forms[0].written, kind, code)
                doubtful = plain._replace(ambiguous=True)
                for form in forms:
                    names.add(form.words, doubtful if form.ambiguous else plain)
    return names


def _institutions(blocks: dict[str, str]) -> Names[Institution]:
    names: Names[Institution] = Names()
    for key, (gender, number) in _AGREEMENT.items():
        for forms in _entries(blocks[key]):
            for form in forms:
                names.add(form.words, Institution(forms[0].written, gender, number, form.ambiguous))
    return names


_AGREEMENT = {"masculine": ("m", "singular"), "feminine": ("f", "singular"), "plural": ("m", "plural")}


class _Country(NamedTuple):
    code: str
    gender: str
    names: list[_Form]
    capitals: list[_Form]
    adjectives: str


def _countries(block: str) -> Iterator[_Country]:
    """Lines of `code gender; names; capital; adjectives with their broken plurals`."""
    for line in filter(str.strip, block.split("\n")):
        head, names, capitals, adjectives = line.split(";")
        code, gender = head.split()
        yield _Country(
            code, gender, list(_forms(names, fold(names))), list(_forms(capitals, fold(capitals))), adjectives
        )


def _places(countries: Iterable[_Country], cities: dict[str, str]) -> Names[Place]:
    names: Names[Place] = Names()
    for country in countries:
        for kind, gender, forms in (
            ("country", country.gender, country.names),
            ("capital", "f", country.capitals),
        ):
            for form in forms:
                names.add(form.words, Place(forms[0].written, kind, country.code, gender, form.ambiguous))
    for code, block in cities.items():
        for forms in _entries(block):
            for form in forms:
                names.add(form.words, Place(forms[0].written, "city", code, "f", form.ambiguous))
    return names


def _nationalities(countries: Iterable[_Country]) -> dict[str, str]:
    """Every form of every adjective of nationality, and the code of its country."""
    forms: dict[str, str] = {}
    for country in countries:
        for adjective in country.adjectives.split("|"):
            lemma, _, plurals = adjective.partition(":")
            for form in inflect(f"{lemma}: ون ة {plurals}"):
                forms.setdefault(form, country.code)
    return forms


def _sectors(table: dict[str, str]) -> dict[str, str]:
    """Every form of the adjectives of a sector, and the sector."""
    return {
        form: sector
        for sector, adjectives in table.items()
        for adjective in adjectives.split("|")
        for form in inflect(_adjective(adjective))
    }


def _adjective(text: str) -> str:
    lemma, _, plurals = text.partition(":")
    return f"{lemma}: ون ة {plurals}"
