"""Names of one or more words: how the word files write them, and finding the longest in a text.

Keys are folded words (`claimtrack.text.folding.fold`). Nothing here knows what a name stands for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

from claimtrack.text.folding import fold

ARTICLE = "(ال)"
# marks that stand inside a name written as several tokens (أ.ف.ب, العربية.نت, سي-سبان)
JOINTS = frozenset(".-")

Entry = TypeVar("Entry")


class Form(NamedTuple):
    """One naming: as it is written, whether it is also an ordinary word, its folded words."""

    written: str
    ambiguous: bool
    words: tuple[str, ...]


class Names(Generic[Entry]):
    """Names found longest first from the word where they start."""

    def __init__(self) -> None:
        self.forms: dict[tuple[str, ...], Entry] = {}
        self._longest: dict[str, int] = {}

    def __len__(self) -> int:
        return len(self.forms)

    def add(self, words: tuple[str, ...], entry: Entry) -> None:
        """Add one name; of two equal ones the first stays."""
        if words not in self.forms:
            self.forms[words] = entry
            if len(words) > self._longest.get(words[0], 0):
                self._longest[words[0]] = len(words)

    def longest(self, keys: Sequence[str], at: int, first: str = "") -> tuple[int, Entry] | None:
        """How many keys from `at` on make the longest name, and what it names.

        `first` replaces the key at `at` when the caller has taken proclitics off it.
        """
        most = self._longest.get(first or keys[at])
        if most is None:
            return None
        words, ends = _run(keys, at, most, first)
        for length in range(len(words), 0, -1):
            found = self.forms.get(tuple(words[:length]))
            if found is not None:
                return ends[length - 1] - at, found
        return None


def _run(keys: Sequence[str], at: int, most: int, first: str) -> tuple[list[str], list[int]]:
    """Up to `most` words from `at` on, and where each ends, stepping over marks that join words."""
    words, ends = [first or keys[at]], [at + 1]
    for i in range(at + 1, len(keys)):
        if len(words) == most:
            break
        if keys[i] not in JOINTS:
            words.append(keys[i])
            ends.append(i + 1)
    return words, ends


def entries(block: str) -> Iterator[list[Form]]:
    """The entries of a block, one a line, each with its forms between bars, the name first."""
    keys = fold(block).replace(".", " ").replace("-", " ")
    for line, folded in zip(block.split("\n"), keys.split("\n"), strict=True):
        if folded and not folded.isspace():
            yield forms(line, folded)


def forms(line: str, folded: str) -> list[Form]:
    """The forms of one line: `!` marks an ambiguous one, `(ال)` an article that may be left out."""
    found = []
    for written, key in zip(line.split("|"), folded.split("|"), strict=True):
        name, ambiguous = written.strip(), "!" in key
        words = tuple(key.replace("!", "").replace(ARTICLE, "").split())
        if ambiguous or ARTICLE in key:
            name = name.removesuffix("!").removeprefix(ARTICLE)
        if words:
            found.append(Form(name, ambiguous, words))
        if ARTICLE in key:
            found.append(Form(name, ambiguous, ("ال" + words[0], *words[1:])))
    return found
