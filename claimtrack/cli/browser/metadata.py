"""What Datasette says about the tables: titles, meanings, facets, what its search boxes search."""

from __future__ import annotations

from typing import Any

from claimtrack.cli.browser.queries import QUERIES
from claimtrack.export import COLUMNS, DETAILS

SETTINGS = {
    "default_page_size": 50,
    "sql_time_limit_ms": 5000,
    # of a million claims Datasette counts none in time; their page then comes without, instead of much later
    "facet_time_limit_ms": 300,
    "suggest_facets": False,  # those below are the sensible ones; others would be tried on every page
    "max_returned_rows": 5000,
}

# the insides of the search index, of counting, of the links between identities and of the search for copies
_HIDDEN = (
    *("claims_to_index", "articles_to_index", "claim_columns", "column_words", "segments_to_pack"),
    *("linked", "shingles", "articles_to_compare"),
)

_TABLES: dict[str, dict[str, Any]] = {
    "claims_view": {
        "title": "Claims",
        "description": "Who claims what: one row a claim. The search box searches the contents, folded.",
        "facets": ["source_kind", "stance", "quote", "outlet", "cue_lemma"],
        "sort": "claim_number",
        "fts_table": "claims_fts",
        "fts_pk": "claim_number",
        "columns": {column.name: column.meaning for column in (*COLUMNS, *DETAILS)},
    },
    "sources_view": {
        "title": "Sources",
        "description": "Who is responsible for claims: one row a source.",
        "facets": ["kind"],
        "sort_desc": "claims",
        "columns": {
            "claims": "claims it is the origin of",
            "articles": "articles with such claims",
            "relayed": "claims of others that came through it",
        },
    },
    "articles_view": {
        "title": "Articles",
        "description": "The articles. The search box searches their whole text, folded.",
        "facets": ["outlet"],
        "sort": "article_id",
        "fts_table": "articles_fts",
        "fts_pk": "article_id",
    },
    "articles": {"label_column": "title", "sort": "id"},
    "sources": {"label_column": "name", "sort": "id"},
    "claims": {"label_column": "content", "sort": "number"},
}


def metadata(database: str) -> dict[str, Any]:
    """The metadata of a Datasette that shows the database of this name (that of its file)."""
    queries = {
        name: {"title": title, "description": meaning, "sql": sql.strip()}
        for name, (title, meaning, sql) in QUERIES.items()
    }
    tables = _TABLES | {name: {"hidden": True} for name in _HIDDEN}
    return {
        "title": "claimtrack: who claims what in Arabic news",
        "databases": {database: {"tables": tables, "queries": queries}},
    }
