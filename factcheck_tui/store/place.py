"""What stands at a desk's path, and whether it is still what was opened there.

SQLite goes on with what it has open. What it writes into a file or a log that was deleted or replaced nobody finds
again; and a claim's number means another claim in a desk that was restored from a copy meanwhile.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from factcheck_tui import held
from factcheck_tui.errors import AnotherDeskError, StoreError, UnwrittenError

_emptied: set[held.Identity] = set()  # deleted logs of which nothing is wanted any more


class Standing(NamedTuple):
    """The desk as it was opened: all connections of a program must be to the same."""

    file: held.Identity | None
    log: held.Identity | None = None  # None: not looked for yet, or it keeps none
    filling: int | None = None  # another number after each restore and upgrade

    def is_same(self, other: Standing) -> bool:
        """Whether two connections are to the same desk, with the same log."""
        log = self.log == other.log or None in (self.log, other.log)
        return log and (self.file, self.filling) == (other.file, other.filling)


class Place:
    """A desk's path, for one connection."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._log = log_of(path)
        self.standing = Standing(held.identity(path))

    def settle(self, connection: sqlite3.Connection) -> None:
        """The desk is open, and is to stay what it is from now on."""
        self.standing = Standing(self.standing.file, held.identity(self._log), _filling(connection))

    def check(self, connection: sqlite3.Connection) -> None:
        """Runs in a transaction. :raises UnwrittenError: when something else stands here than what was opened"""
        if held.identity(self._path) != self.standing.file:
            raise gone(self._path)
        if self.standing.filling not in (None, _filling(connection)):
            raise AnotherDeskError(
                f"{self._path} was restored from a copy, or upgraded, while it was open; nothing was written. "
                "Open the desk again."
            )

    def make_way(self) -> list[Path]:
        """Where another file was put in the place, take the log away from it: SQLite would take it for that file's,
        and show verdicts of this desk on claims of the other. Gives where it is now, to be removed when not needed.
        """
        if held.identity(self._path) in (None, self.standing.file) or self.standing.log is None:
            return []
        if held.identity(self._log) != self.standing.log:  # done already, for another connection
            return []
        logs = (self._log, self._log.with_name(f"{self._log.name.removesuffix('-wal')}-shm"))
        return [log.rename(log.with_name(f"{log.name}-{_mark()}")) for log in logs if log.exists()]

    def check_log(self, connection: sqlite3.Connection) -> None:
        """What stands in a log alone that was deleted goes into the file, unless another desk has begun a new one.

        :raises UnwrittenError: when the file is another one, or the log was deleted or replaced
        """
        if held.identity(self._path) != self.standing.file:
            raise gone(self._path)
        if self.standing.log is None or (found := held.identity(self._log)) == self.standing.log:
            return
        if found is None:
            busy, *_ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            if not busy:
                _emptied.add(self.standing.log)
        raise AnotherDeskError(
            f"{self._log}, which is a part of the desk, was deleted or replaced while it was open; nothing was "
            "written. Close the desk everywhere, then open it again."
        )

    @contextmanager
    def others_log_kept(self) -> Iterator[None]:
        """Keep the log that another desk began after this one's was deleted: who closes the file last, and takes the
        log for their own, deletes it by its name.
        """
        kept = self._log.with_name(f"{self._log.name}-{_mark()}")
        own = held.identity(self._log) in (None, self.standing.log)
        if own or self.standing.log not in _emptied:
            yield
            return
        os.link(self._log, kept)
        yield
        if self._log.exists():
            kept.unlink()
        else:
            kept.rename(self._log)


def gone(path: Path) -> UnwrittenError:
    """Another file is at the path, or none."""
    said = f"{path} was moved, deleted or replaced while it was open; nothing was written."
    if held.identity(path) is None:
        return UnwrittenError(f"{said} Put it back where it was, or open the desk again.")
    return AnotherDeskError(f"{said} Open the desk again; what it held is kept beside it.")


def renew(connection: sqlite3.Connection, number: int | None = None) -> int:
    """Let programs that have the desk open see that it holds something else now; gives the number that it had.

    :param number: which it had before, where nothing was changed after all
    """
    before = _filling(connection)
    if number is None:
        number = 1 + int.from_bytes(os.urandom(4)) % (2**31 - 1)
    connection.execute(f"PRAGMA user_version = {number}")
    return before


def log_of(path: Path) -> Path:
    """Where SQLite keeps the log of a file: beside what a link leads to."""
    return Path(f"{os.path.realpath(path)}-wal")


def check_names(path: Path) -> None:
    """Each name of a file gets a log of its own, and its desks know nothing of each other. :raises StoreError:"""
    try:
        names = path.stat().st_nlink
    except OSError:
        return  # SQLite says what is the matter
    if names > 1:
        raise StoreError(
            f"{path} has another name as well (a hard link); desks under two names would overwrite each other. "
            "Remove the other name, or make a copy with `cp` and put it in this one's place."
        )


def check_alone(path: Path) -> None:
    """A log without its file is the end of a desk that was moved, and SQLite would delete it. :raises StoreError:"""
    log = log_of(path)
    if _size(log) and not _size(path):  # in this order: who makes a desk begins with the file
        raise StoreError(
            f"{log} holds what was decided last on a desk whose file is no longer beside it. "
            f"Put the file back at {path}, or move the log to where the file is now."
        )


def _mark() -> str:
    """A name that no other file has. Not by ``secrets``: it loads OpenSSL, 7 ms of the first paint."""
    return os.urandom(4).hex()


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _filling(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])
