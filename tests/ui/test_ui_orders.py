"""Which claims are listed, in what order, and how to get to one by its number."""

from __future__ import annotations

from pathlib import Path

import pytest
from piloting import SIZES, ask_prompt, at_rest, claim, current_number, desk_screen, listed, opened, screen_text, until

from factcheck_tui.desk import Desk
from factcheck_tui.model import Band, Verdict
from factcheck_tui.ui.sheet import Order

ALL = list(range(1, 21))


@pytest.mark.parametrize("size", SIZES)
async def test_the_list_is_sorted_by_a_key_and_remembers_it(path: Path, bob: Desk, size: tuple[int, int]) -> None:
    """O goes round the orders with the cursor on its claim; the next start has the order of the last."""
    bob.mark([claim(bob, 2).claim.id], Verdict.DISPUTED)
    scores = bob.best_matches(1)
    async with opened(path, size=size) as pilot:
        await at_rest(pilot, 1)
        await pilot.press("O")
        await until(pilot, lambda: listed(pilot) != ALL)
        assert listed(pilot) == sorted(ALL, key=lambda n: -claim(bob, n).claim.priority)
        assert current_number(pilot) == 1
        await pilot.press("O")
        await until(pilot, lambda: listed(pilot) == [*(n for n in ALL if n != 2), 2])
        await pilot.press("O")
        sheet = desk_screen(pilot).sheet
        assert sheet is not None
        assert sheet.order is Order.BEST_MATCH
        await until(pilot, lambda: scores[claim(bob, listed(pilot)[0]).claim.id].score == max(scores.values()).score)
    async with opened(path, size=size) as pilot:
        await until(pilot, lambda: listed(pilot) != ALL)
        await pilot.press("O")
        await until(pilot, lambda: listed(pilot) == ALL)


async def test_conditions_filter_the_list(path: Path, bob: Desk) -> None:
    """Verdict, match, checker and priority by words, joined; one that is not known is named with those that are."""
    bob.mark([claim(bob, n).claim.id for n in (4, 9)], Verdict.DISPUTED)
    good = [n for n in ALL if (best := bob.best_matches(1).get(claim(bob, n).claim.id)) and best.band is not Band.WEAK]
    urgent = [n for n in ALL if claim(bob, n).claim.priority >= 60]
    assert good not in ([], ALL)
    assert urgent not in ([], ALL)
    wanted = {"is:disputed": [4, 9], "by:bob": [4, 9], "has:match": good, "priority:>=60": urgent}
    wanted["has:match priority:>=60"] = [n for n in good if n in urgent]
    async with opened(path) as pilot:
        for words, numbers in wanted.items():
            await ask_prompt(pilot, "slash", words)
            await until(pilot, lambda found=numbers: listed(pilot) == found, words)  # type: ignore[misc]
            await pilot.press("escape")
        await ask_prompt(pilot, "slash", "is:wrong")
        await until(pilot, lambda: "“is:wrong” is no filter." in screen_text(pilot.app))


@pytest.mark.parametrize("size", SIZES)
async def test_a_claim_is_gone_to_by_its_number(path: Path, size: tuple[int, int]) -> None:
    """^g asks for a number; a filter that hides the claim is taken away; what is none is said."""
    async with opened(path, size=size) as pilot:
        await ask_prompt(pilot, "ctrl+g", "17")
        await pilot.press("enter")
        await until(pilot, lambda: current_number(pilot) == 17)
        await ask_prompt(pilot, "slash", "antarctica")
        await pilot.press("enter")
        await until(pilot, lambda: len(listed(pilot)) == 1)
        await ask_prompt(pilot, "ctrl+g", "3")
        await pilot.press("enter")
        await until(pilot, lambda: current_number(pilot) == 3)
        assert listed(pilot) == ALL
        for typed, words in (("99", "There is no claim 99."), ("x", "“x” is no number of a claim.")):
            await ask_prompt(pilot, "ctrl+g", typed)
            await pilot.press("enter")
            await until(pilot, lambda said=words: said in screen_text(pilot.app))  # type: ignore[misc]
        assert current_number(pilot) == 3
