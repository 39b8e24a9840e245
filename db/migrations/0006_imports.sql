-- Imports of any size: the search index kept a batch at a time, rating labels that are mapped later, known sheets.

-- 1 within the transaction of an import's batch, which keeps the search index itself: in a trigger, FTS5 writes what it
-- has gathered to the disk with every row, which makes an import three times as slow.
ALTER TABLE archive_edition ADD COLUMN bulk INTEGER NOT NULL DEFAULT 0 CHECK (bulk IN (0, 1));

DROP TRIGGER prior_record_added;
CREATE TRIGGER prior_record_added AFTER INSERT ON prior_record WHEN (SELECT bulk FROM archive_edition) = 0 BEGIN
    INSERT INTO prior_record_fts (rowid, claim, title, body) VALUES (new.id, new.claim, new.title, new.body);
END;
DROP TRIGGER prior_record_changed;
CREATE TRIGGER prior_record_changed AFTER UPDATE OF claim, title, body ON prior_record
WHEN (SELECT bulk FROM archive_edition) = 0 BEGIN
    INSERT INTO prior_record_fts (prior_record_fts, rowid, claim, title, body)
    VALUES ('delete', old.id, old.claim, old.title, old.body);
    INSERT INTO prior_record_fts (rowid, claim, title, body) VALUES (new.id, new.claim, new.title, new.body);
END;

-- What the verdict of a record rests on, so that it can be told anew when the rating map changes.
ALTER TABLE prior_record_raw ADD COLUMN labels TEXT NOT NULL DEFAULT '';    -- JSON list, where a rating is several labels
ALTER TABLE prior_record_raw ADD COLUMN by_scale TEXT NOT NULL DEFAULT ''   -- what the publisher's numeric scale says
    CHECK (by_scale IN ('', 'confirmed', 'disputed', 'pending'));

-- What an import could not map to a verdict.
CREATE TABLE import_unmapped (
    import_id INTEGER NOT NULL REFERENCES import_log(id),
    rating    TEXT NOT NULL,
    rows      INTEGER NOT NULL,
    PRIMARY KEY (import_id, rating)
) STRICT, WITHOUT ROWID;

-- Where an import left the rows that it refused, '' when it refused none.
ALTER TABLE import_log ADD COLUMN refused_file TEXT NOT NULL DEFAULT '';

-- How a sheet with these headers is read, as a checker confirmed it.
CREATE TABLE sheet_columns (
    header  TEXT PRIMARY KEY,                           -- JSON list of the headers, in their order
    columns TEXT NOT NULL,                              -- JSON object: header -> field
    checker TEXT NOT NULL,
    at      TEXT NOT NULL
) STRICT, WITHOUT ROWID;
