"""What the app says, and does not lose, while decisions cannot be written: a lock, a full disk, a lost file."""

from __future__ import annotations

from textual import on
from textual.message import Message

from factcheck_tui.errors import AnotherDeskError, UnwrittenError
from factcheck_tui.ui.desk_thread import PatientThread
from factcheck_tui.ui.painting import Painting
from factcheck_tui.ui.widgets.status_line import StatusLine
from factcheck_tui.visible import visible

SPOKEN_ERRORS_SECONDS = 8


class Waiting(Message):
    """A decision waits to be written, since something is in the way; or, with no error, one was written late."""

    def __init__(self, error: UnwrittenError | None) -> None:
        super().__init__()
        self.error = error


class Unwritten(Painting):
    """An app whose decisions may have to wait."""

    writer: PatientThread

    def __init__(self) -> None:
        super().__init__()
        self._waited = False  # something waits
        self._warned = False  # that leaving would lose it

    def waiting(self, error: UnwrittenError | None) -> None:
        """For the writer's thread: tell the app."""
        self.post_message(Waiting(error))

    @on(Waiting)
    def _tell_of_waiting(self, event: Waiting) -> None:
        waiting = self.writer.unwritten
        if event.error and not self._waited:
            if isinstance(event.error, AnotherDeskError):
                words = "Leave it: what you decided since is not saved, and is listed then."
            else:
                words = "What you decide is kept, and written as soon as it can be: go on, and do not leave."
            self.complain(f"{event.error} {words}")
        elif self._waited and not waiting:
            self.tell("All that waited is written.")
        self._waited = bool(waiting)
        for line in self.screen.query(StatusLine):
            line.warn(f"! {len(waiting)} not saved yet" if waiting else "")

    async def action_quit(self) -> None:
        """Leave, after a warning where something is not written; it is then printed when the desk has closed."""
        if (waiting := self.writer.unwritten) and self._waited and not self._warned:
            self._warned = True
            self.complain(f"Not saved yet: {'; '.join(waiting[:3])}. Leave again to leave without.")
        else:
            self.exit()

    def complain(self, words: str) -> None:
        """Say what failed, as it is: no markup is read in it."""
        self.notify(visible(words), severity="error", markup=False, timeout=SPOKEN_ERRORS_SECONDS)

    def tell(self, words: str) -> None:
        """Say something that is no failure, above whatever screen is shown."""
        self.notify(visible(words), markup=False)
