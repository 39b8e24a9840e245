"""What a claim states, and whether the accused answer."""

import pytest

from factcheck_tui.articles import read_bytes
from factcheck_tui.claims import find_claims
from factcheck_tui.claims.natures import answered, nature_of
from factcheck_tui.model import Claim, Nature


@pytest.mark.parametrize(
    ("text", "nature"),
    [
        ("The dam holds 40 million litres.", Nature.STATISTIC),
        ("Three in ten houses stand empty.", Nature.STATISTIC),
        ("The dam opened on 3 May.", Nature.EVENT),
        ("The ministry closed the road on Monday.", Nature.EVENT),
        ("“It holds, and it will hold for ever,” she said.", Nature.QUOTATION),
        ("The mayor stole 3 million pounds.", Nature.ACCUSATION),
        ("Ann Roe accused the board of hiding the cracks.", Nature.ACCUSATION),
        ("It is the largest dam in the valley.", Nature.RECORD),
        ("The dam froze for the first time.", Nature.RECORD),
        ("Rain fell at a record rate.", Nature.RECORD),
        ("The dam will open in May.", Nature.PREDICTION),
        ("Half of it is expected to be gone soon.", Nature.PREDICTION),
        ("The dam lies above the town.", Nature.BACKGROUND),
    ],
)
def test_what_a_claim_states(text: str, nature: Nature) -> None:
    """Each nature is known by its words; a date makes no statistic."""
    assert nature_of(text) is nature


@pytest.mark.parametrize(
    ("others", "answers"),
    [
        ([("Roe denied that.", "Roe")], True),
        ([("Mayor Roe did not respond to questions.", "")], True),
        ([("“That is false,” she said, rejecting it.", "Ann Roe")], True),
        ([("Poe denied it.", "John Poe")], False),
        ([("Roe opened the dam.", "")], False),
        ([], False),
    ],
)
def test_whether_the_accused_answer(others: list[tuple[str, str]], answers: bool) -> None:
    """A denial or a reply by whom the accusation names, or that none was given; the accuser's words are no answer."""
    assert answered("John Poe says that Ann Roe stole the money.", "John Poe", others) is answers


def test_an_answer_anywhere_in_the_article_counts() -> None:
    """The reason stands or falls with the text around the accusation."""
    accusation = "Ann Roe stole the money for the dam, said John Poe."
    head = "Dam opens\n\nMinister calls it a start.\n\n"

    def accused(text: str) -> Claim:
        return next(c for c in find_claims(read_bytes(text.encode(), "-")) if c.nature is Nature.ACCUSATION)

    without = accused(f"{head}{accusation}\n\nThe dam holds.\n")
    with_answer = accused(f"{head}{accusation}\n\nThe dam holds.\n\nRoe denied it on Monday.\n")
    assert "no answer of the accused" in without.reasons
    assert "no answer of the accused" not in with_answer.reasons
    assert without.priority > with_answer.priority
