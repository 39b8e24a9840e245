"""What the keys of the main screen decide and send out: verdicts, links, notes, undo, copies.

A key's decision is put in the desk's queue at once, for the claim and record that are in view at that moment; the
screen goes on, and says what was decided when it is written. So a slow disk or another program's lock holds up no key,
and leaving right after a key loses nothing. What could not be written is said, and shown as it stands.
"""

from __future__ import annotations

from collections.abc import Awaitable
from dataclasses import replace
from typing import TYPE_CHECKING

from textual import on, work

from factcheck_tui.desk import Desk
from factcheck_tui.errors import FactcheckError
from factcheck_tui.model import ClaimStatus, Match, MatchDecision, SetAside, Step, Verdict
from factcheck_tui.ui.screens.base import DeskBase
from factcheck_tui.ui.sheet import Sheet
from factcheck_tui.ui.theme import GLYPHS
from factcheck_tui.ui.widgets.key_line import KeyLine
from factcheck_tui.ui.widgets.match_list import MatchList
from factcheck_tui.ui.widgets.prompt import Prompt


class Deciding(DeskBase):
    """The deciding half of the main screen; the showing half is ``DeskScreen``."""

    sheet: Sheet | None = None
    article_id: int = 0
    current: int = 0  # the id of the claim under the cursor, 0 when there is none
    listing: MatchList
    prompt: Prompt
    key_line: KeyLine

    if TYPE_CHECKING:  # the showing half

        def show_rows(self, claim_id: int | None = None) -> None: ...
        def show_record(self) -> None: ...
        def load(self, article_id: int, claim_id: int | None = None) -> object: ...
        def load_matches(self, claim_id: int, *, again: bool = False) -> object: ...
        def set_filter(self, words: str) -> None: ...
        def status(self) -> ClaimStatus | None: ...

    def say(self, words: str) -> None:
        """Say in the bottom line what a key did."""
        self.key_line.say(words)

    # Verdicts

    def action_mark(self, word: str) -> None:
        status, sheet, verdict = self.status(), self.sheet, Verdict(word)
        if status is None or sheet is None:
            return
        claim = status.claim
        if not claim.is_claim:
            self.say("This piece is set aside; - makes it a claim.")
            return
        writing = self.desk(Desk.mark, [claim.id], verdict, seen={claim.id: status.verdict})
        following = sheet.next_undecided(claim.id)
        self.sheet = sheet.with_pieces([replace(status, verdict=verdict)])
        words = f"{GLYPHS[verdict]} claim {claim.number} {verdict}.  u undoes it."
        if not self.sheet.progress.pending:
            words = f"{GLYPHS[verdict]} claim {claim.number} {verdict}. All claims are decided; E exports the list."
        self.show_rows(following)
        self.when_written(writing, [claim.id], words)

    def action_undo(self) -> None:
        self.when_stepped(self.desk(Desk.undo), "Undone", "There is nothing left to undo.")

    def action_redo(self) -> None:
        self.when_stepped(self.desk(Desk.redo), "Done again", "There is nothing to redo.")

    @work(group="written")
    async def when_written(
        self, writing: Awaitable[Step | None], claim_ids: list[int], words: str, unchanged: str = ""
    ) -> None:
        """Say what was decided once it is written; when it was not, say why, and show the claim as it stands."""
        try:
            step = await writing
        except FactcheckError as error:
            self.complain(error)
            await self.reload(claim_ids)
            self.show_rows(claim_ids[0])
            return
        await self.reload(claim_ids)
        self.say(words if step else unchanged or words)

    @work(group="written")
    async def when_stepped(self, stepping: Awaitable[Step | None], did: str, nothing: str) -> None:
        """Go where an undo or redo acted."""
        try:
            step = await stepping
            if step is None or not step.decisions:
                self.say(nothing)
                return
            first = step.decisions[0]
            status = await self.desk(Desk.claim, first.claim_id)
        except FactcheckError as error:
            self.complain(f"{error} It stays the next to undo or redo.")
            await self.reload([])
            return
        if status.claim.article_id != self.article_id:
            self.load(status.claim.article_id, first.claim_id)
        else:
            await self.reload([], first.claim_id)
        what = "; ".join(decision.change for decision in step.decisions[:2])
        self.say(f"{did}: claim {status.claim.number}, {what}")

    # Matches

    def action_link(self, number: int) -> None:
        if self.listing.claim_id == self.current and number > len(self.listing):
            self.say(f"There is no record {number}.")
            return
        if self.match() is None:
            return
        self.listing.rows_changed(number - 1)
        self.show_record()
        self._decide_match(MatchDecision.LINKED)

    def action_link_cursor(self) -> None:
        self._decide_match(MatchDecision.LINKED)

    def action_not_same(self) -> None:
        self._decide_match(MatchDecision.DISMISSED)

    def _decide_match(self, decision: MatchDecision) -> None:
        """Say it of the record under the cursor; said again, it is taken back."""
        match, status = self.match(), self.status()
        if match is None or status is None:
            return
        again = match.decision is decision
        writing = self.desk(Desk.decide_match, status.claim.id, match.record.id, None if again else decision)
        words = {MatchDecision.LINKED: "linked to", MatchDecision.DISMISSED: "is not the same as"}[decision]
        publisher = match.record.publisher or match.record.source_id
        said = f"Claim {status.claim.number} {'no longer ' if again else ''}{words} {publisher}'s record."
        self.when_written(writing, [status.claim.id], said)

    def action_adopt(self) -> None:
        match, status = self.match(), self.status()
        if match is None or status is None:
            return
        writing = self.desk(Desk.adopt, status.claim.id, match.record.id, seen=status.verdict)
        said = f"Claim {status.claim.number} linked and marked {match.record.verdict}.  u undoes both."
        self.when_written(writing, [status.claim.id], said)

    def match(self) -> Match | None:
        """The record under the cursor, as far as it belongs to the claim in view."""
        if self.listing.claim_id != self.current:
            self.say("The records of this claim are on their way; press the key again.")
            return None
        if self.listing.current is None:
            self.say("There is no record here. S searches the archive.")
        return self.listing.current

    def action_match_again(self) -> None:
        if self.current:
            self.load_matches(self.current, again=True)

    # Notes, flags, pieces set aside

    def action_note(self) -> None:
        if status := self.status():
            self.prompt.ask(f"note {status.claim.id}", f"note on claim {status.claim.number}:", status.note)

    def action_edit_note(self) -> None:
        if status := self.status():
            words = self.desk_app.edit(f"{status.note}\n", status.claim.text)
            if words is not None:
                self._write_note(status.claim.id, words, status.note)

    def _write_note(self, claim_id: int, words: str, seen: str) -> None:
        writing = self.desk(Desk.note, claim_id, words, seen=seen)
        self.when_written(writing, [claim_id], "Note kept.  u undoes it.", "The note is as it was.")

    @on(Prompt.Answered)
    def _answered(self, event: Prompt.Answered) -> None:
        if event.purpose == "filter":
            self.set_filter(event.text)
        else:
            self._write_note(int(event.purpose.removeprefix("note ")), event.text, event.before)

    @on(Prompt.Cancelled)
    def _cancelled(self, event: Prompt.Cancelled) -> None:
        if event.purpose == "filter":
            self.set_filter("")

    def action_flag(self) -> None:
        if status := self.status():
            writing = self.desk(Desk.flag, status.claim.id, not status.flagged)
            said = f"Claim {status.claim.number} {'no longer ' if status.flagged else ''}flagged.  u undoes it."
            self.when_written(writing, [status.claim.id], said)

    def action_set_aside(self) -> None:
        if status := self.status():
            reason = SetAside.CHECKER if status.claim.is_claim else None
            said = "Set aside; . shows what is.  u undoes it." if reason else "A claim now.  u undoes it."
            self.when_written(self.desk(Desk.set_aside, status.claim.id, reason), [status.claim.id], said)

    async def reload(self, claim_ids: list[int], claim_id: int | None = None) -> None:
        """Read claims again (all pieces when none are named, or when their numbers changed) and draw them.

        :param claim_id: where to put the cursor; else it stays where it is
        """
        if self.sheet is None:
            return
        try:
            changed = [await self.desk(Desk.claim, claim_id) for claim_id in dict.fromkeys(claim_ids)]
            before = [self.sheet.status(status.claim.id) for status in changed]
            renumbered = any(
                old is None or old.claim.is_claim != new.claim.is_claim
                for old, new in zip(before, changed, strict=True)
            )
            if renumbered or not changed:
                changed = await self.desk(Desk.pieces, self.article_id)
        except FactcheckError as error:
            self.complain(error)
            return
        self.status()  # a key may have moved the cursor while we read
        self.sheet = self.sheet.with_pieces(changed)
        self.show_rows(claim_id)
