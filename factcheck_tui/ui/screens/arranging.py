"""How the panes share the screen: which has the focus, which has the whole of it, and how much each gets.

Shares are kept for each checker, in percent and not in cells, so that they hold on every screen.
"""

from __future__ import annotations

from collections.abc import Mapping

from textual import on
from textual.containers import Container
from textual.events import DescendantFocus
from textual.widget import Widget

from factcheck_tui.desk import Desk
from factcheck_tui.ui.screens.filtering import Filtering
from factcheck_tui.ui.widgets.line_view import LineView

PANES = ("claims", "matches", "galley", "record")
WIDE = 100  # columns from which the panes stand side by side
LOW = 24  # rows below which there is no room for three panes below each other
LEFT, TOP = "left", "top"  # the shares' names among the checker's preferences
USUAL = {LEFT: 52, TOP: 60}  # percent of the width for claims and article; of the height for the lists
LEAST, MOST, STEP = 20, 80, 4

# Stacked: parts of the height at the usual share, for claims, records and the text below them
_STACKED = (9, 7, 5)
_STACKED_READING_RECORDS = (5, 8, 8)


class Arranging(Filtering):
    """The keys that arrange the panes."""

    panes: tuple[LineView, ...]
    panes_box: Container
    shares: dict[str, int]

    @property
    def stacked(self) -> bool:
        """Whether all panes are below each other: by the settings, else by the room there is."""
        layout = self.desk_app.config.layout
        return layout == "narrow" or (layout == "auto" and self.size.width < WIDE)

    def set_shares(self, preferences: Mapping[str, str]) -> None:
        """Give the panes the shares that the checker likes."""
        for name, usual in USUAL.items():
            value = preferences.get(name, "")
            self.shares[name] = max(LEAST, min(MOST, int(value))) if value.isdecimal() else usual
        self.share_out()

    def action_resize(self, name: str, by: int) -> None:
        """Move the line between the left and the right panes, or between the upper and the lower ones."""
        if self.panes_box.has_class("-zoomed"):
            self.say(f"One pane has the whole screen; {self.key('zoom')} gives it back.")
            return
        if name == LEFT and self.stacked:
            less, more = self.key("lists-less"), self.key("lists-more")
            self.say(f"The panes are stacked here; {less} and {more} move the line between lists and text.")
            return
        self.shares[name] = max(LEAST, min(MOST, self.shares[name] + by * STEP))
        self.share_out()
        self.aside(Desk.prefer, {name: str(self.shares[name])})

    def share_out(self) -> None:
        """Lay the panes out by their shares."""
        room = {"-narrow": self.stacked, "-wide": not self.stacked, "-low": self.size.height < LOW}
        self.update_classes(room, animate=False)
        left, top = self.shares[LEFT], self.shares[TOP]
        self.panes_box.styles.grid_columns = f"{left}fr {100 - left}fr"
        self.panes_box.styles.grid_rows = f"{top}fr {100 - top}fr"
        claims, matches, galley, record = self.panes
        if not self.stacked or self.panes_box.has_class("-zoomed"):
            for pane in self.panes:
                pane.styles.height = None
            return
        parts = _STACKED_READING_RECORDS if self.has_class("-reading-records") else _STACKED
        upper, lower = top / USUAL[TOP], (100 - top) / (100 - USUAL[TOP])
        claims.styles.height = f"{parts[0] * upper:.2f}fr"
        matches.styles.height = f"{parts[1] * upper:.2f}fr"
        galley.styles.height = record.styles.height = f"{parts[2] * lower:.2f}fr"

    def on_resize(self) -> None:
        self.share_out()
        if self.sheet is not None:
            self.show_counts()

    def show_counts(self) -> None:
        """Draw the top line for today's width."""
        raise NotImplementedError

    def show_keys(self) -> None:
        """Draw the bottom line for the pane that has the focus."""
        raise NotImplementedError

    # The pane that has the focus

    @on(DescendantFocus)
    def _pane_focused(self, event: DescendantFocus) -> None:
        if event.widget in self.panes:
            if event.widget is not self.galley:
                self.galley.stop_choosing()
            self._bring_into_view(event.widget)
            self.show_keys()

    def action_next_pane(self, by: int) -> None:
        here = self.panes.index(self.focused) if self.focused in self.panes else 0
        self.focus_pane(self.panes[(here + by) % len(self.panes)])

    def focus_pane(self, pane: Widget) -> None:
        """Give a pane the focus, at once; one that is hidden cannot take it, so what hides it is taken away first."""
        self._bring_into_view(pane)
        self.set_focus(pane)

    def _bring_into_view(self, pane: Widget) -> None:
        # where there is no room for both, the record takes the article's place while the records are read
        reading = pane in (self.listing, self.record_view)
        if reading is not self.has_class("-reading-records"):
            self.set_class(reading, "-reading-records")
            self.share_out()
        for other in self.panes:
            other.set_class(other is pane, "-the-one")

    def action_zoom(self) -> None:
        self.panes_box.toggle_class("-zoomed")
        self.share_out()

    def action_enter(self) -> None:
        if self.focused is self.listing:
            self.action_link_cursor()
        else:
            self.focus_pane(self.listing)
