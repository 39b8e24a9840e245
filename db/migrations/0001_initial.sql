-- The desk's first schema. Each table is told in plain words in db/README.md.
-- Times are UTC, ISO 8601 to the millisecond; dates are ISO 8601 days, '' where the source gave none.

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
) STRICT;

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
) STRICT;
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
-- own verdicts that were taken back: never found, and so that each search need not look for them
CREATE INDEX prior_record_taken_back ON prior_record(id) WHERE own_claim_id IS NOT NULL AND verdict = 'pending';

CREATE VIRTUAL TABLE prior_record_fts USING fts5(
    claim, title, body,
    content="prior_record", content_rowid="id",
    tokenize="porter unicode61 remove_diacritics 2"
);
CREATE VIRTUAL TABLE prior_record_vocab USING fts5vocab(prior_record_fts, 'row');

CREATE TRIGGER prior_record_added AFTER INSERT ON prior_record BEGIN
    INSERT INTO prior_record_fts (rowid, claim, title, body) VALUES (new.id, new.claim, new.title, new.body);
END;
CREATE TRIGGER prior_record_removed AFTER DELETE ON prior_record BEGIN
    INSERT INTO prior_record_fts (prior_record_fts, rowid, claim, title, body)
    VALUES ('delete', old.id, old.claim, old.title, old.body);
END;
CREATE TRIGGER prior_record_changed AFTER UPDATE OF claim, title, body ON prior_record BEGIN
    INSERT INTO prior_record_fts (prior_record_fts, rowid, claim, title, body)
    VALUES ('delete', old.id, old.claim, old.title, old.body);
    INSERT INTO prior_record_fts (rowid, claim, title, body) VALUES (new.id, new.claim, new.title, new.body);
END;

-- The archive's edition goes up with every change to it; matches remember theirs, and older ones are worked out anew.
CREATE TABLE archive_edition (
    id      INTEGER PRIMARY KEY CHECK (id = 1),
    edition INTEGER NOT NULL
) STRICT;
INSERT INTO archive_edition (id, edition) VALUES (1, 1);

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
) STRICT;

CREATE TABLE import_refusal (
    id        INTEGER PRIMARY KEY,
    import_id INTEGER NOT NULL REFERENCES import_log(id),
    line      INTEGER NOT NULL,
    reason    TEXT NOT NULL,
    raw       TEXT NOT NULL
) STRICT;

-- The row that a record came as, beside the record, so that reading records stays cheap.
CREATE TABLE prior_record_raw (
    record_id INTEGER PRIMARY KEY REFERENCES prior_record(id),
    import_id INTEGER NOT NULL REFERENCES import_log(id),
    line      INTEGER NOT NULL,
    raw       TEXT NOT NULL
) STRICT;

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

-- One row for what one key did: the unit of undo. Nothing here is ever changed or deleted; undo adds a step.
CREATE TABLE step (
    id      INTEGER PRIMARY KEY,
    act     TEXT NOT NULL CHECK (act IN ('do', 'undo', 'redo')),
    of_step INTEGER REFERENCES step(id),                -- what is undone or redone
    checker TEXT NOT NULL,
    at      TEXT NOT NULL,
    CHECK ((act = 'do') = (of_step IS NULL))
) STRICT;
CREATE INDEX step_by_checker ON step(checker, act, id);
CREATE INDEX step_of ON step(of_step, id);

CREATE TABLE decision (
    id        INTEGER PRIMARY KEY,
    step_id   INTEGER NOT NULL REFERENCES step(id),
    claim_id  INTEGER NOT NULL REFERENCES claim(id),
    aspect    TEXT NOT NULL,                            -- what of the claim: model.Aspect lists them
    record_id INTEGER REFERENCES prior_record(id),      -- of a match: with which record
    subject   TEXT NOT NULL DEFAULT '',                 -- where a claim has several of an aspect: which one
    old       TEXT NOT NULL,
    new       TEXT NOT NULL,
    stands    INTEGER REFERENCES decision(id),          -- whose value stands from here on: itself, or after an undo
                                                        -- an earlier one; NULL when the claim is as it was found
    CHECK ((aspect = 'match') = (record_id IS NOT NULL)),
    CHECK (aspect <> 'verdict' OR new IN ('confirmed', 'disputed', 'pending')),
    CHECK (aspect <> 'match' OR new IN ('linked', 'dismissed', ''))
) STRICT;
CREATE INDEX decision_on_claim ON decision(claim_id, aspect, record_id, subject, id);
CREATE INDEX decision_on_record ON decision(record_id, id) WHERE record_id IS NOT NULL;
CREATE INDEX decision_of_step ON decision(step_id);

CREATE TRIGGER step_is_kept BEFORE UPDATE ON step BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER step_is_not_deleted BEFORE DELETE ON step BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
-- INSERT OR REPLACE deletes without a DELETE trigger: a line that is there already is refused before it can be replaced
CREATE TRIGGER step_is_not_replaced BEFORE INSERT ON step WHEN EXISTS (SELECT 1 FROM step WHERE id = new.id)
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER decision_is_not_replaced BEFORE INSERT ON decision WHEN EXISTS (SELECT 1 FROM decision WHERE id = new.id)
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER decision_is_kept BEFORE UPDATE ON decision BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER decision_is_not_deleted BEFORE DELETE ON decision BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;

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

-- Where each checker left off.
CREATE TABLE bookmark (
    checker    TEXT NOT NULL,
    article_id INTEGER NOT NULL REFERENCES article(id),
    claim_id   INTEGER NOT NULL REFERENCES claim(id),
    at         TEXT NOT NULL,
    PRIMARY KEY (checker, article_id)
) STRICT, WITHOUT ROWID;
