"""The main screen: an article's claims, the matches of the one under the cursor, its place in the text, the record.

What is shown follows the cursor at once; matches that are out of date are worked out on their own thread and appear
when they are there. What keys decide is in ``deciding``.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.events import DescendantFocus
from textual.widget import Widget

from factcheck_tui.desk import Desk
from factcheck_tui.errors import FactcheckError
from factcheck_tui.model import Band, ClaimStatus, Match
from factcheck_tui.ui.content import as_title
from factcheck_tui.ui.keys import Where, bindings, key_line, keys_of
from factcheck_tui.ui.screens.base import noticed
from factcheck_tui.ui.screens.sending import Sending
from factcheck_tui.ui.sheet import Sheet
from factcheck_tui.ui.widgets.claim_list import ClaimList
from factcheck_tui.ui.widgets.galley import Galley
from factcheck_tui.ui.widgets.key_line import KeyLine
from factcheck_tui.ui.widgets.line_list import LineList
from factcheck_tui.ui.widgets.match_list import MatchList
from factcheck_tui.ui.widgets.prompt import Prompt
from factcheck_tui.ui.widgets.record_view import RecordView
from factcheck_tui.ui.widgets.status_line import StatusLine

PANES = ("claims", "matches", "galley", "record")
BOOKMARK_SECONDS = 0.4  # at rest on a claim before the place is written: a held j is not four hundred writes
BACKGROUND_SECONDS = 0.3  # before the rest of an article is matched: its first paint comes first
SETTLE_SECONDS = 0.04  # at rest before a claim is matched: those that are only passed are not


class DeskScreen(Sending):
    """One article on the desk."""

    CSS_PATH = "desk.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings(Where.DESK)
    AUTO_FOCUS = "#claims"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012 - as Textual declares it
    VERTICAL_BREAKPOINTS = [(0, "-low"), (24, "-high")]  # noqa: RUF012 - as Textual declares it

    def __init__(self, article_id: int, claim_id: int | None = None) -> None:
        super().__init__()
        self.article_id = article_id
        self._begin_at = claim_id
        self.status_line = StatusLine(self.desk_app.checker)
        self.claim_list = ClaimList(id=PANES[0])
        self.listing = MatchList(id=PANES[1])
        self.galley = Galley(id=PANES[2])
        self.record_view = RecordView(id=PANES[3])
        self.prompt = Prompt()
        self.panes: tuple[Widget, ...] = (self.claim_list, self.listing, self.galley, self.record_view)
        self.key_line = KeyLine(key_line(keys_of(Where.DESK, Where.ANYWHERE)))

    def compose(self) -> ComposeResult:
        yield self.status_line
        with Container(id="panes"):
            yield self.claim_list
            yield self.listing
            yield self.galley
            yield self.record_view
        yield self.prompt
        yield self.key_line

    async def on_mount(self) -> None:
        for pane, title in zip(self.panes, ("Claims", "Prior records", "Article", "Record"), strict=True):
            pane.border_title = title
        await self._lay_out(self.article_id, self._begin_at)

    # What is shown

    @work(exclusive=True, group="load")
    async def load(self, article_id: int, claim_id: int | None = None) -> None:
        """Put an article on the desk, with the cursor on a claim, or where the checker left it."""
        await self._lay_out(article_id, claim_id)

    async def _lay_out(self, article_id: int, claim_id: int | None) -> None:
        try:
            article, pieces, left_at = await self.desk(Desk.laid_out, article_id)
        except FactcheckError as error:
            self.complain(error)
            return
        claim_id = claim_id or left_at
        self.article_id = article_id
        self.sheet = Sheet(article, tuple(pieces))
        rows = self.sheet.rows
        self.current = claim_id or (rows[0].claim.id if rows else 0)
        self.galley.show_article(article.text, self.sheet.pieces)
        self.show_rows()
        self.match_article(article_id)

    def show_rows(self, claim_id: int | None = None) -> None:
        """Draw the list anew, with the cursor on a claim or where it is."""
        sheet = self.sheet
        assert sheet is not None
        rows = sheet.rows
        index = sheet.index(claim_id or self.current)
        listing = self.claim_list
        listing.show(rows, index, self._why_no_rows(sheet))
        hidden = f", {sheet.set_aside} set aside (.)" if sheet.set_aside and not sheet.with_set_aside else ""
        filtered = f"  filter: {sheet.filter}  (Esc)" if sheet.filter else ""
        listing.border_title = as_title(f"Claims{hidden}{filtered}")
        self.status_line.show(sheet.progress)
        self.galley.show_pieces(sheet.pieces)
        self.show_claim(rows[index].claim.id if rows else 0)

    def show_claim(self, claim_id: int) -> None:
        """Show what belongs to a claim."""
        self.current = claim_id
        self.galley.show_claim(claim_id)
        self.load_matches(claim_id)

    @staticmethod
    def _why_no_rows(sheet: Sheet) -> str:
        if sheet.filter:
            return f"No claim has “{sheet.filter}”. Esc takes the filter away."
        return "No claim was found in this article. Press . to see what was set aside, and - to make a claim of it."

    @on(LineList.Moved, "#claims")
    def _claim_moved(self, event: LineList.Moved) -> None:
        assert self.sheet is not None
        self.status()

    @on(LineList.Moved, "#matches")
    def _match_moved(self) -> None:
        self.show_record()

    # Matches

    @work(exclusive=True, group="matches")
    async def load_matches(self, claim_id: int, *, again: bool = False) -> None:
        """Show a claim's kept matches at once; work them out anew when the archive has changed since."""
        status = self.status()
        if status is None or not status.claim.is_claim:
            self.show_matches(
                (), "" if status is None else f"Set aside: {status.claim.set_aside}. - makes it a claim."
            )
            return
        try:
            kept = await self.desk(Desk.matches, claim_id)
            fresh = await self.desk(Desk.is_matched, claim_id) and not again
            self.show_matches(kept, await self._why_no_matches() if fresh else "Looking for prior records…")
            if not fresh:
                await asyncio.sleep(SETTLE_SECONDS)
                found = await self.matcher(Desk.match, claim_id)
                if claim_id == self.current:
                    self.show_matches(found, await self._why_no_matches())
            await asyncio.sleep(BOOKMARK_SECONDS)
            await self.desk(Desk.bookmark, self.article_id, claim_id)
        except FactcheckError as error:
            self.complain(error)

    @work(exclusive=True, group="background")
    async def match_article(self, article_id: int) -> None:
        """Work out in the background what the cursor will come to."""
        try:
            await asyncio.sleep(BACKGROUND_SECONDS)
            for claim_id in await self.matcher(Desk.unmatched, article_id):
                if claim_id != self.current and article_id == self.article_id:
                    await self.matcher(Desk.match, claim_id)
        except FactcheckError as error:
            self.complain(error)

    def show_matches(self, matches: Sequence[Match], empty: str) -> None:
        """Show matches beside the current claim."""
        listing = self.listing
        listing.show(self.current, matches, empty)
        status = self.status()
        number = f" for claim {status.claim.number}" if status and status.claim.is_claim else ""
        weak = all(match.band is Band.WEAK and match.decision is None for match in matches)
        found = f": {len(matches)}{', none better than weak' if weak else ''}" if matches else ""
        listing.border_title = f"Prior records{number}{found}"
        self.show_record()

    def show_record(self) -> None:
        """Show the record under the cursor in full."""
        listing = self.listing
        status = self.status()
        view = self.record_view
        view.show(listing.current, status.note if status else "", listing.empty_words())
        view.border_title = f"Record {listing.cursor + 1}" if listing.current else "Record"

    async def _why_no_matches(self) -> str:
        if await self.desk(Desk.records):
            return "No prior record found. S searches the archive."
        return "The archive is empty. Import prior records: q for the articles, then m."

    # Moving about

    @on(DescendantFocus)
    def _pane_focused(self, event: DescendantFocus) -> None:
        # where there is no room for both, the record takes the article's place while the records are read
        self.set_class(event.widget in (self.listing, self.record_view), "-reading-records")
        if event.widget in self.panes:
            for pane in self.panes:
                pane.set_class(pane is event.widget, "-the-one")

    def on_resize(self) -> None:
        if self.sheet is not None:
            self.status_line.show(self.sheet.progress)

    def action_next_pane(self, by: int) -> None:
        here = self.panes.index(self.focused) if self.focused in self.panes else 0
        self._focus_pane(self.panes[(here + by) % len(self.panes)])

    def _focus_pane(self, pane: Widget) -> None:
        # a pane that is hidden cannot take the focus: what hides it is taken away first
        self.set_class(pane in (self.listing, self.record_view), "-reading-records")
        for other in self.panes:
            other.set_class(other is pane, "-the-one")
        self.set_focus(pane)

    def action_zoom(self) -> None:
        self.query_one("#panes").toggle_class("-zoomed")

    def action_enter(self) -> None:
        if self.focused is self.listing:
            self.action_link_cursor()
        else:
            self._focus_pane(self.listing)

    @noticed
    async def action_next_article(self, by: int) -> None:
        ids = [progress.article.id for progress in await self.desk(Desk.articles)]
        if len(ids) > 1:
            self.remember_place()
            self.load(ids[(ids.index(self.article_id) + by) % len(ids)])
        else:
            self.say("There is no other article.")

    def action_show_set_aside(self) -> None:
        if self.sheet:
            self.sheet = replace(self.sheet, with_set_aside=not self.sheet.with_set_aside)
            self.show_rows()

    def action_next_claim(self, by: int) -> None:
        found = self.sheet.next_found(self.current, by) if self.sheet else None
        if found is None:
            self.say("No other claim is undecided.")
        else:
            self.show_rows(found)

    def action_filter(self) -> None:
        if self.sheet:
            self.prompt.ask("filter", "/", self.sheet.filter)

    def action_clear_filter(self) -> None:
        self.set_filter("")

    def set_filter(self, words: str) -> None:
        """List only the claims with these words."""
        if self.sheet:
            self.sheet = replace(self.sheet, filter=words)
            self.show_rows()

    @on(Prompt.Typed)
    def _filter_typed(self, event: Prompt.Typed) -> None:
        if event.purpose == "filter":
            self.set_filter(event.text)

    def status(self) -> ClaimStatus | None:
        """The piece under the cursor; a key may come before the list's message that its cursor went on."""
        row = self.claim_list.current
        if row is not None and row.claim.id != self.current:
            self.show_claim(row.claim.id)
        return self.sheet.status(self.current) if self.sheet else None
