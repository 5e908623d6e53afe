"""Migration 7: the claims of a source lie together article by article."""

from __future__ import annotations

SOURCES = (
    "DROP INDEX claims_by_source",
    # how many claims in how many articles each source has (`sources`), and their stances (`sources show`);
    # the claims of a source that changes
    "CREATE INDEX claims_by_source ON claims (source_id, article_id, stance)",
)
