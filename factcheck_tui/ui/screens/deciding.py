"""What the keys of the main screen decide: verdicts, links, flags, what is set aside; and undo.

A key acts on the claims that are marked, after one question and as one step; where none is, on the piece under the
cursor.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace

from textual import work

from factcheck_tui.desk import Desk
from factcheck_tui.errors import ConflictError, FactcheckError
from factcheck_tui.model import ClaimStatus, Match, MatchDecision, SetAside, Step, Verdict
from factcheck_tui.ui.screens.parts import NONE_HERE, DeskParts
from factcheck_tui.ui.theme import GLYPHS

CHANGES_TOLD = 3  # kinds of change of an undo or redo of many claims; the history has them all


class Deciding(DeskParts):
    """The deciding half of the main screen."""

    # Verdicts

    def action_mark(self, word: str) -> None:
        sheet, verdict = self.sheet, Verdict(word)
        acted_on = self.acted_on()
        claims = [status for status in acted_on if status.claim.is_claim]
        if sheet is None or not acted_on:
            return
        if not claims:
            self.say(f"This piece is set aside. {self.makes_a_claim}")
            return
        self.after_question(claims, f"{GLYPHS[verdict]} Mark {{}} {verdict}?", lambda: self._mark(claims, verdict))

    def _mark(self, claims: Sequence[ClaimStatus], verdict: Verdict) -> None:
        assert self.sheet is not None
        ids = [status.claim.id for status in claims]
        seen = {status.claim.id: status.verdict for status in claims}
        writing = self.writer.decide(f"{named(claims)} {verdict}", Desk.mark, ids, verdict, seen=seen)
        following = self.current
        if self.current in ids:
            following = self.sheet.next_undecided(self.current) or self.current
        self.sheet = self.sheet.with_pieces(replace(status, verdict=verdict) for status in claims)
        if following in ids:  # of marked claims the next may be one of them
            following = self.sheet.next_undecided(following) or following
        said = f"{GLYPHS[verdict]} {named(claims)} {verdict}."
        done = f" All claims are decided; {self.key('export')} exports the list."
        rest = self.undoes if self.sheet.progress.pending else done
        self._unmark()
        self.show_rows_first(following)
        self.when_written(
            writing,
            ids,
            said + rest,
            f"{said}  It was so already.",
            again=lambda error: self._ask_over(
                error, f"mark {named(claims)} {verdict}", lambda: self._mark(self.as_shown(ids), verdict)
            ),
        )

    def _ask_over(self, error: ConflictError, what: str, then: Callable[[], None]) -> None:
        """Ask whether to decide over somebody else, whose decision is now in view."""
        self.prompt.ask_whether(f"{error.checker}: {error.now or 'none'} meanwhile; {what}?", then, unasked=True)

    def acted_on(self) -> tuple[ClaimStatus, ...]:
        """What a key acts on: the marked claims, else the piece under the cursor."""
        self.status()  # the list's cursor may be ahead of ours
        pieces = self.sheet.acted_on(self.current) if self.sheet else ()
        if not pieces:
            self.say(NONE_HERE)
        return pieces

    def after_question(self, claims: Sequence[ClaimStatus], words: str, then: Callable[[], None]) -> None:
        """Do something at once where it is one claim, else after a question; ``{}`` in it says how many."""
        if len(claims) == 1 or self.sheet is None:
            then()
            return
        listed = {status.claim.id for status in self.sheet.rows}
        unseen = sum(status.claim.id not in listed for status in claims)
        how_many = f"{len(claims)} claims{f' ({unseen} of them not listed)' if unseen else ''}"
        self.prompt.ask_whether(words.format(how_many), then)

    def _unmark(self) -> None:
        if self.sheet:
            self.sheet = self.sheet.with_marks(frozenset())

    # Undo

    def action_undo(self) -> None:
        self.when_stepped(self.writer.decide("undo", Desk.undo), "Undone", "There is nothing left to undo.")

    def action_redo(self) -> None:
        self.when_stepped(self.writer.decide("redo", Desk.redo), "Done again", "There is nothing to redo.")

    @work(group="written")
    async def when_stepped(self, stepping: Awaitable[Step | None], did: str, nothing: str) -> None:
        """Go where an undo or redo acted."""
        try:
            step = await stepping
            if step is None or not step.decisions:
                self.say(nothing)
                return
            if step.for_the_desk:
                self.say(f"{did}: {step.told}")
                self.follow_archive()
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
            ids = [line.claim_id for line in step.decisions]
            await self.reload(ids)
            pieces = self.sheet.pieces if self.sheet else ()
            in_sight = (piece.claim.id for piece in pieces if piece.claim.id in ids and piece.claim.is_claim)
            self.show_rows(next(in_sight, first.claim_id))
        self.say(f"{did}: {_told(step, status)}")

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
        words = {
            MatchDecision.LINKED: "no longer linked to" if again else "linked to",
            MatchDecision.DISMISSED: "may again be the same as" if again else "is not the same as",
        }[decision]
        publisher = match.record.publisher or match.record.source_id
        said = f"Claim {status.claim.number} {words} {publisher}'s record."
        new = None if again else decision
        writing = self.writer.decide(said, Desk.decide_match, status.claim.id, match.record.id, new)
        self.when_written(writing, [status.claim.id], said)

    def action_adopt(self) -> None:
        match, status = self.match(), self.status()
        if match is not None and status is not None:
            self._adopt(status, match)

    def _adopt(self, status: ClaimStatus, match: Match) -> None:
        ids = [status.claim.id]
        undoes = f"{self.key('undo')} undoes both."
        said = f"Claim {status.claim.number} linked and marked {match.record.verdict}.  {undoes}"
        writing = self.writer.decide(said, Desk.adopt, status.claim.id, match.record.id, seen=status.verdict)
        self.when_written(
            writing,
            ids,
            said,
            again=lambda error: self._ask_over(
                error,
                f"mark claim {status.claim.number} {match.record.verdict}",
                lambda: self._adopt(self.as_shown(ids)[0], match),
            ),
        )

    def action_match_again(self) -> None:
        if (status := self.here()) and status.claim.is_claim:
            self.load_matches(status.claim.id, again=True)
            self.say(f"{named([status]).capitalize()} is matched again.")

    # Flags, pieces set aside

    def action_flag(self) -> None:
        if pieces := self.acted_on():
            flagged = not all(status.flagged for status in pieces)
            question = "Flag {}?" if flagged else "Take the flags of {} away?"
            self.after_question(pieces, question, lambda: self._flag(pieces, flagged))

    def _flag(self, pieces: Sequence[ClaimStatus], flagged: bool) -> None:
        ids = [status.claim.id for status in pieces]
        said = f"{named(pieces)} {'' if flagged else 'no longer '}flagged.{self.undoes}"
        writing = self.writer.decide(said, Desk.flag, ids, flagged)
        self._unmark()
        self.when_written(writing, ids, said)

    def action_set_aside(self) -> None:
        if pieces := self.acted_on():
            reason = SetAside.CHECKER if pieces[0].claim.is_claim else None
            self.after_question(pieces, "Set {} aside as no claims?", lambda: self._set_aside(pieces, reason))

    def _set_aside(self, pieces: Sequence[ClaimStatus], reason: SetAside | None) -> None:
        ids = [status.claim.id for status in pieces]
        what = f"{named(pieces)} {'set aside' if reason else 'made a claim'}"
        writing = self.writer.decide(what, Desk.set_aside, ids, reason)
        self._unmark()
        how = "" if self.sheet and self.sheet.with_set_aside else f"; the key {self.key('show-set-aside')} shows it"
        self.when_written(writing, ids, f"{f'Set aside{how}' if reason else 'A claim now'}.{self.undoes}")


def named(pieces: Sequence[ClaimStatus]) -> str:
    """The claims in a sentence: by number where it is one; what is set aside has none."""
    if len(pieces) > 1:
        return f"{len(pieces)} claims"
    return f"claim {pieces[0].claim.number}" if pieces[0].claim.is_claim else "the piece set aside"


def _told(step: Step, first: ClaimStatus) -> str:
    """What an undo or redo did, in the words of the log."""
    claims = {line.claim_id for line in step.decisions}
    where = named([first]) if len(claims) == 1 else f"{len(claims)} claims"
    if any(SetAside.WITHDRAWN in (line.old, line.new) for line in step.decisions):
        if len(claims) == 1:
            return "a claim less" if first.claim.set_aside else "a claim more"
        return f"{where}, cut {'as before' if step.act == 'undo' else 'anew'}"
    if len(claims) == 1:
        return f"{where}, " + "; ".join(line.change for line in step.decisions[:2])
    changes = Counter(line.change for line in step.decisions)
    if len(changes) == 1:
        return f"{where}, {next(iter(changes))}"
    told = "; ".join(f"{count} {change}" for change, count in changes.most_common(CHANGES_TOLD))
    return f"{where}: {told}{'; …' if len(changes) > CHANGES_TOLD else ''}"
