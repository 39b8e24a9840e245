"""What the screens that stand over another share: the app with its desk threads, and the key that draws anew."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, TypeVar, cast

from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

if TYPE_CHECKING:
    from factcheck_tui.ui.app import FactcheckApp

Result = TypeVar("Result")


class Dialogue(ModalScreen[Result]):
    """A screen over another; Textual hides the app's keys from it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+l", "app.redraw", show=False, id="redraw")]

    @property
    def desk_app(self) -> FactcheckApp:
        return cast("FactcheckApp", self.app)
