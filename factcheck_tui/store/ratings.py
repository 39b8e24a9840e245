"""The rating map: which verdict a publisher's label stands for, as far as the desk can tell."""

from __future__ import annotations

from collections.abc import Mapping

from factcheck_tui.model import Verdict
from factcheck_tui.store.database import Database


class Ratings:
    """The table ``rating_map``."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def all(self) -> dict[str, Verdict]:
        """Case-folded label -> verdict."""
        rows = self._db.rows("SELECT label, verdict FROM rating_map ORDER BY label")
        return {row["label"]: Verdict(row["verdict"]) for row in rows}

    def add_missing(self, labels: Mapping[str, Verdict]) -> None:
        """Add labels that the map does not hold; what a checker has set stays."""
        self._db.run_many(
            "INSERT OR IGNORE INTO rating_map (label, verdict) VALUES (?, ?)",
            [(label.casefold(), verdict.value) for label, verdict in labels.items()],
        )
