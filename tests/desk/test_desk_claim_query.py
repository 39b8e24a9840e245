"""The filter of the claims: conditions in words, beside plain and rough text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck_tui.desk.claim_query import CONDITIONS, read_claim_query
from factcheck_tui.model import Band, BestMatch, Claim, ClaimKind, ClaimStatus, Verdict

STRONG, WEAK = BestMatch(81, Band.STRONG), BestMatch(9, Band.WEAK)


def claim(text: str = "The tower is tall.", **fields: object) -> Claim:
    return Claim(**{"start": 0, "end": len(text), "text": text, **fields})  # type: ignore[arg-type]


HEADLINE = ClaimStatus(claim=claim("Tower falls", kind=ClaimKind.HEADLINE, priority=80))
DECIDED = ClaimStatus(
    claim=claim(priority=30), verdict=Verdict.DISPUTED, checker="Ann", note="ask Oakes", linked=1, sources=1
)
TAGGED = ClaimStatus(
    claim=claim("It was built in 1931.", claimant="Tomasz Wilk", priority=70), flagged=True, tags=("law", "ring back")
)
ALL = {"headline": (HEADLINE, STRONG), "decided": (DECIDED, WEAK), "tagged": (TAGGED, None)}


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("", "headline decided tagged"),
        ('"tower is tall"', "decided"),
        ('"is tower"', ""),
        ('"tower is', "decided"),  # as it is typed
        ("is:disputed", "decided"),
        ("is:pending", "headline tagged"),
        ("is:decided", "decided"),
        ("-is:disputed", "headline tagged"),
        ("is:disputed,pending", "headline decided tagged"),
        ("is:flagged", "tagged"),
        ("is:linked", "decided"),
        ("IS:Disputed", "decided"),
        ("has:match", "headline"),
        ("-has:match", "decided tagged"),
        ("has:note", "decided"),
        ("has:tag", "tagged"),
        ("has:claimant", "tagged"),
        ("has:evidence -has:primary", "decided"),
        ("kind:headline", "headline"),
        ("kind:s", "decided tagged"),
        ("priority:>70", "headline"),
        ("priority:>=70", "headline tagged"),
        ("priority:<70", "decided"),
        ("priority:70", "tagged"),
        ("score:>=80", "headline"),
        ("score:<=9", "decided tagged"),
        ("by:ann", "decided"),
        ("from:wilk", "tagged"),
        ('from:"tomasz wilk"', "tagged"),
        ("claimant:wilk", "tagged"),  # the archive's words for the same
        ("verdict:disputed", "decided"),
        ("-verdict:pending checker:ann", "decided"),
        ("tag:ring", "tagged"),
        ('tag:"ring back"', "tagged"),
        ("tag:law is:flagged", "tagged"),
        ("tower", "headline decided"),
        ("tower is:pending", "headline"),
        ("ask oakes", "decided"),
        ("~towr fals", "headline"),
        ("is:dis", "decided"),  # while it is typed
        ("is:", "headline decided tagged"),
        ("priority:>", "headline decided tagged"),
        ("is:nonsense", ""),
        ("priority:high", ""),
        ("score:", "headline decided tagged"),
        ("this:that", ""),  # no condition: looked for as it stands
    ],
)
def test_a_filter_finds_what_it_says(words: str, found: str) -> None:
    """Conditions are joined by and, commas are or, a minus turns one round; other words are looked for as typed."""
    query = read_claim_query(words)
    assert [name for name, (status, best) in ALL.items() if query.lets(status, best)] == found.split()


def test_a_condition_whose_value_is_none_is_named() -> None:
    """The list can say which word was not understood."""
    assert read_claim_query("tower is:nonsense").not_understood == ("is:nonsense",)
    assert read_claim_query("is:pending priority:>70 from:x").not_understood == ()


def test_a_condition_that_there_is_not_is_named() -> None:
    """So that "no claim has it" is not taken for an answer; what stands in a text with a colon is none."""
    assert read_claim_query("publisher:snopes").not_understood == ("publisher:snopes",)
    assert read_claim_query("is:pending colour:red").not_understood == ("colour:red",)
    for words in ("at 10:30", "he said: no", "https://example.org", "a:b"):
        assert not read_claim_query(words).not_understood, words


def test_every_example_is_understood() -> None:
    """What the palette and the help offer are filters."""
    for words, _ in CONDITIONS:
        query = read_claim_query(words)
        assert not query.not_understood
        assert query.conditions or words.endswith(":"), words


@given(st.text(alphabet=st.sampled_from('isha:><=-"~, tagby70\n['), max_size=30))
@settings(max_examples=300, deadline=None)
def test_nothing_that_can_be_typed_raises(words: str) -> None:
    """A filter is read with each key, half written or not."""
    query = read_claim_query(words)
    for status, best in ALL.values():
        query.lets(status, best)
