"""The ranker: weighted features add up to the evidence that both sides say the same; evidence and how far it stands
out from that of the other candidates give the chance, which is the score.

A linear model, because it takes itself apart into reasons. What separates the two sides lowers a match and is shown
beside it, and nothing but a person says that they are the same.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from heapq import nlargest
from typing import NamedTuple

from rapidfuzz import fuzz

from factcheck_tui.matching.aliases import NO_ALIASES, Aliases
from factcheck_tui.matching.differences.compared import differences
from factcheck_tui.matching.features import Asked, features, read_asked
from factcheck_tui.matching.query import read_query
from factcheck_tui.matching.reasons import reasons
from factcheck_tui.matching.spans import shared_spans
from factcheck_tui.matching.weights import (
    ALIKE,
    ALONE,
    BASE,
    CHANCE,
    CROWD,
    CROWDED,
    DIFFERENCES,
    EVIDENCE,
    LEAD,
    LEADS,
    LEAST,
    LEAST_EVIDENCE,
    POSSIBLE,
    STRONG,
    TELLING,
    WEIGHTS,
)
from factcheck_tui.model import Band, Candidate, Difference, Match, PriorRecord, Query, Retrieved

_EQUAL = 9  # digits of a chance; beyond them lies only the order of additions


class _Judged(NamedTuple):
    """A candidate with its chance, differences counted in; ``odds`` are the log-odds before them."""

    candidate: Candidate
    chance: float
    odds: float
    points: Mapping[str, float]
    separating: tuple[Difference, ...]


def rank(query: Query, retrieved: Retrieved, *, aliases: Aliases = NO_ALIASES, limit: int = 10) -> list[Match]:
    """Up to ``limit`` matches, best first; equal chances by review date, newest first, then by id.

    Empty when not even the best reaches the least score that is worth a look: "no prior record found".
    """
    asked = read_asked(query, retrieved, aliases)
    weighed = [
        (evidence(found), candidate, found)
        for candidate, found in zip(retrieved.candidates, features(query, retrieved, aliases), strict=True)
    ]
    weighed.sort(key=lambda each: (-each[0], each[1].record.id))
    judged = _best(asked, weighed, limit)
    judged.sort(key=lambda each: each.candidate.record.id)
    judged.sort(key=lambda each: each.candidate.record.review_date, reverse=True)  # sorting is stable
    judged.sort(key=lambda each: -round(each.chance, _EQUAL))
    if not judged or round(100 * judged[0].chance) < LEAST:
        return []
    return [_match(asked, each) for each in judged[:limit]]


def _best(asked: Asked, weighed: Sequence[tuple[float, Candidate, dict[str, float]]], limit: int) -> list[_Judged]:
    """The ``limit`` best of candidates that come in the order of their evidence, and some more.

    Differences take time to find and only lower a chance: once enough candidates are above what the next one could
    have without any, the rest need not be compared.
    """
    rare = weighed[0][2]["rare"] if weighed else 0.0
    others = crowd([(weight, candidate.record.claim) for weight, candidate, _ in weighed])
    judged: list[_Judged] = []
    for weight, candidate, found in weighed:
        base, points = _shares(weight, lead(weight, others, rare), found)
        odds = base + sum(points.values())
        enough = len(judged) >= limit and nlargest(limit, [each.chance for each in judged])[-1] > _chance(odds)
        if enough or weight < LEAST_EVIDENCE:
            break
        judged.append(_judged(asked, candidate, odds, points))
    return judged


def compare(claim: str, other: str, claim_day: str = "", other_day: str = "", aliases: Aliases = NO_ALIASES) -> Match:
    """Two texts without an archive: no word is known to be rare and there is nothing to stand out from, so the
    evidence alone is the log-odds. The days (ISO) are those on which each was written, where they are known.
    """
    query = read_query(claim, claim_day, aliases)
    record = PriorRecord(claim=other, source_id="", claim_date=other_day)
    retrieved = Retrieved((Candidate(record, 1.0),), {}, 0)
    found = features(query, retrieved, aliases)[0]
    points = {name: WEIGHTS[name] * value for name, value in found.items()}
    asked = read_asked(query, retrieved, aliases)
    return _match(asked, _judged(asked, retrieved.candidates[0], BASE + sum(points.values()), points))


def evidence(found: Mapping[str, float]) -> float:
    """The weighted sum of features."""
    return BASE + sum(WEIGHTS[name] * value for name, value in found.items())


def crowd(weighed: Sequence[tuple[float, str]]) -> float:
    """The evidence that the better candidates have in common, to stand out from; evidence and claim, best first.

    Claims that say nearly the same count as one: many publishers check one claim, and none of their records should
    take the lead from the others.
    """
    told: list[str] = []
    for weight, claim in weighed[:CROWDED]:
        words = claim.casefold()
        if all(fuzz.token_sort_ratio(words, other) < ALIKE for other in told):
            told.append(words)
            if len(told) == CROWD:
                return max(LEAST_EVIDENCE, weight)
    return LEAST_EVIDENCE if len(weighed) < CROWDED else max(LEAST_EVIDENCE, weighed[CROWDED - 1][0])


def lead(weight: float, others: float, rare: float) -> float:
    """How far a candidate's evidence stands out from the crowd's; less far where the words shared tell too little.

    :param rare: the feature of this name of the best candidate, so that the order stays that of the evidence
    """
    leading = max(LEADS[0], min(LEADS[1], weight - others))
    return leading * min(1.0, rare / TELLING) ** 2 if leading > 0 else leading


def _shares(weight: float, leading: float, found: Mapping[str, float]) -> tuple[float, dict[str, float]]:
    """Base and points of the log-odds: of evidence and lead together, or of the evidence alone if that gives more."""
    base, scale, lead_points = CHANCE + EVIDENCE * BASE, EVIDENCE, LEAD * leading
    if weight - ALONE > CHANCE + EVIDENCE * weight + lead_points:
        base, scale, lead_points = BASE - ALONE, 1.0, 0.0
    points = {name: scale * WEIGHTS[name] * value for name, value in found.items()}
    return base, {**points, "lead": lead_points}


def _chance(odds: float) -> float:
    return 1 / (1 + math.exp(-odds))


def _judged(asked: Asked, candidate: Candidate, odds: float, points: Mapping[str, float]) -> _Judged:
    written = candidate.record.claim_date or candidate.record.review_date
    separating = differences(asked.statement, asked.record(candidate.record), asked.written, written)
    chance = _chance(odds)
    for kind in sorted({difference.kind for difference in separating}):
        chance *= DIFFERENCES[kind]
    return _Judged(candidate, chance, odds, points, separating)


def _match(asked: Asked, judged: _Judged) -> Match:
    record = judged.candidate.record
    score = round(100 * judged.chance)
    claim_spans, record_spans = shared_spans(asked, asked.record(record))
    return Match(
        record=record,
        score=score,
        band=_band(score),
        why=reasons(asked, record, judged.points, judged.odds, judged.separating),
        differences=judged.separating,
        claim_spans=claim_spans,
        record_spans=record_spans,
    )


def _band(score: int) -> Band:
    if score >= STRONG:
        return Band.STRONG
    return Band.POSSIBLE if score >= POSSIBLE else Band.WEAK
