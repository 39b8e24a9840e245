"""Records under our own names, as in ``PriorRecord``: one JSON object each."""

from __future__ import annotations

from factcheck_tui.archive.json_form import JsonForm, JsonObject, has_text, only_row
from factcheck_tui.archive.raw_record import RawRecord


def _raw_record(row: JsonObject) -> RawRecord:
    get = row.get
    return RawRecord(
        id=get("id"),
        claim=get("claim"),
        title=get("title"),
        body=get("body"),
        claimant=get("claimant"),
        claim_date=get("claim_date"),
        rating=get("rating"),
        publisher=get("publisher"),
        review_date=get("review_date"),
        url=get("url"),
        language=get("language"),
    )


NDJSON = JsonForm("ndjson", lambda root: has_text(root, "claim"), only_row, _raw_record)
