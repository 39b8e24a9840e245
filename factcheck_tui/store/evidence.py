"""Evidence: the wordings of what a verdict rests on. Which of them stands, the log says."""

from __future__ import annotations

import sqlite3
from dataclasses import replace

from factcheck_tui.errors import NotFoundError
from factcheck_tui.model import Evidence, SourceKind, Stance
from factcheck_tui.store.database import Database

_WORDING = ("claim_id", "kind", "title", "url", "locator", "quotation", "stance", "confidential")


class EvidenceWordings:
    """The table ``evidence`` and the view ``evidence_list``."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def add(self, evidence: Evidence) -> int:
        """Keep a wording; gives its id. It stands when the log says so."""
        return self._db.run(
            f"INSERT INTO evidence ({', '.join(_WORDING)}) VALUES ({', '.join('?' * len(_WORDING))})",
            _values(evidence),
        )

    def says(self, evidence: Evidence) -> bool:
        """Whether the wording that this was read with says the same."""
        same = " AND ".join(f"{name} = ?" for name in _WORDING)
        found = self._db.value(
            f"SELECT 1 FROM evidence WHERE id = ? AND {same}", [evidence.wording, *_values(evidence)]
        )
        return found is not None

    def of_claim(self, claim_id: int) -> list[Evidence]:
        """What stands for a claim, in the order in which it was added."""
        rows = self._db.rows("SELECT * FROM evidence_list WHERE claim_id = ? ORDER BY id", [claim_id])
        return [_evidence(row) for row in rows]

    def wordings(self, claim_id: int) -> list[Evidence]:
        """Every wording of every source of a claim, standing or not; ``id`` is 0, the log says whose wording it is."""
        rows = self._db.rows(
            "SELECT *, id AS wording, '' AS checker, '' AS at FROM evidence WHERE claim_id = ? ORDER BY id", [claim_id]
        )
        return [replace(_evidence(row), id=0) for row in rows]

    def get(self, evidence_id: int) -> Evidence:
        """:raises NotFoundError: when there is none with this id, or it was removed"""
        claim_id = self._db.value("SELECT claim_id FROM evidence WHERE id = ?", [evidence_id])
        for evidence in self.of_claim(claim_id) if claim_id else ():
            if evidence.id == evidence_id:
                return evidence
        raise NotFoundError(f"There is no evidence {evidence_id}; `factcheck-tui evidence list` shows what there is.")


def _values(evidence: Evidence) -> list[str | int]:
    return [getattr(evidence, name) for name in _WORDING]


def _evidence(row: sqlite3.Row) -> Evidence:
    return Evidence(
        id=row["id"],
        wording=row["wording"],
        claim_id=row["claim_id"],
        kind=SourceKind(row["kind"]),
        title=row["title"],
        url=row["url"],
        locator=row["locator"],
        quotation=row["quotation"],
        stance=Stance(row["stance"]),
        confidential=bool(row["confidential"]),
        checker=row["checker"],
        at=row["at"],
    )
