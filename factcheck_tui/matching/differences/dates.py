"""The dates of a statement as what is known of each: years, months, days, day of the week, time of day.

Rules and not dateparser, whose search takes 17 ms for a sentence (0.3 ms is there for a whole record) and 170 ms to
import, and gives extents such as "on 11 September 2012 and the" (measured; see CONTRIBUTING.md).
"""

from __future__ import annotations

import re
from typing import NamedTuple

from factcheck_tui.matching.differences import relative_dates
from factcheck_tui.matching.differences.date_words import (
    AMBIGUOUS,
    CENTURIES,
    DATE,
    DECADES,
    MAYBE_DATE,
    MONTHS,
    QUARTERS,
    SEASONS,
    VERBS,
    WEEKDAYS,
)
from factcheck_tui.matching.differences.moment import Moment
from factcheck_tui.matching.words import fold

_TIME_BEFORE = re.compile(
    r"(?:\b(?:in|since|by|until|till|from|to|of|before|after|during|between|and|the|early|late|mid|this|last|next|every|"
    r"on|for|around|through|circa|year)|[,(–—-])\s*$"
)
_HEDGE_BEFORE = re.compile(r"\b(?:than|about|some|nearly|least|almost|over|under|around|roughly|killed)\s*$")
_LATEST = 2050
_SIGNED = re.compile(r"\(@\w+\)\s*$")
_FIRM_BEFORE = re.compile(r"\b(?:in|since|by|until|till|before|after|during|circa|year)\s*$")
_NOUN_BEHIND = re.compile(
    r"\s+(?!(?:and|or|to|as|when|but|for|in|on|at|by|the|a|an|with|was|were|is|had|has|after|before|he|she|it|they|we|from|that|which|who|until|because|than|more|saw|if|of)\b)[a-z]+"
)
_AGE_BEFORE = re.compile(r"\b(?:his|her|their|my|your|our|is|was|were|are)\s*$")
_PARTS = {"early": (0.0, 0.4), "mid": (0.3, 0.7), "late": (0.6, 1.0)}


class Date(NamedTuple):
    """A date where it stands. Where its words can be read in more than one way, each way is a moment."""

    start: int
    end: int
    moments: tuple[Moment, ...]
    form: str  # the form of ``DATE`` that it has


def dates(text: str, day: str = "") -> tuple[Date, ...]:
    """The dates of ``text`` in reading order; relative ones are counted from ``day`` (ISO), the day of the text."""
    folded = fold(text)
    if len(folded) != len(text):
        folded = text
    if not MAYBE_DATE.search(folded):
        return ()
    today = relative_dates.read_day(day)
    found = []
    for match in DATE.finditer(folded):
        if _SIGNED.search(folded[: match.start()]):  # a post's own date, behind its author's name
            continue
        form = match.lastgroup or ""
        if _meant(form, match, text, folded):
            end = match.end() - len(match[0]) + len(match[0].rstrip(" .,")) if form != "clock" else match.end()
            moments = relative_dates.read(form, match, today) or tuple(_READ[form](match))
            if moments:
                found.append(Date(match.start(), end, moments, form))
    return tuple(found)


def _meant(form: str, match: re.Match[str], text: str, folded: str) -> bool:
    """Whether the words are a date here: "May" may be a verb or a name, 2000 a number of people."""
    before, behind = folded[max(0, match.start() - 12) : match.start()], folded[match.end() :]
    if form == "year" and not match["py"]:
        return _is_year(int(match["yy"]), before, behind)
    if form == "decade":
        return not _AGE_BEFORE.search(before)
    word = {"month": "nm", "mdy": "mm", "dmy": "dm", "weekday": "wd"}.get(form)
    if word is None:
        return True
    named = match[word].rstrip(".")
    capital = text[match.start(word)].isupper()
    if named in VERBS and form == "month" and not match["ny"]:
        return capital and bool(_TIME_BEFORE.search(before))
    return capital or named not in AMBIGUOUS


def _is_year(year: int, before: str, behind: str) -> bool:
    if before.endswith(("£", "$", "€")) or behind.startswith(("%", " percent", " per cent")):
        return False
    counted = bool(_NOUN_BEHIND.match(behind))
    if year < 1500 or year % 100 == 0:
        return not counted and bool(_FIRM_BEFORE.search(before))
    if 1900 <= year <= _LATEST:
        return not (counted and _HEDGE_BEFORE.search(before))
    return not counted or bool(_TIME_BEFORE.search(before)) or not before.strip()


def _whole(text: str | None) -> tuple[int, int] | None:
    return (int(text), int(text)) if text else None


def _part(part: str | None, low: int, high: int) -> tuple[int, int]:
    """A part of a range of years or months: the "early" 1990s, the "second half of" 2012."""
    if not part:
        return low, high
    if any(word in part for word in ("early", "beginning", "start", "first")):
        share = _PARTS["early"]
    elif any(word in part for word in ("mid", "middle")):
        share = _PARTS["mid"]
    else:
        share = _PARTS["late"]
    return low + round(share[0] * (high - low)), low + round(share[1] * (high - low))


def _numbers(match: re.Match[str]) -> list[Moment]:
    year = int(match["sy"])
    year += 0 if year > 99 else 2000 if year < 50 else 1900
    first, second = int(match["s1"]), int(match["s2"])
    return [
        Moment((year, year), frozenset({month}), (day, day)).with_weekday()
        for day, month in {(first, second), (second, first)}
        if 1 <= month <= 12 and 1 <= day <= 31
    ]


def _day_of_month(match: re.Match[str], day: str, month: str, year: str | None) -> list[Moment]:
    if not 1 <= int(match[day]) <= 31:
        return []
    months = frozenset({MONTHS[match[month].rstrip(".")]})
    return [Moment(_whole(year), months, (int(match[day]),) * 2).with_weekday()]


def _iso(match: re.Match[str]) -> list[Moment]:
    if not (1 <= int(match["im"]) <= 12 and 1 <= int(match["id"]) <= 31):
        return []
    return [Moment(_whole(match["iy"]), frozenset({int(match["im"])}), (int(match["id"]),) * 2).with_weekday()]


def _month(match: re.Match[str]) -> list[Moment]:
    days = _part(match["pm"], 1, 31) if match["pm"] else None
    return [Moment(_whole(match["ny"]), frozenset({MONTHS[match["nm"].rstrip(".")]}), days)]


def _quarter(match: re.Match[str]) -> list[Moment]:
    first = 3 * QUARTERS[match["q1"] or match["q2"]] - 2
    return [Moment(_whole(match["qy"]), frozenset(range(first, first + 3)))]


def _century(match: re.Match[str]) -> list[Moment]:
    number = CENTURIES.get(match["cn"]) or int(match["cn"][:-2])
    first = -100 * number if match["bc"] else 100 * (number - 1)
    return [Moment(_part(match["pc"], first, first + 100))]


def _decade(match: re.Match[str]) -> list[Moment]:
    first = int(match["dn"]) if match["dn"] else DECADES[match["dw"]]
    if first >= 100:
        return [Moment(_part(match["pd"], first, first + (99 if first % 100 == 0 else 9)))]
    return [Moment(_part(match["pd"], first + of, first + of + 9)) for of in (1900, 2000) if first + of < 2050]


def _turn(match: re.Match[str]) -> list[Moment]:
    years = [(1998, 2002)] if match["tw"] == "millennium" else [(1995, 2005), (1895, 1905)]
    return [Moment(span) for span in years]


def _season(match: re.Match[str]) -> list[Moment]:
    return [Moment(_whole(match["sny"]), SEASONS[match["sn"]])]


def _weekday(match: re.Match[str]) -> list[Moment]:
    return [Moment(weekday=WEEKDAYS[match["wd"].rstrip(".")])]


def _clock(match: re.Match[str]) -> list[Moment]:
    if match["hh"]:
        at = 60 * int(match["hh"]) + int(match["hm"])
    else:
        at = 60 * (int(match["ch"]) % 12 + 12 * (match["half"] == "p")) + int(match["cm"] or 0)
    return [Moment(minutes=(at, at))]


def _years(match: re.Match[str]) -> list[Moment]:
    first, last = int(match["y1"]), match["y2"]
    second = int(last) if len(last) == 4 else first - first % 100 + int(last)
    return [Moment((min(first, second), max(first, second)))]


def _year(match: re.Match[str]) -> list[Moment]:
    year = int(match["yy"])
    if not match["py"]:
        return [Moment((year, year))]
    low, high = _part(match["py"], 1, 12)
    return [Moment((year, year), frozenset(range(low, high + 1)))]


_READ = {
    "iso": _iso,
    "slashed": _numbers,
    "dmy": lambda match: _day_of_month(match, "dd", "dm", match["dy"]),
    "mdy": lambda match: _day_of_month(match, "md", "mm", match["my"]),
    "month": _month,
    "quarter": _quarter,
    "turn": _turn,
    "century": _century,
    "decade": _decade,
    "season": _season,
    "weekday": _weekday,
    "noon": lambda match: [Moment(minutes=(0, 0) if match[0] == "midnight" else (720, 720))],
    "clock": _clock,
    "years": _years,
    "year": _year,
}
