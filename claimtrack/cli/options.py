"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from claimtrack.cli import completion

Database = Annotated[
    Path,
    typer.Option("--db", metavar="PATH", envvar="CLAIMTRACK_DB", help="The database.", show_default=True),
]
DEFAULT_DATABASE = Path("claimtrack.db")

WHICH_ARTICLE = "An id, a path, or words of the title."
Article = Annotated[
    str, typer.Argument(metavar="ARTICLE", help=WHICH_ARTICLE, autocompletion=completion.articles)
]
Paths = Annotated[
    list[str],
    typer.Argument(metavar="PATH...", help="Files, folders (with all below them), or - for standard input."),
]
Encoding = Annotated[
    str | None,
    typer.Option("--encoding", metavar="NAME", help="Encoding of the input, when detection is wrong."),
]
Columns = Annotated[
    str,
    typer.Option(
        "--map",
        metavar="FIELD=COLUMN,...",
        help="Columns of tables and JSON where their names are unusual: text, title, outlet, published, url, byline.",
    ),
]
AnyLanguage = Annotated[
    bool, typer.Option("--any-language", help="Keep articles that are not in Arabic; they are skipped else.")
]
Lexicons = Annotated[
    list[Path] | None,
    typer.Option(
        "--lexicon",
        metavar="FILE",
        help="Reporting verbs of your own, in TOML as in claimtrack/lexicon/ar/verbs.toml; repeatable.",
    ),
]
Limit = Annotated[int | None, typer.Option("--limit", metavar="N", help="At most N rows.")]
OutputFormat = Annotated[
    str,
    typer.Option(
        "--format",
        metavar="FORMAT",
        help="table, or a format of `claimtrack export`: csv, tsv, json, jsonl.",
        autocompletion=completion.lists,
    ),
]
Wide = Annotated[
    bool,
    typer.Option(
        "--wide",
        help="More columns behind the others: hops and terminal_source, what is told of unnamed sources, "
        "and the roles of persons.",
    ),
]
Kinds = Annotated[
    list[str] | None,
    typer.Option(
        "--kind",
        metavar="KIND",
        help="Kind of the source: person, institution, outlet, anonymous or document; repeatable.",
        autocompletion=completion.kinds,
    ),
]


def given(**options: Any) -> dict[str, Any]:
    """The options the user gave, lists as tuples."""
    return {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in options.items()
        if value is not None
    }
