"""A tour of the desk by keys, in a minute: a line tells one step, the key that it names goes on to the next."""

from __future__ import annotations

import re
from typing import NamedTuple

from textual.content import Content
from textual.widget import Widget

from factcheck_tui.ui.key import NAMES, Key


class Step(NamedTuple):
    """A step: the keys that go on from it, and what it tells; keys are named by id, or else as Textual does."""

    keys: tuple[str, ...]
    words: str  # {id} stands for a key as it is in force
    typing: bool = False  # the keys end a line that is being typed


STEPS = (
    Step(("j", "down"), "{j} goes to the next claim; its prior records come along."),
    Step(("pane-right",), "{pane-right} goes to them, {pane-left} back; what differs is named (7 ≠ 4)."),
    Step(("confirm", "dispute"), "{confirm} confirms the claim, {dispute} disputes it: saved, on to the next."),
    Step(("undo",), "{undo} takes back what your last key did, also tomorrow."),
    Step(("link-1",), "{link-1} links the claim to its record 1."),
    Step(("note",), "{note} writes a note on the claim."),
    Step(("enter", "escape"), "Type a few words; {enter} keeps them.", typing=True),
    Step(("archive",), "{archive} searches all prior records as you type, {escape} comes back."),
    Step(("export",), "{export} shows the verdict list and writes it, {escape} comes back."),
    Step(("help",), "{help} shows all keys, {escape} closes them."),
)
END = "That was the tour; what you tried is in the demo alone."


class Tour(Widget):
    """The line of the step that the checker is at."""

    DEFAULT_CSS = "Tour { height: auto; background: $current-claim; padding: 0 1; }"

    def __init__(self, table: tuple[Key, ...]) -> None:
        """
        :param table: the keys as they are in force
        """
        super().__init__()
        self._known = {key.id: key for key in table}
        self._at = 0

    def pressed(self, name: str, *, typing: bool) -> None:
        """A key came, by Textual's name, for the screen that the line stands on, or for a line typed on it."""
        step = STEPS[self._at] if self._at < len(STEPS) else None
        if step and step.typing == typing and name in self._names(step):
            self._at += 1
            self.refresh(layout=True)
        elif name == "escape" and not typing:
            self.remove()

    def _names(self, step: Step) -> set[str]:
        return {name for id in step.keys for name in (self._known[id].keys.split(",") if id in self._known else [id])}

    def _label(self, id: str) -> str:
        return self._known[id].label.split(" ")[0] if id in self._known else NAMES.get(id, id)

    def render(self) -> Content:
        if self._at == len(STEPS):
            return Content.assemble(END, ("  Esc: away", "$muted"))
        step = STEPS[self._at]
        parts = re.split(r"\{(.+?)\}", step.words)  # words and ids by turns
        told = [(self._label(part), "bold $emphasis") if at % 2 else part for at, part in enumerate(parts)]
        place = (f"{self._at + 1}/{len(STEPS)}  ", "$muted")
        return Content.assemble(place, *told, ("" if step.typing else "  Esc: end", "$muted"))
