"""The rating map: which verdict a publisher's label stands for, as far as the desk can tell."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from factcheck_tui.model import Verdict
from factcheck_tui.store.database import Database

_BASIS = "coalesce((SELECT {} FROM prior_record_raw WHERE record_id = prior_record.id), '')"


class Basis(NamedTuple):
    """What the verdict of records rests on: the rating, its labels where it is several, and what its scale says."""

    rating: str
    labels: tuple[str, ...]
    by_scale: Verdict | None


class Ratings:
    """The table ``rating_map``, and what it makes of the imported records."""

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

    def set(self, labels: Mapping[str, Verdict | None]) -> None:
        """Let case-folded labels stand for a verdict, or (None) for none."""
        self._db.run_many("DELETE FROM rating_map WHERE label = ?", [(label,) for label in labels])
        self._db.run_many(
            "INSERT INTO rating_map (label, verdict) VALUES (?, ?)",
            [(label, verdict.value) for label, verdict in labels.items() if verdict],
        )

    def in_use(self) -> list[tuple[str, Verdict | None, int]]:
        """Each rating of the imported records with its verdict, and how many records have both; the most first."""
        rows = self._db.rows(
            "SELECT rating, verdict, count(*) AS records FROM prior_record"
            " WHERE own_claim_id IS NULL AND rating <> '' GROUP BY rating, verdict ORDER BY records DESC, rating"
        )
        return [(row["rating"], Verdict(row["verdict"]) if row["verdict"] else None, row["records"]) for row in rows]

    def bases(self, ratings: Sequence[str]) -> list[Basis]:
        """What the verdicts of the imported records with these ratings rest on."""
        rows = self._db.rows(
            f"SELECT DISTINCT rating, {_BASIS.format('labels')} AS labels, {_BASIS.format('by_scale')} AS by_scale"
            " FROM prior_record WHERE own_claim_id IS NULL AND rating IN (SELECT value FROM json_each(?))",
            [json.dumps(ratings)],
        )
        return [
            Basis(
                row["rating"],
                tuple(json.loads(row["labels"])) if row["labels"] else (row["rating"],),
                Verdict(row["by_scale"]) if row["by_scale"] else None,
            )
            for row in rows
        ]

    def judge(self, basis: Basis, verdict: Verdict | None) -> int:
        """Give the imported records with this basis a verdict; how many had another."""
        labels = json.dumps(basis.labels, ensure_ascii=False) if len(basis.labels) > 1 else ""
        self._db.run(
            "UPDATE prior_record SET verdict = :verdict"
            " WHERE rating = :rating AND own_claim_id IS NULL AND verdict IS NOT :verdict"
            f" AND {_BASIS.format('labels')} = :labels AND {_BASIS.format('by_scale')} = :by_scale",
            {
                "verdict": verdict.value if verdict else None,
                "rating": basis.rating,
                "labels": labels,
                "by_scale": basis.by_scale.value if basis.by_scale else "",
            },
        )
        return int(self._db.value("SELECT changes()"))
