"""Several claims at once: rows marked one by one, in ranges or as the filter found them. The next key acts on them."""

from __future__ import annotations

from dataclasses import replace

from factcheck_tui.ui.screens.deciding import Deciding


class Marking(Deciding):
    """The keys that mark rows."""

    def action_mark_row(self) -> None:
        """Mark the row, or take its mark away, and go on to the next; with a range begun, mark the range."""
        status, sheet = self.status(), self.sheet
        if status is None or sheet is None:
            return
        if sheet.range_from:
            self.sheet = sheet.with_range_to(status.claim.id)
            self.draw_rows()
        elif status.claim.is_claim:
            self.sheet = sheet.with_marks(sheet.marked ^ {status.claim.id})
            self.draw_rows()
            self.claim_list.action_move(1)
        else:
            self.say(f"Only claims are marked; the key {self.key('set-aside')} makes this piece one.")

    def action_mark_range(self) -> None:
        """Begin a range at the row; with one begun, mark its rows."""
        status, sheet = self.status(), self.sheet
        if status is None or sheet is None:
            return
        if sheet.range_from:
            self.sheet = sheet.with_range_to(status.claim.id)
        else:
            self.sheet = sheet.with_marks(sheet.marked, status.claim.id)
        self.draw_rows()

    def action_mark_all(self) -> None:
        """Mark all claims that are listed; when all are, take the marks away."""
        if self.sheet:
            listed = {status.claim.id for status in self.sheet.rows if status.claim.is_claim}
            marked = self.sheet.marked
            self.sheet = replace(
                self.sheet, range_from=0, marked=marked - listed if listed <= marked else marked | listed
            )
            self.draw_rows()

    @property
    def has_something_to_leave(self) -> bool:
        """Whether Escape does anything."""
        sheet = self.sheet
        return self.galley.choosing or bool(sheet and (sheet.range_from or sheet.marked or sheet.filter))

    def action_escape(self) -> None:
        """Take away what was begun last: the range, the marks, the filter."""
        sheet = self.sheet
        if sheet and (sheet.range_from or sheet.marked):
            self._unmark_or_end_range()
        elif sheet and sheet.filter:
            self.set_filter("")

    def _unmark_or_end_range(self) -> None:
        assert self.sheet is not None
        if self.sheet.range_from:
            self.sheet = self.sheet.with_marks(self.sheet.marked)
        else:
            self.sheet = self.sheet.with_marks(frozenset())
        self.draw_rows()
