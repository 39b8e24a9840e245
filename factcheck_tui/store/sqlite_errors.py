"""What SQLite says of a user's disk, rights and locks, in sentences.

The extended result codes, not the texts, tell which it is.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

from factcheck_tui.errors import BusyError, DamagedError, StoreError, UnwrittenError

_DAMAGED = {
    "SQLITE_NOTADB": "is not a database. Name the desk's database file with --db PATH.",
    "SQLITE_CORRUPT": "is damaged. Put a copy in its place with `factcheck-tui restore COPY`.",
}
_DAMAGED_WORDS = ("unsupported file format", "Could not decode to UTF-8")  # these come without a code of their own
_UNWRITTEN = {
    "SQLITE_CANTOPEN": "cannot be opened. See that the folder exists and that you may read and write it.",
    "SQLITE_READONLY": "cannot be written. Nothing was changed; see to the rights of the file and its folder.",
    "SQLITE_FULL": "has no room left on its disk; nothing was changed. Make room on it.",
    "SQLITE_IOERR": "could not be read or written. Nothing was changed; see to the disk, then do it again.",
    "SQLITE_PERM": "may not be opened by you. See to the rights of the file.",
}


class InterruptedQueryError(Exception):
    """The query was stopped by ``Database.interrupt``: its answer is no longer wanted."""


def no_database(path: Path) -> DamagedError:
    """The file is not a database."""
    return DamagedError(f"{path} {_DAMAGED['SQLITE_NOTADB']}")


def damaged(path: Path) -> DamagedError:
    """The file is a database that cannot be read any more."""
    return DamagedError(f"{path} {_DAMAGED['SQLITE_CORRUPT']}")


def broken_character(error: UnicodeEncodeError, path: Path) -> StoreError:
    """The text has half of a surrogate pair, as a command line's broken bytes come."""
    return StoreError(
        f"{path} cannot keep the broken character U+{ord(error.object[error.start]):04X}; nothing was changed. "
        "Write it again without it."
    )


def in_words(error: sqlite3.DatabaseError, path: Path, *, waited: float) -> Exception | None:
    """What is raised instead of SQLite's error; None for a bug of ours, which stays loud.

    :param waited: seconds that were waited for a lock
    """
    name = getattr(error, "sqlite_errorname", "") or ""
    if not isinstance(error, sqlite3.OperationalError):
        damage = _of(name, _DAMAGED)
        return DamagedError(f"{path} {damage}") if damage else None
    if name == "SQLITE_INTERRUPT":
        return InterruptedQueryError()
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return BusyError(
            f"Another program has been writing to {path} for {waited:g} seconds; nothing was changed. Try again."
        )
    if str(error).startswith(_DAMAGED_WORDS):
        return damaged(path)
    wanting = _of(name, _UNWRITTEN)
    return UnwrittenError(f"{path} {wanting}") if wanting else None


def _of(name: str, table: dict[str, str]) -> str:
    """The words for an error by the beginning of its name, "" for none."""
    return next((words for beginning, words in table.items() if name.startswith(beginning)), "")
