"""Migration 2: who articles mean by a name, the journal of decisions, and what is told of sources.

Until then a source was what an article observes. Now `identities` holds that, and `sources` what follows
from it by link keys and by what people have decided; claims, chains and names know both.
"""

from __future__ import annotations

_IDENTITIES = """
CREATE TABLE identities (                     -- whom articles observe, before anything is joined
    id INTEGER PRIMARY KEY,
    identity TEXT NOT NULL UNIQUE,            -- kind and folded name, with the article's hash where the
    link_key TEXT NOT NULL,                   -- name means somebody else elsewhere; one key, one source
    name TEXT NOT NULL,
    source_id INTEGER REFERENCES sources (id) DEFERRABLE INITIALLY DEFERRED
)"""

# A decision is never changed or removed: undoing is a decision, too. Identities instead of ids, so that it
# outlives what it speaks of and means the same in every database.
_DECISIONS = """
CREATE TABLE decisions (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    made_at TEXT NOT NULL,                    -- decisions hold in this order, wherever they were made
    act TEXT NOT NULL,                        -- merge, split, rename, alias, kind or undo
    source TEXT NOT NULL,                     -- an identity
    other TEXT NOT NULL,                      -- another, a name, a kind, or the id of the decision undone
    note TEXT NOT NULL DEFAULT ''
)"""

_LINKED = "CREATE TABLE linked (version INTEGER NOT NULL)  -- of the link keys; empty until all are made"

# Until then the identity of an unnamed source had its article's hash without the @.
_SCOPED = """
UPDATE sources SET identity = kind || ':@' || substr(identity, length(kind) + 2)
 WHERE kind IN ('anonymous', 'document')"""
_OBSERVED = """
INSERT INTO identities (id, identity, link_key, name, source_id)
SELECT id, identity, identity, name, id FROM sources"""

# Two identities that are one source may use the same name: a name is an identity's, or given by a decision
# (then identity_id is null). Both tables are made anew, because SQLite cannot change a constraint.
_NAMES = """
CREATE TABLE names_anew (
    id INTEGER PRIMARY KEY,
    source_id INTEGER NOT NULL REFERENCES sources (id) ON DELETE CASCADE,
    identity_id INTEGER REFERENCES identities (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    UNIQUE (identity_id, name)
)"""
_NAMINGS = """
CREATE TABLE namings_anew (                   -- which article uses which name
    article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    name_id INTEGER NOT NULL REFERENCES names_anew (id) ON DELETE CASCADE,
    PRIMARY KEY (article_id, name_id)
) WITHOUT ROWID"""

_TOLD = ("anon_count", "anon_of", "anon_reason", "source_title", "source_role", "source_affiliation")

CLAIMS_VIEW = """
CREATE VIEW claims_view AS
SELECT c.number AS claim_number,
       c.id AS claim_id,
       c.article_id,
       a.title AS article_title,
       (SELECT path FROM locations AS l WHERE l.article_id = a.id ORDER BY l.id LIMIT 1) AS article_path,
       a.outlet,
       a.published,
       c.paragraph,
       coalesce(s.name, c.mention) AS source,
       coalesce(s.kind, '') AS source_kind,
       c.mention,
       coalesce((SELECT group_concat(name, ' ← ')
                   FROM (SELECT r.name FROM chain AS h JOIN sources AS r ON r.id = h.source_id
                          WHERE h.claim_number = c.number ORDER BY h.hop)), '') AS via,
       c.cue,
       c.cue_lemma,
       c.stance,
       c.negated,
       c.quote,
       c.content AS claim,
       c.sentence,
       c.start,
       c."end",
       coalesce(c.parent_id, '') AS parent_id,
       c.rule,
       c.entry,
       c.reason,
       (SELECT count(*) FROM chain AS h WHERE h.claim_number = c.number) AS hops,
       coalesce((SELECT r.name FROM chain AS h JOIN sources AS r ON r.id = h.source_id
                  WHERE h.claim_number = c.number ORDER BY h.hop DESC LIMIT 1),
                s.name, c.mention) AS terminal_source,
       coalesce(c.anon_sector, '') AS anon_sector,
       c.anon_count,
       c.anon_of,
       c.anon_reason,
       c.source_title,
       c.source_role,
       c.source_affiliation
  FROM claims AS c
  JOIN articles AS a ON a.id = c.article_id
  LEFT JOIN sources AS s ON s.id = c.source_id"""

_SOURCES_VIEW = """
CREATE VIEW sources_view AS
SELECT s.id AS source_id,
       s.name,
       s.kind,
       (SELECT count(*) FROM claims AS c WHERE c.source_id = s.id) AS claims,
       (SELECT count(DISTINCT c.article_id) FROM claims AS c WHERE c.source_id = s.id) AS articles,
       (SELECT count(*) FROM chain AS h WHERE h.source_id = s.id) AS relayed,
       coalesce((SELECT group_concat(name, ' · ')
                   FROM (SELECT DISTINCT n.name FROM names AS n
                          WHERE n.source_id = s.id AND n.name <> s.name ORDER BY n.name)), '') AS other_names
  FROM sources AS s"""

IDENTITIES = (
    _IDENTITIES,
    _DECISIONS,
    _LINKED,
    _SCOPED,
    _OBSERVED,
    _NAMES,
    _NAMINGS,
    "INSERT INTO names_anew SELECT id, source_id, source_id, name, name_key FROM names",
    "INSERT INTO namings_anew SELECT article_id, name_id FROM namings",
    "DROP VIEW claims_view",
    "DROP VIEW sources_view",
    "DROP TABLE namings",
    "DROP TABLE names",
    "ALTER TABLE names_anew RENAME TO names",
    "ALTER TABLE namings_anew RENAME TO namings",
    # no foreign key: what it points to goes only when no claim has it any more
    "ALTER TABLE claims ADD COLUMN identity_id INTEGER",
    "ALTER TABLE chain ADD COLUMN identity_id INTEGER",
    "UPDATE claims SET identity_id = source_id",
    "UPDATE chain SET identity_id = source_id",
    "ALTER TABLE claims ADD COLUMN anon_sector TEXT",  # null for sources that are named
    *(f"ALTER TABLE claims ADD COLUMN {name} TEXT NOT NULL DEFAULT ''" for name in _TOLD),
    "ALTER TABLE claims ADD COLUMN anon_of_key TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE claims ADD COLUMN anon_reason_key TEXT NOT NULL DEFAULT ''",
    # which identities share a key, with each one that comes in
    "CREATE INDEX identities_by_key ON identities (link_key)",
    # the identities of a source, when one of them moves
    "CREATE INDEX identities_by_source ON identities (source_id)",
    # all names of a source; names nobody uses any more
    "CREATE INDEX names_by_source ON names (source_id)",
    "CREATE INDEX namings_by_name ON namings (name_id)",
    # --sector, --anon-count, --anon-of, --anon-reason: everything they look at
    "CREATE INDEX claims_anonymous ON claims (anon_sector, anon_count, anon_of_key, anon_reason_key) "
    "WHERE anon_sector IS NOT NULL",
    CLAIMS_VIEW,
    _SOURCES_VIEW,
)
