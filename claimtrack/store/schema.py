"""The database as SQL: numbered migrations, each a tuple of statements, applied once and in order.

A migration that has landed is never edited: a change is a new number at the end. `PRAGMA user_version`
holds the number of the last one applied; the application id tells a claimtrack database from others.
"""

from __future__ import annotations

from claimtrack.store.schema_columns import COLUMNS
from claimtrack.store.schema_copies import COPIES
from claimtrack.store.schema_counting import COUNTING
from claimtrack.store.schema_identities import IDENTITIES
from claimtrack.store.schema_names import NAMES, NAMES_ALONE
from claimtrack.store.schema_search import SEARCH
from claimtrack.store.schema_sources import SOURCES
from claimtrack.store.schema_times import TIMES

APPLICATION_ID = 0x434C5452  # "CLTR"

_ARTICLES = """
CREATE TABLE articles (
    id INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL UNIQUE,              -- of the text in UTF-8: one text is one article
    title TEXT NOT NULL DEFAULT '',
    outlet TEXT NOT NULL DEFAULT '',
    published TEXT NOT NULL DEFAULT '',       -- ISO date, or empty
    url TEXT NOT NULL DEFAULT '',
    byline TEXT NOT NULL DEFAULT '',
    encoding TEXT NOT NULL DEFAULT '',
    language TEXT NOT NULL DEFAULT 'ar',
    title_key TEXT NOT NULL DEFAULT '',       -- *_key columns: folded words, for finding
    outlet_key TEXT NOT NULL DEFAULT '',
    engine_version TEXT NOT NULL,
    lexicon_version TEXT NOT NULL,
    ingested_at TEXT NOT NULL,
    text TEXT NOT NULL                        -- last, so that lists need not read past it
)"""

_LOCATIONS = """
CREATE TABLE locations (
    id INTEGER PRIMARY KEY,
    article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    place TEXT NOT NULL UNIQUE,               -- the path as seen from the database's folder
    path TEXT NOT NULL                        -- the path as the user gave it
)"""

_FURNITURE = """
CREATE TABLE furniture (
    article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    PRIMARY KEY (article_id, start, "end")
) WITHOUT ROWID"""

_SOURCES = """
CREATE TABLE sources (
    id INTEGER PRIMARY KEY,
    identity TEXT NOT NULL UNIQUE,            -- kind and folded name; with the article's hash where the
    name TEXT NOT NULL,                       -- words alone do not tell who it is (anonymous, document)
    kind TEXT NOT NULL
)"""

_NAMES = """
CREATE TABLE names (
    id INTEGER PRIMARY KEY,
    source_id INTEGER NOT NULL REFERENCES sources (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    UNIQUE (source_id, name)
)"""

_NAMINGS = """
CREATE TABLE namings (                        -- which article uses which name
    article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    name_id INTEGER NOT NULL REFERENCES names (id) ON DELETE CASCADE,
    PRIMARY KEY (article_id, name_id)
) WITHOUT ROWID"""

_CLAIMS = """
CREATE TABLE claims (
    number INTEGER PRIMARY KEY,               -- in the order of writing, so that what hangs on it lies together
    id TEXT NOT NULL UNIQUE,                  -- of the claim in its text, the same in every database
    article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,                 -- place in the article, from 1
    source_id INTEGER REFERENCES sources (id),
    parent_id TEXT REFERENCES claims (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
    paragraph INTEGER NOT NULL,               -- line of the text that holds the cue, from 1
    mention TEXT NOT NULL,
    cue TEXT NOT NULL,
    cue_lemma TEXT NOT NULL,
    stance TEXT NOT NULL,
    negated INTEGER NOT NULL,
    quote TEXT NOT NULL,
    content TEXT NOT NULL,
    sentence TEXT NOT NULL,
    start INTEGER NOT NULL,                   -- extent of the content
    "end" INTEGER NOT NULL,
    sentence_start INTEGER NOT NULL,
    sentence_end INTEGER NOT NULL,
    rule TEXT NOT NULL,
    entry TEXT NOT NULL,
    reason TEXT NOT NULL,
    mention_key TEXT NOT NULL,
    cue_key TEXT NOT NULL,
    lemma_key TEXT NOT NULL,
    content_key TEXT NOT NULL
)"""

_SPANS = """
CREATE TABLE spans (
    claim_number INTEGER NOT NULL REFERENCES claims (number) ON DELETE CASCADE,
    role TEXT NOT NULL,                       -- source, cue or content
    ordinal INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    PRIMARY KEY (claim_number, role, ordinal)
) WITHOUT ROWID"""

_CHAIN = """
CREATE TABLE chain (
    claim_number INTEGER NOT NULL REFERENCES claims (number) ON DELETE CASCADE,
    hop INTEGER NOT NULL,                     -- 1 is nearest the source
    source_id INTEGER NOT NULL REFERENCES sources (id),
    start INTEGER,
    "end" INTEGER,
    PRIMARY KEY (claim_number, hop)
) WITHOUT ROWID"""

_INDEXES = (
    # --outlet, sorting by outlet
    "CREATE INDEX articles_by_outlet ON articles (outlet_key)",
    # --since, --until, sorting by date
    "CREATE INDEX articles_by_date ON articles (published)",
    # the first path of an article, and whether it has others
    "CREATE INDEX locations_by_article ON locations (article_id)",
    # every list of claims in reading order; what filters look at lies in the index itself, so that a
    # million claims are passed over without reading their rows
    "CREATE INDEX claims_in_order ON claims (article_id, ordinal, source_id, stance, quote)",
    # --source, --kind, and the counts of `sources`
    "CREATE INDEX claims_by_source ON claims (source_id, article_id)",
    # claims nested in one that goes
    "CREATE INDEX claims_by_parent ON claims (parent_id) WHERE parent_id IS NOT NULL",
    # --source among claims nobody could resolve
    "CREATE INDEX claims_unresolved ON claims (mention_key) WHERE source_id IS NULL",
    # --cue by form and by lemma
    "CREATE INDEX claims_by_cue ON claims (cue_key)",
    "CREATE INDEX claims_by_lemma ON claims (lemma_key)",
    # --source and --via among relays
    "CREATE INDEX chain_by_source ON chain (source_id)",
    # names nobody uses any more
    "CREATE INDEX namings_by_name ON namings (name_id)",
)

_CLAIMS_VIEW = """
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
       c.reason
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
                   FROM (SELECT n.name FROM names AS n
                          WHERE n.source_id = s.id AND n.name <> s.name ORDER BY n.name)), '') AS other_names
  FROM sources AS s"""

_ARTICLES_VIEW = """
CREATE VIEW articles_view AS
SELECT a.id AS article_id,
       a.title,
       a.outlet,
       a.published,
       (SELECT count(*) FROM claims AS c WHERE c.article_id = a.id) AS claims,
       (SELECT path FROM locations AS l WHERE l.article_id = a.id ORDER BY l.id LIMIT 1) AS path,
       (SELECT count(*) FROM locations AS l WHERE l.article_id = a.id) AS locations,
       a.url,
       a.byline,
       a.encoding,
       a.engine_version,
       a.lexicon_version,
       a.ingested_at
  FROM articles AS a"""

MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        _ARTICLES,
        _LOCATIONS,
        _FURNITURE,
        _SOURCES,
        _NAMES,
        _NAMINGS,
        _CLAIMS,
        _SPANS,
        _CHAIN,
        *_INDEXES,
        _CLAIMS_VIEW,
        _SOURCES_VIEW,
        _ARTICLES_VIEW,
    ),
    IDENTITIES,
    SEARCH,
    COUNTING,
    COLUMNS,
    COPIES,
    SOURCES,
    TIMES,
    NAMES,
    NAMES_ALONE,
)
