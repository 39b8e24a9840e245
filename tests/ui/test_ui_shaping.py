"""Claims made of chosen words, split, joined, reworded and attributed, with the keyboard alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from piloting import (
    SIZES,
    ask_prompt,
    at_rest,
    claim,
    current_number,
    desk_screen,
    log,
    notices,
    opened,
    pane_of_focus,
    screen_text,
    until,
    verdicts,
)
from textual.pilot import Pilot

from factcheck_tui.desk import Desk


def chosen(pilot: Pilot[None]) -> str:
    """The words that are chosen."""
    galley = desk_screen(pilot).galley
    return galley.selection.text[slice(*galley.selection.span)] if galley.selection else ""


def texts(desk: Desk) -> list[str]:
    return [status.claim.text for status in desk.claims(1)]


@pytest.mark.parametrize("size", SIZES)
async def test_a_part_of_a_sentence_becomes_a_claim(path: Path, bob: Desk, size: tuple[int, int]) -> None:
    """+ chooses from the claim on, + again begins at the word, l goes on, Enter makes it a claim; u undoes it."""
    before = texts(bob)
    part = " ".join(claim(bob, 4).claim.text.split()[2:5])
    async with opened(path, size=size) as pilot:
        await pilot.press("j", "j", "j")
        await at_rest(pilot, 4)
        await pilot.press("plus", "l", "right", "plus", "l", "right")
        await until(pilot, lambda: chosen(pilot) == part, part)
        await pilot.press("enter")
        await until(pilot, lambda: part in texts(bob))
        assert len(texts(bob)) == len(before) + 1
        await until(pilot, lambda: (found := desk_screen(pilot).status()) is not None and found.claim.text == part)
        await pilot.press("u")
        await until(pilot, lambda: texts(bob) == before)
        await until(pilot, lambda: "Undone: a claim less" in screen_text(pilot.app))
        await pilot.press("U")
        await until(pilot, lambda: "Done again: a claim more" in screen_text(pilot.app))


async def test_while_choosing_other_keys_do_nothing(path: Path, bob: Desk) -> None:
    """c, d, x, 1 and q decide nothing; Esc gives up the words, then the choosing, and the keys are what they were."""
    async with opened(path) as pilot:
        await pilot.press("plus", *"cdx1fta", "colon", "ctrl+p", "plus", "j")
        await until(pilot, lambda: chosen(pilot) != "")
        assert "Enter done" in screen_text(pilot.app).splitlines()[-1]
        await pilot.press("f1")
        await until(pilot, lambda: "on the article, while words are chosen" in screen_text(pilot.app))
        await pilot.press("escape")
        await pilot.press("escape")
        await until(pilot, lambda: chosen(pilot) == "")
        assert desk_screen(pilot).galley.choosing
        await pilot.press("escape")
        await until(pilot, lambda: not desk_screen(pilot).galley.choosing)
        assert (verdicts(bob), log(bob), pane_of_focus(pilot)) == ({}, [], "galley")
        await pilot.press("c")
        await until(pilot, lambda: len(verdicts(bob)) == 1)


@pytest.mark.parametrize("size", SIZES)
async def test_a_claim_is_split_where_its_second_part_begins(path: Path, bob: Desk, size: tuple[int, int]) -> None:
    """b, then to the word, Enter: two claims of one; undone as a whole, the cursor on the whole again."""
    whole = claim(bob, 4).claim.text
    words = whole.split()
    async with opened(path, size=size) as pilot:
        await pilot.press("j", "j", "j")
        await at_rest(pilot, 4)
        await pilot.press("b")
        if size[0] >= 80:
            await until(pilot, lambda: "choose the word that the second claim begins with" in screen_text(pilot.app))
        await pilot.press("h", "h", "l", "l", "enter")
        await until(pilot, lambda: claim(bob, 4).claim.text == " ".join(words[:3]).rstrip(","))
        assert claim(bob, 5).claim.text == whole[whole.index(words[3]) :]
        await pilot.press("u")
        await until(pilot, lambda: claim(bob, 4).claim.text == whole)
        await until(pilot, lambda: current_number(pilot) == 4)
        await until(pilot, lambda: "Undone: 3 claims, cut as before" in screen_text(pilot.app))
        assert "choose the word" not in screen_text(pilot.app)


@pytest.mark.parametrize("size", SIZES)
async def test_a_claim_is_joined_with_the_next_or_with_the_marked(
    path: Path, bob: Desk, size: tuple[int, int]
) -> None:
    """& makes one claim of two neighbours, or of all that are marked; what cannot be joined is said."""
    first, second, third = (claim(bob, number).claim for number in (5, 6, 7))
    async with opened(path, size=size) as pilot:
        await pilot.press("j", "j", "j", "j", "ampersand")
        await until(pilot, lambda: "Claims 5 and 6 are one now" in screen_text(pilot.app))
        assert claim(bob, 5).claim.end == second.end
        assert claim(bob, 5).claim.start == first.start
        await pilot.press("u")
        await until(pilot, lambda: "Undone" in screen_text(pilot.app))  # the keys act on what the screen shows
        assert claim(bob, 5).claim.end == first.end
        await at_rest(pilot, 5)
        await pilot.press("space", "space", "space", "ampersand")
        await until(pilot, lambda: claim(bob, 5).claim.end == third.end)
        await until(pilot, lambda: "Claims 5 to 7 are one now" in screen_text(pilot.app))
        await pilot.press("G", "ampersand")
        await until(pilot, lambda: "There is no next claim" in screen_text(pilot.app))


async def test_claims_that_cannot_be_joined_stay_marked(path: Path, bob: Desk) -> None:
    """What was refused is not to be marked again."""
    before = texts(bob)
    async with opened(path) as pilot:
        await pilot.press("space", "j", "j", "space", "ampersand")
        await until(pilot, lambda: notices(pilot), "the refusal")
        await until(pilot, lambda: "2 marked" in screen_text(pilot.app))
    assert texts(bob) == before


@pytest.mark.parametrize("size", SIZES)
async def test_other_words_are_searched_with_and_the_claim_keeps_its_own(
    path: Path, bob: Desk, size: tuple[int, int]
) -> None:
    """R asks for the words; the records beside the claim are those of the words; the text stays the article's."""
    text = claim(bob, 1).claim.text
    async with opened(path, size=size) as pilot:
        before = [match.record.id for match in bob.matches(claim(bob, 1).claim.id)]
        await ask_prompt(pilot, "R", "Antarctica is gaining ice")
        await pilot.press("enter")
        await until(pilot, lambda: claim(bob, 1).claim.search_words == "Antarctica is gaining ice")
        await until(pilot, lambda: [m.record.id for m in bob.matches(claim(bob, 1).claim.id)] != before)
        assert claim(bob, 1).claim.text == text
        await pilot.press("u")
        await until(pilot, lambda: not claim(bob, 1).claim.search_words)


@pytest.mark.parametrize("size", SIZES)
async def test_the_claimant_is_corrected(path: Path, bob: Desk, size: tuple[int, int]) -> None:
    """W shows who is said to say it; what is typed stands, nothing says that the article does; undo goes back."""
    number = next(s.claim.number for s in bob.claims(1) if s.claim.claimant)
    before = claim(bob, number).claim.claimant
    async with opened(path, size=size) as pilot:
        await pilot.press(*"j" * (number - 1))
        await at_rest(pilot, number)
        await ask_prompt(pilot, "W", "Ada Lund")
        await pilot.press("enter")
        await until(pilot, lambda: claim(bob, number).claim.claimant == "Ada Lund")
        await ask_prompt(pilot, "W", "")
        await pilot.press("enter")
        await until(pilot, lambda: claim(bob, number).claim.claimant == "")
        await pilot.press("u", "u")
        await until(pilot, lambda: claim(bob, number).claim.claimant == before)


async def test_the_margin_says_how_many_claims_of_a_paragraph_are_left(path: Path, bob: Desk) -> None:
    """A number at the first line of each paragraph that has claims; a verdict counts down at once."""
    async with opened(path) as pilot:
        galley = desk_screen(pilot).galley
        lines = range(galley.virtual_size.height)
        await until(pilot, lambda: sum(galley.left_beside(line)[1] for line in lines) == 20)
        await pilot.press("c")
        await until(pilot, lambda: sum(galley.left_beside(line)[1] for line in lines) == 19)
