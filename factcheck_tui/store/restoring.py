"""A copy put in a desk's place.

The copy is left as it is: another one of it is brought up to today's schema and checked first. What stood in the
place is kept beside it. A sound desk is overwritten by SQLite's own backup, under its locks, so that a desk that is
open elsewhere sees the old or the new and nothing between; a damaged file is only moved.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck_tui.errors import BusyError, DamagedError, OutputError, StoreError
from factcheck_tui.store import backup, database, place
from factcheck_tui.store.database import Database, said_in_words

if TYPE_CHECKING:
    from factcheck_tui.store import Store


def restore(source: Path, path: Path, copies: int, open_store: Callable[[Path], Store]) -> Path | None:
    """Put a copy in a desk's place; gives where what stood there is kept, None when nothing did.

    :raises StoreError: when the copy is no sound desk, or the desk cannot be written; nothing is changed then
    """
    fresh = backup.free_name(path.with_name(f"{path.stem}-restoring.db"))
    database.check_ours(source)
    try:
        with said_in_words(source), closing(Database(source, write=False)) as copied:
            backup.copy(copied, fresh)
        with closing(open_store(fresh)) as store:
            if wrong := store.problems():
                raise StoreError(f"{source} was not restored: it is no sound desk ({wrong[0]}). Take another copy.")
            store.renew()
        kept = _set_aside(path, copies)
        _copy_into(fresh, path)
        return kept
    except OutputError as error:
        raise StoreError(f"Nothing was restored. {error}") from error
    finally:
        _remove(fresh)


def _set_aside(path: Path, copies: int) -> Path | None:
    """Keep what stands in the desk's place: a copy of a sound desk, or the damaged file itself."""
    place.check_alone(path)
    if not path.exists():
        return None
    try:
        database.check_ours(path)
        with closing(Database(path)) as standing:
            return backup.keep_copy(standing, "before-restore", copies)
    except DamagedError:
        kept = backup.free_name(path.with_name(f"{path.stem}-before-restore.db"))
        for suffix in database.SUFFIXES:
            part = path.with_name(path.name + suffix)
            if part.exists():
                part.rename(kept.with_name(kept.name + suffix))
        return kept


def _copy_into(fresh: Path, path: Path) -> None:
    if not path.exists():
        database.create_file(path)
    until = time.monotonic() + database.BUSY_SECONDS

    def give_up(status: int, remaining: int, total: int) -> None:
        if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED) and time.monotonic() > until:
            raise BusyError(f"Another program is writing to {path}; nothing was restored. Try again.")

    with said_in_words(path), closing(Database(fresh)) as source, closing(Database(path)) as target:
        source.conn.backup(target.conn, progress=give_up)


def _remove(path: Path) -> None:
    for suffix in database.SUFFIXES:
        path.with_name(path.name + suffix).unlink(missing_ok=True)
