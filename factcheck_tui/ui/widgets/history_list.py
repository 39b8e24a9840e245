"""Lines of the log: when, who, what from what to what, and the claim that it is about."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from factcheck_tui.clock import local_time
from factcheck_tui.model import HistoryLine
from factcheck_tui.ui.content import plain
from factcheck_tui.ui.widgets.line_list import LineList

ACTS = {"do": "", "undo": "undone: ", "redo": "redone: "}
ROOMY = 70  # cells from which seconds are shown


class HistoryList(LineList):
    """One line of the screen for the history of a claim; else a second one says which claim it is."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: Sequence[HistoryLine] = ()
        self._empty = ""
        self._with_article = False

    def __len__(self) -> int:
        return len(self._lines)

    def show(self, lines: Sequence[HistoryLine], empty: str, *, with_claim: bool, with_article: bool) -> None:
        """Show other lines, with the cursor on the first."""
        self._lines = lines
        self._empty = empty
        self._with_article = with_article
        self.row_height = 2 if with_claim else 1
        self.rows_changed(0)

    def empty_words(self) -> str:
        return self._empty

    @property
    def current(self) -> HistoryLine | None:
        """The line under the cursor."""
        return self._lines[self.cursor] if self._lines else None

    def known(self, index: int) -> object:
        return self._lines[index], self._with_article

    def row(self, index: int, width: int) -> list[Content]:
        line = self._lines[index]
        pointer = "▸" if index == self.cursor else " "
        first = Content.assemble(pointer, what_happened(line, seconds=width >= ROOMY))
        return [first, Content.assemble("    ", self._claim(line, width))]

    def _claim(self, line: HistoryLine, width: int) -> Content:
        if not line.decision.claim_id:
            return plain(line.article or "the whole desk", "$muted")
        number = f"claim {line.number} " if line.number else "set aside "
        title = plain(line.article, "italic $muted").truncate(width // 3, ellipsis=True)
        before = Content.assemble(title, ": ") if self._with_article else ""
        return Content.assemble(before, (number, "$muted"), plain(line.claim, "$muted"))


def what_happened(line: HistoryLine, *, seconds: bool = True, change: bool = True) -> Content:
    """When, who and what, on a line; without the change what it was made to alone."""
    decision = line.decision
    return Content.assemble(
        (f"{local_time(decision.at, seconds=seconds)}  ", "$muted"),
        plain(decision.checker, "$emphasis"),
        f"  {ACTS[decision.act]}",
        plain(decision.change if change else decision.aspect),
        "  " if decision.about else "",
        plain(decision.about, "$muted") if decision.about else "",
    )
