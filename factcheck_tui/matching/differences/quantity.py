"""A quantity: a number with what it counts or measures and how exact it is meant to be."""

from __future__ import annotations

import math
from typing import NamedTuple

# How far a side that is hedged may be from the other: "at least 57" may stand for 57 to 77, "nearly 60" for 54 to 60.
# By hand: wide enough for how a number is rounded in the news, too narrow for another number.
_HEDGES = {
    "least": (1.0, 1.35),
    "most": (0.6, 1.0),
    "just under": (0.9, 1.0),
    "just over": (1.0, 1.1),
    "about": (0.9, 1.1),
}
_SAME_HEDGE = 0.04  # "at least 60" / "at least 57" is a difference, for both sides set the same kind of limit
_EXACT = 0.0006  # what turning 1,083 feet into metres loses
_CONVERTED = 0.05  # what is lost where units differ: "50 km" for 30 miles
_ROUNDED = 0.025  # what a number may lose where fewer digits are given: "3.4 million" for 3,412,567


class Quantity(NamedTuple):
    """A number with what it measures: "count" of something, "percent", a currency, "length", "ordinal"…"""

    start: int
    end: int
    value: float  # in the base unit of its kind
    kind: str
    bare: float  # the number as written, before its unit
    unit: float  # base units in one of the unit that was written
    nouns: frozenset[str] = frozenset()  # stems of the telling words behind it
    before: str = ""  # stem of the last telling word in front
    hedge: str = ""  # a key of the table above
    high: float = 0.0  # the upper end of a range, else 0
    per: float = 0.0  # what it is a rate of, in base units: "a week", "a litre"; 0 for no rate
    per_kind: str = ""
    multiple: bool = False  # "doubled", "twice as many": +100 %, and 200 % of what was
    weak: bool = False  # "one", "a couple": mostly no count at all

    @property
    def bounds(self) -> tuple[float, float]:
        """Least and greatest number that it may stand for."""
        if self.high:
            return self.value, self.high
        low, high = _HEDGES.get(self.hedge, (1.0, 1.0))
        low, high = sorted((self.value * low, self.value * high))  # it may be below zero
        return low, high


def same(ours: Quantity, theirs: Quantity) -> bool:
    """Whether both may stand for the same number of the same."""
    if ours.kind != theirs.kind:
        return False
    if ours.per and theirs.per and ours.per != theirs.per:
        if ours.per_kind != theirs.per_kind:
            return False
        ours, theirs = _a_unit(ours), _a_unit(theirs)
    if ours.hedge in ("least", "most") and ours.hedge == theirs.hedge:
        return math.isclose(ours.value, theirs.value, rel_tol=_SAME_HEDGE)
    if ours.multiple != theirs.multiple:
        whole = (ours if ours.multiple else theirs)._replace(
            multiple=False, value=(ours if ours.multiple else theirs).value + 100
        )
        if same(whole, theirs if ours.multiple else ours):
            return True
    near = _nearness(ours, theirs)
    (low, high), (other_low, other_high) = ours.bounds, theirs.bounds
    return low <= other_high + near * abs(other_high) and other_low <= high + near * abs(high)


def _a_unit(one: Quantity) -> Quantity:
    return one._replace(value=one.value / one.per, high=one.high / one.per)


def _nearness(ours: Quantity, theirs: Quantity) -> float:
    if ours.kind in ("ordinal", "label"):
        return 0.0
    if ours.unit != theirs.unit or ours.per != theirs.per:
        return _CONVERTED
    coarse, fine = sorted((ours, theirs), key=lambda one: _digits(one.bare))
    scale = max(abs(coarse.bare), abs(fine.bare))
    step = 10 ** (math.floor(math.log10(scale)) + 1 - _digits(coarse.bare)) if scale > 0 else 0.0
    rounded = _digits(coarse.bare) < _digits(fine.bare) and abs(coarse.bare - fine.bare) <= step / 2
    # whole numbers below a thousand are counted, not rounded: 40 and 41 people are not the same
    return _ROUNDED if rounded and (scale >= 1000 or not fine.bare.is_integer()) else _EXACT


def _digits(number: float) -> int:
    """Significant digits: 2 for 12,000 and for 1.2."""
    return len(f"{number:.9g}".split("e")[0].replace(".", "").strip("-0")) or 1
