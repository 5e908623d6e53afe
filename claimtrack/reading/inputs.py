"""What every reader shares: the input it is given, the options of the call, and what it may answer.

No file is opened here and nothing is decoded. A reader is a function from an `Input` and `Options` to
a stream of articles and problems; it may raise `Unreadable`, which `read_paths` turns into a Problem.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import BinaryIO

from claimtrack.errors import ClaimtrackError
from claimtrack.models import Article, Problem


@dataclass(frozen=True, slots=True)
class Remark(Problem):
    """Worth telling, but no failure: the article was read all the same."""


@dataclass(frozen=True, slots=True)
class Skipped(Problem):
    """Passed over on purpose and counted, such as an article in another language; no failure."""


class Unreadable(ClaimtrackError):
    """An input, or one place in it, that gives no article."""

    def __init__(self, message: str, *, place: str = "", remedy: str = "") -> None:
        super().__init__(message)
        self.message, self.place, self.remedy = message, place, remedy

    def at(self, place: str) -> Unreadable:
        """The same cause at a place in a collection."""
        return Unreadable(self.message, place=place, remedy=self.remedy)

    def problem(self, path: str) -> Problem:
        return Problem(path, self.message, self.place, self.remedy)


@dataclass(frozen=True, slots=True)
class Options:
    """What the caller asked for, the same for all inputs of one call."""

    encoding: str | None = None
    outlet: str = ""
    published: str = ""
    mapping: Mapping[str, str] = field(default_factory=dict)
    any_language: bool = False


@dataclass(frozen=True, slots=True)
class Input:
    """One thing to read: how to show it, how to open it, and whether the user named it.

    `named` is False for what was found in a folder or an archive: there, a file that is no article
    is passed over, where a file asked for by name is a problem. `depth` counts the archives around;
    `kind` is the name whose ending says what it is, where that is not `name`.
    """

    name: str
    open: Callable[[], BinaryIO]
    named: bool = True
    depth: int = 0
    kind: str = ""

    @property
    def label(self) -> str:
        """The name that says which kind of input this is."""
        return self.kind or self.name

    def unpacked(self, opener: Callable[[], BinaryIO], *, kind: str) -> Input:
        """The same input without its packing, such as the text in a .txt.gz."""
        return replace(self, open=opener, kind=kind, depth=self.depth + 1)

    def member(self, name: str, opener: Callable[[], BinaryIO]) -> Input:
        """A file within this archive."""
        return Input(f"{self.name}!/{name}", opener, named=False, depth=self.depth + 1, kind=name)


Reading = Iterator[Article | Problem]
# what a reader gives; an archive gives inputs, to be read in their turn
Contents = Iterator[Article | Problem | Input]
Reader = Callable[[Input, Options], Contents]
