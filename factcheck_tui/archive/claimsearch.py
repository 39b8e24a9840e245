"""Responses of Google's Fact Check Tools Claim Search: claims, each with one or more reviews; no numeric ratings.

Each review is a row: the claim with that review alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from factcheck_tui.archive.json_form import JsonForm, JsonObject, JsonRow
from factcheck_tui.archive.raw_record import RawRecord


def _claims(root: object) -> list[object]:
    """The claims of a page of answers; a claim by itself is one too: so it stands among refused rows."""
    if not isinstance(root, Mapping):
        return []
    claims = root.get("claims")
    alone = "claimReview" in root and "text" in root and "@type" not in root
    return claims if isinstance(claims, list) else [root] if alone else []


def _rows(root: object) -> Iterator[JsonRow]:
    claims = _claims(root)
    if not claims:
        yield JsonRow(0, root)
    for number, claim in enumerate(claims, start=1):
        number = 0 if claim is root else number
        reviews = claim.get("claimReview") if isinstance(claim, Mapping) else None
        if isinstance(claim, Mapping) and isinstance(reviews, list) and reviews:
            yield from (JsonRow(number, {**claim, "claimReview": [review]}) for review in reviews)
        else:
            yield JsonRow(number, claim)


def _raw_record(row: JsonObject) -> RawRecord:
    reviews = row.get("claimReview")
    review = reviews[0] if isinstance(reviews, list) and reviews else None
    review = review if isinstance(review, Mapping) else {}
    publisher = review.get("publisher")
    publisher = publisher if isinstance(publisher, Mapping) else {"name": publisher}
    return RawRecord(
        claim=row.get("text"),
        claimant=row.get("claimant"),
        claim_date=row.get("claimDate"),
        title=review.get("title"),
        rating=review.get("textualRating"),
        publisher=publisher.get("name") or publisher.get("site"),
        review_date=review.get("reviewDate"),
        url=review.get("url"),
        language=review.get("languageCode"),
    )


CLAIMSEARCH = JsonForm(
    "claimsearch",
    lambda root: any(isinstance(claim, Mapping) and "claimReview" in claim for claim in _claims(root)),
    _rows,
    _raw_record,
)
