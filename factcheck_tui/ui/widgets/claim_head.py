"""A claim at the head of a screen that is about it: two lines, with a sign where it goes on."""

from __future__ import annotations

from textual.content import Content
from textual.widget import Widget

from factcheck_tui.ui.content import first_lines, plain

LINES = 2


class ClaimHead(Widget):
    """The beginning of a claim."""

    DEFAULT_CSS = """
    ClaimHead { height: 3; padding: 0 1; border-bottom: solid $quiet-border; }
    """

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = plain(text)

    def render(self) -> Content:
        return Content("\n").join(first_lines(self._text, self.content_size.width, LINES))
