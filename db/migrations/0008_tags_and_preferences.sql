-- Tags live in the log (aspect 'tag', one line for each tag: subject); their views are in db/views.sql.

-- How each checker likes the desk: sizes of panes, order of the list.
CREATE TABLE preference (
    checker TEXT NOT NULL,
    name    TEXT NOT NULL,
    value   TEXT NOT NULL,
    PRIMARY KEY (checker, name)
) STRICT, WITHOUT ROWID;
