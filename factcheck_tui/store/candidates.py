"""Candidates: the prior records that share telling words with a query, found by the archive's index in bounded time.

One ORed FTS5 query costs a step for each posting (a record that holds a term), so all terms of a sentence cost ever
more as the archive grows: 246 ms at a million records. The rare terms tell nearly everything; they are added rarest
first until the budget is spent, which keeps the cost flat (measured, see the figures at the constants).
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping
from dataclasses import replace

from factcheck_tui.model import Candidate, Query, Retrieved, Term
from factcheck_tui.store.database import Database
from factcheck_tui.store.rows import RECORD_COLUMNS, prior_record
from factcheck_tui.store.word_list import WordList

# Postings read for one query. 20,000 find the same best record as all of
# them nearly always at 250,000 records. On 19,250 records of 2,500 characters 60,000 raise recall@100 by .001.
POSTINGS = 20_000

# Records that bm25 is worked out for: those with the most rare words, as far as a sum of idf tells. bm25 is most of
# what a query costs, 1 µs a record, and the sum a third of it. At 250,000 records 1,000 take 18 ms (95 of 100 queries
# under 27) where all take 26 (44), and keep .97 of the best 60; on the train queries they find the true
# record as often. Where there are FEW terms the sum tells records hardly apart, and bm25 is worked out for all.
SCORED = 1_000
FEW = 4

# Records that are read and ranked. 100 take half as long again, for .002 of MAP@5 on the Snopes train queries and
# nothing on those of PolitiFact (cross-validated).
CANDIDATES = 60

# Weight of a word in the body against one in claim or title. On the train queries 0.5 finds the true record among the
# first 100 for .970 (Snopes) and .826 (PolitiFact) of them; 0 for .957 and .753, 1.5 for .969 and .804.
BODY = 0.5

# The records' texts are read after the limit, so that they are read for the best only.
_FIND = """
SELECT {columns}, best.bm25
FROM (
    SELECT rowid AS id,
           -bm25({table}{weights}) AS bm25
    FROM {table}
    WHERE {table} MATCH :match {only}
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
_WORDS, _UNSPACED = ("prior_record_fts", f", 1, 1, {BODY}"), ("prior_record_unspaced", "")  # table, weights of columns
# "+" keeps SQLite from asking the index once for each of these records.
_ONLY = "AND +rowid IN (SELECT id FROM ({postings}) GROUP BY id ORDER BY sum(weight) DESC, id LIMIT {scored})"
_POSTINGS = "SELECT rowid AS id, {weight:.3f} AS weight FROM {table} WHERE {table} MATCH :term{number}"
_GRAMS = "SELECT term, doc FROM prior_record_unspaced_vocab WHERE term IN (SELECT value FROM json_each(?))"


class Candidates:
    """The archive's index, asked for records that may say what a query says."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._words = WordList(db)

    def find(self, query: Query, *, limit: int = CANDIDATES, exclude_article: int | None = None) -> Retrieved:
        """Up to ``limit`` records with the query's rarest terms, best first by bm25 over claim, title and body.

        A word that no record holds is looked for under the nearest ones that some hold. This desk's own verdicts on
        claims of ``exclude_article`` are left out: a claim is no prior record of itself. So are those that were taken
        back. :raises InterruptedQueryError: when the connection is interrupted
        """
        records = int(self._db.value("SELECT coalesce(max(id), 0) FROM prior_record"))
        if query.too_little or not records:
            return Retrieved((), {}, records)
        terms, grams = [term for term in query.terms if not term.gram], [term for term in query.terms if term.gram]
        frequencies = self._frequencies(terms, records)
        near = self._words.near(term.stem for term in terms if term.stem not in frequencies and not term.names)
        if near:
            terms = [_respelled(term, near.get(term.stem, ())) for term in terms]
            frequencies = self._frequencies(terms, records)
        found = self._found(_WORDS, terms, frequencies, records, limit, exclude_article)
        if grams:
            counted = self._grams_held([gram.stem for gram in grams])
            unspaced = self._found(_UNSPACED, grams, counted, records, limit, exclude_article)
            found = _together(found, unspaced)[:limit]
            frequencies = {**frequencies, **counted}
        return Retrieved(tuple(found), frequencies, records, near)

    def _found(
        self,
        index: tuple[str, str],
        terms: list[Term],
        frequencies: Mapping[str, int],
        records: int,
        limit: int,
        article: int | None,
    ) -> list[Candidate]:
        table, weights = index
        affordable = list(_affordable(terms, frequencies))
        if not affordable:
            return []
        asked = {f"term{number}": _asked(term) for number, term in enumerate(affordable)}
        counts = [frequencies.get(term.stem, 0) for term in affordable]
        only = ""
        if len(affordable) > FEW and sum(counts) > 2 * SCORED:
            rarities = [math.log((1 + records) / (1 + count)) for count in counts]
            postings = " UNION ALL ".join(
                _POSTINGS.format(weight=rarity, table=table, number=number) for number, rarity in enumerate(rarities)
            )
            only = _ONLY.format(postings=postings, scored=SCORED)
        sql = _FIND.format(columns=RECORD_COLUMNS, table=table, weights=weights, only=only)
        values = {**asked, "match": " OR ".join(asked.values()), "article": article, "limit": limit}
        return [Candidate(prior_record(row), row["bm25"]) for row in self._db.rows(sql, values)]

    def _frequencies(self, terms: list[Term], records: int) -> dict[str, int]:
        """How many records hold each term, or any of its names; at most that for a name of several words."""
        stems = [stem for term in terms for name in term.names or (term,) for stem in name.stem.split(" ")]
        holding = self._words.held(stems)
        frequencies = {}
        for term in terms:
            count = sum(min(holding.get(stem, 0) for stem in name.stem.split(" ")) for name in term.names or (term,))
            if count:
                frequencies[term.stem] = min(count, records)
        return frequencies

    def _grams_held(self, grams: list[str]) -> dict[str, int]:
        return {row["term"]: row["doc"] for row in self._db.rows(_GRAMS, [json.dumps(grams)])}


def _respelled(term: Term, near: tuple[str, ...]) -> Term:
    return term._replace(names=tuple(Term(stem, stem) for stem in near)) if near else term


def _asked(term: Term) -> str:
    return " OR ".join(f'"{name.word}"' for name in term.names or (term,))


def _together(found: list[Candidate], unspaced: list[Candidate]) -> list[Candidate]:
    """Both in one order; what both indexes found has the sum of both scores."""
    scores = {candidate.record.id: candidate for candidate in found}
    for candidate in unspaced:
        before = scores.get(candidate.record.id)
        scores[candidate.record.id] = replace(candidate, bm25=candidate.bm25 + (before.bm25 if before else 0.0))
    return sorted(scores.values(), key=lambda candidate: (-candidate.bm25, candidate.record.id))


def _affordable(terms: list[Term], frequencies: Mapping[str, int]) -> Iterator[Term]:
    """The rarest terms whose postings stay within the budget, and always one. A word that the vocabulary does not
    know costs nothing; it is asked for all the same, in case the index stems it otherwise than we do.
    """
    spent = 0
    for number, term in enumerate(sorted(terms, key=lambda term: frequencies.get(term.stem, 0))):
        spent += frequencies.get(term.stem, 0)
        if number and spent > POSTINGS:
            return
        yield term
