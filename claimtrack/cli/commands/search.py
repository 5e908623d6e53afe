"""`claimtrack search`: claims and articles by their words."""

from __future__ import annotations

import sys
from itertools import islice
from typing import TYPE_CHECKING, Annotated

import typer

from claimtrack.cli import faults
from claimtrack.cli.filters import takes_narrowing
from claimtrack.cli.options import DEFAULT_DATABASE, Database, Limit, OutputFormat

if TYPE_CHECKING:
    from claimtrack.store import ClaimFilter, Store

Words = Annotated[list[str], typer.Argument(metavar="WORDS...", help="What to look for, as below.")]
Articles = Annotated[
    bool,
    typer.Option("--articles", help="Search whole articles instead of the contents of claims."),
]
_ON_SCREEN = 20
_ARTICLE_COLUMNS = ("article_id", "title", "outlet", "published", "path", "score", "shown")


@takes_narrowing
def search(
    wanted: ClaimFilter,
    words: Words,
    articles: Articles = False,
    limit: Limit = None,
    db: Database = DEFAULT_DATABASE,
    format: OutputFormat = "table",
) -> None:
    """Find claims by the words of their content, the best matches first.

    Words match in any spelling of alef, ya, ta marbuta and marks, with or without their article, and with
    و ف ب ل ك written onto them. All words must be there; OR between words means either, NOT leaves out,
    quotation marks hold a phrase together, a star makes a word a beginning, parentheses group. The filters
    are those of `claimtrack claims`. On the screen, 20 matches unless --limit says otherwise.

    \b
    Example:
      claimtrack search السكر
      claimtrack search '"ألف طن" OR الوقود'
      claimtrack search 'وزار* NOT التجارة' --kind person
      claimtrack search --articles السكر --format csv
    """
    from claimtrack.cli.rows import check_format
    from claimtrack.store import Store

    check_format(format)
    text = " ".join(words)
    with Store(db, create=False) as store:
        if format == "table":
            _show(store, text, wanted, articles=articles, limit=_ON_SCREEN if limit is None else limit)
        else:
            _write(store, text, wanted, articles=articles, limit=limit, form=format)


def _show(store: Store, words: str, wanted: ClaimFilter, *, articles: bool, limit: int) -> None:
    from dataclasses import replace

    from claimtrack.cli.layouts import FOUND_ARTICLES, FOUND_CLAIMS
    from claimtrack.cli.paging import paged
    from claimtrack.cli.tables import print_table

    look = store.search_articles if articles else store.search
    found = list(look(words, replace(wanted, limit=limit + 1)))
    if not found:
        faults.remark(_nothing(store, words, wanted, articles=articles))
        return
    with paged():
        print_table(islice(found, limit), FOUND_ARTICLES if articles else FOUND_CLAIMS)
    if len(found) > limit:
        order = (
            ""
            if found[0]["score"] is not None
            else "; too many match to weigh them, the last taken in come first"
        )
        print(f"there are more; --limit shows them{order}", file=sys.stderr)


def _write(
    store: Store, words: str, wanted: ClaimFilter, *, articles: bool, limit: int | None, form: str
) -> None:
    from dataclasses import replace

    from claimtrack.cli.rows import write_rows
    from claimtrack.export import NAMES

    look = store.search_articles if articles else store.search
    columns = _ARTICLE_COLUMNS if articles else (*NAMES, "score")
    if not write_rows(look(words, replace(wanted, limit=limit)), form=form, columns=columns):
        faults.remark(_nothing(store, words, wanted, articles=articles))


def _nothing(store: Store, words: str, wanted: ClaimFilter, *, articles: bool) -> str:
    """Why nothing was found: the filters, the words, or where they were looked for."""
    from claimtrack.cli.no_match import explained

    if next(store.claims(wanted), None) is None:
        return explained(store, wanted)
    if not articles and next(store.search_articles(words), None) is not None:
        return f"no claim holds {words}, but articles do: --articles shows them"
    return f"nothing holds {words}; fewer words, OR between them, or a star at the end of one find more"
