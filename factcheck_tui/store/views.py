"""The views of ``db/views.sql``: code, not data, so they are made anew rather than changed."""

from __future__ import annotations

import re
from functools import cache

from factcheck_tui import paths
from factcheck_tui.store.database import Database
from factcheck_tui.store.script import statements


@cache
def definitions() -> dict[str, str]:
    """Name -> its CREATE VIEW statement, as SQLite keeps it, in the order of the file."""
    found = {}
    for statement in statements(paths.views().read_text(encoding="utf-8")):
        sql = re.sub(r"\A(\s*--.*\n|\s)*", "", statement).strip().removesuffix(";")
        name = re.match(r"CREATE VIEW (\w+)", sql)
        assert name is not None, sql
        found[name[1]] = sql
    return found


def drop(db: Database) -> None:
    """Drop our views; a user's own stay."""
    for name in definitions():
        db.run(f'DROP VIEW IF EXISTS "{name}"')


def make(db: Database) -> None:
    """Make our views."""
    for sql in definitions().values():
        db.run(sql)
