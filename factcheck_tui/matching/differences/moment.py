"""What is known of a time, and whether two of them can be the same."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

Range = tuple[int, int]


class Moment(NamedTuple):
    """What is known of a time; None for what is not."""

    years: Range | None = None
    months: frozenset[int] | None = None
    days: Range | None = None  # of the month
    weekday: int | None = None  # 0 is Monday
    minutes: Range | None = None  # of the day
    offset: Range | None = None  # days from a day that nobody knows: "last week"
    unit: int = 0  # days in the unit that the offset is told in

    def with_weekday(self) -> Moment:
        """The same with its day of the week, where the whole date is known."""
        if self.years and self.months and self.days and self.years[0] == self.years[1] and len(self.months) == 1:
            try:
                known = date(self.years[0], min(self.months), self.days[0])
            except ValueError:  # 31 June
                return self
            return self._replace(weekday=known.weekday())
        return self


def from_day(day: date) -> Moment:
    """All that is known of a day."""
    return Moment((day.year, day.year), frozenset({day.month}), (day.day, day.day), day.weekday())


def between(first: date, last: date) -> Moment:
    """What is known of a day from ``first`` to ``last``."""
    if first.year != last.year:
        return Moment((first.year, last.year))
    months = frozenset(range(first.month, last.month + 1))
    return Moment((first.year, first.year), months, (first.day, last.day) if len(months) == 1 else None)


def differ(ours: Moment, theirs: Moment) -> bool | None:
    """Whether both cannot be the same time; None when nothing is known of both."""
    told = [
        _apart(mine, other)
        for mine, other in (
            (ours.years, theirs.years),
            (ours.days, theirs.days),
            (ours.minutes, theirs.minutes),
            (_offset(ours, theirs), _offset(theirs, ours)),
        )
        if mine is not None and other is not None
    ]
    if ours.months and theirs.months:
        told.append(not ours.months & theirs.months)
    if ours.weekday is not None and theirs.weekday is not None:
        told.append(ours.weekday != theirs.weekday)
    return any(told) if told else None


def _apart(ours: Range, theirs: Range) -> bool:
    return ours[1] < theirs[0] or theirs[1] < ours[0]


def _offset(one: Moment, other: Moment) -> Range | None:
    """The days that it is off, widened by half of the smaller unit: "a week ago" may be "ten days ago"."""
    if one.offset is None or one.unit == other.unit:
        return one.offset
    slack = min(one.unit, other.unit) // 4
    return one.offset[0] - slack, one.offset[1] + slack
