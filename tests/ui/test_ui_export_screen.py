"""The export's screen: what will be written is shown first, nothing is replaced unasked, failures stay in place."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from piloting import SIZES, claim, opened, screen_text, until
from textual.pilot import Pilot
from textual.widgets import Input, Static

from factcheck_tui import export
from factcheck_tui.desk import Desk, Filter
from factcheck_tui.model import Verdict
from factcheck_tui.ui.screens.desk import DeskScreen
from factcheck_tui.ui.screens.export import ExportScreen


async def at_export(pilot: Pilot[None]) -> ExportScreen:
    """Open the export and wait for its preview."""
    await pilot.press("E")
    await until(pilot, lambda: isinstance(pilot.app.screen, ExportScreen))
    screen = pilot.app.screen
    assert isinstance(screen, ExportScreen)
    await until(pilot, lambda: screen._list is not None and screen.query_one(Input).value)
    return screen


def said(screen: ExportScreen) -> str:
    """The sentence on the screen, unbroken."""
    return str(screen.query_one("#said", Static).render())


@pytest.mark.parametrize("size", SIZES)
async def test_the_list_is_written_as_it_was_previewed(
    path: Path, bob: Desk, tmp_path: Path, size: tuple[int, int]
) -> None:
    """Enter writes the rows of the article in the chosen form, logs it and says where; Tab goes through the forms."""
    bob.mark([claim(bob, 1).claim.id], Verdict.DISPUTED)
    target = tmp_path / "list.json"
    async with opened(path, size=size) as pilot:
        await until(pilot, lambda: not bob.unmatched(1))  # what is matched meanwhile would change the list
        screen = await at_export(pilot)
        for form in [*list(export.FORMATS)[1:], next(iter(export.FORMATS))]:
            await pilot.press("tab")
            await until(pilot, lambda wanted=form: screen.format == wanted)  # type: ignore[misc]
            suffix = export.FORMATS[form].suffixes[0]
            await until(pilot, lambda ending=suffix: screen.query_one(Input).value.endswith(ending))  # type: ignore[misc]
        await pilot.press("tab")
        await until(pilot, lambda: screen.format == "json")
        screen.query_one(Input).value = str(target)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, DeskScreen))
        await until(pilot, lambda: "20 claims written to list.json in" in screen_text(pilot.app) or size[0] < 80)
    rows = bob.verdict_list(Filter(articles=(1,)))
    assert target.read_bytes() == export.render(rows, "json")
    assert "disputed" in json.dumps(json.loads(target.read_text(encoding="utf-8")))


async def test_the_preview_and_the_counts_are_shown(path: Path, bob: Desk) -> None:
    """Before anything is written: how many claims stand how, and the beginning of the file."""
    bob.mark([claim(bob, 1).claim.id], Verdict.DISPUTED)
    async with opened(path) as pilot:
        screen = await at_export(pilot)
        await until(pilot, lambda: "1 disputed" in screen_text(pilot.app))
        assert "19 pending" in screen_text(pilot.app)
        await pilot.press("shift+tab")
        await until(pilot, lambda: screen.format == "datafeed")
        await until(pilot, lambda: "DataFeedItem" in screen_text(pilot.app))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, DeskScreen))


async def test_every_form_has_a_preview(path: Path, bob: Desk) -> None:
    """Also those that are no text, and what will be missing in a form is said above it."""
    bob.mark([claim(bob, 1).claim.id], Verdict.DISPUTED)
    begins = {
        "csv": "number,article",
        "json": '"format"',
        "ndjson": '"format"',
        "markdown": "# Seas",
        "html": "<body>",
        "docx": "then the table",
        "claimreview": "no author (publisher in the settings, or --publisher)",
        "datafeed": '"DataFeed"',
    }
    assert list(begins) == list(export.FORMATS)
    async with opened(path, size=(140, 80)) as pilot:
        await at_export(pilot)
        for words in begins.values():
            await until(pilot, lambda wanted=words: wanted in screen_text(pilot.app))  # type: ignore[misc]
            await pilot.press("tab")


async def test_a_file_that_exists_is_replaced_at_the_second_enter_only(path: Path, tmp_path: Path) -> None:
    """The first Enter says that the file is there; another name asks anew."""
    target, other = tmp_path / "list.csv", tmp_path / "other.csv"
    target.write_text("kept", encoding="utf-8")
    other.write_text("kept", encoding="utf-8")
    async with opened(path) as pilot:
        screen = await at_export(pilot)
        screen.query_one(Input).value = str(target)
        await pilot.press("enter")
        await until(pilot, lambda: "Enter again replaces it" in said(screen))
        screen.query_one(Input).value = str(other)
        await pilot.press("enter")
        await pilot.pause()
        assert pilot.app.screen is screen
        assert (target.read_text(encoding="utf-8"), other.read_text(encoding="utf-8")) == ("kept", "kept")
        screen.query_one(Input).value = str(target)
        await pilot.press("enter")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, DeskScreen))
    assert target.read_text(encoding="utf-8-sig") != "kept"
    assert other.read_text(encoding="utf-8") == "kept"


async def test_a_folder_that_is_not_there_is_said_on_the_screen(path: Path, tmp_path: Path) -> None:
    """A file that cannot be written leaves the screen open with the sentence and what was typed."""
    target = tmp_path / "no-such-folder" / "list.csv"
    async with opened(path, size=(200, 45)) as pilot:
        screen = await at_export(pilot)
        screen.query_one(Input).value = str(target)
        await pilot.press("enter")
        await until(pilot, lambda: "no-such-folder" in said(screen))
        assert pilot.app.screen is screen
        assert screen.query_one(Input).value == str(target)
        screen.query_one(Input).value = str(tmp_path)
        await pilot.press("enter")
        await until(pilot, lambda: "no-such-folder" not in said(screen))
        assert pilot.app.screen is screen
    assert not target.exists()


async def test_another_form_leaves_the_cursor_behind_the_file_name(path: Path) -> None:
    """Names of forms differ in length; a key typed next must not land in the middle of one."""
    async with opened(path) as pilot:
        screen = await at_export(pilot)
        field = screen.query_one(Input)
        for _ in export.FORMATS:
            await pilot.press("tab")
            assert field.cursor_position == len(field.value)


async def test_the_ending_of_the_name_tells_the_form(path: Path, bob: Desk, tmp_path: Path) -> None:
    """No page is named .html and holds a sheet: what is typed is previewed and written in the form that it names."""
    target = tmp_path / "list.html"
    async with opened(path) as pilot:
        screen = await at_export(pilot)
        screen.query_one(Input).value = str(target)
        await until(pilot, lambda: screen.format == "html" and "Seas rising" in screen_text(pilot.app))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, DeskScreen))
    assert target.read_bytes() == export.render(bob.verdict_list(Filter(articles=(1,))), "html")


async def test_a_name_that_was_typed_stays_when_the_form_changes(path: Path) -> None:
    """Tab changes the ending alone; a name without one of ours gets it, and an empty one is asked for."""
    async with opened(path) as pilot:
        screen = await at_export(pilot)
        field = screen.query_one(Input)
        field.value = "monday.list.datafeed.json"
        await until(pilot, lambda: screen.format == "datafeed")
        await pilot.press("tab")
        assert (field.value, screen.format) == ("monday.list.csv", "csv")
        field.value = "for the desk"
        await pilot.press("tab")
        assert (field.value, screen.format) == ("for the desk.json", "json")
        field.value = ""
        await pilot.press("enter")
        await until(pilot, lambda: "Name the file to write to." in said(screen))
        await pilot.press("tab")
        assert field.value == "verdicts-1.ndjson"
