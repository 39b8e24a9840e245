"""Laws of the sheet: rows in reading order, an index that is always one of them, a next claim that is pending."""

from __future__ import annotations

from dataclasses import replace

from factories import make_article
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck_tui.model import Band, BestMatch, Claim, ClaimStatus, SetAside, Verdict
from factcheck_tui.ui.sheet import Order, Sheet

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
        order=draw(st.sampled_from(Order)),
        best={1: BestMatch(80, Band.STRONG), 5: BestMatch(30, Band.POSSIBLE)},
    )


def ids(sheet: Sheet) -> list[int]:
    return [status.claim.id for status in sheet.rows]


@given(sheets())
@settings(max_examples=200, deadline=None)
def test_rows_are_the_pieces_in_order_that_the_filter_lets_through(sheet: Sheet) -> None:
    """In the list's order; nothing that is set aside unless it is asked for; nothing that the filter holds back."""
    wanted = [
        status.claim.id
        for status in sheet.ordered
        if sheet.query.lets(status) and (sheet.with_set_aside or status.claim.set_aside is None)
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
    order = [status.claim.id for status in sheet.ordered]
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


@given(sheets(), st.data())
@settings(max_examples=300, deadline=None)
def test_a_sheet_with_changed_pieces_is_as_one_made_of_them(sheet: Sheet, data: st.DataObject) -> None:
    """What is taken along from the sheet before, once that has been looked at, says nothing of how it was."""
    assert [sheet.index(status.claim.id) for status in sheet.rows] == list(range(len(sheet.rows)))
    assert sheet.set_aside == sum(not status.claim.is_claim for status in sheet.pieces)
    changed = []
    for status in sheet.pieces:
        if data.draw(st.booleans()):
            claim = replace(status.claim, set_aside=data.draw(st.sampled_from((None, SetAside.QUESTION))))
            changed.append(replace(status, claim=claim, verdict=data.draw(st.sampled_from(Verdict))))
    other = sheet.with_pieces(changed)
    anew = replace(other, pieces=tuple(other.pieces))
    assert (other.rows, other.set_aside, other.progress) == (anew.rows, anew.set_aside, anew.progress)
    for status in sheet.pieces:
        assert other.index(status.claim.id) == anew.index(status.claim.id)
        assert other.next_undecided(status.claim.id) == anew.next_undecided(status.claim.id)


@given(sheets())
@settings(max_examples=100, deadline=None)
def test_an_order_sorts_all_pieces_and_keeps_reading_order_among_equals(sheet: Sheet) -> None:
    """Nothing is lost; in reading order the pieces stand as they do in the text."""
    assert sorted(status.claim.id for status in sheet.ordered) == sorted(status.claim.id for status in sheet.pieces)
    assert replace(sheet, order=Order.READING).ordered == sheet.pieces
    by_verdict = replace(sheet, order=Order.VERDICT).ordered
    for verdict in Verdict:
        starts = [status.claim.start for status in by_verdict if status.verdict is verdict]
        assert starts == sorted(starts)


def test_the_orders_put_first_what_wants_work() -> None:
    """High priority, then low; pending before decided; the best matched first, the unmatched last."""
    pieces = tuple(
        ClaimStatus(claim=Claim(start=place, end=place + 1, text="t", id=place, priority=priority), verdict=verdict)
        for place, priority, verdict in (
            (1, 20, Verdict.CONFIRMED),
            (2, 90, Verdict.PENDING),
            (3, 50, Verdict.DISPUTED),
        )
    )
    sheet = Sheet(make_article(), pieces, best={1: BestMatch(30, Band.WEAK), 3: BestMatch(80, Band.STRONG)})
    for order, wanted in (
        (Order.PRIORITY, [2, 3, 1]),
        (Order.VERDICT, [2, 3, 1]),
        (Order.BEST_MATCH, [3, 1, 2]),
    ):
        assert ids(replace(sheet, order=order)) == wanted


@given(sheets(), st.integers(0, 40), st.integers(0, 40))
@settings(max_examples=200, deadline=None)
def test_a_range_marks_the_listed_claims_between_its_ends(sheet: Sheet, first: int, last: int) -> None:
    """Both ends among them, in either direction, and nothing that is set aside; marks from before stay."""
    before = frozenset(ids(sheet)[:1])
    marked = replace(sheet, range_from=first, marked=before).with_range_to(last).marked
    rows = sheet.rows[min(sheet.index(first), sheet.index(last)) : max(sheet.index(first), sheet.index(last)) + 1]
    assert marked == before | {row.claim.id for row in rows if row.claim.is_claim}


@given(sheets(), st.integers(0, 40))
@settings(max_examples=100, deadline=None)
def test_a_key_acts_on_what_is_marked_else_on_the_row(sheet: Sheet, claim_id: int) -> None:
    """Marks win over the cursor; a claim that a filter hides stays marked."""
    here = sheet.status(claim_id)
    assert sheet.acted_on(claim_id) == ((here,) if here else ())
    chosen = replace(sheet, marked=frozenset(status.claim.id for status in sheet.pieces[:2]), filter="none has this")
    assert chosen.acted_on(claim_id) == sheet.pieces[:2] or not sheet.pieces
