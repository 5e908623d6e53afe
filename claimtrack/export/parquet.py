"""Parquet, for large collections: typed columns, compressed, written in batches."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from typing import Any, BinaryIO

from claimtrack.export.columns import TYPES
from claimtrack.export.optional import package

_BATCH = 10_000


def write_parquet(
    rows: Iterable[Mapping[str, Any]], columns: Sequence[str], out: BinaryIO, *, excel: bool
) -> None:
    """One table; numbers and truth values as such, all else as text. There is nothing to do for Excel."""
    pyarrow = package("pyarrow", ending="parquet", extra="parquet")
    parquet = package("pyarrow.parquet", ending="parquet", extra="parquet")
    types = {str: pyarrow.string(), int: pyarrow.int64(), bool: pyarrow.bool_()}
    schema = pyarrow.schema([(column, types[TYPES.get(column, str)]) for column in columns])
    stream = iter(rows)
    with parquet.ParquetWriter(out, schema, compression="zstd") as writer:
        while batch := list(islice(stream, _BATCH)):
            cells = {column: [row[column] for row in batch] for column in columns}
            writer.write_table(pyarrow.table(cells, schema=schema))
