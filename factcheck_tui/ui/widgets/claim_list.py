"""The claims of an article in reading order: number, verdict, kind or priority, claimant, and as much text as fits."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from factcheck_tui.model import ClaimKind, ClaimStatus
from factcheck_tui.ui.content import plain
from factcheck_tui.ui.theme import GLYPHS, STYLES
from factcheck_tui.ui.widgets.line_list import LineList

URGENT = 60  # priority from which a claim gets a mark of its own: about the upper tenth of a news article
ROOMY = 64  # cells from which kinds are written out and claimants shown


class ClaimList(LineList):
    """Rows of claims; what was set aside stands among them, dim, with its reason, when it is asked for."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._rows: Sequence[ClaimStatus] = ()
        self._empty = "Reading the article…"

    def __len__(self) -> int:
        return len(self._rows)

    def show(self, rows: Sequence[ClaimStatus], cursor: int, empty: str) -> None:
        """Show other rows, with the cursor on one of them."""
        self._rows = rows
        self._empty = empty
        self.rows_changed(cursor)

    @property
    def current(self) -> ClaimStatus | None:
        """The piece under the cursor."""
        return self._rows[self.cursor] if self.cursor < len(self._rows) else None

    def empty_words(self) -> str:
        return self._empty

    def row(self, index: int, width: int) -> list[Content]:
        status = self._rows[index]
        claim = status.claim
        pointer = "▸" if index == self.cursor else " "
        if claim.set_aside:
            return [Content.assemble(pointer, ("    ", ""), plain(f"{claim.set_aside}: {claim.text}", "$muted"))]
        verdict = STYLES[status.verdict]
        marks = ("⚑" if status.flagged else " ") + ("i" if status.note else " ")
        start = Content.assemble(
            pointer,
            (GLYPHS[status.verdict], f"bold {verdict}"),
            (f"{claim.number:>3} ", "$muted"),
            (self._kind(status, width), "$accent" if claim.priority >= URGENT else "$muted"),
            (f"{marks} ", "$accent"),
        )
        text = plain(claim.text, verdict if status.verdict != "pending" else "")
        end = self._end(status, width)
        room = width - start.cell_length - end.cell_length
        return [Content.assemble(start, text.truncate(max(room, 1), ellipsis=True, pad=True), end)]

    @staticmethod
    def _kind(status: ClaimStatus, width: int) -> str:
        """The kind of what surrounds the text, the priority of what is in it; shortened where there is little room."""
        claim = status.claim
        room = 11 if width >= ROOMY else 5
        if claim.kind is not ClaimKind.STATEMENT:
            word = claim.kind if width >= ROOMY else claim.kind[:5]
            return f"{word:<{room}}"
        mark = "▲" if claim.priority >= URGENT else " "
        return f"{mark}{claim.priority:>3}".ljust(room)

    @staticmethod
    def _end(status: ClaimStatus, width: int) -> Content:
        """Links and claimant, where there is room for them beside enough of the text."""
        links = f" ⇔{status.linked}" if status.linked else ""
        claimant = Content.assemble("  — ", plain(status.claim.claimant)).truncate(width // 4, ellipsis=True)
        parts = [claimant.stylize("$muted")] if status.claim.claimant and width >= ROOMY else []
        return Content.assemble(*parts, (links, "$accent"), " ")
