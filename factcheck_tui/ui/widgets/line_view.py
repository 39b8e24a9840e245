"""A scrolling pane that draws itself line by line: those in view, and no other pane when it has more or fewer.

Textual lays the whole screen out anew when what a pane scrolls over becomes longer or shorter, and when its scrollbar
comes or goes. Room for it is kept here whether there is one or not, so no place changes; one that came stays, blank
where there is nothing to scroll.
"""

from __future__ import annotations

from rich.segment import Segment
from textual.content import Content
from textual.geometry import Size
from textual.reactive import Reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.style import Style
from textual.visual import Visual

from factcheck_tui.ui.content import as_title

_UPRIGHT = Style(reverse=False)  # of what is filled up


class LineView(ScrollView, can_focus=True, inherit_bindings=False):
    """Subclasses give ``render_line``, and set ``virtual_size`` to the cells and lines that there are."""

    DEFAULT_CSS = """
    LineView {
        scrollbar-size-vertical: 1;
        scrollbar-gutter: stable;
        overflow-x: hidden;
        scrollbar-background: $background;
        scrollbar-background-hover: $background;
        scrollbar-background-active: $background;
    }
    """

    virtual_size = Reactive(Size(0, 0), layout=False)
    _entitled = ""

    def watch_virtual_size(self, virtual_size: Size) -> None:
        if self.is_attached:
            self._scroll_update(virtual_size)

    def _scroll_update(self, virtual_size: Size) -> None:
        super()._scroll_update(virtual_size)
        if self.show_vertical_scrollbar:  # while it is hidden Textual leaves it where it was
            self.vertical_scrollbar.position = self.scroll_y
            self.styles.overflow_y = "scroll"

    def draw_line(self, text: Content, width: int, style: Style) -> Strip:
        """A line of text as cells, cut or filled up to a width.

        As ``Visual.to_strips`` draws it, in half of its time: what fits need not be wrapped, and where no words can be
        chosen with the mouse no piece need say where it stands.
        """
        if not text.plain.isprintable():  # tabs take more than a cell
            return Visual.to_strips(self, text, width, 1, style, pad=True, apply_selection=False)[0]
        pieces = text.render(style, end="", parse_style=self._get_style)
        strip = Strip([Segment(piece, (style + look).rich_style) for piece, look in pieces], text.cell_length)
        return strip.adjust_cell_length(width, (style + _UPRIGHT).rich_style)

    def entitle(self, title: str) -> None:
        """Put a title on the border; the pane is drawn anew only where it is another one."""
        if title != self._entitled:
            self._entitled = title
            self.border_title = as_title(title)
