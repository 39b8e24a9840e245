-- What a verdict rests on, and who is at which claim right now.

-- One row for each wording of a piece of evidence; the log says which wording stands, so that undo is one mechanism.
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

-- No log: a row is written anew every few seconds while a desk is open, and means nothing some seconds later.
CREATE TABLE presence (
    session  TEXT PRIMARY KEY,                          -- one open desk; a checker may have several
    checker  TEXT NOT NULL,
    claim_id INTEGER NOT NULL REFERENCES claim(id),
    at       TEXT NOT NULL
) STRICT, WITHOUT ROWID;
