"""Migration 8: when the source of a claim said it, as far as its article tells."""

from __future__ import annotations

from claimtrack.store.schema_identities import CLAIMS_VIEW

_BEHIND = "c.source_affiliation"

TIMES = (
    "ALTER TABLE claims ADD COLUMN said_on TEXT NOT NULL DEFAULT ''",  # as much of an ISO date as is told
    "ALTER TABLE claims ADD COLUMN said_when TEXT NOT NULL DEFAULT ''",  # the words that tell it
    "DROP VIEW claims_view",
    CLAIMS_VIEW.replace(_BEHIND, f"{_BEHIND},\n       c.said_on,\n       c.said_when"),
)
