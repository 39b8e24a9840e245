-- The next draft of an article, and where its format says that a claim stands. The views with them are new too.

ALTER TABLE article ADD COLUMN revises INTEGER REFERENCES article(id); -- the draft before this one
ALTER TABLE claim ADD COLUMN place TEXT NOT NULL DEFAULT ''; -- a time code, a page; '' where the text is all there is

CREATE INDEX decision_carried ON decision(subject) WHERE aspect = 'carried from';
CREATE INDEX article_by_revises ON article(revises) WHERE revises IS NOT NULL;
