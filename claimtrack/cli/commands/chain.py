"""`claimtrack chain`: the way one claim came."""

from __future__ import annotations

from typing import Annotated

import typer

from claimtrack.cli import completion
from claimtrack.cli.options import DEFAULT_DATABASE, Database, OutputFormat


def chain(
    claim: Annotated[
        str,
        typer.Argument(
            metavar="CLAIM",
            help="A claim_id or its beginning, or ARTICLE:NUMBER as in `show`.",
            autocompletion=completion.claims,
        ),
    ],
    db: Database = DEFAULT_DATABASE,
    format: OutputFormat = "table",
) -> None:
    """Draw the chain of a claim: from its source through each relay to the outlet that printed it.

    Each link has the words that name it in the article and where they stand, unless it is named elsewhere.

    \b
    Example:
      claimtrack chain 14:1
      claimtrack chain 14:1 --format csv
    """
    from claimtrack.cli.rows import check_format, write_rows
    from claimtrack.store import Store

    check_format(format)
    with Store(db, create=False) as store:
        if format == "table":
            from claimtrack.cli.chain_drawing import print_chain

            print_chain(list(store.chain(claim)))
        else:
            write_rows(store.chain(claim), form=format)
