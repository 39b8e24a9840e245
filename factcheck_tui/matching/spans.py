"""Shared words as offsets, to be marked in the claim and in the record's claim."""

from __future__ import annotations

from collections.abc import Set

from factcheck_tui.matching.statement import Statement
from factcheck_tui.model import Span


def shared_spans(claim: Statement, record: Statement) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Where the telling words that both hold stand in each, and the numbers that agree in other words."""
    shared = claim.stems & record.stems
    return _spans(claim, shared), _spans(record, shared)


def _spans(side: Statement, stems: Set[str]) -> tuple[Span, ...]:
    return tuple([Span(word.start, word.end) for word in side.telling if word.stem in stems])
