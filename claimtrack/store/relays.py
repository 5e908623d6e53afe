"""Who relays whom: one row for each pair of a medium and the source it passes on, over many claims.

A chain of two relays is two pairs: the first relays the origin, the second relays the first.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from claimtrack.store.filters import ClaimFilter
from claimtrack.store.querying import Row, rows
from claimtrack.store.selection import selection

# A source nobody could resolve is known by its article and mention: the same words elsewhere are
# somebody else.
_RELAYS = """
SELECT CAST(r.id AS TEXT) AS relay_id,
       r.name AS relay,
       r.kind AS relay_kind,
       coalesce(s.id, c.article_id || ':' || c.mention) AS source_id,
       coalesce(s.name, c.mention) AS source,
       coalesce(s.kind, '') AS source_kind,
       count(*) AS claims,
       count(DISTINCT c.article_id) AS articles,
       coalesce(min(nullif(a.published, '')), '') AS first,
       max(a.published) AS last
  FROM chain AS h
  JOIN claims AS c ON c.number = h.claim_number
  JOIN articles AS a ON a.id = c.article_id
  JOIN sources AS r ON r.id = h.source_id
  LEFT JOIN chain AS before ON before.claim_number = h.claim_number AND before.hop = h.hop - 1
  LEFT JOIN sources AS s ON s.id = coalesce(before.source_id, c.source_id)
 WHERE {within} AND (s.id IS NOT NULL OR c.mention <> '')
 GROUP BY 1, 4
 ORDER BY claims DESC, relay, source, r.id, 4"""


def relays(connection: sqlite3.Connection, wanted: ClaimFilter) -> Iterator[Row]:
    """The pairs among the claims of a filter, the heaviest first."""
    chosen = selection(wanted)
    return rows(connection, _RELAYS.format(within=chosen.within("h.claim_number")), chosen.values)
