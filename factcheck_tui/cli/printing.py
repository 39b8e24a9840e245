"""What the commands print: plain lines for people, one JSON object a line for scripts."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

import click

from factcheck_tui.visible import one_line

if TYPE_CHECKING:
    from factcheck_tui.model import Claim, ClaimStatus, HistoryLine, Match

GLYPHS = {"confirmed": "✓", "disputed": "✗", "pending": "·"}

json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON, one object a line.")


def put(words: str = "") -> None:
    """A line on standard output, in UTF-8 whatever the locale says."""
    put_bytes((words + "\n").encode("utf-8", "replace"))


def put_bytes(content: bytes) -> None:
    """Bytes on standard output; a reader that has enough (``| head``) ends the program quietly, with status 0."""
    try:
        sys.stdout.flush()
        click.echo(content, nl=False)
        sys.stdout.flush()
    except BrokenPipeError:
        # what is in the buffer still must not be complained of when the interpreter ends
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(0) from None


def put_json(value: Mapping[str, Any]) -> None:
    """An object on a line; lone surrogates stay as the escapes that JSON has for them."""
    line = json.dumps(value, ensure_ascii=False)
    try:
        line.encode("utf-8")
    except UnicodeEncodeError:
        line = json.dumps(value)
    put(line)


def claim_as_json(claim: Claim) -> dict[str, Any]:
    """A claim as ``claims --json`` prints it."""
    return {
        "start": claim.start,
        "end": claim.end,
        "text": claim.text,
        "claimant": claim.claimant,
        "cue": claim.cue,
        "kind": claim.kind,
        "priority": claim.priority,
        "is_claim": claim.is_claim,
        "reasons": list(claim.reasons) if claim.is_claim else [str(claim.set_aside)],
        "nature": claim.nature or "",
        "reported_by": claim.reported_by,
    }


def status_as_json(status: ClaimStatus) -> dict[str, Any]:
    """A stored claim with its verdict."""
    return {
        "id": status.claim.id,
        "article": status.claim.article_id,
        "number": status.claim.number,
        **claim_as_json(status.claim),
        "search_words": status.claim.search_words,
        "place": status.claim.place,
        "was": status.was,
        "verdict": status.verdict,
        "checker": status.checker,
        "decided_at": status.decided_at,
        "note": status.note,
        "flagged": status.flagged,
        "links": status.linked,
        "suggested_wording": status.suggested_wording,
        "sources": status.sources,
        "primary_sources": status.primary_sources,
    }


def compared_as_json(match: Match) -> dict[str, Any]:
    """What ``compare --json`` prints; part of what ``match --json`` prints."""
    return {
        "score": match.score,
        "band": match.band,
        "differences": [
            {
                "kind": difference.kind,
                "claim": difference.claim,
                "record": difference.record,
                "claim_span": difference.claim_span,  # [start, end] in characters, null where that side says nothing
                "record_span": difference.record_span,
            }
            for difference in match.differences
        ],
        "why": {reason.words: round(reason.points, 3) for reason in match.why},
    }


def match_as_json(match: Match) -> dict[str, Any]:
    """A match as ``match --json`` prints it; ``record`` is the id that the record was imported under."""
    compared = compared_as_json(match)
    return {
        "record": match.record.source_id,
        "score": compared["score"],
        "band": compared["band"],
        "claim": match.record.claim,
        "rating": match.record.rating,
        "verdict": match.record.verdict,
        "publisher": match.record.publisher,
        "review_date": match.record.review_date,
        "url": match.record.url,
        "differences": compared["differences"],
        "why": compared["why"],
    }


def history_as_json(line: HistoryLine) -> dict[str, Any]:
    """A line of the log."""
    decision = line.decision
    return {
        "id": decision.id,
        "step": decision.step_id,
        "act": decision.act,
        "article": line.article_id or None,  # null in lines that hold for the whole desk
        "claim": decision.claim_id or None,
        "number": line.number,
        "text": line.claim,
        "aspect": decision.aspect,
        "record": decision.record_id,
        "subject": decision.subject,
        "about": decision.about,
        "old": decision.old,
        "new": decision.new,
        "checker": decision.checker,
        "at": decision.at,
    }


def claim_as_line(status: ClaimStatus) -> str:
    """A claim for a person to read."""
    claim = status.claim
    if claim.set_aside:
        return f"      {claim.set_aside}: {one_line(claim.text)}"
    claimant = f" — {one_line(claim.claimant)}" if claim.claimant else ""
    if claim.reported_by:
        claimant += f" (reported by {one_line(claim.reported_by)})"
    kinds = [] if claim.kind == "statement" else [str(claim.kind)]
    if claim.nature:
        kinds.append(str(claim.nature))
    kind = f"[{', '.join(kinds)}] " if kinds else ""
    return f"{GLYPHS[status.verdict]} {claim.number:>3} {kind}{one_line(claim.text)}{claimant}"


def match_as_line(match: Match) -> str:
    """A match for a person to read."""
    record = match.record
    differs = "".join(f"  {one_line(str(difference))}" for difference in match.differences)
    return (
        f"{match.score:>3} {match.band:<8} {one_line(record.rating) or 'no rating'} — "
        f"{one_line(record.publisher) or 'publisher unknown'} {record.review_date}{differs}: {one_line(record.claim)}"
    )


def put_table(rows: Iterable[tuple[str, str]]) -> None:
    """Two columns, the first as wide as it needs."""
    rows = list(rows)
    width = max((len(name) for name, _ in rows), default=0)
    for name, words in rows:
        put(f"  {name:>{width}}  {words}")
