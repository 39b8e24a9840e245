"""What stands beside the claim under the cursor: its records, and the one under their cursor in full.

It follows the cursor at once; what is out of date is worked out on its own thread and appears when it is there.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from textual import on, work

from factcheck_tui.desk import Desk
from factcheck_tui.errors import FactcheckError
from factcheck_tui.model import FOUND, Band, Claim, Match, SetAside, Span, is_found
from factcheck_tui.store import InterruptedQueryError
from factcheck_tui.ui.screens.arranging import Arranging
from factcheck_tui.ui.screens.parts import NONE_HERE
from factcheck_tui.ui.widgets.line_list import LineList

BOOKMARK_SECONDS = 0.4  # at rest on a claim before the place is written: a held j is not four hundred writes
ARTICLE_SECONDS = 0.3  # before the rest of an article is matched: its first paint comes first
SETTLE_SECONDS = 0.04  # at rest before a claim is matched: those that are only passed are not


class Reading(Arranging):
    """The part of the main screen that shows records."""

    @on(LineList.Moved, "#matches")
    def _match_moved(self) -> None:
        self.show_record()

    @work(exclusive=True, group="matches")
    async def load_matches(self, claim_id: int, *, again: bool = False) -> None:
        """Show a claim's kept matches at once; work them out anew when the archive has changed since."""
        status = self.status()
        if status is None or not status.claim.is_claim:
            self.show_matches(
                (),
                f"{_set_aside(status.claim)}. {self.makes_a_claim}" if status else NONE_HERE,
            )
            return
        try:
            kept = await self.desk(Desk.matches, claim_id)
            fresh = await self.desk(Desk.is_matched, claim_id) and not again
            self.show_matches(kept, await self._no_match(claim_id, kept) if fresh else "Looking for prior records…")
            if not fresh:
                if kept and not again:  # an import changes the archive some times a second
                    await self.desk_app.keys_first.until_rest()
                else:
                    await asyncio.sleep(SETTLE_SECONDS)
                found = await self.matcher(Desk.match, claim_id)
                if claim_id == self.current:
                    self.show_matches(found, await self._no_match(claim_id, found))
                self.show_best(claim_id, found)
            await asyncio.sleep(BOOKMARK_SECONDS)
            await self.aside(Desk.bookmark, self.article_id, claim_id)
        except FactcheckError as error:
            self.complain(error)

    @work(exclusive=True, group="background")
    async def match_article(self, article_id: int) -> None:
        """Work out in the background what the cursor will come to."""
        try:
            await asyncio.sleep(ARTICLE_SECONDS)
            self.load_best()
            facts = await self.matcher(Desk.facts_left, article_id)
            if article_id == self.article_id:
                self.galley.show_paragraphs([Span(each.start, each.end) for each in facts.paragraphs])
            for claim_id in await self.matcher(Desk.unmatched, article_id):
                await self.desk_app.keys_first.until_rest()
                if claim_id != self.current and article_id == self.article_id:
                    await self.matcher(Desk.match, claim_id)
            self.load_best()
        except FactcheckError as error:
            self.complain(error)

    def follow_archive(self) -> None:
        """Show the records as they are now, after what ratings or names stand for was changed."""
        if self.sheet:
            self.load_matches(self.current)
            self.match_article(self.article_id)

    def show_matches(self, matches: Sequence[Match], empty: str) -> None:
        """Show matches beside the current claim."""
        self.listing.show(self.current, matches, empty)
        self.entitle_matches()
        self.show_record()
        status = self.status()
        if status and status.sources:
            self.load_evidence(status.claim.id)
        else:
            self.record_view.show_evidence(self.current, ())

    def entitle_matches(self) -> None:
        """Say above the list of records how many there are."""
        status, matches = self.status(), self.listing.matches
        number = f" for claim {status.claim.number}" if status and status.claim.is_claim else ""
        weak = all(match.band is Band.WEAK and match.decision is None for match in matches)
        found = f": {len(matches)}{', none better than weak' if weak else ''}" if matches else ""
        self.listing.entitle(f"Prior records{number}{found}")

    def show_record(self) -> None:
        """Show the record under the cursor in full."""
        match, view = self.listing.current, self.record_view
        view.show(self.status(), match, self.listing.empty_words())
        view.entitle(f"Record {self.listing.cursor + 1}" if match else "Record")
        if match:
            self.load_background(match.record.id)

    @work(exclusive=True, group="evidence")
    async def load_evidence(self, claim_id: int) -> None:
        """Add to the record's pane what the claim's verdict rests on."""
        try:
            self.record_view.show_evidence(claim_id, await self.desk(Desk.evidence_of, claim_id))
        except FactcheckError as error:
            self.complain(error)

    @work(exclusive=True, group="record")
    async def load_background(self, record_id: int) -> None:
        """Add to the record what the desk knows of it beside: earlier uses, and what a later record says."""
        await self.desk_app.keys_first.until_rest()
        try:
            # the matcher may have much to do
            background = await self.searcher(Desk.record_background, record_id, self.article_id)
        except InterruptedQueryError:  # the archive is searched meanwhile
            return
        except FactcheckError as error:
            self.complain(error)
            return
        if self.listing.current and self.listing.current.record.id == record_id:
            self.record_view.show_background(record_id, background)

    async def _no_match(self, claim_id: int, matches: Sequence[Match]) -> str:
        """What stands in place of records where none is found; "" where some are."""
        if is_found(matches):
            return ""
        if not await self.desk(Desk.records):
            leave, take = self.key("articles"), self.key("import")
            return f"The archive is empty. Import prior records: {leave} for the articles, then {take}."
        if matches:
            near = "Enter shows the nearest one" if len(matches) == 1 else f"Enter shows the {len(matches)} nearest"
            return f"No prior record found. {self.searches}; {near}, below {FOUND} %."
        return f"{(await self.matcher(Desk.no_match, claim_id)).capitalize()}. {self.searches}."

    def action_enter(self) -> None:
        if self.listing.folded and self.listing.claim_id == self.current:
            self.listing.unfold()
            self.entitle_matches()
            self.show_record()
            self.focus_pane(self.listing)
        else:
            super().action_enter()


def _set_aside(claim: Claim) -> str:
    """That a piece is no claim, and why."""
    by_hand = claim.set_aside is SetAside.CHECKER
    return str(claim.set_aside).capitalize() if by_hand else f"Set aside: {claim.set_aside}"
