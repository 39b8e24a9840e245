"""Attribution: who says it, by which words, and whom a short form stands for."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck_tui.claims.attribution import find_attribution, hide_quotations
from factcheck_tui.claims.claimants import attribute

VOCABULARY = [
    "the",
    "Ann",
    "Roe",
    "said",
    ",",
    "who",
    "“",
    "”",
    ".",
    "board",
    "according to",
    "it",
    "they",
    ":",
    "and",
    "(",
]


@pytest.mark.parametrize(
    ("sentence", "claimant", "cue"),
    [
        ("The dam holds, according to the ministry of water.", "the ministry of water", "according to"),
        ("According to Ann Roe, the dam holds.", "Ann Roe", "according to"),
        ("Ann Roe said the dam holds.", "Ann Roe", "said"),
        ("On Monday, the ministry also confirmed that the dam holds.", "the ministry", "confirmed"),
        ("The Mill Board for Water Rights said on Tuesday that it holds.", "The Mill Board for Water Rights", "said"),
        ("The dam holds, said the ministry, which built it.", "the ministry", "said"),
        ("“It holds,” said Ann Roe.", "Ann Roe", "said"),
        ("“It holds,” Ann Roe, head of the board, told Mill News.", "Ann Roe", "told"),
        ("Ann Roe, who has seen the dam, said the walls hold.", "Ann Roe", "said"),
        ("Ann Roe, head of the board, said the walls hold.", "Ann Roe", "said"),
        ("In Milltown, two walls fell, said the board.", "the board", "said"),
        ("“It holds,” a guard was quoted as saying by Mill News.", "a guard", "was quoted as saying"),
        ("Ann Roe: “It holds.”", "Ann Roe", ":"),
        ("He said it holds.", "He", "said"),
        ("The Mill Water Board (MWB) has said it holds.", "The Mill Water Board", "said"),
        ("The dam will hold, experts say.", "experts", "say"),
    ],
)
def test_who_says_it(sentence: str, claimant: str, cue: str) -> None:
    """Each common form of attribution gives its source and its cue."""
    found = find_attribution(sentence)
    assert found is not None
    assert (found.claimant, found.cue) == (claimant, cue)


@pytest.mark.parametrize(
    ("sentence", "claimant", "reporter"),
    [
        (
            "Mill TV, a local station, also cited its correspondent as saying the dam broke.",
            "its correspondent",
            "Mill TV",
        ),
        ("A guard was quoted by Mill News as saying it broke.", "A guard", "Mill News"),
        ("Mill News reported that it broke, citing two guards.", "two guards", "Mill News"),
        ("The dam holds, said Ann Roe.", "Ann Roe", ""),
    ],
)
def test_who_reports_what_was_said(sentence: str, claimant: str, reporter: str) -> None:
    """Over two mouths both are kept: who is said to have said it, and who says so."""
    found = find_attribution(sentence)
    assert found is not None
    assert (found.claimant, found.reported_by) == (claimant, reporter)


@pytest.mark.parametrize(
    ("sentence", "claimant"),
    [
        ("Ann Roe is promising a new dam.", "Ann Roe"),
        ("Ann Roe went to Milltown, claiming that it holds.", "Ann Roe"),
        ("The work called for a new wall, guards said.", "guards"),
        ("“WALLACE: It holds.", "Wallace"),
        ("Ann Roe has gone after the board as “a band of thieves”.", "Ann Roe"),
        ("“It holds,” Ann Roe, head of the board, said at a meeting this month.", "Ann Roe"),
        ("“It holds,” Ann Roe said Tuesday.", "Ann Roe"),
    ],
)
def test_who_says_it_in_rarer_forms(sentence: str, claimant: str) -> None:
    """Participles, verbs that may mean other things, dialogues and quoted words without a cue."""
    found = find_attribution(sentence)
    assert found is not None and found.claimant == claimant


@pytest.mark.parametrize(
    "sentence",
    [
        "Its plans for the dam were late.",
        "Ann Roe's claims were many.",
        "The rate will fall in order of size.",
        "The dam holds 40 million litres.",
        "“He said it holds.”",
        "They were told that it holds.",
        "The report was long.",
        "Some of the claims were old.",
        "",
    ],
)
def test_what_attributes_nothing(sentence: str) -> None:
    """Nouns that look like cues, the passive, and what is quoted name no source."""
    assert find_attribution(sentence) is None


@pytest.mark.parametrize(
    ("headline", "claimant"),
    [("Dam may break: report", "report"), ("Police: dam was blown up", "Police"), ("Board Says Dam Holds", "Board")],
)
def test_headlines_have_forms_of_their_own(headline: str, claimant: str) -> None:
    """A colon before or after the source, and capitals on every word."""
    found = find_attribution(headline, headline=True)
    assert found is not None and found.claimant == claimant


@pytest.mark.parametrize("headline", ["Debate at Grey Point", "Five Questions for the Board", "New Rules, New Plans"])
def test_nouns_in_capitals_are_no_verbs(headline: str) -> None:
    """A headline's nouns may look like cues."""
    assert find_attribution(headline, headline=True) is None


def test_a_place_before_a_colon_is_no_claimant() -> None:
    """Headlines put places before colons too."""
    assert find_attribution("Milltown: Dam breaks", headline=True) is None


@pytest.mark.parametrize(
    ("sentences", "last"),
    [
        (["Mayor Ann Roe spoke.", "Roe said it holds."], "Mayor Ann Roe"),
        (["Ann Roe said it rained.", "She added that it holds."], "Ann Roe"),
        (["The Mill Water Board came.", "MWB said it holds."], "Mill Water Board"),
        (["The US Central Command came.", "CENTCOM said it holds."], "US Central Command"),
        (["The ministry said so.", "It added that it holds."], "the ministry"),
        (
            ["Mill Rights Watch said so.", "It holds, said the UK-based monitor, which has no staff."],
            "Mill Rights Watch",
        ),
        (["Two guards said so.", "It holds, they said."], "Two guards"),
        (["“It holds,” said Ann Roe.", "“It always has.”"], "Ann Roe"),
        (["Ann Roe said so.", "John Poe said not.", "It rained, she said."], "Ann Roe"),
        (["John Poe opened the dam.", "He said it holds."], "John Poe"),
        (["Mayor John Poe came.", "Poe opened the dam.", "He said it holds."], "Mayor John Poe"),
        (["She said it holds."], "She"),
    ],
)
def test_short_forms_are_put_back_to_names(sentences: list[str], last: str) -> None:
    """Surname, acronym, pronoun, "the monitor", and a quotation that goes on; what nobody fits stays as it is."""
    found = attribute(sentences)[-1]
    assert found is not None and found.claimant.lower() == last.lower()


def test_a_body_that_is_named_late_is_named_at_once() -> None:
    """News cites "a monitoring group" first and names it in the sentence after."""
    found = attribute(["It broke, according to a monitoring group.", "It rained.", "Mill River Watch said it broke."])
    assert found[0] is not None and found[0].claimant == "Mill River Watch"
    found = attribute(["It broke, according to a monitoring group.", "Ann Roe said it broke."])
    assert found[0] is not None and found[0].claimant == "a monitoring group"


def test_a_quotation_after_a_plain_sentence_has_no_speaker() -> None:
    """Only a quotation right below an attributed sentence goes on with its speaker."""
    assert attribute(["Ann Roe said so.", "It rained.", "“It holds.”"])[-1] is None


@given(st.text(max_size=120))
@settings(max_examples=150, deadline=None)
def test_hiding_quotations_keeps_the_length(text: str) -> None:
    """Places in the hidden sentence are places in the sentence."""
    hidden = hide_quotations(text)
    assert len(hidden) == len(text)
    assert "“" not in hidden and '"' not in hidden


@given(st.lists(st.sampled_from(VOCABULARY), max_size=25))
@settings(max_examples=200, deadline=None)
def test_any_words_give_a_source_or_none(words: list[str]) -> None:
    """A source is never empty and never runs over a line or a quotation mark."""
    for found in attribute([" ".join(words)]):
        assert found is None or (found.claimant.strip() and found.cue and "“" not in found.claimant)


def test_a_name_behind_its_office_is_the_claimant() -> None:
    """ "…, its mayor, Ann Roe, told" names Ann Roe, not the town that the sentence is about."""
    found = find_attribution("Halvern is the windiest town on the coast, its mayor, Ann Roe, told the agency.")
    assert found is not None
    assert found.claimant == "Ann Roe"
