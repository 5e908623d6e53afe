"""What the shell offers when Tab is pressed: names, outlets and ids of the database, and closed lists.

The database is the one the line names with --db so far, else CLAIMTRACK_DB, else the usual one.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

import typer

Offered = list[tuple[str, str]]
_SHELL = "_CLAIMTRACK_COMPLETE"


def sources(ctx: typer.Context, incomplete: str) -> Offered:
    """Names of sources."""
    from claimtrack.store.completing import known_names

    return list(_words(_continued(known_names(_database(ctx), incomplete), incomplete)))


def outlets(ctx: typer.Context, incomplete: str) -> Offered:
    """Outlets."""
    from claimtrack.store.completing import known_outlets

    return list(_words(_continued(known_outlets(_database(ctx), incomplete), incomplete)))


def articles(ctx: typer.Context, incomplete: str) -> Offered:
    """Articles, by id or path."""
    from claimtrack.store.completing import known_articles

    return list(_words(known_articles(_database(ctx), incomplete)))


def claims(ctx: typer.Context, incomplete: str) -> Offered:
    """Claims, by id."""
    from claimtrack.store.completing import known_claims

    return list(_words(known_claims(_database(ctx), incomplete)))


def kinds(incomplete: str) -> list[str]:
    """Kinds of source."""
    from claimtrack.models import KINDS

    return _starting(KINDS, incomplete)


def stances(incomplete: str) -> list[str]:
    """Stances."""
    from claimtrack.models import STANCES

    return _starting(STANCES, incomplete)


def quotes(incomplete: str) -> list[str]:
    """How far a content is quoted."""
    from claimtrack.models import QUOTES

    return _starting(QUOTES, incomplete)


def sorts(incomplete: str) -> list[str]:
    """Orders of a list."""
    from claimtrack.store import SORTS

    return _starting([*SORTS, *(f"-{name}" for name in SORTS)], incomplete)


def dimensions(incomplete: str) -> list[str]:
    """What claims are counted by."""
    from claimtrack.store import DIMENSIONS

    return _starting(DIMENSIONS, incomplete)


def parts(incomplete: str) -> list[str]:
    """Of what the share is counted."""
    from claimtrack.store import PARTS

    return _starting(PARTS, incomplete)


def lists(incomplete: str) -> list[str]:
    """Formats of a list."""
    from claimtrack.export import LISTS

    return _starting(["table", *LISTS], incomplete)


def formats(incomplete: str) -> list[str]:
    """Formats of an export."""
    from claimtrack.export import FORMATS

    return _starting(FORMATS, incomplete)


def _starting(values: Iterable[str], incomplete: str) -> list[str]:
    return [value for value in values if value.startswith(incomplete)]


def _database(ctx: typer.Context) -> Path:
    return Path(ctx.params.get("db") or os.environ.get("CLAIMTRACK_DB") or "claimtrack.db")


def _continued(offers: Iterable[tuple[str, str]], typed: str) -> Iterator[tuple[str, str]]:
    """What is typed, in its own spelling, and how known names go on from it; filters fold it anyway.

    A shell takes only what begins with what is typed, so الاسل goes on to الاسلحة, not to الأسلحة.
    """
    from claimtrack.text.folding import WORD, fold_text

    key = fold_text(typed)
    for name, about in offers:
        places = (word.start() for word in WORD.finditer(name)) if key else (0,)
        for start in places:
            end = next(
                (end for end in range(start, len(name) + 1) if fold_text(name[start:end]) == key), None
            )
            if end is not None:
                yield typed + name[end:], about
                break


def _words(offers: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Offers as the shell can put them into its line: bash takes them letter by letter, so what would end a
    word is written with a backslash, unless a quotation mark was opened."""
    from claimtrack.text.harmless import harmless

    in_bash = os.environ.get(_SHELL, "").endswith("bash")
    quoted = os.environ.get("COMP_WORDS", "").rpartition(" ")[2].startswith(("'", '"'))
    for value, meaning in dict.fromkeys(offers):
        line = " ".join(value.split())
        if line == harmless(line):  # what could command a terminal is not put into its line
            about = harmless(" ".join(meaning.split())[:60])
            yield _escaped(line) if in_bash and not quoted else line, about


def _escaped(text: str) -> str:
    return "".join(f"\\{letter}" if letter in " \"'\\$`&;|<>()*?[]{}!#~" else letter for letter in text)
