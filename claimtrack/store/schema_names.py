"""Migrations 9 and 10: names in their order."""

from __future__ import annotations

NAMES = (
    # --sort source; stats by source, where many sources have as many claims and go by their names
    "CREATE INDEX sources_by_name ON sources (name, kind)",
    # --sort source: the words that are shown where nobody knows who it is
    "CREATE INDEX claims_by_mention ON claims (mention) WHERE source_id IS NULL",
)

NAMES_ALONE = (
    "DROP INDEX sources_by_name",
    # the same without the kind: an index with all of a source would be read instead of the table by `sources`,
    # which then looks its claims up in another order than they lie in
    "CREATE INDEX sources_by_name ON sources (name)",
)
