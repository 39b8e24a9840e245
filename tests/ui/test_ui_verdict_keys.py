"""The keys c, d and p: a verdict is saved at once, on the claim under the cursor, and the cursor goes on."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from piloting import (
    SIZES,
    at_rest,
    burst,
    claim,
    current_number,
    desk_screen,
    log,
    opened,
    screen_text,
    until,
    verdicts,
)

from factcheck_tui.desk import Desk
from factcheck_tui.model import Match, SetAside, Verdict
from factcheck_tui.ui.in_turn import HELD_KEY_SECONDS

BETWEEN_KEYS = HELD_KEY_SECONDS + 0.05


@pytest.mark.parametrize("size", SIZES)
async def test_each_verdict_key_logs_a_verdict_and_goes_on(path: Path, bob: Desk, size: tuple[int, int]) -> None:
    """c, d and p write their verdict to the log under the checker's name and go to the next undecided claim."""
    async with opened(path, size=size) as pilot:
        await pilot.press("c")
        await at_rest(pilot, 2)
        assert "claim 1 confirmed" in screen_text(pilot.app)
        await pilot.press("d")
        await at_rest(pilot, 3)
        await pilot.press("p")
        await at_rest(pilot, 4)
    assert verdicts(bob) == {1: Verdict.CONFIRMED, 2: Verdict.DISPUTED}
    assert log(bob) == [
        ("do", "verdict", "pending", "confirmed", "Ada"),
        ("do", "verdict", "pending", "disputed", "Ada"),
    ]
    assert claim(bob, 1).checker == "Ada"


async def test_after_a_verdict_the_next_claims_records_are_read_once(
    path: Path, bob: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What stands beside the next claim is shown with it, and not again when the verdict was written."""
    original, asked = Desk.matches, []

    def matches(desk: Desk, claim_id: int) -> list[Match]:
        asked.append(claim_id)
        return original(desk, claim_id)

    async with opened(path) as pilot:
        monkeypatch.setattr(Desk, "matches", matches)
        await pilot.press("c")
        await until(pilot, lambda: "claim 1 confirmed" in screen_text(pilot.app))
        await at_rest(pilot, 2)
        await pilot.press("d")
        await until(pilot, lambda: "claim 2 disputed" in screen_text(pilot.app))
        await at_rest(pilot, 3)
        assert asked == [claim(bob, number).claim.id for number in (2, 3)]


async def test_a_verdict_can_be_marked_over(path: Path, bob: Desk) -> None:
    """A decided claim takes another verdict, pending among them; the log keeps all of them."""
    async with opened(path) as pilot:
        for key, verdict in (("c", "confirmed"), ("d", "disputed"), ("p", "pending")):
            await pilot.press("g")
            await at_rest(pilot, 1)
            await pilot.press(key)
            await until(pilot, lambda wanted=verdict: claim(bob, 1).verdict == wanted)  # type: ignore[misc]
    assert [line[3] for line in log(bob)] == ["confirmed", "disputed", "pending"]


async def test_a_verdict_that_a_claim_has_already_is_said_to_be_there(path: Path, bob: Desk) -> None:
    """Nothing is written, and no undo is offered: it would take back the decision before."""
    async with opened(path) as pilot:
        await pilot.press("p")
        await until(pilot, lambda: "claim 1 pending. It was so already." in screen_text(pilot.app))
        await pilot.press("asterisk", "p", "y")
        await until(pilot, lambda: "20 claims pending. It was so already." in screen_text(pilot.app))
    assert log(bob) == []


async def test_the_cursor_goes_to_the_next_undecided_claim(path: Path, bob: Desk) -> None:
    """Decided claims are passed over, round the end of the article; with none left the desk says what comes next."""
    for number in range(1, 21):
        if number not in (3, 7, 20):
            bob.mark([claim(bob, number).claim.id], Verdict.CONFIRMED)
    async with opened(path) as pilot:
        await pilot.press("j", "j")
        await at_rest(pilot, 3)
        await pilot.press("c")
        await at_rest(pilot, 7)
        await pilot.press("G")
        await at_rest(pilot, 20)
        await pilot.press("d")
        await at_rest(pilot, 7)
        await pilot.press("c")
        await until(pilot, lambda: "All claims are decided; E exports the list." in screen_text(pilot.app))
        assert current_number(pilot) == 7
    assert len(verdicts(bob)) == 20


async def test_after_a_verdict_the_next_claim_is_none_that_a_filter_hides(path: Path, bob: Desk) -> None:
    """Under the filter "pending" a marked claim leaves the list, and the very next one is under the cursor."""
    async with opened(path) as pilot:
        await pilot.press("slash", *"pending", "enter")
        await at_rest(pilot, 1)
        await pilot.press("c")
        await until(pilot, lambda: 1 in verdicts(bob) and "claim 1 confirmed" in screen_text(pilot.app))
        await at_rest(pilot)
        assert current_number(pilot) == 2


async def test_a_held_verdict_key_marks_one_claim(path: Path, bob: Desk) -> None:
    """The same verdict key within 150 ms is dropped, however often it comes; after that it counts again."""
    async with opened(path) as pilot:
        await burst(pilot, *"cccc")
        await at_rest(pilot, 2)
        assert verdicts(bob) == {1: Verdict.CONFIRMED}
        await asyncio.sleep(BETWEEN_KEYS)
        await pilot.press("c")
        await at_rest(pilot, 3)
        await pilot.press("d")  # another key is never a held one
        await at_rest(pilot, 4)
    assert verdicts(bob) == {1: Verdict.CONFIRMED, 2: Verdict.CONFIRMED, 3: Verdict.DISPUTED}


async def test_a_held_verdict_key_marks_one_claim_on_a_slow_disk(path: Path, bob: Desk) -> None:
    """What counts is the time since the cursor went on: while a verdict waits to be written, repeats are dropped."""
    async with opened(path) as pilot:
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            keys = asyncio.create_task(burst(pilot, *"ccc"))
            await asyncio.sleep(2 * BETWEEN_KEYS)
            other.execute("ROLLBACK")
        await keys
        await at_rest(pilot)
        await until(pilot, lambda: verdicts(bob))
    assert verdicts(bob) == {1: Verdict.CONFIRMED}


async def test_a_verdict_falls_on_the_claim_that_was_under_the_cursor(path: Path, bob: Desk) -> None:
    """The list may change above the cursor (another checker sets a claim aside): the id counts, not the row."""
    async with opened(path) as pilot:
        await pilot.press("j", "j", "j")
        await at_rest(pilot, 4)
        wanted = desk_screen(pilot).current
        bob.set_aside([claim(bob, 1).claim.id], SetAside.CHECKER)
        await pilot.press("c")
        await until(pilot, lambda: verdicts(bob))
    assert bob.claim(wanted).verdict is Verdict.CONFIRMED
    assert len(verdicts(bob)) == 1


async def test_keys_that_come_in_one_burst_act_in_their_order(path: Path, bob: Desk) -> None:
    """j and c in one read from the terminal, as over a slow line: the verdict falls on the claim that j went to."""
    async with opened(path) as pilot:
        await burst(pilot, "j", "c", "j", "d")
        await until(pilot, lambda: len(verdicts(bob)) == 2)
    assert verdicts(bob) == {2: Verdict.CONFIRMED, 4: Verdict.DISPUTED}


async def test_what_is_set_aside_takes_no_verdict(path: Path, bob: Desk) -> None:
    """A piece that is no claim is not marked; the desk says which key makes it one."""
    async with opened(path) as pilot:
        await pilot.press("full_stop", "j", "j", "j", "c")
        await until(pilot, lambda: "This piece is set aside. The key - makes it a claim." in screen_text(pilot.app))
    assert log(bob) == []
