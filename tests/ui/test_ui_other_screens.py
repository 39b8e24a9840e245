"""Help and the command palette."""

from __future__ import annotations

from pathlib import Path

import pytest
from piloting import SIZES, at_rest, claim, desk_screen, opened, screen_text, until
from textual.command import CommandList, CommandPalette
from textual.containers import VerticalScroll
from textual.pilot import Pilot
from textual.widgets import Input

from factcheck_tui.desk import Desk
from factcheck_tui.model import Verdict
from factcheck_tui.ui.screens.archive import ArchiveScreen
from factcheck_tui.ui.screens.desk import DeskScreen
from factcheck_tui.ui.screens.dialogue import Dialogue
from factcheck_tui.ui.screens.help import HelpScreen


@pytest.mark.parametrize("size", SIZES)
async def test_help_is_filtered_by_typing_and_scrolled(path: Path, size: tuple[int, int]) -> None:
    """? and F1 open it, typing narrows it, the arrows scroll, Esc goes back."""
    async with opened(path, size=size) as pilot:
        for key in ("question_mark", "f1"):
            await pilot.press(key)
            await until(pilot, lambda: isinstance(pilot.app.screen, HelpScreen))
            await until(pilot, lambda: "j ↓  k ↑" in screen_text(pilot.app))
            scroll = pilot.app.screen.query_one(VerticalScroll)
            await pilot.press("down", "pagedown")
            await until(pilot, lambda: scroll.scroll_offset.y > 0 or scroll.max_scroll_y == 0)  # noqa: B023
            await pilot.press("pageup", "up")
            await pilot.press(*"undone")
            await until(pilot, lambda: "j ↓  k ↑" not in screen_text(pilot.app))
            assert "U ^y" in screen_text(pilot.app)
            pilot.app.screen.query_one(Input).value = "zeppelin"
            await until(pilot, lambda: "Nothing here has “zeppelin”." in screen_text(pilot.app))
            await pilot.press("escape")
            await until(pilot, lambda: isinstance(pilot.app.screen, DeskScreen))


async def run_from_palette(pilot: Pilot[None], words: str, key: str = "colon") -> None:
    """Open the palette, type, and take the first offer."""
    await pilot.press(key)
    await until(pilot, lambda: isinstance(pilot.app.screen, CommandPalette))
    await pilot.press(*words)
    await until(pilot, lambda: words.split()[0] in screen_text(pilot.app).split("\n", 3)[-1], words)
    await until(pilot, lambda: pilot.app.screen.query_one(CommandList).highlighted is not None)
    await pilot.pause()
    await pilot.press("enter")
    await until(pilot, lambda: not isinstance(pilot.app.screen, CommandPalette))


async def test_the_palette_lists_the_actions_and_runs_one(path: Path, bob: Desk) -> None:
    """: and ^p offer every action of the screen by name; the one that is taken acts as its key does."""
    async with opened(path) as pilot:
        await pilot.press("ctrl+p")
        await until(pilot, lambda: "mark the claim confirmed" in screen_text(pilot.app))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, DeskScreen))
        await run_from_palette(pilot, "claim disputed")
        await until(pilot, lambda: claim(bob, 1).verdict is Verdict.DISPUTED)
        await at_rest(pilot, 2)
        await run_from_palette(pilot, "search the archive", "ctrl+p")
        await until(pilot, lambda: isinstance(pilot.app.screen, ArchiveScreen))
        assert bob.article_history(1)[-1].claim_id == claim(bob, 1).claim.id


async def test_the_palette_runs_the_actions_of_the_whole_program(path: Path) -> None:
    """What acts everywhere is in the palette too: the keys' help opens from it."""
    async with opened(path) as pilot:
        await run_from_palette(pilot, "all keys")
        await until(pilot, lambda: isinstance(pilot.app.screen, HelpScreen))


async def test_the_palette_opens_an_article(two_articles: Path) -> None:
    """Articles are offered by title, with a slip forgiven, and opened."""
    async with opened(two_articles, article_id=1) as pilot:
        await run_from_palette(pilot, "article 2 tower that the town")
        await until(pilot, lambda: desk_screen(pilot).article_id == 2)
        await at_rest(pilot, 1)


async def test_the_palette_goes_to_claims_filters_orders_and_records(path: Path) -> None:
    """A number goes to its claim; filters and orders are there by name; a record opens the archive at it."""
    async with opened(path) as pilot:
        await run_from_palette(pilot, "17")
        await at_rest(pilot, 17)
        await run_from_palette(pilot, "antarctica is gaining")
        await until(pilot, lambda: "ntarctica" in (desk_screen(pilot).status() or pytest.fail()).claim.text)
        await run_from_palette(pilot, "filter: has:note")
        await until(pilot, lambda: "No claim has “has:note”" in screen_text(pilot.app))
        await pilot.press("escape")
        await run_from_palette(pilot, "order the claims by verdict")
        await until(pilot, lambda: "by verdict" in screen_text(pilot.app))
        await run_from_palette(pilot, "turbines kill")
        await until(pilot, lambda: isinstance(pilot.app.screen, ArchiveScreen))


@pytest.mark.parametrize("key", ["H", "s", "E"])
async def test_the_keys_of_everywhere_act_over_a_dialogue_too(path: Path, key: str) -> None:
    """F1 shows the keys, those of the dialogue first, and leads back to it; ^q quits."""
    async with opened(path) as pilot:
        await pilot.press(key)
        await until(pilot, lambda: isinstance(pilot.app.screen, Dialogue))
        dialogue = pilot.app.screen
        await pilot.press("f1")
        await until(pilot, lambda: isinstance(pilot.app.screen, HelpScreen))
        title = {"H": "on the history", "s": "on the sources of a claim", "E": "on the desk"}[key]
        await until(pilot, lambda: title in screen_text(pilot.app))
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen is dialogue)
        await pilot.press("ctrl+q")
        await until(pilot, lambda: not pilot.app.is_running)


async def test_an_article_that_the_palette_opens_from_the_archive_is_the_only_one_on_the_desk(
    two_articles: Path,
) -> None:
    """The archive closes, and the desk below goes to the article: no second desk is laid over it."""
    async with opened(two_articles, article_id=1) as pilot:
        await pilot.press("S")
        await until(pilot, lambda: isinstance(pilot.app.screen, ArchiveScreen))
        await run_from_palette(pilot, "tower that the town", "ctrl+p")
        await until(pilot, lambda: isinstance(pilot.app.screen, DeskScreen) and pilot.app.screen.article_id == 2)
        assert [type(screen) for screen in pilot.app.screen_stack[1:]] == [DeskScreen]
