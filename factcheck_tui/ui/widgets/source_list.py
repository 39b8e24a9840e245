"""The sources of a claim: kind, stance, title, where in it, and whether it is confidential."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.strip import Strip

from factcheck_tui.model import Evidence, SourceKind, Stance
from factcheck_tui.ui.content import plain
from factcheck_tui.ui.widgets.line_list import LineList

STANCES = {Stance.FOR: "+ for", Stance.AGAINST: "− against", Stance.CONTEXT: "○ context"}
ROOMY = 50  # cells from which kind and stance are written out


class SourceList(LineList):
    """Rows of sources; an arrow down from the last or up from the first leaves the list."""

    # letters stay in it: the next one would be typed into the form
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j", "move_within(1)", show=False),
        Binding("k", "move_within(-1)", show=False),
    ]

    leads_on: ClassVar[bool] = True

    class Left(Message):
        """The cursor goes on to what stands below (1) or above (-1) the list."""

        def __init__(self, by: int) -> None:
            super().__init__()
            self.by = by

    def __init__(self) -> None:
        super().__init__()
        self.sources: Sequence[Evidence] = ()
        self._loaded = False

    def __len__(self) -> int:
        return len(self.sources)

    def show(self, sources: Sequence[Evidence], cursor: int | None = None) -> None:
        """Show other sources."""
        self.sources = sources
        self._loaded = True
        self.can_focus = bool(sources)
        self.rows_changed(cursor)

    @property
    def current(self) -> Evidence | None:
        """The source under the cursor."""
        return self.sources[self.cursor] if self.sources else None

    def empty_words(self) -> str:
        return "No source yet. Type one below, or paste its address." if self._loaded else ""

    def action_move_within(self, by: int) -> None:
        super().action_move(by)

    def action_move(self, by: int) -> None:
        if 0 <= self.cursor + by < len(self):
            super().action_move(by)
        else:
            self.post_message(self.Left(by))

    def _strip(self, text: Content, width: int, *, cursor: bool = False) -> Strip:
        return super()._strip(text, width, cursor=cursor and self.has_focus)  # else a field of the form is lit

    def row(self, index: int, width: int) -> list[Content]:
        source = self.sources[index]
        pointer = "▸" if index == self.cursor and self.has_focus else " "
        return [Content.assemble(pointer, (f"{index + 1:>2} ", "$muted"), of_source(source, roomy=width >= ROOMY))]


def of_source(source: Evidence, *, roomy: bool = True) -> Content:
    """A source on a line."""
    kind = source.kind if roomy else source.kind[:3]
    stance = STANCES[source.stance] if roomy else STANCES[source.stance][0]
    primary = source.kind is SourceKind.PRIMARY
    where = f", {source.locator}" if source.locator else ""
    return Content.assemble(
        (f"{kind:<{9 if roomy else 3}} ", "bold" if primary else "$muted"),
        (f"{stance:<{9 if roomy else 1}} ", "$muted"),
        ("confidential " if roomy else "⊘ ", "$emphasis") if source.confidential else "",
        plain(source.name),
        plain(where, "$muted") if where else "",
    )


def resting_on(sources: int, primary: int) -> str:
    """How well a verdict is founded: "1 of 3 primary", "secondary only: 0 of 3 primary", "none"."""
    if not sources:
        return "none"
    counted = f"{primary} of {sources} primary"
    return counted if primary else f"secondary only: {counted}"
