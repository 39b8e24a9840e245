"""The connection to a desk's SQLite file: opened with care, errors said in words, writes one at a time.

A file that is not ours is refused before anything in it is touched. A desk's file is told by its ``application_id``.

Settings, and why:

- WAL: readers never wait for the writer, so the desk can be read while an import runs.
- ``synchronous=FULL``: with WAL, NORMAL may lose the last commits when the power fails; a verdict that was shown as
  saved must be on the disk. It costs one fsync a key.
- ``BEGIN IMMEDIATE``: a transaction that reads first and writes later would fail at once when another wrote between;
  taking the write lock at its start makes it wait its turn instead. It asks for the lock itself, every few
  milliseconds: SQLite sleeps up to 100 ms between two asks, and of fifty checkers beside an import some never got it.
  Who has waited longer asks more often, so that nobody is passed over again and again.
"""

from __future__ import annotations

import contextlib
import json
import os
import random
import sqlite3
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from factcheck_tui import held
from factcheck_tui.errors import OutputError, StoreError
from factcheck_tui.store import sqlite_errors
from factcheck_tui.store.place import Place, check_names

APPLICATION_ID = 0x46435431  # "FCT1"
BUSY_SECONDS = 5.0  # another desk's write takes milliseconds, an import's batch some hundred of them
SUFFIXES = ("", "-wal", "-shm")  # of the files that make up a desk while it is in use
_SMALLEST = 512  # bytes: the smallest page of an SQLite file; SQLite itself takes a file of one byte for an empty one
_ASKED_AT_FIRST, _ASKED_AT_LAST = 0.008, 0.0005  # seconds between two asks for the write lock, on average
_IMPATIENT = 0.1  # seconds of waiting from which it is asked for as often as at last
_MUCH = {"cache_size": -65_536, "wal_autocheckpoint": 4_000}  # KiB; pages of 4 KiB
_CHECKPOINT = 8_000  # pages: beyond an import's, so that no key has to copy what the import wrote into the file

Parameters = Sequence[Any] | Mapping[str, Any]


class Database:
    """One connection to one desk, for one thread."""

    def __init__(self, path: Path, *, write: bool = True) -> None:
        self.path = path
        if write:
            check_names(path)
        with said_in_words(path):
            self.conn = sqlite3.connect(
                path.absolute().as_uri() + ("?mode=rw" if write else "?mode=ro"),
                uri=True,
                timeout=BUSY_SECONDS,
                isolation_level=None,
                check_same_thread=False,
            )
            self.conn.row_factory = sqlite3.Row
            self.place = Place(path)
            self.conn.execute("PRAGMA foreign_keys = ON")
            self.conn.execute("PRAGMA recursive_triggers = ON")  # what REPLACE deletes is deleted for them too
            self.conn.execute("PRAGMA synchronous = FULL")
            self.conn.execute(f"PRAGMA wal_autocheckpoint = {_CHECKPOINT}")
        self._held = self.place.standing.file
        held.hold(self._held)

    def rows(self, sql: str, parameters: Parameters = ()) -> list[sqlite3.Row]:
        """All rows of a query."""
        with said_in_words(self.path):
            return self.conn.execute(sql, parameters).fetchall()

    def at_once(self, columns: Sequence[str], rest: str, parameters: Parameters = ()) -> list[list[Any]]:
        """The texts and numbers of many rows, read in one step: all columns of the rows that ``rest`` (FROM …) gives.

        Between two rows of a cursor Python's module lets go of the interpreter's lock and asks for it again, and a
        thread that works on (the screens, while they are imported and drawn) may keep it for 5 ms each time.
        """
        names = ", ".join(f"column{place}" for place in range(len(columns)))
        selected = ", ".join(f"{column} AS column{place}" for place, column in enumerate(columns))
        rows = self.value(f"SELECT json_group_array(json_array({names})) FROM (SELECT {selected} {rest})", parameters)
        found: list[list[Any]] = json.loads(rows)
        return found

    def each(self, sql: str, parameters: Parameters = ()) -> Iterator[sqlite3.Row]:
        """The rows of a query one by one, for a reader that may stop before the last."""
        with said_in_words(self.path):
            yield from self.conn.execute(sql, parameters)

    def row(self, sql: str, parameters: Parameters = ()) -> sqlite3.Row | None:
        """The first row of a query, or None."""
        with said_in_words(self.path):
            first: sqlite3.Row | None = self.conn.execute(sql, parameters).fetchone()
            return first

    def value(self, sql: str, parameters: Parameters = ()) -> Any:
        """The first column of the first row of a query, or None."""
        row = self.row(sql, parameters)
        return None if row is None else row[0]

    def run(self, sql: str, parameters: Parameters = ()) -> int:
        """Run a statement that writes; gives the id of the row that it inserted, if it did."""
        with said_in_words(self.path):
            return self.conn.execute(sql, parameters).lastrowid or 0

    def run_many(self, sql: str, parameters: Sequence[Parameters]) -> None:
        """Run a statement that writes once for each row of parameters."""
        with said_in_words(self.path):
            self.conn.executemany(sql, parameters)

    def version(self) -> int:
        """A number that is another one after each write of another connection to the file; costs microseconds.

        :raises UnwrittenError: when the file or its log is no longer the one that was opened
        """
        self._check_log()
        return int(self.value("PRAGMA data_version"))

    @contextmanager
    def writing(self, *, wait: float | None = None) -> Iterator[None]:
        """A transaction that holds the write lock from its start; all of it is written, or nothing.

        :param wait: seconds to wait for a lock that another program holds; else ``BUSY_SECONDS``
        :raises BusyError: when another program holds the lock for longer
        """
        if self.conn.in_transaction:
            yield
            return
        self._check_log()
        with said_in_words(self.path):
            self._ask_for("BEGIN IMMEDIATE", BUSY_SECONDS if wait is None else wait)
        try:
            self.place.check(self.conn)
            yield
        except BaseException:
            self._roll_back()
            raise
        with said_in_words(self.path):
            try:
                self.conn.execute("COMMIT")
            except sqlite3.Error:
                self._roll_back()
                raise

    def _roll_back(self) -> None:
        """Take back what was begun; SQLite may have done so by itself."""
        if self.conn.in_transaction:
            self.conn.execute("ROLLBACK")

    def _ask_for(self, sql: str, seconds: float) -> None:
        """Run what needs a lock, asking for it while another holds it: the longer it took, the more often."""
        self.conn.execute("PRAGMA busy_timeout = 0")
        began = time.monotonic()
        try:
            while True:
                try:
                    self.conn.execute(sql)
                    return
                except sqlite3.OperationalError as error:
                    waited = time.monotonic() - began
                    kind = error.sqlite_errorcode & 0xFF  # without what it is busy with: another may recover the log
                    if kind != sqlite3.SQLITE_BUSY or waited > seconds:
                        raise
                time.sleep(random.uniform(0.5, 1.5) * _pause(waited))
        finally:
            self.conn.execute(f"PRAGMA busy_timeout = {round(1000 * BUSY_SECONDS)}")

    def _check_log(self) -> None:
        self._make_way()
        with said_in_words(self.path):
            self.place.check_log(self.conn)

    def _make_way(self) -> None:
        """Keep what the desk held beside another file that was put in its place, which must not get its log."""
        if logs := self.place.make_way():
            from factcheck_tui.store import backup

            with contextlib.suppress(StoreError, OutputError):
                backup.copy(self, backup.free_name(self.path.with_name(f"{self.path.stem}-replaced.db")))
                for log in logs:
                    log.unlink()

    def begin_wal(self) -> None:
        """Keep a write-ahead log from now on. Of several who begin at once SQLite refuses all but one without waiting.

        :raises BusyError: when another program holds the file for longer than we wait
        """
        with said_in_words(self.path):
            if self.conn.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
                self._ask_for("PRAGMA journal_mode = WAL", BUSY_SECONDS)

    def use_wal(self) -> None:
        """Keep a write-ahead log, as a desk does; a copy that was carried about comes without.

        A file that may not be written stays as it is, and one that another program holds until it is opened again.
        """
        if self.conn.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
            with contextlib.suppress(sqlite3.OperationalError):
                self.conn.execute("PRAGMA journal_mode = WAL")

    @contextmanager
    def much_writing(self) -> Iterator[None]:
        """Settings for a long run of large transactions; none of them is kept in the file.

        The index of ids is written to all over, so it should stay in memory. The log goes into the file
        every 16 MB: with short records an import was quicker at half of that, with long ones at twice as much.
        """
        before = {name: self.value(f"PRAGMA {name}") for name in _MUCH}
        try:
            for name, value in _MUCH.items():
                self.run(f"PRAGMA {name} = {value}")
            yield
        finally:
            for name, value in before.items():
                self.run(f"PRAGMA {name} = {value}")

    def interrupt(self) -> None:
        """Stop the query that another thread runs on this connection; it ends with InterruptedQueryError."""
        self.conn.interrupt()

    def close(self) -> None:
        """Let go of the file."""
        if self._held is not None:
            self._make_way()
        with self.place.others_log_kept():
            self.conn.close()
        held.let_go(self._held)
        self._held = None


def _pause(waited: float) -> float:
    """Seconds to the next ask for the write lock, after so many of waiting."""
    return _ASKED_AT_FIRST - (_ASKED_AT_FIRST - _ASKED_AT_LAST) * min(1, waited / _IMPATIENT)


def create_file(path: Path) -> None:
    """Make an empty file that only its owner can read, in a folder that only its owner can open.

    One that somebody made meanwhile is left alone: see ``held``.

    Unpublished drafts and sources are in it.
    """
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with contextlib.suppress(FileExistsError):
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except OSError as error:
        raise StoreError(
            f"The desk's database cannot be made at {path}: {error.strerror}. Name another place with --db PATH."
        ) from error


def check_ours(path: Path) -> None:
    """Refuse a path that holds something else than a desk, leaving it as it is.

    :raises StoreError: for a folder, a file that is no SQLite database, and a database of another program
    """
    if path.is_dir():
        raise StoreError(f"{path} is a folder. Name the desk's database file with --db PATH.")
    if not path.is_file():  # a pipe would be waited on for ever
        raise StoreError(f"{path} is no file. Name the desk's database file with --db PATH.")
    if 0 < path.stat().st_size < _SMALLEST:
        raise sqlite_errors.no_database(path)
    with said_in_words(path):
        connection = sqlite3.connect(path.absolute().as_uri() + "?mode=ro", uri=True, timeout=BUSY_SECONDS)
        try:
            application_id = connection.execute("PRAGMA application_id").fetchone()[0]
            tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        finally:
            connection.close()
    if application_id != APPLICATION_ID and (application_id or tables):
        raise StoreError(
            f"{path} is a database of another program, not a desk. Name the desk's database file with --db PATH."
        )


@contextmanager
def said_in_words(path: Path) -> Iterator[None]:
    """Turn what SQLite says of a user's disk, rights and locks into a sentence; bugs stay loud."""
    try:
        yield
    except UnicodeEncodeError as error:
        raise sqlite_errors.broken_character(error, path) from error
    except UnicodeDecodeError as error:  # what SQLite says of a broken schema quotes it, byte by byte
        raise sqlite_errors.damaged(path) from error
    except sqlite3.DatabaseError as error:
        said = sqlite_errors.in_words(error, path, waited=BUSY_SECONDS)
        if said is None:
            raise
        raise said from error
