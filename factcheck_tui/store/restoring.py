"""A copy put in a desk's place.

The copy is left as it is: another one of it is brought up to today's schema and checked first. What stood in the
place is kept beside it. A sound desk is overwritten by SQLite's own backup, under its locks, so that a desk that is
open elsewhere sees the old or the new and nothing between; a damaged file is only moved.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck_tui.errors import BusyError, DamagedError, OutputError, StoreError
from factcheck_tui.store import backup, database, place
from factcheck_tui.store.database import Database, said_in_words

if TYPE_CHECKING:
    from factcheck_tui.store import Store

TRIES = 5  # to copy what stands in the place while nobody writes


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
        place.check_alone(path)
        if path.exists():
            return _replaced(source, fresh, path, copies)
        _made(fresh, path)
        return None
    except OutputError as error:
        raise StoreError(f"Nothing was restored. {error}") from error
    finally:
        _remove(fresh)


def _replaced(source: Path, fresh: Path, path: Path, copies: int) -> Path:
    """Keep a sound desk as a copy, a damaged file itself, and put the copy in its place; gives where it is kept."""
    try:
        database.check_ours(path)
        with closing(Database(path)) as standing, _closed_to_decisions(standing):
            kept = _kept(standing, copies, source)
            _copy_into(fresh, standing)
    except DamagedError:
        kept = backup.free_name(path.with_name(f"{path.stem}-before-restore.db"))
        for suffix in database.SUFFIXES:
            part = path.with_name(path.name + suffix)
            if part.exists():
                part.rename(kept.with_name(kept.name + suffix))
        _made(fresh, path)
    return kept


@contextmanager
def _closed_to_decisions(standing: Database) -> Iterator[None]:
    """Nobody who has the desk open decides anything from here on: it would be neither in the copy nor in the desk."""
    with standing.writing():
        before = place.renew(standing.conn)
    try:
        yield
    except StoreError:
        with suppress(StoreError), standing.writing():
            place.renew(standing.conn, before)
        raise


def _kept(standing: Database, copies: int, source: Path) -> Path:
    """A copy of all that stands in the desk, also of what somebody decided who opened it meanwhile."""
    for _ in range(TRIES):
        version = standing.version()
        kept = backup.keep_copy(standing, "before-restore", copies, leave=source)
        if standing.version() == version:
            return kept
        kept.unlink()
    raise BusyError(f"Another program is writing to {standing.path}; nothing was restored. Try again.")


def _made(fresh: Path, path: Path) -> None:
    database.create_file(path)
    with said_in_words(path), closing(Database(path)) as target:
        _copy_into(fresh, target)


def _copy_into(fresh: Path, target: Database) -> None:
    until = time.monotonic() + database.BUSY_SECONDS

    def give_up(status: int, remaining: int, total: int) -> None:
        if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED) and time.monotonic() > until:
            raise BusyError(f"Another program is writing to {target.path}; nothing was restored. Try again.")

    with said_in_words(target.path), closing(Database(fresh)) as source:
        source.conn.backup(target.conn, progress=give_up)


def _remove(path: Path) -> None:
    for suffix in database.SUFFIXES:
        path.with_name(path.name + suffix).unlink(missing_ok=True)
