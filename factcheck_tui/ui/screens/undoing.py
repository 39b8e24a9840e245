"""Undo and redo on a screen of what holds for the whole desk: of the decisions that it shows, and of no others."""

from __future__ import annotations

from collections.abc import Awaitable
from typing import TYPE_CHECKING, ClassVar

from textual import work

from factcheck_tui.desk import Desk
from factcheck_tui.errors import FactcheckError
from factcheck_tui.model import Aspect, Step

if TYPE_CHECKING:
    from factcheck_tui.ui.app import FactcheckApp


class Undoing:
    """Stands behind the kind of screen that it is, among a screen's bases."""

    steps_of: ClassVar[Aspect]  # what is undone here

    @property
    def desk_app(self) -> FactcheckApp:
        """The app with its desk threads."""
        raise NotImplementedError

    async def show_step(self, step: Step) -> None:
        """Show what an undo or redo left, with the cursor on the first that it changed."""
        raise NotImplementedError

    def say(self, words: str) -> None:
        """Say what a key did."""
        raise NotImplementedError

    def action_undo(self) -> None:
        stepping = self.desk_app.writer.decide("undo", Desk.undo, self.steps_of)
        self._when_stepped(stepping, "Undone", "There is nothing to undo.")

    def action_redo(self) -> None:
        stepping = self.desk_app.writer.decide("redo", Desk.redo, self.steps_of)
        self._when_stepped(stepping, "Done again", "There is nothing to redo.")

    @work(group="written")
    async def _when_stepped(self, stepping: Awaitable[Step | None], did: str, nothing: str) -> None:
        try:
            if step := await stepping:
                await self.show_step(step)
        except FactcheckError as error:
            self.desk_app.complain(str(error))
            return
        self.say(f"{did}: {step.told}" if step else nothing)
