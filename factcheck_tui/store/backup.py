"""A copy of the file that is whole at every moment, and the checks that say that a file is."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

from factcheck_tui.errors import OutputError, StoreError
from factcheck_tui.store.database import Database, said_in_words


def copy(db: Database, target: Path) -> None:
    """Copy a desk with SQLite's online backup, while it is in use; the copy takes its place when it is complete.

    :raises OutputError: when the target exists or cannot be written
    """
    if os.path.exists(target):  # noqa: PTH110 - Path.exists throws for a name too long
        raise OutputError(f"{target} exists already. Name another file for the copy.")
    unfinished = target.with_name(f"{target.name}.part")
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


def problems(db: Database) -> list[str]:
    """What ``integrity_check``, the foreign keys and the search index's own check find.

    :raises BusyError: when another program writes; the search index is checked under the write lock
    """
    with said_in_words(db.path):
        try:
            found = [row[0] for row in db.conn.execute("PRAGMA integrity_check(20)") if row[0] != "ok"]
        except sqlite3.DatabaseError as error:
            if not _is_damage(error):
                raise
            return [f"the file is damaged: {error}"]
        if found:  # the other checks would stumble over the same pages
            return found
        found = [
            f"{row['table']} row {row['rowid']} names a missing {row['parent']}"
            for row in db.conn.execute("PRAGMA foreign_key_check")
        ]
        try:
            db.conn.execute("INSERT INTO prior_record_fts (prior_record_fts, rank) VALUES ('integrity-check', 1)")
        except sqlite3.DatabaseError as error:
            if not _is_damage(error):
                raise
            found.append("the search index does not agree with the prior records")
        return found


def _is_damage(error: sqlite3.DatabaseError) -> bool:
    """Busy, read-only or interrupted says nothing of the file."""
    return error.sqlite_errorname.startswith("SQLITE_CORRUPT")
