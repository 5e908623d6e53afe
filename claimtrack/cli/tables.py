"""Rows as tables for the screen, in batches, so that long lists need no memory and start at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any

from rich.box import SIMPLE_HEAD
from rich.table import Table

from claimtrack.cli.terminal import Cell, console

_BATCH = 200
Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Field:
    """A column on the screen: heading, what it shows, its share of the width, its style."""

    heading: str
    show: Callable[[Row], str]
    share: int
    style: str = ""


def _dated_article(row: Row) -> str:
    name = row["article_title"] or row["article_path"]
    about = " · ".join(part for part in (row["outlet"], row["published"]) if part)
    return f"{row['article_id']} {name}" + (f"\n{about}" if about else "")


def _who(row: Row) -> str:
    via = f"\n← {row['via']}" if row["via"] else ""
    return f"{row['source'] or '?'}{via}"


def _how(row: Row) -> str:
    return f"{row['cue'] or '…'}\n{'not ' if row['negated'] else ''}{row['stance']}"


CLAIMS = (
    Field("source ← via", _who, 5, "cyan"),
    Field("kind", lambda row: row["source_kind"] or "?", 2, "dim"),
    Field("cue, stance", _how, 3, "yellow"),
    Field("claim", lambda row: row["claim"], 10),
    Field("article", _dated_article, 5, "dim"),
)
SOURCES = (
    Field("name", lambda row: row["name"], 7, "cyan"),
    Field("kind", lambda row: row["kind"], 3, "dim"),
    Field("claims", lambda row: str(row["claims"]), 2),
    Field("articles", lambda row: str(row["articles"]), 2),
    Field("relayed", lambda row: str(row["relayed"]), 2),
    Field("other names", lambda row: row["other_names"], 8, "dim"),
)
ARTICLES = (
    Field("id", lambda row: str(row["article_id"]), 1),
    Field("title", lambda row: row["title"], 8, "cyan"),
    Field("outlet", lambda row: row["outlet"], 4),
    Field("published", lambda row: row["published"], 3),
    Field("claims", lambda row: str(row["claims"]), 2),
    Field("path", lambda row: row["path"], 6, "dim"),
)


def print_table(rows: Iterable[Row], fields: tuple[Field, ...]) -> None:
    """Prints rows as they come, under one heading."""
    screen = console()
    remaining = iter(rows)
    heading = True
    while batch := list(islice(remaining, _BATCH)):
        screen.print(_table(batch, fields, width=screen.width, heading=heading))
        heading = False


def _table(batch: Iterable[Row], fields: tuple[Field, ...], *, width: int, heading: bool) -> Table:
    table = Table(box=SIMPLE_HEAD, show_header=heading, pad_edge=False, width=width, padding=(0, 1, 0, 0))
    room = width - 3 * len(fields)
    whole = sum(field.share for field in fields)
    for field in fields:
        table.add_column(field.heading, width=max(1, room * field.share // whole))
    for row in batch:
        table.add_row(*(Cell(field.show(row), field.style) for field in fields))
    return table
