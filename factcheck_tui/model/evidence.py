"""Evidence: what verdicts rest on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class SourceKind(StrEnum):
    """How near a source is to what it tells: it was there itself, or it tells what another said."""

    PRIMARY = "primary"
    SECONDARY = "secondary"


class Stance(StrEnum):
    """What a source says of a claim."""

    FOR = "for"
    AGAINST = "against"
    CONTEXT = "context"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What a verdict rests on: a source, where in it, what it says. ``title`` or ``url`` says which source it is."""

    claim_id: int
    title: str = ""
    url: str = ""
    locator: str = ""  # where in the source: a page, a table, a minute
    quotation: str = ""
    kind: SourceKind = SourceKind.SECONDARY
    stance: Stance = Stance.FOR
    confidential: bool = False  # left out of exports unless it is asked for
    id: int = 0
    wording: int = 0  # which wording of it this is; each change makes another
    checker: str = ""  # who set this wording, and when
    at: str = ""

    @property
    def name(self) -> str:
        """What a list calls it."""
        return self.title or self.url


def without_confidential(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """The evidence that may leave the desk without being asked for."""
    return tuple(source for source in evidence if not source.confidential)
