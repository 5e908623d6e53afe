"""The tidy tables of `--tables`: their columns in order, and what each column means.

One row is one thing, and ids join the tables: `claims.source_id` and `chain.source_id` are
`sources.source_id`, `spans.claim_id` is `claims.claim_id`, and so on.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimtrack.export.columns import COLUMNS, DETAILS, Column

_CLAIM = Column("claim_id", "the claim")
_SOURCE = Column("source_id", "the source")
_START = Column("start", "where the words begin, in code points of the article's text, from 0")
_END = Column("end", "where they end: the first code point that is no part of them any more")
_ROLES = {
    "source": "the words that name the source",
    "cue": "the words that attribute",
    "content": "what is attributed",
    "anon_reason": "the words that refuse or excuse the name of the source",
    "when": "the words that tell when the source said it",
}

TABLES: dict[str, tuple[Column, ...]] = {
    "claims": (
        *COLUMNS,
        *DETAILS,
        Column("source_id", "the source in the table sources; empty where unresolved"),
    ),
    "spans": (
        _CLAIM,
        Column("role", "what the words do", _ROLES),
        Column("ordinal", "which of several fragments, from 1"),
        _START,
        _END,
        Column("text", "the words: the article's text from start to end"),
    ),
    "sources": (
        Column("source_id", "number of the source in this database"),
        Column("name", "its name"),
        Column("kind", "its kind, as source_kind of claims"),
    ),
    "names": (_SOURCE, Column("name", "a name the source goes by")),
    "chain": (
        _CLAIM,
        Column("hop", "place in the chain, 1 is nearest the source"),
        Column("source_id", "the relay in the table sources"),
        Column("name", "its name"),
        Column("start", "where the article names it for this claim; empty where it does not"),
        Column("end", "where that ends"),
    ),
    "articles": (
        Column("article_id", "number of the article in this database"),
        Column("title", "its title, where known"),
        Column("outlet", "who published it, where known"),
        Column("published", "its date as YYYY-MM-DD, where known"),
        Column("url", "its address, where known"),
        Column("byline", "its author, where known"),
        Column("encoding", "in which its file was written"),
        Column("path", "path at which it was first taken in"),
        Column("sha256", "of the text in UTF-8"),
        Column("engine_version", "version of the engine that found its claims"),
        Column("lexicon_version", "version of the lexicon that found its claims"),
        Column("text", "the text all offsets count in"),
    ),
}
CODEBOOK_COLUMNS = ("table", "column", "value", "meaning")


def columns_of(table: str) -> tuple[str, ...]:
    """The names of a table's columns."""
    return tuple(column.name for column in TABLES[table])


def tables_codebook() -> Iterator[dict[str, str]]:
    """One row a column of each table, then one for each of its values."""
    for table, columns in TABLES.items():
        for column in columns:
            yield {"table": table, "column": column.name, "value": "", "meaning": column.meaning}
            for value, meaning in column.values.items():
                yield {"table": table, "column": column.name, "value": value, "meaning": meaning}
