"""Quantities: the numbers of a statement, brought to one form so that "£350m" equals "350 million pounds".

Told by rules over a small lexer rather than by a library: the offsets must be exact, a numeral inside a name
(COVID-19, F-16, 5G) is no quantity, hedges, shares and rates belong to the number, and a match has microseconds for
a record. What was measured instead is in CONTRIBUTING.md.
"""

from __future__ import annotations

from collections.abc import Collection
from itertools import pairwise

from factcheck_tui.matching.differences.counting import Number, read_number
from factcheck_tui.matching.differences.measuring import read_rate, read_unit
from factcheck_tui.matching.differences.number_words import (
    ABOUT,
    AT_LEAST,
    AT_MOST,
    BEHIND,
    JUST_OVER,
    JUST_UNDER,
)
from factcheck_tui.matching.differences.quantity import Quantity
from factcheck_tui.matching.differences.tokens import Token
from factcheck_tui.matching.differences.units import ADVERBS, CURRENCY_CODES, CURRENCY_SIGNS, PERIODS
from factcheck_tui.matching.differences.word_lists import listed

_HEDGES = (("just over", JUST_OVER), ("just under", JUST_UNDER), ("least", AT_LEAST), ("most", AT_MOST),
           ("about", ABOUT))  # fmt: skip
# A number behind one of these names a thing: "Article 50", "Boeing 737".
_LABELS = listed(
    "article section route flight apollo boeing airbus iphone windows channel formula chapter room gate highway "
    "interstate area amendment proposition prop phase level category covid model line resolution title grade no "
    "number unit type war act bill class page lane pier reactor zone tier"
)
_BREAKS = listed("in at on by for from to with after before as who which that but while and or until since")
_CROWD = listed("people person men man women woman children inmate prisoner")


def quantities(tokens: tuple[Token, ...], taken: Collection[int] = ()) -> tuple[Quantity, ...]:
    """The quantities among ``tokens`` in reading order; those at the indices in ``taken`` belong to dates."""
    found: list[Quantity] = []
    at = 0
    while at < len(tokens):
        number = None if at in taken else read_number(tokens, at)
        if number is None or (number.first in taken and number.end - number.first == 1):
            at += 1
            continue
        quantity, end = _made(tokens, number)
        if quantity:
            joined = _ranged(tokens, found, quantity)
            found = [*found[:-1], joined] if joined else [*found, quantity]
        at = max(end, at + 1)
    period = _period_of_all(tokens)
    if period:
        found = [
            one if one.per or one.kind in ("time", "ordinal") else one._replace(per=period, per_kind="time")
            for one in found
        ]
    return tuple(found)


def _made(tokens: tuple[Token, ...], number: Number) -> tuple[Quantity | None, int]:
    """The quantity of a number, and the token behind it."""
    first = number.first
    kind, factor, offset, end = read_unit(tokens, number)
    hedged = _hedge(tokens, first)
    before = tokens[first - 1].text if first else ""
    if before in CURRENCY_SIGNS and kind == "count":
        kind, first = CURRENCY_SIGNS[before], first - 1
        hedged = _hedge(tokens, first)
    elif before in CURRENCY_CODES and kind == "count":
        kind, first = CURRENCY_CODES[before], first - 1
    elif kind == "count" and number.digits and before in _LABELS:
        kind = "label"
    if not hedged:
        following = tuple(token.text for token in tokens[end : end + 2])
        hedged = BEHIND.get(following, BEHIND.get(following[:1], ""))
    per, per_kind = read_rate(tokens, end)
    nouns = _nouns(tokens, end) if kind != "label" else frozenset({before})
    if kind == "temperature" and _below_zero(tokens, first, end):
        number = number._replace(value=-number.value)
    quantity = Quantity(
        start=tokens[first].start,
        end=tokens[end - 1].end,
        value=number.value * factor + offset,
        kind=kind,
        bare=number.value,
        unit=factor,
        nouns=nouns,
        before=next((token.stem for token in reversed(tokens[max(0, first - 4) : first]) if token.stem), ""),
        hedge=hedged,
        high=number.high * factor + offset if number.high else 0.0,
        per=per,
        per_kind=per_kind,
        multiple=number.multiple,
        weak=number.weak and kind in ("count", "ordinal"),
    )
    return quantity, end


def _below_zero(tokens: tuple[Token, ...], first: int, end: int) -> bool:
    """Whether a temperature is negative: "minus 12", "-12", "12 degrees below zero"; no dash of "10-12"."""
    if [token.text for token in tokens[end : end + 2]] in (["below", "zero"], ["below", "freezing"]):
        return True
    if not first or tokens[first - 1].text not in ("minus", "-", "\u2212"):
        return False
    apart = first == 1 or tokens[first - 2].end < tokens[first - 1].start
    return tokens[first - 1].text == "minus" or (apart and tokens[first - 1].end == tokens[first].start)


def _hedge(tokens: tuple[Token, ...], first: int) -> str:
    words = tuple(token.text for token in tokens[max(0, first - 4) : first] if token.text not in {"the", "a", "an"})
    raw = tuple(token.text for token in tokens[max(0, first - 4) : first])
    for name, phrases in _HEDGES:
        for phrase in phrases:
            if raw[-len(phrase) :] == phrase or words[-len(phrase) :] == phrase:
                return name
    return ""


def _nouns(tokens: tuple[Token, ...], end: int) -> frozenset[str]:
    """Stems of up to three telling words that follow, as far as the phrase goes."""
    stems: list[str] = []
    for token in tokens[end : end + 6]:
        if (token.text in _BREAKS and stems) or token.ends_clause or token.group == "number":
            break
        if token.stem:
            stems.append("person" if token.text in _CROWD else token.stem)
    return frozenset(stems[:3])


_JOINTS = frozenset({"to", "and", "or", "-", "–", "—"})


def _ranged(tokens: tuple[Token, ...], found: list[Quantity], second: Quantity) -> Quantity | None:
    """The range that a number makes with the one in front of it: "between 3 and 5 percent", "10-12 days"."""
    if not found or found[-1].high or found[-1].hedge in ("least", "most"):
        return None
    first = found[-1]
    between = [token for token in tokens if first.end <= token.start and token.end <= second.start]
    ahead = [token.text for token in tokens if token.end <= first.start][-1:]
    if len(between) != 1 or between[0].text not in _JOINTS or ahead == ["from"]:
        return None
    if between[0].text == "and" and ahead != ["between"]:
        return None
    if first.kind not in (second.kind, "count") or first.weak:
        return None
    low = first.value if first.kind == second.kind else first.bare * second.unit
    if (
        first.kind == second.kind
        and first.unit == 1.0
        and first.bare < 1000 <= second.bare
        and low < second.value / 1000
    ):
        low = first.bare * (second.value / second.bare) if second.bare else low
    if low > second.value:  # "won 3-1"
        return second._replace(
            start=first.start, kind="score", value=100 * first.bare + second.bare, nouns=frozenset()
        )
    return second._replace(start=first.start, value=low, high=second.value, before=first.before)


def _period_of_all(tokens: tuple[Token, ...]) -> float:
    """The period that a statement speaks of as a whole: "every week", "daily"; 0 when there is none or several."""
    periods = {ADVERBS[token.text] for token in tokens if token.text in ADVERBS}
    for token, following in pairwise(tokens):
        if token.text in ("each", "every", "per") and following.text in PERIODS:
            periods.add(PERIODS[following.text])
    return periods.pop() if len(periods) == 1 else 0.0
