"""What follows a number: its unit, and the period that it is a rate of."""

from __future__ import annotations

from factcheck_tui.matching.differences.counting import Number
from factcheck_tui.matching.differences.tokens import Token
from factcheck_tui.matching.differences.units import TEMPERATURES, UNITS

_SQUARED = {"square": "area", "sq": "area", "cubic": "volume"}
_LITRES = 1000.0  # in a cubic metre
_RATED = frozenset({"time", "length", "area", "volume", "weight"})
_WITHIN = 3  # words between a number and "a week": "900 electric cars a week"


def read_unit(tokens: tuple[Token, ...], number: Number) -> tuple[str, float, float, int]:
    """What a number measures: kind, factor and offset to the base unit, and the token behind the unit."""
    if number.kind:
        return number.kind, 1.0, 0.0, number.end
    at = number.end
    word, following, third = ([token.text for token in tokens[at : at + 3]] + ["", "", ""])[:3]
    if word == "%":
        return _percent(tokens, at + 1)
    if word == "per" and following == "cent":
        return _percent(tokens, at + 2)
    if word in ("°", "degrees", "degree"):
        factor, offset = TEMPERATURES.get(following, (1.0, 0.0))
        return "temperature", factor, offset, at + 1 + (following in TEMPERATURES)
    if word in ("c", "f") and tokens[at].capital and at and tokens[at].start == tokens[at - 1].end:  # 28C
        factor, offset = TEMPERATURES[word]
        return "temperature", factor, offset, at + 1
    if word == "-" or (word == "of" and following in ("an", "a") and third in UNITS):
        at, word, following = at + 1, following, third
    if word in ("a", "an", "of") and following in UNITS and UNITS[following][0] != "percent" and number.value < 1:
        at, word = at + 1, following
    if word in _SQUARED and following in UNITS:
        factor = UNITS[following][1]
        return _SQUARED[word], factor**2 if word != "cubic" else factor**3 * _LITRES, 0.0, at + 2
    if word in ("percent", "pc", "percentage", "pct"):
        return _percent(tokens, at + 1)
    return _simple(tokens, number, at)


def _simple(tokens: tuple[Token, ...], number: Number, at: int) -> tuple[str, float, float, int]:
    """A unit of one word at ``at``; years are an age where the words say so."""
    word = tokens[at].text if at < len(tokens) else ""
    if word in UNITS:
        kind, factor = UNITS[word]
        old = kind == "time" and "old" in [token.text for token in tokens[at + 1 : at + 3]]
        return "age" if old else kind, factor, 0.0, at + 1
    if number.first and tokens[number.first - 1].text in ("age", "aged"):
        return "age", UNITS["year"][1], 0.0, number.end
    return "count", 1.0, 0.0, number.end


def _percent(tokens: tuple[Token, ...], end: int) -> tuple[str, float, float, int]:
    points = end < len(tokens) and tokens[end].text in ("point", "points")
    return ("percentage points" if points else "percent"), 1.0, 0.0, end + points


def read_rate(tokens: tuple[Token, ...], end: int) -> tuple[float, str]:
    """What a number is a rate of, "a week" or "per litre" soon behind it, in base units of a kind; 0 for no rate."""
    for place in range(end, min(end + _WITHIN + 1, len(tokens) - 1)):
        token, following = tokens[place], tokens[place + 1]
        if token.text in ("a", "an", "per", "each", "every", "/") and following.text in UNITS:
            kind, factor = UNITS[following.text]
            return (factor, kind) if kind in _RATED else (0.0, "")
        if not token.stem and token.text not in ("of", "the"):
            break
    return 0.0, ""
