"""The schema's history: the ``.sql`` files of ``db/migrations``, applied in order, recorded by sqlite-utils.

A file whose history knows a step that this program does not know was written by a newer one and is refused.
All steps that are wanting run in one transaction: a failing one leaves the file as it was.

Views are code, not data: they are dropped before the steps and made anew from ``db/views.sql`` after them, so that a
step may change any table, and the file of the views is the one place that says what they are.

A desk that wants no step is opened without sqlite-utils: its import would be a tenth of the desk's first paint.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck_tui import paths
from factcheck_tui.errors import StoreError
from factcheck_tui.store import backup, place, sqlite_errors, views
from factcheck_tui.store.database import APPLICATION_ID, Database
from factcheck_tui.store.script import statements

if TYPE_CHECKING:
    import sqlite_utils

_SET = "factcheck-tui"  # what sqlite-utils calls our steps, beside those of other programs


def migrate(db: Database, folder: Path | None = None, *, copies: int = 3) -> None:
    """Bring the schema up to today's; a desk that is not new is copied before, and the newest copies are kept.

    :param copies: how many copies to keep beside the desk; 0 makes none
    :raises StoreError: when the file was written by a newer program, or there is no room for the copy
    """
    steps = _steps(folder)
    names = {path.stem for path in steps}
    if not _wanting(db, names):
        return
    db.begin_wal()
    with db.writing():
        if wanting := _wanting(db, names):  # another process may have done it while we waited
            if copies and len(wanting) < len(names):
                with closing(Database(db.path, write=False)) as reader:  # nobody copies what they are writing to
                    backup.keep_copy(reader, f"before-{min(wanting)}", copies)
            views.drop(db)
            with _lost_history(db):
                _apply(db, steps)
            views.make(db)
            place.renew(db.conn)
            db.conn.execute(f"PRAGMA application_id = {APPLICATION_ID}")


@contextmanager
def _lost_history(db: Database) -> Iterator[None]:
    """A step that makes what is there already was applied before: the record of it is gone. :raises DamagedError:"""
    try:
        yield
    except sqlite3.OperationalError as error:
        if "already exists" in str(error) or "duplicate column" in str(error):
            raise sqlite_errors.damaged(db.path) from error
        raise


def whole_schema() -> Iterator[str]:
    """The statements of all steps and views, as they make a new desk."""
    for path in _steps(None):
        yield from statements(path.read_text(encoding="utf-8"))
    yield from views.definitions().values()


def _steps(folder: Path | None) -> list[Path]:
    return sorted((folder or paths.migrations()).glob("*.sql"))


def _wanting(db: Database, names: set[str]) -> set[str]:
    kept = db.value("SELECT 1 FROM sqlite_master WHERE name = '_sqlite_migrations'")
    rows = db.rows("SELECT name FROM _sqlite_migrations WHERE migration_set = ?", [_SET]) if kept else []
    applied = {row["name"] for row in rows}
    if unknown := sorted(applied - names):
        raise StoreError(
            f"{db.path} was written by a newer factcheck-tui (schema {unknown[-1]}). Upgrade this program to open it."
        )
    return names - applied


def _apply(db: Database, steps: Iterable[Path]) -> None:
    """Run what is wanting of the steps, each with the record of it."""
    import sqlite_utils

    known = sqlite_utils.Migrations(_SET)
    for path in steps:
        _add(known, path)
    known.apply(sqlite_utils.Database(db.conn, execute_plugins=False))


def _add(known: sqlite_utils.Migrations, path: Path) -> None:
    def step(db: sqlite_utils.Database) -> None:
        for statement in statements(path.read_text(encoding="utf-8")):
            db.conn.execute(statement)

    known(name=path.stem)(step)
