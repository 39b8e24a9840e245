"""Decided claims as a DataFeed of ClaimReviews, which another desk imports as prior records."""

from __future__ import annotations

import json

from factcheck_tui.export.claimreview import CONTEXT, decided, review
from factcheck_tui.export.options import Options
from factcheck_tui.export.safe_json import encoded
from factcheck_tui.model import VerdictList, VerdictRow


def render(verdict_list: VerdictList, options: Options) -> bytes:
    """One feed, an element for each decided claim; its date is that of the newest decision."""
    rows = decided(verdict_list)
    newest = max((row.status.decided_at for row in rows), default="")
    feed = {
        "@context": CONTEXT,
        "@type": "DataFeed",
        "name": verdict_list.title,
        **({"dateModified": newest} if newest else {}),
        "dataFeedElement": [
            {"@type": "DataFeedItem", "dateModified": row.status.decided_at, "item": [_item(row, options)]}
            for row in rows
        ],
    }
    return encoded(json.dumps(feed, ensure_ascii=False, indent=1) + "\n")


def _item(row: VerdictRow, options: Options) -> dict[str, object]:
    """The review with what a colleague reads beside it: the article's title, the note, and who checked."""
    item = review(row, options)
    item = {**item, "author": item.get("author", {"@type": "Person", "name": row.status.checker})}
    item["headline"] = row.article.title
    return {**item, "reviewBody": row.status.note} if row.status.note else item
