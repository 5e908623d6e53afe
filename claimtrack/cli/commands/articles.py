"""`claimtrack articles`: what the database holds, which of it are copies, and correcting what is said of it."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from claimtrack.cli import completion
from claimtrack.cli.groups import LIST, ListsByDefault
from claimtrack.cli.options import (
    DEFAULT_DATABASE,
    WHICH_ARTICLE,
    Article,
    Database,
    Limit,
    OutputFormat,
    given,
)
from claimtrack.errors import UsageError

articles = typer.Typer(cls=ListsByDefault, rich_markup_mode=None)


@articles.callback()
def described() -> None:
    """List articles, find copies among them, and correct what is said of them.

    Without a command of its own it lists: `claimtrack articles WORDS` is `claimtrack articles list WORDS`.

    \b
    Example:
      claimtrack articles
      claimtrack articles --duplicates
      claimtrack articles edit 2 --published 2021-03-14 --outlet "صحيفة الساحل"
    """


@articles.command(LIST)
def list_articles(
    article: Annotated[
        str,
        typer.Argument(metavar="[ARTICLE]", help=WHICH_ARTICLE, autocompletion=completion.articles),
    ] = "",
    outlet: Annotated[
        str,
        typer.Option(
            "--outlet", metavar="NAME", help="Who published them.", autocompletion=completion.outlets
        ),
    ] = "",
    duplicates: Annotated[
        bool,
        typer.Option(
            "--duplicates",
            help="Only copies of one report, group by group, with the share of text in common.",
        ),
    ] = False,
    limit: Limit = None,
    db: Database = DEFAULT_DATABASE,
    format: OutputFormat = "table",
) -> None:
    """List articles: id, title, outlet, date, number of claims, path.

    With --duplicates, copies stand together, as several papers print one agency's report; the one that came
    out first heads its group. `share` is how much of the shorter text stands word for word in the other. The
    same text at several paths is one article with several locations.

    \b
    Example:
      claimtrack articles
      claimtrack articles "السكر" --format csv
      claimtrack articles --duplicates
    """
    from claimtrack.cli.layouts import ARTICLES, COPIES
    from claimtrack.cli.rows import check_format, print_rows
    from claimtrack.store import Store

    check_format(format)
    if duplicates and (article or outlet):
        raise UsageError("--duplicates lists all copies; leave ARTICLE and --outlet out")
    with Store(db, create=False) as store:
        if duplicates:
            if not print_rows(store.copies(limit=limit), form=format, layout=COPIES):
                print("no article is a copy of another", file=sys.stderr)
            return
        rows = store.articles(reference=article, outlet=outlet, limit=limit)
        if not print_rows(rows, form=format, layout=ARTICLES):
            print("no such article; `claimtrack ingest PATH` takes articles in", file=sys.stderr)


@articles.command()
def edit(
    article: Article,
    title: Annotated[str | None, typer.Option("--title", metavar="WORDS", help="Its title.")] = None,
    outlet: Annotated[
        str | None,
        typer.Option("--outlet", metavar="NAME", help="Who published it.", autocompletion=completion.outlets),
    ] = None,
    published: Annotated[
        str | None, typer.Option("--published", metavar="DATE", help="Its date, as 2017-03-14.")
    ] = None,
    byline: Annotated[str | None, typer.Option("--byline", metavar="NAME", help="Its author.")] = None,
    url: Annotated[str | None, typer.Option("--url", metavar="URL", help="Its address.")] = None,
    as_read: Annotated[
        bool, typer.Option("--as-read", help="Take all corrections of the article back.")
    ] = False,
    db: Database = DEFAULT_DATABASE,
) -> None:
    """Correct what is said of an article: title, outlet, date, author, address.

    A correction stands when the article is taken in again, also in a new version of its file. An empty value
    ("") says that there is none. --as-read takes corrections back.

    \b
    Example:
      claimtrack articles edit 2 --published 2021-03-14
      claimtrack articles edit wire-truce.txt --outlet "وكالة النهر" --byline ""
      claimtrack articles edit 2 --as-read
    """
    from claimtrack.cli.inputs import day
    from claimtrack.cli.terminal import isolated
    from claimtrack.store import Store

    values = given(title=title, outlet=outlet, published=published, byline=byline, url=url)
    if published:
        values["published"] = day(published)
    if bool(values) == as_read:
        raise UsageError("say what to correct, as in --published 2017-03-14, or --as-read")
    with Store(db, create=False) as store:
        number = store.find_article(article)
        before = store.take_back(number) if as_read else store.correct(number, **values)
        after = store.article(number)
    for field, was in before.items():
        now = getattr(after, field)
        print(f"article {number}, {field}: {isolated(was or 'none')} → {isolated(now or 'none')}")
    if not before:
        print(f"article {number} says so already", file=sys.stderr)
