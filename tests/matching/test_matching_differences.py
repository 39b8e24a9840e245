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
        ("At least 60 people drowned", "57 people drowned", DifferenceKind.NUMBER, "60 ≠ 57"),
        ("Debt rose by 5 percentage points", "Debt rose by 5%", DifferenceKind.UNIT, "5 percentage points ≠ 5%"),
        ("It makes 900 cars a week", "It makes 900 cars a year", DifferenceKind.UNIT, "900 ≠ 900"),
        ("He was killed on Tuesday", "He was killed on Friday", DifferenceKind.DATE, "Tuesday ≠ Friday"),
        ("There is no evidence that masts kill", "Masts kill", DifferenceKind.NEGATION, "negated"),
        (
            "Boris Johnson met the bakers",
            "Tony Blair met the bakers",
            DifferenceKind.NAME,
            "Boris Johnson ≠ Tony Blair",
        ),
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
        ("It is not true that he was unaware", "He was aware"),
        ("The rule does not forbid pets", "Pets are allowed by the rule"),
        ("The UN sent observers", "The United Nations sent observers"),
        ("Gadhafi ruled for decades", "Muammar Gaddafi ruled for decades"),
        ("The patient died before help came", "Help came after the patient had died"),
    ],
)
def test_the_same_in_other_words_is_no_difference(claim: str, record: str) -> None:
    """A false alarm costs a checker's trust in the true ones."""
    assert compare(claim, record).differences == ()


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
