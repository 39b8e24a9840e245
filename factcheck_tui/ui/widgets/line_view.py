"""A scrolling pane that draws itself line by line: those in view, and no other pane when it has more or fewer.

Textual lays the whole screen out anew when what a pane scrolls over becomes longer or shorter. Room for the scrollbar
is kept here whether there is one or not, so no place changes.
"""

from __future__ import annotations

from textual.geometry import Size
from textual.reactive import Reactive
from textual.scroll_view import ScrollView

from factcheck_tui.ui.content import as_title


class LineView(ScrollView, can_focus=True, inherit_bindings=False):
    """Subclasses give ``render_line``, and set ``virtual_size`` to the cells and lines that there are."""

    DEFAULT_CSS = """
    LineView { scrollbar-size-vertical: 1; scrollbar-gutter: stable; overflow-x: hidden; }
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

    def entitle(self, title: str) -> None:
        """Put a title on the border; the pane is drawn anew only where it is another one."""
        if title != self._entitled:
            self._entitled = title
            self.border_title = as_title(title)
