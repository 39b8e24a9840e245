"""What gives way while somebody types, and that it has its turn all the same."""

from __future__ import annotations

from pathlib import Path

import pytest
from factories import make_record, write_records
from piloting import ask_prompt, opened, until

from factcheck_tui.desk import Desk
from factcheck_tui.ui import keys_first
from factcheck_tui.ui.keys_first import DRAWING_SECONDS, TURN_SECONDS, KeysFirst
from factcheck_tui.ui.screens.articles import ArticlesScreen


class Clock:
    """Stands in for the module ``time``: it goes on only when somebody sleeps, and is told how long work takes."""

    def __init__(self) -> None:
        self.now = 100.0
        self.slept: list[float] = []

    def monotonic(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    found = Clock()
    monkeypatch.setattr(keys_first, "time", found)
    return found


def test_work_waits_while_a_key_is_drawn(clock: Clock) -> None:
    """After a key a thread waits once; when nobody types it never does."""
    keys = KeysFirst()
    clock.now += 10
    keys.stand_back()
    assert clock.slept == []
    keys.key_came()
    keys.stand_back()
    keys.stand_back()
    assert clock.slept == [DRAWING_SECONDS]


def test_under_a_held_key_work_has_its_turns(clock: Clock) -> None:
    """However fast keys come, between two waits there is time for some work."""
    keys = KeysFirst()
    for _ in range(1_000):  # a piece of work of a millisecond, and a key meanwhile
        keys.key_came()
        keys.stand_back()
        clock.now += 0.001
    worked = 1_000 * 0.001
    assert len(clock.slept) == pytest.approx(worked / TURN_SECONDS, rel=0.1)


async def test_an_import_gives_way_between_its_rows(
    empty_desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An import that was begun on the screen asks before each of its rows whether keys go first."""
    asked: list[KeysFirst] = []
    monkeypatch.setattr(KeysFirst, "stand_back", lambda keys: asked.append(keys))
    file = write_records(tmp_path / "more.ndjson", [make_record(f"Record {number}") for number in range(7)])
    async with opened(empty_desk) as pilot:
        await until(pilot, lambda: isinstance(pilot.app.screen, ArticlesScreen))
        await ask_prompt(pilot, "m", str(file))
        await pilot.press("enter")
        with Desk.open(empty_desk, "Bob") as bob:
            await until(pilot, lambda: bob.records() == 7)
    assert len(asked) == 7
