"""The main screen: an article's claims, the matches of the one under the cursor, its place in the text, the record.

Its keys are told by part: ``deciding``, ``marking``, ``writing``, ``filtering``, ``arranging``, ``reading``,
``shaping``, ``sending``, each on the one before it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container

from factcheck_tui.desk import Desk
from factcheck_tui.desk.claim_query import CONDITIONS
from factcheck_tui.errors import FactcheckError
from factcheck_tui.model import ClaimStatus, LaidOut
from factcheck_tui.ui.key import Where
from factcheck_tui.ui.keys import bindings, key_line
from factcheck_tui.ui.screens.accompanied import Accompanied
from factcheck_tui.ui.screens.arranging import PANES, USUAL
from factcheck_tui.ui.screens.base import noticed
from factcheck_tui.ui.sheet import Order, Sheet
from factcheck_tui.ui.widgets.choosing_galley import ChoosingGalley
from factcheck_tui.ui.widgets.claim_list import ClaimList
from factcheck_tui.ui.widgets.galley import Galley
from factcheck_tui.ui.widgets.key_line import KeyLine
from factcheck_tui.ui.widgets.line_list import LineList
from factcheck_tui.ui.widgets.match_list import MatchList
from factcheck_tui.ui.widgets.prompt import Prompt
from factcheck_tui.ui.widgets.record_view import RecordView
from factcheck_tui.ui.widgets.status_line import StatusLine


class DeskScreen(Accompanied):
    """One article on the desk."""

    place = Where.DESK
    BINDINGS: ClassVar[list[BindingType]] = bindings(Where.DESK)
    AUTO_FOCUS = "#claims"

    def __init__(self, article_id: int, claim_id: int | None = None, *, laid_out: LaidOut | None = None) -> None:
        """
        :param laid_out: the article, where it was read already
        """
        super().__init__()
        self.article_id = article_id
        self._begin_at = claim_id
        self._heading_for = 0  # the article that the keys so far lead to, while it is read
        self._laid_out = laid_out
        self.status_line = StatusLine(self.desk_app.checker)
        self.claim_list = ClaimList(id=PANES[0])
        self.listing = MatchList(id=PANES[1])
        self.galley = ChoosingGalley(id=PANES[2])
        self.record_view = RecordView(id=PANES[3])
        self.prompt = Prompt(self.desk_app.typed)
        self.panes = (self.claim_list, self.listing, self.galley, self.record_view)
        self.panes_box = Container(id="panes")
        self.shares = dict(USUAL)
        self.key_line = KeyLine(key_line(self.desk_app.keys_of(Where.DESK, Where.ANYWHERE), PANES[0]))

    def compose(self) -> ComposeResult:
        self.share_out()  # while there is nothing to style anew
        yield self.status_line
        with self.panes_box:
            yield self.claim_list
            yield self.listing
            yield self.galley
            yield self.record_view
        yield self.prompt
        yield self.key_line

    async def on_mount(self) -> None:
        self.set_class(self.desk_app.config.layout == "normal", "-one-text")
        for pane, title in zip(self.panes, ("Claims", "Prior records", "Article", "Record"), strict=True):
            pane.entitle(title)
        if self._laid_out:
            self._show(self._laid_out, self._begin_at)
        else:
            await self._lay_out(self.article_id, self._begin_at)

    # What is shown

    @work(exclusive=True, group="load")
    async def load(self, article_id: int, claim_id: int | None = None) -> None:
        """Put an article on the desk, with the cursor on a claim, or where the checker left it."""
        await self._lay_out(article_id, claim_id)

    async def _lay_out(self, article_id: int, claim_id: int | None) -> None:
        try:
            laid_out = await self.desk(Desk.laid_out, article_id)
        except FactcheckError as error:
            self._heading_for = 0
            self.complain(error)
            return
        self._show(laid_out, claim_id)

    def _show(self, laid_out: LaidOut, claim_id: int | None) -> None:
        self._heading_for = 0
        last_line, article, pieces, left_at, preferences = laid_out
        self.writer(Desk.look_from, last_line)
        claim_id = claim_id or self.desk_app.places.get(article.id, left_at)
        self.article_id = article.id
        self.sheet = Sheet(article, pieces, order=self._order(preferences))
        rows = self.sheet.rows
        self.current = claim_id or (rows[0].claim.id if rows else 0)
        self.galley.show_article(article.text, self.sheet.pieces)
        self.show_rows()
        self.match_article(article.id)

    def _order(self, preferences: Mapping[str, str]) -> Order:
        """As the checker likes it: what they chose on this screen may not be written yet, what they liked is."""
        if self.sheet is not None:
            return self.sheet.order
        self.set_shares(preferences)
        order = preferences.get("order", "")
        return Order(order) if order in tuple(Order) else Order.READING

    def show_rows(self, claim_id: int | None = None) -> None:
        """Draw the list anew, with the cursor on a claim or where it is, and read what belongs to that claim."""
        self.show_claim(self._draw_rows(claim_id or self.current))

    def show_rows_first(self, claim_id: int) -> None:
        """As ``show_rows``; what belongs to the claim comes a frame later, since the row alone answers the key."""
        self.current = self._draw_rows(claim_id)
        self.call_after_refresh(self._show_rest, self.current)

    def _show_rest(self, claim_id: int) -> None:
        if claim_id == self.current:  # else another key has led on
            self.show_claim(claim_id)

    def draw_rows(self) -> None:
        """Draw the list anew after what cannot have changed the current claim; a filter may still hide it."""
        current = self.current
        if (claim_id := self._draw_rows(current)) != current:
            self.show_claim(claim_id)

    def _draw_rows(self, claim_id: int) -> int:
        sheet = self.sheet
        assert sheet is not None
        index = sheet.index(claim_id)
        show, take = self.key("show-set-aside"), self.key("set-aside")
        self.claim_list.show(sheet, index, _why_no_rows(sheet, show, take))
        self.claim_list.entitle(_title(sheet, show))
        self.galley.show_pieces(sheet.pieces)
        self.show_counts()
        self.show_keys()
        return sheet.rows[index].claim.id if sheet.rows else 0

    def show_counts(self) -> None:
        """Draw the top line, and how many facts are left in the article's title."""
        if self.sheet:
            self.status_line.show(self.sheet.progress)

    def show_keys(self) -> None:
        """Name the keys of the pane that has the focus, or those that act on what is marked."""
        if self.galley.choosing:
            self.key_line.show_keys(key_line(self.desk_app.keys_of(Where.CHOOSING, Where.ANYWHERE)))
            return
        sheet = self.sheet
        marking = sheet and (sheet.marked or sheet.range_from)
        pane = next((name for name, pane in zip(PANES, self.panes, strict=True) if pane is self.focused), PANES[0])
        self.key_line.show_keys(
            key_line(self.desk_app.keys_of(Where.DESK, Where.ANYWHERE), "marked" if marking else pane)
        )

    def show_claim(self, claim_id: int, *, scroll: bool = True) -> None:
        """Show what belongs to a claim; the text is scrolled to it, where it is not the text that led to it."""
        self.current = claim_id
        self.galley.show_claim(claim_id, scroll=scroll)
        self.load_matches(claim_id)

    @on(Galley.Scrolled)
    def _text_scrolled(self, event: Galley.Scrolled) -> None:
        """Go with the list to a claim that is in view, the nearest to the one that went out of it."""
        if self.sheet is None:
            return
        in_view = [claim_id for claim_id in self.galley.in_view() if self.sheet.is_listed(claim_id)]
        if in_view and self.current not in in_view:
            claim_id = in_view[0 if event.down else -1]
            self.claim_list.rows_changed(self.sheet.index(claim_id))
            self.show_claim(claim_id, scroll=False)

    @on(LineList.Moved, "#claims")
    def _claim_moved(self, event: LineList.Moved) -> None:
        assert self.sheet is not None
        self.status()

    # Articles

    @noticed
    async def action_next_article(self, by: int) -> None:
        ids = await self.desk(Desk.article_ids)
        here = self._heading_for or self.article_id
        ids = sorted({*ids, here}, reverse=True)  # this one may be put away
        if len(ids) > 1:
            self.remember_place()
            self._heading_for = ids[(ids.index(here) + by) % len(ids)]
            self.load(self._heading_for)
        else:
            self.say("There is no other article.")

    def status(self) -> ClaimStatus | None:
        """The piece under the cursor; a key may come before the list's message that its cursor went on."""
        row = self.claim_list.current
        if row is not None and row.claim.id != self.current:
            self.show_claim(row.claim.id)
        return self.sheet.status(self.current) if self.sheet else None


def _title(sheet: Sheet, show: str) -> str:
    """Of the list: what it holds back, how it is sorted, what is marked."""
    parts = ["Claims"]
    if sheet.range_from:
        parts.append("range: move, then Space")
    if sheet.marked:
        parts.append(f"{len(sheet.marked)} marked")
    if sheet.filter:
        parts.append(f"{len(sheet.rows)} by filter: {sheet.filter}  (Esc)")
    if sheet.with_sources and sheet.secondary_only:
        parts.append(f"secondary only: {sheet.secondary_only} of {sheet.with_sources}")
    if sheet.order is not Order.READING:
        parts.append(f"by {sheet.order}")
    if sheet.set_aside and not sheet.with_set_aside:
        parts.append(f"{sheet.set_aside} set aside ({show})")
    return " · ".join(parts)


def _why_no_rows(sheet: Sheet, show: str, take: str) -> str:
    """What stands in place of claims; the keys are those that show what was set aside, and make a claim of it."""
    if sheet.query.not_understood:
        known = ", ".join(words for words, _ in CONDITIONS)
        return f"“{sheet.query.not_understood[0]}” is no filter. Known are: {known}. Esc takes the filter away."
    if sheet.filter:
        return f"No claim has “{sheet.filter}”. Esc takes the filter away."
    return f"No claim was found in this article. {show} shows what was set aside, {take} makes a claim of it."
