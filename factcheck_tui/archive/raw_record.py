"""A row of any form with its values under our names, not yet cleaned.

Each form's reader only says where its values stand; what is done with them is the same for all and is done here.
"""

from __future__ import annotations

from dataclasses import dataclass, fields

from factcheck_tui.archive import dirt
from factcheck_tui.archive.identity import made_id
from factcheck_tui.archive.ratings import RatingMap
from factcheck_tui.model import PriorRecord, Verdict


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

    def record(self, ratings: RatingMap) -> PriorRecord | None:
        """The cleaned record, or None when there is no claim text in it."""
        claim = dirt.text(self.claim)
        if not any(map(str.isalnum, claim)):  # dashes and zero-width characters claim nothing
            return None
        url = dirt.url(self.url)
        publisher = dirt.joined(self.publisher)
        return PriorRecord(
            claim=claim,
            source_id=dirt.text(self.id) or made_id(url, claim, publisher),
            title=dirt.text(self.title),
            body=dirt.prose(self.body),
            claimant=dirt.joined(self.claimant),
            claim_date=dirt.date(self.claim_date),
            rating=dirt.joined(self.rating),
            verdict=self._verdict(ratings),
            publisher=publisher,
            review_date=dirt.date(self.review_date),
            url=url,
            language=dirt.text(self.language),
        )

    def _verdict(self, ratings: RatingMap) -> Verdict | None:
        """Of a list of labels (one rating in several languages) only what all that are known agree on."""
        number = dirt.number
        labels = dirt.texts(self.rating) or [""]
        found = {ratings.verdict(label) for label in labels} - {None}
        if found:
            return found.pop() if len(found) == 1 else None
        return ratings.verdict(labels[0], number(self.value), number(self.best), number(self.worst))


FIELDS = tuple(field.name for field in fields(RawRecord))
