"""Claims beside prior records: how alike they are, what separates them, and what a checker said of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from factcheck_tui.model.article import Span
from factcheck_tui.model.record import PriorRecord


class Band(StrEnum):
    """How far a score is to be trusted; the limits stand beside the weights in ``matching``."""

    STRONG = "strong"
    POSSIBLE = "possible"
    WEAK = "weak"


class MatchDecision(StrEnum):
    """What a checker said of a match."""

    LINKED = "linked"
    DISMISSED = "dismissed"


class DifferenceKind(StrEnum):
    """What separates two similar statements."""

    NUMBER = "number"
    UNIT = "unit"
    DATE = "date"
    NEGATION = "negation"
    DIRECTION = "direction"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Difference:
    """What separates a claim from a record: the words on both sides, and where they stand ("" and None: missing)."""

    kind: DifferenceKind
    claim: str
    record: str
    claim_span: Span | None = None
    record_span: Span | None = None

    def __str__(self) -> str:
        if self.kind is DifferenceKind.NEGATION:
            return "negated"
        return f"{self.claim or '—'} ≠ {self.record or '—'}"


@dataclass(frozen=True, slots=True)
class Reason:
    """A share of a score, in words that a checker understands."""

    words: str
    points: float  # what it added to (or took from) the score's log-odds


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A claim beside a prior record."""

    record: PriorRecord
    score: int  # 0-100: the chance in percent that both say the same
    band: Band
    why: tuple[Reason, ...] = ()
    differences: tuple[Difference, ...] = ()
    claim_spans: tuple[Span, ...] = ()  # shared words in the claim's text
    record_spans: tuple[Span, ...] = ()  # and in the record's claim
    decision: MatchDecision | None = None


# Percent. With a best record below it the answer to a claim is "no prior record found". It hides .6 % of the true
# records that the Snopes train queries find, and answers so to a tenth of these queries where their true records are
# taken away, as to half of the claims of real news articles. Of PolitiFact's, which are beside words of debates, it
# hides 10 %: so what is hidden stays one key away, and scripts are given it.
FOUND = 3


def is_found(matches: Iterable[Match]) -> bool:
    """Whether any of a claim's matches is likely enough to be called found, or was decided on by a checker."""
    return any(match.score >= FOUND or match.decision for match in matches)


class BestMatch(NamedTuple):
    """How well the best record matches a claim, of those that nobody said are not the same."""

    score: int
    band: Band


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordUse:
    """A claim that a checker linked to a prior record, or said is not the same."""

    claim_id: int
    claim: str
    article_id: int
    article: str  # its title
    decision: MatchDecision
    checker: str
    at: str


@dataclass(frozen=True, slots=True)
class RecordBackground:
    """What the desk knows of a prior record beside the record itself."""

    uses: tuple[RecordUse, ...] = ()  # the newest first
    contradicted_by: Match | None = None  # a later record of the same claim with the opposite verdict
