"""`claimtrack evaluate`: figures against a gold file."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from claimtrack.cli.options import Lexicons

if TYPE_CHECKING:
    from claimtrack.evaluation import GoldArticle
    from claimtrack.models import Article, Extraction


def evaluate(
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="The gold file, one article a line.")],
    predictions: Annotated[
        Path | None,
        typer.Argument(metavar="[PREDICTED]", help="Claims as `claimtrack extract` prints them."),
    ] = None,
    errors: Annotated[
        int, typer.Option("--errors", metavar="N", help="Show up to N errors of each kind.")
    ] = 0,
    as_json: Annotated[bool, typer.Option("--json", help="Print the figures as one JSON object.")] = False,
    lexicon: Lexicons = None,
) -> None:
    """Score the claims found in the articles of a gold file.

    Without PREDICTED the articles are searched now. The text of a gold line is DIR/ID.txt, DIR being
    its "dir" seen from the gold file's folder ("articles" if it has none).

    \b
    Levels, each with precision, recall and F1:
      found  content and cue are found (contents share half of their words)
      exact  found, and contents share nine tenths of their words
      who    found, and the resolved name is right
      full   exact, the name right, and the source's span right

    \b
    Example:
      claimtrack evaluate sample_data/gold.jsonl
      claimtrack evaluate sample_data/gold.jsonl claims.jsonl --errors 5
    """
    from claimtrack import evaluation
    from claimtrack.cli.engine import engine
    from claimtrack.cli.progress import counted
    from claimtrack.cli.score_sheet import print_errors, print_figures
    from claimtrack.export import json_line

    find = engine(lexicon) if predictions is None else None
    given = evaluation.load_predictions(predictions) if predictions else {}
    judgements, texts = [], {}
    for article in counted(evaluation.load_gold(gold), what="articles"):
        text = article.text()
        claims = _found(article, find) if find else given.get(article.id, ())
        judgements += evaluation.judge(article.id, text, article.attributions, claims)
        texts[article.id] = text
    result = evaluation.figures(judgements)
    if as_json:
        print(json_line(result))
        return
    print_figures(result)
    print_errors(evaluation.errors(judgements, limit=errors), texts)


def _found(article: GoldArticle, find: Callable[[Article | str], Extraction]) -> Sequence[Mapping[str, Any]]:
    from claimtrack.export import extraction_record
    from claimtrack.reading import read

    read_article = read(article.path)
    claims: Sequence[Mapping[str, Any]] = extraction_record(read_article, find(read_article))["claims"]
    return claims
