"""What a desk's database holds, read beside the program as Datasette would."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path


def rows(desk: Path, sql: str, *parameters: object) -> list[tuple[object, ...]]:
    """The rows of a query, on a connection of its own."""
    with closing(sqlite3.connect(f"{desk.as_uri()}?mode=ro", uri=True)) as connection:
        return connection.execute(sql, parameters).fetchall()


def verdicts(desk: Path) -> list[str]:
    """The current verdicts of all claims of the desk, in reading order."""
    return [str(row[0]) for row in rows(desk, "SELECT verdict FROM verdict_list ORDER BY article_id, number")]
