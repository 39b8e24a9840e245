"""What is sent to the terminal: only what changed, and the screen is the one that sending all of it would give."""

import random
import stat
from pathlib import Path
from typing import Any

import pytest
from desk_file import rows
from terminal import Start, Terminal

REDRAW = "\x0c"
CELLS = 140 * 45
FIELDS = {"/co": "\r", "Sli": "\x1b"}  # and what leaves them: a cursor that blinks in one is never at rest
# moving, marking, deciding, filtering, panes and zoom, choosing words, other screens and back
KEYS = [*"jjjjkkgGcdpfnN.OvzC+", " ", "\t", "\t", "\x04", "\x15", "\r", "\x1b", *FIELDS]


def cells(desk: Terminal) -> list[list[tuple[object, ...]]]:
    """The screen with all its looks, without the line of keys, where words stand for some seconds only."""
    lines = []
    for y in range(desk.screen.lines - 1):
        line = desk.screen.buffer[y]
        lines.append([
            (" ", cell.bg, cell.reverse, cell.underscore, cell.fg if cell.reverse or cell.underscore else "")
            if (cell := line[x]).data == " "
            else tuple(cell)
            for x in range(desk.screen.columns)
        ])  # fmt: skip
    return lines


def assert_nothing_is_missing(desk: Terminal, what: str) -> None:
    """Wipe the screen behind the desk's back, have all of it sent again, and compare."""
    desk.settle(0.8)
    shown = cells(desk)
    desk.screen.erase_in_display(2)
    desk.send(REDRAW)
    desk.wait_for(lambda: desk.screen.display[-1].strip() != "")
    desk.settle(0.6)
    differing = [
        f"{y}, {x}: {before} is drawn anew as {after}"
        for y, (line, drawn) in enumerate(zip(shown, cells(desk), strict=True))
        for x, (before, after) in enumerate(zip(line, drawn, strict=True))
        if before != after
    ]
    assert not differing, "\n".join([what, *differing[:20], desk.framed()])


def matched(terminal: Start, path: Path, **how: Any) -> Terminal:
    """The desk, when no score is on its way to the list any more."""
    desk = terminal("--db", path, "open", **how)
    desk.wait_for("Claims", lambda: not rows(path, "SELECT 1 FROM claim WHERE matched_with = 0 AND found_as = ''"))
    desk.pause(1.0)
    desk.settle()
    return desk


def sent_for(desk: Terminal, key: str) -> int:
    desk.settle(0.6)
    before = len(desk.raw)
    desk.send(key)
    desk.settle(0.6)
    return len(desk.raw) - before


def test_a_key_that_moves_the_cursor_sends_little(terminal: Start, demo_desk: Path) -> None:
    """Of 140x45 cells less bytes than cells: rows, records and what is read of them; lines that stay are not sent."""
    desk = matched(terminal, demo_desk)
    desk.send(*"jjjjjjjj", "g")
    desk.wait_for("Prior records for claim 1:")
    for number in range(2, 9):
        assert 0 < sent_for(desk, "j") < CELLS
        desk.wait_for(f"Prior records for claim {number}")


def test_a_screen_over_another_is_drawn_anew_too(terminal: Start, demo_desk: Path) -> None:
    """What another program wrote over the history goes away by the same key."""
    desk = matched(terminal, demo_desk)
    desk.send("H")
    desk.wait_for("Enter goes to it")
    assert_nothing_is_missing(desk, "over the history")


def test_a_key_that_changes_nothing_sends_nothing(terminal: Start, demo_desk: Path) -> None:
    """Up on the first claim: not one cell is sent again."""
    desk = matched(terminal, demo_desk)
    assert sent_for(desk, "k") == 0


@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize("size", [(140, 45), (80, 24)])
def test_any_keys_leave_the_screen_that_drawing_all_of_it_gives(
    terminal: Start, demo_desk: Path, seed: int, size: tuple[int, int]
) -> None:
    """After each of some random keys nothing is missing on the screen and nothing is left standing."""
    desk = matched(terminal, demo_desk, columns=size[0], lines=size[1])
    desk.wait_for(
        "Claims", lambda: not rows(demo_desk, "SELECT 1 FROM claim WHERE matched_with = 0 AND found_as = ''")
    )
    desk.pause(1.0)  # the last scores are on their way to the list
    keys = random.Random(seed)
    pressed: list[str] = []
    for _ in range(5):
        for _ in range(keys.randint(1, 4)):
            key = keys.choice(KEYS)
            pressed.append(key)
            for piece in (key, FIELDS.get(key, "")):
                desk.send(piece)
                desk.pause(0.2)
        assert_nothing_is_missing(desk, f"after {pressed}")


def test_another_size_is_drawn_whole(terminal: Start, demo_desk: Path) -> None:
    """Whatever a terminal leaves standing when its window changes, it is drawn over; the same size again, too."""
    desk = matched(terminal, demo_desk)
    for size in [(100, 30), (140, 45), (139, 45), (140, 45)]:
        desk.resize(*size)
        desk.wait_for("Claims", "? keys")
        assert_nothing_is_missing(desk, f"at {size}")


def test_an_editor_leaves_nothing_on_the_screen(terminal: Start, demo_desk: Path, tmp_path: Path) -> None:
    """What another program wrote on the terminal meanwhile is drawn over when the desk comes back."""
    editor = tmp_path / "editor"
    editor.write_text("#!/bin/sh\nprintf '\\033[2J\\033[9;9Hleft by the editor'\necho noted >> $1\n")
    editor.chmod(editor.stat().st_mode | stat.S_IXUSR)
    desk = matched(terminal, demo_desk, variables={"EDITOR": str(editor)})
    desk.send("e")
    desk.wait_for("note:")
    desk.wait_for(lambda: not desk.shows("left by the editor"))
    assert_nothing_is_missing(desk, "after the editor")


def test_a_key_draws_over_what_others_wrote(terminal: Start, demo_desk: Path) -> None:
    """A message of the system in the middle of the screen goes away with ^L."""
    desk = matched(terminal, demo_desk)
    desk.settle(0.6)
    desk.screen.cursor_position(10, 10)
    desk.screen.draw("The system goes down at noon")
    desk.send(REDRAW)
    desk.wait_for(lambda: not desk.shows("The system goes down"))
