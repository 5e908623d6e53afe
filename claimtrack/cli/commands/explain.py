"""`claimtrack explain`: how each claim was found."""

from __future__ import annotations

from typing import Annotated

import typer

from claimtrack.cli import faults
from claimtrack.cli.options import Encoding, Lexicons


def explain(
    file: Annotated[str, typer.Argument(metavar="FILE", help="An article, or - for standard input.")],
    encoding: Encoding = None,
    lexicon: Lexicons = None,
) -> None:
    """Say how each claim of an article was found.

    For each sentence with claims: the construction and the lexicon entry that found each, the spans
    with their offsets, and why the source resolved to whom it did. No database is used.

    \b
    Example:
      claimtrack explain sample_data/wire-truce.txt
    """
    from claimtrack.cli.engine import engine
    from claimtrack.cli.explanation import print_explanation
    from claimtrack.cli.inputs import articles
    from claimtrack.models import Article
    from claimtrack.reading import Remark

    find = engine(lexicon)
    failed = False
    for item in articles([file], encoding=encoding, any_language=True):
        if isinstance(item, Article):
            print_explanation(item, find(item))
        else:
            failed = failed or not isinstance(item, Remark)
            faults.remark(item)
    if failed:
        raise typer.Exit(faults.SOME_FAILED)
