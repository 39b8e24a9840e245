-- An export asks for the sources of each claim; without this it looked through all sources for each.
CREATE INDEX evidence_of_claim ON evidence(claim_id);
