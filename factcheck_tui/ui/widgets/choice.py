"""One of a few words, chosen by keys: arrows and Space go on, a first letter goes straight there."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget


class Choice(Widget, can_focus=True):
    """The words in a row, the chosen one marked."""

    DEFAULT_CSS = """
    Choice { height: 1; width: 1fr; padding: 0 1; }
    Choice:focus { background: $current-claim; }
    Choice:ansi:focus { text-style: bold; }
    """

    chosen: reactive[int] = reactive(0)

    def __init__(self, words: Sequence[str], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._words = list(words)

    @property
    def value(self) -> str:
        """The chosen word."""
        return self._words[self.chosen]

    @value.setter
    def value(self, word: str) -> None:
        self.chosen = self._words.index(word)

    def render(self) -> Content:
        parts = [
            Content.styled(f"● {word}", "bold") if number == self.chosen else Content.styled(f"○ {word}", "$muted")
            for number, word in enumerate(self._words)
        ]
        row = Content("  ").join(parts)
        return row if row.cell_length <= self.content_size.width else Content.styled(f"‹ {self.value} ›", "bold")

    def on_key(self, event: events.Key) -> None:
        by = {"right": 1, "l": 1, "space": 1, "left": -1, "h": -1}.get(event.key)
        letters = [word[0] for word in self._words]
        if event.character in letters and event.character is not None:
            self.chosen = letters.index(event.character)
        elif by:
            self.chosen = (self.chosen + by) % len(self._words)
        else:
            return
        event.stop()
        event.prevent_default()

    def on_click(self, event: events.Click) -> None:
        """The word under the pointer."""
        end = 1
        for number, word in enumerate(self._words):
            end += len(word) + 4
            if event.x < end:
                self.chosen = number
                return
