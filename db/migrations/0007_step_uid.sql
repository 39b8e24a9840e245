-- A name for each step that is the same on every desk: histories of two desks are merged by it.
-- Steps made before it get one from what they hold, the same in every copy of the file; new ones get a random one.

DROP TRIGGER step_is_kept;
ALTER TABLE step ADD COLUMN uid TEXT NOT NULL DEFAULT '';
UPDATE step SET uid = 'step ' || id || ' ' || at || ' ' || checker;
CREATE UNIQUE INDEX step_by_uid ON step(uid);
CREATE TRIGGER step_is_kept BEFORE UPDATE ON step BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
