"""Dates that are told from another day: "yesterday", "last month", "on Tuesday", "two years ago".

With the day of the text they become dates; without it they can still be compared with each other.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from factcheck_tui.matching.differences.date_words import COUNTS, DAYS, SEASONS, WEEKDAYS
from factcheck_tui.matching.differences.moment import Moment, between, from_day

_STEPS = {"last": -1, "past": -1, "the past": -1, "previous": -1, "this": 0, "next": 1, "coming": 1, "the coming": 1}
# "The end of the month": some day that "the end of the week" and "the end of the year" are not, in days from now.
_ENDS = {"week": (0, 6), "month": (7, 30), "year": (31, 365), "decade": (366, 3652), "century": (3653, 36525)}
_TODAY = {"yesterday": -1, "today": 0, "tonight": 0, "overnight": 0, "tomorrow": 1}


def read_day(iso: str) -> date | None:
    """The day that an ISO date or time begins with, if it does."""
    try:
        return date.fromisoformat(iso[:10])
    except ValueError:
        return None


def read(form: str, match: re.Match[str], today: date | None) -> tuple[Moment, ...]:
    """The moments of a date told from another day; none where its form is another."""
    if form == "today":
        return (_days(_TODAY[match[0]], 1, today),)
    if form == "ago":
        return (_counted(-_count(match["an"]), match["au"], today),)
    if form == "coming":
        return (_counted(_count(match["fn"] or match["hn"]), match["fu"] or match["hu"], today),)
    if form == "ending":
        return (Moment(offset=_ENDS[match["pu"]], unit=1),)
    if form == "named":
        return (_named(_STEPS[match["nw"]], match["nu"], today),)
    if form == "weekday" and today:
        return _weekdays(WEEKDAYS[match["wd"].rstrip(".")], _STEPS.get(match["ww"] or "", 0), today)
    return ()


def _count(text: str) -> int:
    return COUNTS.get(text) or int(text)


def _days(off: int, unit: int, today: date | None) -> Moment:
    if today is None:
        return Moment(offset=(off, off), unit=unit)
    return from_day(_moved(today, off))


def _counted(number: int, unit: str, today: date | None) -> Moment:
    """ "Three weeks ago": that many days, more or less half a week."""
    size = DAYS[unit]
    low, high = number * size - size // 2, number * size + size // 2
    if today is None:
        return Moment(offset=(low, high), unit=size)
    if size >= 365:
        return Moment((today.year + number * (size // 365) - 1, today.year + number * (size // 365) + 1))
    return between(_moved(today, low), _moved(today, high))


def _named(step: int, unit: str, today: date | None) -> Moment:
    """ "Last month", "this year", "next week": as the calendar has them, where the day is known."""
    if unit in SEASONS:
        return Moment((today.year + min(step, 0), today.year + step) if today else None, SEASONS[unit])
    size = 7 if unit == "weekend" else DAYS[unit]
    if unit == "night":
        return Moment(offset=(step - 1, step), unit=1) if today is None else _days(step, 1, today)
    if today is None:
        return Moment(offset=(step * size - size // 2, step * size + size // 2), unit=size)
    if unit == "month":
        return Moment(*_month_of(today.year * 12 + today.month - 1 + step))
    if size >= 365:
        return Moment((today.year + step * (size // 365),) * 2)
    monday = _moved(today, -today.weekday() + step * size)
    return between(monday, _moved(monday, size - 1))


def _month_of(months: int) -> tuple[tuple[int, int], frozenset[int]]:
    return (months // 12, months // 12), frozenset({months % 12 + 1})


def _weekdays(weekday: int, step: int, today: date) -> tuple[Moment, ...]:
    """The last such day, today among them, and the next one."""
    back = (today.weekday() - weekday) % 7
    past, coming = _moved(today, -back), _moved(today, 7 - back)
    if step < 0:
        return tuple([from_day(day) for day in (past, _moved(past, -7))])
    return tuple([from_day(day) for day in ((coming, _moved(coming, 7)) if step > 0 else (past, coming))])


def _moved(day: date, days: int) -> date:
    try:
        return day + timedelta(days=days)
    except OverflowError:  # "5,000 years ago"
        return date.min if days < 0 else date.max
