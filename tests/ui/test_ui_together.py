"""Others at the same file: their marks and where they are come up by themselves, and move nothing under your hands."""

from __future__ import annotations

from pathlib import Path

import pytest
from factories import make_evidence
from piloting import at_rest, claim, current_number, desk_screen, opened, screen_text, until

from factcheck_tui.desk import Desk
from factcheck_tui.model import SetAside, SourceKind, Verdict
from factcheck_tui.ui.widgets.claim_list import ClaimList

LONG = 20.0  # seconds: a look comes once a second, and behind everything else that a busy machine does


async def test_marks_of_others_appear_by_themselves(path: Path, bob: Desk) -> None:
    """Without a key, on another claim and on the one in view; the bottom line says who did what."""
    async with opened(path) as pilot:
        await pilot.press("j", "j")
        await at_rest(pilot, 3)
        bob.mark([claim(bob, 5).claim.id], Verdict.DISPUTED)
        await until(pilot, lambda: "Bob: claim 5, verdict pending → disputed" in screen_text(pilot.app), seconds=LONG)
        await until(pilot, lambda: "✗  5" in screen_text(pilot.app), seconds=LONG)
        assert current_number(pilot) == 3
        bob.note(claim(bob, 3).claim.id, "rang the keeper")
        await until(pilot, lambda: "note: rang the keeper" in screen_text(pilot.app), seconds=LONG)
        bob.set_aside([claim(bob, 1).claim.id], SetAside.CHECKER)
        await until(pilot, lambda: current_number(pilot) == 2)  # numbers are counted anew; the cursor stays
        await until(pilot, lambda: "Bob: a piece set aside" in screen_text(pilot.app), seconds=LONG)


@pytest.mark.parametrize("size", [(60, 20), (140, 45)])
async def test_who_is_at_which_claim_is_shown(path: Path, bob: Desk, size: tuple[int, int]) -> None:
    """Another checker's name stands at the claim where they are, follows them, and goes when they leave."""
    async with opened(path, size=size) as pilot:
        listing = pilot.app.screen.query_one(ClaimList)
        wanted = {number: claim(bob, number).claim.id for number in (2, 4)}

        def bob_is_at(number: int) -> bool:
            bob.look_around(wanted[number])  # again and again, as an open desk does
            rows = [str(listing.row(index, 56)[0]) for index in range(len(listing))]
            return [row for row, shown in enumerate(rows, 1) if "◂Bob" in shown] == [number]

        await until(pilot, lambda: bob_is_at(2), seconds=LONG)
        await until(pilot, lambda: "◂Bob" in screen_text(pilot.app))
        await until(pilot, lambda: bob_is_at(4), seconds=LONG)
        assert [other.checker for other in bob._others] == ["Ada"]
        bob.step_away()
        await until(pilot, lambda: "◂Bob" not in screen_text(pilot.app), seconds=LONG)


async def test_leaving_the_desk_leaves_no_presence(path: Path, bob: Desk) -> None:
    """Back at the articles, and after quitting, nobody is shown at a claim."""

    def others() -> tuple[object, ...]:
        bob.look_around(1)
        return bob._others

    async with opened(path) as pilot:
        await until(pilot, others, seconds=LONG)
        await pilot.press("q")
        await until(pilot, lambda: not others(), seconds=LONG)
        await until(pilot, lambda: "1 article, " in screen_text(pilot.app))
        await pilot.press("enter")
        await at_rest(pilot)
        await until(pilot, others, seconds=LONG)
    assert not others()


async def test_secondary_only_is_shown_live(path: Path, bob: Desk) -> None:
    """The list says of each claim how many of its sources are primary, and in its title how many rest on none."""
    wanted, other = claim(bob, 1).claim.id, claim(bob, 2).claim.id
    async with opened(path) as pilot:
        bob.add_evidence(make_evidence(wanted))
        bob.add_evidence(make_evidence(other, kind=SourceKind.PRIMARY))
        await until(pilot, lambda: "secondary only: 1 of 2" in screen_text(pilot.app), seconds=LONG)
        await until(pilot, lambda: "§0/1" in screen_text(pilot.app) and "§1/1" in screen_text(pilot.app), seconds=LONG)
        bob.add_evidence(make_evidence(wanted, kind=SourceKind.PRIMARY))
        await until(pilot, lambda: "§1/2" in screen_text(pilot.app), seconds=LONG)
        await until(pilot, lambda: "secondary only: " not in screen_text(pilot.app).split("Article")[0], seconds=LONG)
        assert desk_screen(pilot).status() == claim(bob, 1)
