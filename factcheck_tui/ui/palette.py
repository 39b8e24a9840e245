"""The command palette's own entries: actions, articles, claims by number or words, filters, orders, records."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, cast

from rapidfuzz import fuzz, utils
from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.types import IgnoreReturnCallbackType

from factcheck_tui.desk import Desk
from factcheck_tui.desk.claim_query import CONDITIONS
from factcheck_tui.model import Article, PriorRecord
from factcheck_tui.store import InterruptedQueryError
from factcheck_tui.ui.key import Key, Where
from factcheck_tui.ui.screens.base import DeskBase
from factcheck_tui.ui.screens.desk import DeskScreen
from factcheck_tui.ui.sheet import Order
from factcheck_tui.visible import one_line

if TYPE_CHECKING:
    from factcheck_tui.ui.app import FactcheckApp

Offer = tuple[str, IgnoreReturnCallbackType]

OFFERED = 5  # claims and records: more is the work of the filter and of the archive
LEAST_FOR_RECORDS = 3  # letters before the archive is searched
LIKELY = 60  # partial_ratio from which an entry is offered for what was typed


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
        place = self.screen.place if isinstance(self.screen, DeskBase) else None
        app = cast("FactcheckApp", self.app)
        return app.keys_of(place, Where.ANYWHERE) if place else app.keys_of(Where.ANYWHERE)

    async def discover(self) -> Hits:
        for key in self._keys():
            if not key.id.startswith("link-"):
                yield DiscoveryHit(Content(f"{key.help}  ({key.label})"), partial(self._run, key), key.help)

    async def search(self, query: str) -> Hits:
        app = cast("FactcheckApp", self.app)
        offers: list[Offer] = [(f"{key.help}  ({key.label})", partial(self._run, key)) for key in self._keys()]
        offers += [
            (f"article {article.id}: {one_line(article.title)}", partial(app.show_desk, article.id))
            for article in await self._known_articles()
        ]
        screen = self.screen
        if isinstance(screen, DeskScreen):
            offers += _ways_to_list(screen)
            for words, command in _claims(screen, query):
                yield Hit(1.0, Content(words), command, words)
        for words, command in offers:
            score = fuzz.partial_ratio(query, words, processor=utils.default_process)
            if score >= LIKELY:
                yield Hit(score / 100, Content(words), command, words)
        if len(query.strip()) >= LEAST_FOR_RECORDS:
            status = screen.status() if isinstance(screen, DeskScreen) else None
            for record in await self._records(query):
                words = f"record: {one_line(record.claim)}  {one_line(record.rating)}, {one_line(record.publisher)}"
                yield Hit(LIKELY / 200, Content(words), partial(app.show_archive, status, record.claim), words)

    async def _records(self, query: str) -> Sequence[PriorRecord]:
        app = cast("FactcheckApp", self.app)
        try:
            return await app.searcher(Desk.search, query, OFFERED)
        except InterruptedQueryError:
            return ()

    async def _run(self, key: Key) -> None:
        await (self.app if key.where is Where.ANYWHERE else self.screen).run_action(key.action)


def _ways_to_list(screen: DeskScreen) -> list[Offer]:
    """Filters and orders of the claims."""
    return [
        *((f"filter: {words}  {found}", partial(screen.action_filter_by, words)) for words, found in CONDITIONS),
        *((f"order the claims by {order}", partial(screen.action_order, order.value)) for order in Order),
    ]


def _claims(screen: DeskScreen, query: str) -> Iterator[Offer]:
    """The claim of a number, or the first that have some words."""
    wanted = query.strip().casefold()
    claims = screen.sheet.pieces if screen.sheet and wanted else ()
    found = (
        status.claim
        for status in claims
        if status.claim.is_claim
        and (str(status.claim.number) == wanted or (not wanted.isdecimal() and wanted in status.claim.text.casefold()))
    )
    for claim in islice(found, OFFERED):
        yield f"claim {claim.number}: {one_line(claim.text)}", partial(screen.go_to_number, claim.number)
