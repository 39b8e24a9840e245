"""The ranker: weighted features add up to the evidence that both sides say the same; evidence and how far it stands
out from that of the other candidates give the chance, which is the score.

A linear model, because it takes itself apart into reasons. What separates the two sides lowers a match and is shown
beside it, and nothing but a person says that they are the same.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from factcheck_tui.matching.aliases import NO_ALIASES, Aliases
from factcheck_tui.matching.differences.compared import differences
from factcheck_tui.matching.features import Asked, features, read_asked
from factcheck_tui.matching.query import read_query
from factcheck_tui.matching.reasons import reasons
from factcheck_tui.matching.spans import shared_spans
from factcheck_tui.matching.weights import (
    ALONE,
    BASE,
    CHANCE,
    CROWD,
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
from factcheck_tui.model import Band, Candidate, Match, PriorRecord, Query, Retrieved

# Differences are looked for in the best candidates by evidence, this many times as many as are shown: enough that
# those which move up when others are lowered have been compared too.
_COMPARED = 3

_EQUAL = 9  # digits of a chance; beyond them lies only the order of additions


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
    rare = weighed[0][2]["rare"] if weighed else 0.0
    others = crowd([weight for weight, _, _ in weighed])
    matches = [
        _match(asked, candidate, *_shares(weight, lead(weight, others, rare), found))
        for weight, candidate, found in weighed[: _COMPARED * limit]
        if weight >= LEAST_EVIDENCE
    ]
    matches.sort(key=lambda each: each[1].record.id)
    matches.sort(key=lambda each: each[1].record.review_date, reverse=True)  # sorting is stable
    matches.sort(key=lambda each: -round(each[0], _EQUAL))
    if not matches or matches[0][1].score < LEAST:
        return []
    return [match for _, match in matches[:limit]]


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
    return _match(asked, retrieved.candidates[0], BASE, points)[1]


def evidence(found: Mapping[str, float]) -> float:
    """The weighted sum of features."""
    return BASE + sum(WEIGHTS[name] * value for name, value in found.items())


def crowd(weights: Sequence[float]) -> float:
    """The evidence that the better candidates have in common, to stand out from; best first in ``weights``."""
    return max(LEAST_EVIDENCE, weights[CROWD - 1] if len(weights) >= CROWD else LEAST_EVIDENCE)


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


def _match(asked: Asked, candidate: Candidate, base: float, points: Mapping[str, float]) -> tuple[float, Match]:
    """The match with its chance, differences counted in. ``base`` and ``points`` add up to its log-odds."""
    claim, record = asked.statement, asked.record(candidate.record)
    written = candidate.record.claim_date or candidate.record.review_date
    separating = differences(claim, record, asked.written, written)
    odds = base + sum(points.values())
    chance = 1 / (1 + math.exp(-odds))
    for kind in sorted({difference.kind for difference in separating}):
        chance *= DIFFERENCES[kind]
    score = round(100 * chance)
    claim_spans, record_spans = shared_spans(asked, record)
    match = Match(
        record=candidate.record,
        score=score,
        band=_band(score),
        why=reasons(asked, candidate.record, points, odds, separating),
        differences=separating,
        claim_spans=claim_spans,
        record_spans=record_spans,
    )
    return chance, match


def _band(score: int) -> Band:
    if score >= STRONG:
        return Band.STRONG
    return Band.POSSIBLE if score >= POSSIBLE else Band.WEAK
