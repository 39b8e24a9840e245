"""An article on the desk as the screen sees it: its pieces, which of them are listed, and where to go next. No I/O."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from factcheck_tui.model import Article, ArticleProgress, ClaimStatus, Verdict

FUZZY = 75  # partial_ratio from which a fuzzy filter lets a claim through; slips of one or two letters in a word


@dataclass(frozen=True, slots=True)
class Sheet:
    """Frozen: each key gives a new one."""

    article: Article
    pieces: tuple[ClaimStatus, ...]
    filter: str = ""
    with_set_aside: bool = False

    @property
    def rows(self) -> tuple[ClaimStatus, ...]:
        """What the list shows."""
        return tuple(
            status
            for status in self.pieces
            if (self.with_set_aside or status.claim.is_claim) and passes(status, self.filter)
        )

    @property
    def set_aside(self) -> int:
        """How many pieces are no claims."""
        return sum(not status.claim.is_claim for status in self.pieces)

    @property
    def progress(self) -> ArticleProgress:
        """The counts of the whole article, whatever the filter."""
        verdicts = [status.verdict for status in self.pieces if status.claim.is_claim]
        return ArticleProgress(
            article=self.article,
            claims=len(verdicts),
            confirmed=verdicts.count(Verdict.CONFIRMED),
            disputed=verdicts.count(Verdict.DISPUTED),
        )

    def with_pieces(self, changed: Iterable[ClaimStatus]) -> Sheet:
        """With other states of some pieces."""
        by_id = {status.claim.id: status for status in changed}
        return replace(self, pieces=tuple(by_id.get(status.claim.id, status) for status in self.pieces))

    def index(self, claim_id: int) -> int:
        """The row of a claim; when it is not listed, the first row after where it would stand, else the last."""
        order = [status.claim.id for status in self.pieces]
        rows = self.rows
        place = order.index(claim_id) if claim_id in order else 0
        later = set(order[place:])
        return next((row for row, status in enumerate(rows) if status.claim.id in later), max(len(rows) - 1, 0))

    def status(self, claim_id: int) -> ClaimStatus | None:
        """A piece by its id."""
        return next((status for status in self.pieces if status.claim.id == claim_id), None)

    def next_undecided(self, claim_id: int, by: int = 1) -> int | None:
        """The id of the next claim (or with -1 the previous) that is pending, round the end; None when no other is."""
        return self._next(claim_id, by, lambda status: status.verdict is Verdict.PENDING)

    def next_found(self, claim_id: int, by: int = 1) -> int | None:
        """The next row when a filter is set, else the next undecided claim."""
        return self._next(claim_id, by, lambda _: True) if self.filter else self.next_undecided(claim_id, by)

    def _next(self, claim_id: int, by: int, wanted: Callable[[ClaimStatus], bool]) -> int | None:
        listed = {status.claim.id for status in self.rows}
        order = [status.claim.id for status in self.pieces]
        here = order.index(claim_id) if claim_id in order else 0
        for offset in range(1, len(order)):
            status = self.pieces[(here + by * offset) % len(order)]
            if status.claim.is_claim and status.claim.id in listed and wanted(status):
                return status.claim.id
        return None


def passes(status: ClaimStatus, words: str) -> bool:
    """Whether a piece has the words of a filter: in its text, claimant, kind, verdict or note; ``~words`` roughly."""
    claim = status.claim
    haystack = " ".join((claim.text, claim.claimant, claim.kind, status.verdict, status.note)).casefold()
    wanted = words.strip().casefold()
    if wanted.startswith("~"):
        from rapidfuzz import fuzz  # only this filter needs it

        rough = wanted[1:].strip()
        return not rough or fuzz.partial_ratio(rough, haystack) >= FUZZY
    return wanted in haystack
