"""The filter of the claims, and n and N, which go through what it finds."""

from __future__ import annotations

from pathlib import Path

import pytest
from piloting import SIZES, ask_prompt, at_rest, claim, current_number, listed, opened, screen_text, until

from factcheck_tui.desk import Desk
from factcheck_tui.model import Verdict

ALL = list(range(1, 21))


def with_words(desk: Desk, words: str) -> list[int]:
    """Numbers of the claims whose text or claimant has these words."""
    return [
        status.claim.number
        for status in desk.claims(1)
        if words in f"{status.claim.text} {status.claim.claimant}".casefold()
    ]


@pytest.mark.parametrize("size", SIZES)
async def test_the_filter_lists_the_claims_with_the_words_as_they_are_typed(
    path: Path, bob: Desk, size: tuple[int, int]
) -> None:
    """/ narrows the list with each character; Enter keeps the filter, Esc takes it away and the cursor stays."""
    wanted = with_words(bob, "turbines")
    assert 1 < len(wanted) < 20
    async with opened(path, size=size) as pilot:
        await ask_prompt(pilot, "slash", "TURB")
        await until(pilot, lambda: listed(pilot) == with_words(bob, "turb"))
        await pilot.press(*"ines", "enter")
        await until(pilot, lambda: listed(pilot) == wanted)
        await pilot.press("j")
        await until(pilot, lambda: current_number(pilot) == wanted[1])
        await pilot.press("escape")
        await until(pilot, lambda: listed(pilot) == ALL)
        assert current_number(pilot) == wanted[1]


async def test_escape_while_typing_lists_all_claims_again(path: Path) -> None:
    """Esc in the filter's line closes the line and takes the filter away."""
    async with opened(path) as pilot:
        await ask_prompt(pilot, "slash", "turbines")
        await until(pilot, lambda: len(listed(pilot)) < 20)
        await pilot.press("escape")
        await until(pilot, lambda: listed(pilot) == ALL)
        await pilot.press("j")
        await at_rest(pilot, current_number(pilot))


async def test_a_filter_that_finds_nothing_leads_back_to_the_claim(path: Path) -> None:
    """Words without a claim are typed, then taken away: the cursor is where it was."""
    async with opened(path) as pilot:
        await pilot.press(*"jjjjjj")
        await at_rest(pilot, 7)
        await ask_prompt(pilot, "slash", "zeppelin")
        await until(pilot, lambda: listed(pilot) == [])
        await pilot.press("s", "escape")
        await until(pilot, lambda: listed(pilot) == ALL)
        await at_rest(pilot, 7)
        await ask_prompt(pilot, "slash", "zeppelin")
        await pilot.press("enter")
        await until(pilot, lambda: listed(pilot) == [])
        await pilot.press("escape")  # now the list's: it takes the filter away
        await until(pilot, lambda: listed(pilot) == ALL)
        await at_rest(pilot, 7)


async def test_a_tilde_forgives_slips(path: Path, bob: Desk) -> None:
    """~words finds what is spelled nearly so; the same words without ~ find nothing."""
    (wanted,) = with_words(bob, "antarctica")
    async with opened(path) as pilot:
        await ask_prompt(pilot, "slash", "antartica")
        await until(pilot, lambda: listed(pilot) == [])
        await pilot.press("escape")
        await ask_prompt(pilot, "slash", "~antartica")
        await until(pilot, lambda: wanted in listed(pilot))
        assert len(listed(pilot)) < 20


async def test_a_verdict_note_or_claimant_can_be_filtered_for(path: Path, bob: Desk) -> None:
    """The filter looks at what the list shows of a claim, not at its text alone."""
    bob.mark([claim(bob, 4).claim.id], Verdict.DISPUTED)
    bob.note(claim(bob, 9).claim.id, "ring the ornithologists")
    async with opened(path) as pilot:
        for words, numbers in (("disputed", [4]), ("ring the", [9]), ("tomasz wilk", with_words(bob, "tomasz wilk"))):
            await ask_prompt(pilot, "slash", words)
            await until(pilot, lambda wanted=numbers: listed(pilot) == wanted, words)  # type: ignore[misc]
            await pilot.press("escape")


@pytest.mark.parametrize("size", SIZES)
async def test_a_filter_that_finds_nothing_says_the_next_step(path: Path, size: tuple[int, int]) -> None:
    """An empty list names the filter and the key that takes it away; keys on no claim do nothing."""
    async with opened(path, size=size) as pilot:
        await ask_prompt(pilot, "slash", "zeppelin")
        await pilot.press("enter")
        await until(pilot, lambda: "No claim has “zeppelin”." in screen_text(pilot.app))
        assert "Esc takes" in screen_text(pilot.app)
        await pilot.press(*"cdpxaif1j", "minus")
        await pilot.press("escape")
        await until(pilot, lambda: listed(pilot) == ALL)
        with Desk.open(path, "Bob") as bob:
            assert bob.article_history(1) == []


async def test_n_goes_through_what_the_filter_finds_round_the_end(path: Path, bob: Desk) -> None:
    """With a filter n and N go to the next and the previous claim found."""
    wanted = with_words(bob, "turbines")
    async with opened(path) as pilot:
        await ask_prompt(pilot, "slash", "turbines")
        await pilot.press("enter")
        await until(pilot, lambda: listed(pilot) == wanted)
        await pilot.press("g")
        for number in [*wanted[1:], wanted[0]]:
            await pilot.press("n")
            await until(pilot, lambda at=number: current_number(pilot) == at)  # type: ignore[misc]
        await pilot.press("N")
        await until(pilot, lambda: current_number(pilot) == wanted[-1])


async def test_n_goes_to_the_undecided_claims_without_a_filter(path: Path, bob: Desk) -> None:
    """Without a filter n and N pass what is decided; when no other is undecided the desk says so."""
    for number in ALL:
        if number not in (1, 5, 9):
            bob.mark([claim(bob, number).claim.id], Verdict.CONFIRMED)
    async with opened(path) as pilot:
        for key, number in (("n", 5), ("n", 9), ("n", 1), ("N", 9)):
            await pilot.press(key)
            await until(pilot, lambda at=number: current_number(pilot) == at)  # type: ignore[misc]
    for number in (1, 5, 9):
        bob.mark([claim(bob, number).claim.id], Verdict.CONFIRMED)
    async with opened(path) as pilot:
        await pilot.press("n")
        await until(pilot, lambda: "No other claim is undecided." in screen_text(pilot.app))


async def test_what_a_filter_finds_is_in_view(path: Path, bob: Desk) -> None:
    """Also where the list had no room beside the records that were read, and the next j goes through what it found."""
    wanted = with_words(bob, "turbines")
    async with opened(path, size=(60, 20)) as pilot:
        await pilot.press("tab")
        await until(pilot, lambda: "Claims" not in screen_text(pilot.app), "the records have the screen")
        await pilot.press("slash", *"turbines")
        await until(pilot, lambda: f"Claims · {len(wanted)} by filter" in screen_text(pilot.app))
        await pilot.press("enter", "j")
        await until(pilot, lambda: current_number(pilot) == wanted[1])
