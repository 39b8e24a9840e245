"""Search as one types: the language over a real archive, slips forgiven, and whatever is typed raises nothing."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from factories import keep_article, keep_records, make_desk, make_record
from hypothesis import example, given, settings
from hypothesis import strategies as st

from factcheck_tui.desk import Desk
from factcheck_tui.model import Verdict


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """Records about towers, bridges, harbours and elections."""
    desk = make_desk(tmp_path_factory.mktemp("searching") / "desk.db")
    keep_records(
        desk.store,
        make_record("The tower is tall", rating="False", publisher="Tower Check", review_date="2019-04-30"),
        make_record("The bridge is tall and old", rating="Mostly False", publisher="Bridge Desk",
                    review_date="2020-01-01", language="fr-CA"),
        make_record("A tower near the bridge", rating="True", claimant="Ann Smith", claim_date="2021-06-01"),
        make_record("Café by the harbour", title="Elvis lives", body="A zeppelin landed there", language="fr"),
        make_record("The election was stolen", rating="False", review_date="2020-11-20"),
    )  # fmt: skip
    yield desk
    desk.close()


TOWER, BRIDGE, NEAR = "The tower is tall", "The bridge is tall and old", "A tower near the bridge"
CAFE, ELECTION = "Café by the harbour", "The election was stolen"


def found(desk: Desk, typed: str) -> list[str]:
    return [record.claim for record in desk.search(typed)]


@pytest.mark.parametrize(
    ("typed", "claims"),
    [
        ("tow", {TOWER, NEAR}),
        ("tower bri", {NEAR}),
        ("tower b", {NEAR}),
        ("t", {TOWER, BRIDGE, NEAR, CAFE, ELECTION}),
        ("Towers", {TOWER, NEAR}),
        ("harbour lighthouse", {CAFE}),
        ("cafe", {CAFE}),
        ("elvis", {CAFE}),
        ("zeppelin", {CAFE}),
        ("lighthouse", set()),
        ("electio", {ELECTION}),
        ("electi", {ELECTION}),
        ("elections were", {ELECTION}),
        ('"tower near"', {NEAR}),
        ('"near tower"', set()),
        ('"tall and', {BRIDGE}),
        ("tower -bridge", {TOWER}),
        ("-tower", {BRIDGE, CAFE, ELECTION}),
        ('tall -"and old"', {TOWER}),
        ("rating:false", {TOWER, BRIDGE, ELECTION}),
        ("-rating:mostly rating:false", {TOWER, ELECTION}),
        ("tall rating:mostly", {BRIDGE}),
        ("publisher:bridge", {BRIDGE}),
        ("claimant:SMITH", {NEAR}),
        ("language:fr", {BRIDGE, CAFE}),
        ("after:2020", {BRIDGE, NEAR, ELECTION}),
        ("before:2020", {TOWER}),
        ("before:2019-05", {TOWER}),
        ("before:2019-04-30", set()),
        ("after:2020 before:2020-11", {BRIDGE}),
    ],
)
def test_the_language_finds(archive: Desk, typed: str, claims: set[str]) -> None:
    """All words, the last as a beginning; failing that any; phrases, what is left out, conditions."""
    assert set(found(archive, typed)) == claims


@pytest.mark.parametrize(
    ("typed", "claim"),
    [("bridgge", BRIDGE), ("birdge ", BRIDGE), ("elecition ", ELECTION), ("zepelin ", CAFE), ("habour", CAFE)],
)
def test_a_slip_is_forgiven(archive: Desk, typed: str, claim: str) -> None:
    """Letters doubled, swapped, added or left out, where no record has the word as it was typed."""
    assert claim in found(archive, typed)


def test_a_word_that_is_there_is_taken_as_typed(archive: Desk) -> None:
    """Nothing near is brought up beside it."""
    assert found(archive, "tall ") and all("tall" in claim for claim in found(archive, "tall "))


def test_the_likeliest_comes_first(archive: Desk) -> None:
    """In the order of the ranking: what is all about the words before what only mentions them."""
    assert found(archive, "tower is tall")[0] == TOWER
    assert found(archive, "bridge tower near")[0] == NEAR


def test_nothing_typed_gives_the_newest(archive: Desk) -> None:
    """Before a word is typed, the last records that came are shown, the newest first."""
    assert found(archive, "") == found(archive, " ?! ") == [ELECTION, CAFE, NEAR, BRIDGE, TOWER]


def test_no_more_than_asked_for(archive: Desk) -> None:
    """The list on the screen is bounded."""
    assert len(archive.search("tall", 1)) == len(archive.search("", 1)) == len(archive.search("rating:false", 1)) == 1


def test_the_desks_own_verdicts_are_searched_until_they_are_taken_back(tmp_path: Path) -> None:
    """Under words and conditions alike."""
    desk = make_desk(tmp_path / "desk.db")
    (claim,) = keep_article(desk.store, "The lighthouse is red")
    desk.mark([claim], Verdict.DISPUTED)
    for typed in ("lighthouse", "verdict:disputed", "-tower"):
        assert found(desk, typed) == ["The lighthouse is red"], typed
    desk.undo()
    for typed in ("lighthouse", "verdict:disputed", "l"):
        assert found(desk, typed) == [], typed
    desk.close()


_PIECES = "AND OR NOT NEAR( ( ) ' * ^ : { } - + \\ % _ claim: rating: after:2020 tower é ² 東京 -tower " + '" "tall'
_SYNTAX = st.sampled_from([*_PIECES.split(" "), " ", "\0", "\ufeff", "\U0001f5fc", "\ud800"])


@settings(max_examples=200, deadline=None)
@given(typed=st.lists(st.one_of(_SYNTAX, st.text(max_size=5)), max_size=8).map("".join))
@example("rating:\ud800")
def test_no_typed_text_makes_the_search_fail(archive: Desk, typed: str) -> None:
    """Whatever is typed or pasted is looked for, or finds nothing: the index's own syntax means nothing here."""
    assert len(archive.search(typed, 3)) <= 3


def test_a_pasted_page_is_searched(archive: Desk) -> None:
    """More words than anybody types are cut, not refused."""
    assert TOWER in found(archive, "tower tall " * 5000)
