"""Quantities: numbers in digits and words, with what they measure and how exact they are, brought to one form."""

import pytest

from factcheck_tui.matching.differences.quantity import same
from factcheck_tui.matching.statement import read_statement


@pytest.mark.parametrize(
    ("text", "value", "kind"),
    [
        ("£350m", 350e6, "pound"),
        ("$1.2bn", 1.2e9, "dollar"),
        ("350 million pounds", 350e6, "pound"),
        ("USD 500", 500, "dollar"),
        ("80p", 0.8, "pound"),
        ("two hundred and ten thousand men", 210_000, "count"),
        ("fifty-seven", 57, "count"),
        ("a dozen eggs", 12, "count"),
        ("a quarter of a million people", 250_000, "count"),
        ("half a million people", 500_000, "count"),
        ("one and a half million people", 1_500_000, "count"),
        ("1.234.567 people", 1_234_567, "count"),
        ("1 500 people", 1500, "count"),
        ("1,5 million people", 1_500_000, "count"),
        ("2½ miles", 4023.36, "length"),
        ("1,500 metres", 1500, "length"),
        ("two weeks", 14 * 86400, "time"),
        ("half an hour", 1800, "time"),
        ("an hour and a half", 5400, "time"),
        ("a 34-year-old man", 34 * 365.25 * 86400, "age"),
        ("10 hectares", 100_000, "area"),
        ("4 cubic metres", 4000, "volume"),
        ("50 degrees Fahrenheit", 10, "temperature"),
        ("doubled", 100, "percent"),
        ("fivefold", 400, "percent"),
        ("three times as many", 200, "percent"),
        ("a quarter of it", 25, "percent"),
        ("two-thirds", 200 / 3, "percent"),
        ("two in five nurses", 40, "percent"),
        ("nine of the twelve jurors", 75, "percent"),
        ("12 percent", 12, "percent"),
        ("3 percentage points", 3, "percentage points"),
        ("the 45th mayor", 45, "ordinal"),
        ("the forty-fifth mayor", 45, "ordinal"),
        ("Article 50", 50, "label"),
    ],
)
def test_quantities_are_brought_to_one_form(text: str, value: float, kind: str) -> None:
    """Scale words, symbols, units, shares and number words all end in a value and what it measures."""
    (found,) = read_statement(text).quantities
    assert (found.value, found.kind) == (pytest.approx(value), kind)


@pytest.mark.parametrize(
    "text", ["COVID-19", "an F-16", "5G masts", "the 21st century", "in May 2017", "no one", "at 9 pm"]
)
def test_what_only_looks_like_a_quantity_is_none(text: str) -> None:
    """Or else every mention of a product or a date would differ from every number."""
    assert read_statement(text).quantities == ()


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("at least 57 men", "57 men", True),
        ("at least 60 men", "57 men", False),
        ("at least 60 men", "at least 57 men", False),
        ("nearly 60 men", "57 men", True),
        ("nearly 60 men", "63 men", False),
        ("more than 1,000 men", "1,040 men", True),
        ("fewer than 100 men", "250 men", False),
        ("dozens of men", "40 men", True),
        ("dozens of men", "hundreds of men", False),
        ("3 to 5 percent", "between 3 and 5 percent", True),
        ("3 to 5 percent", "4 percent", True),
        ("3-5 percent", "8 percent", False),
        ("3.4 million men", "3,412,567 men", True),
        ("40 men", "41 men", False),
        ("1.6 km", "1 mile", True),
        ("£12,000 a year", "£1,000 a month", True),
        ("£12,000 a year", "£12,000 a month", False),
        ("£40", "40 pounds", True),
        ("£40", "$40", False),
        ("a third term", "his fourth term", False),
    ],
)
def test_hedges_ranges_and_rates_say_what_may_be_the_same(one: str, other: str, alike: bool) -> None:
    """What a careful reader would let pass as the same number passes, in either order, and nothing else."""
    (ours,), (theirs,) = read_statement(one).quantities, read_statement(other).quantities
    assert same(ours, theirs) == same(theirs, ours) == alike
