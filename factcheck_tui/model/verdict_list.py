"""Verdict lists: what an export writes, and what it wrote."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from factcheck_tui.model.article import Article
from factcheck_tui.model.claim import Claim, ClaimStatus, Verdict
from factcheck_tui.model.decision import Decision
from factcheck_tui.model.evidence import Evidence
from factcheck_tui.model.match import Match
from factcheck_tui.model.record import PriorRecord


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedArticle:
    """An article of a verdict list, whole: its text, and its pieces as they were found, listed or not."""

    article: Article
    pieces: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictRow:
    """A line of a verdict list."""

    article: Article  # text left empty
    status: ClaimStatus
    line: int  # of the article's text, from 1
    links: tuple[Match, ...] = ()
    best: Match | None = None  # the best match that nobody dismissed, where one was found (see ``is_found``)
    evidence: tuple[Evidence, ...] = ()  # confidential sources only where they were asked for
    history: tuple[Decision, ...] = ()
    matches: tuple[Match, ...] = ()  # as the desk shows them beside the claim
    cited: tuple[PriorRecord, ...] = ()  # every record that its history names
    wordings: tuple[Evidence, ...] = ()  # every wording of a source that its history names


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictList:
    """What an export writes: rows in reading order of their articles."""

    title: str
    rows: tuple[VerdictRow, ...]
    articles: tuple[ListedArticle, ...] = ()  # of the rows, in their order

    def count(self, verdict: Verdict) -> int:
        return sum(row.status.verdict is verdict for row in self.rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportReport:
    """What was written where."""

    path: str  # "-" for standard output
    format: str
    rows: int
    sha256: str
    counts: Mapping[Verdict, int]
    companions: tuple[str, ...] = ()  # files written beside it
    remarks: tuple[str, ...] = ()  # what its readers will miss in it

    @property
    def written(self) -> Mapping[Verdict, int]:
        """How many claims of each verdict are in the file: a review is made of what is decided alone."""
        reviews = self.format in ("claimreview", "datafeed")
        return {word: count for word, count in self.counts.items() if not (reviews and word is Verdict.PENDING)}
