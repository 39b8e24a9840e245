"""A real terminal for the tests: the program runs in a pty of its own, and pyte draws what it sends.

The terminal answers none of the queries that programs ask terminals, as a plain one over a slow line does not; the
desk has to do without the answers. Each program gets an environment of its own and a home of its own.
"""

from __future__ import annotations

import errno
import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Self

import pyte

SECONDS = 60.0  # for what takes a fraction of one on an idle machine
UP, DOWN, TAB, ENTER, ESCAPE, BACKSPACE = "\x1b[A", "\x1b[B", "\t", "\r", "\x1b", "\x7f"
LEAVES_ALTERNATE_SCREEN = b"\x1b[?1049l"

# a session of its own makes the child lose its terminal; this makes the pty the controlling one, so that resizing it
# sends SIGWINCH and closing it SIGHUP, as a window does
_OWNING_THE_TERMINAL = (
    "import fcntl, os, sys, termios; fcntl.ioctl(0, termios.TIOCSCTTY, 0); os.execv(sys.argv[1], sys.argv[1:])"
)
_OF_THE_CALLER = (
    *("COLORTERM", "COLUMNS", "DISPLAY", "EDITOR", "LINES", "NO_COLOR", "TMUX", "VISUAL", "WAYLAND_DISPLAY"),
)
_OF_THE_CALLER_BEGINNING = ("FACTCHECK_", "SSH_", "TEXTUAL", "XDG_")


def environment(home: Path) -> dict[str, str]:
    """A person's environment with an empty home folder: xterm with all colours, no display, none of our variables."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in _OF_THE_CALLER and not name.startswith(_OF_THE_CALLER_BEGINNING)
    }
    return {
        **kept,
        "HOME": str(home),
        "LANG": "C.UTF-8",
        "LC_ALL": "C.UTF-8",
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "XDG_CONFIG_HOME": str(home / ".config"),
        "XDG_DATA_HOME": str(home / ".local" / "share"),
    }


def run(home: Path, *arguments: str | Path) -> subprocess.CompletedProcess[bytes]:
    """Run the program without a terminal."""
    return subprocess.run(
        [sys.executable, "-m", "factcheck_tui", *map(str, arguments)],
        cwd=home,
        env=environment(home),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=True,
        timeout=120,
    )


PROGRAM = (sys.executable, "-m", "factcheck_tui")


class Terminal:
    """``python -m factcheck_tui ARGUMENTS``, or another program, in a terminal of a given size."""

    def __init__(
        self,
        *arguments: str | Path,
        home: Path,
        columns: int = 140,
        lines: int = 45,
        variables: Mapping[str, str] | None = None,
        program: Sequence[str] = PROGRAM,
    ) -> None:
        self.raw = bytearray()
        self.screen = pyte.Screen(columns, lines)
        self._undrawn = bytearray()
        self._stream = pyte.ByteStream(self.screen)
        self._leader, follower = pty.openpty()
        self._set_size(columns, lines)
        self.process = subprocess.Popen(
            [
                *(sys.executable, "-I", "-S", "-c", _OWNING_THE_TERMINAL),
                *(*program, *map(str, arguments)),
            ],
            stdin=follower,
            stdout=follower,
            stderr=follower,
            cwd=home,
            env={**environment(home), **(variables or {})},
            start_new_session=True,
        )
        os.close(follower)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.hang_up()
        try:
            self.process.wait(5)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    @property
    def text(self) -> str:
        """What the screen shows, line by line."""
        return "\n".join(line.rstrip() for line in self.screen.display)

    def shows(self, *words: str) -> bool:
        """Whether all of the words stand on the screen."""
        text = self.text
        return all(each in text for each in words)

    def line_with(self, words: str) -> str:
        """The first line of the screen with these words, "" when there is none."""
        return next((line for line in self.screen.display if words in line), "")

    def send(self, *keys: str) -> None:
        """Type keys; each argument arrives as one piece, as a key does."""
        for key in keys:
            os.write(self._leader, key.encode())
            self._read(0.01)

    def wait_for(self, *wanted: str | Callable[[], bool], seconds: float = SECONDS) -> None:
        """Read until the screen shows all words and all conditions hold; fails with the screen printed."""
        conditions = [each if callable(each) else partial(self.shows, each) for each in wanted]
        end = time.monotonic() + seconds
        while not all(condition() for condition in conditions):
            alive = self._read(0.05)
            if time.monotonic() > end or (not alive and not all(condition() for condition in conditions)):
                names = ", ".join(repr(each) if isinstance(each, str) else "the condition" for each in wanted)
                why = "the program has ended" if not alive else f"not within {seconds:.0f} s"
                raise AssertionError(f"{names} never came ({why}). The screen:\n{self.framed()}")

    def pause(self, seconds: float) -> None:
        """Let time pass, reading meanwhile."""
        self._read(seconds)

    def wait_for_bytes(self) -> None:
        """Wait for the next piece of output, without drawing what came; ``wait_for`` draws it."""
        if select.select([self._leader], [], [], SECONDS)[0]:
            received = os.read(self._leader, 65536)
            self.raw += received
            self._undrawn += received

    def time_key(self, key: str, quiet: float) -> tuple[float, float]:
        """Seconds from the typing of a key to the first output, and to the last that follows before a quiet time."""
        began = first = last = time.perf_counter()
        os.write(self._leader, key.encode())
        while select.select([self._leader], [], [], quiet if last > began else SECONDS)[0]:
            received = os.read(self._leader, 65536)
            last = time.perf_counter()
            first = last if first == began else first
            self.raw += received
            self._undrawn += received
        return first - began, last - began

    def settle(self, quiet: float = 0.25) -> None:
        """Read until nothing has come for a while: for asserting that something is not there.

        A cursor that blinks in a field never rests for longer than half a second.
        """
        end = time.monotonic() + SECONDS
        while self._read(quiet, once=True) and time.monotonic() < end:
            pass

    def resize(self, columns: int, lines: int) -> None:
        """Change the window; what stood in it is gone until the program draws it anew."""
        self.settle(0.05)
        self.screen.resize(lines=lines, columns=columns)
        self.screen.erase_in_display(2)
        self._set_size(columns, lines)

    def ended(self, seconds: float = SECONDS) -> int:
        """Read until the program ends; its exit status (negative: the signal that killed it)."""
        end = time.monotonic() + seconds
        while self._read(0.05):
            if time.monotonic() > end:
                raise AssertionError(f"the program did not end within {seconds:.0f} s. The screen:\n{self.framed()}")
        return self.process.wait(SECONDS)

    def kill(self, number: signal.Signals) -> None:
        """Send the program a signal."""
        self.process.send_signal(number)

    def hang_up(self) -> None:
        """Close the window: the kernel sends SIGHUP, and nothing can be written any more."""
        if self._leader >= 0:
            os.close(self._leader)
            self._leader = -1

    def framed(self) -> str:
        """The screen with a frame around it, for messages."""
        rule = "-" * self.screen.columns
        return "\n".join([rule, *self.screen.display, rule])

    def _set_size(self, columns: int, lines: int) -> None:
        fcntl.ioctl(self._leader, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))

    def _read(self, seconds: float, *, once: bool = False) -> bool:
        """Read what comes within a time. False when the program is gone, or with ``once`` when nothing came."""
        end = time.monotonic() + seconds
        while select.select([self._leader], [], [], max(end - time.monotonic(), 0))[0]:
            try:
                received = os.read(self._leader, 65536)
            except OSError as error:
                if error.errno != errno.EIO:  # Linux: the other end was closed
                    raise
                received = b""
            if not received:
                return False
            self.raw += received
            self._stream.feed(bytes(self._undrawn) + received)
            self._undrawn.clear()
            if once:
                return True
        return not once


Start = Callable[..., Terminal]
"""What the fixture ``terminal`` gives: takes what ``Terminal`` takes, but for the home."""
