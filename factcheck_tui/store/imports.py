"""The log of imports: what came from where, what was refused or not understood, and how sheets are read."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from factcheck_tui.model import ImportReport, Refusal
from factcheck_tui.store.database import Database


class Imports:
    """The tables ``import_log``, ``import_refusal``, ``import_unmapped`` and ``sheet_columns``."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def begin(self, source: str, format: str, checker: str, at: str) -> int:
        """Log that an import began; gives its id."""
        return self._db.run(
            "INSERT INTO import_log (source, format, checker, started_at) VALUES (?, ?, ?, ?)",
            [source, format, checker, at],
        )

    def refuse(self, import_id: int, refusals: Sequence[Refusal]) -> None:
        """Log rows that were refused."""
        self._db.run_many(
            "INSERT INTO import_refusal (import_id, line, reason, raw) VALUES (?, ?, ?, ?)",
            [(import_id, refusal.line, refusal.reason, refusal.raw) for refusal in refusals],
        )

    def end(self, import_id: int, report: ImportReport) -> None:
        """Log how it ended, with what could not be mapped to a verdict."""
        self._db.run(
            "UPDATE import_log SET added = ?, updated = ?, unchanged = ?, refused = ?, refused_file = ?, finished = ?"
            " WHERE id = ?",
            [
                *(report.added, report.updated, report.unchanged, report.refused, report.refused_file),
                not report.stopped,
                import_id,
            ],
        )
        self._db.run_many(
            "INSERT OR REPLACE INTO import_unmapped (import_id, rating, rows) VALUES (?, ?, ?)",
            [(import_id, rating, rows) for rating, rows in report.unmapped.items()],
        )

    def columns_of(self, header: Sequence[str]) -> dict[str, str] | None:
        """Column -> field of a sheet with these headers, as somebody confirmed it; None when nobody did."""
        columns = self._db.value("SELECT columns FROM sheet_columns WHERE header = ?", [_key(header)])
        return json.loads(columns) if columns else None

    def remember_columns(self, header: Sequence[str], columns: Mapping[str, str], checker: str, at: str) -> None:
        """Read sheets with these headers so from now on."""
        self._db.run(
            "INSERT OR REPLACE INTO sheet_columns (header, columns, checker, at) VALUES (?, ?, ?, ?)",
            [_key(header), json.dumps(columns, ensure_ascii=False), checker, at],
        )


def _key(header: Sequence[str]) -> str:
    return json.dumps(list(header))
