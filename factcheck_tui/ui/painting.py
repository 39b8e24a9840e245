"""What is sent to the terminal: only what differs from what stands there.

Textual sends each line that a widget asked to be drawn anew, and after each layout all lines of the panes, changed or
not: 26 KB for a key that moves the cursor, which a checker waits for over a slow line. Here it is remembered what was
sent, piece by piece (what one pane shows of one line). Of a piece that changed only the cells that differ are sent,
and of their looks only what differs from the look before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby

from rich.console import Console, RenderableType
from textual._compositor import ChopsUpdate, CompositorUpdate, LayoutUpdate
from textual.app import App
from textual.events import Event, Resize
from textual.screen import Screen
from textual.strip import Strip

PLAIN = "0"  # the look of what has none
GAP = 6  # cells that did not change and are sent all the same: to pass them over takes as many bytes

# Latin, Greek, Cyrillic, punctuation, arrows, lines and our glyphs take one cell on every terminal. Of the rest
# terminals are not of one mind: parts of such a piece could land beside their place, so it is sent whole.
_ONE_CELL = re.compile(
    "[\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0482\u048a-\u0556\u2010-\u2027\u2030-\u205e"
    "\u2190-\u22ff\u2500-\u25fc\u2691\u2713\u2715\u2717]*"
)
_LOOK_AND_TEXT = re.compile(r"\x1b\[([\d;]*)m([^\x1b]*)")
_CODE = re.compile(r"[34]8;2;\d+;\d+;\d+|[34]8;5;\d+|\d+")
_TAKEN_BACK = {"1": "22", "3": "23", "4": "24", "7": "27"}  # bold, italic, underlined, reversed

Cell = tuple[str, str]  # a character and its look: what an escape sequence would set it to


class Painted:
    """The pieces that stand on the terminal, by line and column, each with its width. They do not overlap."""

    def __init__(self) -> None:
        self._lines: dict[int, dict[int, tuple[int, str]]] = {}

    def forget(self) -> None:
        """The terminal was cleared, or shows what somebody else wrote."""
        self._lines.clear()

    def paint(self, y: int, x: int, width: int, sent: str) -> Iterator[tuple[int, Sequence[Cell]]]:
        """Remember a piece as painted; gives the parts of it that the terminal does not show, with their columns."""
        line = self._lines.setdefault(y, {})
        before = line.get(x)
        if before == (width, sent):
            return
        for start in [start for start, (cells, _) in line.items() if start < x + width and x < start + cells]:
            del line[start]
        line[x] = width, sent
        cells = _cells(sent)
        if before is None or before[0] != width or not _are_sure(old := _cells(before[1]), cells, width):
            yield x, cells
            return
        for first, last in _differing(old, cells):
            yield x + first, cells[first:last]


class Difference(CompositorUpdate):
    """An update that sends only what the terminal does not show."""

    def __init__(self, update: LayoutUpdate | ChopsUpdate, painted: Painted) -> None:
        self._update = update
        self._painted = painted

    def render_segments(self, console: Console) -> str:
        """What to send; it then counts as painted."""
        parts, look = [], PLAIN
        for y, x, piece in _pieces(self._update):
            for column, cells in self._painted.paint(y, x, piece.cell_length, piece.render(console)):
                parts.append(f"\x1b[{y + 1};{column + 1}H")
                for wanted, group in groupby(cells, key=_look):
                    parts.append(_turn(look, wanted))
                    parts.extend(character for character, _ in group)
                    look = wanted
        parts.append(_turn(look, PLAIN))
        return "".join(parts)


class Painting(App[None]):
    """An app that remembers what its terminal shows."""

    def __init__(self) -> None:
        super().__init__()
        self._painted = Painted()

    def on_mount(self) -> None:
        self.app_resume_signal.subscribe(self, lambda _: self._painted.forget())

    async def on_event(self, event: Event) -> None:
        if isinstance(event, Resize):  # terminals differ in what they leave standing
            self.action_redraw()
        await super().on_event(event)

    def action_redraw(self) -> None:
        """Draw the whole screen anew, and send all of it."""
        self._painted.forget()
        self.screen.refresh()
        self.screen.query("*").refresh()

    def _display(self, screen: Screen[object], renderable: RenderableType | None) -> None:
        if isinstance(renderable, LayoutUpdate | ChopsUpdate):
            super()._display(screen, Difference(renderable, self._painted))  # type: ignore[arg-type] # no renderable
        else:
            super()._display(screen, renderable)


def _pieces(update: LayoutUpdate | ChopsUpdate) -> Iterator[tuple[int, int, Strip]]:
    """The pieces that an update has drawn, with the line and column where each begins."""
    if isinstance(update, LayoutUpdate):
        for y, pieces in enumerate(update.strips, update.region.y):
            x = update.region.x
            for piece in pieces:
                yield y, x, piece
                x += piece.cell_length
        return
    for y, first, last in update.spans:
        for x, drawn in update.chops[y].items():
            if drawn is not None and x < last and first < x + drawn.cell_length:
                yield y, x, drawn


def _cells(sent: str) -> list[Cell]:
    return [
        (character, look or PLAIN)
        for look, text in _LOOK_AND_TEXT.findall(f"\x1b[{PLAIN}m{sent}")
        for character in text
    ]


def _are_sure(old: Sequence[Cell], new: Sequence[Cell], width: int) -> bool:
    """Whether each character of two pieces is where we think it is."""
    return len(old) == len(new) == width and all(
        _ONE_CELL.fullmatch("".join(character for character, _ in cells)) for cells in (old, new)
    )


def _differing(old: Sequence[Cell], new: Sequence[Cell]) -> list[tuple[int, int]]:
    """The parts of a piece that differ, each with the cell it begins and ends before."""
    parts: list[tuple[int, int]] = []
    for place, (before, after) in enumerate(zip(old, new, strict=True)):
        if before == after:
            continue
        if parts and place - parts[-1][1] <= GAP:
            parts[-1] = parts[-1][0], place + 1
        else:
            parts.append((place, place + 1))
    return parts


def _look(cell: Cell) -> str:
    return cell[1]


@lru_cache(maxsize=4096)
def _turn(before: str, after: str) -> str:
    """The escape sequence that turns one look into another."""
    if before == after:
        return ""
    old, new = _codes(before), _codes(after)
    lost = old.keys() - new.keys()
    if lost - _TAKEN_BACK.keys() or "2" in new:  # what takes bold back takes dim back too
        return f"\x1b[{after}m" if after == PLAIN else f"\x1b[{PLAIN};{after}m"
    codes = [_TAKEN_BACK[kind] for kind in sorted(lost)]
    codes += [code for kind, code in new.items() if old.get(kind) != code]
    return f"\x1b[{';'.join(codes)}m"


def _codes(look: str) -> dict[str, str]:
    """The codes of a look by what they set: the colour of the text, that of the ground, each attribute for itself."""
    codes = {}
    for code in _CODE.findall(look):
        number = int(code.partition(";")[0])
        text, ground = 30 <= number <= 39 or 90 <= number <= 97, 40 <= number <= 49 or 100 <= number <= 107
        codes["text" if text else "ground" if ground else code] = code
    return {} if look == PLAIN else codes
