"""From the store to a file: each format gets what it is made from."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TextIO

from claimtrack.export import (
    CODEBOOK_COLUMNS,
    NAMES,
    TABLES,
    WIDE,
    ArticleFormat,
    FolderFormat,
    Format,
    MarkedArticle,
    RelayFormat,
    RowFormat,
    columns_of,
    opened,
    tables_codebook,
    write_archive,
    write_csv,
    write_folder,
)
from claimtrack.store import ARCHIVE_COLUMNS, ClaimFilter, Store


def write_export(
    store: Store, wanted: ClaimFilter, form: Format, out: Path, *, excel: bool, wide: bool = False
) -> None:
    """Writes the claims of a filter to a file, a folder or standard output; `wide` rows have all columns."""
    match form:
        case RowFormat():
            _write_rows(store, wanted, form, out, excel=excel, wide=wide)
        case RelayFormat():
            with opened(out) as file:
                form.write(store.relays(wanted), file, excel=excel)
        case ArticleFormat():
            with opened(out) as file:
                form.write(marked_articles(store, wanted), file)
        case FolderFormat(zipped=True):
            with opened(out, binary=True) as file:
                write_archive(file, form.files(marked_articles(store, wanted)))
        case FolderFormat():
            files = form.files(marked_articles(store, wanted))
            write_folder(out, ((name, partial(_write_text, content)) for name, content in files))


def write_tables(store: Store, wanted: ClaimFilter, folder: Path, *, excel: bool) -> None:
    """Writes the tidy tables and their codebook as CSV files into a folder."""

    def files() -> Iterator[tuple[str, Callable[[TextIO], None]]]:
        for table in TABLES:
            rows = store.table(table, wanted)
            yield f"{table}.csv", partial(write_csv, rows, columns_of(table), excel=excel)
        yield "codebook.csv", partial(write_csv, tables_codebook(), CODEBOOK_COLUMNS, excel=excel)

    write_folder(folder, files())


def marked_articles(store: Store, wanted: ClaimFilter) -> Iterator[MarkedArticle]:
    """The articles of a filter's claims, with those claims; without a filter, all articles."""
    if not wanted.narrows:
        for row in store.articles():
            number = row["article_id"]
            yield MarkedArticle(number, store.article(number), store.extraction(number).claims)
        return
    ids: dict[int, set[str]] = {}
    for row in store.claims(replace(wanted, sort="article") if wanted.limit is None else wanted):
        ids.setdefault(row["article_id"], set()).add(row["claim_id"])
    for number in sorted(ids):
        claims = tuple(claim for claim in store.extraction(number).claims if claim.id in ids[number])
        yield MarkedArticle(number, store.article(number), claims)


def _write_rows(
    store: Store, wanted: ClaimFilter, form: RowFormat, out: Path, *, excel: bool, wide: bool
) -> None:
    rows = store.archived(wanted) if form.complete else store.claims(wanted)
    columns = (*NAMES, *ARCHIVE_COLUMNS) if form.complete else WIDE if wide else NAMES
    with opened(out, binary=form.binary) as file:
        form.write(rows, columns, file, excel=excel)


def _write_text(content: str, out: TextIO) -> None:
    out.write(content)
