"""Rows of ``prior_record`` as model objects: read by more than one noun of the store."""

from __future__ import annotations

import sqlite3

from factcheck_tui.model import PriorRecord, Verdict

IMPORTED = (  # what a file says of a record; our own id and the claim that is ours come beside it
    "source_id",
    "claim",
    "title",
    "body",
    "claimant",
    "claim_date",
    "rating",
    "verdict",
    "publisher",
    "review_date",
    "url",
    "language",
)
RECORD_COLUMNS = ", ".join(f"prior_record.{name}" for name in ("id", *IMPORTED, "own_claim_id"))


def prior_record(row: sqlite3.Row) -> PriorRecord:
    """A row that holds ``RECORD_COLUMNS``."""
    return PriorRecord(
        id=row["id"],
        source_id=row["source_id"],
        claim=row["claim"],
        title=row["title"],
        body=row["body"],
        claimant=row["claimant"],
        claim_date=row["claim_date"],
        rating=row["rating"],
        verdict=Verdict(row["verdict"]) if row["verdict"] else None,
        publisher=row["publisher"],
        review_date=row["review_date"],
        url=row["url"],
        language=row["language"],
        own_claim_id=row["own_claim_id"],
    )
