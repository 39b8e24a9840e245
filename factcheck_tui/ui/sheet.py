"""An article on the desk as the screen sees it: its pieces, which of them are listed, and where to go next. No I/O."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property

from factcheck_tui.desk.claim_query import ClaimQuery, read_claim_query
from factcheck_tui.model import Article, ArticleProgress, BestMatch, ClaimStatus, Verdict


class Order(StrEnum):
    """What the list of claims is sorted by; reading order decides among equals."""

    READING = "reading order"
    PRIORITY = "priority"
    VERDICT = "verdict"
    BEST_MATCH = "best match"


_OF_ROWS = {"query", "ordered", "rows", "set_aside", "progress", "_at", "_place", "_row_of"}  # whatever is marked
_OF_IDS = {
    "query",
    "set_aside",
    "_at",
    "_place",
    "_row_of",
}  # whatever state the pieces are in, while they stay in place
_VERDICTS = (Verdict.PENDING, Verdict.DISPUTED, Verdict.CONFIRMED)  # what is left to do comes first


@dataclass(frozen=True)
class Sheet:
    """Frozen: each key gives a new one. What follows from its fields is worked out once."""

    article: Article
    pieces: tuple[ClaimStatus, ...]  # in reading order
    filter: str = ""
    with_set_aside: bool = False
    order: Order = Order.READING
    best: dict[int, BestMatch] = field(default_factory=dict)  # by claim id; added to as claims are matched
    marked: frozenset[int] = frozenset()  # ids of the claims that the next verdict key acts on
    range_from: int = 0  # id of the claim where a range was begun; 0 when none was

    @cached_property
    def query(self) -> ClaimQuery:
        """The filter, understood."""
        return read_claim_query(self.filter)

    @cached_property
    def ordered(self) -> tuple[ClaimStatus, ...]:
        """All pieces in the order of the list."""
        if self.order is Order.READING:
            return self.pieces
        return tuple(sorted(self.pieces, key=self._rank))

    @cached_property
    def rows(self) -> tuple[ClaimStatus, ...]:
        """What the list shows."""
        shown = (status for status in self.ordered if self.with_set_aside or status.claim.is_claim)
        if not self.filter:
            return tuple(shown)
        return tuple(status for status in shown if self.query.lets(status, self.best.get(status.claim.id)))

    @cached_property
    def set_aside(self) -> int:
        """How many pieces are no claims."""
        return sum(not status.claim.is_claim for status in self.pieces)

    @cached_property
    def with_sources(self) -> int:
        """How many claims rest on sources."""
        return sum(status.claim.is_claim for status in self.pieces if status.sources)

    @cached_property
    def secondary_only(self) -> int:
        """How many of these have no primary source."""
        return sum(status.secondary_only for status in self.pieces if status.claim.is_claim)

    @cached_property
    def progress(self) -> ArticleProgress:
        """The counts of the whole article, whatever the filter."""
        verdicts = [status.verdict for status in self.pieces if status.claim.is_claim]
        return ArticleProgress(
            article=self.article,
            claims=len(verdicts),
            confirmed=verdicts.count(Verdict.CONFIRMED),
            disputed=verdicts.count(Verdict.DISPUTED),
        )

    def with_marks(self, marked: frozenset[int], range_from: int = 0) -> Sheet:
        """With other claims marked. What follows from the rest is taken along: 5,000 claims are not sorted again."""
        other = replace(self, marked=marked, range_from=range_from)
        for name in _OF_ROWS & self.__dict__.keys():
            other.__dict__[name] = self.__dict__[name]
        return other

    def with_pieces(self, changed: Iterable[ClaimStatus]) -> Sheet:
        """With other states of some pieces."""
        by_id = {status.claim.id: status for status in changed if status.claim.id in self._at}
        other = replace(self, pieces=_exchanged(self.pieces, self._at, by_id))
        if self._stays_in_place(by_id):
            other.__dict__["rows"] = _exchanged(self.rows, self._row_of, by_id)
            other.__dict__["progress"] = self._progress_with(by_id.values())
            for name in _OF_IDS & self.__dict__.keys():
                other.__dict__[name] = self.__dict__[name]
        return other

    def _progress_with(self, changed: Iterable[ClaimStatus]) -> ArticleProgress:
        """The counts after some claims have another verdict."""
        claims = [status for status in changed if status.claim.is_claim]
        before = [self.pieces[self._at[status.claim.id]].verdict for status in claims]
        after = [status.verdict for status in claims]
        more = {verdict: after.count(verdict) - before.count(verdict) for verdict in Verdict}
        return replace(
            self.progress,
            confirmed=self.progress.confirmed + more[Verdict.CONFIRMED],
            disputed=self.progress.disputed + more[Verdict.DISPUTED],
        )

    def _stays_in_place(self, changed: Mapping[int, ClaimStatus]) -> bool:
        """Whether the list shows the same pieces in the same order after some have another state."""
        known = [(self.status(claim_id), status) for claim_id, status in changed.items()]
        same = all(before and before.claim == after.claim for before, after in known)
        return same and not self.filter and self.order is Order.READING

    def with_all(self, pieces: Iterable[ClaimStatus]) -> Sheet:
        """With other pieces: some may be new, some gone."""
        known = tuple(pieces)
        ids = {status.claim.id for status in known}
        range_from = self.range_from if self.range_from in ids else 0
        return replace(self, pieces=known, marked=self.marked & ids, range_from=range_from)

    def index(self, claim_id: int) -> int:
        """The row of a claim; when it is not listed, the first row after where it would stand, else the last."""
        if claim_id in self._row_of:
            return self._row_of[claim_id]
        place = self._place.get(claim_id, 0)
        later = (self._row_of.get(status.claim.id) for status in self.ordered[place:])
        return next((row for row in later if row is not None), max(len(self.rows) - 1, 0))

    def is_listed(self, claim_id: int) -> bool:
        """Whether the list shows a claim."""
        return claim_id in self._row_of

    def status(self, claim_id: int) -> ClaimStatus | None:
        """A piece by its id."""
        return self.pieces[self._at[claim_id]] if claim_id in self._at else None

    def numbered(self, number: int) -> ClaimStatus | None:
        """A claim by the number that the list shows."""
        return next((status for status in self.pieces if status.claim.number == number > 0), None)

    def next_undecided(self, claim_id: int, by: int = 1) -> int | None:
        """The id of the next claim (or with -1 the previous) that is pending, round the end; None when no other is."""
        return self._next(claim_id, by, lambda status: status.verdict is Verdict.PENDING)

    def next_found(self, claim_id: int, by: int = 1) -> int | None:
        """The next row when a filter is set, else the next undecided claim."""
        return self._next(claim_id, by, lambda _: True) if self.filter else self.next_undecided(claim_id, by)

    # What a key acts on

    def with_range_to(self, claim_id: int) -> Sheet:
        """With the rows marked from where the range was begun to a claim."""
        first, last = sorted((self.index(self.range_from), self.index(claim_id)))
        ids = (status.claim.id for status in self.rows[first : last + 1] if status.claim.is_claim)
        return self.with_marks(self.marked | frozenset(ids))

    def in_range(self, claim_id: int) -> range:
        """The rows of the range that is being made, with the cursor on a claim."""
        if not self.range_from:
            return range(0)
        first, last = sorted((self.index(self.range_from), self.index(claim_id)))
        return range(first, last + 1)

    def acted_on(self, claim_id: int) -> tuple[ClaimStatus, ...]:
        """What a key acts on: the claims that are marked or in the range, else the piece under the cursor."""
        sheet = self.with_range_to(claim_id) if self.range_from else self
        chosen = tuple(status for status in self.pieces if status.claim.id in sheet.marked)
        here = self.status(claim_id)
        return chosen or ((here,) if here else ())

    @cached_property
    def _at(self) -> dict[int, int]:
        return {status.claim.id: place for place, status in enumerate(self.pieces)}

    @cached_property
    def _place(self) -> dict[int, int]:
        if self.order is Order.READING:
            return self._at
        return {status.claim.id: place for place, status in enumerate(self.ordered)}

    @cached_property
    def _row_of(self) -> dict[int, int]:
        return {status.claim.id: row for row, status in enumerate(self.rows)}

    def _next(self, claim_id: int, by: int, wanted: Callable[[ClaimStatus], bool]) -> int | None:
        here = self._place.get(claim_id, 0)
        for offset in range(1, len(self.ordered)):
            status = self.ordered[(here + by * offset) % len(self.ordered)]
            if status.claim.is_claim and status.claim.id in self._row_of and wanted(status):
                return status.claim.id
        return None

    def _rank(self, status: ClaimStatus) -> int:
        if self.order is Order.PRIORITY:
            return -status.claim.priority
        if self.order is Order.VERDICT:
            return _VERDICTS.index(status.verdict)
        best = self.best.get(status.claim.id)
        return -best.score if best else 1


def _exchanged(
    pieces: tuple[ClaimStatus, ...], places: Mapping[int, int], changed: Mapping[int, ClaimStatus]
) -> tuple[ClaimStatus, ...]:
    """With other states of the pieces that are among these; by place, which costs nothing for the other 5,000."""
    other = list(pieces)
    for claim_id, status in changed.items():
        if claim_id in places:
            other[places[claim_id]] = status
    return tuple(other)
