"""The field of a prompt: which keys end it, go back in what was typed, or are none of its business."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, cast

from textual.events import Blur, Key, Paste
from textual.strip import Strip

from factcheck_tui.ui.widgets.field import Field

if TYPE_CHECKING:
    from factcheck_tui.ui.widgets.prompt import Prompt


class PromptField(Field):
    """Ends the prompt the moment that Enter or Escape is its turn, and hands on the keys that come after them.

    By messages the prompt would end a few turns later, and of keys that come in one piece (a fast typist, a slow line)
    those behind the Enter would still be typed into it.
    """

    @property
    def prompt(self) -> Prompt:
        """What it is the line of."""
        return cast("Prompt", self.parent)

    def render_line(self, y: int) -> Strip:
        # nothing is typed to say yes or no: a cursor would stand alone at the end of the line
        return Strip.blank(self.size.width, self.rich_style) if self.prompt.whether else super().render_line(y)

    async def _on_key(self, event: Key) -> None:
        prompt = self.prompt
        if self.screen.focused is not self:
            event.stop()
            event.prevent_default()
            if self.screen.focused:
                self.screen.focused._forward_event(Key(event.key, event.character))
        elif monotonic() < prompt.deaf_until:
            event.stop()
            event.prevent_default()
        elif prompt.whether:
            event.stop()
            event.prevent_default()
            if event.key in ("enter", "y"):
                prompt.answer()
            else:
                prompt.cancel()
        elif event.key in ("enter", "escape", "up", "down"):
            event.stop()
            event.prevent_default()
            if event.key == "enter":
                prompt.answer()
            elif event.key == "escape":
                prompt.cancel()
            else:
                prompt.recall(1 if event.key == "up" else -1)
        elif self._is_of_others(event) or event.key.startswith("alt+"):
            event.stop()
            event.prevent_default()
            prompt.stay()
        else:
            await super()._on_key(event)

    def _is_of_others(self, event: Key) -> bool:
        """Whether a key would act on the screen behind the line, as undo does, or in the palette's way."""
        bound = None if event.is_printable else self.screen.active_bindings.get(event.key)
        ours = bound is None or bound.node in (self, self.app)
        return not ours or (bound is not None and bound.binding.action == "command_palette")

    def _on_blur(self, _: Blur) -> None:
        self.call_later(self._stay)

    def _stay(self) -> None:
        """What is typed on keeps the keys when another pane is clicked on."""
        if self.prompt.display and self.screen.focused not in (self, None):
            self.focus()
            self.prompt.stay()

    def _on_paste(self, event: Paste) -> None:
        """Textual would keep the first line of what is pasted, and not say so."""
        event.stop()
        event.prevent_default()
        if not self.prompt.whether:
            self.replace(self.prompt.fitting(event.text), *self.selection)
