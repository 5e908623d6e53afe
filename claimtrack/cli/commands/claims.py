"""`claimtrack claims`: who claims what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.cli import faults
from claimtrack.cli.filters import takes_filters
from claimtrack.cli.options import DEFAULT_DATABASE, Database, OutputFormat, Wide

if TYPE_CHECKING:
    from claimtrack.store import ClaimFilter


@takes_filters
def claims(
    wanted: ClaimFilter,
    wide: Wide = False,
    db: Database = DEFAULT_DATABASE,
    format: OutputFormat = "table",
) -> None:
    """List claims: source, cue, content and article of each.

    Filters combine: several different ones must all hold, of one given several times any may. Words
    match whole, in any spelling of alef, ya, ta marbuta and marks, with or without the article; a
    source is found by any of its names, so --source البيرق finds what an article attributes to
    الصحيفة when that is who it means.

    \b
    Example:
      claimtrack claims --source "مصادر دبلوماسية"
      claimtrack claims --kind anonymous --quote direct --quote mixed
      claimtrack claims --anonymous --sector diplomatic --wide --format csv
      claimtrack claims --about السكر --format csv
    """
    from claimtrack.cli.layouts import CLAIMS, CLAIMS_BY_ARTICLE
    from claimtrack.cli.no_match import explained
    from claimtrack.cli.rows import check_format, print_rows
    from claimtrack.export import NAMES, WIDE
    from claimtrack.store import Store

    check_format(format)
    with Store(db, create=False) as store:
        columns = WIDE if wide else NAMES
        layout = CLAIMS_BY_ARTICLE if wanted.sort.endswith("article") else CLAIMS
        if not print_rows(store.claims(wanted), form=format, layout=layout, columns=columns):
            faults.remark(explained(store, wanted))
