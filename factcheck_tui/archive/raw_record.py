"""A row of any form with its values under our names, not yet cleaned.

Each form's reader only says where its values stand; what is done with them is the same for all and is done here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields

from factcheck_tui.archive import dirt
from factcheck_tui.archive.identity import made_id
from factcheck_tui.archive.ratings import RatingMap, scale_verdict
from factcheck_tui.archive.rows import NO_CLAIM, Row
from factcheck_tui.model import ImportedRow, PriorRecord, Refusal


@dataclass(slots=True, kw_only=True)
class RawRecord:
    """Any JSON values; ``value``, ``best`` and ``worst`` are the numeric rating and the ends of its scale."""

    id: object = None
    claim: object = None
    title: object = None
    body: object = None
    claimant: object = None
    claim_date: object = None
    rating: object = None
    value: object = None
    best: object = None
    worst: object = None
    publisher: object = None
    review_date: object = None
    url: object = None
    language: object = None

    def row(self, line: int, raw: str, ratings: RatingMap, where: str = "") -> Row:
        """The cleaned record; a refusal when there is no claim text in it. ``where``: words before its reason."""
        claim = dirt.text(self.claim)
        if not any(map(str.isalnum, claim)):  # dashes and zero-width characters claim nothing
            return Refusal(line, where + NO_CLAIM, raw)
        url = dirt.url(self.url)
        publisher = dirt.joined(self.publisher)
        several = isinstance(self.rating, (list, Mapping))
        labels = dirt.texts(self.rating) if several else [dirt.text(self.rating)]
        by_scale = None
        if self.value is not None:
            by_scale = scale_verdict(dirt.number(self.value), dirt.number(self.best), dirt.number(self.worst))
        record = PriorRecord(
            claim=claim,
            source_id=dirt.text(self.id) or made_id(url, claim, publisher),
            title=dirt.text(self.title),
            body=dirt.prose(self.body),
            claimant=dirt.joined(self.claimant),
            claim_date=dirt.date(self.claim_date),
            rating=", ".join(labels),
            verdict=ratings.verdict(labels[0], by_scale) if len(labels) == 1 else ratings.agreed(labels, by_scale),
            publisher=publisher,
            review_date=dirt.date(self.review_date),
            url=url,
            language=dirt.text(self.language),
        )
        return ImportedRow(line, record, raw, tuple(labels), by_scale)


FIELDS = tuple(field.name for field in fields(RawRecord))
