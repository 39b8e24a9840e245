"""Candidates: the prior records that share telling words with a query, found by the archive's index in bounded time.

One ORed FTS5 query costs a step for each posting (a record that holds a term), so all terms of a sentence cost ever
more as the archive grows: 246 ms at a million records. The rare terms tell nearly everything; they are added rarest
first until the budget is spent, which keeps the cost flat (measured, see the figures at the constants).
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from factcheck_tui.model import Candidate, Query, Retrieved, Term
from factcheck_tui.store.database import Database
from factcheck_tui.store.rows import RECORD_COLUMNS, prior_record

# Postings read for one query. 20,000 take about 20 ms at 250,000 records and find the same best record as all of
# them nearly always; 40,000 take 34 ms. On 19,250 records of 2,500 characters 60,000 raise recall@100 by .001.
POSTINGS = 20_000

# Weight of a word in the body against one in claim or title. On the train queries 0.5 finds the true record among the
# first 100 for .970 (Snopes) and .826 (PolitiFact) of them; 0 for .957 and .753, 1.5 for .969 and .804.
BODY = 0.5

_FREQUENCIES = """
SELECT term, doc FROM prior_record_vocab WHERE term IN (SELECT value FROM json_each(?))
"""

# The records' texts are read after the limit, so that they are read for the best only.
_FIND = f"""
SELECT {RECORD_COLUMNS}, best.bm25
FROM (
    SELECT rowid AS id,
           -bm25(prior_record_fts, 1, 1, {BODY}) AS bm25
    FROM prior_record_fts
    WHERE prior_record_fts MATCH :match
      AND rowid NOT IN (
          SELECT id FROM prior_record INDEXED BY prior_record_taken_back
          WHERE own_claim_id IS NOT NULL AND verdict = 'pending'
          UNION ALL
          SELECT own.id FROM claim JOIN prior_record AS own ON own.own_claim_id = claim.id
          WHERE claim.article_id = :article)
    ORDER BY bm25 DESC, rowid
    LIMIT :limit
) AS best JOIN prior_record ON prior_record.id = best.id
ORDER BY best.bm25 DESC, best.id
"""


class Candidates:
    """The archive's index, asked for records that may say what a query says."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def find(self, query: Query, *, limit: int = 100, exclude_article: int | None = None) -> Retrieved:
        """Up to ``limit`` records with the query's rarest terms, best first by bm25 over claim, title and body.

        This desk's own verdicts on claims of ``exclude_article`` are left out: a claim is no prior record of itself.
        So are those that were taken back. :raises InterruptedQueryError: when the connection is interrupted
        """
        records = int(self._db.value("SELECT coalesce(max(id), 0) FROM prior_record"))
        if query.too_little or not records:
            return Retrieved((), {}, records)
        frequencies = self._frequencies(query)
        match = " OR ".join(f'"{term.word}"' for term in _affordable(query, frequencies))
        values = {"match": match, "article": exclude_article, "limit": limit}
        found = tuple(Candidate(prior_record(row), row["bm25"]) for row in self._db.rows(_FIND, values))
        return Retrieved(found, frequencies, records)

    def _frequencies(self, query: Query) -> Mapping[str, int]:
        stems = json.dumps([term.stem for term in query.terms])
        return {row["term"]: row["doc"] for row in self._db.rows(_FREQUENCIES, [stems])}


def _affordable(query: Query, frequencies: Mapping[str, int]) -> Iterator[Term]:
    """The rarest terms whose postings stay within the budget, and always one. A word that the vocabulary does not
    know costs nothing; it is asked for all the same, in case the index stems it otherwise than we do.
    """
    spent = 0
    for number, term in enumerate(sorted(query.terms, key=lambda term: frequencies.get(term.stem, 0))):
        spent += frequencies.get(term.stem, 0)
        if number and spent > POSTINGS:
            return
        yield term
