"""Migration 3: full-text search over folded words, and indexes that count without reading claims.

FTS5 folds nothing of Arabic, so it is given words folded already: `content_key` of claims, and the same of
whole articles. Both are filled in bulk, many times faster than row by row: what is new waits in
`claims_to_index` and `articles_to_index`. What goes or changes leaves the search at once, by triggers.
"""

from __future__ import annotations

_TOKENS = "tokenize = 'unicode61 remove_diacritics 0'"
_CLAIMS_FTS = f"""
CREATE VIRTUAL TABLE claims_fts USING fts5 (
    content_key, content = 'claims', content_rowid = 'number', {_TOKENS}
)"""
_ARTICLES_FTS = f"CREATE VIRTUAL TABLE articles_fts USING fts5 (text_key, {_TOKENS})"

# taken out with the words it was put in with; what waits has not been put in
_FORGET = """
    INSERT INTO claims_fts (claims_fts, rowid, content_key)
    SELECT 'delete', old.number, old.content_key
     WHERE NOT EXISTS (SELECT 1 FROM claims_to_index WHERE number = old.number)"""
_TRIGGERS = (
    """
CREATE TRIGGER claims_come AFTER INSERT ON claims BEGIN
    INSERT INTO claims_to_index VALUES (new.number);
END""",
    f"""
CREATE TRIGGER claims_change AFTER UPDATE OF content_key ON claims
 WHEN old.content_key <> new.content_key BEGIN{_FORGET};
    INSERT OR IGNORE INTO claims_to_index VALUES (new.number);
END""",
    f"""
CREATE TRIGGER claims_go AFTER DELETE ON claims BEGIN{_FORGET};
    DELETE FROM claims_to_index WHERE number = old.number;
END""",
    """
CREATE TRIGGER articles_come AFTER INSERT ON articles BEGIN
    INSERT INTO articles_to_index VALUES (new.id);
END""",
    """
CREATE TRIGGER articles_change AFTER UPDATE OF text ON articles WHEN old.text <> new.text BEGIN
    DELETE FROM articles_fts WHERE rowid = old.id;
    INSERT OR IGNORE INTO articles_to_index VALUES (new.id);
END""",
    """
CREATE TRIGGER articles_go AFTER DELETE ON articles BEGIN
    DELETE FROM articles_fts WHERE rowid = old.id;
    DELETE FROM articles_to_index WHERE article_id = old.id;
END""",
)

_INDEXES = (
    "DROP INDEX claims_in_order",
    "DROP INDEX claims_by_source",
    "DROP INDEX articles_by_outlet",
    # every list of claims in reading order; what filters look at lies in the index itself, so that a
    # million claims are passed over without reading their rows: --stance, --quote, --negated, --nested
    "CREATE INDEX claims_in_order ON claims (article_id, ordinal, source_id, stance, quote, negated, parent_id)",
    # --source, --kind, the counts of `sources`; stats by source, by kind, and by these with stance, quote
    # or negation, read in the order they are counted in
    "CREATE INDEX claims_by_source ON claims (source_id, stance, quote, negated, article_id)",
    # stats by stance, by quote and by negation; --negated counted
    "CREATE INDEX claims_by_stance ON claims (stance, quote, negated)",
    # --outlet, sorting by outlet; stats by outlet, with its name, read in the order they are counted in
    "CREATE INDEX articles_by_outlet ON articles (outlet_key, outlet, published)",
)

SEARCH = (
    _CLAIMS_FTS,
    _ARTICLES_FTS,
    "CREATE TABLE claims_to_index (number INTEGER PRIMARY KEY)",
    "CREATE TABLE articles_to_index (article_id INTEGER PRIMARY KEY)",
    "INSERT INTO claims_to_index SELECT number FROM claims",
    "INSERT INTO articles_to_index SELECT id FROM articles",
    *_TRIGGERS,
    *_INDEXES,
)
