"""Two checkers at one desk, and a database that another program holds: nothing is lost, and the desk stays up."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from piloting import (
    ask_prompt,
    at_rest,
    claim,
    current_number,
    decided,
    desk_screen,
    log,
    notices,
    opened,
    screen_text,
    until,
)

from factcheck_tui.desk import Desk
from factcheck_tui.model import Verdict
from factcheck_tui.ui.screens import accompanied
from factcheck_tui.ui.sheet import Sheet
from factcheck_tui.ui.widgets import prompt


def shown_verdict(sheet: Sheet | None, claim_id: int) -> Verdict | None:
    """The verdict that the screen shows of a claim."""
    status = sheet.status(claim_id) if sheet else None
    return status.verdict if status else None


@pytest.fixture(autouse=True)
def unseen(monkeypatch: pytest.MonkeyPatch) -> None:
    """What Bob does comes between two looks: here no look comes at all."""
    monkeypatch.setattr(accompanied, "LOOK_SECONDS", 3600)


@pytest.fixture(autouse=True)
def _busy(monkeypatch: pytest.MonkeyPatch) -> None:
    """A question that comes by itself is read when a test says so, however busy the machine is."""
    monkeypatch.setattr(prompt, "UNASKED_SECONDS", 3600.0)


@pytest.mark.parametrize(("answer", "stands"), [("j", Verdict.DISPUTED), ("y", Verdict.CONFIRMED)])
async def test_a_verdict_never_overwrites_one_that_came_meanwhile(
    path: Path, bob: Desk, answer: str, stands: Verdict
) -> None:
    """What Bob decided is shown and asked about: any key but Enter and y leaves it, y marks over it knowingly, and a
    key that came before anybody can have read the question is no answer.
    """
    wanted = claim(bob, 1).claim.id
    async with opened(path) as pilot:
        bob.mark([wanted], Verdict.DISPUTED)
        await pilot.press("c")
        await until(pilot, lambda: "Bob: disputed meanwhile; mark claim 1 confirmed?" in screen_text(pilot.app))
        assert claim(bob, 1).verdict is Verdict.DISPUTED
        assert shown_verdict(desk_screen(pilot).sheet, wanted) is Verdict.DISPUTED
        assert current_number(pilot) == 1
        await pilot.press("y")  # on its way when the question came, so no answer to it
        assert desk_screen(pilot).prompt.display
        desk_screen(pilot).prompt.deaf_until = 0.0  # read at leisure
        await pilot.press(answer)
        await until(pilot, lambda: not desk_screen(pilot).prompt.display)
        await until(pilot, lambda: claim(bob, 1).verdict is stands)
        await until(pilot, lambda: shown_verdict(desk_screen(pilot).sheet, wanted) is stands)
    assert [line[4] for line in log(bob)] == (["Bob"] if stands is Verdict.DISPUTED else ["Bob", "Ada"])


async def test_adopting_never_overwrites_a_verdict_that_came_meanwhile(path: Path, bob: Desk) -> None:
    """a sets a verdict like any other: one that the checker has not seen is asked about before it is overwritten."""
    number, row = next(
        (status.claim.number, row)
        for status in bob.claims(1)
        for row, match in enumerate(bob.matches(status.claim.id))
        if match.record.verdict is Verdict.DISPUTED
    )
    wanted = claim(bob, number).claim.id
    async with opened(path) as pilot:
        await pilot.press(*"j" * (number - 1))
        await at_rest(pilot, number)
        await pilot.press("l", *"j" * row)
        bob.mark([wanted], Verdict.CONFIRMED)
        await pilot.press("a")
        await until(pilot, lambda: "Bob: confirmed meanwhile" in screen_text(pilot.app))
        assert claim(bob, number).verdict is Verdict.CONFIRMED
        assert decided(bob, wanted) == {}
        desk_screen(pilot).prompt.deaf_until = 0.0  # read at leisure
        await pilot.press("enter")
        await until(pilot, lambda: claim(bob, number).verdict is Verdict.DISPUTED)
        assert list(decided(bob, wanted).values()) == ["linked"]


@pytest.mark.parametrize(("key", "field"), [("i", "note"), ("w", "suggested_wording")])
async def test_words_that_came_meanwhile_are_shown_and_ones_own_are_not_lost(
    path: Path, bob: Desk, key: str, field: str
) -> None:
    """A note or wording by Bob is named, and what was typed is offered again in its place: Enter keeps it then."""
    wanted = claim(bob, 1).claim.id
    async with opened(path) as pilot:
        await ask_prompt(pilot, key, "mine")
        if key == "i":
            bob.note(wanted, "Bob's own")
        else:
            bob.suggest_wording(wanted, "Bob's own")
        await pilot.press("enter")
        await until(pilot, lambda: "Bob wrote “Bob's own” meanwhile; instead: mine" in screen_text(pilot.app))
        assert getattr(claim(bob, 1), field) == "Bob's own"
        desk_screen(pilot).prompt.deaf_until = 0.0  # read at leisure
        await pilot.press("enter")
        await until(pilot, lambda: getattr(claim(bob, 1), field) == "mine")


async def test_undo_leaves_what_another_checker_decided_since_and_shows_it(path: Path, bob: Desk) -> None:
    """The key that would undo under another's verdict is refused with a notice, and that verdict is then in view."""
    wanted = claim(bob, 1).claim.id
    async with opened(path) as pilot:
        await pilot.press("c")
        await at_rest(pilot, 2)
        bob.mark([wanted], Verdict.DISPUTED)
        await pilot.press("u")
        await until(pilot, lambda: any("Bob changed" in words for words in notices(pilot)))
        assert claim(bob, 1).verdict is Verdict.DISPUTED
        await until(pilot, lambda: shown_verdict(desk_screen(pilot).sheet, wanted) is Verdict.DISPUTED)


async def test_the_cursor_moves_while_a_verdict_waits_to_be_written(path: Path, bob: Desk) -> None:
    """No key is held up by the database: j moves at once although the verdict before it is still being saved."""
    async with opened(path) as pilot:
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            keys = asyncio.create_task(pilot.press("f", "j"))
            await until(pilot, lambda: current_number(pilot) == 2)
            other.execute("ROLLBACK")
        await keys
        await until(pilot, lambda: claim(bob, 1).flagged)
