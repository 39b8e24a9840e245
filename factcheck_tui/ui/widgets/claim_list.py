"""The claims of an article in reading order: number, verdict, kind or priority, claimant, and as much text as fits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from textual.content import Content

from factcheck_tui.model import Band, BestMatch, ClaimKind, ClaimStatus
from factcheck_tui.ui.content import plain
from factcheck_tui.ui.sheet import Sheet
from factcheck_tui.ui.theme import BANDS, GLYPHS, STYLES
from factcheck_tui.ui.widgets.line_list import LineList

URGENT = 80  # priority from which a claim gets a mark of its own: about the upper tenth of a news article
_SHORT = {ClaimKind.HEADLINE: "head.", ClaimKind.STANDFIRST: "stnd.", ClaimKind.CAPTION: "capt."}
ROOMY = 64  # cells from which claimants and tags are shown
FITS_KIND = 100  # cells from which kinds are written out: the claim's own words come first
NAME = 10  # cells that the names of other checkers may take
FITS_SCORE = 46  # cells from which the score of the best record is shown


class ClaimList(LineList):
    """Rows of claims; what was set aside stands among them, dim, with its reason, when it is asked for."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._sheet: Sheet | None = None
        self._empty = "Reading the article…"
        self._others: Mapping[int, Sequence[str]] = {}  # claim id -> who else is there right now

    def __len__(self) -> int:
        return len(self.rows)

    @property
    def rows(self) -> Sequence[ClaimStatus]:
        """What is listed."""
        return self._sheet.rows if self._sheet else ()

    def show(self, sheet: Sheet, cursor: int, empty: str) -> None:
        """Show the rows of a sheet, with the cursor on one of them."""
        self._sheet = sheet
        self._empty = empty
        self.rows_changed(cursor)

    def show_others(self, others: Mapping[int, Sequence[str]]) -> None:
        """Show at which claims other checkers are."""
        self._others = others
        self.rows_changed()

    @property
    def current(self) -> ClaimStatus | None:
        """The piece under the cursor."""
        return self.rows[self.cursor] if self.cursor < len(self.rows) else None

    def empty_words(self) -> str:
        return self._empty

    def watch_cursor(self, before: int, after: int) -> None:
        super().watch_cursor(before, after)
        if self._sheet and self._sheet.range_from:
            self.refresh()  # the range reaches to the cursor

    def known(self, index: int) -> object:
        assert self._sheet is not None
        status = self.rows[index]
        claim_id = status.claim.id
        return status, self._is_marked(index, status), self._sheet.best.get(claim_id), self._others.get(claim_id)

    def row(self, index: int, width: int) -> list[Content]:
        assert self._sheet is not None
        status = self.rows[index]
        claim = status.claim
        pointer = self._pointer(index, status)
        marks = ("⚑" if status.flagged else " ") + ("i" if status.note else " ")
        if claim.set_aside:
            put_down = (f" {marks} ", "$emphasis")
            return [Content.assemble(pointer, put_down, plain(f"{claim.set_aside}: {claim.text}", "$muted"))]
        verdict = STYLES[status.verdict]
        start = Content.assemble(
            pointer,
            (GLYPHS[status.verdict], f"bold {verdict}"),
            (f"{claim.number:>3} ", "$muted"),
            (self._kind(status, width), "$emphasis" if claim.priority >= URGENT else "$muted"),
            (f"{marks} ", "$emphasis"),
        )
        text = plain(claim.text, verdict if status.verdict != "pending" else "")
        end = Content.assemble(self._end(status, self._sheet.best.get(claim.id), width), self._other(claim.id))
        room = width - start.cell_length - end.cell_length
        return [Content.assemble(start, text.truncate(max(room, 1), ellipsis=True, pad=True), end)]

    def _pointer(self, index: int, status: ClaimStatus) -> Content:
        """Of a marked row its mark; the row under the cursor is lit besides."""
        if self._is_marked(index, status):
            return Content.styled("●", "bold $emphasis")
        return Content("▸" if index == self.cursor else " ")

    def _is_marked(self, index: int, status: ClaimStatus) -> bool:
        assert self._sheet is not None
        ranged = self._sheet.in_range(self.rows[self.cursor].claim.id) if self._sheet.range_from else ()
        return status.claim.id in self._sheet.marked or (index in ranged and status.claim.is_claim)

    @staticmethod
    def _kind(status: ClaimStatus, width: int) -> str:
        """The kind of what surrounds the text, the priority of what is in it; shortened where there is little room."""
        claim = status.claim
        room = 11 if width >= FITS_KIND else 5
        if claim.kind is not ClaimKind.STATEMENT:
            word = claim.kind if width >= FITS_KIND else _SHORT[claim.kind]
            return f"{word:<{room}}"
        mark = "▲" if claim.priority >= URGENT else " "
        return f"{mark}{claim.priority:>3}".ljust(room)

    @staticmethod
    def _end(status: ClaimStatus, best: BestMatch | None, width: int) -> Content:
        """How well a record matches, links, tags and claimant, where there is room beside enough of the text."""
        parts: list[Content] = []
        if status.claim.claimant and width >= ROOMY:
            parts.append(Content.assemble("  — ", plain(status.claim.claimant)).truncate(width // 4, ellipsis=True))
        if status.tags and width >= ROOMY:
            tags = Content.assemble("  ", plain("#" + " #".join(status.tags))).truncate(width // 5, ellipsis=True)
            parts.append(tags.stylize("$emphasis"))
        links = f" ⇔{status.linked}" if status.linked else ""
        sources = f" §{status.primary_sources}/{status.sources}" if status.sources else ""
        found = f" ≈{best.score}" if best and best.band is not Band.WEAK and width >= FITS_SCORE else ""
        return Content.assemble(
            *(part.stylize_before("$muted") for part in parts),
            (links, "$emphasis"),
            (sources, "bold $verdict-disputed" if status.secondary_only else "$muted"),
            (found, BANDS[best.band] if best else ""),
            " ",
        )

    def _other(self, claim_id: int) -> Content:
        """Who else is at the claim."""
        names = self._others.get(claim_id, ())
        if not names:
            return Content("")
        more = f"+{len(names) - 1}" if len(names) > 1 else ""
        name = plain(f"◂{names[0]}").truncate(NAME - len(more), ellipsis=True)
        return Content.assemble(name, more).stylize("reverse")
