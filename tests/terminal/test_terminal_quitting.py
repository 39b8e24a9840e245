"""Leaving: whatever ends the desk, the terminal is as it was and what was decided is on the disk."""

import signal
import sys
from pathlib import Path

import pytest
from desk_file import rows, verdicts
from terminal import LEAVES_ALTERNATE_SCREEN, Start, Terminal


def _is_restored(desk: Terminal) -> bool:
    """Back on the main screen, with a cursor, without mouse reports and bracketed paste."""
    raw = bytes(desk.raw)
    off = (LEAVES_ALTERNATE_SCREEN, b"\x1b[?25h", b"\x1b[?1000l", b"\x1b[?1003l", b"\x1b[?2004l")
    return all(raw.rfind(each) > raw.rfind(each[:-1] + bytes([each[-1] ^ ord("h") ^ ord("l")])) for each in off)


def _marked(terminal: Start, path: Path) -> Terminal:
    desk = terminal("--db", path, "open")
    desk.wait_for("Prior records for claim 1")
    desk.send("d")
    desk.wait_for("claim 1 disputed")
    return desk


@pytest.mark.parametrize("keys", ["qq", "\x11"], ids=["q q", "ctrl+q"])
def test_the_keys_that_quit_restore_the_terminal(terminal: Start, demo_desk: Path, keys: str) -> None:
    """q to the articles and q again, or ctrl+q at once: status 0 and a terminal as it was."""
    desk = _marked(terminal, demo_desk)
    for key in keys:
        desk.send(key)
        if key == "q" and keys.count("q") == 2 and not desk.shows("1 article, "):
            desk.wait_for("1 article, ")
            keys = "q"
    assert desk.ended() == 0
    assert _is_restored(desk)
    assert verdicts(demo_desk)[0] == "disputed"


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_signals_that_end_the_desk_restore_the_terminal(
    terminal: Start, demo_desk: Path, number: signal.Signals
) -> None:
    """SIGTERM and SIGHUP end the desk as a key does, with the verdict that was just marked on the disk."""
    desk = _marked(terminal, demo_desk)
    desk.kill(number)
    assert desk.ended() == 0
    assert _is_restored(desk)
    assert verdicts(demo_desk)[0] == "disputed"
    assert rows(demo_desk, "PRAGMA integrity_check") == [("ok",)]


def test_a_window_that_is_closed_ends_the_desk_and_loses_nothing(terminal: Start, demo_desk: Path) -> None:
    """A closed window is SIGHUP and a terminal that takes no more: the program ends, the verdict is kept."""
    desk = _marked(terminal, demo_desk)
    desk.hang_up()
    desk.process.wait(60)
    assert verdicts(demo_desk)[0] == "disputed"
    assert rows(demo_desk, "PRAGMA integrity_check") == [("ok",)]


def test_a_verdict_is_on_the_disk_when_it_is_shown(terminal: Start, demo_desk: Path) -> None:
    """Even a kill that nothing can catch loses nothing that the screen said was marked."""
    desk = _marked(terminal, demo_desk)
    desk.kill(signal.SIGKILL)
    assert desk.ended() == -signal.SIGKILL
    assert verdicts(demo_desk)[0] == "disputed"


def test_the_shell_does_not_wait_for_a_look_through_the_memory(terminal: Start, demo_desk: Path) -> None:
    """When the terminal is back, the process ends without searching for garbage in all that a day has gathered."""
    telling = (
        "import atexit, gc; from factcheck_tui.cli import main; counts = gc.get_objects, gc.get_freeze_count;"
        "atexit.register(lambda: print('kept as it is:', len(counts[0]()) < 10_000 < counts[1]())); main()"
    )
    desk = terminal("--db", demo_desk, "open", program=(sys.executable, "-c", telling))
    desk.wait_for("Prior records for claim 1")
    desk.send("\x11")
    assert desk.ended() == 0
    assert "kept as it is: True" in desk.text
