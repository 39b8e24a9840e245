"""The command palette's own entries: every action of the screen, and every article."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from rapidfuzz import fuzz, utils
from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.types import IgnoreReturnCallbackType

from factcheck_tui.desk import Desk
from factcheck_tui.model import Article
from factcheck_tui.ui.keys import Key, Where
from factcheck_tui.ui.screens.archive import ArchiveScreen
from factcheck_tui.ui.screens.articles import ArticlesScreen
from factcheck_tui.ui.screens.desk import DeskScreen
from factcheck_tui.visible import one_line

if TYPE_CHECKING:
    from factcheck_tui.ui.app import FactcheckApp

LIKELY = 60  # partial_ratio from which an entry is offered for what was typed
_PLACES = {DeskScreen: Where.DESK, ArticlesScreen: Where.ARTICLES, ArchiveScreen: Where.ARCHIVE}


class DeskCommands(Provider):
    """Matched with rapidfuzz; Textual's own matcher would read an article's title as markup."""

    _articles: list[Article] | None = None

    async def _known_articles(self) -> list[Article]:
        """Read when first searched for: in Provider.startup, a key typed meanwhile would cancel it for good."""
        if self._articles is None:
            app = cast("FactcheckApp", self.app)
            self._articles = [progress.article for progress in await app.desk(Desk.articles)]
        return self._articles

    def _keys(self) -> tuple[Key, ...]:
        place = _PLACES.get(type(self.screen))
        app = cast("FactcheckApp", self.app)
        return app.keys_of(place, Where.ANYWHERE) if place else app.keys_of(Where.ANYWHERE)

    async def discover(self) -> Hits:
        for key in self._keys():
            if not key.id.startswith("link-"):
                yield DiscoveryHit(Content(f"{key.help}  ({key.label})"), partial(self._run, key), key.help)

    async def search(self, query: str) -> Hits:
        app = cast("FactcheckApp", self.app)
        offers: list[tuple[str, IgnoreReturnCallbackType]] = [
            (f"{key.help}  ({key.label})", partial(self._run, key)) for key in self._keys()
        ]
        offers += [
            (f"article {article.id}: {one_line(article.title)}", partial(app.show_desk, article.id))
            for article in await self._known_articles()
        ]
        for words, command in offers:
            score = fuzz.partial_ratio(query, words, processor=utils.default_process)
            if score >= LIKELY:
                yield Hit(score / 100, Content(words), command, words)

    async def _run(self, key: Key) -> None:
        await (self.app if key.where is Where.ANYWHERE else self.screen).run_action(key.action)
