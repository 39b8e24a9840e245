"""Copies of a desk's file that are whole at every moment: taken while it is in use, and put back."""

from __future__ import annotations

import itertools
import os
import re
import sqlite3
from pathlib import Path

from factcheck_tui.errors import OutputError, StoreError
from factcheck_tui.store.database import SUFFIXES, Database, said_in_words


def copy(db: Database, target: Path) -> None:
    """Copy a desk with SQLite's online backup, while it is in use; the copy takes its place when it is complete.

    :raises OutputError: when the target exists or cannot be written
    """
    if os.path.exists(target):  # noqa: PTH110 - as below
        raise OutputError(f"{target} exists already. Name another file for the copy.")
    if os.path.exists(log := target.with_name(f"{target.name}-wal")):  # noqa: PTH110
        raise OutputError(f"{log} is there, and would be taken for the log of the copy. Name another file for it.")
    unfinished = _unfinished(target)
    try:
        os.close(os.open(unfinished, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except FileExistsError as error:
        raise OutputError(
            f"{unfinished} is there already: another copy is being made, or one was broken off. Remove it, or name "
            "another file."
        ) from error
    except OSError as error:
        raise OutputError(f"The copy cannot be written to {target}: {error.strerror}. Name another file.") from error
    try:
        with said_in_words(unfinished):
            copied = sqlite3.connect(unfinished)
            try:
                db.conn.backup(copied)
                # one file, without -wal beside it: a copy is carried about
                copied.execute("PRAGMA journal_mode = DELETE")
            finally:
                copied.close()
        unfinished.rename(target)
    except StoreError as error:
        raise OutputError(f"The copy was not made: {error}") from error
    finally:
        unfinished.unlink(missing_ok=True)


def keep_copy(db: Database, why: str, copies: int, *, leave: Path | None = None) -> Path:
    """Copy a desk to a file beside it, named after it and why; of such copies the newest ``copies`` stay.

    :param why: ``before-restore``, or before a migration by its name
    :param leave: one of them that is in use
    :raises StoreError: when the copy cannot be written; nothing was changed
    """
    target = free_name(db.path.with_name(f"{db.path.stem}-{why}.db"))
    try:
        copy(db, target)
    except OutputError as error:
        raise StoreError(f"{db.path} was left as it is, since it could not be copied first. {error}") from error
    made = [old for old in copies_of(db.path) if old != target]
    for old in made[: max(0, len(made) + 1 - max(1, copies))]:
        if leave is None or not old.samefile(leave):
            for suffix in SUFFIXES:  # a log that stayed would be taken for that of the next copy of this name
                old.with_name(old.name + suffix).unlink(missing_ok=True)
    return target


def copies_of(path: Path) -> list[Path]:
    """The copies that the program made by itself beside a desk, the oldest first."""
    found = (copy for copy in path.parent.iterdir() if is_kept_copy(copy, path))
    return sorted(found, key=lambda copy: (copy.stat().st_mtime_ns, copy.name))


def is_kept_copy(copy: Path, path: Path) -> bool:
    """Whether a name is one that the program gives to copies of a desk, of which it removes the oldest."""
    made = rf"{re.escape(path.stem)}-before-(restore|\d{{4}}_\w+)(-\d+)?\.db"
    return copy.parent.resolve() == path.parent.resolve() and re.fullmatch(made, copy.name) is not None


def _unfinished(target: Path) -> Path:
    return target.with_name(f"{target.name}.part")


def free_name(path: Path) -> Path:
    """The path, or where that is taken the first of path-2, path-3 and so on that is not."""
    numbered = (path.with_name(f"{path.stem}-{number}{path.suffix}") for number in itertools.count(2))
    return next(name for name in itertools.chain([path], numbered) if not _is_taken(name))


def _is_taken(path: Path) -> bool:
    """Path.exists throws for a name too long."""
    names = (path, _unfinished(path), *(path.with_name(path.name + suffix) for suffix in SUFFIXES[1:]))
    return any(os.path.exists(name) for name in names)  # noqa: PTH110
