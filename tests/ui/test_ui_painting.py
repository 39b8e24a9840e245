"""What is sent to the terminal is what differs, and gives the same screen as all of it."""

import pyte
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual._compositor import LayoutUpdate
from textual.geometry import Region
from textual.strip import Strip

from factcheck_tui.ui.painting import Difference, Painted

WIDTH, LINES = 24, 3
CONSOLE = Console(color_system="truecolor", force_terminal=True)
LOOKS = st.sampled_from([
    None,
    *map(Style.parse, ["#102030 on #000000", "bold #102030 on #000000", "dim red", "bold dim on blue", "reverse"]),
    *map(Style.parse, ["underline italic #ffffff", "on #000000", "strike", "color(9) on color(200)"]),
])  # fmt: skip
WORDS = st.lists(st.sampled_from(["a", "b", " ", "✓", "é", "日", "e\u0301"]), min_size=1, max_size=8).map("".join)


@st.composite
def frames(draw: st.DrawFn) -> list[list[Strip]]:
    """A screen: each line of one to three pieces."""
    lines = []
    for _ in range(LINES):
        ends = [*sorted(draw(st.sets(st.integers(1, WIDTH - 1), max_size=2))), WIDTH]
        pieces = []
        for start, end in zip([0, *ends], ends, strict=False):
            parts = draw(st.lists(st.tuples(WORDS, LOOKS), max_size=4))
            strip = Strip([Segment(text, look) for text, look in parts])
            pieces.append(strip.adjust_cell_length(end - start, draw(LOOKS)))
        lines.append(pieces)
    return lines


def screen(*sent: str) -> list[list[tuple[object, ...]]]:
    shown = pyte.Screen(WIDTH + 1, LINES)  # pyte wraps what is combined with the last cell
    pyte.Stream(shown).feed("".join(sent))
    return [[tuple(shown.buffer[y][x]) for x in range(WIDTH)] for y in range(LINES)]


def whole(frame: list[list[Strip]]) -> LayoutUpdate:
    return LayoutUpdate(list(frame), Region(0, 0, WIDTH, LINES))


@given(st.lists(frames(), min_size=1, max_size=4))
def test_what_differs_gives_the_screen_that_all_of_it_gives(shown: list[list[list[Strip]]]) -> None:
    """For any screens one after the other, in pieces of any width, wide characters and marks among them."""
    painted = Painted()
    sent = [Difference(whole(frame), painted).render_segments(CONSOLE) for frame in shown]
    assert screen(*sent) == screen(whole(shown[-1]).render_segments(CONSOLE))


@given(frames())
def test_what_stands_there_is_not_sent_again(frame: list[list[Strip]]) -> None:
    """Nothing differs: nothing is sent. After the terminal was cleared all of it is."""
    painted = Painted()
    first = Difference(whole(frame), painted).render_segments(CONSOLE)
    assert Difference(whole(frame), painted).render_segments(CONSOLE) == ""
    painted.forget()
    assert Difference(whole(frame), painted).render_segments(CONSOLE) == first


def test_only_the_cells_that_differ_are_sent() -> None:
    """Of a line in which a number went on, the number; of its look, what the one before has not."""
    look = Style.parse("bold #102030 on #000000")
    before, after = (
        [[Strip([Segment(f"claim {number} of 20".ljust(WIDTH), look)])] for _ in range(LINES)] for number in "45"
    )
    painted = Painted()
    Difference(whole(before), painted).render_segments(CONSOLE)
    sent = Difference(whole(after), painted).render_segments(CONSOLE)
    assert sent == "\x1b[1;7H\x1b[1;38;2;16;32;48;48;2;0;0;0m5\x1b[2;7H5\x1b[3;7H5\x1b[0m"
