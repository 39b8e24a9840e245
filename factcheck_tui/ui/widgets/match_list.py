"""The prior records that match a claim, best first: score, rating word for word, publisher, date, and what differs."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from factcheck_tui.model import Match, MatchDecision, PriorRecord, Verdict, is_found
from factcheck_tui.ui.content import differences, first_lines, marked, plain, score
from factcheck_tui.ui.theme import STYLES
from factcheck_tui.ui.widgets.line_list import LineList
from factcheck_tui.visible import one_line

PARTICULARS = 34  # cells that a rating, a publisher and a date want


class MatchList(LineList):
    """Two or three lines a record: its particulars, then its claim with the shared words marked.

    Records of which none is likely enough to be called found are folded away until they are asked for.
    """

    row_height = 2

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.claim_id = 0  # the claim that the matches are of
        self.matches: Sequence[Match] = ()
        self.folded: Sequence[Match] = ()
        self._unfolded = False  # for this claim
        self._empty = ""

    def __len__(self) -> int:
        return len(self.matches)

    def show(self, claim_id: int, matches: Sequence[Match], empty: str) -> None:
        """Show the matches of a claim; the cursor stays on the record of the same claim that it was on.

        One that was just said not to be the same goes to the end: the cursor stays where it is, on the next.
        """
        before = self.current if claim_id == self.claim_id else None
        self._unfolded = self._unfolded and claim_id == self.claim_id
        fold = not self._unfolded and not is_found(matches)
        self.matches, self.folded = ((), matches) if fold else (matches, ())
        places = [place for place, match in enumerate(self.matches) if before and match.record.id == before.record.id]
        dismissed = places and self.matches[places[0]].decision is MatchDecision.DISMISSED
        if dismissed and before and before.decision is not MatchDecision.DISMISSED:
            places = [self.cursor]
        self.claim_id = claim_id
        self._empty = empty
        self.rows_changed(places[0] if places else 0)

    def unfold(self) -> None:
        """Show all matches of this claim."""
        self._unfolded = True
        self.show(self.claim_id, self.matches or self.folded, self._empty)

    def empty_words(self) -> str:
        return self._empty

    @property
    def current(self) -> Match | None:
        """The match under the cursor."""
        return self.matches[self.cursor] if self.cursor < len(self.matches) else None

    def known(self, index: int) -> object:
        return self.matches[index]

    def fit_to_size(self) -> None:
        self.row_height = 3 if self.size.height >= 18 else 2
        super().fit_to_size()

    def row(self, index: int, width: int) -> list[Content]:
        match = self.matches[index]
        dismissed = match.decision is MatchDecision.DISMISSED
        number = f"{index + 1}" if index < 9 else " "
        pointer = "▸" if index == self.cursor else " "
        start = Content.assemble(
            pointer,
            (f"{number} ", "$muted"),
            *([("✕ not the same  ", "$muted")] if dismissed else [score(match), " "]),
            *([("⇔ ", "bold $emphasis")] if match.decision is MatchDecision.LINKED else []),
        )
        # what differs must not be missed: in the first line where all of both has room, else before the record's words
        marks = differences(match.differences[:3])
        beside = width - start.cell_length - marks.cell_length - 2 >= PARTICULARS
        room = max(width - start.cell_length - (marks.cell_length + 2 if beside else 0), 4)
        particulars = Content.assemble(start, particulars_of(match.record, room).truncate(room))
        claim = marked(match.record.claim, match.record_spans if not dismissed else ())
        if marks and beside:
            particulars = Content.assemble(particulars, "  ", marks)
        elif marks:
            claim = Content.assemble(marks, "  ", claim)
        lines = first_lines(claim, max(width - 5, 10), self.row_height - 1)
        look = "$muted" if dismissed else ""
        return [particulars, *(Content.assemble("    ", line).stylize_before(look) for line in lines)]


def rating(record: PriorRecord) -> Content:
    """The publisher's words, in the colour of the verdict that they stand for."""
    return plain(record.rating or "no rating", f"bold {STYLES[record.verdict or Verdict.PENDING]}")


def particulars_of(record: PriorRecord, room: int) -> Content:
    """Rating, publisher and date in at most ``room`` cells; the publisher gives way first, then the rating."""
    date = Content.styled(f"  {one_line(record.review_date)}" if record.review_date else "", "$muted")
    words = rating(record).truncate(max(room - date.cell_length, 4), ellipsis=True)
    left = room - words.cell_length - date.cell_length - 2
    publisher = plain(publisher_of(record), "$muted").truncate(max(left, 0), ellipsis=True)
    return Content.assemble(words, "  " if left > 2 else "", publisher if left > 2 else "", date)


def publisher_of(record: PriorRecord) -> str:
    """Who checked it; of our own verdicts, which claim it is."""
    publisher = record.publisher or "publisher unknown"
    return f"{publisher}, claim {record.own_claim_id}" if record.own_claim_id else publisher


def source(record: PriorRecord) -> str:
    """Who checked it, and when."""
    return f"{publisher_of(record)}  {record.review_date or 'no date'}"
