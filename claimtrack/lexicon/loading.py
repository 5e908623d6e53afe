"""Reading and checking lexicon files: TOML in, entries and word lists out.

Checks spelling (no Farsi letters, presentation forms or tatweel), keys, values, examples and
duplicates after folding; every error names file and entry. It does not inflect and does not match.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from claimtrack.errors import LexiconError
from claimtrack.models import STANCES
from claimtrack.text.folding import fold

STRENGTHS = ("report", "weak", "optional")
FRAMES = ("clause", "quote", "object", "subjunctive", "addressee:object", "addressee:prep", "relay")
FRAME_PREPOSITIONS = ("عن", "إلى", "ب", "على", "من", "في", "ل")
_LISTS = ("masdar", "participle", "passive", "without", "frames", "examples", "not_examples")
_REQUIRED = ("lemma", "present", "stance", "strength", "frames", "examples")
_BAD_LETTER = re.compile(
    "\u0640(?!\\d)|[\u06cc\u06a9\u06aa\u06be\u06c0-\u06c3\u06d5\ufb50-\ufdff\ufe70-\ufeff]"
)


@dataclass(frozen=True, slots=True)
class Verb:
    """One reporting verb: principal parts, what it says of the source, what it takes as content."""

    lemma: str
    present: str
    stance: str
    strength: str
    frames: tuple[str, ...]
    examples: tuple[str, ...]
    masdar: tuple[str, ...] = ()
    participle: tuple[str, ...] = ()
    passive: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    not_examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entries:
    """What one lexicon file holds."""

    verbs: tuple[Verb, ...]
    words: Mapping[str, frozenset[str]]


def read_entries(path: Path) -> Entries:
    """The checked verbs and word lists of one lexicon file."""
    text = _text(path)
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"{path}: not valid TOML: {error}; correct the file at that line") from error
    _check_letters(path, text)
    _check_known(data, ("verb", "words"), where=str(path))
    verbs = tuple(_verb(path, entry) for entry in data.get("verb", ()))
    _check_unique((verb.lemma for verb in verbs), where=f"{path}: [[verb]]")
    lists = {name: _word_list(path, name, words) for name, words in data.get("words", {}).items()}
    return Entries(verbs, lists)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise LexiconError(f"{path}: cannot be read as UTF-8 text: {error}; save it as UTF-8") from error


def _check_letters(path: Path, text: str) -> None:
    found = _BAD_LETTER.search(text)
    if found:
        line = text.count("\n", 0, found.start()) + 1
        entry = re.findall(r'^lemma = "(.*)"', text[: found.end()], re.MULTILINE)[-1:]
        where = f"{path}, line {line}" + (f", entry {entry[0]}" if entry else "")
        code = f"U+{ord(found.group()):04X}"
        raise LexiconError(f"{where}: {code} is not a letter of Arabic spelling; write the plain letter")


def _check_known(given: Iterable[str], known: Iterable[str], *, where: str) -> None:
    for name in given:
        if name not in known:
            raise LexiconError(f"{where}: {name!r} is unknown; use one of {', '.join(known)}")


def _check_unique(words: Iterable[str], *, where: str) -> None:
    seen: dict[str, str] = {}
    for word in words:
        first = seen.setdefault(fold(word), word)
        if first is not word:
            raise LexiconError(f"{where}: {word} is the same as {first} after folding; keep one of them")


def _verb(path: Path, entry: Mapping[str, Any]) -> Verb:
    where = f"{path}, entry {entry.get('lemma', '(without lemma)')}"
    _check_known(entry, tuple(f.name for f in fields(Verb)), where=where)
    for name in _REQUIRED:
        if not entry.get(name):
            raise LexiconError(f"{where}: {name} is missing; every verb needs one")
    for name, value in entry.items():
        _check_type(value, is_list=name in _LISTS, where=f"{where}: {name}")
    _check_values(entry, where=where)
    parts: dict[str, Any] = {name: tuple(value) if name in _LISTS else value for name, value in entry.items()}
    return Verb(**parts)


def _check_type(value: object, *, is_list: bool, where: str) -> None:
    items = value if isinstance(value, list) else [value]
    if isinstance(value, list) is not is_list or not all(isinstance(item, str) for item in items):
        raise LexiconError(f"{where} must be {'a list of strings' if is_list else 'a string'}")


def _check_values(entry: Mapping[str, Any], *, where: str) -> None:
    _check_known([entry["stance"]], STANCES, where=f"{where}: stance")
    _check_known([entry["strength"]], STRENGTHS, where=f"{where}: strength")
    frames = (*FRAMES, *(f"prep:{preposition}" for preposition in FRAME_PREPOSITIONS))
    _check_known(entry["frames"], frames, where=f"{where}: frames")
    if not entry["present"].startswith("ي"):
        raise LexiconError(f"{where}: present must begin with ي (third person masculine singular)")
    if len(entry.get("passive", ())) not in (0, 2):
        raise LexiconError(f"{where}: passive must list its past and its present, as in قيل and يقال")


def _word_list(path: Path, name: str, words: object) -> frozenset[str]:
    where = f"{path}: words.{name}"
    _check_type(words, is_list=True, where=where)
    assert isinstance(words, list)
    _check_unique(words, where=where)
    return frozenset(map(fold, words))
