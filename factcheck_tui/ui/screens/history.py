"""Who decided what, and when: on a claim, on its article, and lately on all articles. From a line to its claim."""

from __future__ import annotations

from enum import Enum
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from factcheck_tui.desk import Desk
from factcheck_tui.errors import FactcheckError
from factcheck_tui.model import ClaimStatus, HistoryLine
from factcheck_tui.ui.content import first_lines, plain
from factcheck_tui.ui.key import Where
from factcheck_tui.ui.keys import bindings
from factcheck_tui.ui.screens.dialogue import Dialogue
from factcheck_tui.ui.widgets.history_list import HistoryList, what_happened
from factcheck_tui.ui.widgets.line_list import LineList
from factcheck_tui.visible import visible

IN_A_ROW = 60  # characters of a change that a row has room for
LEAST_LINES = 7  # for the line under the cursor; on a high screen a quarter of it


class Scope(Enum):
    """Whose history is shown."""

    CLAIM = "this claim"
    ARTICLE = "this article"
    ALL = "all articles"


class HistoryScreen(Dialogue[HistoryLine]):
    """Ends with the line whose claim the checker wants to go to, or nothing."""

    place = Where.HISTORY
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(Where.HISTORY),
        Binding("q,H", "leave", show=False),
    ]
    DEFAULT_CSS = """
    HistoryScreen { align: center middle; }
    HistoryScreen > Vertical { width: 94%; height: 90%; border: round $focus; background: $dialog; }
    HistoryScreen HistoryList { height: 1fr; }
    HistoryScreen Static { width: 1fr; height: auto; padding: 0 1; }
    HistoryScreen #line { border-top: solid $quiet-border; }
    HistoryScreen.-low #line { display: none; }
    """
    VERTICAL_BREAKPOINTS = [(0, "-low"), (18, "-high")]  # noqa: RUF012 - as Textual declares it

    def __init__(self, status: ClaimStatus | None) -> None:
        super().__init__()
        self._status = status
        self._scopes = [*Scope] if status else [Scope.ALL]
        self._scope = self._scopes[0]
        self._listing = HistoryList()
        self._full = Content("")  # the line under the cursor

    def compose(self) -> ComposeResult:
        with Vertical() as box:
            other = "Tab wider   " if self._status else ""
            box.border_subtitle = f"Enter goes to it   {other}Esc closes"
            yield Static(id="scopes", markup=False)
            yield self._listing
            yield Static(id="line", markup=False)

    def on_mount(self) -> None:
        self._load()

    @work(exclusive=True)
    async def _load(self) -> None:
        claim = self._status.claim if self._status else None
        names = {Scope.CLAIM: f"claim {claim.number}" if claim and claim.number else "this piece"}
        scopes = [
            Content.styled(f" {names.get(scope, scope.value)} ", "reverse bold" if scope is self._scope else "$muted")
            for scope in self._scopes
        ]
        self.query_one("#scopes", Static).update(Content.assemble("History of  ", *scopes))
        try:
            lines = await self.desk_app.desk(
                Desk.history,
                claim_id=claim.id if claim and self._scope is Scope.CLAIM else None,
                article_id=claim.article_id if claim and self._scope is Scope.ARTICLE else None,
            )
        except FactcheckError as error:
            self.desk_app.complain(str(error))
            return
        self._listing.show(
            lines,
            f"Nobody has decided anything{'' if self._scope is Scope.ALL else f' on {self._scope.value}'} yet.",
            with_claim=self._scope is not Scope.CLAIM,
            with_article=self._scope is Scope.ALL,
        )
        self._show_line()

    @on(LineList.Moved)
    def _show_line(self) -> None:
        """The line under the cursor in full: notes and wordings are longer than a row."""
        line, view = self._listing.current, self.query_one("#line", Static)
        view.display = line is not None
        if line is None:
            return
        full = what_happened(line)
        long = len(line.decision.old) + len(line.decision.new) > IN_A_ROW
        if line.decision.claim_id and long:  # then with its own lines
            words = f"{line.decision.old or 'none'}\n→ {line.decision.new or 'none'}"
            full = Content.assemble(what_happened(line, change=False), "\n", visible(words))
        self._full = Content.assemble(full, "\n", plain(line.claim, "$muted"))
        self.on_resize()

    def on_resize(self) -> None:
        lines = max(LEAST_LINES, self.size.height // 4)
        shown = first_lines(self._full, self._listing.size.width - 2, lines)
        self.query_one("#line", Static).update(Content("\n").join(shown))

    def action_scope(self, by: int) -> None:
        self._scope = self._scopes[(self._scopes.index(self._scope) + by) % len(self._scopes)]
        self._load()

    @on(LineList.Chosen)
    def action_go_to_claim(self) -> None:
        if line := self._listing.current:
            self.dismiss(line)

    def action_leave(self) -> None:
        self.dismiss()
