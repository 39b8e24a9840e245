"""The schema that the migrations make, as SQL: ``python tests/schema.py`` rewrites ``db/schema.sql`` from them."""

from __future__ import annotations

import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

from factcheck_tui.store import Store

SCHEMA = Path(__file__).resolve().parent.parent / "db" / "schema.sql"
_HEAD = "-- Generated from db/migrations and db/views.sql by `python tests/schema.py`; a test holds them equal.\n"
# The search index's own tables and the list of migrations are made by SQLite and sqlite-utils, not by our statements.
_OURS = (
    "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
    " AND name NOT LIKE '\\_sqlite%' ESCAPE '\\' AND name NOT LIKE 'prior\\_record\\_fts\\_%' ESCAPE '\\'"
    " AND (name NOT LIKE 'prior\\_record\\_unspaced\\_%' ESCAPE '\\' OR type = 'trigger' OR sql LIKE '%fts5vocab%')"
    " AND tbl_name NOT LIKE '\\_sqlite%' ESCAPE '\\' ORDER BY rowid"
)


def schema_of(path: Path) -> str:
    """The statements that make the schema of a desk's file, in the order in which they were run."""
    with closing(sqlite3.connect(path)) as connection:
        application_id = connection.execute("PRAGMA application_id").fetchone()[0]
        statements = [sql for (sql,) in connection.execute(_OURS)]
    return "\n".join([_HEAD, f"PRAGMA application_id = {application_id};\n", *(f"{sql};\n" for sql in statements)])


def generated() -> str:
    """The schema of a new desk."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "new.db"
        Store(path).close()
        return schema_of(path)


if __name__ == "__main__":
    SCHEMA.write_text(generated(), encoding="utf-8")
