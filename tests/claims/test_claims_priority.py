"""Priority: what wants checking first, with the reasons in words."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck_tui.claims.priority import BY_HAND, LOWERS, TELLING, is_anonymous, priority_of, rate, shares
from factcheck_tui.claims.signs import LONG, NAMES, SHORT, signs_of
from factcheck_tui.claims.weights import BASE, SIGN_WEIGHTS, stems_of, word_weights
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
        ("Three men died while the dam was built.", "", "reports a crime or a death"),
        ("It took 30 per cent of all the money.", "", "percentage"),
        ("We must build a dam for all of us here.", "", LOWERS + "wish or demand"),
        ("Why would anybody build a dam here?", "", LOWERS + "question"),
        ("It fell.", "", LOWERS + "short"),
    ],
)
def test_reasons_are_told(text: str, claimant: str, reason: str) -> None:
    """Each sign gives its reason; one that lowers the priority says so."""
    assert reason in rate(text, ClaimKind.STATEMENT, claimant)[1]


def test_a_year_is_no_number_without_a_source() -> None:
    """When something was is no figure that somebody must answer for."""
    assert "number without a source" not in rate("The dam was opened in 2019 by the minister.")[1]


@pytest.mark.parametrize("claimant", ["officials", "a source", "two witnesses", "unnamed officials"])
def test_who_cannot_be_asked_is_anonymous(claimant: str) -> None:
    """A source without a name or a house."""
    assert is_anonymous(claimant)


@pytest.mark.parametrize("claimant", ["", "Ann Roe", "US officials", "the ministry"])
def test_who_can_be_asked_is_not_anonymous(claimant: str) -> None:
    """A name, or a body that has an office."""
    assert not is_anonymous(claimant)


@pytest.mark.parametrize("kind", [ClaimKind.HEADLINE, ClaimKind.STANDFIRST, ClaimKind.CAPTION])
def test_what_surrounds_the_text_says_so(kind: ClaimKind) -> None:
    """Headline, standfirst and caption stand above a statement of the same words."""
    text = "The dam opens to the public after years of work"
    assert kind.value in rate(text, kind)[1]
    assert rate(text, kind)[0] > rate(text)[0]


def test_what_wants_checking_most_goes_first() -> None:
    """A figure nobody answers for, the same with a source, a statement without one, a view, thanks."""
    figure = "The work on the dam cost 40 million pounds."
    order = [
        rate(figure)[0],
        rate(figure, claimant="Ann Roe")[0],
        rate("The mayor opened the dam on the upper Mill.")[0],
        rate("I think we must do better for all of our children.")[0],
    ]
    assert order == sorted(order, reverse=True) and len(set(order)) == len(order)


def test_an_accusation_without_an_answer_goes_before_one_with_it() -> None:
    """What the accused had no say in is the greater risk."""
    text = "Ann Roe stole the money that was meant for the dam."
    assert rate(text, unanswered=True)[0] > rate(text)[0]
    assert "no answer of the accused" in rate(text, unanswered=True)[1]


@given(st.text(max_size=150), st.sampled_from(ClaimKind), st.text(max_size=20), st.booleans())
@settings(max_examples=150, deadline=None)
def test_the_priority_is_the_sum_of_its_shares(text: str, kind: ClaimKind, claimant: str, unanswered: bool) -> None:
    """Nothing but the shares moves it; those that tell are told, weightiest first, the lowering ones marked."""
    priority, reasons = rate(text, kind, claimant, unanswered)
    found = shares(text, kind, claimant, unanswered)
    assert priority == priority_of(BASE + sum(found.values())) and 0 <= priority <= 100
    told = [(reason.removeprefix(LOWERS), reason.startswith(LOWERS)) for reason in reasons]
    assert {name for name, _ in told} == {name for name, share in found.items() if abs(share) >= TELLING}
    assert all((found[name] < 0) == lowers for name, lowers in told)
    sizes = [abs(found[name]) for name, _ in told]
    assert sizes == sorted(sizes, reverse=True)


def test_the_tables_speak_of_the_same_signs() -> None:
    """No weight is for a sign that nothing shows, and none is given twice."""
    assert set(SIGN_WEIGHTS) <= set(NAMES)
    assert not set(BY_HAND) & set(NAMES)


def test_the_words_are_stems_without_names() -> None:
    """The table's words are looked up as it was fitted; names weigh nothing."""
    weights = word_weights()
    assert 500 < len(weights) <= 1500 and all(stem == stem.lower() for stem in weights)
    assert stems_of("The dams near Milltown don’t hold") == {"the": "the", "dam": "dams", "near": "near",
                                                             "don't": "don't", "hold": "hold"}  # fmt: skip


def test_signs_are_counted_up_to_a_limit() -> None:
    """A list of figures counts three times at most, and words are long or short, not both."""
    shown = signs_of("It was 1, 2, 3, 4 and 5, they said.")
    assert shown["number"] == 3
    assert (LONG in shown) != (SHORT in shown)
