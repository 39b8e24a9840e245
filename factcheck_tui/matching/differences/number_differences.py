"""Which quantities of two statements agree, and which stand against each other.

A number that only one side gives is no difference: a true paraphrase leaves numbers out all the time. Two numbers
stand against each other when they count the same noun, or when each is the only one of its kind that is left.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck_tui.matching.differences.quantity import Quantity, same
from factcheck_tui.matching.differences.units import CURRENCIES
from factcheck_tui.model import Difference, DifferenceKind, Span

_ALIKE = 0.5  # with less in common, a count of other things is another count
_UNMEASURED = frozenset({"count", "ordinal", "label", "score", "temperature"})
_LIKE = ({"percent", "percentage points"}, CURRENCIES)  # kinds that are taken for each other


def agreeing(claim: tuple[Quantity, ...], record: tuple[Quantity, ...]) -> list[tuple[Quantity, Quantity]]:
    """Pairs of quantities, one of each side, that say the same; each quantity is in one pair at most."""
    rest = list(record)
    pairs = []
    for ours in claim:
        theirs = next((other for other in rest if same(ours, other)), None)
        if theirs:
            rest.remove(theirs)
            pairs.append((ours, theirs))
    return pairs


def number_differences(
    claim_text: str, claim: tuple[Quantity, ...], record_text: str, record: tuple[Quantity, ...], alike: float
) -> Iterator[Difference]:
    """The quantities that stand against each other, with the words of both sides.

    :param alike: the share of the shorter side's words that both have
    """
    if not claim or not record:
        return
    pairs = agreeing(claim, record)
    agreed_ours, agreed_theirs = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    ours = [quantity for quantity in claim if quantity not in agreed_ours]
    theirs = [quantity for quantity in record if quantity not in agreed_theirs]
    agreed = {one.kind for one in agreed_ours if not one.weak}
    left = list(ours)
    for rule in (_same_noun, _same_verb, _only_ones if alike >= _ALIKE else _only_measured):
        for mine in list(left):
            other = next((one for one in theirs if rule(mine, one, ours, theirs, agreed)), None)
            if other:
                left.remove(mine)
                theirs.remove(other)
                yield _difference(claim_text, mine, record_text, other)


def _difference(claim_text: str, mine: Quantity, record_text: str, other: Quantity) -> Difference:
    spans = Span(mine.start, mine.end), Span(other.start, other.end)
    written_alike = mine.kind != "score" and mine.bare == other.bare and not mine.high and not other.high
    kind = DifferenceKind.UNIT if written_alike else DifferenceKind.NUMBER
    return Difference(kind, claim_text[slice(*spans[0])], record_text[slice(*spans[1])], *spans)


def _same_noun(
    mine: Quantity, other: Quantity, ours: list[Quantity], theirs: list[Quantity], agreed: set[str]
) -> bool:
    return mine.kind == other.kind and bool(mine.nouns & other.nouns)


def _same_verb(
    mine: Quantity, other: Quantity, ours: list[Quantity], theirs: list[Quantity], agreed: set[str]
) -> bool:
    return _comparable(mine, other) and mine.before == other.before != "" and not (mine.weak or other.weak)


def _only_ones(
    mine: Quantity, other: Quantity, ours: list[Quantity], theirs: list[Quantity], agreed: set[str]
) -> bool:
    if not _comparable(mine, other) or mine.kind in agreed or mine.kind == "label":
        return False
    if (mine.weak or other.weak) and mine.kind != "time":
        return False
    return all(
        sum(one.kind == side.kind and not one.weak for one in of) <= 1 for side, of in ((mine, ours), (other, theirs))
    )


def _only_measured(
    mine: Quantity, other: Quantity, ours: list[Quantity], theirs: list[Quantity], agreed: set[str]
) -> bool:
    return mine.kind not in _UNMEASURED and _only_ones(mine, other, ours, theirs, agreed)


def _comparable(mine: Quantity, other: Quantity) -> bool:
    """Of one kind, or of kinds that are taken for each other, or the same number of something else: "£40" / "$40"."""
    if mine.kind == other.kind:
        return True
    if any(mine.kind in like and other.kind in like for like in _LIKE):
        return True
    return mine.bare == other.bare and _UNMEASURED.isdisjoint({mine.kind, other.kind})
