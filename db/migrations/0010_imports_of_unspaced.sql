-- An import's batch keeps the index of scripts without spaces too, so that no trigger has to look through each text for
-- their characters: that took as long as all the rest of adding a record.
DROP TRIGGER prior_record_unspaced_added;
DROP TRIGGER prior_record_added;
CREATE TRIGGER prior_record_added AFTER INSERT ON prior_record WHEN (SELECT bulk FROM archive_edition) = 0 BEGIN
    INSERT INTO prior_record_fts (rowid, claim, title, body) VALUES (new.id, new.claim, new.title, new.body);
    INSERT INTO prior_record_unspaced (rowid, claim, title) SELECT new.id, new.claim, new.title
    WHERE new.claim || new.title GLOB '*[ก-ໟༀ-࿚က-႟ក-៹぀-ヿ㐀-䶿一-鿿豈-﫿ｦ-ﾟ𠀀-𱍏]*';
END;
