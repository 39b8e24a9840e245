"""How each checker likes the desk, by name and value."""

from __future__ import annotations

from collections.abc import Mapping

from factcheck_tui.store.database import Database


class Preferences:
    """The table ``preference``."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def set(self, checker: str, values: Mapping[str, str]) -> None:
        """Remember preferences; those of other names stay."""
        self._db.run_many(
            "INSERT INTO preference (checker, name, value) VALUES (?, ?, ?)"
            " ON CONFLICT DO UPDATE SET value = excluded.value",
            [(checker, name, value) for name, value in values.items()],
        )

    def all(self, checker: str) -> dict[str, str]:
        """A checker's preferences by name."""
        rows = self._db.rows("SELECT name, value FROM preference WHERE checker = ?", [checker])
        return {row["name"]: row["value"] for row in rows}
