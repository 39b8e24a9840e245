"""Laws of the sheet: rows in reading order, an index that is always one of them, a next claim that is pending."""

from __future__ import annotations

from dataclasses import replace

from factories import make_article
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck_tui.model import Claim, ClaimStatus, SetAside, Verdict
from factcheck_tui.ui.sheet import Sheet, passes

WORDS = ("tower", "bridge", "gulf", "ice", "mast")


@st.composite
def sheets(draw: st.DrawFn) -> Sheet:
    """An article of up to a dozen pieces in any state, with or without a filter."""
    pieces = []
    for place in range(draw(st.integers(0, 12))):
        claim = Claim(
            start=place * 10,
            end=place * 10 + 9,
            text=draw(st.sampled_from(WORDS)),
            set_aside=draw(st.sampled_from((None, None, None, SetAside.QUESTION))),
            id=draw(st.integers(1, 3)) + place * 3,
        )
        pieces.append(
            ClaimStatus(claim=claim, verdict=draw(st.sampled_from(Verdict)), note=draw(st.sampled_from(("", "ice"))))
        )
    return Sheet(
        make_article(),
        tuple(pieces),
        filter=draw(st.sampled_from(("", "", "ice", "~bridg", "pending", "none has this"))),
        with_set_aside=draw(st.booleans()),
    )


def ids(sheet: Sheet) -> list[int]:
    return [status.claim.id for status in sheet.rows]


@given(sheets())
@settings(max_examples=200, deadline=None)
def test_rows_are_the_pieces_in_order_that_the_filter_lets_through(sheet: Sheet) -> None:
    """Reading order; nothing that is set aside unless it is asked for; nothing that the filter holds back."""
    assert [row.claim.start for row in sheet.rows] == sorted(row.claim.start for row in sheet.rows)
    wanted = [
        status.claim.id
        for status in sheet.pieces
        if passes(status, sheet.filter) and (sheet.with_set_aside or status.claim.set_aside is None)
    ]
    assert ids(sheet) == wanted


@given(sheets(), st.integers(0, 40))
@settings(max_examples=200, deadline=None)
def test_the_index_is_a_row(sheet: Sheet, claim_id: int) -> None:
    """Of a listed claim its own row; of any other id some row, and 0 where there is none."""
    index = sheet.index(claim_id)
    assert 0 <= index < max(len(sheet.rows), 1)
    if claim_id in ids(sheet):
        assert sheet.rows[index].claim.id == claim_id


@given(sheets(), st.integers(0, 40), st.sampled_from((1, -1)))
@settings(max_examples=300, deadline=None)
def test_the_next_undecided_claim_is_the_nearest_listed_one_that_is_pending(
    sheet: Sheet, claim_id: int, by: int
) -> None:
    """From a piece of the article, listed or not: the first pending claim after it (before it), round the end."""
    found = sheet.next_undecided(claim_id, by)
    pending = [row.claim.id for row in sheet.rows if row.verdict is Verdict.PENDING and row.claim.is_claim]
    assert found is None or found in pending
    order = [status.claim.id for status in sheet.pieces]
    if claim_id in order:
        here = order.index(claim_id)
        round_trip = [order[(here + by * offset) % len(order)] for offset in range(1, len(order))]
        assert found == next((other for other in round_trip if other in pending), None)


@given(sheets())
@settings(max_examples=100, deadline=None)
def test_the_progress_counts_the_claims_whatever_is_listed(sheet: Sheet) -> None:
    """Filter and set-asides change nothing of the counts."""
    claims = [status for status in sheet.pieces if status.claim.is_claim]
    progress = sheet.progress
    assert progress.claims == len(claims) == progress.confirmed + progress.disputed + progress.pending
    assert progress == replace(sheet, filter="ice", with_set_aside=True).progress


def test_a_changed_piece_takes_the_place_of_the_old_one() -> None:
    """with_pieces gives a new sheet; the one before is as it was."""
    claim = Claim(start=0, end=5, text="tower", id=7)
    before = Sheet(make_article(), (ClaimStatus(claim=claim),))
    after = before.with_pieces([ClaimStatus(claim=claim, verdict=Verdict.DISPUTED)])
    assert (before.pieces[0].verdict, after.pieces[0].verdict) == (Verdict.PENDING, Verdict.DISPUTED)
