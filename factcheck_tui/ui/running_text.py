"""An article's text with its claims, cut into what is drawn in one look; claims may lie within each other. No I/O."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from copy import copy
from itertools import accumulate, pairwise

from factcheck_tui.model import ClaimStatus, Span, Verdict


class RunningText:
    """A text and its pieces in reading order."""

    def __init__(self, text: str, pieces: Sequence[ClaimStatus]) -> None:
        self.text = text
        self.pieces = pieces
        self._starts = [status.claim.start for status in pieces]
        # how far the pieces up to each one reach: one that begins early may end behind others
        self._reach = list(accumulate((status.claim.end for status in pieces), max))
        self._places = {status.claim.id: place for place, status in enumerate(pieces)}

    def piece(self, claim_id: int) -> ClaimStatus | None:
        """A piece by its id."""
        return self.pieces[self._places[claim_id]] if claim_id in self._places else None

    def with_states(self, pieces: Sequence[ClaimStatus]) -> tuple[RunningText, list[ClaimStatus] | None]:
        """The text with its pieces in other states, and which of them changed; None where they are other pieces."""
        if len(pieces) != len(self.pieces):
            return RunningText(self.text, pieces), None
        read_again = [(old, new) for old, new in zip(self.pieces, pieces, strict=True) if old is not new]
        if any(old.claim != new.claim for old, new in read_again):
            return RunningText(self.text, pieces), None
        other = copy(self)
        other.pieces = pieces
        return other, [new for old, new in read_again if old != new]

    def touching(self, span: Span) -> list[ClaimStatus]:
        """The pieces that have a character of a span, in reading order."""
        first = bisect_right(self._reach, span.start)
        last = bisect_left(self._starts, span.end)
        return [status for status in self.pieces[first:last] if status.claim.end > span.start]

    def cut(self, line: Span, at: Iterable[int] = ()) -> Iterator[tuple[Span, tuple[ClaimStatus, ...]]]:
        """A line in parts, each with the pieces that it lies in, the shortest first: that one is what it is about.

        :param at: places at which it is to be cut besides
        """
        pieces = self.touching(line)
        ends = {line.start, line.end, *(place for place in at if line.start < place < line.end)}
        for status in pieces:
            ends |= {max(status.claim.start, line.start), min(status.claim.end, line.end)}
        for start, end in pairwise(sorted(ends)):
            over = [status for status in pieces if status.claim.start <= start and end <= status.claim.end]
            over.sort(key=lambda status: (status.claim.end - status.claim.start, status.claim.id))
            yield Span(start, end), tuple(over)

    def left_in(self, span: Span) -> tuple[int, int]:
        """How many claims begin in a piece of the text, and how many of them are pending."""
        begun = self.pieces[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]
        verdicts = [status.verdict for status in begun if status.claim.is_claim]
        return len(verdicts), verdicts.count(Verdict.PENDING)
