-- What a rating or a name stands for is decided for the whole desk: such a line of the log is about no claim. SQLite
-- cannot take a NOT NULL away, so the table is made anew with all its lines; not by renaming one, for which SQLite
-- reads all views, a user's own too, while those of the program are away.
CREATE TABLE decision_kept AS SELECT * FROM decision;
CREATE INDEX decision_by_stands ON decision(stands);    -- each line that goes is looked for among those that name it
DROP TABLE decision;

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
INSERT INTO decision (id, step_id, claim_id, aspect, record_id, subject, old, new, stands)
    SELECT id, step_id, claim_id, aspect, record_id, subject, old, new, stands FROM decision_kept ORDER BY id;
DROP TABLE decision_kept;

CREATE INDEX decision_on_claim ON decision(claim_id, aspect, record_id, subject, id);
CREATE INDEX decision_on_record ON decision(record_id, id) WHERE record_id IS NOT NULL;
CREATE INDEX decision_of_step ON decision(step_id);
CREATE INDEX decision_carried ON decision(subject) WHERE aspect = 'carried from';

CREATE TRIGGER decision_is_not_replaced BEFORE INSERT ON decision WHEN EXISTS (SELECT 1 FROM decision WHERE id = new.id)
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER decision_is_kept BEFORE UPDATE ON decision BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER decision_is_not_deleted BEFORE DELETE ON decision BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
