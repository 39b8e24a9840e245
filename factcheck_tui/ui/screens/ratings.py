"""What publishers' ratings stand for: first those that stand for nothing yet, with how many records carry them."""

from __future__ import annotations

from collections.abc import Awaitable, Sequence
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from factcheck_tui.desk import Desk
from factcheck_tui.errors import FactcheckError
from factcheck_tui.model import Aspect, RatingLabel, Step, Verdict
from factcheck_tui.ui.content import plain
from factcheck_tui.ui.key import Where
from factcheck_tui.ui.keys import bindings
from factcheck_tui.ui.screens.dialogue import Dialogue
from factcheck_tui.ui.screens.undoing import Undoing
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


class RatingsScreen(Dialogue[None], Undoing):
    """A key says what the label under the cursor stands for; the records that carry it follow at once."""

    place = Where.RATINGS
    steps_of = Aspect.RATING
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
            self._show(each, verdict)
            self._listing.action_move(1)
            self._write(each, verdict)

    async def show_step(self, step: Step) -> None:
        now = {row.label: row for row in await self.desk_app.desk(Desk.ratings)}
        before = self._listing.labels
        self._listing.labels = [now.get(row.label, row) for row in before]
        changed = [place for place, row in enumerate(before) if row.verdict is not self._listing.labels[place].verdict]
        if changed:
            self._listing.go_to(changed[0])
        self._listing.refresh()

    def say(self, words: str) -> None:
        self.query_one("#said", Static).update(plain(words))

    def _show(self, each: RatingLabel, verdict: Verdict | None) -> None:
        """The rows keep their places while one goes through them."""
        changed = each._replace(verdict=verdict)
        self._listing.labels = [changed if row.label == each.label else row for row in self._listing.labels]
        self._listing.refresh()

    def _write(self, each: RatingLabel, verdict: Verdict | None) -> None:
        stands = f"“{each.label}” stands for {verdict or 'nothing'}"
        writing = self.desk_app.writer.decide(stands, Desk.set_ratings, {each.label: verdict})
        self._when_written(each, writing, stands)

    @work(group="written")
    async def _when_written(self, each: RatingLabel, writing: Awaitable[int], stands: str) -> None:
        try:
            records = await writing
        except FactcheckError as error:
            self._show(each, each.verdict)
            self.desk_app.complain(str(error))
            return
        self.say(f"{stands}: {records:,} record{'' if records == 1 else 's'} changed.  u takes it back.")

    def action_leave(self) -> None:
        self.dismiss()
        self.desk_app.follow_archive()
