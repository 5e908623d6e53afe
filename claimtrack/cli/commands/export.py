"""`claimtrack export`: claims as a file."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimtrack.cli.filters import takes_filters
from claimtrack.cli.options import DEFAULT_DATABASE, Database

if TYPE_CHECKING:
    from claimtrack.store import ClaimFilter

Output = Annotated[
    Path | None,
    typer.Argument(metavar="OUT", help="The file, its ending names the format; - is standard output as CSV."),
]
Excel = Annotated[
    bool,
    typer.Option(
        "--excel", help="For spreadsheets: a byte-order mark first, and no cell that runs as a formula."
    ),
]
Codebook = Annotated[
    bool, typer.Option("--codebook", help="Write what each column and each value means instead of claims.")
]
Format = Annotated[
    str, typer.Option("--format", metavar="FORMAT", help="csv, tsv, json or jsonl, whatever the ending.")
]


@takes_filters
def export(
    wanted: ClaimFilter,
    out: Output = None,
    excel: Excel = False,
    codebook: Codebook = False,
    format: Format = "",
    db: Database = DEFAULT_DATABASE,
) -> None:
    """Write claims to a file, one row a claim.

    The ending of OUT names the format: .csv, .tsv, .json or .jsonl. The filters are those of
    `claimtrack claims`. The file appears when it is complete; until then, what was there stays.

    \b
    Example:
      claimtrack export claims.csv
      claimtrack export --excel --kind person people.csv
      claimtrack export - --source "وزارة التجارة" | head -n 3
      claimtrack export --codebook
    """
    from claimtrack.errors import UsageError

    if codebook:
        _write_codebook(out or Path("-"), format=format, excel=excel)
    elif out is None:
        raise UsageError("where to? give a file such as claims.csv, or - for standard output")
    else:
        _write_claims(out, wanted, format=format, excel=excel, db=db)


def _write_claims(out: Path, wanted: ClaimFilter, *, format: str, excel: bool, db: Path) -> None:
    from claimtrack.cli.no_match import explained
    from claimtrack.export import NAMES, format_named, format_of, opened
    from claimtrack.store import Store

    chosen = format_named(format or "csv") if format or str(out) == "-" else format_of(out)
    with Store(db, create=False) as store:
        first = next(store.claims(wanted), None)
        with opened(out) as file:
            chosen.write(store.claims(wanted), NAMES, file, excel=excel)
        if first is None:
            print(explained(store, wanted), file=sys.stderr)


def _write_codebook(out: Path, *, format: str, excel: bool) -> None:
    from claimtrack.export import codebook, codebook_text, format_named, format_of, opened

    with opened(out) as file:
        if str(out) == "-" and not format:
            file.write(codebook_text())
            return
        chosen = format_named(format) if format else format_of(out)
        chosen.write(codebook(), ("column", "value", "meaning"), file, excel=excel)
