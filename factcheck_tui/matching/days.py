"""The day that a text is dated: posts end with theirs ("June 14, 2018"), and checks of them follow within weeks.

Dates that belong to what is claimed are read by ``differences``; here the last whole date of a text is enough.
"""

from __future__ import annotations

import re
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"\b{_MONTH}\s+(?P<day>\d{{1,2}}),?\s+(?P<year>\d{{4}})\b",
        rf"\b(?P<day>\d{{1,2}})\s+{_MONTH}\s+(?P<year>\d{{4}})\b",
    )
)


def dated(text: str) -> date | None:
    """The last day named in a text with its year; None when there is none."""
    for form in _FORMS:
        for found in reversed(list(form.finditer(text))):
            month = _MONTHS.index(found["month"].lower()) + 1
            if day := _day(int(found["year"]), month, int(found["day"])):
                return day
    return None


def iso_day(text: str) -> date | None:
    """The day of an ISO date; None for anything else, such as a year alone."""
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
