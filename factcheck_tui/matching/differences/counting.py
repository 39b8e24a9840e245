"""Numbers as they are written: in digits, in words, as shares, as vague plurals."""

from __future__ import annotations

import re
from typing import NamedTuple

from factcheck_tui.matching.differences.number_words import (
    CHANGES,
    FEW,
    FRACTIONS,
    LONG_SCALES,
    ONES,
    ORDINALS,
    ROUND_ORDINALS,
    SCALES,
    SIGNS,
    TENS,
    TIMES,
    VAGUE,
    VAGUE_HUNDREDS,
    VAGUE_TENS,
)
from factcheck_tui.matching.differences.tokens import Token
from factcheck_tui.matching.differences.units import PERIODS, UNITS

_NO_COUNT = frozenset({"no", "any", "every", "some", "each", "this", "that", "which", "the"})  # "no one", "the one"
_ARTICLES = frozenset({"a", "an", "one"})
_SHARE_OF = frozenset({"of", "the", "its", "his", "her", "their", "our", "all", "as", "that", "those", "these"})
_THOUSANDS = re.compile(r"['’\u00a0\u202f ]")
_TOOK = frozenset({"for", "in", "over", "within", "lasted", "lasts", "took", "takes", "take", "last"})
_OUT_OF = tuple(
    tuple(words.split())
    for words in ("out of every", "out of the", "out of", "of the", "of every", "in every", "in a", "in")
)
_LARGEST_SHARE = 1000  # "one in a thousand"; "in 2016" is a year


class Number(NamedTuple):
    """A number and the tokens that it takes, end exclusive."""

    value: float
    first: int
    end: int
    kind: str = ""  # "percent" and "ordinal" where the word says it, else ""
    high: float = 0.0  # for vague ones
    digits: bool = False
    multiple: bool = False  # "doubled", "three times as many"
    weak: bool = False


def read_number(tokens: tuple[Token, ...], at: int) -> Number | None:
    """The number that begins at token ``at``, if one does."""
    token = tokens[at]
    if token.group == "number":
        return _share_of_many(tokens, _digits(tokens, at))
    if token.group == "ordinal":
        return Number(float(token.text[:-2]), at, at + 1, "ordinal")
    if token.group == "fold":
        return Number(100 * (float(re.split(r"\D", token.text)[0]) - 1), at, at + 1, "percent")
    return _word(tokens, at) if token.group == "word" else None


def _word(tokens: tuple[Token, ...], at: int) -> Number | None:
    text = tokens[at].text
    if text in CHANGES:
        return Number(CHANGES[text], at, at + 1, "percent", multiple=not text.startswith("halv"))
    if text in VAGUE or text == "tens":
        return _vague(tokens, at)
    if text == "twice" or text == "thrice":
        return _times(tokens, Number(TIMES[text], at, at + 1))
    if text in FEW:
        return _few(tokens, at)
    if text in FRACTIONS and (share := _fraction(tokens, at)):
        return share
    if text in PERIODS and _after_article(tokens, at):
        return _one_unit(tokens, at)
    if text in ONES or text in TENS or text in LONG_SCALES:
        number = _in_words(tokens, at)
        return _share_of_many(tokens, number) if number else None
    return _ordinal(tokens, at)


def _digits(tokens: tuple[Token, ...], at: int) -> Number:
    """Digits, with the scale that follows: "350m", "1.2 billion", "3,000", "2½"."""
    text = tokens[at].text
    if text in SIGNS:
        value, end = SIGNS[text], at + 1
    else:
        value, end = _value(text), at + 1
        if end < len(tokens) and tokens[end].text in SIGNS and tokens[end].start == tokens[at].end:
            value, end = value + SIGNS[tokens[end].text], end + 1
        elif _texts(tokens, end, 1) == ("/",) and _texts(tokens, end + 1, 1) in (("2",), ("3",), ("4",), ("5",)):
            return Number(100 * value / float(tokens[end + 1].text), at, end + 2, "percent")
        elif _texts(tokens, end, 3) == ("and", "a", "half"):
            value, end = value + 0.5, end + 3
    if _texts(tokens, end, 1) == ("-",) and _texts(tokens, end + 1, 1)[:1] in (
        ("million",),
        ("billion",),
        ("thousand",),
    ):
        end += 1
    scale = SCALES.get(tokens[end].text) if end < len(tokens) else None
    if scale and (tokens[end].text in LONG_SCALES or tokens[end].start == tokens[end - 1].end):
        value, end = value * scale, end + 1
        if _texts(tokens, end, 1)[:1] in (("million",), ("billion",), ("trillion",)):  # "1 thousand billion"
            value, end = value * SCALES[tokens[end].text], end + 1
    number = Number(value, at, end, digits=True)
    return _times(tokens, number) if _texts(tokens, end, 1) == ("times",) else number


def _value(text: str) -> float:
    text = _THOUSANDS.sub("", text)
    if re.fullmatch(r"\d+,\d{1,2}", text):  # a decimal comma
        return float(text.replace(",", "."))
    if text.count(".") > 1:
        return float(text.replace(".", "").replace(",", "."))
    return float(text.replace(",", ""))


def _in_words(tokens: tuple[Token, ...], at: int) -> Number | None:
    """A number in words: "fifty-seven", "two hundred and ten thousand", "a million", "two-thirds", "forty-fifth"."""
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
        elif end > at and word in {"-", "and"} and _texts(tokens, end + 1, 2) == ("a", "half"):
            current, end = current + 0.5, end + 2
        elif not (end > at and word in {"-", "and"} and _goes_on(tokens, end)):
            break
        end += 1
    if end == at or (tokens[at].text == "one" and at and tokens[at - 1].text in _NO_COUNT):
        return None
    return _with_fraction(tokens, at, end, total + current)


def _with_fraction(tokens: tuple[Token, ...], at: int, end: int, value: float) -> Number:
    """A number in words with what makes it an ordinal or a share: "forty-fifth", "two-thirds"."""
    behind = end + (_texts(tokens, end, 1) == ("-",))
    word = tokens[behind].text if behind < len(tokens) else ""
    if tokens[end - 1].text in TENS and ORDINALS.get(word, 10) < 10:
        return Number(value + ORDINALS[word], at, behind + 1, "ordinal")
    if word in FRACTIONS and 1 <= value <= 9:
        return Number(value * FRACTIONS[word], at, behind + 1, "percent")
    first = at - 1 if _after_article(tokens, at) and tokens[at].text in LONG_SCALES else at
    number = Number(value, first, end, weak=end == at + 1 and tokens[at].text in {"one", "zero"})
    return _times(tokens, number) if _texts(tokens, end, 1) == ("times",) else number


def _goes_on(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether the number goes on behind "-" or "and": "fifty-seven", "two hundred and ten", not "two and three"."""
    if at + 1 >= len(tokens) or not (tokens[at + 1].text in ONES or tokens[at + 1].text in TENS):
        return False
    return (tokens[at].text == "-" and tokens[at - 1].text in TENS) or tokens[at - 1].text in LONG_SCALES


def _after_article(tokens: tuple[Token, ...], at: int) -> bool:
    return at > 0 and tokens[at - 1].text in _ARTICLES


def _texts(tokens: tuple[Token, ...], at: int, count: int) -> tuple[str, ...]:
    return tuple([token.text for token in tokens[at : at + count]])


def _fraction(tokens: tuple[Token, ...], at: int) -> Number | None:
    """A share in one word: "half of", "a third", "a quarter of a million"; None where the word means another thing."""
    text, following = tokens[at].text, _texts(tokens, at + 1, 3)
    first = at - 1 if _after_article(tokens, at) else at
    share = FRACTIONS[text] / 100
    scale = next((word for word in following if word in LONG_SCALES), "")
    if scale and following[: following.index(scale)] in ((), ("a",), ("of", "a")):  # "half a million"
        return Number(share * SCALES[scale], first, at + 2 + following.index(scale))
    unit = next((place for place, word in enumerate(following) if word in UNITS), 9)
    if following[:unit] in (("a",), ("an",), ("of", "an"), ("of", "a")) and unit < 3:  # "half an hour"
        return Number(share, first, at + 1 + unit)
    before = tokens[at - 1].text if at else ""
    if text == "half":
        other = following[:1] in (("past",), ("time",), ("-",), ("hour",)) or before in {"first", "second", "a"}
        return None if other and following[:1] != ("of",) else Number(50.0, first, at + 1, "percent")
    if before in _ARTICLES or before == "by":
        nothing = not following or following[0] in _SHARE_OF or not tokens[at + 1].stem or before == "one"
        return Number(100 * share, first, at + 1, "percent") if nothing else None
    return None


def _one_unit(tokens: tuple[Token, ...], at: int) -> Number | None:
    """ "an hour and a half", and "an hour" where it says how long something took; "£350m a week" is a rate."""
    kind, factor = UNITS[tokens[at].text]
    if _texts(tokens, at + 1, 3) == ("and", "a", "half"):
        return Number(1.5 * factor, at - 1, at + 4, kind)
    took = at > 1 and tokens[at - 2].text in _TOOK
    return Number(factor, at - 1, at + 1, kind, weak=True) if took else None


def _share_of_many(tokens: tuple[Token, ...], number: Number) -> Number:
    """ "two in five", "nine of the twelve", "7 out of 10": a share in percent; else the number itself."""
    following = _texts(tokens, number.end, 4)
    for joint in _OUT_OF:
        if following[: len(joint)] == joint:
            break
    else:
        return number
    at = number.end + len(joint)
    if at >= len(tokens) or number.kind or not number.value.is_integer():
        return number
    other = _digits(tokens, at) if tokens[at].group == "number" else _in_words(tokens, at)
    fits = other is not None and not other.kind and number.value < other.value <= _LARGEST_SHARE
    if other is None or not fits or _texts(tokens, other.end, 1)[:1] in [(word,) for word in PERIODS]:
        return number
    return Number(100 * number.value / other.value, number.first, other.end, "percent")


def _times(tokens: tuple[Token, ...], number: Number) -> Number:
    """ "three times as high" is +200 percent, "three times" alone a count."""
    end = number.end + (_texts(tokens, number.end, 1) == ("times",))
    if _texts(tokens, end, 1)[:1] in (("as",), ("the",), ("more",), ("higher",), ("larger",), ("bigger",)):
        return Number(100 * (number.value - 1), number.first, end, "percent", multiple=True)
    return number._replace(end=end)


def _vague(tokens: tuple[Token, ...], at: int) -> Number | None:
    text, following = tokens[at].text, _texts(tokens, at + 1, 2)
    if following[:1] == ("of",) and following[-1] in VAGUE_TENS and text in {"tens", "hundreds"}:
        low, high = (VAGUE_TENS if text == "tens" else VAGUE_HUNDREDS)[following[-1]]
        return Number(low, at, at + 3, high=high)
    return Number(VAGUE[text][0], at, at + 1, high=VAGUE[text][1]) if text in VAGUE else None


def _few(tokens: tuple[Token, ...], at: int) -> Number:
    """ "a couple of", "a single": a weak number; "a couple of dozen" is 24."""
    first = at - 1 if _after_article(tokens, at) else at
    end = at + 1 + (_texts(tokens, at + 1, 1) == ("of",))
    if _texts(tokens, end, 1)[:1] in [(scale,) for scale in LONG_SCALES]:
        return Number(FEW[tokens[at].text] * SCALES[tokens[end].text], first, end + 1)
    return Number(FEW[tokens[at].text], first, at + 1, weak=True)


def _ordinal(tokens: tuple[Token, ...], at: int) -> Number | None:
    text = tokens[at].text
    if text not in ORDINALS and text not in ROUND_ORDINALS:
        return None
    value = ORDINALS.get(text) or ROUND_ORDINALS[text]
    return Number(value, at, at + 1, "ordinal", weak=value <= 2)
