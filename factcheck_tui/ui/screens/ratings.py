"""What publishers' ratings stand for: first those that stand for nothing yet, with how many records carry them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from factcheck_tui.desk import Desk
from factcheck_tui.errors import FactcheckError
from factcheck_tui.model import RatingLabel, Verdict
from factcheck_tui.ui.content import plain
from factcheck_tui.ui.keys import Where, bindings
from factcheck_tui.ui.screens.dialogue import Dialogue
from factcheck_tui.ui.theme import GLYPHS, STYLES
from factcheck_tui.ui.widgets.line_list import LineList


class RatingList(LineList):
    """A row for each label."""

    def __init__(self) -> None:
        super().__init__()
        self.labels: Sequence[RatingLabel] = ()

    def __len__(self) -> int:
        return len(self.labels)

    @property
    def current(self) -> RatingLabel | None:
        """The label under the cursor."""
        return self.labels[self.cursor] if self.labels else None

    def row(self, index: int, width: int) -> list[Content]:
        each = self.labels[index]
        verdict = each.verdict
        stands = (
            Content.styled(f"{GLYPHS[verdict]} {verdict:<10}", STYLES[verdict]) if verdict else Content(f"  {'—':<10}")
        )
        return [
            Content.assemble("▸" if index == self.cursor else " ", f"{each.records:>9,}  ", stands, plain(each.label))
        ]


class RatingsScreen(Dialogue[None]):
    """A key says what the label under the cursor stands for; the records that carry it follow at once."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.RATINGS), Binding("q,R", "leave", show=False)]
    DEFAULT_CSS = """
    RatingsScreen { align: center middle; }
    RatingsScreen > Vertical { width: 94%; max-width: 110; height: 90%; border: round $focus; background: $dialog; }
    RatingsScreen RatingList { height: 1fr; }
    RatingsScreen #heads { height: 1; padding: 0; }
    RatingsScreen Static { width: 1fr; height: auto; padding: 0 1; color: $muted; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._listing = RatingList()
        self._before: list[RatingLabel] = []  # each label as it was before a key here changed it

    def compose(self) -> ComposeResult:
        with Vertical() as box:
            box.border_title = "What ratings stand for"
            box.border_subtitle = "c d p stands for  x nothing  u undo  Esc closes"
            yield Static(f" {'records':>9}  {'stands for':<12}rating", id="heads", markup=False)
            yield self._listing
            yield Static("The publishers' words stay as they are; this only colours them.", id="said", markup=False)

    def on_mount(self) -> None:
        self._load()

    @work(exclusive=True)
    async def _load(self) -> None:
        try:
            self._listing.labels = await self.desk_app.desk(Desk.ratings)
        except FactcheckError as error:
            self.desk_app.complain(str(error))
            return
        self._listing.rows_changed()

    def action_stands_for(self, word: str) -> None:
        """Map the label under the cursor; "" takes its mapping away."""
        if each := self._listing.current:
            verdict = Verdict(word) if word else None
            self._before.append(each)
            self._show(each, verdict)
            self._listing.action_move(1)
            self._write(each, verdict)

    def action_undo(self) -> None:
        """Give the label that was mapped last what it stood for before; as far back as this screen is open."""
        if not self._before:
            self._said("Nothing was set here that could be taken back.")
            return
        before = self._before.pop()
        place, now = next((place, row) for place, row in enumerate(self._listing.labels) if row.label == before.label)
        self._listing.go_to(place)
        self._show(now, before.verdict)
        self._write(now, before.verdict)

    def _said(self, words: str) -> None:
        self.query_one("#said", Static).update(plain(words))

    def _show(self, each: RatingLabel, verdict: Verdict | None) -> None:
        """The rows keep their places while one goes through them."""
        changed = each._replace(verdict=verdict)
        self._listing.labels = [changed if row.label == each.label else row for row in self._listing.labels]
        self._listing.refresh()

    @work
    async def _write(self, each: RatingLabel, verdict: Verdict | None) -> None:
        try:
            records = await self.desk_app.desk(Desk.set_ratings, {each.label: verdict})
        except FactcheckError as error:
            self._show(each, each.verdict)
            self.desk_app.complain(str(error))
            return
        stands = f"stands for {verdict}" if verdict else "stands for nothing"
        self._said(
            f"“{each.label}” {stands}: {records:,} record{'' if records == 1 else 's'} changed.  u takes it back."
        )

    def action_leave(self) -> None:
        self.dismiss()
