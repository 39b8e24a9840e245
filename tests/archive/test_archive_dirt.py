"""dirt.py: any JSON value becomes clean text, a day, a number or nothing."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck_tui.archive import dirt

JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(st.characters(codec=None, exclude_categories=())),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(["@value", "name", "x"]), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(JSON)
def test_any_value_is_cleaned(value: object) -> None:
    """No value raises; text is one line that can be stored; a date is a real day or "" ."""
    text = dirt.text(value)
    assert text == " ".join(text.split())
    for cleaned in (text, dirt.joined(value), dirt.prose(value)):
        assert "\x00" not in cleaned
        cleaned.encode("utf-8")
    day = dirt.date(value)
    assert day == "" or datetime.date.fromisoformat(day).isoformat() == day
    dirt.url(value)
    dirt.number(value)


@given(st.dates(min_value=datetime.date(1000, 1, 1)))
def test_every_way_to_write_a_day(day: datetime.date) -> None:
    """A day that can be told from its spelling is told."""
    month = (["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"])[day.month - 1]
    spellings = [
        day.isoformat(),
        f"{day.isoformat()}T10:20:30.123456789Z",
        f"{day.isoformat()} 05:00",
        f"{day.day} {month.title()} {day.year:04}",
        f"{month.title()}. {day.day}, {day.year:04}",
        f"{day.day}.{day.month}.{day.year:04}",
    ]
    assert {dirt.date(spelling) for spelling in spellings} == {day.isoformat()}


@pytest.mark.parametrize(
    "date", ["05/06/2021", "2021-13-01", "2021-02-30", "0001-01-01", "31 June 2020", "May", "2021", ""]
)
def test_no_day_is_made_up(date: str) -> None:
    """What names no day, or may name two, gives none."""
    assert dirt.date(date) == ""


@pytest.mark.parametrize(
    ("value", "number"),
    [
        ("4", 4.0),
        ("4,5", 4.5),
        (" -1 ", -1.0),
        (True, None),
        ("4/5", None),
        ("nan", None),
        (10**400, None),
        ({"@value": "3"}, 3.0),
    ],
)
def test_numbers(value: object, number: float | None) -> None:
    """Numbers come as strings and with decimal commas; words, booleans and what is not finite are none."""
    assert dirt.number(value) == number
