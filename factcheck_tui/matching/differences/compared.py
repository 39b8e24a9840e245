"""All differences of two statements, in the order of the claim's words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from factcheck_tui.matching.differences.date_differences import date_differences
from factcheck_tui.matching.differences.dates import Date, dates
from factcheck_tui.matching.differences.deputy_differences import deputy_differences
from factcheck_tui.matching.differences.directions import beginning_differences, direction_differences
from factcheck_tui.matching.differences.name_differences import name_differences
from factcheck_tui.matching.differences.negation_differences import Side, negation_differences
from factcheck_tui.matching.differences.number_differences import number_differences
from factcheck_tui.matching.differences.place_differences import place_differences
from factcheck_tui.matching.statement import Statement
from factcheck_tui.model import Difference, Span

# Share of the shorter side's words, names and dates left out, that both must have: beyond it they are about different
# matters, and everything would differ.
_ALIKE = 0.25


def differences(
    claim: Statement, record: Statement, claim_day: str = "", record_day: str = ""
) -> tuple[Difference, ...]:
    """What separates ``claim`` from ``record``; empty for statements about different matters.

    The days (ISO, "" where they are not known) are those on which each was written: "yesterday" is told from them.
    """
    if len(claim.stems & record.stems) < _ALIKE * min(len(claim.stems), len(record.stems)):
        return ()  # told at once, before anything else of them is read
    shared = claim.frame & record.frame
    smaller = min(len(claim.frame), len(record.frame))
    alike = len(shared) / smaller if smaller else 1.0
    if alike < _ALIKE:
        return ()
    found = [
        *number_differences(claim.text, claim.quantities, record.text, record.quantities, alike),
        *date_differences(claim.text, _dates(claim, claim_day), record.text, _dates(record, record_day)),
        *direction_differences(claim.text, claim.directions, record.text, record.directions),
        *name_differences(claim.text, claim.named, claim.frame, record.text, record.named, record.frame),
        *deputy_differences(claim.text, claim.tokens, record.text, record.tokens),
    ]
    found += _negations(claim, record, found)
    if not found:
        found += beginning_differences(claim.text, claim.tokens, record.text, record.tokens)
    if not found:
        found += place_differences(claim.text, claim.tokens, record.text, record.tokens)
    return tuple(sorted(found, key=lambda difference: difference.claim_span or difference.record_span or (0, 0)))


def _dates(side: Statement, day: str) -> tuple[Date, ...]:
    return dates(side.text, day) if day and side.dates else side.dates


def _negations(claim: Statement, record: Statement, told: list[Difference]) -> Iterator[Difference]:
    """The negations that differ, less those that a word of direction tells already: "denied" / "confirmed"."""
    for one in negation_differences(
        Side(claim.tokens, claim.negations, claim.directions), Side(record.tokens, record.negations, record.directions)
    ):
        spans = one.claim_span, one.record_span
        if not any(mine and _meet(mine, theirs) for other in told
                   for mine, theirs in zip(spans, (other.claim_span, other.record_span), strict=True)):  # fmt: skip
            ours, theirs = (
                text[slice(*span)] if span else "" for text, span in zip((claim.text, record.text), spans, strict=True)
            )
            yield replace(one, claim=ours, record=theirs)


def _meet(one: Span, other: Span | None) -> bool:
    return other is not None and one.start < other.end and other.start < one.end
