"""The Data Commons feed: ``{"@type": "DataFeed", "dataFeedElement": [{"item": [ClaimReview, …]}, {"item": null}]}``.

An element whose item is null is a check that was withdrawn; it is no row.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from factcheck_tui.archive.claimreview import raw_record, reviews
from factcheck_tui.archive.json_form import JsonForm, JsonRow


def _rows(root: object) -> Iterator[JsonRow]:
    elements = root.get("dataFeedElement") if isinstance(root, Mapping) else None
    if not isinstance(elements, list):
        yield JsonRow(0, root)
        return
    for number, element in enumerate(elements, start=1):
        found = [JsonRow(number, review) for review in reviews(element)]
        withdrawn = isinstance(element, Mapping) and not element.get("item")
        yield from found or ([] if withdrawn else [JsonRow(number, element)])


DATAFEED = JsonForm(
    "datafeed",
    lambda root: isinstance(root, Mapping) and isinstance(root.get("dataFeedElement"), list),
    _rows,
    raw_record,
)
