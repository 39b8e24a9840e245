"""How far something is and how long it will take: one line on a terminal's standard error, none anywhere else."""

from __future__ import annotations

import sys
import time
from bisect import bisect_right
from types import TracebackType
from typing import Self

from factcheck_tui.visible import one_line

WIDTH = 24  # characters of the bar
EVERY_SECONDS = 0.2  # between two drawings
# The time left is told from the last third of what was done: an import slows down as the archive's index grows, so the
# mean of the whole would promise too much, and the last moment alone would jump about; so would the first batches.
RECENT = 1 / 3
LEAST = 1 / 5  # of the size: from less nothing is told but by the whole


class TimeLeft:
    """Seconds left, from how quickly the last part went."""

    def __init__(self, began: float) -> None:
        self._marks = [(began, 0)]

    def mark(self, at: float, done: int) -> None:
        """So much was done at a time in seconds."""
        self._marks.append((at, done))

    def seconds(self, size: int) -> float | None:
        """None while nothing is known."""
        at, done = self._marks[-1]
        since = done - max(done * RECENT, size * LEAST)
        place = bisect_right(self._marks, since, hi=len(self._marks) - 1, key=lambda mark: mark[1])
        began, first = self._marks[max(0, place - 1)]
        return (size - done) * (at - began) / (done - first) if done > first else None


class Progress:
    """A statement's context; call it with the bytes done, of how many, and the rows read."""

    def __init__(self, name: str) -> None:
        self._name = one_line(name)[-30:]
        self._shown = sys.stderr.isatty()
        self._began = self._drawn = time.monotonic()
        self._left = TimeLeft(self._began)

    def __enter__(self) -> Self:
        return self

    def __call__(self, done: int, size: int, rows: int) -> None:
        now = time.monotonic()
        self._left.mark(now, done)
        if self._shown and now - self._drawn >= EVERY_SECONDS:
            self._drawn = now
            self._draw(progress_line(self._name, done, size, rows, now - self._began, self._left.seconds(size)))

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._shown:
            self._draw("")

    def _draw(self, words: str) -> None:
        sys.stderr.write(f"\r\x1b[K{words}")
        sys.stderr.flush()


def progress_line(name: str, done: int, size: int, rows: int, seconds: float, left: float | None) -> str:
    """The words: bar, share, rows, rows a second, time left."""
    share = min(done / max(size, 1), 1)
    filled = round(share * WIDTH)
    rate = f"{rows / seconds:,.0f}/s" if seconds > 0 else ""
    remaining = "" if left is None else f"  {_clock(left)} left"
    return f"{name} {'▓' * filled}{'░' * (WIDTH - filled)} {share:.0%}  {rows:,} rows  {rate}{remaining}"


def _clock(seconds: float) -> str:
    minutes, seconds = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"
