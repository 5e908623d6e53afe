"""`claimtrack cues`: the words that report."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

from claimtrack.cli.options import Lexicons, OutputFormat

if TYPE_CHECKING:
    from claimtrack.lexicon import Verb


def cues(
    word: Annotated[str, typer.Argument(metavar="[WORD]", help="Only entries with this form.")] = "",
    stance: Annotated[str, typer.Option("--stance", metavar="STANCE", help="Only this stance.")] = "",
    lexicon: Lexicons = None,
    format: OutputFormat = "table",
) -> None:
    """List the reporting verbs of the lexicon.

    Each entry stands for all forms of its verb. `strength` says how it reports: report (always speech),
    weak (only with a clause or a quotation), optional (an evaluation or a thought). `frames` are the
    complements it takes as content.

    \b
    Example:
      claimtrack cues
      claimtrack cues وأوضحت
      claimtrack cues --stance doubt --format csv
    """
    from claimtrack.cli.layouts import CUES
    from claimtrack.cli.rows import check_format, print_rows
    from claimtrack.lexicon import load
    from claimtrack.text.folding import fold

    check_format(format)
    loaded = load(lexicon or ())
    verbs = {reading.verb for reading in loaded.analyze(fold(word))} if word else set(loaded.verbs.values())
    rows = (
        _row(verb)
        for verb in loaded.verbs.values()
        if verb in verbs and (not stance or verb.stance == stance)
    )
    if not print_rows(rows, form=format, layout=CUES):
        print("no entry of the lexicon; --lexicon FILE adds your own", file=sys.stderr)


def _row(verb: Verb) -> dict[str, Any]:
    return {
        "lemma": verb.lemma,
        "present": verb.present,
        "stance": verb.stance,
        "strength": verb.strength,
        "frames": ", ".join(verb.frames),
        "example": verb.examples[0],
    }
