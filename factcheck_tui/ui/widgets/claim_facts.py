"""What the list has no room for of a claim, beside the record that is read for it."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from factcheck_tui.model import ClaimStatus, Evidence
from factcheck_tui.ui.content import DIFFERS, first_lines, plain
from factcheck_tui.ui.widgets.evidence_view import of_evidence
from factcheck_tui.visible import visible

NOTE_LINES = 3  # of a note before the record; the whole of a longer one stands after it
LONG_NOTE = 120  # characters from which a note may take more lines than that


def of_claim(status: ClaimStatus, sources: Sequence[Evidence], width: int) -> list[Content]:
    """What the checkers put down on a claim, before the record: its words before, their note, sources and wording."""
    note = Content.assemble(("note: ", "$muted"), visible(status.note))
    return [
        *([Content.assemble(("was: ", DIFFERS), plain(status.was))] if status.was else []),
        *(first_lines(note, width, NOTE_LINES) if status.note else []),
        *of_evidence(status, sources),
    ]


def known_of(status: ClaimStatus) -> list[Content]:
    """What the desk worked out of a claim, after the record: what makes it worth checking, who says it, its place."""
    claim = status.claim
    facts = [
        (f"priority {claim.priority}: {', '.join(claim.reasons)}", bool(claim.reasons)),
        (f"said by {claim.claimant}{f' ({claim.cue})' if claim.cue else ''}", bool(claim.claimant)),
        (f"records looked for with “{claim.search_words}”", bool(claim.search_words)),
        (f"stands at {claim.place}", bool(claim.place)),
        ("tags: " + ", ".join(status.tags), bool(status.tags)),
    ]
    known = [plain(words) for words, wanted in facts if wanted]
    head = f"claim {claim.number}" if claim.is_claim else "piece set aside"
    return [Content(""), Content.styled(head, "$muted"), *known] if known else []


def long_note(status: ClaimStatus) -> list[Content]:
    """A note that may be too long to stand before the record, in full after it."""
    if len(status.note) <= LONG_NOTE and status.note.count("\n") < NOTE_LINES:
        return []
    return [Content(""), Content.styled("note in full", "$muted"), Content(visible(status.note))]
