"""What a claim's verdict rests on, and what the article should say instead, as the record's pane tells them."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from factcheck_tui.model import ClaimStatus, Evidence
from factcheck_tui.ui.content import plain
from factcheck_tui.ui.widgets.source_list import of_source, resting_on


def of_evidence(status: ClaimStatus, sources: Sequence[Evidence]) -> list[Content]:
    """The suggested wording, how well the claim is founded, and each source with its words."""
    lines = []
    if status.suggested_wording:
        lines.append(Content.assemble(("should say: ", "$muted"), plain(status.suggested_wording)))
    if status.sources:
        look = "bold $verdict-disputed" if status.secondary_only else "$muted"
        founded = resting_on(status.sources, status.primary_sources)
        lines.append(Content.assemble(("sources: ", "$muted"), (founded, look)))
    for source in sources:
        lines.append(Content.assemble("  ", of_source(source)))
        if source.quotation:
            lines.append(Content.assemble("    “", plain(source.quotation), "”"))
        if source.url and source.title:
            lines.append(Content.assemble("    ", plain(source.url, "$muted")))
    return lines
