"""Quantities: the numbers of a statement, brought to one form so that "£350m" equals "350 million pounds".

Told by rules over a small lexer rather than by a library: the offsets must be exact, a numeral inside a name
(COVID-19, F-16, 5G) is no quantity, and start-up has no budget for locale tables.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from factcheck_tui.matching.differences.number_words import (
    CURRENCIES,
    FRACTIONS,
    LONG_SCALES,
    MONTHS,
    ONES,
    ROUNDINGS,
    SCALES,
    SHARES,
    TENS,
    UNITS,
)
from factcheck_tui.matching.words import STOP_WORDS, Word, fold, stem

# A numeral that letters touch is part of a name (COVID-19, F-16, 5G) or an ordinal (21st), unless they are a unit.
_TOKEN = re.compile(
    r"""(?P<name>(?!mid-|pre-|post-)[^\W\d_]+[-‑]?\d\w*
          |\d[\d.,]*(?!(?:k|m|mn|bn|tn|s|km|kg|cm|mm|ft|pc|(?:hundred|thousand|[mbt]r?illion)s?)\b)[^\W\d_]\w*)
      |(?P<number>\d{1,3}(?:[,\u00a0\u202f]\d{3})+(?!\d)(?:\.\d{1,15})?|\d{1,18}(?:\.\d{1,15})?)
      |(?P<word>[^\W\d_]+)
      |(?P<sign>\S)""",
    re.IGNORECASE | re.VERBOSE,
)
_DIGIT = re.compile(r"\d")
_NUMERIC = frozenset(ONES.keys() | TENS.keys() | LONG_SCALES | SHARES.keys() | FRACTIONS.keys())
_YEARS = range(1500, 2100)
_ARTICLES = frozenset({"a", "one"})


class Quantity(NamedTuple):
    """A number with what it measures: "count" of something, "percent", a currency, "length", "year", "day"..."""

    start: int
    end: int
    value: float  # in the base unit of its kind
    kind: str
    bare: float  # the number as written, before its unit
    noun: str  # stem of the telling word after it, "" at the end
    rounded: bool  # "about 60" may stand for 57


class _Token(NamedTuple):
    start: int
    end: int
    text: str
    group: str


class _Number(NamedTuple):
    value: float
    first: int  # token indices, end exclusive
    end: int


def quantities(text: str, words: tuple[Word, ...]) -> tuple[Quantity, ...]:
    """The quantities of ``text`` in reading order; ``words`` are its words."""
    if _NUMERIC.isdisjoint([word.folded for word in words]) and not _DIGIT.search(text):
        return ()
    folded = fold(text)
    if len(folded) != len(text):  # combining marks were dropped: the offsets would no longer be those of the text
        folded = text
    tokens = [_Token(*match.span(), match[0].lower(), match.lastgroup or "") for match in _TOKEN.finditer(folded)]
    found = []
    at = 0
    while at < len(tokens):
        quantity, after = None, at + 1
        if tokens[at].group == "number" or tokens[at].text in _NUMERIC:
            quantity, after = _quantity(tokens, at)
        if quantity:
            found.append(quantity)
        at = max(after, at + 1)
    return tuple(found)


def _quantity(tokens: list[_Token], at: int) -> tuple[Quantity | None, int]:
    """The quantity that begins at token ``at``, if one does, and the token after it."""
    token = tokens[at]
    if token.group == "word" and token.text in SHARES and not _is_time(tokens, at):
        return _made(tokens, _Number(SHARES[token.text], at, at + 1), at + 1, "percent", 1.0), at + 1
    number = _numeral(tokens, at) if token.group == "number" else _in_words(tokens, at)
    if number is None:
        return None, at + 1
    kind, factor, end = _unit(tokens, number)
    if kind == "count" and (day := _date(tokens, number)):
        return day, max(number.end, at + 1)
    if kind == "count" and at and tokens[at - 1].text in CURRENCIES:
        kind, number = CURRENCIES[tokens[at - 1].text], number._replace(first=at - 1)
    return _made(tokens, number, end, kind, factor), end


def _is_time(tokens: list[_Token], at: int) -> bool:
    """True for "half past", "half an hour", "the second half": no share of anything."""
    following = tokens[at + 1].text if at + 1 < len(tokens) else ""
    before = tokens[at - 1].text if at else ""
    return following in {"past", "an", "hour", "time"} or before in {"first", "second"}


def _made(tokens: list[_Token], number: _Number, end: int, kind: str, factor: float) -> Quantity:
    nouns = (token.text for token in tokens[end : end + 3] if token.group == "word" and token.text not in STOP_WORDS)
    before = {token.text for token in tokens[max(0, number.first - 2) : number.first]}
    return Quantity(
        start=tokens[number.first].start,
        end=tokens[end - 1].end,
        value=number.value * factor,
        kind=kind,
        bare=number.value,
        noun=stem(next(nouns, "")),
        rounded=not before.isdisjoint(ROUNDINGS),
    )


def _numeral(tokens: list[_Token], at: int) -> _Number:
    """Digits, with the scale that follows: "350m", "1.2 billion", "3,000"."""
    value = float(re.sub(r"[,\u00a0\u202f]", "", tokens[at].text))
    end = at + 1
    scale = SCALES.get(tokens[end].text) if end < len(tokens) else None
    if scale and (tokens[end].text in LONG_SCALES or tokens[end].start == tokens[at].end):
        return _Number(value * scale, at, end + 1)
    return _Number(value, at, end)


def _in_words(tokens: list[_Token], at: int) -> _Number | None:
    """A number in words: "fifty-seven", "two hundred and ten thousand", "a million", "two-thirds"."""
    total = current = 0.0
    end = at
    while end < len(tokens):
        word = tokens[end].text
        if word in ONES or word in TENS:
            current += ONES.get(word, 0.0) + TENS.get(word, 0.0)
        elif word in LONG_SCALES and (end > at or _after_article(tokens, at)):
            current = (current or 1.0) * SCALES[word]
            if SCALES[word] >= 1000:
                total, current = total + current, 0.0
        elif not (end > at and word in {"-", "and"} and _goes_on(tokens, end + 1)):
            break
        end += 1
    if end == at or (end == at + 1 and tokens[at].text in {"one", "zero"}):  # "one" is mostly a pronoun
        return None
    return _Number(total + current, at, end)


def _after_article(tokens: list[_Token], at: int) -> bool:
    return at > 0 and tokens[at - 1].text in _ARTICLES


def _goes_on(tokens: list[_Token], at: int) -> bool:
    return at < len(tokens) and (tokens[at].text in ONES or tokens[at].text in TENS)


def _unit(tokens: list[_Token], number: _Number) -> tuple[str, float, int]:
    """What follows the number: its kind, the factor to the base unit, and the token after the unit."""
    following = [token.text for token in tokens[number.end : number.end + 2]] + ["", ""]
    if following[0] == "%":
        return "percent", 1.0, number.end + 1
    if following[0] == "per" and following[1] == "cent":
        return "percent", 1.0, number.end + 2
    hyphen = following[0] == "-"
    word = following[1] if hyphen else following[0]
    end = number.end + (2 if hyphen else 1)
    if word in FRACTIONS and 1 <= number.value <= 9:  # "two-thirds"
        return "percent", FRACTIONS[word], end
    if word in UNITS:
        return *UNITS[word], end
    return "count", 1.0, number.end


def _date(tokens: list[_Token], number: _Number) -> Quantity | None:
    """A year ("2017") as kind "year", a day of a month ("5 July", "July 5") as kind "day", month * 100 + day."""
    token = tokens[number.first]
    if token.group != "number" or not token.text.isdecimal():
        return None
    value = int(token.text)
    if len(token.text) == 4 and value in _YEARS:
        return _made(tokens, _Number(float(value), number.first, number.first + 1), number.first + 1, "year", 1.0)
    for beside in (number.first + 1, number.first - 1):
        if 1 <= value <= 31 and 0 <= beside < len(tokens) and tokens[beside].text in MONTHS:
            first, end = min(beside, number.first), max(beside, number.first) + 1
            day = 100.0 * MONTHS[tokens[beside].text] + value
            return _made(tokens, _Number(day, first, end), end, "day", 1.0)
    return None
