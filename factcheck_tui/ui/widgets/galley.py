"""The article's running text: its claims underlined in the colour of their verdict with its glyph before them, the
current one lit, and in the margin how many of a paragraph's claims are still to be checked.

Drawn line by line: the wrapping is worked out once for a width, the looks only for the lines in view. Of a long text
what is around the current claim is wrapped at once, the rest aside.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual import work
from textual.binding import BindingType
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip

from factcheck_tui.model import ClaimStatus, Span
from factcheck_tui.ui.running_text import RunningText
from factcheck_tui.ui.scrolling import SCROLLING
from factcheck_tui.ui.theme import GLYPHS, STYLES
from factcheck_tui.ui.widgets.line_view import LineView
from factcheck_tui.ui.wrapping import LONGEST, Lines, around, shown, wrapped

COUNT = 3  # cells of the margin for how many claims are left in a paragraph, and a space
GLYPH = 1  # cell of the margin for the glyph of a claim that begins a line
FITS_COUNT = 50  # cells from which there is room for the count
LONG = 20_000  # characters of a text that is not wrapped as a whole before it is shown: some milliseconds
REACH = 8_000  # characters on either side of a place that are wrapped first: more than any screen shows


class Galley(LineView, can_focus=True, inherit_bindings=False):
    """The text of one article."""

    BINDINGS: ClassVar[list[BindingType]] = SCROLLING

    class Scrolled(Message):
        """The text was scrolled by the checker, so that the current claim went out of view."""

        def __init__(self, down: bool) -> None:
            super().__init__()
            self.down = down

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._prose = RunningText("", ())
        self._current = 0
        self._paragraphs: Sequence[Span] = ()
        self._begun: dict[int, Span] = {}  # screen line -> the paragraph that begins on it
        self._lines = Lines(Span(0, 0), [])
        self._wrapped_at = -1
        self._fitted_to = Size(0, 0)
        self._placing = False  # whether the text scrolls because we bring something into view

    def show_article(self, text: str, pieces: Sequence[ClaimStatus]) -> None:
        """Show another article."""
        self._prose = RunningText(text, pieces)
        self._paragraphs, self._begun = (), {}
        self._wrapped_at = -1
        self._fit()

    def show_pieces(self, pieces: Sequence[ClaimStatus]) -> None:
        """Show the same article with other verdicts."""
        self._prose, changed = self._prose.with_states(pieces)
        if changed is None or len(changed) > self.size.height:
            self.refresh()
            return
        for status in changed:
            self._refresh_claim(status.claim.id, counted=True)

    def show_paragraphs(self, paragraphs: Sequence[Span]) -> None:
        """Show in the margin how many claims are left in each of these paragraphs."""
        self._paragraphs = paragraphs
        self._place_paragraphs()
        self.refresh()

    def show_claim(self, claim_id: int, *, scroll: bool = True) -> None:
        """Light a claim and bring it into view, with the line before it."""
        before, at = self._current, self.scroll_offset
        self._current = claim_id
        if scroll and (piece := self._prose.piece(claim_id)):
            self.bring_into_view(Span(piece.claim.start, piece.claim.end))
        if self.scroll_offset == at:  # over a slow line every repainted line counts
            self._refresh_claim(before)
            self._refresh_claim(claim_id)
        else:
            self.refresh()

    def bring_into_view(self, span: Span) -> None:
        """Scroll to a piece of the text, with the line before it."""
        if self._wrapped_at > 0 and not self._lines.hold(span.start):
            self._wrap_around(span.start)
        if lines := self._lines.of(span):
            first, last = lines
            region = Region(0, max(first - 1, 0), 1, last - first + 2)
            self._placing = True
            self.scroll_to_region(
                region, animate=False, force=True, immediate=True, top=region.height > self.size.height
            )
            self._placing = False

    def in_view(self) -> list[int]:
        """The ids of the pieces that are in view, in reading order."""
        return [status.claim.id for status in self._prose.touching(self._view())]

    def on_resize(self) -> None:
        self._fit_to_size()

    def _fit_to_size(self) -> None:
        """Keep the current claim in view after the size changed."""
        if self.size != self._fitted_to:
            self._fitted_to = self.size
            self._fit()
            if piece := self._prose.piece(self._current):
                self.bring_into_view(Span(piece.claim.start, piece.claim.end))

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        if not self._placing and self._lines.spans and round(old_value) != round(new_value):
            self._checker_scrolled(down=new_value > old_value)

    def _checker_scrolled(self, *, down: bool) -> None:
        if self._current not in self.in_view():
            self.post_message(self.Scrolled(down))

    def render_lines(self, crop: Region) -> list[Strip]:
        self._fit_to_size()  # a new layout is painted before the widget is told of its size, without text
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        width = self.scrollable_content_region.width
        number = y + self.scroll_offset.y
        text = Content("")
        if number < len(self._lines.spans):
            line = self._lines.spans[number]
            text = Content.assemble(self._margin(number), *(Content.styled(*part) for part in self._parts(line)))
        return self.draw_line(text, width, self.visual_style)

    def left_beside(self, number: int) -> tuple[int, int]:
        """Of the paragraph that begins on a screen line: its claims, and those of them that are left to check."""
        paragraph = self._begun.get(number)
        return self._prose.left_in(paragraph) if paragraph else (0, 0)

    # What a line is made of

    @property
    def _margin_width(self) -> int:
        return GLYPH + (COUNT if self.scrollable_content_region.width >= FITS_COUNT else 0)

    def _margin(self, number: int) -> Content:
        """Of a line: how many claims are left in the paragraph that it begins, and the glyph of its first claim."""
        claims, left = self.left_beside(number)
        count = str(left) if claims else ""
        glyph = self._glyph_at(self._lines.spans[number].start) or (" ", "")
        width = self._margin_width - GLYPH
        return Content.assemble(
            (f"{count:>{width - 1}} " if width else "", "bold $emphasis" if left else "$muted"), glyph
        )

    def _parts(self, line: Span) -> Iterator[tuple[str, str]]:
        """Text and look of each part of a line; a claim's glyph takes the place of the space before it."""
        for span, over in self._prose.cut(line, self._places_to_cut()):
            text, look = shown(self._prose.text[span.start : span.end]), self._look(span, over)
            glyph = self._glyph_at(span.end) if span.end < line.end and text.endswith(" ") else None
            yield text[: -1 if glyph else None], look
            if glyph:
                yield glyph

    def _places_to_cut(self) -> Sequence[int]:
        """Where a look changes besides the ends of the pieces."""
        return ()

    def _look(self, span: Span, over: Sequence[ClaimStatus]) -> str:
        if not over:
            return "$muted"
        status = over[0]
        if status.claim.set_aside:
            return "italic $muted"
        look = f"underline {STYLES[status.verdict]}" if status.verdict != "pending" else ""
        return f"bold {look} on $current-claim" if any(each.claim.id == self._current for each in over) else look

    def _glyph_at(self, place: int) -> tuple[str, str] | None:
        """The glyph of the claim that begins at a place of the text, with its look."""
        begun = [
            status.claim.end
            for status in self._prose.touching(Span(place, place + 1))
            if status.claim.start == place and status.claim.is_claim
        ]
        if not begun:
            return None
        end = min(begun)
        status = next(
            status
            for status in self._prose.touching(Span(place, place + 1))
            if (status.claim.start, status.claim.end) == (place, end)
        )
        return GLYPHS[status.verdict], f"bold {STYLES[status.verdict]}"

    # Where things are

    def _fit(self) -> None:
        width = self.scrollable_content_region.width
        if width and width != self._wrapped_at:
            self._wrapped_at = width
            if len(self._prose.text) < LONG:
                self._take(wrapped(self._prose.text, self._room))
            else:
                piece = self._prose.piece(self._current)
                self._wrap_around(piece.claim.start if piece else 0)
                self._wrap_rest()
        self.virtual_size = Size(width, len(self._lines.spans))

    @property
    def _room(self) -> int:
        """Cells of a line."""
        return min(self._wrapped_at - self._margin_width - 1, LONGEST)

    def _wrap_around(self, place: int) -> None:
        """Wrap what is seen with a place in view."""
        self._take(wrapped(self._prose.text, self._room, around(self._prose.text, place, REACH)))

    @work(exclusive=True, group="wrapping")
    async def _wrap_rest(self) -> None:
        """Wrap the whole text on another thread; the lines that are in view by then stay where they are."""
        text, room = self._prose.text, self._room
        lines = await asyncio.to_thread(wrapped, text, room)
        if text is self._prose.text and room == self._room:
            self._take(lines, top=lines.at(self._view().start))

    def _take(self, lines: Lines, top: int | None = None) -> None:
        """Show other lines, with one of them on top, or scrolled as far as now."""
        self._lines = lines
        self._place_paragraphs()
        self._placing = True
        self.virtual_size = Size(self._wrapped_at, len(lines.spans))
        if top is not None:
            self.scroll_to(y=top, animate=False, force=True, immediate=True)
        self._placing = False
        self.refresh()

    def _place_paragraphs(self) -> None:
        shown_now = (span for span in self._paragraphs if self._lines.hold(span.start))
        self._begun = {self._lines.at(span.start): span for span in shown_now}

    def _view(self) -> Span:
        """The piece of the text that is on the screen."""
        top = self.scroll_offset.y
        return self._lines.between(top, top + max(self.scrollable_content_region.height, 1))

    def _refresh_claim(self, claim_id: int, *, counted: bool = False) -> None:
        """Draw the lines of a claim anew, with ``counted`` from where its paragraph's count of claims stands."""
        piece = self._prose.piece(claim_id)
        if piece and (lines := self._lines.of(Span(piece.claim.start, piece.claim.end))):
            first, last = lines
            if counted:
                first = max((number for number in self._begun if number <= first), default=first)
            self.refresh_lines(first, last - first + 1)
