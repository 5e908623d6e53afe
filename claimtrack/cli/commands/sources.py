"""`claimtrack sources`: who is responsible for the claims, and what was decided about that."""

from __future__ import annotations

from typing import Annotated

import typer

from claimtrack.cli import completion, faults
from claimtrack.cli.commands import sources_decide, sources_journal
from claimtrack.cli.commands.sources_show import show
from claimtrack.cli.commands.sources_suggest import suggest
from claimtrack.cli.groups import LIST, ListsByDefault
from claimtrack.cli.options import DEFAULT_DATABASE, Database, Kinds, Limit, OutputFormat, given

sources = typer.Typer(cls=ListsByDefault, rich_markup_mode=None)


@sources.callback()
def described() -> None:
    """List sources, show one, and decide who is who.

    Without a command of its own it lists: `claimtrack sources NAME` is `claimtrack sources list NAME`.

    Names that surely mean the same are one source from the start: other spellings, صحيفة الميناء and
    جريدة «الميناء», غوتيريش and جوتيريس behind one first name, what the gazetteer knows. `suggest`
    proposes what only looks alike. An unnamed source (مصادر مطلعة) belongs to its article: the same words
    in two articles are two sources, unless you say otherwise.

    A source is given by its number or one of its names. Every decision is written into a journal, holds
    for articles that come later, too, and can be undone and passed on.

    \b
    Example:
      claimtrack sources
      claimtrack sources "وزارة التجارة"
      claimtrack sources suggest
      claimtrack sources merge "الديوان الوطني للزيوت" "المجلس المهني للزيتون"
      claimtrack sources undo
    """


@sources.command(LIST)
def list_sources(
    name: Annotated[
        str,
        typer.Argument(
            metavar="[NAME]", help="Only sources so called, by words.", autocompletion=completion.sources
        ),
    ] = "",
    kind: Kinds = None,
    relays: Annotated[
        bool, typer.Option("--relays", help="Only those that pass on what others say, the busiest first.")
    ] = False,
    limit: Limit = None,
    db: Database = DEFAULT_DATABASE,
    format: OutputFormat = "table",
) -> None:
    """List sources: name, kind, claims, articles, and other names.

    Those with most claims come first. `relayed` counts the claims of others that came through the source.

    \b
    Example:
      claimtrack sources --relays
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
        rows = store.sources(named=name, kinds=kinds, relays=relays, limit=limit)
        if not print_rows(rows, form=format, layout=SOURCES):
            faults.remark(no_source(store, name) if name else "no such source")


sources.command()(show)
sources.command()(suggest)
for command in (
    sources_decide.merge,
    sources_decide.split,
    sources_decide.rename,
    sources_decide.alias,
    sources_decide.kind,
    sources_decide.undo,
    sources_journal.decisions,
):
    sources.command()(command)
sources.command("export")(sources_journal.export_decisions)
sources.command("import")(sources_journal.import_decisions)
