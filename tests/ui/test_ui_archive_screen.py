"""The archive's screen: a search with each character, a link from it, a citation copied, and back."""

from __future__ import annotations

from pathlib import Path

import pytest
from piloting import SIZES, at_rest, burst, claim, decided, opened, screen_text, until
from textual.pilot import Pilot
from textual.widgets import Input

from factcheck_tui.desk import Desk
from factcheck_tui.model import MatchDecision, PriorRecord
from factcheck_tui.ui.screens.archive import ArchiveScreen, RecordList
from factcheck_tui.ui.screens.articles import ArticlesScreen
from factcheck_tui.ui.screens.desk import DeskScreen
from factcheck_tui.ui.widgets.key_line import KeyLine


async def at_archive(pilot: Pilot[None]) -> RecordList:
    """Open the archive from where we are, and wait for its first records."""
    await pilot.press("S")
    await until(pilot, lambda: isinstance(pilot.app.screen, ArchiveScreen))
    await until(pilot, lambda: "prior records" in screen_text(pilot.app))
    return pilot.app.screen.query_one(RecordList)


async def search(pilot: Pilot[None], words: str) -> None:
    """Put other words into the search."""
    pilot.app.screen.query_one(Input).value = words


def shown_records(pilot: Pilot[None]) -> int:
    """How many records the archive's list shows; -1 when another screen is on top."""
    found = pilot.app.screen.query(RecordList)
    return len(found.first()) if found else -1


def ids(records: list[PriorRecord]) -> list[int]:
    return [record.id for record in records]


@pytest.mark.parametrize("size", SIZES)
async def test_the_search_follows_what_is_typed(path: Path, bob: Desk, size: tuple[int, int]) -> None:
    """Each character searches anew, the last word as a beginning; nothing typed shows the newest records."""
    async with opened(path, size=size) as pilot:
        listing = await at_archive(pilot)
        assert ids(list(listing._records)) == ids(bob.search(""))
        for typed in ("vac", "vacc", "vaccin"):
            await pilot.press(*typed[len(pilot.app.screen.query_one(Input).value) :])
            await until(pilot, lambda words=typed: ids(list(listing._records)) == ids(bob.search(words)))  # type: ignore[misc]
        assert 0 < len(listing) < bob.records()
        assert f"{len(listing)} found" in screen_text(pilot.app) or size == SIZES[0]
        await search(pilot, "zeppelinfahrt")
        await until(pilot, lambda: listing.empty_words() == "Nothing in the archive has “zeppelinfahrt”.")
        for key in ("enter", "ctrl+o", "ctrl+r"):
            pilot.app.screen.query_one(KeyLine).say("")
            await pilot.press(key)
            await until(pilot, lambda: "There is no record here." in screen_text(pilot.app), key)


async def test_no_text_is_a_syntax_error(path: Path, bob: Desk) -> None:
    """What FTS5 would read as operators, columns, quotes or wildcards is only text; markup is too."""
    async with opened(path) as pilot:
        listing = await at_archive(pilot)
        for typed in (
            '"',
            "vaccine* AND (",
            "claim:moon NEAR(",
            "-moon ^",
            "NOT",
            "'; DROP",
            "[/foo] [bold]",
            "💉 \\",
        ):
            await search(pilot, typed)
            await until(pilot, lambda words=typed: ids(list(listing._records)) == ids(bob.search(words)), typed)  # type: ignore[misc]
            assert isinstance(pilot.app.screen, ArchiveScreen)


@pytest.mark.parametrize("size", SIZES)
async def test_a_record_is_linked_to_the_claim_that_the_checker_came_from(
    path: Path, bob: Desk, size: tuple[int, int]
) -> None:
    """Enter links the record under the cursor, also one that the ranking had not brought up, and goes back."""
    wanted = claim(bob, 2).claim.id
    async with opened(path, size=size) as pilot:
        await pilot.press("j")
        await at_rest(pilot, 2)
        listing = await at_archive(pilot)
        assert "for claim 2" in screen_text(pilot.app) or size[0] < 80
        await pilot.press(*"moon")
        await until(pilot, lambda: ids(list(listing._records)) == ids(bob.search("moon")))
        await pilot.app.workers.wait_for_complete()
        await pilot.press("down")
        record = bob.search("moon")[1]
        assert record.id not in [match.record.id for match in bob.matches(wanted)]
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, DeskScreen))
        await at_rest(pilot, 2)
        said = "Claim 2 linked to"
        await until(pilot, lambda: said in screen_text(pilot.app), "the desk says so")
        await until(pilot, lambda: "⇔" in screen_text(pilot.app))
        assert said in screen_text(pilot.app), "and one's own link is no news from somebody else"
    assert decided(bob, wanted) == {record.id: MatchDecision.LINKED}


async def test_enter_never_links_a_record_that_was_found_for_other_words(path: Path, bob: Desk) -> None:
    """Words and Enter in one burst, as pasted: what the list showed before the search ended is not linked."""
    wanted = claim(bob, 2).claim.id
    async with opened(path) as pilot:
        await pilot.press("j")
        await at_rest(pilot, 2)
        await at_archive(pilot)
        await burst(pilot, *"moon", "enter")
        await until(pilot, lambda: decided(bob, wanted) or len(bob.search("moon")) == shown_records(pilot))
    assert set(decided(bob, wanted)) <= set(ids(bob.search("moon")))


async def test_from_the_articles_there_is_no_claim_to_link_to(path: Path, bob: Desk) -> None:
    """Opened for its own sake, Enter says what to do; Esc goes back to where the checker came from."""
    async with opened(path) as pilot:
        await pilot.press("q")
        await until(pilot, lambda: isinstance(pilot.app.screen, ArticlesScreen))
        await at_archive(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: "Open the archive from a claim (S)" in screen_text(pilot.app))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, ArticlesScreen))
    assert bob.article_history(1) == []


async def test_the_keys_that_act_on_a_record_work_while_typing(
    path: Path, bob: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """^r copies a citation, ^o opens the page, the arrows and pages move; letters and ? go into the search."""
    pages: list[str] = []
    async with opened(path) as pilot:
        listing = await at_archive(pilot)
        monkeypatch.setattr(pilot.app, "open_url", pages.append)  # a test opens no browser
        await pilot.press(*"moon", "question_mark")
        await until(pilot, lambda: pilot.app.screen.query_one(Input).value == "moon?")
        await until(pilot, lambda: ids(list(listing._records)) == ids(bob.search("moon?")))
        record = listing.current
        assert record is not None
        await pilot.press("ctrl+r", "ctrl+o")
        await until(pilot, lambda: pages == [record.url])
        assert record.publisher in pilot.app.clipboard
        assert record.url in pilot.app.clipboard
        await pilot.press("pagedown")
        await until(pilot, lambda: listing.cursor > 0)
        await pilot.press("pageup")
        await until(pilot, lambda: listing.cursor == 0)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, DeskScreen))


async def test_an_empty_archive_says_the_next_step(empty_desk: Path) -> None:
    """With no prior record at all, the screen says to import some."""
    async with opened(empty_desk) as pilot:
        await pilot.press("S")
        await until(pilot, lambda: "The archive is empty; import prior records first." in screen_text(pilot.app))


@pytest.mark.parametrize("size", SIZES)
async def test_a_condition_that_is_none_is_said(path: Path, size: tuple[int, int]) -> None:
    """The line at the top names it; once it is mended, the counts stand there again."""
    async with opened(path, size=size) as pilot:
        await at_archive(pilot)
        await search(pilot, "after:never")
        await until(pilot, lambda: "“after:never” is no" in screen_text(pilot.app))
        await search(pilot, "after:2001")
        await until(pilot, lambda: "“after:never”" not in screen_text(pilot.app))
        assert "Archive: " in screen_text(pilot.app)


async def test_records_that_come_when_the_screen_was_left_do_no_harm(path: Path, bob: Desk) -> None:
    """A search that ends a moment late has nothing left to draw on."""
    async with opened(path) as pilot:
        listing = await at_archive(pilot)
        screen = pilot.app.screen
        assert isinstance(screen, ArchiveScreen)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, DeskScreen) and not screen.is_attached)
        for words in ("vaccine", "year", ""):
            listing.show(bob.search(words), "")
            screen.record_view.show_record(bob.search(words)[0], "")
        await pilot.press("j")
        await at_rest(pilot, 2)
