"""Dates: in every form of the news, and those that are told from the day of the text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck_tui.matching.differences.date_differences import date_differences
from factcheck_tui.matching.differences.dates import dates


def differ(one: str, other: str, one_day: str = "", other_day: str = "") -> bool:
    """Whether two texts with one date each differ in it."""
    ours, theirs = dates(one, one_day), dates(other, other_day)
    assert len(ours) == len(theirs) == 1, (ours, theirs)
    return bool(list(date_differences(one, ours, other, theirs)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("on 9 November 1989", "on November 9th, 1989"),
        ("on 9 November 1989", "1989-11-09"),
        ("23/06/2016", "June 23, 2016"),
        ("06/23/2016", "June 23, 2016"),
        ("in Sept. 2008", "in September of 2008"),
        ("in 2008", "in September 2008"),
        ("in Q3", "in the third quarter"),
        ("in the third quarter of 2020", "in August 2020"),
        ("in the sixties", "in the 1960s"),
        ("in the mid-1990s", "by 1995"),
        ("in the 19th century", "in the 1800s"),
        ("at the end of 2012", "in December 2012"),
        ("on Monday 4 March 2024", "on 4 March"),
        ("at noon", "at 12 pm"),
        ("at 9 pm", "at 21:00"),
        ("a fortnight ago", "two weeks ago"),
        ("last year", "in 2008"),
    ],
)
def test_one_time_in_two_forms_is_no_difference(one: str, other: str) -> None:
    """A form says more or less than another, never something else."""
    assert not differ(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("in 2008", "in 2009"),
        ("in March", "in May"),
        ("on 9 November", "on 10 November"),
        ("on Tuesday", "on Friday"),
        ("on Tuesday", "on 4 March 2024"),
        ("in the 1970s", "in 1985"),
        ("in the 12th century", "in the 1500s"),
        ("in early June", "in late June"),
        ("last week", "last year"),
        ("yesterday", "tomorrow"),
        ("in the first quarter", "in October"),
        ("at noon", "at midnight"),
        ("three years ago", "ten years ago"),
    ],
)
def test_two_times_are_a_difference(one: str, other: str) -> None:
    """Whatever forms they are in."""
    assert differ(one, other)


@pytest.mark.parametrize(
    ("relative", "absolute", "differs"),
    [
        ("on Tuesday", "on 5 March 2024", False),
        ("on Tuesday", "on 27 February 2024", True),
        ("last Tuesday", "on 27 February 2024", False),
        ("next Tuesday", "on 12 March 2024", False),
        ("yesterday", "on 5 March", False),
        ("yesterday", "on 6 March", True),
        ("last month", "in February", False),
        ("last month", "in December", True),
        ("this year", "in 2024", False),
        ("last year", "in 2024", True),
        ("two years ago", "in 2022", False),
        ("ten years ago", "in 2022", True),
        ("last week", "on 28 February 2024", False),
        ("last week", "in 2021", True),
    ],
)
def test_a_relative_date_is_told_from_the_day_of_its_text(relative: str, absolute: str, differs: bool) -> None:
    """The article is of 6 March 2024, a Wednesday."""
    assert differ(relative, absolute, "2024-03-06T09:00:00Z") == differs


def test_each_side_has_its_own_day() -> None:
    """ "Yesterday" in two articles of two days is two days."""
    assert differ("yesterday", "yesterday", "2024-03-06", "2024-05-01")
    assert not differ("yesterday", "today", "2024-03-06", "2024-03-05")


@pytest.mark.parametrize(
    "text",
    ["He may go", "They march on", "2000 people came", "more than 1984 people", "men in their 30s", "a fall in prices",
     "Theresa May resigned", "room 101", "the score was 3.10", "$2000"],
)  # fmt: skip
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    """A verb, a name, a number of people, an age."""
    assert dates(text) == ()


_WORDS = (
    "31 30 February 2019 1990s 12th century early the end of last next week ago in 5 / . - Q4 am 99:99 0000-00-00 May "
    "Monday '90s turn of the millennium yesterday fortnight 3000"
)
_PIECES = st.sampled_from(_WORDS.split())


@settings(max_examples=300, deadline=None)
@given(
    st.lists(_PIECES, max_size=8).map(" ".join),
    st.sampled_from(["", "2024-02-29", "0001-01-01", "9999-12-31", "no day"]),
)
def test_no_date_raises_and_each_agrees_with_itself(text: str, day: str) -> None:
    """Impossible dates are no dates, and the ends of the calendar are no errors."""
    found = dates(text, day)
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert list(date_differences(text, found, text, found)) == []
