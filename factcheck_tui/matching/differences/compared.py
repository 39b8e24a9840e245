"""All differences of two statements, in the order of the claim's words."""

from __future__ import annotations

from factcheck_tui.matching.differences.directions import direction_differences
from factcheck_tui.matching.differences.negations import negation_differences
from factcheck_tui.matching.differences.number_differences import number_differences
from factcheck_tui.matching.statement import Statement
from factcheck_tui.model import Difference

_SHARED = 2  # telling words; with one only, what is negated is another statement


def differences(claim: Statement, record: Statement) -> tuple[Difference, ...]:
    """What separates ``claim`` from ``record``; empty for statements that share no telling word."""
    shared = len(claim.stems & record.stems)
    if not shared:
        return ()
    found = [
        *number_differences(claim.text, claim.quantities, record.text, record.quantities),
        *direction_differences(claim.directions, record.directions),
    ]
    if shared >= min(_SHARED, len(claim.stems), len(record.stems)):
        found += negation_differences(claim.negations, claim.stems, record.negations, record.stems)
    return tuple(sorted(found, key=lambda difference: difference.claim_span or difference.record_span or (0, 0)))
