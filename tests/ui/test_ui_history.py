"""The history: of a claim, of its article, and lately of all; from each line back to its claim."""

from __future__ import annotations

from pathlib import Path

import pytest
from factories import make_evidence
from piloting import SIZES, at_rest, claim, current_number, desk_screen, opened, screen_text, until
from textual.pilot import Pilot

from factcheck_tui.desk import Desk
from factcheck_tui.model import Verdict
from factcheck_tui.ui.screens.aliases import AliasScreen
from factcheck_tui.ui.screens.articles import ArticlesScreen
from factcheck_tui.ui.screens.desk import DeskScreen
from factcheck_tui.ui.screens.history import HistoryScreen
from factcheck_tui.ui.screens.ratings import RatingsScreen
from factcheck_tui.ui.widgets.history_list import HistoryList


async def at_history(pilot: Pilot[None]) -> HistoryList:
    """Press H and wait for the history."""
    await pilot.press("H")
    await until(pilot, lambda: isinstance(pilot.app.screen, HistoryScreen), "the history")
    listing = pilot.app.screen.query_one(HistoryList)
    await until(pilot, lambda: bool(listing.empty_words()), "the history read")
    return listing


def changes(listing: HistoryList) -> list[str]:
    """What the lines of the list say was changed, the first first."""
    return [line.decision.change for line in listing._lines]


def desk_of(pilot: Pilot[None]) -> DeskScreen:
    """The main screen, which another one is in front of."""
    return next(screen for screen in pilot.app.screen_stack if isinstance(screen, DeskScreen))


@pytest.mark.parametrize("size", SIZES)
async def test_the_history_of_a_claim(path: Path, bob: Desk, size: tuple[int, int]) -> None:
    """H shows who decided what, the newest first; of a claim that nobody decided on it says so."""
    wanted = claim(bob, 1).claim.id
    async with opened(path, size=size) as pilot:
        await at_history(pilot)
        await until(pilot, lambda: "Nobody has decided" in screen_text(pilot.app))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, DeskScreen))
        bob.mark([wanted], Verdict.DISPUTED)
        bob.add_evidence(make_evidence(wanted, title="Harbour [log]"))
        bob.note(wanted, "rang the keeper")
        bob.undo()
        listing = await at_history(pilot)
        await until(pilot, lambda: len(listing) == 4)
        assert changes(listing)[2:] == ["evidence added", "verdict pending → disputed"]
        await until(pilot, lambda: "Bob  undone: note" in screen_text(pilot.app))
        assert size[0] < 60 or "Harbour [log]" in screen_text(pilot.app)
        await pilot.press("j", "k", "q")
        await until(pilot, lambda: isinstance(pilot.app.screen, DeskScreen))


async def test_tab_widens_the_history_and_enter_revisits(two_articles: Path, bob_at_two: Desk) -> None:
    """Claim, article, all articles; Enter on a line puts its article on the desk with the cursor on its claim."""
    bob = bob_at_two
    bob.mark([claim(bob, 3).claim.id], Verdict.DISPUTED)
    bob.mark([claim(bob, 2, article_id=2).claim.id], Verdict.CONFIRMED)
    async with opened(two_articles, article_id=1) as pilot:
        listing = await at_history(pilot)
        await pilot.press("tab")
        await until(pilot, lambda: changes(listing) == ["verdict pending → disputed"])
        assert f"claim 3 {claim(bob, 3).claim.text[:20]}" in screen_text(pilot.app)
        await pilot.press("tab")
        await until(pilot, lambda: changes(listing) == ["verdict pending → confirmed", "verdict pending → disputed"])
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, DeskScreen) and desk_screen(pilot).article_id == 2)
        await at_rest(pilot, 2)
        listing = await at_history(pilot)
        await until(pilot, lambda: changes(listing) == ["verdict pending → confirmed"])
        await pilot.press("shift+tab")
        await until(pilot, lambda: len(listing) == 2)
        await pilot.press("j", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, DeskScreen) and desk_screen(pilot).article_id == 1)
        await at_rest(pilot, 3)


async def test_a_line_of_the_same_article_moves_the_cursor(path: Path, bob: Desk) -> None:
    """Revisiting a claim of the article that is on the desk goes to it, and what others did is then shown."""
    bob.mark([claim(bob, 5).claim.id], Verdict.DISPUTED)
    async with opened(path) as pilot:
        listing = await at_history(pilot)
        await pilot.press("tab")
        await until(pilot, lambda: len(listing) == 1)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, DeskScreen))
        await at_rest(pilot, 5)
        assert current_number(pilot) == 5


async def test_what_holds_for_the_whole_desk_is_in_the_history_of_all(path: Path, bob: Desk) -> None:
    """What a rating or a name was made to stand for, by whom; Enter goes to the screen where it is changed."""
    bob.add_alias(["Halvern Board", "HB"])
    bob.set_ratings({"Half true": Verdict.DISPUTED})
    async with opened(path) as pilot:
        listing = await at_history(pilot)
        await pilot.press("tab", "tab")
        await until(pilot, lambda: len(listing) == 3)
        assert changes(listing)[0].startswith("“half true” stands for ")
        assert changes(listing)[1:] == [
            "“HB” stands for itself alone → Halvern Board",
            "“Halvern Board” stands for itself alone → HB",
        ]
        assert "the whole desk" in screen_text(pilot.app)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, RatingsScreen) and pilot.app.screen._listing.labels)
        shown = desk_of(pilot).listing
        label = shown.matches[0].record.rating
        screen = pilot.app.screen
        assert isinstance(screen, RatingsScreen)
        screen._listing.go_to([row.label for row in screen._listing.labels].index(label))
        await pilot.press("x", "escape")
        await at_rest(pilot, 1)
        await until(pilot, lambda: shown.matches and shown.matches[0].record.verdict is None, "the desk follows")
        await pilot.press("u")
        await until(pilot, lambda: shown.matches and shown.matches[0].record.verdict is not None)
        listing = await at_history(pilot)
        await pilot.press("tab", "tab")
        await until(pilot, lambda: len(listing) == 5)
        await pilot.press("j", "j", "j", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, AliasScreen))


async def test_the_history_of_an_article_tells_that_it_was_put_away(path: Path, bob: Desk) -> None:
    """And brought back, each as a line; Enter on one goes to the article."""
    bob.put_away([1])
    bob.put_away([1], away=False)
    async with opened(path) as pilot:
        listing = await at_history(pilot)
        await pilot.press("tab")
        await until(pilot, lambda: changes(listing) == ["article 1 brought back", "article 1 put away"])
        await until(pilot, lambda: "Bob  article 1 put away" in screen_text(pilot.app))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, DeskScreen))
        await at_rest(pilot, 1)


async def test_recent_decisions_from_the_list_of_articles(two_articles: Path, bob_at_two: Desk) -> None:
    """H on the list of articles shows what was decided lately; a note is shown in full below; Enter goes there."""
    words = "The keeper says that " + "it is very tall and " * 8 + "that is all."
    bob_at_two.note(claim(bob_at_two, 2, article_id=2).claim.id, words)
    async with opened(two_articles, article_id=1) as pilot:
        await pilot.press("q")
        await until(pilot, lambda: isinstance(pilot.app.screen, ArticlesScreen))
        listing = await at_history(pilot)
        await until(pilot, lambda: len(listing) == 1)
        await until(pilot, lambda: "that is all." in screen_text(pilot.app))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, DeskScreen))
        await at_rest(pilot, 2)
        assert desk_screen(pilot).article_id == 2
