-- What a search asks of a record beside its words, in the order of arrival: conditions are tried on these few bytes of
-- each record, newest first, and not on its text. The id comes first so that an import only ever appends.
CREATE INDEX prior_record_conditions ON prior_record(
    id, publisher, rating, verdict, language, claimant, review_date, claim_date, own_claim_id
);
