"""What the parts of the main screen share: what is in view, and how a decision is written and said.

A key's decision is put in the desk's queue at once, for the claim and record that are in view at that moment; the
screen goes on, and says what was decided when it is written. So a slow disk or another program's lock holds up no key,
and leaving right after a key loses nothing. What could not be written is said, and shown as it stands.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence

from textual import on, work
from textual.widget import Widget

from factcheck_tui.desk import Desk
from factcheck_tui.errors import ConflictError, FactcheckError
from factcheck_tui.model import ClaimStatus, Match, Step
from factcheck_tui.ui.screens.base import DeskBase
from factcheck_tui.ui.sheet import Sheet
from factcheck_tui.ui.widgets.choosing_galley import ChoosingGalley
from factcheck_tui.ui.widgets.claim_list import ClaimList
from factcheck_tui.ui.widgets.key_line import KeyLine
from factcheck_tui.ui.widgets.match_list import MatchList
from factcheck_tui.ui.widgets.prompt import Prompt
from factcheck_tui.ui.widgets.record_view import RecordView

SO_ALREADY = "It was so already; nothing was changed."
NONE_HERE = "No claim is listed here."
READ_ONE_BY_ONE = 9  # claims; of more, all pieces are read again in one query


class DeskParts(DeskBase):
    """The ground that the keys of the main screen stand on; ``DeskScreen`` shows things."""

    sheet: Sheet | None = None
    article_id: int = 0
    current: int = 0  # the id of the claim under the cursor, 0 when there is none
    claim_list: ClaimList
    listing: MatchList
    galley: ChoosingGalley
    record_view: RecordView
    prompt: Prompt
    key_line: KeyLine

    def show_rows(self, claim_id: int | None = None) -> None:
        """Draw the list anew, with the cursor on a claim or where it is, and read what belongs to that claim."""
        raise NotImplementedError

    def show_rows_first(self, claim_id: int) -> None:
        """Put the cursor on a claim, and show what belongs to it a moment later."""
        raise NotImplementedError

    def draw_rows(self) -> None:
        """Draw the list anew after what cannot have changed the current claim; a filter may still hide it."""
        raise NotImplementedError

    def set_filter(self, words: str) -> None:
        """List only the claims that a filter finds."""
        raise NotImplementedError

    def focus_pane(self, pane: Widget) -> None:
        """Give a pane the focus, and bring it into view."""
        raise NotImplementedError

    def show_record(self) -> None:
        """Show the record under the cursor in full."""
        raise NotImplementedError

    def load(self, article_id: int, claim_id: int | None = None) -> object:
        """Put an article on the desk, with the cursor on a claim, or where the checker left it."""
        raise NotImplementedError

    def load_matches(self, claim_id: int, *, again: bool = False) -> object:
        """Show a claim's records."""
        raise NotImplementedError

    def follow_archive(self) -> None:
        """Show the records as they are now, after what ratings or names stand for was changed."""
        raise NotImplementedError

    def status(self) -> ClaimStatus | None:
        """The piece under the cursor."""
        raise NotImplementedError

    @property
    def searches(self) -> str:
        """How to look for records oneself."""
        return f"{self.key('archive')} searches the archive"

    @property
    def makes_a_claim(self) -> str:
        """What leads on from a piece that is set aside."""
        return f"The key {self.key('set-aside')} makes it a claim."

    def here(self) -> ClaimStatus | None:
        """The piece that a key is for; where none is listed, that is said."""
        status = self.status()
        if status is None:
            self.say(NONE_HERE)
        return status

    def say(self, words: str) -> None:
        """Say in the bottom line what a key did."""
        self.key_line.say(words)

    def match(self) -> Match | None:
        """The record under the cursor, as far as it belongs to the claim in view."""
        if self.listing.claim_id != self.current:
            self.say("The records of this claim are on their way; press the key again.")
            return None
        if self.listing.current is None:
            self.say(f"There is no record here. {self.searches}.")
        return self.listing.current

    def ask(
        self, words: str, text: str, then: Callable[[str], object], *, lines: bool = False, unasked: bool = False
    ) -> None:
        """Ask for a line of text; what is then done has its claim in it, since the cursor may go on meanwhile."""
        self.prompt.ask("", words, text, then, lines=lines, unasked=unasked)

    @on(Prompt.Cancelled)
    def _cancelled(self, event: Prompt.Cancelled) -> None:
        if event.dropped and not event.purpose:
            self.say("Dropped; the same key and ↑ bring back what was typed.")

    @on(Prompt.Answered)
    def _answered(self, event: Prompt.Answered) -> None:
        if event.then:
            event.then(event.text)

    @work(group="written")
    async def when_written(
        self,
        writing: Awaitable[Step | None],
        claim_ids: Sequence[int],
        words: str,
        unchanged: str = SO_ALREADY,
        again: Callable[[ConflictError], None] | None = None,
    ) -> None:
        """Say what was decided once it is written; when it was not, say why, and show the claim as it stands.

        :param again: asks whether it is to be decided over what somebody else decided meanwhile
        """
        try:
            step = await writing
        except FactcheckError as error:
            await self.reload(claim_ids, claim_ids[0])
            if isinstance(error, ConflictError) and again and not self.prompt.display:
                again(error)
            else:
                self.complain(error)
            return
        await self.reload(claim_ids)
        of_records = step is not None and any(line.record_id for line in step.decisions)
        if of_records and self.listing.claim_id == self.current and self.current not in claim_ids:
            self.show_record()  # it may be the one that was decided on, shown before that was written
        self.say(words if step else unchanged)  # else undo would take back another decision than the one it is said of

    def as_shown(self, claim_ids: Sequence[int]) -> list[ClaimStatus]:
        """Claims as the screen shows them now."""
        found = [self.sheet.status(claim_id) for claim_id in claim_ids] if self.sheet else []
        return [status for status in found if status is not None]

    async def reload(self, claim_ids: Sequence[int], claim_id: int | None = None) -> None:
        """Read claims again (all pieces when none are named, or when their numbers changed) and draw them.

        What is shown beside the current claim stays as it is where that claim is not among them.

        :param claim_id: where to put the cursor; else it stays where it is
        """
        if self.sheet is None:
            return
        try:
            if not 0 < len(claim_ids) <= READ_ONE_BY_ONE:
                await self._read_all(claim_id)
                return
            changed = [await self.desk(Desk.claim, changed_id) for changed_id in dict.fromkeys(claim_ids)]
            before = [self.sheet.status(status.claim.id) for status in changed]
            if any(
                old is None or old.claim.is_claim != new.claim.is_claim
                for old, new in zip(before, changed, strict=True)
            ):
                await self._read_all(claim_id)
                return
        except FactcheckError as error:
            self.complain(error)
            return
        self.status()  # a key may have moved the cursor while we read
        self.sheet = self.sheet.with_pieces(changed)
        if claim_id or self.current in claim_ids:
            self.show_rows(claim_id)
        else:
            self.draw_rows()

    async def _read_all(self, claim_id: int | None) -> None:
        article_id = self.article_id
        pieces = await self.desk(Desk.pieces, article_id)
        if self.sheet is None or article_id != self.sheet.article.id:
            return
        self.status()
        self.sheet = self.sheet.with_all(pieces)
        self.show_rows(claim_id)
