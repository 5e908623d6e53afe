"""Articles in `.parquet`: one a row, only the columns that are needed. Needs pyarrow."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from claimtrack.reading.inputs import Contents, Input, Options, Unreadable
from claimtrack.reading.optional import package
from claimtrack.reading.records import layout
from claimtrack.reading.rows import articles_of
from claimtrack.reading.streams import seekable

BATCH = 64  # rows in memory at a time


def read_parquet(source: Input, options: Options) -> Contents:
    """Rows batch by batch."""
    arrow, parquet = package("pyarrow", extra="parquet"), package("pyarrow.parquet", extra="parquet")
    with source.open() as stream:
        try:
            table = parquet.ParquetFile(seekable(stream))
            used = layout(table.schema_arrow.names, mapping=options.mapping).columns.values()
            names = sorted(set(used), key=table.schema_arrow.names.index)
            yield from articles_of(source, options, names, _rows(table, names), unit="row")
        except (arrow.ArrowException, OSError, ValueError, TypeError) as error:
            raise Unreadable(
                "not a readable Parquet file", remedy="write it again, or export it as .csv"
            ) from error


def _rows(table: Any, names: list[str]) -> Iterator[tuple[int, list[Any]]]:
    records = (row for batch in table.iter_batches(BATCH, columns=names) for row in batch.to_pylist())
    return ((number, [record[name] for name in names]) for number, record in enumerate(records, start=1))
