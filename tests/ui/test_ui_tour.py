"""The tour of the desk: the key that a step names goes on, Esc ends it, and the keys do what they always do."""

from __future__ import annotations

from pathlib import Path

from piloting import QuickPilot, at_rest, screen_text, until
from textual.pilot import Pilot
from textual.widgets import Input

from factcheck_tui.config import Config, OwnKey
from factcheck_tui.ui.app import FactcheckApp
from factcheck_tui.ui.screens.desk import DeskScreen
from factcheck_tui.ui.tour import END, STEPS, Tour

KEYS = ("j", "tab", "c", "u", "1", "i", "enter", "S", "E", "question_mark")
OPENING = ("i", "S", "E", "question_mark")


async def _begun(textual_pilot: Pilot[None]) -> QuickPilot:
    pilot = QuickPilot(textual_pilot.app)
    await at_rest(textual_pilot)
    await until(pilot, lambda: pilot.app.screen.query(Tour))
    return pilot


def _app(path: Path, keys: dict[str, OwnKey] | None = None) -> FactcheckApp:
    return FactcheckApp(Config(checker="Ada", database=path, clipboard="osc52", keys=keys or {}), tour=True)


def _typing(app: FactcheckApp) -> bool:
    return isinstance(app.focused, Input) or not isinstance(app.screen, DeskScreen)


async def test_the_tour_goes_on_by_its_keys_to_its_end(path: Path) -> None:
    """Each key of a step shows the next one, a key of another step does not; what opens is closed by Enter or Esc."""
    app = _app(path)
    async with app.run_test(size=(80, 24)) as textual_pilot:
        pilot = await _begun(textual_pilot)
        for number, key in enumerate(KEYS, 1):
            await until(pilot, lambda at=number: f"{at}/{len(STEPS)}  " in screen_text(app), f"step {number}")  # type: ignore[misc]
            assert app.screen.query_one(Tour).size.height == 1
            if number == 1:
                await pilot.press("k")
                assert f"1/{len(STEPS)}  " in screen_text(app)
            await pilot.press(key)
            if key in OPENING:
                await until(pilot, lambda: _typing(app), f"what {key} opens")
            if key in OPENING[1:]:
                await pilot.press("escape")
                await until(pilot, lambda: not _typing(app), f"{key} closed")
        await until(pilot, lambda: END in screen_text(app))
        await pilot.press("escape")
        await until(pilot, lambda: not app.screen.query(Tour))


async def test_escape_ends_the_tour_on_the_desk_alone(path: Path) -> None:
    """Esc that leaves a prompt leaves the tour where it is; Esc on the desk ends it, and the keys act as ever."""
    app = _app(path)
    async with app.run_test(size=(80, 24)) as textual_pilot:
        pilot = await _begun(textual_pilot)
        await pilot.press("slash")
        await until(pilot, lambda: _typing(app))
        await pilot.press("j", "escape")
        await until(pilot, lambda: not _typing(app))
        assert f"1/{len(STEPS)}  " in screen_text(app)
        await pilot.press("escape")
        await until(pilot, lambda: not app.screen.query(Tour))
        await pilot.press("d")
        await until(pilot, lambda: "disputed. u undoes" in screen_text(app))


async def test_the_tour_names_a_users_own_keys(path: Path) -> None:
    """What the settings bind otherwise is told, and goes on, as it is bound."""
    app = FactcheckApp(
        Config(checker="Ada", database=path, clipboard="osc52", keys={"pane-right": OwnKey("f8", 1)}), tour=True
    )
    async with app.run_test(size=(80, 24)) as textual_pilot:
        pilot = await _begun(textual_pilot)
        await pilot.press("j")
        await until(pilot, lambda: f"2/{len(STEPS)}  f8 goes" in screen_text(app))
        await pilot.press("f8")
        await until(pilot, lambda: f"3/{len(STEPS)}  " in screen_text(app))
