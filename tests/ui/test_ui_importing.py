"""m and R: an import's report, the columns of a sheet, and what ratings stand for."""

from __future__ import annotations

from pathlib import Path

import pytest
from piloting import SIZES, ask_prompt, opened, screen_text, until
from textual.pilot import Pilot

from factcheck_tui.desk import Desk
from factcheck_tui.model import Verdict
from factcheck_tui.ui.screens.articles import ArticlesScreen
from factcheck_tui.ui.screens.columns import ColumnsScreen
from factcheck_tui.ui.screens.import_report import ImportReportScreen
from factcheck_tui.ui.screens.ratings import RatingsScreen

ROWS = """{"id": "a", "claim": "The bridge is new.", "rating": "[b]Soaked[/b]"}
{"id": "b", "claim": ""}
{"id": "c", "claim": "The lake is deep.", "rating": "Damp"}
{"id": "d", "claim": "The well is deep.", "rating": "Damp"}
"""


async def imported(pilot: Pilot[None], path: Path) -> None:
    """Ask for an import."""
    await until(pilot, lambda: isinstance(pilot.app.screen, ArticlesScreen))
    await ask_prompt(pilot, "m", str(path))
    await pilot.press("enter")


@pytest.mark.parametrize("size", SIZES)
async def test_what_an_import_leaves_to_do_is_shown(empty_desk: Path, tmp_path: Path, size: tuple[int, int]) -> None:
    """The report names refused rows and ratings that stand for nothing; R goes to these, c d p x map, u takes back."""
    (tmp_path / "rows.ndjson").write_text(ROWS, "utf-8")
    async with opened(empty_desk, size=size) as pilot:
        await imported(pilot, tmp_path)
        await until(pilot, lambda: isinstance(pilot.app.screen, ImportReportScreen))
        shown = " ".join(str(line) for line in pilot.app.screen._lines(1000))
        assert "line 2 refused" in shown and "empty-refused" in shown and "Damp" in shown
        if size == SIZES[-1]:
            await until(pilot, lambda: "4 read   3 added" in screen_text(pilot.app))
            assert "[b]Soaked[/b]" in screen_text(pilot.app)
        await pilot.press("R")
        await until(pilot, lambda: isinstance(pilot.app.screen, RatingsScreen) and pilot.app.screen._listing.labels)
        with Desk.open(empty_desk, "Bob") as bob:
            await pilot.press("d")
            await until(pilot, lambda: bob.find_record("c").verdict is Verdict.DISPUTED)
            assert bob.find_record("d").verdict is Verdict.DISPUTED
            await pilot.press("c")
            await until(pilot, lambda: bob.find_record("a").verdict is Verdict.CONFIRMED)
            await pilot.press("k", "k", "x")
            await until(pilot, lambda: bob.find_record("c").verdict is None)
            assert bob.find_record("c").rating == "Damp"
            await pilot.press("u", "u")
            await until(pilot, lambda: bob.find_record("a").verdict is None, "the second mapping taken back")
            assert bob.find_record("c").verdict is Verdict.DISPUTED
            await pilot.press("u")
            await until(pilot, lambda: bob.find_record("c").verdict is None, "and the first")
            await until(pilot, lambda: "Undone: “damp”" in screen_text(pilot.app) or size == SIZES[0])
            await pilot.press("u")
            await until(pilot, lambda: "There is nothing to undo." in screen_text(pilot.app) or size == SIZES[0])
            await pilot.press("U", "U")
            await until(pilot, lambda: bob.find_record("a").verdict is Verdict.CONFIRMED, "done again")
            assert bob.find_record("c").verdict is Verdict.DISPUTED
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, ArticlesScreen))


@pytest.mark.parametrize("size", SIZES)
async def test_a_sheets_columns_are_shown_and_changed(empty_desk: Path, tmp_path: Path, size: tuple[int, int]) -> None:
    """Nothing is read before Enter; left and right change what a column holds; Escape stops the import."""
    sheet = tmp_path / "sheet.csv"
    sheet.write_text("Claim,Wer\nDie Brücke ist neu.,Ana\n", "utf-8")
    async with opened(empty_desk, size=size) as pilot:
        await imported(pilot, sheet)
        await until(pilot, lambda: isinstance(pilot.app.screen, ColumnsScreen))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, ArticlesScreen))
        await imported(pilot, sheet)
        await until(pilot, lambda: isinstance(pilot.app.screen, ColumnsScreen))
        screen = pilot.app.screen
        assert isinstance(screen, ColumnsScreen)
        await pilot.press("left")
        assert screen._columns.mapping == {"Claim": "id", "Wer": ""}
        await pilot.press("enter")
        assert pilot.app.screen is screen, "a sheet without claims is not read"
        await pilot.press("right", "j", *["right"] * 4)
        await until(pilot, lambda: screen._columns.mapping == {"Claim": "claim", "Wer": "claimant"})
        with Desk.open(empty_desk, "Bob") as bob:
            assert bob.records() == 0
            await pilot.press("enter")
            await until(pilot, lambda: bob.records() == 1)
            assert bob.search("Brücke")[0].claimant == "Ana"


async def test_the_ratings_are_a_key_away(empty_desk: Path) -> None:
    """R on the articles shows the map, and Escape goes back."""
    async with opened(empty_desk) as pilot:
        await until(pilot, lambda: isinstance(pilot.app.screen, ArticlesScreen))
        await pilot.press("R")
        await until(pilot, lambda: "pants on fire" in screen_text(pilot.app) or "accurate" in screen_text(pilot.app))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, ArticlesScreen))
