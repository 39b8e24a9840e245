"""What the screens that stand over another share: the app with its desk threads, and the keys that act everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, TypeVar, cast

from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from factcheck_tui.ui.key import Where
from factcheck_tui.ui.keys import keys_of

if TYPE_CHECKING:
    from factcheck_tui.ui.app import FactcheckApp

Result = TypeVar("Result")


class Dialogue(ModalScreen[Result]):
    """A screen over another; Textual hides the app's keys from it. The palette's commands are for the one below."""

    place: ClassVar[Where | None] = None  # whose keys act here
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(key.keys, f"app.{key.action}", show=False, id=key.id)
        for key in keys_of(Where.ANYWHERE)
        if key.id != "palette"
    ]

    @property
    def desk_app(self) -> FactcheckApp:
        return cast("FactcheckApp", self.app)
