-- A verdict changes what the claims of other articles may match, and nothing for its own article, whose claims are no
-- prior records of each other. With one edition for all, each verdict had every claim of its article matched anew.
ALTER TABLE archive_edition ADD COLUMN of_records INTEGER NOT NULL DEFAULT 0;  -- the last that no article's verdicts made
UPDATE archive_edition SET of_records = edition;

CREATE TABLE article_edition (
    article_id INTEGER PRIMARY KEY REFERENCES article(id),
    edition    INTEGER NOT NULL                          -- the archive's edition that its verdicts made last
) STRICT;
CREATE INDEX article_edition_by_edition ON article_edition(edition);
