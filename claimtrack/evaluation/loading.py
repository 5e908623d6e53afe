"""Gold and prediction files → attributions over a text, as sets of word numbers."""

from __future__ import annotations

import json
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from claimtrack.errors import GoldError

_WORD = re.compile(r"\w+")
Words = frozenset[int]


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """An article with its gold attributions, as records of the gold file."""

    id: str
    path: Path
    attributions: tuple[Mapping[str, Any], ...]

    def text(self) -> str:
        """The article's text, without byte-order mark and with its newlines as they are."""
        try:
            return self.path.read_bytes().decode("utf-8").removeprefix("\ufeff")
        except (OSError, UnicodeDecodeError) as error:
            raise GoldError(f"{self.path}: cannot be read ({error}); the gold needs it as UTF-8") from error


@dataclass(frozen=True, slots=True)
class Attribution:
    """One attribution, gold or found, over the words of a text."""

    spans: tuple[tuple[int, int], ...]
    cue_span: tuple[int, int] | None
    source_span: tuple[int, int] | None
    content: Words
    cue: Words
    source: Words
    name: str
    aliases: tuple[str, ...]
    kind: str
    via: tuple[str, ...]
    quote: str
    stance: str
    optional: bool = False


class WordIndex:
    """The words of a text by place, so that spans can be compared word by word."""

    def __init__(self, text: str) -> None:
        found = list(_WORD.finditer(text))
        self._starts = [match.start() for match in found]
        self._ends = [match.end() for match in found]

    def words(self, spans: Iterable[Sequence[int]]) -> Words:
        """The numbers of the words the spans touch."""
        ranges = (
            range(bisect_right(self._ends, start), bisect_left(self._starts, end)) for start, end in spans
        )
        return frozenset(number for numbers in ranges for number in numbers)


def load_gold(path: Path) -> list[GoldArticle]:
    """The articles of a gold file, in its order."""
    found = []
    for number, record in _records(path):
        with _told(f"{path}, line {number}", "each line needs id and attributions"):
            article = path.parent / record.get("dir", "articles") / f"{record['id']}.txt"
            found.append(GoldArticle(str(record["id"]), article, tuple(record["attributions"])))
    return found


def load_predictions(path: Path) -> dict[str, Sequence[Mapping[str, Any]]]:
    """Claims by the id of their article: the name of its file without the ending."""
    found: dict[str, Sequence[Mapping[str, Any]]] = {}
    for number, record in _records(path):
        with _told(f"{path}, line {number}", "each line needs path and claims"):
            found[Path(record.get("path") or record["id"]).stem] = tuple(record["claims"])
    return found


def from_gold(record: Mapping[str, Any], index: WordIndex) -> Attribution:
    """A gold record over the words of its text."""
    with _told("an attribution of the gold", "it needs name, type, class, optional and content"):
        names = (record["name"], tuple(record.get("aliases", ())), record["type"])
        return _attribution(record, index, names, stance=record["class"], optional=record["optional"])


def from_prediction(record: Mapping[str, Any], index: WordIndex) -> Attribution:
    """A claim as `claimtrack extract` prints it, over the words of its text."""
    with _told("a claim of the predictions", "it needs content, and spans that are pairs"):
        names = (record.get("source_name") or "", (), record.get("source_type") or "")
        return _attribution(record, index, names, stance=record.get("stance") or "", optional=False)


def _attribution(
    record: Mapping[str, Any],
    index: WordIndex,
    names: tuple[str, tuple[str, ...], str],
    *,
    stance: str,
    optional: bool,
) -> Attribution:
    cue, source = record.get("cue"), record.get("source")
    return Attribution(
        spans=tuple((start, end) for start, end in record["content"]),
        cue_span=tuple(cue) if cue else None,
        source_span=tuple(source) if source else None,
        content=index.words(record["content"]),
        cue=index.words([cue] if cue else []),
        source=index.words([source] if source else []),
        name=names[0],
        aliases=names[1],
        kind=names[2],
        via=tuple(record.get("via") or ()),
        quote=record.get("quote") or "",
        stance=stance,
        optional=optional,
    )


def _records(path: Path) -> Iterator[tuple[int, Mapping[str, Any]]]:
    try:
        lines = path.read_text("utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise GoldError(f"{path}: cannot be read ({error})") from error
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            yield number, json.loads(line)
        except (ValueError, RecursionError) as error:
            raise GoldError(f"{path}, line {number}: no JSON ({error})") from error


@contextmanager
def _told(place: str, needs: str) -> Iterator[None]:
    """Says of a record that is not what it should be where it stands and what it needs."""
    try:
        yield
    except KeyError as error:
        raise GoldError(f"{place}: no {error}; {needs}") from error
    except (TypeError, ValueError, AttributeError) as error:
        raise GoldError(f"{place}: {error}; {needs}") from error
