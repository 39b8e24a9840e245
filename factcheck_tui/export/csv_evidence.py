"""The sources of a verdict list as a sheet of their own, a source a line: the companion of the CSV form."""

from __future__ import annotations

from factcheck_tui.export.csv_sheet import sheet
from factcheck_tui.export.options import Options
from factcheck_tui.model import VerdictList

_NAMES = (
    "article",
    "number",
    "claim",
    "verdict",
    "stance",
    "kind",
    "title",
    "url",
    "locator",
    "quotation",
    "confidential",
    "checker",
    "at",
    "claim_id",
)


def render(verdict_list: VerdictList, options: Options) -> bytes:
    """Every source of every row, in their order; no bytes where there is none."""
    rows = [
        (
            row.article.title,
            row.status.claim.number,
            row.status.claim.text,
            row.status.verdict.value,
            source.stance.value,
            source.kind.value,
            source.title,
            source.url,
            source.locator,
            source.quotation,
            "yes" if source.confidential else "",
            source.checker,
            source.at,
            row.status.claim.id,
        )
        for row in verdict_list.rows
        for source in row.evidence
    ]
    return sheet(_NAMES, rows, options) if rows else b""
