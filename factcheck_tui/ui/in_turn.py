"""Keys that arrive faster than they act: each acts where the ones before it have led.

Over SSH, and from a fast typist, keys come in one piece. Textual sends each to the widget that has the focus when it
*arrives*: what was meant for the next field of a form would be typed into the one before it, and a pasted note would
go to the list that its prompt was about to cover.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence

from rich.console import RenderableType
from textual.events import Event, Key, Paste
from textual.message_pump import MessagePump
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input

from factcheck_tui.config import Config
from factcheck_tui.ui.garbage import Garbage
from factcheck_tui.ui.keys_first import KeysFirst
from factcheck_tui.ui.outside import Outside
from factcheck_tui.ui.screens.desk import DeskScreen
from factcheck_tui.ui.widgets.line_list import LineList

HELD_KEY_SECONDS = 0.15  # a verdict key that comes again this soon is held down, not pressed again
SETTLING_SECONDS = 2.0  # at most, until what came behind a leading key goes on: a slow disk holds up no key
LEADING = frozenset(("enter", "escape", "tab", "shift+tab"))  # after these another widget or screen may listen
LEADING_IN_FORMS = frozenset(("up", "down"))  # in other lists they move, and are held down


class InTurn(Outside):
    """The part of the app that keys and pastes come in by."""

    def __init__(self, config: Config) -> None:
        super().__init__(config)
        self.keys_first = KeysFirst()
        self.garbage = Garbage(self.keys_first)
        self._last_key: tuple[str, float] = ("", 0.0)
        self._aimed: deque[tuple[Key, Widget | None]] = deque(maxlen=64)  # keys, and what had the focus as they went
        self._behind: deque[tuple[Key | Paste, bool]] = deque()  # what waits for its turn, and whether it is held down
        self._turn = 0
        self._settling = False  # what a leading key does is not done yet

    def _display(self, screen: Screen[object], renderable: RenderableType | None) -> None:
        super()._display(screen, renderable)
        self.keys_first.drawn()

    def key_goes(self, event: Key) -> None:
        """A key goes to the widget that has the focus now."""
        raise NotImplementedError

    async def on_event(self, event: Event) -> None:
        """Two things must be known of a key when it arrives, and not when its turn comes: whether it is held down, and
        what it came behind.
        """
        if isinstance(event, Key) and event.is_forwarded:  # come back: no widget has used it
            aimed = next((widget for key, widget in self._aimed if key is event), self.focused)
            if aimed is not self.focused and isinstance(self.focused, Input):
                self.focused._forward_event(Key(event.key, event.character))
                if event.key in LEADING and self._settling:
                    self._settle(self.focused)
                return
            if two := self._in_one_piece(event):
                self._behind.extendleft((key, False) for key in reversed(two))
                self._settling = False
                await self._go_on(paste_at_once=False)
                return
        elif isinstance(event, Key | Paste) and not event.is_forwarded:
            self.keys_first.key_came()
            if isinstance(event, Paste):  # terminals end the lines of what is pasted as Enter does
                event.text = event.text.replace("\r\n", "\n").replace("\r", "\n")
            repeated = isinstance(event, Key) and self._is_repeated(event)
            self._behind.append((event, repeated))
            await self._go_on(paste_at_once=False)
            return
        await super().on_event(event)

    def _is_repeated(self, event: Key) -> bool:
        before, at = self._last_key
        self._last_key = (event.key, event.time)
        return event.key == before and event.time - at < HELD_KEY_SECONDS

    def _marks(self, event: Key) -> bool:
        """Whether a key decides on a claim."""
        if not isinstance(self.screen, DeskScreen) or not isinstance(self.focused, LineList):
            return False
        bound = self.screen.active_bindings.get(event.key)
        return bound is not None and bound.binding.action.startswith("mark(")

    def _in_one_piece(self, event: Key) -> Sequence[Key]:
        """Escape and a key, which in one piece look like Alt and the key; none where Escape has no use."""
        screen = self.screen
        if (
            not event.key.startswith("alt+")
            or isinstance(self.focused, Input)
            or event.key in screen.active_bindings
            or "escape" not in screen.active_bindings
            or (isinstance(screen, DeskScreen) and not screen.has_something_to_leave)
        ):
            return ()
        key = event.key.removeprefix("alt+")
        return (Key("escape", "\x1b"), Key(key, event.character or (key if len(key) == 1 else None)))

    async def _go_on(self, *, paste_at_once: bool) -> None:
        """Send what waits, as far as the next leading key."""
        while self._behind and not self._settling:
            event, repeated = self._behind[0]
            if isinstance(event, Paste) and not paste_at_once:
                self._settle(self.focused)  # the key before it may be opening the line that it is meant for
                return
            self._behind.popleft()
            paste_at_once = False
            before = self.focused
            if isinstance(event, Key):
                if repeated and self._marks(event):
                    continue
                self._aimed.append((event, before))
                self.key_goes(event)
            await super().on_event(event)
            if isinstance(event, Key) and _is_leading(event, before):
                self._settle(before)

    def _settle(self, widget: Widget | None) -> None:
        """Let what comes behind wait until all that waits in the queues from a widget up to the app is done.

        Twice: bindings act in the app, and what they do to the widget is told to the screen from there.
        """
        self._settling = True
        self._turn += 1
        turn = self._turn
        self._pass([*(widget or self.screen).ancestors_with_self] * 2, turn)
        self.set_timer(SETTLING_SECONDS, lambda: self._settled(turn))

    def _pass(self, chain: Sequence[MessagePump], turn: int) -> None:
        """Go through the queue of each, behind what is there and what comes of it."""

        def go_on() -> None:
            if len(chain) > 1:
                self._pass(chain[1:], turn)
            else:
                self._settled(turn)

        if not chain[0].call_later(lambda: chain[0].call_later(go_on)):
            go_on()  # it is closed

    def _settled(self, turn: int) -> None:
        if self._settling and turn == self._turn:
            self._settling = False
            self.call_later(self._go_on, paste_at_once=True)


def _is_leading(key: Key, at: Widget | None) -> bool:
    in_list = isinstance(at, LineList) and not at.leads_on
    return key.key in LEADING or key.key.startswith("alt+") or (key.key in LEADING_IN_FORMS and not in_list)
