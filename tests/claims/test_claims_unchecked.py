"""Sentences that state nothing to check are set aside with the reason; what can be checked never is."""

import pytest

from factcheck_tui.articles import read_bytes
from factcheck_tui.claims import claims_of_lines, find_claims
from factcheck_tui.claims.unchecked import why_unchecked
from factcheck_tui.model import SetAside


@pytest.mark.parametrize(
    ("line", "aside"),
    [
        ("Thank you very much.", SetAside.COURTESY),
        ("Good evening, ladies and gentlemen.", SetAside.COURTESY),
        ("God bless you all.", SetAside.COURTESY),
        ("I hope that we can do this together.", SetAside.WISH),
        ("We must do better for our children.", SetAside.WISH),
        ("I think that is a good way to go.", SetAside.OPINION),
        ("How would you do that?", SetAside.QUESTION),
    ],
)
def test_lines_of_a_speech_that_state_nothing(line: str, aside: SetAside) -> None:
    """Each is kept, with the reason that fits."""
    [claim] = claims_of_lines([line])
    assert claim.set_aside is aside


@pytest.mark.parametrize(
    "line",
    [
        "We built 40 schools in three years.",
        "Unemployment fell to 4 percent last year.",
        "My opponent voted against the bill.",
        "Thank you for the 3,000 letters that we received in May.",
        "The mayor said we must do better.",
        "It was the longest of its time.",
        "It is the tallest in Europe.",
    ],
)
def test_lines_that_can_be_checked_are_claims(line: str) -> None:
    """Figures, deeds and what others said stay, whatever is wished beside them."""
    [claim] = claims_of_lines([line])
    assert claim.is_claim


def test_what_is_set_aside_is_described_all_the_same() -> None:
    """Brought back by a checker it has a nature and a priority, and scripts can rank every line."""
    [claim] = claims_of_lines(["I think that is a good way to go."])
    assert claim.nature is not None and claim.reasons and 0 < claim.priority < 50


def test_articles_keep_what_lines_do_not() -> None:
    """In an article only the author's own voice is set aside; what somebody said there stays a claim."""
    assert why_unchecked("So it goes.", in_article=False) is SetAside.NOTHING
    assert why_unchecked("So it goes.", in_article=True) is None
    assert why_unchecked("Much must be done, and it may be hard to do.", in_article=True) is None
    assert why_unchecked("We must do better for our children.", in_article=True) is SetAside.WISH
    assert why_unchecked("We must do better for our children.", "the mayor") is None


def test_speakers_of_a_transcript_wish_for_themselves() -> None:
    """That a transcript names the speaker makes no claim of thanks and wishes; deeds and figures are claims."""
    text = (
        "ANN ROE: Thank you very much. We built 40 schools in three years.\n\nJOHN POE: I hope we can do better.\n" * 3
    )
    pieces = find_claims(read_bytes(text.encode(), "a.txt"))
    assert [piece.text for piece in pieces if piece.is_claim] == ["We built 40 schools in three years."] * 3


def test_headline_standfirst_and_caption_are_never_set_aside_for_their_words() -> None:
    """Errors hide there, whatever they say."""
    text = "We must do better\n\nI hope that we can do this together.\n\nThe dam opened.\n\nIt holds.\n"
    assert [str(piece.kind) for piece in find_claims(read_bytes(text.encode(), "-")) if piece.is_claim][:2] == [
        "headline",
        "standfirst",
    ]
