"""`claimtrack stats`: how many."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimtrack.cli import completion, faults
from claimtrack.cli.filters import takes_narrowing
from claimtrack.cli.options import DEFAULT_DATABASE, Database, Limit, OutputFormat

if TYPE_CHECKING:
    from claimtrack.store import ClaimFilter, Store

By = Annotated[
    list[str] | None,
    typer.Option(
        "--by",
        metavar="DIMENSION",
        help="Count by source, kind, stance, quote, negated, cue, via, outlet, article, year, month or day; "
        "twice for a table of one by the other.",
        autocompletion=completion.dimensions,
    ),
]
Share = Annotated[
    str,
    typer.Option(
        "--share",
        metavar="PART",
        help="Of each group, how many are anonymous, doubt, negated, nested or relayed.",
        autocompletion=completion.parts,
    ),
]
_ON_SCREEN = 20


@takes_narrowing
def stats(
    wanted: ClaimFilter,
    by: By = None,
    share: Share = "",
    limit: Limit = None,
    db: Database = DEFAULT_DATABASE,
    format: OutputFormat = "table",
) -> None:
    """Count claims: by source, outlet, stance, month, or one by another.

    Without --by: how many claims, articles and sources there are, by kind and by stance, the share of
    unnamed sources in each outlet, and the sources whose claims are told with doubt. On the screen, 20
    groups at most unless --limit says otherwise. The filters are those of `claimtrack claims`.

    \b
    Example:
      claimtrack stats
      claimtrack stats --by source --kind person
      claimtrack stats --by outlet --share anonymous
      claimtrack stats --by month --by stance --format csv
    """
    from claimtrack.cli.no_match import explained
    from claimtrack.cli.rows import check_format
    from claimtrack.errors import UsageError
    from claimtrack.store import Store

    check_format(format)
    if len(by or ()) > 2:
        raise UsageError("--by takes one dimension or two")
    if share and len(by or ()) != 1:
        raise UsageError("--share goes with one --by, as in: --by outlet --share anonymous")
    with Store(db, create=False) as store:
        if next(store.claims(wanted), None) is None:
            faults.remark(explained(store, wanted))
        elif format == "table":
            _show(store, wanted, by or [], share, _ON_SCREEN if limit is None else limit)
        else:
            _write(store, wanted, by or [], share, limit, format)


def _write(
    store: Store, wanted: ClaimFilter, by: list[str], share: str, limit: int | None, form: str
) -> None:
    from claimtrack.cli.statistics import FIGURE_COLUMNS, columns, counted, figures
    from claimtrack.export import format_named, opened

    with opened(Path("-")) as out:
        if by:
            rows = counted(store, wanted, by, part=share, limit=limit)
            format_named(form).write(rows, columns(by, part=share), out, excel=False)
        else:
            format_named(form).write(figures(store, wanted, limit=limit), FIGURE_COLUMNS, out, excel=False)


def _show(store: Store, wanted: ClaimFilter, by: list[str], share: str, limit: int) -> None:
    from claimtrack.cli.charts import columns_that_fit, print_bars, print_crossed, print_figures
    from claimtrack.cli.paging import paged
    from claimtrack.cli.statistics import counted, figures
    from claimtrack.store import DIMENSIONS

    if not by:
        rows = list(figures(store, wanted, limit=limit))
        with paged():
            print_figures(store.totals(wanted), rows)
        return
    rows = list(counted(store, wanted, by, part=share, limit=limit, across=columns_that_fit()))
    first, *second = (tuple(DIMENSIONS[name].shown) for name in by)
    if second:
        print_crossed(rows, first, second[0][-1 if by[1] == "article" else 0])
    else:
        print_bars(rows, first, part=share)
