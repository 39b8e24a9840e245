"""Keys that come in one piece, as over a slow line: each acts where the ones before it have led."""

from pathlib import Path

from piloting import ask_prompt, at_rest, burst, claim, desk_screen, log, opened, screen_text, send, until
from textual import events
from textual.pilot import Pilot

from factcheck_tui.desk import Desk
from factcheck_tui.model import SourceKind, Verdict
from factcheck_tui.ui.screens.desk import DeskScreen
from factcheck_tui.ui.screens.evidence import EvidenceScreen


def _paste(pilot: Pilot[None], text: str) -> None:
    driver = pilot.app._driver
    assert driver is not None
    event = events.Paste(text)
    event.set_sender(pilot.app)
    driver.send_message(event)


def _send_alt(pilot: Pilot[None], letter: str) -> None:
    """As a terminal sends it: with the letter as its character."""
    driver = pilot.app._driver
    assert driver is not None
    event = events.Key(f"alt+{letter}", letter)
    event.set_sender(pilot.app)
    driver.send_message(event)


async def test_a_whole_form_can_be_typed_ahead(path: Path, bob: Desk) -> None:
    """Fields and the arrows between them in one piece, also through the list: each text is in its own field, and what
    comes behind Enter in the next form.
    """
    async with opened(path) as pilot:
        await pilot.press("s")
        await until(pilot, lambda: isinstance(pilot.app.screen, EvidenceScreen), "the sources")
        await burst(pilot, *"Log", "down", "tab", *"p9", "enter", *"Map", *["up"] * 4, "p", "enter")
        first = claim(bob, 1).claim.id
        await until(pilot, lambda: len(bob.evidence_of(first)) == 2, "two sources")
        kept = [(each.title, each.locator, each.kind) for each in bob.evidence_of(first)]
        assert kept == [("Log", "p9", SourceKind.SECONDARY), ("Map", "", SourceKind.PRIMARY)]


async def test_what_is_typed_after_leaving_a_screen_acts_on_the_next(path: Path, bob: Desk) -> None:
    """Escape and a verdict key in one piece: the screen is left, and the claim below is marked."""
    async with opened(path) as pilot:
        await burst(pilot, "S", *"sea", "escape", "d")
        await until(pilot, lambda: claim(bob, 1).verdict is Verdict.DISPUTED, "the verdict")
        assert isinstance(pilot.app.screen, DeskScreen)


async def test_escape_and_a_key_in_one_piece_are_not_alt(path: Path, bob: Desk) -> None:
    """A terminal gives them as Alt and the key; on a screen that Escape leaves, both are done."""
    async with opened(path) as pilot:
        await burst(pilot, "H", "alt+d")
        await until(pilot, lambda: claim(bob, 1).verdict is Verdict.DISPUTED, "the verdict")
        await at_rest(pilot, 2)


async def test_alt_and_a_key_mark_nothing_at_the_desk(path: Path, bob: Desk) -> None:
    """Where Escape has no use, Alt and a key are what they are: Alt+d of another program's habits is no verdict."""
    async with opened(path) as pilot:
        await burst(pilot, "alt+d", "j", "c")
        await until(pilot, lambda: claim(bob, 2).verdict is Verdict.CONFIRMED, "the verdict")
        assert [line[2:4] for line in log(bob)] == [("pending", "confirmed")]


async def test_a_paste_right_behind_a_key_goes_into_the_line_that_it_opens(path: Path, bob: Desk) -> None:
    """The key for a note and a pasted note in one piece: the note is kept."""
    async with opened(path) as pilot:
        send(pilot, "i")
        _paste(pilot, "57 by the count of the observatory")
        send(pilot, "enter")
        await until(pilot, lambda: claim(bob, 1).note, "the note")
        assert claim(bob, 1).note == "57 by the count of the observatory"
        assert not desk_screen(pilot).prompt.display


async def test_escape_and_a_key_in_one_piece_type_nothing_on_a_line(path: Path, bob: Desk) -> None:
    """They may be Alt and a letter, of a habit, so that they drop no note either; what ends the line is said."""
    async with opened(path) as pilot:
        await ask_prompt(pilot, "i", "half a note")
        _send_alt(pilot, "d")
        await until(pilot, lambda: "The other keys wait" in screen_text(pilot.app))
        await pilot.press("enter")
        await until(pilot, lambda: claim(bob, 1).note, "the note")
        assert claim(bob, 1).note == "half a note"
        await pilot.press("S", *"ice")
        _send_alt(pilot, "j")
        await pilot.press("!")
        await until(pilot, lambda: "ice!" in screen_text(pilot.app))
