"""Several claims at once: rows, ranges and all that is listed are marked; the next key acts on them as one step."""

from __future__ import annotations

from pathlib import Path

import pytest
from piloting import (
    SIZES,
    ask_prompt,
    at_rest,
    claim,
    current_number,
    desk_screen,
    listed,
    log,
    opened,
    screen_text,
    until,
    verdicts,
)
from textual.pilot import Pilot

from factcheck_tui.desk import Desk
from factcheck_tui.model import Verdict
from factcheck_tui.ui.widgets.prompt import Prompt


def marks(pilot: Pilot[None]) -> list[int]:
    """The numbers of the claims that are marked."""
    sheet = desk_screen(pilot).sheet
    assert sheet is not None
    return [status.claim.number for status in sheet.pieces if status.claim.id in sheet.marked]


async def asked(pilot: Pilot[None], words: str) -> None:
    """Wait for a question with these words."""
    await until(pilot, lambda: desk_screen(pilot).query_one(Prompt).display, "a question")
    await until(pilot, lambda: words in screen_text(pilot.app), words)


@pytest.mark.parametrize("size", SIZES)
async def test_a_verdict_acts_on_the_marked_rows_after_one_question_and_is_one_step(
    path: Path, bob: Desk, size: tuple[int, int]
) -> None:
    """Space marks and goes on; d asks how many; Enter marks them all; one u takes all of it back."""
    async with opened(path, size=size) as pilot:
        await pilot.press("space", "space", "j", "space")
        await until(pilot, lambda: marks(pilot) == [1, 2, 4])
        await pilot.press("d")
        await asked(pilot, "Mark 3 claims disputed?")
        assert verdicts(bob) == {}
        await pilot.press("enter")
        await until(pilot, lambda: verdicts(bob) == dict.fromkeys((1, 2, 4), Verdict.DISPUTED))
        await until(pilot, lambda: marks(pilot) == [])
        await pilot.press("u")
        await until(pilot, lambda: verdicts(bob) == {})
        await until(pilot, lambda: current_number(pilot) == 1)


async def test_any_other_key_than_enter_or_y_leaves_everything_as_it_was(path: Path, bob: Desk) -> None:
    """No decision by a slip: d answers no, and the marks stay for another try."""
    async with opened(path) as pilot:
        await pilot.press("space", "space", "c")
        await asked(pilot, "Mark 2 claims confirmed?")
        await pilot.press("d")
        await until(pilot, lambda: not desk_screen(pilot).query_one(Prompt).display)
        assert marks(pilot) == [1, 2]
        await pilot.press("c")
        await asked(pilot, "Mark 2 claims confirmed?")
        await pilot.press("y")
        await until(pilot, lambda: len(verdicts(bob)) == 2)
        assert [line[0] for line in log(bob)] == ["do", "do"]


async def test_a_range_is_marked_from_where_it_began_to_the_cursor(path: Path) -> None:
    """v, move, v; Space ends it too; Esc gives it up."""
    async with opened(path) as pilot:
        await pilot.press("j", "v", "j", "j", "v")
        await until(pilot, lambda: marks(pilot) == [2, 3, 4])
        await pilot.press("G", "v", "k", "space")
        await until(pilot, lambda: marks(pilot) == [2, 3, 4, 19, 20])
        await pilot.press("v", "g", "escape")
        await until(pilot, lambda: "range" not in screen_text(pilot.app).splitlines()[1])
        assert marks(pilot) == [2, 3, 4, 19, 20]
        await pilot.press("escape")
        await until(pilot, lambda: marks(pilot) == [])


@pytest.mark.parametrize("size", SIZES)
async def test_all_that_the_filter_lists_is_marked(path: Path, bob: Desk, size: tuple[int, int]) -> None:
    """* marks the listed, again takes that back; marked claims that are no longer listed are named in the question."""
    async with opened(path, size=size) as pilot:
        await ask_prompt(pilot, "slash", "turbines")
        await pilot.press("enter", "asterisk")
        await until(pilot, lambda: 1 < len(marks(pilot)) < 20)
        found = marks(pilot)
        assert found == listed(pilot)
        await ask_prompt(pilot, "slash", "antarctica")
        await pilot.press("enter", "f")
        await asked(pilot, f"Flag {len(found)} claims ({len(found)} of them not listed)?")
        await pilot.press("enter")
        await until(pilot, lambda: [s.claim.number for s in bob.claims(1) if s.flagged] == found)
        await pilot.press("asterisk", "asterisk")
        await until(pilot, lambda: marks(pilot) == [])


@pytest.mark.parametrize("size", SIZES)
async def test_tags_are_given_and_taken_on_a_line(path: Path, bob: Desk, size: tuple[int, int]) -> None:
    """t shows the tags a claim has, what is typed over them stands; of several claims those that all of them have."""
    async with opened(path, size=size) as pilot:
        await ask_prompt(pilot, "t", "law, Ring  back")
        await pilot.press("enter")
        await until(pilot, lambda: claim(bob, 1).tags == ("law", "ring back"))
        await pilot.press("space", "space")
        await ask_prompt(pilot, "t", "sport")
        await pilot.press("enter")
        await until(pilot, lambda: claim(bob, 2).tags == ("sport",))
        assert claim(bob, 1).tags == ("law", "ring back", "sport")
        await pilot.press("u", "u")
        await until(pilot, lambda: (claim(bob, 1).tags, claim(bob, 2).tags) == ((), ()))


async def test_what_is_marked_is_shown_in_the_list_and_its_title(path: Path) -> None:
    """A dot beside each marked row, their number in the title, the keys that act on them in the bottom line."""
    async with opened(path) as pilot:
        await pilot.press("space", "space")
        await until(pilot, lambda: "2 marked" in screen_text(pilot.app))
        lines = screen_text(pilot.app).splitlines()
        assert [line[1] for line in lines[2:5]] == ["●", "●", "▸"]
        assert "Esc unmark" in lines[-1]
        await at_rest(pilot, 3)
