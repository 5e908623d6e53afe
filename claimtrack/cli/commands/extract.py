"""`claimtrack extract`: claims of articles as JSON lines, without a database."""

from __future__ import annotations

import typer

from claimtrack.cli import faults
from claimtrack.cli.options import AnyLanguage, Columns, Encoding, Lexicons, Paths


def extract(
    paths: Paths,
    encoding: Encoding = None,
    columns: Columns = "",
    any_language: AnyLanguage = False,
    lexicon: Lexicons = None,
) -> None:
    """Print claims as JSON lines, one line an article.

    No database is used. A line holds path, title and claims. Spans are [start, end] in Unicode code points of the decoded
    file, without its byte-order mark and with newlines as they are; `content` is a list of them, `cue`
    and `source` are one or null.

    \b
    Example:
      claimtrack extract sample_data > claims.jsonl
      claimtrack extract - < article.txt
    """
    from claimtrack.cli.engine import engine
    from claimtrack.cli.inputs import articles
    from claimtrack.export import extraction_record, json_line, standard_output
    from claimtrack.models import Article
    from claimtrack.reading import Remark, Skipped

    find = engine(lexicon)
    problems = []
    with standard_output() as out:
        for item in articles(paths, encoding=encoding, columns=columns, any_language=any_language):
            if isinstance(item, Article):
                out.write(json_line(extraction_record(item, find(item))) + "\n")
            else:
                problems.append(item)
    for problem in problems:
        faults.remark(problem)
    if any(not isinstance(problem, Remark | Skipped) for problem in problems):
        raise typer.Exit(faults.SOME_FAILED)
