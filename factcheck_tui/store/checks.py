"""What says that a desk's file is whole, and mends what can be made anew: search indexes, indexes, triggers, views."""

from __future__ import annotations

import sqlite3
from contextlib import closing

from factcheck_tui.store import migrations
from factcheck_tui.store.database import Database, said_in_words

Schema = dict[str, tuple[str, str]]  # name -> kind and statement

_MADE_ANEW = (
    "SELECT name, type, sql FROM sqlite_master WHERE type IN ('index', 'trigger', 'view') AND sql IS NOT NULL"
    " AND tbl_name NOT LIKE '\\_sqlite%' ESCAPE '\\' ORDER BY rowid"
)


def problems(db: Database) -> list[str]:
    """What ``integrity_check``, the foreign keys and the search indexes' own check find, and what of the schema is not
    as this program makes it. What a user added is none.

    :raises BusyError: when another program writes; the search indexes are checked under the write lock
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
        found += [f"the search index {name} does not agree with the prior records" for name in _wrong_indexes(db)]
        return found + [f"the {kind} {name} is not as it was made" for name, (kind, _) in _changed(db).items()]


def repair(db: Database) -> list[str]:
    """Make anew what is worked out from the rest: indexes, search indexes, triggers, views; gives what was wrong.

    Nothing that a person decided is touched. :raises DamagedError: when the file itself is damaged
    """
    found = problems(db)
    with db.writing():
        changed = _changed(db)
        for name, (kind, _) in changed.items():
            db.run(f'DROP {kind} IF EXISTS "{name}"')
        for _, sql in changed.values():
            db.run(sql)
        for name in _search_indexes(db):
            db.run(f"INSERT INTO {name} ({name}) VALUES ('rebuild')")
        db.run("REINDEX")
    return found


def _changed(db: Database) -> Schema:
    """What is missing, or is not as the migrations and ``views.sql`` make it."""
    kept = _schema(db.conn)
    return {name: made for name, made in _expected().items() if kept.get(name) != made}


def _expected() -> Schema:
    with closing(sqlite3.connect(":memory:")) as connection:
        for statement in migrations.whole_schema():
            connection.execute(statement)
        return _schema(connection)


def _schema(connection: sqlite3.Connection) -> Schema:
    return {name: (kind, sql) for name, kind, sql in connection.execute(_MADE_ANEW)}


def _search_indexes(db: Database) -> list[str]:
    rows = db.rows("SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE '%USING fts5(%'")
    return [row["name"] for row in rows]


def _wrong_indexes(db: Database) -> list[str]:
    wrong = []
    for name in _search_indexes(db):
        try:
            db.conn.execute(f"INSERT INTO {name} ({name}, rank) VALUES ('integrity-check', 1)")
        except sqlite3.DatabaseError as error:
            if not _is_damage(error):
                raise
            wrong.append(name)
    return wrong


def _is_damage(error: sqlite3.DatabaseError) -> bool:
    """Busy, read-only or interrupted says nothing of the file."""
    return error.sqlite_errorname.startswith("SQLITE_CORRUPT")
