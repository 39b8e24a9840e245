"""The bottom line: the keys that act here, or for some seconds what a key just did."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.timer import Timer
from textual.widget import Widget

from factcheck_tui.ui.content import plain

SECONDS = 4.0
LEAST_SAID = 24  # cells that what a key did wants beside the keys of a line that is typed on
MORE = "…  "  # stands for the keys that have no room


class KeyLine(Widget):
    """One line; keys that do not fit are left out from the end, the help key stays."""

    DEFAULT_CSS = """
    KeyLine { height: 1; background: $bar; }
    """

    def __init__(self, keys: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._keys = keys
        self._lent: Sequence[tuple[str, str]] = ()
        self._said: Content | None = None
        self._timer: Timer | None = None

    def show_keys(self, keys: Sequence[tuple[str, str]]) -> None:
        """Name other keys: what a key did before is said long enough."""
        if keys != self._keys:
            self._keys = keys
            self._forget()

    def lend(self, keys: Sequence[tuple[str, str]]) -> None:
        """Name only these keys while a line is typed on; none gives the line back."""
        self._lent = keys
        self._forget()

    def say(self, words: str) -> None:
        """Say what a key did."""
        self._said = plain(words, "bold")
        if self._timer:
            self._timer.stop()
        self._timer = self.set_timer(SECONDS, self._forget)
        self.refresh()

    def _forget(self) -> None:
        self._said = None
        self.refresh()

    def render(self) -> Content:
        if self._said is not None:
            lent = Content.assemble(*(Content.assemble("  ", _named(*key)) for key in self._lent))
            room = self.size.width - 1 - lent.cell_length
            if self._lent and room >= LEAST_SAID:  # what is said hides no key of what is asked
                return Content.assemble(" ", self._said.truncate(room, ellipsis=True, pad=True), lent)
            return Content.assemble(" ", self._said.truncate(self.size.width - 1, ellipsis=True))
        named = self._lent or self._keys
        *keys, help_key = [Content.assemble(_named(label, words), "  ") for label, words in named]
        help_key = help_key.rstrip()  # nothing comes after it
        room = self.size.width - 1 - help_key.cell_length
        if sum(key.cell_length for key in keys) <= room:
            return Content.assemble(" ", *keys, help_key)
        shown = []
        room -= len(MORE)
        for key in keys:
            if key.cell_length > room:
                break
            room -= key.cell_length
            shown.append(key)
        return Content.assemble(" ", *shown, (MORE, "$muted"), help_key)


def _named(label: str, words: str) -> Content:
    return Content.assemble((label, "bold $emphasis"), f" {words}")
