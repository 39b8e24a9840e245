"""The line to type on: what is pasted is kept whole, what Escape dropped can be brought back."""

from pathlib import Path

import pytest
from piloting import ask_prompt, at_rest, claim, desk_screen, opened, screen_text, until
from textual import events
from textual.pilot import Pilot

from factcheck_tui.desk import Desk
from factcheck_tui.model import Verdict


async def _asked(pilot: Pilot[None], key: str) -> None:
    await pilot.press(key)
    await until(pilot, lambda: desk_screen(pilot).prompt.display, f"the prompt of {key}")


def _paste(pilot: Pilot[None], text: str) -> None:
    assert pilot.app.focused is not None
    pilot.app.focused.post_message(events.Paste(text))


async def test_a_pasted_note_keeps_all_its_lines(path: Path, bob: Desk) -> None:
    """The ends of lines show as pictures on the one line, and are kept as what they are."""
    async with opened(path) as pilot:
        await _asked(pilot, "i")
        _paste(pilot, "57 dead by the count\r\n42 of them prisoners\n")
        await until(pilot, lambda: "57 dead by the count␊42 of them prisoners" in screen_text(pilot.app))
        await pilot.press("enter")
        await until(pilot, lambda: claim(bob, 1).note, "the note")
        assert claim(bob, 1).note == "57 dead by the count\n42 of them prisoners"


async def test_a_note_of_several_lines_is_mended_in_place(path: Path, bob: Desk) -> None:
    """What the editor wrote stands on the line whole, over nothing else, and keeps its lines."""
    bob.note(claim(bob, 1).claim.id, "first\nsecond")
    async with opened(path) as pilot:
        await _asked(pilot, "i")
        shown = screen_text(pilot.app).splitlines()
        assert shown[-2].strip() == "note on claim 1: first␊second"
        assert shown[-1].startswith(" Enter done")
        await pilot.press("!", "enter")
        await until(pilot, lambda: claim(bob, 1).note.endswith("!"), "the note")
        assert claim(bob, 1).note == "first\nsecond!"


async def test_lines_that_are_pasted_as_a_filter_are_one(path: Path) -> None:
    """Where a text has one line, the ends of pasted ones are spaces; nothing of it is lost."""
    async with opened(path) as pilot:
        await _asked(pilot, "slash")
        _paste(pilot, "single\nlarge volcano")
        await until(pilot, lambda: "filter: single large volcano" in screen_text(pilot.app))


async def test_a_note_that_escape_dropped_is_brought_back(path: Path, bob: Desk) -> None:
    """It is said so, and the up key in the same line has it; down goes back to what is being typed."""
    async with opened(path) as pilot:
        await ask_prompt(pilot, "i", "waiting for the tide office")
        await pilot.press("escape")
        await until(pilot, lambda: "bring back what was typed" in screen_text(pilot.app))
        await pilot.press("j")
        await at_rest(pilot, 2)
        await _asked(pilot, "i")
        await pilot.press("x", "up", "down")
        await until(pilot, lambda: "note on claim 2: x" in screen_text(pilot.app))
        await pilot.press("up", "enter")
        await until(pilot, lambda: claim(bob, 2).note, "the note")
        assert claim(bob, 2).note == "waiting for the tide office"
        assert not claim(bob, 1).note


async def test_what_was_asked_for_otherwise_is_not_offered(path: Path) -> None:
    """A filter is no note: each question has what was typed for it."""
    async with opened(path) as pilot:
        await ask_prompt(pilot, "slash", "volcano")
        await pilot.press("enter", "escape")
        await _asked(pilot, "i")
        await pilot.press("up")
        await pilot.pause()
        assert "note on claim" in screen_text(pilot.app)
        assert "volcano" not in screen_text(pilot.app).splitlines()[-2]


async def test_the_filter_says_what_it_knows(path: Path) -> None:
    """While nothing is typed, the line names conditions."""
    async with opened(path) as pilot:
        await _asked(pilot, "slash")
        assert "is:disputed" in screen_text(pilot.app).splitlines()[-2]


async def test_while_a_line_is_typed_on_no_other_key_acts(path: Path, bob: Desk) -> None:
    """Undo, another question, another pane, the palette: what is half typed stays, and it is said what ends it."""
    async with opened(path) as pilot:
        await pilot.press("c")
        await until(pilot, lambda: claim(bob, 1).verdict is Verdict.CONFIRMED, "the verdict")
        await at_rest(pilot, 2)
        await ask_prompt(pilot, "i", "half a note")
        for key in ("ctrl+z", "ctrl+g", "tab", "shift+tab", "ctrl+p"):
            desk_screen(pilot).say("")
            await pilot.press(key)
            await until(pilot, lambda: "The other keys wait" in screen_text(pilot.app), key)
            assert "half a note" in screen_text(pilot.app).splitlines()[-2]
        await pilot.press("home", "delete", "enter")
        await until(pilot, lambda: claim(bob, 2).note, "the note")
        assert claim(bob, 2).note == "alf a note"
        assert claim(bob, 1).verdict is Verdict.CONFIRMED


async def test_a_click_beside_a_line_leaves_it_the_keys(path: Path, bob: Desk) -> None:
    """The pane that is clicked on takes no key from what is half typed, and the line does not stay for ever."""
    async with opened(path) as pilot:
        await ask_prompt(pilot, "i", "half a note")
        await pilot.click("#matches", offset=(10, 3))
        await until(pilot, lambda: "The other keys wait" in screen_text(pilot.app))
        await pilot.press("!", "enter")
        await until(pilot, lambda: claim(bob, 1).note, "the note")
        assert claim(bob, 1).note == "half a note!"


@pytest.mark.parametrize("width", [80, 140])
async def test_what_is_said_meanwhile_hides_no_key_of_a_question(path: Path, width: int) -> None:
    """News of another checker come while a question is open: the keys that answer it stay in view beside them."""
    async with opened(path, size=(width, 24)) as pilot:
        await pilot.press("asterisk", "c")
        await until(pilot, lambda: "Enter y yes  other keys no" in screen_text(pilot.app))
        desk_screen(pilot).say("Bob: claim 3, verdict pending → disputed; claim 4, verdict pending → disputed")
        await until(pilot, lambda: screen_text(pilot.app).splitlines()[-1].startswith(" Bob"))
        shown = screen_text(pilot.app).splitlines()[-1]
        assert shown.startswith(" Bob: claim 3, verdict pending")
        assert shown.endswith("  Enter y yes  other keys no")
        assert "…" in shown or width > 80
