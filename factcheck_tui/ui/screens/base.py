"""What the desk's screens share: the app with its desk threads, and failures said as notices."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import wraps
from typing import TYPE_CHECKING, ClassVar, Concatenate, ParamSpec, TypeVar, cast

from textual.screen import Screen

from factcheck_tui.errors import FactcheckError
from factcheck_tui.ui.key import Where

if TYPE_CHECKING:
    from factcheck_tui.ui.app import FactcheckApp
    from factcheck_tui.ui.desk_thread import DeskThread, PatientThread

P = ParamSpec("P")
S = TypeVar("S", bound="DeskBase")


class DeskBase(Screen[None]):
    """A screen that talks to the desk."""

    place: ClassVar[Where | None] = None  # whose keys act here

    @property
    def keys_act(self) -> Where | None:
        """Where the keys act that one would ask for now."""
        return self.place

    def key(self, id: str) -> str:
        """How a key is called in a sentence."""
        return self.desk_app.called(id)

    @property
    def undoes(self) -> str:
        """The end of a sentence that says what was decided."""
        return f"  {self.key('undo')} undoes it."

    @property
    def desk_app(self) -> FactcheckApp:
        return cast("FactcheckApp", self.app)

    @property
    def desk(self) -> DeskThread:
        """For what is read: short, and in its order."""
        return self.desk_app.desk

    @property
    def writer(self) -> PatientThread:
        """For decisions: written in their order, however long that takes."""
        return self.desk_app.writer

    @property
    def aside(self) -> DeskThread:
        """For what is remembered by the way: nobody waits for it, and nothing waits behind it."""
        return self.desk_app.aside

    @property
    def matcher(self) -> DeskThread:
        """For matching."""
        return self.desk_app.matcher

    @property
    def searcher(self) -> DeskThread:
        """For searching the archive."""
        return self.desk_app.searcher

    def complain(self, error: FactcheckError | str) -> None:
        """Say what failed; the text is shown as it is, markup and all."""
        self.desk_app.complain(str(error))


def noticed(action: Callable[Concatenate[S, P], Awaitable[None]]) -> Callable[Concatenate[S, P], Awaitable[None]]:
    """An action whose failure is a notice; anything but a FactcheckError stays loud."""

    @wraps(action)
    async def with_notice(self: S, /, *args: P.args, **kwargs: P.kwargs) -> None:
        try:
            await action(self, *args, **kwargs)
        except FactcheckError as error:
            self.complain(error)

    return with_notice
