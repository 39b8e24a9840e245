"""What the columns of a newsroom's own sheet hold: shown before anything is read, and changed here."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from factcheck_tui.archive.raw_record import FIELDS
from factcheck_tui.model import SheetGuess
from factcheck_tui.ui.content import as_title, plain
from factcheck_tui.ui.screens.dialogue import Dialogue
from factcheck_tui.ui.widgets.line_list import LineList

_CHOICES = ("", *FIELDS)


class ColumnList(LineList):
    """A row for each column: its name, the field, its first values."""

    def __init__(self, guess: SheetGuess) -> None:
        super().__init__()
        self._guess = guess
        self.mapping = guess.mapping()

    def __len__(self) -> int:
        return len(self._guess.columns)

    def change(self, by: int) -> None:
        """Let the column under the cursor hold the next field that no other column holds."""
        column = self._guess.columns[self.cursor].column
        taken = {field for name, field in self.mapping.items() if field and name != column}
        free = [field for field in _CHOICES if field not in taken]
        self.mapping[column] = free[(free.index(self.mapping[column]) + by) % len(free)]
        self.refresh()

    def row(self, index: int, width: int) -> list[Content]:
        column, _, values = self._guess.columns[index]
        field = self.mapping[column]
        room = max(width // 4, 8)
        return [
            Content.assemble(
                "▸" if index == self.cursor else " ",
                plain(column or "(no name)").truncate(room, ellipsis=True, pad=True),
                " → ",
                Content.styled(f"{field or 'left out':<12}", "bold" if field else "$muted"),
                plain(" | ".join(values), "$muted"),
            )
        ]


class ColumnsScreen(Dialogue[dict[str, str] | None]):
    """Ends with column -> field, or None when the sheet is not to be imported."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "read", show=False),
        Binding("escape", "stop", show=False),
        Binding("right,l,space", "change(1)", show=False),
        Binding("left,h", "change(-1)", show=False),
    ]
    DEFAULT_CSS = """
    ColumnsScreen { align: center middle; }
    ColumnsScreen > Vertical { width: 94%; height: 80%; border: round $focus; background: $dialog; }
    ColumnsScreen ColumnList { height: 1fr; }
    ColumnsScreen Static { width: 1fr; height: auto; padding: 0 1; color: $caution; }
    """

    def __init__(self, name: str, guess: SheetGuess) -> None:
        super().__init__()
        self._name = name
        self._columns = ColumnList(guess)

    def compose(self) -> ComposeResult:
        with Vertical() as box:
            box.border_title = as_title(f"How {self._name} is read")
            box.border_subtitle = "Enter imports   ← → other field   Esc stops"
            yield self._columns
            yield Static(id="said", markup=False)

    def action_change(self, by: int) -> None:
        self._columns.change(by)

    def action_read(self) -> None:
        if "claim" not in self._columns.mapping.values():
            self.query_one("#said", Static).update("Say which column is the claim: ← → on its row.")
            return
        self.dismiss(self._columns.mapping)

    def action_stop(self) -> None:
        self.dismiss(None)
