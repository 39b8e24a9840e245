"""A line to type on, in place: a filter, a note, a file name. Escape leaves things as they were."""

from __future__ import annotations

from collections.abc import Callable

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.events import Key
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, Static

from factcheck_tui.visible import visible


class Prompt(Horizontal):
    """Hidden until it is asked something; what it was asked comes back with the answer as ``purpose``."""

    DEFAULT_CSS = """
    Prompt { height: 1; display: none; background: $panel; }
    Prompt > Static { width: auto; padding: 0 1; color: $accent; text-style: bold; }
    Prompt > Input { width: 1fr; height: 1; border: none; padding: 0; background: $panel; }
    Prompt > Input:focus { border: none; }
    Prompt.-whether > Static { width: 1fr; }
    Prompt.-whether > Input { width: 1; }
    """

    class Typed(Message):
        """The text changed."""

        def __init__(self, purpose: str, text: str) -> None:
            super().__init__()
            self.purpose = purpose
            self.text = text

    class Answered(Typed):
        """Enter was pressed; ``before`` is what stood there at first, ``then`` what the asker wants done now."""

        def __init__(self, purpose: str, text: str, before: str, then: Callable[[str], None] | None) -> None:
            super().__init__(purpose, text)
            self.before = before
            self.then = then

    class Cancelled(Typed):
        """Escape was pressed; ``text`` is what stood there at first."""

    def __init__(self) -> None:
        super().__init__()
        self._purpose = ""
        self._before = ""
        self._words = Static("", markup=False)
        # nothing is selected when the line is entered: a note is mended more often than replaced
        self._field = PromptField(select_on_focus=False)
        self._came_from: Widget | None = None
        self._then: Callable[[str], None] | None = None

    @property
    def whether(self) -> bool:
        """Whether a yes is waited for, and not a text."""
        return self.has_class("-whether")

    def compose(self) -> ComposeResult:
        yield self._words
        yield self._field

    def ask(self, purpose: str, words: str, text: str = "", then: Callable[[str], None] | None = None) -> None:
        """Ask for a text, beginning with ``text``."""
        self.set_class(False, "-whether")
        self._ask(purpose, words, text, then)

    def ask_whether(self, words: str, then: Callable[[], None]) -> None:
        """Ask whether to go on; Enter and y say yes, any other key says no."""
        self.set_class(True, "-whether")
        self._ask("", f"{words}  Enter, y: yes  other keys: no", "", lambda _: then())

    def _ask(self, purpose: str, words: str, text: str, then: Callable[[str], None] | None) -> None:
        self._purpose = purpose
        self._then = then
        self._before = text
        self._words.update(words)
        with self.prevent(Input.Changed):
            # an input draws what it holds as it is: what would act on the terminal is shown, and kept, as pictures
            self._field.value = visible(text)
        self._field.cursor_position = len(self._field.value)
        self._came_from = self.screen.focused
        self.display = True
        # at once: focus() waits for a turn of the loop, and the next key would go past the line
        self.screen.set_focus(self._field)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        if self.display:
            self.post_message(self.Typed(self._purpose, event.value))

    def answer(self) -> None:
        """What stands there is the answer."""
        self._close()
        text = self._field.value
        unchanged = text == visible(self._before)
        answer = self._before if unchanged else text
        self.post_message(self.Answered(self._purpose, answer, self._before, self._then))

    def cancel(self) -> None:
        """What stood there at first stays."""
        self._close()
        self.post_message(self.Cancelled(self._purpose, self._before))

    def _close(self) -> None:
        self.display = False
        self.screen.set_focus(self._came_from)


class PromptField(Input):
    """Ends the prompt the moment that Enter or Escape is its turn, and hands on the keys that come after them.

    By messages the prompt would end a few turns later, and of keys that come in one piece (a fast typist, a slow line)
    those behind the Enter would still be typed into it.
    """

    async def _on_key(self, event: Key) -> None:
        prompt = self.parent
        assert isinstance(prompt, Prompt)
        if self.screen.focused is not self:
            event.stop()
            event.prevent_default()
            if self.screen.focused:
                self.screen.focused.post_message(Key(event.key, event.character))
        elif prompt.whether:
            event.stop()
            event.prevent_default()
            if event.key in ("enter", "y"):
                prompt.answer()
            else:
                prompt.cancel()
        elif event.key in ("enter", "escape"):
            event.stop()
            event.prevent_default()
            if event.key == "enter":
                prompt.answer()
            else:
                prompt.cancel()
        else:
            await super()._on_key(event)
