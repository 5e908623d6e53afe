"""Everything about one source: its names, what it claims and how, through whom, and for whom it relays."""

from __future__ import annotations

import sqlite3

from claimtrack.store.querying import Row, rows

# section → query; the question mark is the source's number
_SECTIONS = {
    "names": """
SELECT n.name, count(DISTINCT g.article_id) AS articles FROM names AS n
  LEFT JOIN namings AS g ON g.name_id = n.id
 WHERE n.source_id = ? GROUP BY n.name ORDER BY articles DESC, n.name""",
    "spellings": "SELECT id, name, identity FROM identities WHERE source_id = ? ORDER BY id",
    "roles": """
SELECT c.source_role AS role, c.source_title AS title, c.source_affiliation AS affiliation, count(*) AS claims
  FROM claims AS c WHERE c.source_id = ? AND c.source_role || c.source_title <> ''
 GROUP BY 1, 2, 3 ORDER BY claims DESC, role, title""",
    "stances": """
SELECT c.stance, count(*) AS claims FROM claims AS c WHERE c.source_id = ?
 GROUP BY c.stance ORDER BY claims DESC, c.stance""",
    "months": """
SELECT substr(a.published, 1, 7) AS month, count(*) AS claims
  FROM claims AS c JOIN articles AS a ON a.id = c.article_id
 WHERE c.source_id = ? GROUP BY 1 ORDER BY 1""",
    "outlets": """
SELECT a.outlet, count(*) AS claims FROM claims AS c JOIN articles AS a ON a.id = c.article_id
 WHERE c.source_id = ? AND a.outlet <> '' GROUP BY a.outlet ORDER BY claims DESC, a.outlet""",
    "relayed_by": """
SELECT r.id AS source_id, r.name, r.kind, count(*) AS claims FROM claims AS c
  JOIN chain AS h ON h.claim_number = c.number AND h.hop = 1
  JOIN sources AS r ON r.id = h.source_id
 WHERE c.source_id = ? GROUP BY r.id ORDER BY claims DESC, r.name""",
    "relays": """
SELECT coalesce(s.id, '') AS source_id, coalesce(s.name, c.mention) AS name, coalesce(s.kind, '') AS kind,
       count(*) AS claims
  FROM chain AS h
  JOIN claims AS c ON c.number = h.claim_number
  LEFT JOIN chain AS before ON before.claim_number = h.claim_number AND before.hop = h.hop - 1
  LEFT JOIN sources AS s ON s.id = coalesce(before.source_id, c.source_id)
 WHERE h.source_id = ? GROUP BY s.id, 2 ORDER BY claims DESC, name""",
}


def portrait(connection: sqlite3.Connection, source_id: int) -> Row:
    """The source's row of `sources_view`, and a list of rows for each section."""
    (row,) = rows(connection, "SELECT * FROM sources_view WHERE source_id = ?", [source_id])
    return row | {name: list(rows(connection, query, [source_id])) for name, query in _SECTIONS.items()}
