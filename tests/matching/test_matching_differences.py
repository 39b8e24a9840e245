"""Differences: what a checker must look at, told from what only says the same in other words."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck_tui.matching import compare
from factcheck_tui.matching.statement import read_statement
from factcheck_tui.model import DifferenceKind


@pytest.mark.parametrize(
    ("claim", "record", "kind", "words"),
    [
        ("Prices rose 3.4 percent", "Prices rose 4.3 percent", DifferenceKind.NUMBER, "3.4 percent ≠ 4.3 percent"),
        ("The raid killed at least 57 people", "The raid killed 42 inmates", DifferenceKind.NUMBER, "57 ≠ 42"),
        ("They pay £350m a week", "They pay £250m a week", DifferenceKind.NUMBER, "£350m ≠ £250m"),
        ("A fee of £40 is due", "A fee of $40 is due", DifferenceKind.UNIT, "£40 ≠ $40"),
        ("The road is 5 km long", "The road is 5 miles long", DifferenceKind.UNIT, "5 km ≠ 5 miles"),
        ("The bridge opened in 1998", "The bridge opened in 1989", DifferenceKind.DATE, "1998 ≠ 1989"),
        ("The vote was on 5 July", "The vote was on July 6", DifferenceKind.DATE, "5 July ≠ July 6"),
        ("Vaccines do not cause autism", "Vaccines cause autism", DifferenceKind.NEGATION, "negated"),
        ("Vaccines cause autism", "Vaccines don’t cause autism", DifferenceKind.NEGATION, "negated"),
        ("Crime rose last year", "Crime fell last year", DifferenceKind.DIRECTION, "rose ≠ fell"),
        ("She supported the bill", "She opposed the bill", DifferenceKind.DIRECTION, "supported ≠ opposed"),
    ],
)
def test_what_differs_is_told_with_the_words_of_both(
    claim: str, record: str, kind: DifferenceKind, words: str
) -> None:
    """Kind and words are as a checker would say them, and the offsets cut them out of the texts."""
    (difference,) = compare(claim, record).differences
    assert (difference.kind, str(difference)) == (kind, words)
    for side, text, span in (
        (difference.claim, claim, difference.claim_span),
        (difference.record, record, difference.record_span),
    ):
        assert (span is None) == (side == "")
        if span:
            assert text[span.start : span.end].lower() == side.lower()


@pytest.mark.parametrize(
    ("claim", "record"),
    [
        ("We send £350m a week", "Every week 350 million pounds are sent"),
        ("Prices doubled in a decade", "Prices rose 100% in ten years"),
        ("Half of the voters stayed home", "50 per cent of voters stayed at home"),
        ("The wall is 1.5 km long", "The wall is 1,500 metres long"),
        ("Fifty-seven inmates were killed", "57 inmates were killed"),
        ("A strike killed at least 57 people", "A strike killed 57 people"),
        ("Nearly 60 people died", "57 people died"),
        ("Two-thirds of the fish died", "66.7% of the fish died"),
        ("COVID-19 closed the schools", "The schools closed because of covid"),
        ("He never went to Paris", "He did not go to Paris"),
        ("Not only Rome burned", "Rome burned"),
        ("More than 50 houses burned", "Some 52 houses burned"),
        ("The G7 met in June", "The G20 leaders met in June"),
        ("The mayor won again", "The mayor has won once more"),
    ],
)
def test_the_same_in_other_words_is_no_difference(claim: str, record: str) -> None:
    """A false alarm costs a checker's trust in the true ones."""
    assert compare(claim, record).differences == ()


@pytest.mark.parametrize(
    ("text", "value", "kind"),
    [
        ("£350m", 350e6, "pound"),
        ("$1.2bn", 1.2e9, "dollar"),
        ("350 million pounds", 350e6, "pound"),
        ("two hundred and ten thousand men", 210_000, "count"),
        ("fifty-seven", 57, "count"),
        ("a dozen eggs", 12, "count"),
        ("1,500 metres", 1500, "length"),
        ("two weeks", 14 * 86400, "time"),
        ("doubled", 100, "percent"),
        ("a quarter of it", 25, "percent"),
        ("12 percent", 12, "percent"),
        ("in 2017", 2017, "year"),
        ("5 July", 705, "day"),
    ],
)
def test_quantities_are_brought_to_one_form(text: str, value: float, kind: str) -> None:
    """Scale words, symbols, units and number words all end in a value and what it measures."""
    (found,) = read_statement(text).quantities
    assert (found.value, found.kind) == (pytest.approx(value), kind)


@pytest.mark.parametrize("text", ["COVID-19", "an F-16", "5G masts", "the 21st century", "no one", "half an hour"])
def test_a_numeral_in_a_name_is_no_quantity(text: str) -> None:
    """Or else every mention of a product would differ from every number."""
    assert read_statement(text).quantities == ()


@settings(max_examples=150, deadline=None)
@given(st.text(), st.text())
def test_differences_of_any_texts_have_valid_offsets(claim: str, record: str) -> None:
    """No text raises, and what is marked is in the text."""
    for difference in compare(claim, record).differences:
        for span, text in ((difference.claim_span, claim), (difference.record_span, record)):
            assert span is None or 0 <= span.start < span.end <= len(text)


_NUMERIC = st.text(st.sampled_from("0123456789.,£$% kmbn-–half twenty million doubled per cent2017 July"), max_size=80)


@settings(max_examples=300, deadline=None)
@given(_NUMERIC)
def test_no_numeral_raises_and_each_agrees_with_itself(text: str) -> None:
    """A text never differs from itself, whatever numerals it is made of."""
    found = read_statement(text).quantities
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert compare(text, text).differences == ()
