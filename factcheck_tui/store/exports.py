"""The log of exports: what left the desk, and its sha256, so that a list on paper can be traced."""

from __future__ import annotations

import json
from collections.abc import Mapping

from factcheck_tui.model import ExportReport
from factcheck_tui.store.database import Database


class Exports:
    """The table ``export_log``."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def log(self, report: ExportReport, filter: Mapping[str, object], checker: str, at: str) -> None:
        """Log an export and the filter that chose its rows."""
        self._db.run(
            "INSERT INTO export_log (path, format, filter, rows, sha256, checker, at) VALUES (?, ?, ?, ?, ?, ?, ?)",
            [report.path, report.format, json.dumps(filter), report.rows, report.sha256, checker, at],
        )
