"""Claims and records as sentences that a screen reader reads well: it reads signs such as ≠ badly or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck_tui.visible import one_line

if TYPE_CHECKING:
    from factcheck_tui.model import ClaimStatus, Difference, Match


def claim_lines(status: ClaimStatus, of: int) -> list[str]:
    """The claim ``status``, one of ``of``."""
    claim = status.claim
    by = f" by {one_line(status.checker)}" if status.checker else ""
    head = [f"Claim {claim.number} of {of}", f"{status.verdict}{by}"]
    head += ["flagged"] if status.flagged else []
    head += [] if claim.kind == "statement" else [str(claim.kind)]
    head += [f"claimant {one_line(claim.claimant)}"] if claim.claimant else []
    lines = [f"{', '.join(head)}.", one_line(claim.text)]
    lines += [f"In the draft before: {one_line(status.was)}"] if status.was else []
    lines += [f"Note: {one_line(status.note)}"] if status.note else []
    return lines


def record_lines(number: int, match: Match) -> list[str]:
    """The record of a match, and what differs."""
    record = match.record
    rating = f"rated {one_line(record.rating)}" if record.rating else "no rating"
    parts = [
        f"Record {number}: {match.score}, {match.band}",
        rating,
        one_line(record.publisher) or "publisher unknown",
    ]
    parts += [part for part in (one_line(record.review_date), str(match.decision or "")) if part]
    lines = [f"{', '.join(parts)}.", f"  {one_line(record.claim)}"]
    if match.differences:
        lines.append(f"  Differs: {'; '.join(_in_words(each) for each in match.differences)}.")
    return lines


def _in_words(difference: Difference) -> str:
    if difference.kind == "negation":
        return "negated"
    return f"{one_line(difference.claim) or 'nothing'} here, {one_line(difference.record) or 'nothing'} in the record"
