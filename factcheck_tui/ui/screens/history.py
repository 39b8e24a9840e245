"""Who decided what on a claim, and when: the log, the newest first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from factcheck_tui.model import ClaimStatus, Decision
from factcheck_tui.ui.content import plain
from factcheck_tui.ui.keys import SCROLLING


class HistoryScreen(ModalScreen[None]):
    """The decisions on one claim."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q,H", "dismiss", show=False)]
    DEFAULT_CSS = """
    HistoryScreen { align: center middle; }
    HistoryScreen > VerticalScroll {
        width: 90%; height: auto; max-height: 80%; border: round $primary; background: $surface; padding: 0 1;
    }
    HistoryScreen Static { width: 1fr; height: auto; }
    """

    def __init__(self, status: ClaimStatus, decisions: Sequence[Decision]) -> None:
        super().__init__()
        self._status = status
        self._decisions = decisions

    def compose(self) -> ComposeResult:
        with _Scroll() as box:
            box.border_title = f"History of claim {self._status.claim.number}"
            box.border_subtitle = "Esc closes"
            yield Static(self._content(), markup=False)

    def _content(self) -> Content:
        lines = [plain(self._status.claim.text, "bold"), Content("")]
        lines += [self._line(decision) for decision in reversed(self._decisions)]
        if not self._decisions:
            lines.append(Content.styled("Nobody has decided anything on it.", "$muted"))
        return Content("\n").join(lines)

    def _line(self, decision: Decision) -> Content:
        acts = {"do": "", "undo": "undone: ", "redo": "redone: "}
        return Content.assemble(
            (f"{local_time(decision.at)}  ", "$muted"),
            plain(decision.checker, "$accent"),
            f"  {acts[decision.act]}",
            plain(decision.change),
            ("  ", ""),
            plain(decision.about, "$muted"),
        )


class _Scroll(VerticalScroll, inherit_bindings=False):
    BINDINGS: ClassVar[list[BindingType]] = SCROLLING


def local_time(at: str) -> str:
    """A stored time as the clock on the wall shows it."""
    return datetime.fromisoformat(at).astimezone().strftime("%Y-%m-%d %H:%M:%S")
