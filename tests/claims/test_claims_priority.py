"""Priority: what wants checking first, with the reasons in words."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck_tui.claims.priority import BASE, WEIGHTS, rate
from factcheck_tui.model import ClaimKind


@pytest.mark.parametrize(
    ("text", "claimant", "reason"),
    [
        ("The dam holds 40 million litres of water.", "", "number without a source"),
        ("The dam holds 40 million litres of water.", "the ministry", "number"),
        ("It is the largest dam of the whole valley.", "", "superlative"),
        ("The dam will not hold, it was said in the valley.", "unnamed officials", "anonymous source"),
        ("The dam is believed to have a crack in it.", "", "anonymous source"),
        ("Ann Roe lied to the whole valley about the dam.", "", "accuses a named person"),
        ("Nobody knew that fraud had held up the work.", "", "speaks of wrongdoing"),
        ("She called the dam “a good piece of work” again.", "", "quotation"),
        ("The dam was opened by the minister last week.", "", "date"),
        ("More water than before now reaches the valley.", "", "comparison or trend"),
        ("We must build a dam for all of us here.", "", "wish, promise or opinion"),
        ("Thank you all for coming here on this evening.", "", "courtesy"),
    ],
)
def test_reasons_are_told(text: str, claimant: str, reason: str) -> None:
    """Each sign gives its reason."""
    assert reason in rate(text, ClaimKind.STATEMENT, claimant)[1]


def test_a_year_is_no_number() -> None:
    """A date alone is not a figure to check."""
    assert not {"number", "number without a source"} & set(rate("The dam was opened in 2019 by the minister.")[1])


@pytest.mark.parametrize("kind", [ClaimKind.HEADLINE, ClaimKind.STANDFIRST, ClaimKind.CAPTION])
def test_what_surrounds_the_text_says_so(kind: ClaimKind) -> None:
    """Headline, standfirst and caption stand above a statement of the same words."""
    text = "The dam opens to the public after years of work"
    assert kind.value in rate(text, kind)[1]
    assert rate(text, kind)[0] > rate(text)[0]


def test_a_figure_nobody_answers_for_goes_first() -> None:
    """The same figure with a source comes after it, a bare statement last."""
    figure = "The work on the dam cost 40 million pounds."
    assert rate(figure)[0] > rate(figure, claimant="Ann Roe")[0] > rate("It went on for quite a long while there.")[0]


@given(st.text(max_size=150), st.sampled_from(ClaimKind), st.text(max_size=20))
@settings(max_examples=200, deadline=None)
def test_the_priority_is_the_sum_of_its_reasons(text: str, kind: ClaimKind, claimant: str) -> None:
    """Nothing but the reasons moves it, within 0-100, and the weightiest reason comes first."""
    priority, reasons = rate(text, kind, claimant)
    assert priority == max(0, min(100, BASE + sum(WEIGHTS[reason] for reason in reasons)))
    sizes = [abs(WEIGHTS[reason]) for reason in reasons]
    assert sizes == sorted(sizes, reverse=True)
