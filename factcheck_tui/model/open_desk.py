"""What an open desk reads at the first look, and what it hears of others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from factcheck_tui.model.article import Article
from factcheck_tui.model.claim import ClaimStatus
from factcheck_tui.model.decision import Decision


class LaidOut(NamedTuple):
    """An article with all that its first look needs, read in this order: what is decided later is news."""

    last_line: int  # of the log, when the rest was read
    article: Article
    pieces: tuple[ClaimStatus, ...]
    left_at: int | None  # the id of the claim where the checker left it
    preferences: Mapping[str, str]  # how they like the desk


@dataclass(frozen=True, slots=True)
class Presence:
    """A checker who is at a claim right now, at another open desk."""

    checker: str
    claim_id: int


@dataclass(frozen=True, slots=True)
class News:
    """What happened at other open desks since the last look."""

    decisions: tuple[tuple[Decision, int], ...] = ()  # each with the id of its article, the oldest first
    others: tuple[Presence, ...] = ()  # by name
