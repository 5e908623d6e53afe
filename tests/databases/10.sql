CREATE VIRTUAL TABLE claims_fts USING fts5 (
    content_key, content = 'claims', content_rowid = 'number', tokenize = 'unicode61 remove_diacritics 0'
);
CREATE VIRTUAL TABLE articles_fts USING fts5 (text_key, tokenize = 'unicode61 remove_diacritics 0');
BEGIN TRANSACTION;
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
);
INSERT INTO "articles" VALUES(1,'9f43878f783be73888f315c2580daaefde5bb2a8f294b4c2dfa616c284d58aeb','ميناء جديد على الساحل','الشاطئ نيوز','2021-03-14','','','utf-8','ar',' ميناء جديد علي ساحل ',' شاطي نيوز ','1','1','2026-11-24T02:26:05+00:00','ميناء جديد على الساحل

كشفت صحيفة “الميناء” الساحلية عن خطة لتوسيع الأرصفة. وأوضحت الصحيفة أن العمل يبدأ في الربيع.
وقال المتحدث باسم البلدية سليم الحداد لوكالة أنباء الواحة إن «الأسلحــة لن تمر من هنا».
ونفت مصادر ملاحية مطلعة، بحسب الوكالة، أن يكون الميناء قد أُغلق.
');
CREATE TABLE articles_to_compare (article_id INTEGER PRIMARY KEY);
INSERT INTO "articles_to_compare" VALUES(1);
CREATE TABLE articles_to_index (article_id INTEGER PRIMARY KEY);
CREATE TABLE chain (
    claim_number INTEGER NOT NULL REFERENCES claims (number) ON DELETE CASCADE,
    hop INTEGER NOT NULL,                     -- 1 is nearest the source
    source_id INTEGER NOT NULL REFERENCES sources (id),
    start INTEGER,
    "end" INTEGER, identity_id INTEGER,
    PRIMARY KEY (claim_number, hop)
) WITHOUT ROWID;
INSERT INTO "chain" VALUES(3,1,3,NULL,NULL,3);
INSERT INTO "chain" VALUES(4,1,3,NULL,NULL,3);
CREATE TABLE claim_columns (
    name TEXT NOT NULL,
    segment INTEGER NOT NULL,                 -- the numbers of its claims, divided by 16384
    data BLOB NOT NULL,                       -- one number a claim, in the order of the claims' numbers
    UNIQUE (name, segment)
);
INSERT INTO "claim_columns" VALUES('number',0,X'01000000020000000300000004000000');
INSERT INTO "claim_columns" VALUES('article_id',0,X'01000000010000000100000001000000');
INSERT INTO "claim_columns" VALUES('source_id',0,X'01000000010000000200000004000000');
INSERT INTO "claim_columns" VALUES('kind',0,X'00000102');
INSERT INTO "claim_columns" VALUES('stance',0,X'00010102');
INSERT INTO "claim_columns" VALUES('quote',0,X'00000100');
INSERT INTO "claim_columns" VALUES('negated',0,X'00000001');
INSERT INTO "claim_columns" VALUES('nested',0,X'00000000');
INSERT INTO "claim_columns" VALUES('lemma_key',0,X'00000000010000000200000003000000');
INSERT INTO "claim_columns" VALUES('outlet_key',0,X'00000000000000000000000000000000');
INSERT INTO "claim_columns" VALUES('published',0,X'00000000000000000000000000000000');
INSERT INTO "claim_columns" VALUES('relayed',0,X'0200000003000000');
INSERT INTO "claim_columns" VALUES('relay',0,X'0300000003000000');
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
, identity_id INTEGER, anon_sector TEXT, anon_count TEXT NOT NULL DEFAULT '', anon_of TEXT NOT NULL DEFAULT '', anon_reason TEXT NOT NULL DEFAULT '', source_title TEXT NOT NULL DEFAULT '', source_role TEXT NOT NULL DEFAULT '', source_affiliation TEXT NOT NULL DEFAULT '', anon_of_key TEXT NOT NULL DEFAULT '', anon_reason_key TEXT NOT NULL DEFAULT '', said_on TEXT NOT NULL DEFAULT '', said_when TEXT NOT NULL DEFAULT '');
INSERT INTO "claims" VALUES(1,'2cc773b699facf0d',1,1,1,NULL,3,'صحيفة “الميناء” الساحلية','كشفت','كشف','reveal',0,'indirect','خطة لتوسيع الأرصفة','كشفت صحيفة “الميناء” الساحلية عن خطة لتوسيع الأرصفة. وأوضحت الصحيفة أن العمل يبدأ في الربيع.',56,74,23,115,'verb','قال','',' صحيفه ميناء ساحليه ','كشفت','كشف',' خطه لتوسيع ارصفه ',1,NULL,'','','','','','','','','','');
INSERT INTO "claims" VALUES(2,'8386a3c0268def80',1,2,1,NULL,3,'الصحيفة','وأوضحت','أوضح','neutral',0,'indirect','العمل يبدأ في الربيع','كشفت صحيفة “الميناء” الساحلية عن خطة لتوسيع الأرصفة. وأوضحت الصحيفة أن العمل يبدأ في الربيع.',94,114,23,115,'verb','قال','الصحيفة: the outlet named last',' صحيفه ','واوضحت','اوضح',' عمل يبدا في ربيع ',1,NULL,'','','','','','','','','','');
INSERT INTO "claims" VALUES(3,'8853f059ce9eac52',1,3,2,NULL,4,'المتحدث باسم البلدية سليم الحداد','وقال','قال','neutral',0,'direct','الأسلحــة لن تمر من هنا','وقال المتحدث باسم البلدية سليم الحداد لوكالة أنباء الواحة إن «الأسلحــة لن تمر من هنا».',178,201,116,203,'verb','قال','',' متحدث باسم بلديه سليم حداد ','وقال','قال',' اسلحه لن تمر من هنا ',2,NULL,'','','','','المتحدث باسم البلدية','البلدية','','','','');
INSERT INTO "claims" VALUES(4,'54f3cd5684eadaaa',1,4,4,NULL,5,'مصادر ملاحية مطلعة','ونفت','نفى','deny',1,'indirect','يكون الميناء قد أُغلق','ونفت مصادر ملاحية مطلعة، بحسب الوكالة، أن يكون الميناء قد أُغلق.',246,267,204,268,'verb','قال','',' مصادر ملاحيه مطلعه ','ونفت','نفي',' يكون ميناء قد اغلق ',4,'informed','several','مصر','بحسب الوكالة','','','',' مصر ',' بحسب وكاله ','','');
CREATE TABLE claims_to_index (number INTEGER PRIMARY KEY);
CREATE TABLE column_words (                   -- the words that columns hold as numbers
    name TEXT NOT NULL,                       -- of the column
    code INTEGER NOT NULL,
    word TEXT NOT NULL,
    PRIMARY KEY (name, code)
) WITHOUT ROWID;
INSERT INTO "column_words" VALUES('kind',0,'outlet');
INSERT INTO "column_words" VALUES('kind',1,'person');
INSERT INTO "column_words" VALUES('kind',2,'anonymous');
INSERT INTO "column_words" VALUES('lemma_key',0,'كشف');
INSERT INTO "column_words" VALUES('lemma_key',1,'اوضح');
INSERT INTO "column_words" VALUES('lemma_key',2,'قال');
INSERT INTO "column_words" VALUES('lemma_key',3,'نفي');
INSERT INTO "column_words" VALUES('outlet_key',0,' شاطي نيوز ');
INSERT INTO "column_words" VALUES('published',0,'2021-03-14');
INSERT INTO "column_words" VALUES('quote',0,'indirect');
INSERT INTO "column_words" VALUES('quote',1,'direct');
INSERT INTO "column_words" VALUES('stance',0,'reveal');
INSERT INTO "column_words" VALUES('stance',1,'neutral');
INSERT INTO "column_words" VALUES('stance',2,'deny');
CREATE TABLE copies (
    article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    other_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    share REAL NOT NULL,                      -- of the shorter text's runs of words that are in the other, too
    PRIMARY KEY (article_id, other_id)
) WITHOUT ROWID;
CREATE TABLE copy_groups (
    article_id INTEGER PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
    group_id INTEGER NOT NULL,                -- the article of the group that came out first
    share REAL NOT NULL                       -- text in common with that one, or with the nearest of the group
);
CREATE TABLE corrections (
    article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    field TEXT NOT NULL,                      -- title, outlet, published, url or byline
    value TEXT NOT NULL,
    was TEXT NOT NULL,                        -- as it was read
    corrected_at TEXT NOT NULL,
    PRIMARY KEY (article_id, field)
) WITHOUT ROWID;
CREATE TABLE decisions (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    made_at TEXT NOT NULL,                    -- decisions hold in this order, wherever they were made
    act TEXT NOT NULL,                        -- merge, split, rename, alias, kind or undo
    source TEXT NOT NULL,                     -- an identity
    other TEXT NOT NULL,                      -- another, a name, a kind, or the id of the decision undone
    note TEXT NOT NULL DEFAULT ''
);
CREATE TABLE furniture (
    article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    PRIMARY KEY (article_id, start, "end")
) WITHOUT ROWID;
CREATE TABLE identities (                     -- whom articles observe, before anything is joined
    id INTEGER PRIMARY KEY,
    identity TEXT NOT NULL UNIQUE,            -- kind and folded name, with the article's hash where the
    link_key TEXT NOT NULL,                   -- name means somebody else elsewhere; one key, one source
    name TEXT NOT NULL,
    source_id INTEGER REFERENCES sources (id) DEFERRABLE INITIALLY DEFERRED
);
INSERT INTO "identities" VALUES(1,'outlet:صحيفه الميناء الساحليه','outlet:(newspaper) ميناء ساحليه','صحيفة “الميناء” الساحلية',1);
INSERT INTO "identities" VALUES(2,'person:سليم الحداد','person:سليم حداد','سليم الحداد',2);
INSERT INTO "identities" VALUES(3,'outlet:وكاله انباء الواحه','outlet:=واحه IQ agency','وكالة أنباء الواحة',3);
INSERT INTO "identities" VALUES(4,'anonymous:@9f43878f783be738:مصادر ملاحيه مطلعه','anonymous:@9f43878f783be738:مصادر ملاحيه مطلعه','مصادر ملاحية مطلعة',4);
CREATE TABLE linked (version INTEGER NOT NULL);
INSERT INTO "linked" VALUES(1);
CREATE TABLE locations (
    id INTEGER PRIMARY KEY,
    article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    place TEXT NOT NULL UNIQUE,               -- the path as seen from the database's folder
    path TEXT NOT NULL                        -- the path as the user gave it
);
INSERT INTO "locations" VALUES(1,1,'news/port.txt','news/port.txt');
CREATE TABLE "names" (
    id INTEGER PRIMARY KEY,
    source_id INTEGER NOT NULL REFERENCES sources (id) ON DELETE CASCADE,
    identity_id INTEGER REFERENCES identities (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    UNIQUE (identity_id, name)
);
INSERT INTO "names" VALUES(1,1,1,'صحيفة “الميناء” الساحلية',' صحيفه ميناء ساحليه ');
INSERT INTO "names" VALUES(2,1,1,'الميناء',' ميناء ');
INSERT INTO "names" VALUES(3,1,1,'الصحيفة',' صحيفه ');
INSERT INTO "names" VALUES(4,2,2,'سليم الحداد',' سليم حداد ');
INSERT INTO "names" VALUES(5,2,2,'المتحدث باسم البلدية سليم الحداد',' متحدث باسم بلديه سليم حداد ');
INSERT INTO "names" VALUES(6,2,2,'الحداد',' حداد ');
INSERT INTO "names" VALUES(7,3,3,'وكالة أنباء الواحة',' وكاله انباء واحه ');
INSERT INTO "names" VALUES(8,3,3,'الوكالة',' وكاله ');
INSERT INTO "names" VALUES(9,4,4,'مصادر ملاحية مطلعة',' مصادر ملاحيه مطلعه ');
INSERT INTO "names" VALUES(10,4,4,'المصادر',' مصادر ');
CREATE TABLE "namings" (                   -- which article uses which name
    article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    name_id INTEGER NOT NULL REFERENCES "names" (id) ON DELETE CASCADE,
    PRIMARY KEY (article_id, name_id)
) WITHOUT ROWID;
INSERT INTO "namings" VALUES(1,1);
INSERT INTO "namings" VALUES(1,2);
INSERT INTO "namings" VALUES(1,3);
INSERT INTO "namings" VALUES(1,4);
INSERT INTO "namings" VALUES(1,5);
INSERT INTO "namings" VALUES(1,6);
INSERT INTO "namings" VALUES(1,7);
INSERT INTO "namings" VALUES(1,8);
INSERT INTO "namings" VALUES(1,9);
INSERT INTO "namings" VALUES(1,10);
CREATE TABLE repeated_claims (                -- claims that an earlier article of the group makes, too
    number INTEGER PRIMARY KEY REFERENCES claims (number) ON DELETE CASCADE
);
CREATE TABLE segments_to_pack (segment INTEGER PRIMARY KEY);
CREATE TABLE shingles (
    hash INTEGER NOT NULL,
    article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    PRIMARY KEY (hash, article_id)
) WITHOUT ROWID;
CREATE TABLE sources (
    id INTEGER PRIMARY KEY,
    identity TEXT NOT NULL UNIQUE,            -- kind and folded name; with the article's hash where the
    name TEXT NOT NULL,                       -- words alone do not tell who it is (anonymous, document)
    kind TEXT NOT NULL
);
INSERT INTO "sources" VALUES(1,'outlet:صحيفه الميناء الساحليه','صحيفة “الميناء” الساحلية','outlet');
INSERT INTO "sources" VALUES(2,'person:سليم الحداد','سليم الحداد','person');
INSERT INTO "sources" VALUES(3,'outlet:وكاله انباء الواحه','وكالة أنباء الواحة','outlet');
INSERT INTO "sources" VALUES(4,'anonymous:@9f43878f783be738:مصادر ملاحيه مطلعه','مصادر ملاحية مطلعة','anonymous');
CREATE TABLE spans (
    claim_number INTEGER NOT NULL REFERENCES claims (number) ON DELETE CASCADE,
    role TEXT NOT NULL,                       -- source, cue or content
    ordinal INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    PRIMARY KEY (claim_number, role, ordinal)
) WITHOUT ROWID;
INSERT INTO "spans" VALUES(1,'content',1,56,74);
INSERT INTO "spans" VALUES(1,'cue',1,23,27);
INSERT INTO "spans" VALUES(1,'source',1,28,52);
INSERT INTO "spans" VALUES(2,'content',1,94,114);
INSERT INTO "spans" VALUES(2,'cue',1,76,82);
INSERT INTO "spans" VALUES(2,'source',1,83,90);
INSERT INTO "spans" VALUES(3,'content',1,178,201);
INSERT INTO "spans" VALUES(3,'cue',1,116,120);
INSERT INTO "spans" VALUES(3,'source',1,121,153);
INSERT INTO "spans" VALUES(4,'anon_reason',1,229,241);
INSERT INTO "spans" VALUES(4,'content',1,246,267);
INSERT INTO "spans" VALUES(4,'cue',1,204,208);
INSERT INTO "spans" VALUES(4,'source',1,209,227);
CREATE INDEX articles_by_date ON articles (published);
CREATE INDEX locations_by_article ON locations (article_id);
CREATE INDEX claims_by_parent ON claims (parent_id) WHERE parent_id IS NOT NULL;
CREATE INDEX claims_unresolved ON claims (mention_key) WHERE source_id IS NULL;
CREATE INDEX claims_by_cue ON claims (cue_key);
CREATE INDEX chain_by_source ON chain (source_id);
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
  FROM articles AS a;
CREATE INDEX identities_by_key ON identities (link_key);
CREATE INDEX identities_by_source ON identities (source_id);
CREATE INDEX names_by_source ON names (source_id);
CREATE INDEX namings_by_name ON namings (name_id);
CREATE INDEX claims_anonymous ON claims (anon_sector, anon_count, anon_of_key, anon_reason_key) WHERE anon_sector IS NOT NULL;
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
  FROM sources AS s;
CREATE TRIGGER claims_come AFTER INSERT ON claims BEGIN
    INSERT INTO claims_to_index VALUES (new.number);
END;
CREATE TRIGGER claims_change AFTER UPDATE OF content_key ON claims
 WHEN old.content_key <> new.content_key BEGIN
    INSERT INTO claims_fts (claims_fts, rowid, content_key)
    SELECT 'delete', old.number, old.content_key
     WHERE NOT EXISTS (SELECT 1 FROM claims_to_index WHERE number = old.number);
    INSERT OR IGNORE INTO claims_to_index VALUES (new.number);
END;
CREATE TRIGGER claims_go AFTER DELETE ON claims BEGIN
    INSERT INTO claims_fts (claims_fts, rowid, content_key)
    SELECT 'delete', old.number, old.content_key
     WHERE NOT EXISTS (SELECT 1 FROM claims_to_index WHERE number = old.number);
    DELETE FROM claims_to_index WHERE number = old.number;
END;
CREATE TRIGGER articles_come AFTER INSERT ON articles BEGIN
    INSERT INTO articles_to_index VALUES (new.id);
END;
CREATE TRIGGER articles_change AFTER UPDATE OF text ON articles WHEN old.text <> new.text BEGIN
    DELETE FROM articles_fts WHERE rowid = old.id;
    INSERT OR IGNORE INTO articles_to_index VALUES (new.id);
END;
CREATE TRIGGER articles_go AFTER DELETE ON articles BEGIN
    DELETE FROM articles_fts WHERE rowid = old.id;
    DELETE FROM articles_to_index WHERE article_id = old.id;
END;
CREATE INDEX claims_in_order ON claims (article_id, ordinal, source_id, stance, quote, negated, parent_id);
CREATE INDEX articles_by_outlet ON articles (outlet_key, outlet, published);
CREATE INDEX claims_by_lemma ON claims (lemma_key, stance);
CREATE INDEX articles_by_title ON articles (title_key);
CREATE TRIGGER columns_claim_comes AFTER INSERT ON claims BEGIN INSERT INTO segments_to_pack SELECT DISTINCT new.number / 16384 WHERE new.number / 16384 NOT IN (SELECT segment FROM segments_to_pack); END;
CREATE TRIGGER columns_claim_changes AFTER UPDATE OF article_id, source_id, parent_id, stance, quote, negated, lemma_key ON claims BEGIN INSERT INTO segments_to_pack SELECT DISTINCT new.number / 16384 WHERE new.number / 16384 NOT IN (SELECT segment FROM segments_to_pack); END;
CREATE TRIGGER columns_claim_goes AFTER DELETE ON claims BEGIN INSERT INTO segments_to_pack SELECT DISTINCT old.number / 16384 WHERE old.number / 16384 NOT IN (SELECT segment FROM segments_to_pack); END;
CREATE TRIGGER columns_relay_comes AFTER INSERT ON chain BEGIN INSERT INTO segments_to_pack SELECT DISTINCT new.claim_number / 16384 WHERE new.claim_number / 16384 NOT IN (SELECT segment FROM segments_to_pack); END;
CREATE TRIGGER columns_relay_changes AFTER UPDATE OF source_id ON chain BEGIN INSERT INTO segments_to_pack SELECT DISTINCT new.claim_number / 16384 WHERE new.claim_number / 16384 NOT IN (SELECT segment FROM segments_to_pack); END;
CREATE TRIGGER columns_relay_goes AFTER DELETE ON chain BEGIN INSERT INTO segments_to_pack SELECT DISTINCT old.claim_number / 16384 WHERE old.claim_number / 16384 NOT IN (SELECT segment FROM segments_to_pack); END;
CREATE TRIGGER columns_source_changes AFTER UPDATE OF kind ON sources WHEN old.kind <> new.kind BEGIN INSERT INTO segments_to_pack SELECT DISTINCT number / 16384 FROM claims WHERE source_id = new.id AND number / 16384 NOT IN (SELECT segment FROM segments_to_pack); END;
CREATE TRIGGER columns_article_changes AFTER UPDATE OF outlet_key, published ON articles WHEN old.outlet_key <> new.outlet_key OR old.published <> new.published BEGIN INSERT INTO segments_to_pack SELECT DISTINCT number / 16384 FROM claims WHERE article_id = new.id AND number / 16384 NOT IN (SELECT segment FROM segments_to_pack); END;
CREATE INDEX shingles_by_article ON shingles (article_id);
CREATE INDEX copies_by_other ON copies (other_id);
CREATE INDEX copy_groups_in_order ON copy_groups (group_id, article_id, share);
CREATE TRIGGER compare_come AFTER INSERT ON articles BEGIN
    INSERT OR IGNORE INTO articles_to_compare VALUES (new.id);
END;
CREATE TRIGGER compare_change AFTER UPDATE OF text ON articles WHEN old.text <> new.text BEGIN
    INSERT OR IGNORE INTO articles_to_compare SELECT other_id FROM copies WHERE article_id = old.id;
    INSERT OR IGNORE INTO articles_to_compare VALUES (new.id);
    DELETE FROM shingles WHERE article_id = old.id;
    DELETE FROM copies WHERE article_id = old.id OR other_id = old.id;
END;
CREATE TRIGGER compare_going BEFORE DELETE ON articles BEGIN
    INSERT OR IGNORE INTO articles_to_compare SELECT other_id FROM copies WHERE article_id = old.id;
END;
CREATE TRIGGER compare_gone AFTER DELETE ON articles BEGIN
    DELETE FROM articles_to_compare WHERE article_id = old.id;
END;
CREATE TRIGGER repeated_come AFTER INSERT ON claims
 WHEN EXISTS (SELECT 1 FROM copy_groups WHERE article_id = new.article_id) BEGIN
    INSERT OR IGNORE INTO articles_to_compare VALUES (new.article_id);
END;
CREATE TRIGGER repeated_go AFTER DELETE ON claims
 WHEN EXISTS (SELECT 1 FROM copy_groups WHERE article_id = old.article_id) BEGIN
    INSERT OR IGNORE INTO articles_to_compare VALUES (old.article_id);
END;
CREATE INDEX claims_by_source ON claims (source_id, article_id, stance);
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
       c.source_affiliation,
       c.said_on,
       c.said_when
  FROM claims AS c
  JOIN articles AS a ON a.id = c.article_id
  LEFT JOIN sources AS s ON s.id = c.source_id;
CREATE INDEX claims_by_mention ON claims (mention) WHERE source_id IS NULL;
CREATE INDEX sources_by_name ON sources (name);
INSERT INTO claims_fts (claims_fts) VALUES ('rebuild');
INSERT INTO articles_fts (rowid, text_key) VALUES (1, ' ميناء جديد علي ساحل كشفت صحيفه ميناء ساحليه عن خطه لتوسيع ارصفه واوضحت صحيفه ان عمل يبدا في ربيع وقال متحدث باسم بلديه سليم حداد لوكاله انباء واحه ان اسلحه لن تمر من هنا ونفت مصادر ملاحيه مطلعه بحسب وكاله ان يكون ميناء قد اغلق ');
COMMIT;
