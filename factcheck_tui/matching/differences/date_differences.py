"""Which dates of two statements agree, and which stand against each other."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck_tui.matching.differences.dates import Date
from factcheck_tui.matching.differences.moment import differ
from factcheck_tui.model import Difference, DifferenceKind, Span


def date_differences(
    claim_text: str, claim: tuple[Date, ...], record_text: str, record: tuple[Date, ...]
) -> Iterator[Difference]:
    """Dates that cannot be the same, where the other side has none that could be it."""
    ours = [one for one in claim if not any(_apart(one, other) is False for other in record)]
    theirs = [one for one in record if not any(_apart(one, other) is False for other in claim)]
    for left in ours:
        right = next((other for other in theirs if _apart(left, other)), None)
        if right is None:
            continue
        theirs.remove(right)
        spans = Span(left.start, left.end), Span(right.start, right.end)
        yield Difference(DifferenceKind.DATE, claim_text[slice(*spans[0])], record_text[slice(*spans[1])], *spans)


def _apart(ours: Date, theirs: Date) -> bool | None:
    """Whether the two are different times, whichever way they are read; None when they cannot be compared."""
    told = [differ(one, other) for one in ours.moments for other in theirs.moments]
    known = [one for one in told if one is not None]
    return all(known) if known else None
