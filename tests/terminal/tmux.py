"""A desk in tmux, for who works in one: keys by ``send-keys``, the screen by ``capture-pane``.

It can do as much of what ``Terminal`` can as a session by keys needs.
"""

from __future__ import annotations

import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from types import TracebackType
from typing import Self

from terminal import SECONDS, environment

INSTALLED = shutil.which("tmux") is not None
POLL_SECONDS = 0.05
SETTINGS = "set -g remain-on-exit on\nset -g escape-time 0\n"


class Tmux:
    """``python -m factcheck_tui ARGUMENTS`` in a tmux server of its own."""

    def __init__(self, *arguments: str | Path, home: Path, columns: int = 140, lines: int = 45) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="tmux-"))  # a socket's path must be short
        self._environment = environment(home)
        settings = self._folder / "tmux.conf"
        settings.write_text(SETTINGS)
        self._status = self._folder / "status"  # tmux itself sometimes does not hear that a program has ended
        command = shlex.join([sys.executable, "-m", "factcheck_tui", *map(str, arguments)])
        where = ["-x", str(columns), "-y", str(lines), "-c", str(home)]
        status = shlex.quote(str(self._status))
        self._do("-f", str(settings), "new-session", "-d", *where, f"{command}; echo $? > {status}")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._do("kill-server")
        shutil.rmtree(self._folder)

    @property
    def text(self) -> str:
        """What the screen shows, line by line."""
        return self._do("capture-pane", "-p")

    @property
    def buffer(self) -> str:
        """What was copied last."""
        return self._do("show-buffer")

    def send(self, *keys: str) -> None:
        """Type keys; each argument arrives as one piece, as a key does."""
        for key in keys:
            self._do("send-keys", "-H", *(f"{byte:02x}" for byte in key.encode()))

    def wait_for(self, *words: str) -> None:
        """Wait until the screen shows all words; fails with the screen printed."""
        end = time.monotonic() + SECONDS
        while not all(each in (text := self.text) for each in words):
            if time.monotonic() > end:
                raise AssertionError(f"{words} never came within {SECONDS:.0f} s. The screen:\n{text}")
            time.sleep(POLL_SECONDS)

    def ended(self) -> int:
        """Wait until the program ends; its exit status."""
        end = time.monotonic() + SECONDS
        while not (self._status.is_file() and (status := self._status.read_text().strip())):
            if time.monotonic() > end:
                raise AssertionError(f"the program did not end within {SECONDS:.0f} s. The screen:\n{self.text}")
            time.sleep(POLL_SECONDS)
        return int(status)

    def _do(self, *arguments: str) -> str:
        done = subprocess.run(
            ["tmux", "-S", str(self._folder / "socket"), *arguments],
            env=self._environment,
            capture_output=True,
            text=True,
            check=True,
            timeout=SECONDS,
        )
        return done.stdout
