"""Which quantities of two statements agree, and which stand against each other.

A number that only one side gives is no difference: a true paraphrase leaves numbers out all the time. Two numbers
stand against each other when they count the same noun, or when each is the only one of its kind that is left.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from factcheck_tui.matching.differences.numbers import Quantity
from factcheck_tui.model import Difference, DifferenceKind, Span

_SAME = 0.005  # relative: "1.6 km" for a mile
_NEAR = 0.1  # relative, where a side rounds: "nearly 60" for 57
_DATES = frozenset({"year", "day"})


def agreeing(claim: tuple[Quantity, ...], record: tuple[Quantity, ...]) -> list[tuple[Quantity, Quantity]]:
    """Pairs of quantities, one of each side, that say the same; each quantity is in one pair at most."""
    rest = list(record)
    pairs = []
    for ours in claim:
        theirs = next((other for other in rest if _same(ours, other)), None)
        if theirs:
            rest.remove(theirs)
            pairs.append((ours, theirs))
    return pairs


def number_differences(
    claim_text: str, claim: tuple[Quantity, ...], record_text: str, record: tuple[Quantity, ...]
) -> Iterator[Difference]:
    """The quantities that stand against each other, with the words of both sides."""
    if not claim or not record:
        return
    pairs = agreeing(claim, record)
    ours = [quantity for quantity in claim if quantity not in [pair[0] for pair in pairs]]
    theirs = [quantity for quantity in record if quantity not in [pair[1] for pair in pairs]]
    agreed = {pair[0].kind for pair in pairs}
    for left in ours:
        right = next((other for other in theirs if _against(left, other, ours, theirs, agreed)), None)
        if right:
            theirs.remove(right)
            yield Difference(
                _kind(left, right),
                claim_text[left.start : left.end],
                record_text[right.start : right.end],
                Span(left.start, left.end),
                Span(right.start, right.end),
            )


def _same(ours: Quantity, theirs: Quantity) -> bool:
    near = _NEAR if ours.rounded or theirs.rounded else _SAME
    if ours.kind in _DATES or theirs.kind in _DATES:
        near = 0.0
    return ours.kind == theirs.kind and math.isclose(ours.value, theirs.value, rel_tol=near)


def _against(
    ours: Quantity, theirs: Quantity, all_ours: list[Quantity], all_theirs: list[Quantity], agreed: set[str]
) -> bool:
    if ours.kind != theirs.kind:  # "£350m" / "$350m": the same number of something else
        measured = "count" not in (ours.kind, theirs.kind) and not {ours.kind, theirs.kind} & _DATES
        return measured and ours.bare == theirs.bare
    if ours.noun and ours.noun == theirs.noun:
        return True
    only = sum(q.kind == ours.kind for q in all_ours) == 1 == sum(q.kind == ours.kind for q in all_theirs)
    return only and ours.kind not in agreed


def _kind(ours: Quantity, theirs: Quantity) -> DifferenceKind:
    if ours.kind in _DATES:
        return DifferenceKind.DATE
    if ours.bare == theirs.bare:
        return DifferenceKind.UNIT
    return DifferenceKind.NUMBER
