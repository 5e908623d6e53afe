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
from functools import cache, lru_cache
from pathlib import Path

from claimtrack.errors import LexiconError
from claimtrack.lexicon.inflection import Cell, Form, Slot, form_of, paradigm
from claimtrack.lexicon.loading import STRENGTHS, Verb, read_entries
from claimtrack.text.folding import fold

__all__ = ["DATA", "Analysis", "Form", "Lexicon", "Verb", "load"]

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
    prefix: str = ""  # ل before a present; ب, ل before a noun, لل where the article follows
    pronoun: str = ""  # object of a verb, possessor of a verbal noun


class Lexicon:
    """Verbs and word lists, with every form of every verb findable by its folded key."""

    def __init__(self, *, verbs: Mapping[str, Verb], words: Mapping[str, frozenset[str]], version: str):
        self.verbs = verbs
        self.version = version
        self._words = words
        # tokens that an entry leaves to another word (عدة is not عدّه)
        self._excluded = {(verb.lemma, fold(word)) for verb in verbs.values() for word in verb.without}
        self._readings: dict[str, tuple[Analysis, ...]] = {}
        self._bare: dict[str, list[tuple[Verb, Cell]]] = defaultdict(list)
        self._joined: dict[str, list[tuple[Verb, Cell]]] = defaultdict(list)
        for verb in sorted(verbs.values(), key=lambda verb: STRENGTHS.index(verb.strength)):
            self._index(verb)

    def _index(self, verb: Verb) -> None:
        transitive = not _TRANSITIVE.isdisjoint(verb.frames)
        for cell in paradigm(verb):
            if verb.strength != "report" and _rather_another_word(cell.slot):
                continue
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
        for rest, conjunction in _without_conjunction(key):
            for stem, prefix in _without_prefix(rest):
                for verb, cell, pronoun in self._lookup(stem):
                    if _fits(prefix, cell, conjunction) and (verb.lemma, key) not in self._excluded:
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


def _rather_another_word(slot: Slot) -> bool:
    """Forms that are more often another word: only certain speech verbs keep them (يجب, المعارضة)."""
    return slot.jussive or (slot.tense == "participle" and slot.definite)


def _without_conjunction(key: str) -> Iterator[tuple[str, str]]:
    yield key, ""
    if key[:1] in ("و", "ف"):
        yield key[1:], key[0]


def _without_prefix(rest: str) -> Iterator[tuple[str, str]]:
    """The ways to take a one-letter proclitic off; ل before the article hides its alef (للقول)."""
    yield rest, ""
    if rest[:2] == "لل":
        yield "ا" + rest[1:], "لل"
    elif rest[:1] in ("س", "ل", "ب", "ك"):
        yield rest[1:], rest[0]


def _fits(prefix: str, cell: Cell, conjunction: str) -> bool:
    """Whether the proclitics can stand before the form; two letters are too few to take ف or ب."""
    if len(cell.key) < 3 and (prefix or conjunction == "ف"):
        return False
    return not prefix or prefix in _prefixes(cell)


def _prefixes(cell: Cell) -> tuple[str, ...]:
    """What may stand before a present, and before a verbal noun that is not accusative."""
    if cell.slot.tense == "present":
        return ("س", "ل")
    if cell.slot.tense != "masdar":
        return ()
    if cell.slot.definite:
        return ("ب", "لل")
    return ("ب", "ل") if cell.joined else ()


def load(extra: Iterable[Path] = ()) -> Lexicon:
    """The lexicon of the package, with the user's own files on top; made once for the same content.

    An entry or word list of a later file replaces the one of the same name.
    """
    paths = tuple(Path(path) for path in extra)
    return _load(paths, _version(paths))


@lru_cache(maxsize=8)
def _load(extra: tuple[Path, ...], version: str) -> Lexicon:
    parts = [read_entries(path) for path in (*FILES, *extra)]
    verbs = {verb.lemma: verb for part in parts for verb in part.verbs}
    words = {name: words for part in parts for name, words in part.words.items()}
    return Lexicon(verbs=verbs, words=words, version=version)


def _version(extra: tuple[Path, ...]) -> str:
    """A short hash over every file of the lexicon, whichever module reads it."""
    digest = hashlib.sha256(_package_digest())
    for path in extra:
        digest.update(path.read_bytes() if path.is_file() else b"")
    return digest.hexdigest()[:12]


@cache
def _package_digest() -> bytes:
    return hashlib.sha256(b"".join(path.read_bytes() for path in sorted(DATA.glob("*.toml")))).digest()
