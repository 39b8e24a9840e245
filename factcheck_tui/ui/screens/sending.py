"""What the keys of the main screen send out of it: copies, pages, other screens."""

from __future__ import annotations

from factcheck_tui.desk import Desk
from factcheck_tui.model import MatchDecision
from factcheck_tui.ui.screens.shaping import Shaping


class Sending(Shaping):
    """The keys that decide nothing and leave the main screen."""

    _covered = False  # another screen is on top, or was

    def action_copy_claim(self) -> None:
        from factcheck_tui.export.lines import claim_line

        if status := self.here():
            match = self.listing.current if self.listing.claim_id == self.current else None
            linked = match if match and match.decision is MatchDecision.LINKED else None
            self.desk_app.copy(claim_line(status, linked))

    def action_copy_citation(self) -> None:
        from factcheck_tui.export.lines import citation

        if match := self.match():
            self.desk_app.copy(citation(match.record))

    def action_open_url(self) -> None:
        if match := self.match():
            self.say(self.desk_app.open_page(match.record.url))

    def action_archive(self) -> None:
        status = self.status()
        self.desk_app.show_archive(status if status and status.claim.is_claim else None)

    def action_export(self) -> None:
        self.desk_app.show_export(self.article_id)

    def action_evidence(self) -> None:
        if status := self.here():
            self.desk_app.show_evidence(status)

    def action_history(self) -> None:
        if status := self.here():
            self.desk_app.show_history(status)

    async def action_leave(self) -> None:
        self.remember_place()
        await self.desk_app.show_articles(self.article_id)

    def remember_place(self) -> None:
        """Write where the checker is, without waiting for it."""
        if self.sheet is not None and self.current:
            self.desk_app.places[self.article_id] = self.current
            self.aside(Desk.bookmark, self.article_id, self.current)

    def on_screen_suspend(self) -> None:
        self._covered = True

    async def on_screen_resume(self) -> None:
        """Another screen may have linked, imported or decided."""
        if self._covered and self.sheet is not None:
            self._covered = False
            await self.reload([])
