"""Features: what a query and a candidate have in common and what not, each a number from 0 to about 1.

They are lexical and few, so that a linear model of them can be fitted on 1,500 queries and each one can be told to a
checker in words. Those that fitting gave no weight, or one of the wrong sign, are gone: bm25 over claim and title
alone, coverage of the claim, words found anywhere in the body, Jaccard of claim and title, shared neighbours, names
covered, lengths, the set ratio of the claim (tests/quality/fit_ranker.py).
"""

from __future__ import annotations

from rapidfuzz import fuzz

from factcheck_tui.matching.differences.number_differences import agreeing
from factcheck_tui.matching.passages import nearest_passage
from factcheck_tui.matching.rarity import Rarity
from factcheck_tui.matching.statement import Statement, read_statement
from factcheck_tui.model import Candidate, Query, Retrieved

# Bodies are read for the best candidates by the index only: reading all hundred would cost as much as all else.
_BODIES = 30

_FEW = 3  # numbers or names beyond the third add nothing


def features(query: Query, retrieved: Retrieved) -> list[dict[str, float]]:
    """The features of each candidate, in the order of ``retrieved.candidates``.

    A record without a title or a body, such as this desk's own verdict, is judged as if its claim stood there too:
    for what it lacks it is neither better nor worse than others.
    """
    asked = read_statement(query.text)
    stems = frozenset(term.stem for term in query.terms)
    rarity = Rarity(stems, retrieved.frequencies, retrieved.records)
    best = max((candidate.bm25 for candidate in retrieved.candidates), default=0.0)
    return [
        _of_candidate(asked, stems, rarity, candidate, candidate.bm25 / best if best > 0 else 0.0, place < _BODIES)
        for place, candidate in enumerate(retrieved.candidates)
    ]


def _of_candidate(
    asked: Statement, stems: frozenset[str], rarity: Rarity, candidate: Candidate, relative: float, with_body: bool
) -> dict[str, float]:
    record = candidate.record
    titled = record.title if record.own_claim_id is None else ""  # an own verdict's title is that of its article
    claim, title = read_statement(record.claim), read_statement(titled or record.claim)
    shared = stems & (claim.stems | title.stems)
    whole = rarity.sum(stems) or 1.0
    covered = rarity.sum(shared) / whole
    passage = 0.0
    if with_body:
        nearest = nearest_passage(record.body or record.claim, stems, rarity)
        passage = nearest.share
        covered = max(covered, nearest.weight / whole)
    rarest = sorted((rarity.of(stem) for stem in shared), reverse=True)[:3]
    return {
        "index": relative * covered**0.5,
        "rare": sum(rarest) / 3,
        "passage": passage,
        "title_covered": rarity.sum(stems & title.stems) / (rarity.sum(title.stems) or 1.0),
        "same": float(bool(asked.stems) and asked.sorted_line == claim.sorted_line),
        "sorted_claim": fuzz.ratio(asked.sorted_line, claim.sorted_line) / 100,
        "part_claim": fuzz.partial_ratio(asked.line, claim.line) / 100,
        "sorted_title": fuzz.ratio(asked.sorted_line, title.sorted_line) / 100,
        "part_title": fuzz.partial_ratio(asked.line, title.line) / 100,
        "set_title": fuzz.token_set_ratio(asked.line, title.line) / 100,
        **_missing(asked, claim, rarity),
    }


def _missing(asked: Statement, claim: Statement, rarity: Rarity) -> dict[str, float]:
    """What the record's claim says and the query does not."""
    numbers = len(claim.quantities) - len(agreeing(asked.quantities, claim.quantities))
    return {
        "numbers_missing": min(numbers, _FEW) / _FEW,
        "names_missing": min(rarity.sum(claim.names - asked.stems), _FEW) / _FEW,
    }
