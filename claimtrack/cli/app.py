"""`claimtrack` with its commands."""

from __future__ import annotations

from typing import Annotated

import typer

from claimtrack import __version__
from claimtrack.cli import faults
from claimtrack.cli.commands.articles import articles
from claimtrack.cli.commands.backup import backup
from claimtrack.cli.commands.browse import browse
from claimtrack.cli.commands.chain import chain
from claimtrack.cli.commands.check import check
from claimtrack.cli.commands.claims import claims
from claimtrack.cli.commands.cues import cues
from claimtrack.cli.commands.evaluate import evaluate
from claimtrack.cli.commands.explain import explain
from claimtrack.cli.commands.export import export
from claimtrack.cli.commands.extract import extract
from claimtrack.cli.commands.import_claims import import_claims
from claimtrack.cli.commands.ingest import ingest
from claimtrack.cli.commands.report import report
from claimtrack.cli.commands.search import search
from claimtrack.cli.commands.show import show
from claimtrack.cli.commands.sources import sources
from claimtrack.cli.commands.stats import stats

app = typer.Typer(
    no_args_is_help=True,
    # plain help: square brackets in it are just brackets, and rich need not be loaded
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


def _print_version(wanted: bool) -> None:
    if wanted:
        print(f"claimtrack {__version__}")
        raise typer.Exit


@app.callback()
def claimtrack(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="Tell every step on standard error.")
    ] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Show the traceback of an error.")] = False,
) -> None:
    """Track who claims what in Arabic news.

    claimtrack reads articles, finds every statement that is attributed to somebody, works out who that
    is and through which media it came, and keeps it all in an SQLite database that can be questioned,
    shown and exported.

    \b
    Example:
      claimtrack ingest sample_data
      claimtrack claims --source "وزارة التجارة"
      claimtrack export claims.csv

    \b
    Exit codes:
      0  all well
      1  some input failed, or what was asked could not be done
      2  wrong usage
      130  stopped with Ctrl-C

    Data goes to standard output, remarks go to standard error. Every command that uses a database takes
    --db PATH; without it, the environment variable CLAIMTRACK_DB, else claimtrack.db in the working
    directory.
    """
    if verbose:
        from claimtrack.cli.logs import show_steps

        show_steps()
    if debug:
        faults.show_tracebacks()


for command in (
    ingest,
    claims,
    chain,
    show,
    export,
    report,
    extract,
    explain,
    cues,
    evaluate,
    stats,
    search,
    browse,
    backup,
    check,
):
    app.command()(command)
app.command("import")(import_claims)
app.add_typer(articles, name="articles")
app.add_typer(sources, name="sources")
