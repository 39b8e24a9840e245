"""Prior records: finished checks."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck_tui.model.claim import Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class PriorRecord:
    """A finished check: an imported fact-check, or this desk's own earlier verdict."""

    claim: str
    source_id: str  # the id it was imported under, or one made of url, claim and publisher; unique in a desk
    title: str = ""
    body: str = ""
    claimant: str = ""
    claim_date: str = ""
    rating: str = ""  # the publisher's words, never changed
    verdict: Verdict | None = None  # what our rating map makes of the rating
    publisher: str = ""
    review_date: str = ""
    url: str = ""
    language: str = ""
    own_claim_id: int | None = None  # the claim of this desk that the record is the verdict on
    id: int = 0
