-- The views, for people who open the file in Datasette or with sqlite-utils, and for the program itself.
-- They are code, not data: made anew from this file after each migration. A change here comes with a migration.

CREATE VIEW verdict_log AS
SELECT decision.id, decision.claim_id, claim.article_id, decision.old AS from_verdict, decision.new AS to_verdict,
       step.checker, step.at, step.act, decision.step_id
FROM decision JOIN step ON step.id = decision.step_id JOIN claim ON claim.id = decision.claim_id
WHERE decision.aspect = 'verdict';

CREATE VIEW link AS
SELECT decision.claim_id, decision.record_id, step.checker, step.at
FROM decision JOIN decision AS stands ON stands.id = decision.stands JOIN step ON step.id = stands.step_id
WHERE decision.aspect = 'match' AND decision.new = 'linked'
  AND decision.id = (SELECT max(id) FROM decision AS later
                     WHERE later.claim_id = decision.claim_id AND later.aspect = 'match'
                       AND later.record_id = decision.record_id);

CREATE VIEW note AS
SELECT decision.claim_id, decision.new AS note, step.checker, step.at
FROM decision JOIN decision AS stands ON stands.id = decision.stands JOIN step ON step.id = stands.step_id
WHERE decision.aspect = 'note' AND decision.new <> ''
  AND decision.id = (SELECT max(id) FROM decision AS later
                     WHERE later.claim_id = decision.claim_id AND later.aspect = 'note');

CREATE VIEW evidence_list AS
SELECT claim.article_id, decision.claim_id, CAST(decision.subject AS INTEGER) AS id, evidence.kind, evidence.title,
       evidence.url, evidence.locator, evidence.quotation, evidence.stance, evidence.confidential,
       step.checker, step.at, evidence.id AS wording
FROM decision
JOIN evidence ON evidence.id = CAST(decision.new AS INTEGER)
JOIN decision AS stands ON stands.id = decision.stands
JOIN step ON step.id = stands.step_id
JOIN claim ON claim.id = decision.claim_id
WHERE decision.aspect = 'evidence' AND decision.new <> ''
  AND decision.id = (SELECT max(id) FROM decision AS later
                     WHERE later.claim_id = decision.claim_id AND later.aspect = 'evidence'
                       AND later.record_id IS NULL AND later.subject = decision.subject);

CREATE VIEW tag AS
SELECT decision.claim_id, decision.subject AS tag, step.checker, step.at
FROM decision JOIN decision AS stands ON stands.id = decision.stands JOIN step ON step.id = stands.step_id
WHERE decision.aspect = 'tag' AND decision.new <> ''
  AND decision.id = (SELECT max(id) FROM decision AS later
                     WHERE later.claim_id = decision.claim_id AND later.aspect = 'tag'
                       AND later.record_id IS NULL AND later.subject = decision.subject);

CREATE VIEW put_away AS
SELECT article.id AS article_id, article.title, step.checker, step.at
FROM article
JOIN decision ON decision.id = (SELECT max(id) FROM decision AS newest
                                WHERE newest.claim_id IS NULL AND newest.aspect = 'put away'
                                  AND newest.record_id IS NULL AND newest.subject = CAST(article.id AS TEXT))
JOIN decision AS stands ON stands.id = decision.stands
JOIN step ON step.id = stands.step_id
WHERE decision.new <> '';

CREATE VIEW claim_status AS
SELECT claim.id, claim.article_id, claim.start, claim."end", claim.text, claim.kind, claim.nature,
       coalesce((SELECT new FROM decision WHERE claim_id = claim.id AND aspect = 'claimant'
                 ORDER BY id DESC LIMIT 1), claim.claimant) AS claimant,
       coalesce((SELECT new FROM decision WHERE claim_id = claim.id AND aspect = 'search words'
                 ORDER BY id DESC LIMIT 1), '') AS search_words,
       claim.reported_by, claim.priority,
       coalesce((SELECT new FROM decision WHERE claim_id = claim.id AND aspect = 'set aside'
                 ORDER BY id DESC LIMIT 1), claim.found_as) AS set_aside,
       coalesce(verdict.new, 'pending') AS verdict,
       coalesce(step.checker, '') AS checker,
       coalesce(step.at, '') AS decided_at,
       coalesce((SELECT new FROM decision WHERE claim_id = claim.id AND aspect = 'note'
                 ORDER BY id DESC LIMIT 1), '') AS note,
       coalesce((SELECT new FROM decision WHERE claim_id = claim.id AND aspect = 'flag'
                 ORDER BY id DESC LIMIT 1), '') AS flag,
       (SELECT count(*) FROM link WHERE link.claim_id = claim.id) AS links,
       coalesce((SELECT new FROM decision WHERE claim_id = claim.id AND aspect = 'wording'
                 ORDER BY id DESC LIMIT 1), '') AS suggested_wording,
       (SELECT count(*) FROM evidence_list WHERE evidence_list.claim_id = claim.id) AS sources,
       (SELECT count(*) FROM evidence_list
        WHERE evidence_list.claim_id = claim.id AND evidence_list.kind = 'primary') AS primary_sources,
       coalesce((SELECT group_concat(tag, ', ') FROM (SELECT tag FROM tag WHERE tag.claim_id = claim.id ORDER BY tag)),
                '') AS tags,
       coalesce((SELECT group_concat(was, char(10))
                 FROM (SELECT new AS was FROM decision
                       WHERE claim_id = claim.id AND aspect = 'changed from' AND new <> ''
                         AND id = (SELECT max(id) FROM decision AS later
                                   WHERE later.claim_id = claim.id AND later.aspect = 'changed from'
                                     AND later.record_id IS NULL AND later.subject = decision.subject)
                       ORDER BY id)), '') AS was
FROM claim
LEFT JOIN decision AS verdict ON verdict.id = (SELECT id FROM decision WHERE claim_id = claim.id AND aspect = 'verdict'
                                               ORDER BY id DESC LIMIT 1)
LEFT JOIN decision AS stands ON stands.id = verdict.stands
LEFT JOIN step ON step.id = stands.step_id;

CREATE VIEW progress AS
SELECT article.id AS article_id, article.title, article.added_at,
       count(claim_status.id) AS claims,
       count(*) FILTER (WHERE claim_status.verdict = 'confirmed') AS confirmed,
       count(*) FILTER (WHERE claim_status.verdict = 'disputed') AS disputed,
       count(*) FILTER (WHERE claim_status.id IS NOT NULL AND claim_status.verdict = 'pending') AS pending
FROM article LEFT JOIN claim_status ON claim_status.article_id = article.id AND claim_status.set_aside = ''
WHERE article.id NOT IN (SELECT article_id FROM put_away)
GROUP BY article.id;

CREATE VIEW verdict_list AS
SELECT article.title AS article,
       row_number() OVER (PARTITION BY article.id ORDER BY claim_status.start, claim_status.id) AS number,
       claim_status.kind, claim_status.nature, claim_status.text AS claim, claim_status.claimant,
       claim_status.reported_by, claim_status.verdict, claim_status.note,
       claim_status.suggested_wording, claim_status.sources, claim_status.primary_sources, claim_status.tags,
       (SELECT group_concat(prior_record.publisher || ': ' || prior_record.rating || ' ' || prior_record.url, char(10))
        FROM link JOIN prior_record ON prior_record.id = link.record_id
        WHERE link.claim_id = claim_status.id) AS linked_records,
       claim_status.checker, claim_status.decided_at, claim_status.id AS claim_id, article.id AS article_id
FROM claim_status JOIN article ON article.id = claim_status.article_id
WHERE claim_status.set_aside = '' AND article.id NOT IN (SELECT article_id FROM put_away)
ORDER BY article.id, claim_status.start, claim_status.id;
