"""`claimtrack sources show`: everything about one source."""

from __future__ import annotations

from typing import Annotated

import typer

from claimtrack.cli.options import DEFAULT_DATABASE, Database


def show(
    source: Annotated[str, typer.Argument(metavar="SOURCE", help="Its number, or one of its names.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print everything as one JSON object.")] = False,
    db: Database = DEFAULT_DATABASE,
) -> None:
    """Show a source: names, roles, claims over time, stances, relays, outlets.

    `spellings` are the names that articles observe by themselves, each with what it is known by; they can
    be split from the source.

    \b
    Example:
      claimtrack sources show "مصادر دبلوماسية سلجارية"
      claimtrack sources show "موقع المدار" --json
    """
    from claimtrack.export import json_line
    from claimtrack.store import Store

    with Store(db, create=False) as store:
        told = store.portrait(store.find_source(source))
    if as_json:
        print(json_line(told))
        return
    from claimtrack.cli.portraits import print_portrait

    print_portrait(told)
