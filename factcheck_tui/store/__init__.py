"""The only SQL in the program: a desk's SQLite file, one module for each noun.

``Store`` opens the file and holds the nouns; each method of a noun is one question or one change. What must be
written together runs in ``with store.writing():``.
"""

from __future__ import annotations

import os
from contextlib import AbstractContextManager
from pathlib import Path

from factcheck_tui import held
from factcheck_tui.errors import OutputError, StoreError
from factcheck_tui.store import backup, checks, database, migrations, place, restoring
from factcheck_tui.store.aliases import Aliases
from factcheck_tui.store.articles import Articles
from factcheck_tui.store.bookmarks import Bookmarks
from factcheck_tui.store.candidates import Candidates
from factcheck_tui.store.claims import Claims
from factcheck_tui.store.database import Database
from factcheck_tui.store.decisions import Decisions
from factcheck_tui.store.evidence import EvidenceWordings
from factcheck_tui.store.exchange import Exchange, copied
from factcheck_tui.store.exports import Exports
from factcheck_tui.store.imports import Imports
from factcheck_tui.store.matches import Matches
from factcheck_tui.store.place import Standing
from factcheck_tui.store.preferences import Preferences
from factcheck_tui.store.presence import PresenceTable
from factcheck_tui.store.ratings import Ratings
from factcheck_tui.store.records import Records
from factcheck_tui.store.search import Searching
from factcheck_tui.store.sqlite_errors import InterruptedQueryError
from factcheck_tui.store.word_list import WordList

__all__ = ["InterruptedQueryError", "Standing", "Store", "copied", "restore"]


class Store:
    """A desk's file, opened for one thread.

    :param copies: how many of the copies that upgrades make are kept beside the file
    :param like: what another connection of this program found here: the desk must still be that one
    :raises StoreError: when the file is no desk, was written by a newer program, or cannot be opened
    """

    def __init__(self, path: Path, *, create: bool = True, copies: int = 3, like: Standing | None = None) -> None:
        self.path = path
        if like and held.identity(path) != like.file:
            raise place.gone(path)
        place.check_alone(path)
        if not os.path.exists(path):  # noqa: PTH110 - Path.exists throws for a name too long
            if not create:
                raise StoreError(f"There is no desk at {path}. Name its database file with --db PATH.")
            database.create_file(path)
        database.check_ours(path)
        self._db = Database(path)
        try:
            with database.said_in_words(path):
                migrations.migrate(self._db, copies=copies)
            self._db.use_wal()
            self._db.place.settle(self._db.conn)
            if like and not self.standing.is_same(like):
                raise place.gone(path)
        except BaseException:
            self._db.close()
            raise
        self.articles = Articles(self._db)
        self.claims = Claims(self._db)
        self.records = Records(self._db)
        self.aliases = Aliases(self._db)
        self.word_list = WordList(self._db)
        self.candidates = Candidates(self._db)
        self.searching = Searching(self._db)
        self.matches = Matches(self._db)
        self.decisions = Decisions(self._db)
        self.evidence = EvidenceWordings(self._db)
        self.ratings = Ratings(self._db)
        self.imports = Imports(self._db)
        self.exchange = Exchange(self._db)
        self.exports = Exports(self._db)
        self.bookmarks = Bookmarks(self._db)
        self.preferences = Preferences(self._db)
        self.presence = PresenceTable(self._db)

    @property
    def standing(self) -> Standing:
        """What stands at the path, for further connections to the same."""
        return self._db.place.standing

    def writing(self, *, wait: float | None = None) -> AbstractContextManager[None]:
        """A transaction: all that is written in it, or nothing; a locked file is waited for, for so many seconds."""
        return self._db.writing(wait=wait)

    def version(self) -> int:
        """A number that is another one after each write of another connection to the file; costs microseconds."""
        return self._db.version()

    def much_writing(self) -> AbstractContextManager[None]:
        """Settings for an import; the transactions are ``writing``'s as ever."""
        return self._db.much_writing()

    def sqlite_version(self) -> str:
        """Of the SQLite that the file is read with."""
        return str(self._db.value("SELECT sqlite_version()"))

    def interrupt(self) -> None:
        """Stop what another thread asks of this store; it ends with InterruptedQueryError."""
        self._db.interrupt()

    def copy_to(self, target: Path) -> None:
        """A whole, consistent copy of the file while it is in use. :raises OutputError: when it cannot be written"""
        if backup.is_kept_copy(target, self.path):
            raise OutputError(f"{target} is named as the copies of which the oldest are removed. Name another file.")
        backup.copy(self._db, target)

    def problems(self) -> list[str]:
        """What SQLite's own checks find wrong with the file; empty when all is well."""
        return checks.problems(self._db)

    def repair(self) -> list[str]:
        """Make indexes, triggers and views anew; gives what was wrong before. :raises DamagedError:"""
        return checks.repair(self._db)

    def renew(self) -> None:
        """Let programs that have the file open see that it holds something else now."""
        place.renew(self._db.conn)

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()


def restore(source: Path, path: Path, *, copies: int = 3) -> Path | None:
    """Put the copy ``source`` in the place of the desk ``path``; gives where what stood there is kept.

    :raises StoreError: when the copy is no sound desk, or the desk cannot be written; nothing is changed then
    """
    return restoring.restore(source, path, copies, lambda fresh: Store(fresh, create=False, copies=0))
