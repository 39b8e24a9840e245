"""Shared words as offsets, to be marked in the claim and in the record's claim."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck_tui.matching.features import Asked
from factcheck_tui.matching.statement import Statement
from factcheck_tui.matching.words import Word
from factcheck_tui.model import Span


def shared_spans(asked: Asked, record: Statement) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Where the telling words that both hold stand in each: in any form, under any of their names or spellings."""
    shared = asked.stems & asked.stems_of(record)
    ours = [word for word in asked.statement.telling if word.stem in shared]
    theirs = [word for word in record.telling if asked.near.get(word.stem, word.stem) in shared]
    return joined(ours), joined(theirs)


def joined(words: Iterable[Word]) -> tuple[Span, ...]:
    """The words' spans; those that overlap, as in text without spaces, as one."""
    spans: list[Span] = []
    for word in words:
        if spans and word.start < spans[-1].end:
            spans[-1] = Span(spans[-1].start, max(spans[-1].end, word.end))
        else:
            spans.append(Span(word.start, word.end))
    return tuple(spans)
