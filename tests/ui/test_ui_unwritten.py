"""Decisions that cannot be written now: they wait in their order, are written when they can be, and are never dropped
without a word.
"""

from __future__ import annotations

import asyncio
import contextlib
import gc
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import cast

import pytest
from piloting import ask_prompt, at_rest, notices, opened, screen_text, until
from textual.pilot import Pilot

from factcheck_tui.desk import Desk
from factcheck_tui.errors import UnwrittenError
from factcheck_tui.model import Verdict
from factcheck_tui.store import database
from factcheck_tui.ui.app import FactcheckApp
from factcheck_tui.ui.desk_thread import PatientThread
from factcheck_tui.ui.screens.archive import RecordList


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each attempt waits for a moment only."""
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.05)


@contextmanager
def locked(path: Path) -> Iterator[sqlite3.Connection]:
    """Another program writes and does not end."""
    connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield connection
    finally:
        connection.close()


def stored(path: Path) -> list[tuple[Verdict, str]]:
    with Desk.open(path, "Bob") as bob:
        return [(status.verdict, status.note) for status in bob.claims(1)]


async def test_decisions_wait_for_a_lock_and_are_written_in_their_order(path: Path) -> None:
    """While another program holds the file for as long as it likes, keys go on working, the screen says that something
    is not saved, and once the lock is gone all of it is written, the later over the earlier.
    """
    async with opened(path, size=(140, 45)) as pilot:
        await at_rest(pilot, 1)
        with locked(path) as another:
            await pilot.press("c")
            await until(pilot, lambda: "1 not saved yet" in screen_text(pilot.app))
            await pilot.press("d", "k")
            await ask_prompt(pilot, "i", "written late")
            await pilot.press("enter")
            await until(pilot, lambda: "3 not saved yet" in screen_text(pilot.app))
            await pilot.press("g")
            await until(pilot, lambda: "records for claim 1" in screen_text(pilot.app))  # reading goes on
            assert any("What you decide is kept" in words for words in notices(pilot))
            another.execute("ROLLBACK")
        await until(pilot, lambda: "not saved" not in screen_text(pilot.app))
    assert stored(path)[:2] == [(Verdict.CONFIRMED, ""), (Verdict.DISPUTED, "written late")]


async def test_leaving_with_something_unsaved_is_asked_about_and_told(path: Path) -> None:
    """The first quit says what is not saved; the second leaves, and what was lost is named for the terminal."""
    with locked(path):
        async with opened(path, size=(140, 45)) as pilot:
            app = cast("FactcheckApp", pilot.app)
            await pilot.press("c")
            await until(pilot, lambda: "1 not saved yet" in screen_text(app))
            await pilot.press("ctrl+q")
            await until(pilot, lambda: any("Not saved yet: claim 1 confirmed" in words for words in notices(pilot)))
            assert app.is_running
            await pilot.press("ctrl+q")
        assert app.writer.unwritten == ("claim 1 confirmed",)
    assert stored(path)[0] == (Verdict.PENDING, "")


async def test_a_desk_that_is_another_one_now_is_to_be_left(path: Path, tmp_path: Path) -> None:
    """After a copy was restored nothing can be written before the desk is opened again: it is not said to be kept, and
    what was decided since is listed.
    """
    with Desk.open(path, "Bob") as bob:
        bob.backup(tmp_path / "copy.db")
    async with opened(path, size=(140, 45)) as pilot:
        app = cast("FactcheckApp", pilot.app)
        await at_rest(pilot, 1)
        Desk.restore(tmp_path / "copy.db", path)
        await pilot.press("c")
        await until(pilot, lambda: "1 not saved yet" in screen_text(app))
        [words] = [words for words in notices(pilot) if "was restored from a copy" in words]
        assert "Leave it: what you decided since is not saved" in words and "is kept" not in words
    assert app.writer.unwritten == ("claim 1 confirmed",)


async def test_a_decision_that_nobody_waits_for_any_more_prints_nothing(path: Path) -> None:
    """Its screen was left and it could not be written: that is told in words, not in the lines of a program."""
    printed: list[object] = []
    asyncio.get_running_loop().set_exception_handler(lambda loop, context: printed.append(context))
    writer = PatientThread(lambda: Desk.open(path, "Bob"), "writer", lambda error: None)
    with locked(path):
        waiting = asyncio.ensure_future(_answer(writer.decide("claim 1 confirmed", Desk.mark, [1], Verdict.CONFIRMED)))
        await asyncio.sleep(0.2)
        waiting.cancel()
        await asyncio.to_thread(writer.close)
    await asyncio.sleep(0)
    del waiting
    gc.collect()
    assert writer.unwritten == ("claim 1 confirmed",)
    assert printed == []


async def test_a_decision_is_written_although_its_screen_was_left_before_its_turn(path: Path) -> None:
    """What waits its turn behind a slow write is not called off with the screen that waited for it."""
    writer = PatientThread(lambda: Desk.open(path, "Bob"), "writer", lambda error: None)
    gone_on = threading.Event()
    slow = writer.decide("slow", lambda desk: gone_on.wait())
    waiting = asyncio.ensure_future(_answer(writer.decide("claim 1 confirmed", Desk.mark, [1], Verdict.CONFIRMED)))
    await asyncio.sleep(0)
    waiting.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await waiting
    gone_on.set()
    await slow
    writer.close()
    assert writer.unwritten == ()
    assert stored(path)[0] == (Verdict.CONFIRMED, "")


async def test_a_decision_waits_for_a_desk_that_cannot_be_opened_yet(path: Path) -> None:
    """The writer opens the desk with its first decision: what is in the way then is waited for as for any other, and
    what reads meanwhile is not held up.
    """
    told: list[UnwrittenError | None] = []
    in_the_way = [UnwrittenError("Another program writes."), UnwrittenError("And another.")]

    def open_desk() -> Desk:
        if in_the_way:
            raise in_the_way.pop()
        return Desk.open(path, "Bob")

    writer = PatientThread(open_desk, "writer", told.append)
    await writer.decide("claim 1 confirmed", Desk.mark, [1], Verdict.CONFIRMED)
    writer.wait_until_free()
    writer.close()
    assert [str(error) for error in told] == ["And another.", "Another program writes.", "None"]
    assert writer.unwritten == ()
    assert stored(path)[0] == (Verdict.CONFIRMED, "")


async def _answer(writing: asyncio.Future[object]) -> object:
    return await writing


async def test_a_link_from_the_archive_waits_for_a_lock(path: Path) -> None:
    """Linking a record that was searched for is a decision like a key's: it is kept until it can be written."""
    async with opened(path, size=(140, 45)) as pilot:
        await at_rest(pilot, 1)
        await pilot.press("S")
        await until(pilot, lambda: "prior records" in screen_text(pilot.app))
        await until(pilot, lambda: len(pilot.app.screen.query(RecordList)) == 1 and shown(pilot) > 0)
        with locked(path) as another:
            await pilot.press("enter")
            await until(pilot, lambda: "1 not saved yet" in screen_text(pilot.app))
            another.execute("ROLLBACK")
        await until(pilot, lambda: "record. u undoes it." in screen_text(pilot.app))
    with Desk.open(path, "Bob") as bob:
        assert [line.new for line in bob.claim_history(1)] == ["linked"]


def shown(pilot: Pilot[None]) -> int:
    return len(pilot.app.screen.query_one(RecordList))
