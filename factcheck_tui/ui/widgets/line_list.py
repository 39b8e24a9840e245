"""A list that draws only the lines in view, so that 10,000 rows cost no more than 30.

Rows have one height. What a row shows is a subclass's ``row``; what moved or was chosen goes up as a message with the
row's number.
"""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from factcheck_tui.ui.widgets.line_view import LineView


class LineList(LineView, can_focus=True, inherit_bindings=False):
    """A scrolling list of rows with a cursor. Subclasses give ``__len__`` and ``row``."""

    DEFAULT_CSS = """
    LineList > .line-list--cursor { background: $current-claim; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"line-list--cursor"}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "move(1)", show=False),
        Binding("k,up", "move(-1)", show=False),
        Binding("g,home", "to_end(False)", show=False),
        Binding("G,end", "to_end(True)", show=False),
        Binding("ctrl+d,pagedown", "page(1)", show=False),
        Binding("ctrl+u,pageup", "page(-1)", show=False),
    ]

    leads_on: ClassVar[bool] = False  # whether up and down go on to other widgets at the ends

    cursor: reactive[int] = reactive(0, repaint=False)
    row_height: reactive[int] = reactive(1)

    _fitted_to = Size(0, 0)
    _made: tuple[int, list[Content]] | None = None  # the row whose lines are being drawn

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._drawn: dict[int, object] = {}  # what is known of the rows as they are drawn
        self._drawn_of: object = None  # how many rows, or what is said where there are none

    class Moved(Message):
        """The cursor went to another row."""

        def __init__(self, line_list: LineList, index: int) -> None:
            super().__init__()
            self.line_list = line_list
            self.index = index

        @property
        def control(self) -> LineList:
            return self.line_list

    class Chosen(Moved):
        """A row was clicked when the cursor was on it already."""

    def __len__(self) -> int:
        raise NotImplementedError

    def row(self, index: int, width: int) -> list[Content]:
        """The lines of a row, at most ``row_height``, for this width in cells."""
        raise NotImplementedError

    def known(self, index: int) -> object:
        """All that a row is made from, beside the cursor: where it is equal, and not None, the row stays as drawn."""
        return None

    def empty_words(self) -> str:
        """What to say when there are no rows: the next step."""
        return ""

    def rows_changed(self, cursor: int | None = None) -> None:
        """Draw anew what changed of the rows; the cursor stays or goes to ``cursor``, without a message."""
        before = self.cursor
        with self.prevent(LineList.Moved):
            wanted = self.cursor if cursor is None else cursor
            self.set_reactive(LineList.cursor, max(0, min(wanted, len(self) - 1)))
        self._fit()
        self._show_cursor()
        if self._extent != self._drawn_of:
            self.refresh()
            return
        for index in self._in_view():
            moved = before != self.cursor and index in (before, self.cursor)
            if moved or (known := self.known(index)) is None or known != self._drawn.get(index):
                self.refresh_row(index)

    def go_to(self, index: int) -> None:
        """Move the cursor, and say so."""
        self.cursor = max(0, min(index, len(self) - 1))

    def refresh_row(self, index: int) -> None:
        """Draw one row anew."""
        top = index * self.row_height - self.scroll_offset.y
        self.refresh(Region(0, top, self.size.width, self.row_height))

    def validate_cursor(self, cursor: int) -> int:
        return max(0, min(cursor, len(self) - 1))

    def watch_cursor(self, before: int, after: int) -> None:
        if before == after:
            return
        self.refresh_row(before)
        self.refresh_row(after)
        self._show_cursor()
        self.post_message(self.Moved(self, after))

    def watch_row_height(self) -> None:
        self._fit()

    def action_move(self, by: int) -> None:
        self.go_to(self.cursor + by)

    def action_to_end(self, last: bool) -> None:
        self.go_to(len(self) - 1 if last else 0)

    def action_page(self, by: int) -> None:
        self.go_to(self.cursor + by * max(1, self.scrollable_content_region.height // self.row_height - 1))

    def on_resize(self) -> None:
        self.fit_to_size()

    def fit_to_size(self) -> None:
        """Keep the cursor in view after the size changed."""
        if self.size != self._fitted_to:
            self._fitted_to = self.size
            self._fit()
            self._show_cursor()

    def on_focus(self) -> None:
        self.refresh_row(self.cursor)

    def on_blur(self) -> None:
        self.refresh_row(self.cursor)

    def on_click(self, event: events.Click) -> None:
        place = event.get_content_offset(self)
        index = -1 if place is None else (place.y + self.scroll_offset.y) // self.row_height
        if 0 <= index < len(self):
            if index == self.cursor:
                self.post_message(self.Chosen(self, index))
            self.go_to(index)

    def render_lines(self, crop: Region) -> list[Strip]:
        self.fit_to_size()  # a new layout is painted before the widget is told of its size, and would be painted twice
        self._made = None
        if self._drawn_of != self._extent:
            self._drawn.clear()
        self._drawn_of = self._extent
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        width = self.scrollable_content_region.width
        style = self.visual_style
        if not len(self):
            lines = Content(self.empty_words()).wrap(max(width - 2, 1))
            text = Content.assemble(" ", lines[y]) if y < len(lines) else Content("")
            return self._strip(text.stylize("$muted"), width)
        index, line = divmod(y + self.scroll_offset.y, self.row_height)
        if index >= len(self):
            return Strip.blank(width, style.rich_style)
        if self._made is None or self._made[0] != index:
            self._made = index, self.row(index, width)
            self._drawn[index] = self.known(index)
        lines = self._made[1]
        text = lines[line] if line < len(lines) else Content("")
        return self._strip(text, width, cursor=index == self.cursor)

    def _strip(self, text: Content, width: int, *, cursor: bool = False) -> Strip:
        style = self.get_visual_style("line-list--cursor") if cursor else self.visual_style
        fitted = text.truncate(width, ellipsis=True, pad=cursor)
        if cursor and self.app.current_theme.ansi:  # a rule of the stylesheet does not reach a visual style
            fitted = fitted.stylize("reverse")
        return self.draw_line(fitted, width, style)

    @property
    def _extent(self) -> object:
        return len(self) or self.empty_words()

    def _in_view(self) -> range:
        """The rows of which at least a line is in view."""
        top, height = self.scroll_offset.y, max(self.scrollable_content_region.height, 1)
        return range(top // self.row_height, min((top + height - 1) // self.row_height + 1, len(self)))

    def _fit(self) -> None:
        self.virtual_size = Size(self.scrollable_content_region.width, len(self) * self.row_height)

    def _show_cursor(self) -> None:
        rows = Region(0, self.cursor * self.row_height, 1, self.row_height)
        self.scroll_to_region(rows, animate=False, force=True, immediate=True)
