"""Files that SQLite holds open in this process: nobody else may open them here, were it only to look.

POSIX takes all locks that a process has on a file away when any of its descriptors is closed
(https://www.sqlite.org/howtocorrupt.html, 2.2). After one look at a desk's first bytes the next program that closes
the desk would take itself for the last and delete the log, and what is decided here would go where nobody finds it.
"""

from __future__ import annotations

import os
import threading
from collections import Counter
from pathlib import Path

from factcheck_tui.errors import ReadError
from factcheck_tui.visible import one_line

LOGS = ("-wal", "-shm", "-journal")  # what SQLite keeps beside a file

Identity = tuple[int, int]  # device and file: what tells a file from another under its name

_held: Counter[Identity] = Counter()
_lock = threading.Lock()


def identity(path: Path) -> Identity | None:
    """What tells a file from another that takes its name; None when there is none."""
    try:
        found = os.stat(path)  # noqa: PTH116 - a third of the time of Path.stat, at each key
    except (OSError, ValueError):  # ValueError: a NUL in the path
        return None
    return found.st_dev, found.st_ino


def hold(file: Identity | None) -> None:
    """SQLite opened a file; once for each connection."""
    if file is not None:
        with _lock:
            _held[file] += 1


def let_go(file: Identity | None) -> None:
    """A connection to a file was closed."""
    if file is not None:
        with _lock:
            _held[file] -= 1


def is_held(path: Path) -> bool:
    """Whether a path is a file that SQLite holds here, or one that it keeps beside it."""
    name = str(path)
    names = [name, *(name.removesuffix(log) for log in LOGS if name.endswith(log))]
    return any((found := identity(Path(each))) is not None and _held[found] > 0 for each in names)


def check(path: Path) -> None:
    """Say before a file is opened that it must not be. :raises ReadError:"""
    if is_held(path):
        raise ReadError(f"{one_line(str(path))} belongs to the desk that is open here; name another file.")
