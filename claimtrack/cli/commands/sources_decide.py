"""`claimtrack sources merge`, `split`, `rename`, `alias`, `kind` and `undo`: who is who, decided by people."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimtrack.cli.options import DEFAULT_DATABASE, WHICH_ARTICLE, Database

if TYPE_CHECKING:
    from claimtrack.linking.decisions import Decision
    from claimtrack.store.deciding import Decisions

Source = Annotated[str, typer.Argument(metavar="SOURCE", help="Its number, or one of its names.")]
Note = Annotated[str, typer.Option("--note", metavar="WORDS", help="Why, for the journal.")]


def merge(
    source: Source,
    others: Annotated[list[str], typer.Argument(metavar="OTHER...", help="Sources that are the same.")],
    note: Note = "",
    db: Database = DEFAULT_DATABASE,
) -> None:
    """Make other sources one with SOURCE, which gives the name and the kind.

    \b
    Example:
      claimtrack sources merge "الديوان الوطني للزيوت" "المجلس المهني للزيتون"
    """
    from claimtrack.store import Store

    with Store(db, create=False) as store:
        made = store.decisions.merge(source, *others, note=note)
        _tell(", ".join(decision.id for decision in made), "merged")


def split(
    source: Source,
    other: Annotated[str, typer.Argument(metavar="[NAME]", help="A name in it, or another source.")] = "",
    article: Annotated[str, typer.Option("--article", metavar="ARTICLE", help=WHICH_ARTICLE)] = "",
    note: Note = "",
    db: Database = DEFAULT_DATABASE,
) -> None:
    """Take a name out of SOURCE, as a source of its own; or say that two sources are two.

    The names are those that `claimtrack sources show` lists as spellings. With --article it is the SOURCE
    of that article that is somebody else: two people of one name. Two sources that are kept apart are not
    proposed any more.

    \b
    Example:
      claimtrack sources split "جمال الرواشدي" "عصام الدمياطي"
      claimtrack sources split "وزارة الدفاع" --article sample_data/wire-truce.txt
    """
    from claimtrack.errors import UsageError
    from claimtrack.store import Store

    if bool(other) == bool(article):
        raise UsageError("split what? give a name, or an article with --article")
    with Store(db, create=False) as store:
        if article:
            made = store.decisions.split_article(source, store.find_article(article), note=note)
        else:
            made = store.decisions.split(source, other, note=note)
        _tell(made.id, "split")


def rename(
    source: Source,
    name: Annotated[str, typer.Argument(metavar="NAME", help="The name to show.")],
    note: Note = "",
    db: Database = DEFAULT_DATABASE,
) -> None:
    """Give a source the name it is shown under.

    \b
    Example:
      claimtrack sources rename "موقع المدار" "المدار"
    """
    _decide(db, lambda decisions: decisions.rename(source, name, note=note), "renamed")


def alias(
    source: Source,
    name: Annotated[str, typer.Argument(metavar="NAME", help="One more name.")],
    note: Note = "",
    db: Database = DEFAULT_DATABASE,
) -> None:
    """Give a source one more name; who is called so is this source, now and later.

    \b
    Example:
      claimtrack sources alias "جمال الرواشدي" "أبو رامي الرواشدي"
    """
    _decide(db, lambda decisions: decisions.alias(source, name, note=note), "named")


def kind(
    source: Source,
    kind: Annotated[
        str, typer.Argument(metavar="KIND", help="person, institution, outlet, anonymous or document.")
    ],
    note: Note = "",
    db: Database = DEFAULT_DATABASE,
) -> None:
    """Say what a source is.

    \b
    Example:
      claimtrack sources kind "مجلس ولاية السدر" institution
    """
    _decide(db, lambda decisions: decisions.kind(source, kind, note=note), "decided")


def undo(
    decision: Annotated[
        str, typer.Argument(metavar="[ID]", help="Its id; without one, the last decision that holds.")
    ] = "",
    note: Note = "",
    db: Database = DEFAULT_DATABASE,
) -> None:
    """Take a decision back; what was decided before and after it holds.

    \b
    Example:
      claimtrack sources undo
    """
    from claimtrack.cli.terminal import isolated
    from claimtrack.store import Store

    with Store(db, create=False) as store:
        undone = store.decisions.undo(decision, note=note)
    words = f"{undone.act} {isolated(undone.source)} {isolated(undone.other)}"
    print(f"undone: {words} ({undone.id})", file=sys.stdout)


def _decide(db: Path, decision: Callable[[Decisions], Decision], done: str) -> None:
    from claimtrack.store import Store

    with Store(db, create=False) as store:
        _tell(decision(store.decisions).id, done)


def _tell(ids: str, done: str) -> None:
    print(f"{done} ({ids})")
