"""Claims of a transcript: who says each, at what time, with the exact words."""

from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck_tui.articles import read_bytes
from factcheck_tui.claims import find_claims
from factcheck_tui.model import ClaimKind, SetAside

DEBATE = """Debate at Grey Point

[00:00:05] MODERATOR: What did the bridge cost in the end?

[00:00:09] ANN ROE: It cost three million pounds. According to the harbour board it opened in 1987.

Its 12 piers stand 40 metres apart.

[00:01:02] MODERATOR: It cost four million pounds, Mr. Hale said.
"""
TURN = st.tuples(
    st.sampled_from(["ANN ROE", "JONAS HALE", "MODERATOR"]),
    st.text(st.sampled_from("It cost 3 m. “a” said?\n"), min_size=1, max_size=60),
)


def test_a_speaker_makes_the_claim() -> None:
    """The speaker is the claimant, whoever is spoken of; the time code is where the claim stands."""
    claims = [claim for claim in find_claims(read_bytes(DEBATE.encode(), "debate.txt")) if claim.is_claim]
    assert [(claim.text, claim.claimant, claim.place) for claim in claims if claim.claimant] == [
        ("It cost three million pounds.", "Ann Roe", "00:00:09"),
        ("According to the harbour board it opened in 1987.", "Ann Roe", "00:00:09"),
        ("Its 12 piers stand 40 metres apart.", "Ann Roe", "00:00:09"),
        ("It cost four million pounds, Mr. Hale said.", "Moderator", "00:01:02"),
    ]
    assert all(claim.kind is ClaimKind.STATEMENT for claim in claims if claim.claimant)


def test_labels_are_set_aside() -> None:
    """Nothing of the text is dropped, and no label is part of a claim."""
    pieces = find_claims(read_bytes(DEBATE.encode(), "debate.txt"))
    labels = [piece.text for piece in pieces if piece.set_aside is SetAside.SPEAKER]
    assert labels == ["[00:00:05] MODERATOR:", "[00:00:09] ANN ROE:", "[00:01:02] MODERATOR:"]


@given(st.lists(TURN, min_size=4, max_size=8))
@settings(max_examples=100, deadline=None)
def test_claims_are_the_transcripts_own_words(turns: list[tuple[str, str]]) -> None:
    """Exact offsets, in order, apart; every letter and digit is in one piece."""
    article = read_bytes("\n\n".join(f"{name}: {words}" for name, words in turns).encode(), "debate.txt")
    end = 0
    for piece in find_claims(article):
        assert piece.start >= end and article.text[piece.start : piece.end] == piece.text
        assert not any(map(str.isalnum, article.text[end : piece.start]))
        end = piece.end
    assert not any(map(str.isalnum, article.text[end:]))
