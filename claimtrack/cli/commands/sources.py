"""`claimtrack sources`: who is responsible for the claims."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from claimtrack.cli.options import DEFAULT_DATABASE, Database, Kinds, Limit, OutputFormat, given


def sources(
    name: Annotated[str, typer.Argument(metavar="[NAME]", help="Only sources so called, by words.")] = "",
    kind: Kinds = None,
    limit: Limit = None,
    db: Database = DEFAULT_DATABASE,
    format: OutputFormat = "table",
) -> None:
    """List sources: name, kind, claims, articles, and other names.

    Those with most claims come first. `relayed` counts the claims of others that came through the
    source. An unnamed source (مصادر مطلعة) belongs to its article: the same words in two articles are
    two sources.

    \b
    Example:
      claimtrack sources
      claimtrack sources --kind anonymous
      claimtrack sources "وزارة التجارة" --format csv
    """
    from claimtrack.cli.layouts import SOURCES
    from claimtrack.cli.no_match import no_source
    from claimtrack.cli.rows import check_format, print_rows
    from claimtrack.store import ClaimFilter, Store

    check_format(format)
    kinds = ClaimFilter(**given(kind=kind)).kind
    with Store(db, create=False) as store:
        rows = store.sources(named=name, kinds=kinds, limit=limit)
        if not print_rows(rows, form=format, layout=SOURCES):
            print(no_source(store, name) if name else "no source of this kind", file=sys.stderr)
