"""The schema's history: the ``.sql`` files of ``db/migrations``, applied in order, recorded by sqlite-utils.

A file whose history knows a step that this program does not know was written by a newer one and is refused.
All steps that are wanting run in one transaction: a failing one leaves the file as it was.

Views are code, not data: they are dropped before the steps and made anew from ``db/views.sql`` after them, so that a
step may change any table, and the file of the views is the one place that says what they are.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from sqlite_utils import Migrations

from factcheck_tui import paths
from factcheck_tui.errors import StoreError
from factcheck_tui.store.database import APPLICATION_ID, Database

if TYPE_CHECKING:
    import sqlite_utils


def migrations(folder: Path | None = None) -> Migrations:
    """The steps in ``folder``, in the order of their names."""
    known = Migrations("factcheck-tui")
    for path in _steps(folder):
        _add(known, path)
    return known


def migrate(db: Database, folder: Path | None = None) -> None:
    """Bring the schema up to today's.

    :raises StoreError: when the file was written by a newer program
    """
    known = migrations(folder)
    names = {path.stem for path in _steps(folder)}
    if not _wanting(db, known, names):
        return
    if db.conn.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
        db.conn.execute("PRAGMA journal_mode = WAL")
    with db.writing():
        if _wanting(db, known, names):  # another process may have done it while we waited
            _drop_views(db)
            known.apply(db)
            _make_views(db)
            db.conn.execute(f"PRAGMA application_id = {APPLICATION_ID}")


def _steps(folder: Path | None) -> list[Path]:
    return sorted((folder or paths.migrations()).glob("*.sql"))


def _wanting(db: Database, known: Migrations, names: set[str]) -> bool:
    applied = {step.name for step in known.applied(db)}
    if unknown := sorted(applied - names):
        raise StoreError(
            f"{db.path} was written by a newer factcheck-tui (schema {unknown[-1]}). Upgrade this program to open it."
        )
    return bool(names - applied)


def _drop_views(db: Database) -> None:
    for statement in _views():
        name = re.match(r"\s*CREATE VIEW (\w+)", re.sub(r"(?m)^--.*\n", "", statement))
        assert name is not None, statement
        db.conn.execute(f'DROP VIEW IF EXISTS "{name[1]}"')


def _make_views(db: Database) -> None:
    for statement in _views():
        db.conn.execute(statement)


def _views() -> list[str]:
    return list(statements(paths.views().read_text(encoding="utf-8")))


def _add(known: Migrations, path: Path) -> None:
    def step(db: sqlite_utils.Database) -> None:
        for statement in statements(path.read_text(encoding="utf-8")):
            db.conn.execute(statement)

    known(name=path.stem)(step)


def statements(script: str) -> Iterator[str]:
    """The statements of an SQL script one by one: ``executescript`` would commit the transaction they belong to."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
    if any(line.strip() and not line.lstrip().startswith("--") for line in statement.splitlines()):
        raise ValueError(f"the script ends within a statement: {statement.strip()[:80]}")
