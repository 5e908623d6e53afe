"""The words of `ar/linking.toml`, folded, and the outlets of the gazetteer by every name they share.

The gazetteer answers with one outlet for a name; here all that bear it count, because a name that two
outlets share proves nothing.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.errors import LexiconError
from claimtrack.text.folding import fold

if TYPE_CHECKING:
    from claimtrack.lexicon.gazetteer import Gazetteer


class Medium(NamedTuple):
    """One outlet of the gazetteer."""

    name: str
    kind: str
    country: str


@dataclass(frozen=True, slots=True)
class Tables:
    """What comparing names needs to know."""

    decoration: frozenset[str]
    shared: frozenset[tuple[str, ...]]
    particles: frozenset[str]
    outlet_kinds: dict[str, frozenset[str]]  # head noun → kinds
    outlets: dict[tuple[str, ...], frozenset[Medium]]
    cores: dict[tuple[str, ...], frozenset[Medium]]  # by their names without their country


def gazetteer() -> Gazetteer:
    """The gazetteer; not even its code is loaded where a database is only read."""
    from claimtrack.lexicon.gazetteer import load

    return load()


@cache
def load() -> Tables:
    """The tables of this installation, read once."""
    path = files("claimtrack.lexicon") / "ar" / "linking.toml"
    try:
        outlets = _outlets()
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
        return Tables(
            decoration=frozenset(fold(raw["decoration"]).split()),
            shared=frozenset(tuple(line.split()) for line in fold(raw["shared"]).strip().split("\n")),
            particles=frozenset(fold(raw["particles"]).split()),
            outlet_kinds=_kinds(raw["outlet_kinds"]),
            outlets=outlets,
            cores=_cores(outlets),
        )
    except (OSError, tomllib.TOMLDecodeError, KeyError) as error:
        raise LexiconError(f"ar/linking.toml cannot be read: {error}; correct or reinstall") from error


def _kinds(table: dict[str, str]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for kind, heads in table.items():
        for head in fold(heads).split():
            found.setdefault(head, set()).add(kind)
    return {head: frozenset(kinds) for head, kinds in found.items()}


def _outlets() -> dict[tuple[str, ...], frozenset[Medium]]:
    from claimtrack.lexicon.gazetteer import read
    from claimtrack.lexicon.names import entries

    found: dict[tuple[str, ...], set[Medium]] = {}
    for country, kinds in read("outlets")["country"].items():
        for kind, block in kinds.items():
            for names in entries(block):
                medium = Medium(fold(names[0].written), kind, country)
                for form in names:
                    found.setdefault(plain(form.words), set()).add(medium)
    return {words: frozenset(media) for words, media in found.items()}


def _cores(outlets: dict[tuple[str, ...], frozenset[Medium]]) -> dict[tuple[str, ...], frozenset[Medium]]:
    nationalities = plain(tuple(gazetteer().nationalities))
    adjectives = frozenset(nationalities)
    found: dict[tuple[str, ...], set[Medium]] = {}
    for words, media in outlets.items():
        if len(words) > 1 and words[-1] in adjectives:
            found.setdefault(words[:-1], set()).update(media)
    return {words: frozenset(media) for words, media in found.items()}


def plain(words: tuple[str, ...]) -> tuple[str, ...]:
    """Words without their article."""
    return tuple(without_article(word) for word in words)


def without_article(word: str) -> str:
    """A folded word without its article, unless too little would be left."""
    return word[2:] if word.startswith("ال") and len(word) > 4 else word
