"""The archive: all prior records, searched as you type. The keys that move and link work while you type."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.content import Content
from textual.widgets import Input

from factcheck_tui.desk import Desk
from factcheck_tui.desk.archive import SEARCH_LIMIT
from factcheck_tui.errors import FactcheckError
from factcheck_tui.export.lines import citation
from factcheck_tui.model import ClaimStatus, MatchDecision, PriorRecord
from factcheck_tui.store import InterruptedQueryError
from factcheck_tui.ui.content import plain
from factcheck_tui.ui.key import Where
from factcheck_tui.ui.keys import bindings, key_line
from factcheck_tui.ui.screens.base import DeskBase
from factcheck_tui.ui.widgets.field import Field
from factcheck_tui.ui.widgets.key_line import KeyLine
from factcheck_tui.ui.widgets.line_list import LineList
from factcheck_tui.ui.widgets.match_list import particulars_of
from factcheck_tui.ui.widgets.record_view import RecordView
from factcheck_tui.ui.widgets.status_line import StatusLine

HINT = 'words, "a phrase", -without, rating:false, publisher:check, after:2020'
BACKGROUND_SECONDS = 0.12  # at rest on a record before more of it is read
TYPING_SECONDS = 0.06  # between keys: what is typed on is not searched for


class RecordList(LineList):
    """Two lines a record: its particulars, and its claim."""

    row_height = 2

    def __init__(self) -> None:
        super().__init__()
        self._records: Sequence[PriorRecord] = ()
        self._empty = ""

    def __len__(self) -> int:
        return len(self._records)

    def show(self, records: Sequence[PriorRecord], empty: str) -> None:
        """Show other records, with the cursor on the first."""
        self._records = records
        self._empty = empty
        self.rows_changed(0)

    def empty_words(self) -> str:
        return self._empty

    @property
    def current(self) -> PriorRecord | None:
        """The record under the cursor."""
        return self._records[self.cursor] if self._records else None

    def known(self, index: int) -> object:
        return self._records[index]

    def row(self, index: int, width: int) -> list[Content]:
        record = self._records[index]
        pointer = "▸" if index == self.cursor else " "
        return [
            Content.assemble(pointer, " ", particulars_of(record, width - 2)),
            Content.assemble("    ", plain(record.claim)),
        ]


class ArchiveScreen(DeskBase):
    """Search over the archive; a record can be linked to the claim that the checker came from."""

    place = Where.ARCHIVE
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(Where.ARCHIVE),
        Binding("down", "move(1)", show=False),
        Binding("up", "move(-1)", show=False),
        Binding("pagedown,ctrl+d", "page(1)", show=False),
        Binding("pageup,ctrl+u", "page(-1)", show=False),
    ]
    AUTO_FOCUS = "Input"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012 - as Textual declares it
    DEFAULT_CSS = """
    ArchiveScreen > Input { border: none; height: 1; margin: 1 1; background: $bar; padding: 0 1; }
    ArchiveScreen > Input:focus { border: none; }
    ArchiveScreen > Container { width: 100%; height: 1fr; }
    ArchiveScreen RecordView { border-top: solid $quiet-border; }
    ArchiveScreen.-narrow RecordList { height: 3fr; }
    ArchiveScreen.-narrow RecordView { height: 2fr; }
    ArchiveScreen.-wide > Container { layout: horizontal; }
    ArchiveScreen.-wide RecordList { width: 11fr; }
    ArchiveScreen.-wide RecordView { width: 10fr; border-top: none; border-left: solid $quiet-border; }
    """

    def __init__(self, status: ClaimStatus | None, typed: str = "") -> None:
        super().__init__()
        self._status = status
        self.status_line = StatusLine(self.desk_app.checker)
        self.field = Field(typed, hint=HINT)
        self.listing = RecordList()
        self.record_view = RecordView()
        keys = [key for key in self.desk_app.keys_of(Where.ARCHIVE) if status or key.id != "archive-link"]
        self.key_line = KeyLine([*key_line(keys), ("F1", "keys")])
        self._shown_for: str | None = None  # what was typed for the records in view

    def compose(self) -> ComposeResult:
        yield self.status_line
        yield self.field
        with Container():
            yield self.listing
            yield self.record_view
        yield self.key_line

    def on_mount(self) -> None:
        self.listing.can_focus = False
        self.search(self.field.value)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self.search(event.value)

    @work(exclusive=True)
    async def search(self, typed: str) -> None:
        """Show what the archive has for the words typed so far; a search that was overtaken is stopped."""
        self.searcher.interrupt()
        await asyncio.sleep(TYPING_SECONDS if typed else 0)
        try:
            records = await self.searcher(Desk.search, typed)
            total = await self.searcher(Desk.records)
            amiss = await self.searcher(Desk.not_understood, typed)
        except InterruptedQueryError:
            return
        except FactcheckError as error:
            self.complain(error)
            return
        empty = (
            f"Nothing in the archive has “{typed}”." if total else "The archive is empty; import prior records first."
        )
        self._shown_for = typed
        self.listing.show(records, empty)
        found = (
            f"{len(records)}{'+' if len(records) == SEARCH_LIMIT else ''} found" if typed else "the last added first"
        )
        to_link = f" — for claim {self._status.claim.number}" if self._status else ""
        self.status_line.say(amiss or f"Archive: {total:,} prior records, {found}{to_link}")
        self._show_record()

    @on(LineList.Moved)
    def _moved(self) -> None:
        self._show_record()

    def _show_record(self) -> None:
        record = self.listing.current
        self.record_view.show_record(record, "" if record else "A record that is found is shown here in full.")
        if record:
            self.load_background(record.id)

    @work(exclusive=True, group="record")
    async def load_background(self, record_id: int) -> None:
        """Add to the record what the desk knows of it beside: what it was used for, and what a later one says."""
        await asyncio.sleep(BACKGROUND_SECONDS)
        try:
            background = await self.matcher(Desk.record_background, record_id)
        except FactcheckError as error:
            self.complain(error)
            return
        self.record_view.show_background(record_id, background)

    def action_move(self, by: int) -> None:
        self.listing.action_move(by)

    def action_page(self, by: int) -> None:
        self.listing.action_page(by)

    def _here(self) -> PriorRecord | None:
        """The record that a key is for; where none was found, that is said."""
        if self.listing.current is None:
            self.key_line.say("There is no record here.")
        return self.listing.current

    @on(Input.Submitted)
    def action_link(self) -> None:
        if self._shown_for != self.field.value:
            self.key_line.say("Still searching; press Enter again.")
            return
        record, status = self._here(), self._status
        if record is None:
            return
        if status is None or not status.claim.is_claim:
            self.key_line.say("Open the archive from a claim (S) to link a record to it.")
            return
        whose = record.publisher or record.source_id
        said = f"Claim {status.claim.number} linked to {whose}'s record."
        writing = self.writer.decide(said, Desk.decide_match, status.claim.id, record.id, MatchDecision.LINKED)
        self.desk_app.go_back()
        self.desk_app.tell_at_desk(writing, status.claim.id, f"{said}{self.undoes}", f"{said[:-1]} already.")

    def action_open_url(self) -> None:
        if record := self._here():
            self.key_line.say(self.desk_app.open_page(record.url))

    def action_copy_citation(self) -> None:
        if record := self._here():
            self.desk_app.copy(citation(record))

    def action_aliases(self) -> None:
        self.desk_app.show_aliases()

    def action_ratings(self) -> None:
        self.desk_app.show_ratings()

    def action_leave(self) -> None:
        self.desk_app.go_back()
