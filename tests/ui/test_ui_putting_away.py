"""An article that was added by mistake: taken off the list by a key, found again, and brought back."""

from __future__ import annotations

from pathlib import Path

import pytest
from factories import make_article
from piloting import SIZES, ask_prompt, at_rest, claim, desk_screen, notices, opened, screen_text, until
from textual.pilot import Pilot

from factcheck_tui.desk import Desk
from factcheck_tui.model import Verdict
from factcheck_tui.ui.screens.articles import ArticlesScreen
from factcheck_tui.ui.screens.desk import DeskScreen
from factcheck_tui.ui.screens.history import HistoryScreen
from factcheck_tui.ui.widgets.article_list import ArticleList


async def to_articles(pilot: Pilot[None]) -> ArticleList:
    await pilot.press("q")
    await until(pilot, lambda: isinstance(pilot.app.screen, ArticlesScreen))
    await until(pilot, lambda: "prior records" in screen_text(pilot.app))
    return pilot.app.screen.query_one(ArticleList)


def listed(listing: ArticleList) -> list[int]:
    return [progress.article.id for progress in listing._rows]


async def test_a_title_of_wide_characters_leaves_room_for_what_undoes(two_articles: Path, bob_at_two: Desk) -> None:
    """A title is shortened by the cells that it takes: Chinese takes two a character."""
    bob_at_two.add(make_article("福島第一原発の処理水を海に放出したと東京電力が発表した件についての続報です。"))
    async with opened(two_articles, article_id=3, size=(80, 24)) as pilot:
        await to_articles(pilot)
        await pilot.press("minus")
        await until(pilot, lambda: "put away. u undoes it; / is:away lists it." in screen_text(pilot.app))


@pytest.mark.parametrize("size", SIZES)
async def test_an_article_is_put_away_and_brought_back(
    two_articles: Path, bob_at_two: Desk, size: tuple[int, int]
) -> None:
    """- takes it off the list and / is:away lists it; there - brings it back, and so do u and a restart's u."""
    bob = bob_at_two
    async with opened(two_articles, article_id=1, size=size) as pilot:
        listing = await to_articles(pilot)
        await until(pilot, lambda: listed(listing) == [2, 1] and listing.current.article.id == 1)
        await pilot.press("minus")
        await until(pilot, lambda: listed(listing) == [2])
        assert bob.article_ids() == [2]
        await until(pilot, lambda: "1 article and 1 away" in screen_text(pilot.app) or size == SIZES[0])
        await until(pilot, lambda: "put away." in screen_text(pilot.app) or size == SIZES[0])
        await ask_prompt(pilot, "slash", "is:away")
        await until(pilot, lambda: listed(listing) == [1])
        await pilot.press("enter", "minus")
        await until(pilot, lambda: bob.article_ids() == [2, 1])
        await pilot.press("escape")
        await until(pilot, lambda: listed(listing) == [2, 1])
        await pilot.press("u")
        await until(pilot, lambda: listed(listing) == [2])
        await pilot.press("U")
        await until(pilot, lambda: listed(listing) == [2, 1])
        await until(pilot, lambda: "Done again: article 1 brought back" in screen_text(pilot.app) or size == SIZES[0])
        await pilot.press("k", "minus")
        await until(pilot, lambda: listed(listing) == [1])
    async with opened(two_articles, size=size) as pilot:
        await pilot.press("u")
        await until(pilot, lambda: bob.article_ids() == [2, 1])


async def test_the_only_article_is_put_away(path: Path, bob: Desk) -> None:
    """The list is as of an empty desk; undo there brings it back, but takes no verdict back that cannot be seen."""
    async with opened(path) as pilot:
        await pilot.press("c")
        await until(pilot, lambda: claim(bob, 1).verdict is Verdict.CONFIRMED)
        listing = await to_articles(pilot)
        await pilot.press("minus")
        await until(pilot, lambda: "No article is on this desk yet." in screen_text(pilot.app))
        await pilot.press("minus", "enter", "u")
        await until(pilot, lambda: listed(listing) == [1])
        await pilot.press("u")
        await until(pilot, lambda: any("last step was something else: verdict" in words for words in notices(pilot)))
        assert claim(bob, 1).verdict is Verdict.CONFIRMED


async def test_j_and_k_pass_it_over(two_articles: Path, bob_at_two: Desk) -> None:
    """They go through the list; one that is away and open goes to its neighbours. The history leads to it."""
    bob_at_two.put_away([2])
    async with opened(two_articles, article_id=1) as pilot:
        await pilot.press("J")
        await until(pilot, lambda: "There is no other article." in screen_text(pilot.app))
        await pilot.press("H", "tab", "tab")
        await until(pilot, lambda: isinstance(pilot.app.screen, HistoryScreen))
        await until(pilot, lambda: "article 2 put away  The tower that the town forgot" in screen_text(pilot.app))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, DeskScreen) and desk_screen(pilot).article_id == 2)
        await at_rest(pilot, 1)
        await pilot.press("K")
        await until(pilot, lambda: desk_screen(pilot).article_id == 1)
