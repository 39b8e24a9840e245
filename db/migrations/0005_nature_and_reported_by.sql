-- What a claim states, and who reports that its claimant said so.
ALTER TABLE claim ADD COLUMN nature TEXT NOT NULL DEFAULT '';       -- statistic, event, …; '' where it was not told
ALTER TABLE claim ADD COLUMN reported_by TEXT NOT NULL DEFAULT '';  -- '' where the article itself says so
