"""The words of reporting as data, and every reading of a token as one of their forms.

`load()` reads the TOML files beside this module (and the user's own); `Lexicon.analyze` says which
verb a folded token may be a form of, with its proclitics and pronoun; `Lexicon.words` gives a named
word list. It decides nothing about sentences: whether a reading is a claim's cue is for attribution.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from claimtrack.errors import LexiconError
from claimtrack.lexicon.inflection import Cell, Form, form_of, paradigm
from claimtrack.lexicon.loading import Entries, Verb, read_entries

__all__ = ["Analysis", "Form", "Lexicon", "Verb", "load"]

DATA = Path(__file__).parent / "ar"
FILES = (DATA / "verbs.toml", DATA / "particles.toml")

# folded; the longest first, so that a list of readings begins with the fullest pronoun
_PRONOUNS = ("هما", "كما", "ها", "هم", "هن", "ني", "نا", "كم", "ه", "ك", "ي")
_ONLY_ON_VERB, _ONLY_ON_NOUN = ("ني",), ("ي",)
_TRANSITIVE = frozenset({"object", "addressee:object"})


@dataclass(frozen=True, slots=True)
class Analysis:
    """One reading of a token: the verb, the form, and what is written together with it."""

    verb: Verb
    form: Form
    conjunction: str = ""  # و, ف
    future: bool = False  # س
    prefix: str = ""  # ل before a present; ب, ل, ك before a noun
    pronoun: str = ""  # object of a verb, possessor of a verbal noun


class Lexicon:
    """Verbs and word lists, with every form of every verb findable by its folded key."""

    def __init__(self, *, verbs: Mapping[str, Verb], words: Mapping[str, frozenset[str]], version: str):
        self.verbs = verbs
        self.version = version
        self._words = words
        self._readings: dict[str, tuple[Analysis, ...]] = {}
        self._bare: dict[str, list[tuple[Verb, Cell]]] = defaultdict(list)
        self._joined: dict[str, list[tuple[Verb, Cell]]] = defaultdict(list)
        for verb in verbs.values():
            self._index(verb)

    def _index(self, verb: Verb) -> None:
        transitive = not _TRANSITIVE.isdisjoint(verb.frames)
        for cell in paradigm(verb):
            self._bare[cell.key].append((verb, cell))
            if transitive or cell.slot.tense == "masdar":
                for stem in cell.joined:
                    self._joined[stem].append((verb, cell))

    def words(self, name: str) -> frozenset[str]:
        """The folded keys of a named word list."""
        if name not in self._words:
            raise LexiconError(f"no word list {name!r}; there are {', '.join(sorted(self._words))}")
        return self._words[name]

    def analyze(self, key: str) -> tuple[Analysis, ...]:
        """Every reading of a folded token as a form of a reporting verb; empty when there is none."""
        readings = self._readings.get(key)
        if readings is None:
            readings = self._readings[key] = tuple(self._analyses(key))
        return readings

    def _analyses(self, key: str) -> Iterator[Analysis]:
        yield from self._without_conjunction(key, "")
        if key[:1] in ("و", "ف"):
            yield from self._without_conjunction(key[1:], key[0])

    def _without_conjunction(self, rest: str, conjunction: str) -> Iterator[Analysis]:
        for stem, prefix in _stems(rest):
            for verb, cell, pronoun in self._lookup(stem):
                if _fits(prefix, cell.slot.tense, conjunction, stem):
                    form, future = form_of(verb.lemma, cell), prefix == "س"
                    yield Analysis(verb, form, conjunction, future, "" if future else prefix, pronoun)

    def _lookup(self, stem: str) -> Iterator[tuple[Verb, Cell, str]]:
        for verb, cell in self._bare.get(stem, ()):
            yield verb, cell, ""
        for pronoun in _PRONOUNS:
            if stem.endswith(pronoun):
                for verb, cell in self._joined.get(stem[: -len(pronoun)], ()):
                    if pronoun not in (_ONLY_ON_VERB if cell.slot.tense == "masdar" else _ONLY_ON_NOUN):
                        yield verb, cell, pronoun


def _stems(rest: str) -> Iterator[tuple[str, str]]:
    """The ways to take a one-letter proclitic off; ل before the article hides its alef (للقول)."""
    yield rest, ""
    if rest[:2] == "لل":
        yield "ا" + rest[1:], "ل"
    if rest[:1] in ("س", "ل", "ب", "ك"):
        yield rest[1:], rest[0]


def _fits(prefix: str, tense: str, conjunction: str, stem: str) -> bool:
    """Whether the proclitics can stand before the form; two letters are too few to take ف or ب."""
    if len(stem) < 3 and (prefix or conjunction == "ف"):
        return False
    if tense == "present":
        return prefix in ("", "س", "ل")
    return not prefix if tense == "past" else prefix != "س"


def load(extra: Iterable[Path] = ()) -> Lexicon:
    """The lexicon of the package, with the user's own files on top; read once per process.

    An entry or word list of a later file replaces the one of the same name.
    """
    return _load(tuple(Path(path) for path in extra))


@lru_cache(maxsize=8)
def _load(extra: tuple[Path, ...]) -> Lexicon:
    files = (*FILES, *extra)
    parts = [read_entries(path) for path in files]
    verbs = {verb.lemma: verb for part in parts for verb in part.verbs}
    return Lexicon(verbs=verbs, words=_merged_words(parts), version=_version(extra))


def _merged_words(parts: Iterable[Entries]) -> dict[str, frozenset[str]]:
    return {name: words for part in parts for name, words in part.words.items()}


def _version(extra: tuple[Path, ...]) -> str:
    """A short hash over every file of the lexicon, whoever reads it."""
    digest = hashlib.sha256()
    for path in (*sorted(DATA.glob("*.toml")), *extra):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]
