"""The article's running text, its claims underlined in the colour of their verdict, the current one lit.

Drawn line by line: the wrapping is worked out once for a width, the looks only for the lines in view.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

from factcheck_tui.model import ClaimStatus, Span, Verdict
from factcheck_tui.ui.keys import SCROLLING
from factcheck_tui.ui.theme import STYLES
from factcheck_tui.ui.wrapping import shown, wrap


class Galley(ScrollView, can_focus=True, inherit_bindings=False):
    """The text of one article."""

    DEFAULT_CSS = """
    Galley { scrollbar-size-vertical: 1; scrollbar-gutter: stable; overflow-x: hidden; }
    """

    BINDINGS: ClassVar[list[BindingType]] = SCROLLING

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._text = ""
        self._pieces: Sequence[ClaimStatus] = ()
        self._starts: list[int] = []
        self._current = 0
        self._lines: list[Span] = []
        self._wrapped_at = -1

    def show_article(self, text: str, pieces: Sequence[ClaimStatus]) -> None:
        """Show another article."""
        self._text = text
        self._wrapped_at = -1
        self.show_pieces(pieces)
        self._fit()

    def show_pieces(self, pieces: Sequence[ClaimStatus]) -> None:
        """Show the same article with other verdicts."""
        self._pieces = pieces
        self._starts = [status.claim.start for status in pieces]
        self.refresh()

    def show_claim(self, claim_id: int) -> None:
        """Light a claim and bring it into view, with the line before it."""
        before, at = self._current, self.scroll_offset
        self._current = claim_id
        self._scroll_to_current()
        if self.scroll_offset == at:  # over a slow line every repainted line counts
            self._refresh_claim(before)
            self._refresh_claim(claim_id)
        else:
            self.refresh()

    def on_resize(self) -> None:
        self._fit()
        self._scroll_to_current()

    def render_line(self, y: int) -> Strip:
        width = self.scrollable_content_region.width
        number = y + self.scroll_offset.y
        text = self._line(self._lines[number]) if number < len(self._lines) else Content("")
        padded = Content.assemble(" ", text)
        return Visual.to_strips(self, padded, width, 1, self.visual_style, pad=True, apply_selection=False)[0]

    def _line(self, line: Span) -> Content:
        """A screen line: the pieces of claims on it, each in its look, and what is between them."""
        parts: list[tuple[str, str]] = []
        position = line.start
        first = max(bisect_right(self._starts, line.start) - 1, 0)
        for status in self._pieces[first:]:
            claim = status.claim
            if claim.start >= line.end:
                break
            start, end = max(claim.start, line.start), min(claim.end, line.end)
            if start >= end:
                continue
            parts.append((self._text[position:start], "$muted"))
            parts.append((self._text[start:end], self._look(status)))
            position = end
        parts.append((self._text[position : line.end], "$muted"))
        return Content.assemble(*((shown(text), look) for text, look in parts if text))

    def _look(self, status: ClaimStatus) -> str:
        if status.claim.set_aside:
            return "italic $muted"
        color = "" if status.verdict is Verdict.PENDING else f"underline {STYLES[status.verdict]}"
        if status.claim.id == self._current:
            return f"bold {color} on $current-claim"
        return color

    def _fit(self) -> None:
        width = self.scrollable_content_region.width
        if width and width != self._wrapped_at:
            self._wrapped_at = width
            self._lines = wrap(self._text, width - 2)
        self.virtual_size = Size(width, len(self._lines))

    def _lines_of(self, claim_id: int) -> tuple[int, int] | None:
        """The first and the last screen line of a claim."""
        claim = next((status.claim for status in self._pieces if status.claim.id == claim_id), None)
        if claim is None or not self._lines:
            return None
        first = max(bisect_right(self._lines, claim.start, key=lambda line: line.start) - 1, 0)
        last = max(bisect_right(self._lines, claim.end - 1, key=lambda line: line.start) - 1, first)
        return first, last

    def _refresh_claim(self, claim_id: int) -> None:
        if lines := self._lines_of(claim_id):
            top = lines[0] - self.scroll_offset.y
            self.refresh(Region(0, top, self.size.width, lines[1] - lines[0] + 1))

    def _scroll_to_current(self) -> None:
        lines = self._lines_of(self._current)
        if lines is None:
            return
        first, last = lines
        region = Region(0, max(first - 1, 0), 1, last - first + 2)
        self.scroll_to_region(region, animate=False, force=True, immediate=True, top=region.height > self.size.height)
