"""All keys, from the table that the bindings are made from, with the signs and the filter's words; typing filters."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from factcheck_tui.desk.claim_query import CONDITIONS
from factcheck_tui.ui.key import Key, Where
from factcheck_tui.ui.keys import KEYS, MOVING, keys_of
from factcheck_tui.ui.screens.dialogue import Dialogue
from factcheck_tui.ui.signs import SIGNS
from factcheck_tui.ui.widgets.field import Field

LABEL = 18  # cells
WIDTH, SHARE, FRAME = 96, 0.9, 6  # the most cells of the box, its part of the screen, and what is not text of it


class HelpScreen(Dialogue[None]):
    """Keys and what they do."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f1", "dismiss", show=False),
        Binding("down", "scroll(1)", show=False),
        Binding("up", "scroll(-1)", show=False),
        Binding("pagedown,ctrl+d", "scroll(10)", show=False),
        Binding("pageup,ctrl+u", "scroll(-10)", show=False),
    ]
    DEFAULT_CSS = """
    HelpScreen { align: center middle; }
    HelpScreen > Vertical {
        width: 90%; max-width: 96; height: 90%; border: round $focus; background: $dialog; padding: 0 1;
    }
    HelpScreen Input { border: none; height: 1; background: $bar; padding: 0 1; }
    HelpScreen Input:focus { border: none; }
    HelpScreen Static { width: 1fr; height: auto; }
    """

    def __init__(self, here: Where | None = None) -> None:
        """
        :param here: whose keys come first
        """
        super().__init__()
        self._here = here

    def compose(self) -> ComposeResult:
        with Vertical() as box:
            box.border_title = "Keys and signs"
            box.border_subtitle = "↑ ↓ scroll   Esc closes"
            yield Field(hint="type to filter: a key, a sign, a word")
            with VerticalScroll(can_focus=False):
                yield Static(self._table(""), markup=False)

    def _table(self, words: str) -> Content:
        width = min(WIDTH, int(self.app.size.width * SHARE)) - FRAME
        return key_table(words, self.desk_app.key_table, width, self._here)

    def on_resize(self) -> None:
        self.query_one(Static).update(self._table(self.query_one(Input).value))

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self.query_one(Static).update(self._table(event.value))

    def action_scroll(self, by: int) -> None:
        self.query_one(VerticalScroll).scroll_relative(y=by, animate=False)


def key_table(words: str, table: Sequence[Key] = KEYS, width: int = 1000, here: Where | None = None) -> Content:
    """The keys, signs and conditions whose label or help has some words, broken into lines of a width in cells.

    :param here: whose keys come first
    """
    wanted = words.strip().casefold()
    lines: list[Content] = []
    for title, all_rows in _sections(table, here):
        rows = [row for row in all_rows if wanted in f"{row[0]} {row[1]}".casefold()]
        if rows:
            lines += [Content(""), Content.styled(title, "bold")]
            for label, help in rows:
                first, *rest = textwrap.wrap(help, max(width - LABEL - 1, 10))
                lines.append(Content.assemble((f"{label:<{LABEL}}", "$emphasis"), f" {first}"))
                lines += [Content(f"{'':<{LABEL}} {line}") for line in rest]
    return Content("\n").join(lines[1:] or [Content.styled(f"Nothing here has “{words}”.", "$muted")])


def _sections(table: Sequence[Key], here: Where | None) -> Iterator[tuple[str, Sequence[tuple[str, str]]]]:
    """Title and rows of each part of the help."""
    for place in sorted(Where, key=lambda place: place is not here):
        rows = [(key.label, key.help) for key in keys_of(place, table=table)]
        if place is Where.DESK:
            rows = [*MOVING, *_links_as_one(rows)]
        yield f"on {place}" if place is not Where.ANYWHERE else place, rows
    yield "signs", SIGNS
    yield "words of the filter (/)", CONDITIONS


def _links_as_one(rows: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Nine rows that say the same as one."""
    one = ("1-9", "link the claim to that prior record; again takes the link back")
    return [one if label == "1" else (label, help) for label, help in rows if label not in set("23456789")]
