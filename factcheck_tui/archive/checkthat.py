"""Verified claims of the CLEF CheckThat! labs: ``vclaim_id, vclaim, title, subtitle, author, date``.

``author`` is who wrote the check, so it stands where a ClaimReview's author does. The PolitiFact part has ``speaker``,
``truth_label``, ``text`` and ``url`` besides.
"""

from __future__ import annotations

from factcheck_tui.archive.json_form import JsonForm, JsonObject, has_text, only_row
from factcheck_tui.archive.raw_record import RawRecord


def _raw_record(row: JsonObject) -> RawRecord:
    return RawRecord(
        id=row.get("vclaim_id"),
        claim=row.get("vclaim"),
        title=row.get("title"),
        body=row.get("subtitle") or row.get("text"),
        claimant=row.get("speaker"),
        rating=row.get("truth_label"),
        publisher=row.get("author"),
        review_date=row.get("date"),
        url=row.get("url"),
    )


CHECKTHAT = JsonForm("checkthat", lambda root: has_text(root, "vclaim"), only_row, _raw_record)
