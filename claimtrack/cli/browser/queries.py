"""Questions that stand ready in Datasette: title, SQL, and what it means. `:words` and the like are asked for."""

from __future__ import annotations

QUERIES = {
    "search_claims": (
        "Claims by words",
        "Folded: الاسلحه finds والأسلحة. OR, NOT, phrases in quotation marks, beginnings with a star.",
        """
SELECT v.claim_id, v.source, v.source_kind, v.via, v.cue, v.stance, v.claim, v.outlet, v.published, v.article_title
  FROM claims_fts AS f JOIN claims_view AS v ON v.claim_number = f.rowid
 WHERE claims_fts MATCH searched(:words) ORDER BY f.rank LIMIT 500""",
    ),
    "search_articles": (
        "Articles by words",
        "The same in whole articles.",
        """
SELECT v.article_id, v.title, v.outlet, v.published, v.claims
  FROM articles_fts AS f JOIN articles_view AS v ON v.article_id = f.rowid
 WHERE articles_fts MATCH searched(:words) ORDER BY f.rank LIMIT 500""",
    ),
    "claims_of_a_source": (
        "Claims of a source",
        "By words of any of its names, as origin or as relay.",
        """
WITH wanted AS (SELECT source_id FROM names WHERE instr(name_key, named(:name)))
SELECT v.claim_id, v.source, v.via, v.cue, v.stance, v.claim, v.outlet, v.published
  FROM claims AS c JOIN claims_view AS v ON v.claim_number = c.number
 WHERE c.source_id IN wanted
    OR c.number IN (SELECT claim_number FROM chain WHERE source_id IN wanted)
 ORDER BY v.published DESC, c.number LIMIT 500""",
    ),
    "unnamed_by_outlet": (
        "Unnamed sources in each outlet",
        "How many of an outlet's claims come from somebody it does not name.",
        """
SELECT a.outlet, count(*) AS claims, sum(coalesce(s.kind = 'anonymous', 0)) AS anonymous,
       round(avg(coalesce(s.kind = 'anonymous', 0)), 3) AS share
  FROM articles AS a CROSS JOIN claims AS c ON c.article_id = a.id LEFT JOIN sources AS s ON s.id = c.source_id
 GROUP BY a.outlet_key, a.outlet ORDER BY share DESC, claims DESC""",
    ),
    "doubt_by_source": (
        "Told with doubt, by source",
        "Whose claims are told with words such as زعم and ادعى.",
        """
SELECT s.name AS source, s.kind AS source_kind, said.claims, said.doubt,
       round(1.0 * said.doubt / said.claims, 3) AS share
  FROM (SELECT source_id, count(*) AS claims, sum(stance = 'doubt') AS doubt
          FROM claims WHERE source_id IS NOT NULL GROUP BY source_id HAVING doubt > 0) AS said
  JOIN sources AS s ON s.id = said.source_id
 ORDER BY said.doubt DESC, said.claims, source LIMIT 500""",
    ),
    "who_relays_whom": (
        "Who relays whom",
        "Each medium with the sources whose claims came through it.",
        """
SELECT r.name AS relay, s.name AS source, s.kind AS source_kind, count(*) AS claims,
       min(nullif(a.published, '')) AS first, max(a.published) AS last
  FROM chain AS h
  JOIN claims AS c ON c.number = h.claim_number
  JOIN articles AS a ON a.id = c.article_id
  JOIN sources AS r ON r.id = h.source_id
  LEFT JOIN chain AS before ON before.claim_number = h.claim_number AND before.hop = h.hop - 1
  JOIN sources AS s ON s.id = coalesce(before.source_id, c.source_id)
 GROUP BY r.id, s.id ORDER BY claims DESC LIMIT 500""",
    ),
    "claims_by_month": (
        "Claims by month",
        "By the date of their article, where known.",
        """
SELECT substr(a.published, 1, 7) AS month, count(*) AS claims
  FROM articles AS a CROSS JOIN claims AS c ON c.article_id = a.id
 WHERE a.published <> '' GROUP BY month ORDER BY month""",
    ),
}
