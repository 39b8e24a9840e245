"""The log of imports: what came from where, and the rows that were refused."""

from __future__ import annotations

from factcheck_tui.model import ImportReport
from factcheck_tui.store.database import Database


class Imports:
    """The tables ``import_log`` and ``import_refusal``."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def begin(self, source: str, format: str, checker: str, at: str) -> int:
        """Log that an import began; gives its id."""
        return self._db.run(
            "INSERT INTO import_log (source, format, checker, started_at) VALUES (?, ?, ?, ?)",
            [source, format, checker, at],
        )

    def end(self, import_id: int, report: ImportReport) -> None:
        """Log how it ended, with the rows that were refused."""
        self._db.run(
            "UPDATE import_log SET added = ?, updated = ?, unchanged = ?, refused = ?, finished = 1 WHERE id = ?",
            [report.added, report.updated, report.unchanged, report.refused, import_id],
        )
        self._db.run_many(
            "INSERT INTO import_refusal (import_id, line, reason, raw) VALUES (?, ?, ?, ?)",
            [(import_id, refusal.line, refusal.reason, refusal.raw) for refusal in report.refusals],
        )
