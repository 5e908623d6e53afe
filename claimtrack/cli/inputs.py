"""Articles from what the user named on the command line."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from claimtrack.errors import UsageError

if TYPE_CHECKING:
    from claimtrack.models import Article, Problem
    from claimtrack.reading import Meter


def articles(
    paths: Iterable[str],
    *,
    encoding: str | None = None,
    columns: str = "",
    any_language: bool = False,
    outlet: str = "",
    published: str = "",
    meter: Meter | None = None,
) -> Iterator[Article | Problem]:
    """Articles and problems of files, folders and standard input, as they are read."""
    from claimtrack.reading import read_paths

    return read_paths(
        paths,
        stdin=sys.stdin.buffer,
        encoding=encoding,
        mapping=_mapping(columns),
        any_language=any_language,
        outlet=outlet,
        published=day(published),
        meter=meter,
    )


def _mapping(columns: str) -> dict[str, str]:
    mapping = {}
    for pair in filter(None, columns.split(",")):
        name, equals, column = pair.partition("=")
        if not equals or not column.strip():
            raise UsageError(f"--map {pair!r} says no column; write FIELD=COLUMN, as in text=body,title=head")
        mapping[name.strip()] = column.strip()
    return mapping


def day(published: str) -> str:
    """A date as the user gave it, checked."""
    try:
        return date.fromisoformat(published).isoformat() if published else ""
    except ValueError as error:
        raise UsageError(f"published {published!r} is no date; write it as 2017-03-14") from error
