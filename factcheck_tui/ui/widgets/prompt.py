"""A line to type on, in place: a filter, a note, a file name. Escape leaves things as they were.

What was typed before stays within reach of the up key, also what Escape dropped: a slip costs no note. A note of
several lines stands on the one line with a picture for each end of a line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from time import monotonic

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, Static

from factcheck_tui.ui.widgets.key_line import KeyLine
from factcheck_tui.ui.widgets.prompt_field import PromptField
from factcheck_tui.visible import one_line, visible

EARLIER = 20  # texts of one kind that are kept
UNASKED_SECONDS = 0.4  # a key that comes sooner was on its way before anybody can have read the question
END_OF_LINE = "␊"  # stands for it: an input draws a line end as it is, over what stands below

Earlier = dict[str, list[str]]  # what was typed before, by what was asked

FIELD = 40  # cells that what is typed wants
TYPING = (("Enter", "done"), ("↑", "earlier"), ("Esc", "back"))
ANSWERING = (("Enter y", "yes"), ("other keys", "no"))


class Prompt(Horizontal):
    """Hidden until it is asked something; what it was asked comes back with the answer as ``purpose``."""

    DEFAULT_CSS = """
    Prompt { height: auto; display: none; background: $bar; }
    Prompt > Static { width: auto; height: auto; padding: 0 1; color: $emphasis; text-style: bold; }
    Prompt > Input { width: 1fr; height: 1; border: none; padding: 0; background: $bar; }
    Prompt > Input:focus { border: none; }
    Prompt.-stacked { layout: vertical; }
    Prompt.-stacked > Static { width: 1fr; }
    Prompt.-stacked > Input { padding: 0 1; }
    Prompt.-whether { layout: horizontal; }
    Prompt.-whether > Static { width: 1fr; }
    Prompt.-whether > Input { width: 1; padding: 0; }
    """

    class Typed(Message):
        """The text changed."""

        def __init__(self, purpose: str, text: str) -> None:
            super().__init__()
            self.purpose = purpose
            self.text = text

    class Answered(Typed):
        """Enter was pressed; ``before`` is what stood there at first, ``then`` what the asker wants done now."""

        def __init__(self, purpose: str, text: str, before: str, then: Callable[[str], object] | None) -> None:
            super().__init__(purpose, text)
            self.before = before
            self.then = then

    class Cancelled(Typed):
        """Escape was pressed; ``text`` is what stood there at first, ``dropped`` what was typed instead, if it was."""

        def __init__(self, purpose: str, text: str, dropped: str) -> None:
            super().__init__(purpose, text)
            self.dropped = dropped

    def __init__(self, earlier: Earlier | None = None) -> None:
        """
        :param earlier: kept by whoever outlives this prompt
        """
        super().__init__()
        self._earlier = {} if earlier is None else earlier
        self._kind = ""
        self._back = 0  # how far up what was typed before one has gone
        self._present = ""  # what was typed when one left for it
        self._lines = False
        self.deaf_until = 0.0
        self._purpose = ""
        self._before = ""
        self._asked = ""
        self._words = Static("", markup=False)
        self._field = PromptField()
        self._came_from: Widget | None = None
        self._then: Callable[[str], object] | None = None

    @property
    def whether(self) -> bool:
        """Whether a yes is waited for, and not a text."""
        return self.has_class("-whether")

    def compose(self) -> ComposeResult:
        yield self._words
        yield self._field

    def ask(
        self,
        purpose: str,
        words: str,
        text: str = "",
        then: Callable[[str], object] | None = None,
        *,
        hint: str = "",
        lines: bool = False,
        unasked: bool = False,
    ) -> None:
        """Ask for a text, beginning with ``text``.

        :param hint: what could be typed, while nothing is
        :param lines: whether the text may have several; else their ends are spaces
        :param unasked: no key asked for this; see ``ask_whether``
        """
        self.set_class(False, "-whether")
        self._kind = re.sub("[0-9]+", "", purpose or words)
        self._lines = lines
        self._field.hint = hint
        self._ask(purpose, words, text, then, unasked=unasked)

    def ask_whether(self, words: str, then: Callable[[], object], *, unasked: bool = False) -> None:
        """Ask whether to go on; Enter and y say yes, any other key says no.

        :param unasked: the question comes by itself, over a checker who is typing: keys that were on their way when it
            came are no answer, and no word of it
        """
        self.set_class(True, "-whether")
        self._ask("", words, "", lambda _: then(), unasked=unasked)

    def _ask(
        self, purpose: str, words: str, text: str, then: Callable[[str], object] | None, *, unasked: bool
    ) -> None:
        self.deaf_until = monotonic() + UNASKED_SECONDS if unasked else 0.0
        self._purpose = purpose
        self._then = then
        self._before = text
        self._asked = words
        self._words.update(words)
        self.on_resize()
        self._lend(ANSWERING if self.whether else TYPING)
        with self.prevent(Input.Changed):
            # an input draws what it holds as it is: what would act on the terminal is shown, and kept, as pictures
            self._field.value = _shown(text)
        self._back = 0
        self._field.cursor_position = len(self._field.value)
        self._came_from = self.screen.focused
        self.display = True
        # at once: focus() waits for a turn of the loop, and the next key would go past the line
        self.screen.set_focus(self._field)

    def on_resize(self) -> None:
        """What is asked stands above what is typed where both on a line would leave too little room for the latter."""
        self.set_class(self.screen.size.width - cell_len(self._asked) < FIELD, "-stacked")

    def _lend(self, keys: Sequence[tuple[str, str]]) -> None:
        for line in self.screen.query(KeyLine):
            line.lend(keys)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        if self.display:
            self.post_message(self.Typed(self._purpose, event.value))

    def answer(self) -> None:
        """What stands there is the answer."""
        self._close()
        text = self._field.value
        unchanged = text == _shown(self._before)
        answer = self._before if unchanged else text.replace(END_OF_LINE, "\n" if self._lines else " ")
        if not self.whether and not unchanged:
            self._keep(text)
        self.post_message(self.Answered(self._purpose, answer, self._before, self._then))

    def cancel(self) -> None:
        """What stood there at first stays."""
        self._close()
        text = self._field.value
        dropped = text if not self.whether and text.strip() and text != _shown(self._before) else ""
        if dropped:
            self._keep(dropped)
        self.post_message(self.Cancelled(self._purpose, self._before, dropped))

    def stay(self) -> None:
        """Say what ends the line, to who would do something else while it is typed on."""
        for line in self.screen.query(KeyLine):
            line.say("The other keys wait until this line is left.")

    def recall(self, by: int) -> None:
        """Put what was typed before in the line: 1 goes back to older texts, -1 forth to what was being typed."""
        earlier = self._earlier.get(self._kind, [])
        if self._back == 0:
            self._present = self._field.value
        self._back = max(0, min(self._back + by, len(earlier)))
        self._field.value = earlier[-self._back] if self._back else self._present
        self._field.cursor_position = len(self._field.value)

    def fitting(self, pasted: str) -> str:
        """A pasted text as it goes into the line."""
        return _shown(pasted.strip()) if self._lines else one_line(pasted)

    def _keep(self, text: str) -> None:
        if text.strip():
            others = [each for each in self._earlier.get(self._kind, []) if each != text]
            self._earlier[self._kind] = [*others, text][-EARLIER:]

    def _close(self) -> None:
        self.display = False
        self._lend(())
        self.screen.set_focus(self._came_from)


def _shown(text: str) -> str:
    return visible(text).replace("\n", END_OF_LINE)
