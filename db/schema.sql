-- Generated from db/migrations and db/views.sql by `python tests/schema.py`; a test holds them equal.

PRAGMA application_id = 1178817585;

CREATE TABLE article (
    id          INTEGER PRIMARY KEY,
    title       TEXT NOT NULL,
    text        TEXT NOT NULL,
    digest      TEXT NOT NULL UNIQUE,            -- sha256 of the text: the same draft twice is recognised
    source      TEXT NOT NULL DEFAULT '',        -- the file it was read from, as the checker named it
    byline      TEXT NOT NULL DEFAULT '',
    publisher   TEXT NOT NULL DEFAULT '',
    published   TEXT NOT NULL DEFAULT '',
    url         TEXT NOT NULL DEFAULT '',
    language    TEXT NOT NULL DEFAULT 'en',
    added_by    TEXT NOT NULL,
    added_at    TEXT NOT NULL
, revises INTEGER REFERENCES article(id)) STRICT;

CREATE TABLE claim (
    id           INTEGER PRIMARY KEY,
    article_id   INTEGER NOT NULL REFERENCES article(id),
    start        INTEGER NOT NULL CHECK (start >= 0),   -- characters of article.text
    "end"        INTEGER NOT NULL CHECK ("end" > start),
    text         TEXT NOT NULL,                         -- article.text[start:end], word for word
    kind         TEXT NOT NULL,                         -- headline, standfirst, caption, statement
    found_as     TEXT NOT NULL DEFAULT '',              -- why the program set it aside; '' for a claim
    claimant     TEXT NOT NULL DEFAULT '',
    cue          TEXT NOT NULL DEFAULT '',
    priority     INTEGER NOT NULL DEFAULT 0 CHECK (priority BETWEEN 0 AND 100),
    reasons      TEXT NOT NULL DEFAULT '[]',            -- JSON list of words
    matched_with INTEGER NOT NULL DEFAULT 0             -- the archive's edition that its matches were worked out with
, place TEXT NOT NULL DEFAULT '', nature TEXT NOT NULL DEFAULT '', reported_by TEXT NOT NULL DEFAULT '') STRICT;

CREATE INDEX claim_of_article ON claim(article_id, start);

CREATE TABLE prior_record (
    id           INTEGER PRIMARY KEY,
    source_id    TEXT NOT NULL UNIQUE,
    claim        TEXT NOT NULL,
    title        TEXT NOT NULL DEFAULT '',
    body         TEXT NOT NULL DEFAULT '',
    claimant     TEXT NOT NULL DEFAULT '',
    claim_date   TEXT NOT NULL DEFAULT '',
    rating       TEXT NOT NULL DEFAULT '',              -- the publisher's words, never changed
    verdict      TEXT CHECK (verdict IN ('confirmed', 'disputed', 'pending')),
    publisher    TEXT NOT NULL DEFAULT '',
    review_date  TEXT NOT NULL DEFAULT '',
    url          TEXT NOT NULL DEFAULT '',
    language     TEXT NOT NULL DEFAULT '',
    own_claim_id INTEGER UNIQUE REFERENCES claim(id)    -- set for this desk's own verdicts
) STRICT;

CREATE INDEX prior_record_by_rating ON prior_record(rating);

CREATE INDEX prior_record_taken_back ON prior_record(id) WHERE own_claim_id IS NOT NULL AND verdict = 'pending';

CREATE VIRTUAL TABLE prior_record_fts USING fts5(
    claim, title, body,
    content="prior_record", content_rowid="id",
    tokenize="porter unicode61 remove_diacritics 2"
);

CREATE VIRTUAL TABLE prior_record_vocab USING fts5vocab(prior_record_fts, 'row');

CREATE TRIGGER prior_record_removed AFTER DELETE ON prior_record BEGIN
    INSERT INTO prior_record_fts (prior_record_fts, rowid, claim, title, body)
    VALUES ('delete', old.id, old.claim, old.title, old.body);
END;

CREATE TABLE archive_edition (
    id      INTEGER PRIMARY KEY CHECK (id = 1),
    edition INTEGER NOT NULL
, words_of INTEGER NOT NULL DEFAULT 0, bulk INTEGER NOT NULL DEFAULT 0 CHECK (bulk IN (0, 1)), of_records INTEGER NOT NULL DEFAULT 0) STRICT;

CREATE TABLE import_log (
    id         INTEGER PRIMARY KEY,
    source     TEXT NOT NULL,                           -- the file's path
    format     TEXT NOT NULL,
    added      INTEGER NOT NULL DEFAULT 0,
    updated    INTEGER NOT NULL DEFAULT 0,
    unchanged  INTEGER NOT NULL DEFAULT 0,
    refused    INTEGER NOT NULL DEFAULT 0,
    finished   INTEGER NOT NULL DEFAULT 0,              -- 0 when it was interrupted
    checker    TEXT NOT NULL,
    started_at TEXT NOT NULL
, refused_file TEXT NOT NULL DEFAULT '') STRICT;

CREATE TABLE import_refusal (
    id        INTEGER PRIMARY KEY,
    import_id INTEGER NOT NULL REFERENCES import_log(id),
    line      INTEGER NOT NULL,
    reason    TEXT NOT NULL,
    raw       TEXT NOT NULL
) STRICT;

CREATE TABLE prior_record_raw (
    record_id INTEGER PRIMARY KEY REFERENCES prior_record(id),
    import_id INTEGER NOT NULL REFERENCES import_log(id),
    line      INTEGER NOT NULL,
    raw       TEXT NOT NULL
, labels TEXT NOT NULL DEFAULT '', by_scale TEXT NOT NULL DEFAULT ''   -- what the publisher's numeric scale says
    CHECK (by_scale IN ('', 'confirmed', 'disputed', 'pending'))) STRICT;

CREATE TABLE match (
    claim_id     INTEGER NOT NULL REFERENCES claim(id),
    record_id    INTEGER NOT NULL REFERENCES prior_record(id),
    score        INTEGER NOT NULL CHECK (score BETWEEN 0 AND 100),
    band         TEXT NOT NULL,
    why          TEXT NOT NULL DEFAULT '[]',            -- JSON: [words, points] of each share of the score
    differences  TEXT NOT NULL DEFAULT '[]',            -- JSON: what differs, with both sides' words and offsets
    claim_spans  TEXT NOT NULL DEFAULT '[]',            -- JSON: shared words in the claim
    record_spans TEXT NOT NULL DEFAULT '[]',            -- JSON: and in the record's claim
    PRIMARY KEY (claim_id, record_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX match_of_record ON match(record_id);

CREATE TABLE step (
    id      INTEGER PRIMARY KEY,
    act     TEXT NOT NULL CHECK (act IN ('do', 'undo', 'redo')),
    of_step INTEGER REFERENCES step(id),                -- what is undone or redone
    checker TEXT NOT NULL,
    at      TEXT NOT NULL, uid TEXT NOT NULL DEFAULT '',
    CHECK ((act = 'do') = (of_step IS NULL))
) STRICT;

CREATE INDEX step_by_checker ON step(checker, act, id);

CREATE INDEX step_of ON step(of_step, id);

CREATE TRIGGER step_is_not_deleted BEFORE DELETE ON step BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;

CREATE TRIGGER step_is_not_replaced BEFORE INSERT ON step WHEN EXISTS (SELECT 1 FROM step WHERE id = new.id)
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;

CREATE TABLE alias (
    term     TEXT PRIMARY KEY COLLATE NOCASE,
    group_id INTEGER NOT NULL                           -- terms of one group stand for each other
) STRICT;

CREATE INDEX alias_of_group ON alias(group_id);

CREATE TABLE rating_map (
    label   TEXT PRIMARY KEY,                           -- case-folded, word for word
    verdict TEXT NOT NULL CHECK (verdict IN ('confirmed', 'disputed', 'pending'))
) STRICT, WITHOUT ROWID;

CREATE TABLE export_log (
    id      INTEGER PRIMARY KEY,
    path    TEXT NOT NULL,
    format  TEXT NOT NULL,
    filter  TEXT NOT NULL,                              -- JSON: articles, verdicts, checkers
    rows    INTEGER NOT NULL,
    sha256  TEXT NOT NULL,
    checker TEXT NOT NULL,
    at      TEXT NOT NULL
) STRICT;

CREATE TABLE bookmark (
    checker    TEXT NOT NULL,
    article_id INTEGER NOT NULL REFERENCES article(id),
    claim_id   INTEGER NOT NULL REFERENCES claim(id),
    at         TEXT NOT NULL,
    PRIMARY KEY (checker, article_id)
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE prior_record_unspaced USING fts5(claim, title, tokenize="trigram");

CREATE VIRTUAL TABLE prior_record_unspaced_vocab USING fts5vocab(prior_record_unspaced, 'row');

CREATE TRIGGER prior_record_unspaced_removed AFTER DELETE ON prior_record BEGIN
    DELETE FROM prior_record_unspaced WHERE rowid = old.id;
END;

CREATE TRIGGER prior_record_unspaced_changed AFTER UPDATE OF claim, title ON prior_record BEGIN
    DELETE FROM prior_record_unspaced WHERE rowid = old.id;
    INSERT INTO prior_record_unspaced (rowid, claim, title) SELECT new.id, new.claim, new.title
    WHERE new.claim || new.title GLOB '*[ก-ໟༀ-࿚က-႟ក-៹぀-ヿ㐀-䶿一-鿿豈-﫿ｦ-ﾟ𠀀-𱍏]*';
END;

CREATE TABLE vocabulary (
    term    TEXT PRIMARY KEY,                           -- a stem, as the search index holds it
    doc     INTEGER NOT NULL,                           -- records that held it when the words were listed
    initial TEXT NOT NULL,                              -- first letter, or the one that it is often confused with;
    length  INTEGER NOT NULL                            -- '' and 0 for what is no word to be near to
) STRICT, WITHOUT ROWID;

CREATE INDEX vocabulary_by_length ON vocabulary(initial, length);

CREATE INDEX prior_record_conditions ON prior_record(
    id, publisher, rating, verdict, language, claimant, review_date, claim_date, own_claim_id
);

CREATE INDEX article_by_revises ON article(revises) WHERE revises IS NOT NULL;

CREATE TRIGGER prior_record_changed AFTER UPDATE OF claim, title, body ON prior_record
WHEN (SELECT bulk FROM archive_edition) = 0 BEGIN
    INSERT INTO prior_record_fts (prior_record_fts, rowid, claim, title, body)
    VALUES ('delete', old.id, old.claim, old.title, old.body);
    INSERT INTO prior_record_fts (rowid, claim, title, body) VALUES (new.id, new.claim, new.title, new.body);
END;

CREATE TABLE import_unmapped (
    import_id INTEGER NOT NULL REFERENCES import_log(id),
    rating    TEXT NOT NULL,
    rows      INTEGER NOT NULL,
    PRIMARY KEY (import_id, rating)
) STRICT, WITHOUT ROWID;

CREATE TABLE sheet_columns (
    header  TEXT PRIMARY KEY,                           -- JSON list of the headers, in their order
    columns TEXT NOT NULL,                              -- JSON object: header -> field
    checker TEXT NOT NULL,
    at      TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX step_by_uid ON step(uid);

CREATE TRIGGER step_is_kept BEFORE UPDATE ON step BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;

CREATE TABLE preference (
    checker TEXT NOT NULL,
    name    TEXT NOT NULL,
    value   TEXT NOT NULL,
    PRIMARY KEY (checker, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE evidence (
    id           INTEGER PRIMARY KEY,
    claim_id     INTEGER NOT NULL REFERENCES claim(id),
    kind         TEXT NOT NULL CHECK (kind IN ('primary', 'secondary')),
    title        TEXT NOT NULL DEFAULT '',
    url          TEXT NOT NULL DEFAULT '',
    locator      TEXT NOT NULL DEFAULT '',              -- where in the source: a page, a table, a minute
    quotation    TEXT NOT NULL DEFAULT '',
    stance       TEXT NOT NULL CHECK (stance IN ('for', 'against', 'context')),
    confidential INTEGER NOT NULL DEFAULT 0 CHECK (confidential IN (0, 1)),
    CHECK (title <> '' OR url <> '')
) STRICT;

CREATE TRIGGER evidence_is_kept BEFORE UPDATE ON evidence
BEGIN SELECT RAISE(ABORT, 'evidence is never changed, only followed by another wording'); END;

CREATE TRIGGER evidence_is_not_deleted BEFORE DELETE ON evidence
BEGIN SELECT RAISE(ABORT, 'evidence is never deleted; the log says what stands'); END;

CREATE TRIGGER evidence_is_not_replaced BEFORE INSERT ON evidence
WHEN EXISTS (SELECT 1 FROM evidence WHERE id = new.id)
BEGIN SELECT RAISE(ABORT, 'evidence is never changed, only followed by another wording'); END;

CREATE TABLE presence (
    session  TEXT PRIMARY KEY,                          -- one open desk; a checker may have several
    checker  TEXT NOT NULL,
    claim_id INTEGER NOT NULL REFERENCES claim(id),
    at       TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TRIGGER prior_record_added AFTER INSERT ON prior_record WHEN (SELECT bulk FROM archive_edition) = 0 BEGIN
    INSERT INTO prior_record_fts (rowid, claim, title, body) VALUES (new.id, new.claim, new.title, new.body);
    INSERT INTO prior_record_unspaced (rowid, claim, title) SELECT new.id, new.claim, new.title
    WHERE new.claim || new.title GLOB '*[ก-ໟༀ-࿚က-႟ក-៹぀-ヿ㐀-䶿一-鿿豈-﫿ｦ-ﾟ𠀀-𱍏]*';
END;

CREATE INDEX evidence_of_claim ON evidence(claim_id);

CREATE TABLE decision (
    id        INTEGER PRIMARY KEY,
    step_id   INTEGER NOT NULL REFERENCES step(id),
    claim_id  INTEGER REFERENCES claim(id),             -- NULL: for the whole desk
    aspect    TEXT NOT NULL,                            -- what is decided: model.Aspect lists them
    record_id INTEGER REFERENCES prior_record(id),      -- of a match: with which record
    subject   TEXT NOT NULL DEFAULT '',                 -- where a claim, or the desk, has several of an aspect: which one
    old       TEXT NOT NULL,
    new       TEXT NOT NULL,
    stands    INTEGER REFERENCES decision(id),          -- whose value stands from here on: itself, or after an undo
                                                        -- an earlier one; NULL when it is as it was found
    CHECK ((aspect = 'match') = (record_id IS NOT NULL)),
    CHECK (aspect <> 'verdict' OR new IN ('confirmed', 'disputed', 'pending')),
    CHECK (aspect <> 'match' OR new IN ('linked', 'dismissed', '')),
    CHECK (aspect <> 'rating' OR new IN ('confirmed', 'disputed', 'pending', '')),
    CHECK (claim_id IS NOT NULL OR subject <> '')
) STRICT;

CREATE INDEX decision_on_claim ON decision(claim_id, aspect, record_id, subject, id);

CREATE INDEX decision_on_record ON decision(record_id, id) WHERE record_id IS NOT NULL;

CREATE INDEX decision_of_step ON decision(step_id);

CREATE INDEX decision_carried ON decision(subject) WHERE aspect = 'carried from';

CREATE TRIGGER decision_is_not_replaced BEFORE INSERT ON decision WHEN EXISTS (SELECT 1 FROM decision WHERE id = new.id)
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;

CREATE TRIGGER decision_is_kept BEFORE UPDATE ON decision BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;

CREATE TRIGGER decision_is_not_deleted BEFORE DELETE ON decision BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;

CREATE TABLE article_edition (
    article_id INTEGER PRIMARY KEY REFERENCES article(id),
    edition    INTEGER NOT NULL                          -- the archive's edition that its verdicts made last
) STRICT;

CREATE INDEX article_edition_by_edition ON article_edition(edition);

CREATE VIEW verdict_log AS
SELECT decision.id, decision.claim_id, claim.article_id, decision.old AS from_verdict, decision.new AS to_verdict,
       step.checker, step.at, step.act, decision.step_id
FROM decision JOIN step ON step.id = decision.step_id JOIN claim ON claim.id = decision.claim_id
WHERE decision.aspect = 'verdict';

CREATE VIEW link AS
SELECT decision.claim_id, decision.record_id, step.checker, step.at
FROM decision JOIN decision AS stands ON stands.id = decision.stands JOIN step ON step.id = stands.step_id
WHERE decision.aspect = 'match' AND decision.new = 'linked'
  AND decision.id = (SELECT max(id) FROM decision AS later
                     WHERE later.claim_id = decision.claim_id AND later.aspect = 'match'
                       AND later.record_id = decision.record_id);

CREATE VIEW note AS
SELECT decision.claim_id, decision.new AS note, step.checker, step.at
FROM decision JOIN decision AS stands ON stands.id = decision.stands JOIN step ON step.id = stands.step_id
WHERE decision.aspect = 'note' AND decision.new <> ''
  AND decision.id = (SELECT max(id) FROM decision AS later
                     WHERE later.claim_id = decision.claim_id AND later.aspect = 'note');

CREATE VIEW evidence_list AS
SELECT claim.article_id, decision.claim_id, CAST(decision.subject AS INTEGER) AS id, evidence.kind, evidence.title,
       evidence.url, evidence.locator, evidence.quotation, evidence.stance, evidence.confidential,
       step.checker, step.at, evidence.id AS wording
FROM decision
JOIN evidence ON evidence.id = CAST(decision.new AS INTEGER)
JOIN decision AS stands ON stands.id = decision.stands
JOIN step ON step.id = stands.step_id
JOIN claim ON claim.id = decision.claim_id
WHERE decision.aspect = 'evidence' AND decision.new <> ''
  AND decision.id = (SELECT max(id) FROM decision AS later
                     WHERE later.claim_id = decision.claim_id AND later.aspect = 'evidence'
                       AND later.record_id IS NULL AND later.subject = decision.subject);

CREATE VIEW tag AS
SELECT decision.claim_id, decision.subject AS tag, step.checker, step.at
FROM decision JOIN decision AS stands ON stands.id = decision.stands JOIN step ON step.id = stands.step_id
WHERE decision.aspect = 'tag' AND decision.new <> ''
  AND decision.id = (SELECT max(id) FROM decision AS later
                     WHERE later.claim_id = decision.claim_id AND later.aspect = 'tag'
                       AND later.record_id IS NULL AND later.subject = decision.subject);

CREATE VIEW put_away AS
SELECT article.id AS article_id, article.title, step.checker, step.at
FROM article
JOIN decision ON decision.id = (SELECT max(id) FROM decision AS newest
                                WHERE newest.claim_id IS NULL AND newest.aspect = 'put away'
                                  AND newest.record_id IS NULL AND newest.subject = CAST(article.id AS TEXT))
JOIN decision AS stands ON stands.id = decision.stands
JOIN step ON step.id = stands.step_id
WHERE decision.new <> '';

CREATE VIEW claim_status AS
SELECT claim.id, claim.article_id, claim.start, claim."end", claim.text, claim.kind, claim.nature,
       coalesce((SELECT new FROM decision WHERE claim_id = claim.id AND aspect = 'claimant'
                 ORDER BY id DESC LIMIT 1), claim.claimant) AS claimant,
       coalesce((SELECT new FROM decision WHERE claim_id = claim.id AND aspect = 'search words'
                 ORDER BY id DESC LIMIT 1), '') AS search_words,
       claim.reported_by, claim.priority,
       coalesce((SELECT new FROM decision WHERE claim_id = claim.id AND aspect = 'set aside'
                 ORDER BY id DESC LIMIT 1), claim.found_as) AS set_aside,
       coalesce(verdict.new, 'pending') AS verdict,
       coalesce(step.checker, '') AS checker,
       coalesce(step.at, '') AS decided_at,
       coalesce((SELECT new FROM decision WHERE claim_id = claim.id AND aspect = 'note'
                 ORDER BY id DESC LIMIT 1), '') AS note,
       coalesce((SELECT new FROM decision WHERE claim_id = claim.id AND aspect = 'flag'
                 ORDER BY id DESC LIMIT 1), '') AS flag,
       (SELECT count(*) FROM link WHERE link.claim_id = claim.id) AS links,
       coalesce((SELECT new FROM decision WHERE claim_id = claim.id AND aspect = 'wording'
                 ORDER BY id DESC LIMIT 1), '') AS suggested_wording,
       (SELECT count(*) FROM evidence_list WHERE evidence_list.claim_id = claim.id) AS sources,
       (SELECT count(*) FROM evidence_list
        WHERE evidence_list.claim_id = claim.id AND evidence_list.kind = 'primary') AS primary_sources,
       coalesce((SELECT group_concat(tag, ', ') FROM (SELECT tag FROM tag WHERE tag.claim_id = claim.id ORDER BY tag)),
                '') AS tags,
       coalesce((SELECT group_concat(was, char(10))
                 FROM (SELECT new AS was FROM decision
                       WHERE claim_id = claim.id AND aspect = 'changed from' AND new <> ''
                         AND id = (SELECT max(id) FROM decision AS later
                                   WHERE later.claim_id = claim.id AND later.aspect = 'changed from'
                                     AND later.record_id IS NULL AND later.subject = decision.subject)
                       ORDER BY id)), '') AS was
FROM claim
LEFT JOIN decision AS verdict ON verdict.id = (SELECT id FROM decision WHERE claim_id = claim.id AND aspect = 'verdict'
                                               ORDER BY id DESC LIMIT 1)
LEFT JOIN decision AS stands ON stands.id = verdict.stands
LEFT JOIN step ON step.id = stands.step_id;

CREATE VIEW progress AS
SELECT article.id AS article_id, article.title, article.added_at,
       count(claim_status.id) AS claims,
       count(*) FILTER (WHERE claim_status.verdict = 'confirmed') AS confirmed,
       count(*) FILTER (WHERE claim_status.verdict = 'disputed') AS disputed,
       count(*) FILTER (WHERE claim_status.id IS NOT NULL AND claim_status.verdict = 'pending') AS pending
FROM article LEFT JOIN claim_status ON claim_status.article_id = article.id AND claim_status.set_aside = ''
WHERE article.id NOT IN (SELECT article_id FROM put_away)
GROUP BY article.id;

CREATE VIEW verdict_list AS
SELECT article.title AS article,
       row_number() OVER (PARTITION BY article.id ORDER BY claim_status.start, claim_status.id) AS number,
       claim_status.kind, claim_status.nature, claim_status.text AS claim, claim_status.claimant,
       claim_status.reported_by, claim_status.verdict, claim_status.note,
       claim_status.suggested_wording, claim_status.sources, claim_status.primary_sources, claim_status.tags,
       (SELECT group_concat(prior_record.publisher || ': ' || prior_record.rating || ' ' || prior_record.url, char(10))
        FROM link JOIN prior_record ON prior_record.id = link.record_id
        WHERE link.claim_id = claim_status.id) AS linked_records,
       claim_status.checker, claim_status.decided_at, claim_status.id AS claim_id, article.id AS article_id
FROM claim_status JOIN article ON article.id = claim_status.article_id
WHERE claim_status.set_aside = '' AND article.id NOT IN (SELECT article_id FROM put_away)
ORDER BY article.id, claim_status.start, claim_status.id;
