"""`claimtrack export`: claims as a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimtrack.cli import completion, faults
from claimtrack.cli.filters import takes_filters
from claimtrack.cli.options import DEFAULT_DATABASE, Database, Wide

if TYPE_CHECKING:
    from claimtrack.store import ClaimFilter, Store

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
Tables = Annotated[
    Path | None,
    typer.Option(
        "--tables",
        metavar="DIR",
        help="Write tidy tables into a folder: claims, spans, sources, names, chain, articles, codebook.",
    ),
]
Format = Annotated[
    str,
    typer.Option(
        "--format",
        metavar="FORMAT",
        help="One of the formats below, whatever the ending.",
        autocompletion=completion.formats,
    ),
]


@takes_filters
def export(
    wanted: ClaimFilter,
    out: Output = None,
    excel: Excel = False,
    wide: Wide = False,
    codebook: Codebook = False,
    tables: Tables = None,
    format: Format = "",
    db: Database = DEFAULT_DATABASE,
) -> None:
    """Write claims to a file, in the format of its ending.

    The filters are those of `claimtrack claims`. A file appears when it is complete; until then, what was
    there stays. What is in .json and .jsonl can be put into another database with `claimtrack import`.

    \b
    Formats:
      csv, tsv          one row a claim
      xlsx              the same for Excel: right-to-left sheets, filter, codebook
      parquet           the same with typed columns
      json, jsonl       the same with all spans, chains and the articles' texts
      brat, brat.zip    a folder or archive for brat: .txt and .ann an article
      jsonld            W3C Web Annotation
      gexf, graphml     the graph of who relays whom; edges.csv is its list of edges

    \b
    Example:
      claimtrack export claims.csv
      claimtrack export --excel --kind person people.csv
      claimtrack export all.jsonl
      claimtrack export relays.gexf
      claimtrack export --tables tables
      claimtrack export - --source "وزارة التجارة" | head -n 3
      claimtrack export --codebook
    """
    from claimtrack.errors import UsageError

    if codebook:
        _write_codebook(out or Path("-"), format=format, excel=excel)
    elif tables is not None:
        _write_tables(tables, wanted, excel=excel, db=db)
    elif out is None:
        raise UsageError("where to? give a file such as claims.csv, or - for standard output")
    else:
        _write_claims(out, wanted, format=format, excel=excel, wide=wide, db=db)


def _write_claims(out: Path, wanted: ClaimFilter, *, format: str, excel: bool, wide: bool, db: Path) -> None:
    from claimtrack.cli.exporting import write_export
    from claimtrack.errors import UsageError
    from claimtrack.export import FolderFormat, format_of
    from claimtrack.store import Store

    chosen = format_of(out, name=format or ("csv" if str(out) == "-" else ""))
    if isinstance(chosen, FolderFormat) and not chosen.zipped and str(out) == "-":
        raise UsageError(f"{chosen.ending} is a folder; give its name, or write brat.zip to standard output")
    with Store(db, create=False) as store:
        write_export(store, wanted, chosen, out, excel=excel, wide=wide)
        _tell_if_none(store, wanted)


def _write_tables(folder: Path, wanted: ClaimFilter, *, excel: bool, db: Path) -> None:
    from claimtrack.cli.exporting import write_tables
    from claimtrack.store import Store

    with Store(db, create=False) as store:
        write_tables(store, wanted, folder, excel=excel)
        _tell_if_none(store, wanted)


def _tell_if_none(store: Store, wanted: ClaimFilter) -> None:
    from claimtrack.cli.no_match import explained

    if next(store.claims(wanted), None) is None:
        faults.remark(explained(store, wanted))


def _write_codebook(out: Path, *, format: str, excel: bool) -> None:
    from claimtrack.export import codebook, codebook_text, format_named, opened

    if str(out) == "-" and not format:
        with opened(out) as file:
            file.write(codebook_text())
        return
    chosen = format_named(format or out.suffix)
    with opened(out) as file:
        chosen.write(codebook(), ("column", "value", "meaning"), file, excel=excel)
