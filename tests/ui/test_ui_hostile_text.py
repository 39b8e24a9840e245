"""Text from outside, wherever it is shown: no markup is read in it, and nothing of it acts on the terminal."""

from __future__ import annotations

from pathlib import Path

import pytest
from factories import make_record, write_records
from piloting import ask_prompt, at_rest, claim, notices, opened, screen_text, until
from textual.pilot import Pilot
from textual.widgets import Input

from factcheck_tui.desk import Desk
from factcheck_tui.model import Article, MatchDecision
from factcheck_tui.ui.app import FactcheckApp
from factcheck_tui.ui.widgets.prompt import UNASKED_SECONDS, Prompt

MARKUP = "[/foo] [bold]x[/] [sic]"
ESCAPES = "\x1b]0;owned\x07 \x9b31m \u202egnihton\u202c \u200b"
HOSTILE = f"Tower {MARKUP} stands"
DANGEROUS = set("\x1b\x07\x9b\u202e\u202c\u200b")


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """A desk whose every text is hostile."""
    path = tmp_path / "hostile.db"
    record = make_record(
        f"{HOSTILE} record {ESCAPES}",
        title=f"title {MARKUP} {ESCAPES}",
        body=f"body {MARKUP} {ESCAPES}",
        rating=f"rated {MARKUP}",
        publisher=f"press {MARKUP}",
        claimant=f"someone {MARKUP}",
        url=f"https://example.org/{MARKUP}",
    )
    with Desk.open(path, "Bob") as bob:
        bob.import_records(write_records(tmp_path / "records.ndjson", [record]))
        text = f"{HOSTILE}\n\n{HOSTILE} record, the keeper {MARKUP} said {ESCAPES} on Monday.\n"
        bob.add(Article(text=text, title=f"{HOSTILE} {ESCAPES}"))
        for status in bob.claims(1):
            bob.note(status.claim.id, f"note {MARKUP} {ESCAPES}")
            bob.decide_match(status.claim.id, bob.find_record(record.source_id).id, MatchDecision.LINKED)
    return path


def assert_shown(pilot: Pilot[None], words: str) -> None:
    """The words stand on the screen as they are, and nothing on it can act on a terminal."""
    shown = screen_text(pilot.app)
    assert words in shown, shown
    assert not DANGEROUS & set(shown)


async def test_the_main_screen_shows_markup_as_it_is(hostile: Path) -> None:
    """Title, claims, text, records, ratings, publishers and notes: brackets and all."""
    async with opened(hostile, size=(200, 60)) as pilot:
        await at_rest(pilot, 1)
        texts = (f" {HOSTILE}", f"rated {MARKUP}", f"press {MARKUP}", f"title {MARKUP}", f"note: note {MARKUP}")
        await until(pilot, lambda: all(words in screen_text(pilot.app) for words in texts))
        for words in texts:
            assert_shown(pilot, words)
        assert_shown(pilot, f"https://example.org/{MARKUP}")
        await pilot.press("f")
        await until(pilot, lambda: "⚑" in screen_text(pilot.app))
        await pilot.press("1")
        await until(pilot, lambda: f"press {MARKUP}'s record" in screen_text(pilot.app))


@pytest.mark.parametrize("words", ["[/foo]", "[bold]x[/]", "[sic]", "$text [@click=app.quit]x", "\\[", "["])
async def test_a_filter_may_be_markup(hostile: Path, words: str) -> None:
    """What is typed is looked for and shown as it is, found or not."""
    async with opened(hostile, size=(200, 60)) as pilot:
        await ask_prompt(pilot, "slash", words)
        await pilot.press("enter")
        await until(pilot, lambda: f"filter: {words}" in screen_text(pilot.app))
        await pilot.press("x", "enter")
        await ask_prompt(pilot, "slash", f"zz{words}")
        await pilot.press("enter")
        await until(pilot, lambda: f"No claim has “zz{words}”" in screen_text(pilot.app))


async def test_a_note_with_escapes_can_be_mended_in_place(hostile: Path) -> None:
    """The line that a note is written on sends no control character to the terminal, and keeps those in the note."""
    async with opened(hostile, size=(200, 60)) as pilot:
        await pilot.press("i")
        await until(pilot, lambda: "note on claim 1:" in screen_text(pilot.app))
        assert_shown(pilot, f"note {MARKUP}")
        await pilot.press("enter")
        await pilot.pause()
    with Desk.open(hostile, "Bob") as bob:
        assert claim(bob, 1).note == f"note {MARKUP} {ESCAPES}".strip()


async def test_the_other_screens_show_markup_as_it_is(hostile: Path) -> None:
    """History, articles, archive, export and palette."""
    async with opened(hostile, size=(200, 60)) as pilot:
        await pilot.press("H")
        await until(pilot, lambda: MARKUP in screen_text(pilot.app).rpartition("History of")[2])
        assert_shown(pilot, f"note {MARKUP}")
        await pilot.press("escape")
        await at_rest(pilot, 1)
        await pilot.press("E")
        await until(pilot, lambda: "number,article" in screen_text(pilot.app))
        assert_shown(pilot, f"note {MARKUP}")
        await pilot.press("escape")
        await at_rest(pilot, 1)
        await pilot.press("S")
        await until(pilot, lambda: "1 prior records" in screen_text(pilot.app))
        assert_shown(pilot, f"press {MARKUP}")
        pilot.app.screen.query_one(Input).value = "zz[/qq]"
        await until(pilot, lambda: "Nothing in the archive has “zz[/qq]”" in screen_text(pilot.app))
        await pilot.press("escape")
        await at_rest(pilot, 1)
        await pilot.press("colon", *"tower")
        await until(pilot, lambda: f"article 1: {HOSTILE}" in screen_text(pilot.app))
        assert_shown(pilot, HOSTILE)
        await pilot.press("escape")
        await at_rest(pilot, 1)
        await pilot.press("q")
        await until(pilot, lambda: "1 article, " in screen_text(pilot.app))
        assert_shown(pilot, HOSTILE)


async def test_a_failure_is_shown_as_it_is(empty_desk: Path, tmp_path: Path) -> None:
    """A notice quotes what the user typed, brackets and all."""
    async with opened(empty_desk, size=(200, 60)) as pilot:
        for key in ("a", "m"):
            before = len(notices(pilot))
            await ask_prompt(pilot, key, f"{tmp_path}/{MARKUP}.txt")
            await pilot.press("enter")
            await until(pilot, lambda told=before: len(notices(pilot)) > told)  # type: ignore[misc]
            await until(
                pilot, lambda: pilot.app.screen.query_one(Prompt).display
            )  # what was refused stands on it again
            await pilot.pause(UNASKED_SECONDS + 0.1)  # keys that come sooner are none for a prompt that came by itself
            assert_shown(pilot, MARKUP)
            await pilot.press("escape")
        await until(pilot, lambda: "[bold]" in screen_text(pilot.app).replace("\n", ""))
        app = pilot.app
        assert isinstance(app, FactcheckApp)
        app.complain(f"{MARKUP} {ESCAPES}")
        await until(pilot, lambda: MARKUP in screen_text(app))
        assert_shown(pilot, MARKUP)


async def test_a_checker_may_be_called_anything(path: Path) -> None:
    """The name in the status line and in the history is text too."""
    async with opened(path, size=(200, 60), checker=MARKUP) as pilot:
        assert_shown(pilot, MARKUP)
        await pilot.press("c", "g")
        await at_rest(pilot, 1)
        await pilot.press("H")
        await until(pilot, lambda: "pending → confirmed" in screen_text(pilot.app))
        assert_shown(pilot, MARKUP)


async def test_a_text_with_tabs_and_wide_letters_is_all_there(empty_desk: Path) -> None:
    """Columns by tabs, Chinese and emoji: every word of the text can be read in the article's pane."""
    words = ["alpha\tbeta\tgamma\tdelta\tepsilon\tzeta\teta\ttheta\tiota", "塔高三百米", "👩‍🚒 tall", "kappa lambda"]
    with Desk.open(empty_desk, "Bob") as bob:
        bob.add(Article(text="Tower\n\n" + "\n\n".join(words) + "\n", title="Tower"))
    async with opened(empty_desk, size=(60, 40)) as pilot:
        await pilot.press("h", "h", "z")
        await until(pilot, lambda: "lambda" in screen_text(pilot.app))
        for word in " ".join(words).split():
            assert word in screen_text(pilot.app), word
