"""One line for a chat, a mail or a CMS: a claim with its verdict, and the citation of a record."""

from __future__ import annotations

import re

from factcheck_tui.model import ClaimStatus, Match, PriorRecord
from factcheck_tui.visible import one_line


def claim_line(status: ClaimStatus, linked: Match | None = None) -> str:
    """A claim, its claimant, its verdict with who set it, the note, and the record that it was linked to."""
    claim = status.claim
    parts = [f"“{one_line(claim.text)}”"]
    if claim.claimant:
        parts.append(one_line(claim.claimant))
    signed = f" ({status.checker}, {status.decided_at[:10]})" if status.checker else ""
    parts.append(f"{status.verdict}{one_line(signed) and ' ' + one_line(signed)}")
    if status.suggested_wording:
        parts.append(f"should be: {one_line(status.suggested_wording)}")
    if status.note:
        parts.append(one_line(status.note))
    if linked:
        parts.append(f"see {citation(linked.record)}")
    return " — ".join(parts)


def citation(record: PriorRecord) -> str:
    """Publisher, title or claim, rating, date and page of a record."""
    title = one_line(record.title or record.claim)
    parts = [one_line(record.publisher or "publisher unknown"), f"“{title}”"]
    parts += [f"rated {one_line(record.rating)}"] if record.rating else []
    parts += [one_line(part) for part in (record.review_date, record.url) if part]
    return ", ".join(parts)


def is_web_address(url: str) -> bool:
    """Whether a page may link to it: no other scheme is followed from what came from outside."""
    return re.match(r"https?://[^\s/]", url, re.IGNORECASE) is not None
