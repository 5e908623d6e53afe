"""The table of formats, by the ending of the file; a new format is one file and one line here.

Formats differ in what they are made from: rows of any table, articles with their claims, or who relays
whom. That is their class; the command line brings the right things together.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol, TextIO

from claimtrack.errors import UsageError
from claimtrack.export.annotations import write_annotations
from claimtrack.export.brat import brat_files
from claimtrack.export.delimited import write_csv, write_tsv
from claimtrack.export.json_text import write_json, write_jsonl
from claimtrack.export.marked import MarkedArticle
from claimtrack.export.networks import write_edges, write_gexf, write_graphml
from claimtrack.export.parquet import write_parquet
from claimtrack.export.xlsx import write_xlsx

Rows = Iterable[Mapping[str, Any]]


class RowWriter(Protocol):
    """Writes rows, narrowed to columns, to an open file."""

    def __call__(self, rows: Rows, columns: Sequence[str], out: Any, *, excel: bool) -> None: ...


class ArticleWriter(Protocol):
    """Writes articles with their claims to an open text file."""

    def __call__(self, articles: Iterable[MarkedArticle], out: TextIO) -> None: ...


class FileMaker(Protocol):
    """Gives (name, content) of each file that articles with their claims become."""

    def __call__(self, articles: Iterable[MarkedArticle]) -> Iterator[tuple[str, str]]: ...


class RelayWriter(Protocol):
    """Writes who relays whom to an open text file."""

    def __call__(self, relays: Rows, out: TextIO, *, excel: bool) -> None: ...


@dataclass(frozen=True, slots=True)
class RowFormat:
    """One row a claim; `complete` ones take all there is to know of it, so that they can be imported."""

    ending: str
    meaning: str
    write: RowWriter
    binary: bool = False
    complete: bool = False


@dataclass(frozen=True, slots=True)
class ArticleFormat:
    """One file of annotated text."""

    ending: str
    meaning: str
    write: ArticleWriter


@dataclass(frozen=True, slots=True)
class FolderFormat:
    """Many files, in a folder or in one archive."""

    ending: str
    meaning: str
    files: FileMaker
    zipped: bool = False


@dataclass(frozen=True, slots=True)
class RelayFormat:
    """The graph of who relays whom."""

    ending: str
    meaning: str
    write: RelayWriter


Format = RowFormat | ArticleFormat | FolderFormat | RelayFormat

_ROWS = (
    RowFormat("csv", "comma-separated values, one row a claim", write_csv),
    RowFormat("tsv", "tab-separated values, one row a claim", write_tsv),
    RowFormat("json", "one JSON array, with all that `import` needs", write_json, complete=True),
    RowFormat("jsonl", "one JSON object a line, with all that `import` needs", write_jsonl, complete=True),
)
_FILES = (
    *_ROWS,
    RowFormat("xlsx", "Excel: right-to-left sheets, header, filter, codebook", write_xlsx, binary=True),
    RowFormat("parquet", "Parquet, with typed columns", write_parquet, binary=True),
    FolderFormat("brat", "a folder for brat: a .txt and an .ann an article", brat_files),
    FolderFormat("brat.zip", "the same in one archive", brat_files, zipped=True),
    ArticleFormat("jsonld", "W3C Web Annotation: position and quotation of all words", write_annotations),
    RelayFormat("gexf", "who relays whom, for Gephi", write_gexf),
    RelayFormat("graphml", "who relays whom, for other graph programs", write_graphml),
    RelayFormat("edges.csv", "who relays whom as a list of edges", write_edges),
)
LISTS = {format.ending: format for format in _ROWS}  # what a list on the screen can be printed as
FORMATS: dict[str, Format] = {format.ending: format for format in _FILES}


def format_named(name: str) -> RowFormat:
    """The format of a list."""
    try:
        return LISTS[name.removeprefix(".").lower()]
    except KeyError:
        raise UsageError(f"no format {name!r}; it is one of: {', '.join(LISTS)}") from None


def format_of(path: Path, *, name: str = "") -> Format:
    """The format with this name; without one, the format a file's name asks for."""
    asked = name.removeprefix(".") or path.name
    endings = sorted(FORMATS, key=len, reverse=True)
    for ending in endings:
        if asked.lower() == ending or (not name and asked.lower().endswith(f".{ending}")):
            return FORMATS[ending]
    known = ", ".join(FORMATS)
    if name or path.suffix:
        raise UsageError(f"no format {name or path.suffix!r}; it is one of: {known}")
    raise UsageError(f"{path} has no ending that names a format; use one of: {known}")
