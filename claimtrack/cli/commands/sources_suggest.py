"""`claimtrack sources suggest`: sources that may be one."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from claimtrack.cli.options import DEFAULT_DATABASE, Database, Kinds, OutputFormat, given

_FIRST = 30


def suggest(
    kind: Kinds = None,
    limit: Annotated[int, typer.Option("--limit", metavar="N", help="At most N pairs.")] = _FIRST,
    db: Database = DEFAULT_DATABASE,
    format: OutputFormat = "table",
) -> None:
    """List pairs of sources that may be one, each with the reason, the likeliest first.

    Nothing is changed. `claimtrack sources merge ONE OTHER` makes a pair one, `claimtrack sources split
    ONE OTHER` says that it is two and is not proposed again. Unnamed sources are never proposed.

    \b
    Example:
      claimtrack sources suggest
      claimtrack sources suggest --kind person --format csv
    """
    from claimtrack.cli.layouts import SUGGESTIONS
    from claimtrack.cli.rows import check_format, print_rows
    from claimtrack.store import ClaimFilter, Store

    check_format(format)
    kinds = ClaimFilter(**given(kind=kind)).kind
    with Store(db, create=False) as store:
        if not print_rows(store.suggestions(kinds=kinds, limit=limit), form=format, layout=SUGGESTIONS):
            print("no two sources look alike", file=sys.stderr)
