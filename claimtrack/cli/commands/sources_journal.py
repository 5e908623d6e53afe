"""`claimtrack sources decisions`, `export` and `import`: the journal of decisions, read and passed on."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from claimtrack.cli.options import DEFAULT_DATABASE, Database, OutputFormat


def decisions(db: Database = DEFAULT_DATABASE, format: OutputFormat = "table") -> None:
    """List all decisions in the order of time; `holds` says whether one was undone.

    \b
    Example:
      claimtrack sources decisions
    """
    from claimtrack.cli.layouts import DECISIONS
    from claimtrack.cli.rows import check_format, print_rows
    from claimtrack.store import Store

    check_format(format)
    with Store(db, create=False) as store:
        if not print_rows(store.decisions.all(), form=format, layout=DECISIONS):
            print("nothing was decided yet; `claimtrack sources suggest` proposes", file=sys.stderr)


def export_decisions(
    out: Annotated[Path, typer.Argument(metavar="OUT", help="A .csv file; - is standard output.")],
    db: Database = DEFAULT_DATABASE,
) -> None:
    """Write the decisions to a CSV file, undone ones too, for `claimtrack sources import`.

    \b
    Example:
      claimtrack sources export decisions.csv
    """
    from claimtrack.export import opened, write_csv
    from claimtrack.store import DECISION_COLUMNS, Store

    with Store(db, create=False) as store, opened(out) as file:
        write_csv(store.decisions.all(), DECISION_COLUMNS, file, excel=False)


def import_decisions(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="A file that `claimtrack sources export` wrote.")
    ],
    db: Database = DEFAULT_DATABASE,
) -> None:
    """Add the decisions of somebody else; those that are here already are left out.

    Decisions hold in the order of their time, wherever they were made, so two databases that have
    exchanged theirs agree. They hold for articles that come later, too.

    \b
    Example:
      claimtrack sources import decisions.csv
    """
    from claimtrack.store import Store

    records = _records(file)
    with Store(db) as store:
        print(f"{store.decisions.take_in(records)} new of {len(records)} decisions")


def _records(file: Path) -> list[tuple[str, dict[str, str]]]:
    import csv

    from claimtrack.errors import ClaimtrackError

    try:
        with file.open(encoding="utf-8-sig", newline="") as lines:
            reader = csv.DictReader(lines)
            return [
                (f"{file}, line {reader.line_num}", {k: v or "" for k, v in row.items() if k})
                for row in reader
            ]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        why = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise ClaimtrackError(f"cannot read {file}: {why}") from error
