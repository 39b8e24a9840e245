"""Where each checker left off, so that the desk opens there."""

from __future__ import annotations

from factcheck_tui.store.database import Database


class Bookmarks:
    """The table ``bookmark``."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def set(self, checker: str, article_id: int, claim_id: int, at: str) -> None:
        """Remember a place."""
        self._db.run(
            "INSERT INTO bookmark (checker, article_id, claim_id, at) VALUES (?, ?, ?, ?)"
            " ON CONFLICT DO UPDATE SET claim_id = excluded.claim_id, at = excluded.at",
            [checker, article_id, claim_id, at],
        )

    def claim(self, checker: str, article_id: int) -> int | None:
        """The claim of an article that the checker was last at."""
        found = self._db.value(
            "SELECT claim_id FROM bookmark WHERE checker = ? AND article_id = ?", [checker, article_id]
        )
        return None if found is None else int(found)

    def article(self, checker: str) -> int | None:
        """The article that the checker was last at."""
        found = self._db.value(
            "SELECT article_id FROM bookmark WHERE checker = ? ORDER BY at DESC, article_id DESC LIMIT 1",
            [checker],
        )
        return None if found is None else int(found)
