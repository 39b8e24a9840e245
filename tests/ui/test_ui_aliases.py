"""Names that stand for each other: shown, added, changed and taken out; reached from the archive and the articles."""

from __future__ import annotations

from pathlib import Path

import pytest
from piloting import SIZES, ask_prompt, at_rest, notices, opened, screen_text, type_text, until
from textual.pilot import Pilot
from textual.widgets import Input

from factcheck_tui.desk import Desk
from factcheck_tui.ui.screens.aliases import AliasScreen
from factcheck_tui.ui.screens.archive import ArchiveScreen
from factcheck_tui.ui.widgets.prompt import UNASKED_SECONDS, Prompt


def group_of(desk: Desk, term: str) -> list[str]:
    return next((sorted(group.terms) for group in desk.aliases() if term in group.terms), [])


async def on_the_names(pilot: Pilot[None]) -> None:
    await until(pilot, lambda: isinstance(pilot.app.screen, AliasScreen))
    await until(pilot, lambda: " group" in screen_text(pilot.app))


@pytest.mark.parametrize("size", SIZES)
async def test_names_are_added_changed_and_taken_out(path: Path, bob: Desk, size: tuple[int, int]) -> None:
    """S, ^n: a adds a group; Enter changes the one under the cursor; a name that is left out stands alone again."""
    async with opened(path, size=size) as pilot:
        await pilot.press("S")
        await until(pilot, lambda: isinstance(pilot.app.screen, ArchiveScreen))
        await pilot.press("ctrl+n")
        await on_the_names(pilot)
        await ask_prompt(pilot, "a", "Halvern Board, HB,  Harbour  Board")
        await pilot.press("enter")
        await until(pilot, lambda: group_of(bob, "HB") == ["HB", "Halvern Board", "Harbour Board"])
        await until(pilot, lambda: "▸ Halvern Board" in screen_text(pilot.app))
        await ask_prompt(pilot, "enter", "Halvern Board, HB, The Board")
        await pilot.press("enter")
        await until(pilot, lambda: group_of(bob, "HB") == ["HB", "Halvern Board", "The Board"])
        assert group_of(bob, "Harbour Board") == []
        await pilot.press("u")
        await until(pilot, lambda: group_of(bob, "HB") == ["HB", "Halvern Board", "Harbour Board"])
        await until(pilot, lambda: "Undone" in screen_text(pilot.app))
        assert "The Board" not in screen_text(pilot.app).split("Undone")[0]
        await pilot.press("U")
        await until(pilot, lambda: group_of(bob, "HB") == ["HB", "Halvern Board", "The Board"])
        await until(pilot, lambda: "▸ Halvern Board = HB = The Board" in screen_text(pilot.app))
        await pilot.press("u", "u", "u")
        await until(pilot, lambda: "There is nothing to undo." in screen_text(pilot.app))
        assert group_of(bob, "HB") == []
        await pilot.press("escape", "escape")
        await at_rest(pilot, 1)


async def test_one_name_alone_is_refused_in_a_sentence(path: Path, bob: Desk) -> None:
    """What is wrong is a notice, nothing is changed, and what was typed stands there to be mended."""
    async with opened(path) as pilot:
        await pilot.press("q")
        await until(pilot, lambda: "1 article" in screen_text(pilot.app))
        await pilot.press("N")
        await on_the_names(pilot)
        before = bob.aliases()
        await ask_prompt(pilot, "a", "HB")
        await pilot.press("enter")
        await until(pilot, lambda: any("needs two names" in words for words in notices(pilot)))
        assert bob.aliases() == before
        await until(pilot, lambda: pilot.app.screen.query_one(Prompt).display)
        await pilot.pause(UNASKED_SECONDS + 0.1)  # keys that come sooner are none for a prompt that came by itself
        await type_text(pilot, ", Halvern Board")
        await pilot.press("enter")
        await until(pilot, lambda: group_of(bob, "HB") == ["HB", "Halvern Board"])


async def test_names_that_changed_meanwhile_are_shown_and_not_written_over(path: Path, bob: Desk) -> None:
    """What was typed was meant for the group in view; a verdict is not undone where it cannot be seen."""
    bob.add_alias(["Halvern Board", "HB"])
    async with opened(path) as pilot:
        await pilot.press("f", "S")
        await until(pilot, lambda: isinstance(pilot.app.screen, ArchiveScreen))
        await pilot.press("ctrl+n")
        await on_the_names(pilot)
        screen = pilot.app.screen
        assert isinstance(screen, AliasScreen)
        place = next(place for place, group in enumerate(screen.listing.groups) if "HB" in group.terms)
        screen.listing.go_to(place)
        await ask_prompt(pilot, "enter", "Halvern Board, The Board")
        bob.add_alias(["HB", "Harbour Board"])
        await pilot.press("enter")
        await until(pilot, lambda: any("Bob changed it meanwhile" in words for words in notices(pilot)))
        await until(pilot, lambda: "Halvern Board = HB = Harbour Board" in screen_text(pilot.app))
        assert group_of(bob, "The Board") == []
        await until(pilot, lambda: screen.prompt.display, "what was typed stands there to be mended")
        await pilot.pause(0.5)  # a question that comes by itself hears no key at first
        await pilot.press("enter")
        await until(
            pilot, lambda: group_of(bob, "The Board") == ["Halvern Board", "The Board"], "on the group as shown"
        )
        await pilot.press("u", "u")
        await until(pilot, lambda: any("last step was something else: flag" in words for words in notices(pilot)))


async def test_the_archive_shows_what_is_known_of_a_record(path: Path, bob: Desk) -> None:
    """Its age is in the record in full, and ^t leads to what ratings stand for."""
    async with opened(path, size=(160, 50)) as pilot:
        await pilot.press("S")
        await until(pilot, lambda: isinstance(pilot.app.screen, ArchiveScreen))
        pilot.app.screen.query_one(Input).focus()
        await type_text(pilot, "antarctica")
        await until(pilot, lambda: "years old" in screen_text(pilot.app))
        await pilot.press("ctrl+t")
        await until(pilot, lambda: "What ratings stand for" in screen_text(pilot.app))
