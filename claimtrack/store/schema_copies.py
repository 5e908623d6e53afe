"""Migration 6: metadata corrected by hand, and articles that are copies of one another.

`shingles` are some of an article's runs of four words, as numbers: articles that share several are
compared word by word. `copies` are the pairs that have much text in common, in both directions;
`copy_groups` and `repeated_claims` are made from them. What is new or has changed waits in
`articles_to_compare`.
"""

from __future__ import annotations

_CORRECTIONS = """
CREATE TABLE corrections (
    article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    field TEXT NOT NULL,                      -- title, outlet, published, url or byline
    value TEXT NOT NULL,
    was TEXT NOT NULL,                        -- as it was read
    corrected_at TEXT NOT NULL,
    PRIMARY KEY (article_id, field)
) WITHOUT ROWID"""
_SHINGLES = """
CREATE TABLE shingles (
    hash INTEGER NOT NULL,
    article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    PRIMARY KEY (hash, article_id)
) WITHOUT ROWID"""
_COPIES = """
CREATE TABLE copies (
    article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    other_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    share REAL NOT NULL,                      -- of the shorter text's runs of words that are in the other, too
    PRIMARY KEY (article_id, other_id)
) WITHOUT ROWID"""
_GROUPS = """
CREATE TABLE copy_groups (
    article_id INTEGER PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
    group_id INTEGER NOT NULL,                -- the article of the group that came out first
    share REAL NOT NULL                       -- text in common with that one, or with the nearest of the group
)"""
_REPEATED = """
CREATE TABLE repeated_claims (                -- claims that an earlier article of the group makes, too
    number INTEGER PRIMARY KEY REFERENCES claims (number) ON DELETE CASCADE
)"""
_WAIT = "INSERT OR IGNORE INTO articles_to_compare"
_TRIGGERS = (
    f"""
CREATE TRIGGER compare_come AFTER INSERT ON articles BEGIN
    {_WAIT} VALUES (new.id);
END""",
    f"""
CREATE TRIGGER compare_change AFTER UPDATE OF text ON articles WHEN old.text <> new.text BEGIN
    {_WAIT} SELECT other_id FROM copies WHERE article_id = old.id;
    {_WAIT} VALUES (new.id);
    DELETE FROM shingles WHERE article_id = old.id;
    DELETE FROM copies WHERE article_id = old.id OR other_id = old.id;
END""",
    f"""
CREATE TRIGGER compare_going BEFORE DELETE ON articles BEGIN
    {_WAIT} SELECT other_id FROM copies WHERE article_id = old.id;
END""",
    """
CREATE TRIGGER compare_gone AFTER DELETE ON articles BEGIN
    DELETE FROM articles_to_compare WHERE article_id = old.id;
END""",
    f"""
CREATE TRIGGER repeated_come AFTER INSERT ON claims
 WHEN EXISTS (SELECT 1 FROM copy_groups WHERE article_id = new.article_id) BEGIN
    {_WAIT} VALUES (new.article_id);
END""",
    f"""
CREATE TRIGGER repeated_go AFTER DELETE ON claims
 WHEN EXISTS (SELECT 1 FROM copy_groups WHERE article_id = old.article_id) BEGIN
    {_WAIT} VALUES (old.article_id);
END""",
)

COPIES = (
    _CORRECTIONS,
    _SHINGLES,
    # taking out those of one article
    "CREATE INDEX shingles_by_article ON shingles (article_id)",
    _COPIES,
    # taking out an article that others are copies of
    "CREATE INDEX copies_by_other ON copies (other_id)",
    _GROUPS,
    # articles --duplicates, group by group
    "CREATE INDEX copy_groups_in_order ON copy_groups (group_id, article_id, share)",
    _REPEATED,
    "CREATE TABLE articles_to_compare (article_id INTEGER PRIMARY KEY)",
    "INSERT INTO articles_to_compare SELECT id FROM articles",
    *_TRIGGERS,
)
