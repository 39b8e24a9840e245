"""A line to type on that says where its text goes on out of view, on either side, and where a hint had no room."""

from __future__ import annotations

from rich.segment import Segment
from textual.content import Content
from textual.events import Key
from textual.geometry import Region
from textual.strip import Strip
from textual.widgets import Input

MORE = "…"


class Field(Input):
    """An input; nothing in it is selected when it is entered: what stands there is mended more often than replaced."""

    def __init__(self, value: str = "", *, hint: str = "", id: str | None = None) -> None:
        super().__init__(value, id=id, select_on_focus=False)
        self._hint = ""
        self.hint = hint

    @property
    def hint(self) -> str:
        """What could be typed, shown while nothing is."""
        return self._hint

    @hint.setter
    def hint(self, hint: str) -> None:
        self._hint = hint
        room = self.scrollable_content_region.width
        self.placeholder = Content(hint).truncate(room, ellipsis=True).plain if room else hint

    async def _on_key(self, event: Key) -> None:
        """Alt and a letter types none: it may be Escape and a key that came in one piece."""
        if event.key.startswith("alt+"):
            event.stop()
            event.prevent_default()
        else:
            await super()._on_key(event)

    def on_resize(self) -> None:
        self.hint = self._hint
        self.scroll_to_region(Region(self._cursor_offset, 0, 1, 1), force=True, animate=False)

    def render_line(self, y: int) -> Strip:
        strip = super().render_line(y)
        room, begun = self.scrollable_content_region.width, self.scroll_offset.x
        if y or not self.value or room < 3:
            return strip
        cursor = self.cursor_screen_offset.x - self.content_region.x if self.has_focus else -1
        if begun and cursor != 0:
            strip = Strip.join([self._sign(strip, 0), strip.crop(1)])
        if begun + room < self._value.cell_len and cursor != room - 1:
            strip = Strip.join([strip.crop(0, room - 1), self._sign(strip, room - 1), strip.crop(room)])
        return strip

    @staticmethod
    def _sign(strip: Strip, at: int) -> Strip:
        """The sign in the look of the cell that it takes the place of."""
        look = next((segment.style for segment in strip.crop(at, at + 1)), None)
        return Strip([Segment(MORE, look)], 1)
