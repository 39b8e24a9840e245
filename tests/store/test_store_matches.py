"""Matches: kept with all that explains them, in the order that a checker reads them."""

import pytest
from factories import decide, keep_article, keep_records, make_match, make_record, marked

from factcheck_tui.model import (
    Aspect,
    Band,
    Change,
    Difference,
    DifferenceKind,
    Match,
    MatchDecision,
    PriorRecord,
    Reason,
    Span,
    Verdict,
)
from factcheck_tui.store import Store


@pytest.fixture
def claim_id(store: Store) -> int:
    """A claim."""
    return keep_article(store, "The tower is 300 metres tall.")[0]


@pytest.fixture
def records(store: Store, claim_id: int) -> list[PriorRecord]:
    """Four prior records."""
    return keep_records(store, *(make_record(f"Record {n}", review_date=f"2024-01-0{n}") for n in range(1, 5)))


def keep(store: Store, claim_id: int, *matches: Match) -> None:
    with store.writing():
        store.matches.keep(claim_id, matches, store.records.edition())


def change(claim_id: int, record: PriorRecord, decision: str) -> Change:
    return Change(claim_id=claim_id, aspect=Aspect.MATCH, record_id=record.id, new=decision)


def listed(store: Store, claim_id: int) -> list[str]:
    return [match.record.claim for match in store.matches.of_claim(claim_id)]


def test_a_match_comes_back_as_it_was_worked_out(store: Store, claim_id: int, records: list[PriorRecord]) -> None:
    """Score, band, reasons, differences and shared words are kept, the missing side of a difference too."""
    match = Match(
        record=records[0],
        score=73,
        band=Band.POSSIBLE,
        why=(Reason("shares “tower” ½", 1.125), Reason("other number", -0.5)),
        differences=(
            Difference(DifferenceKind.NUMBER, "300", "330", Span(13, 16), Span(0, 3)),
            Difference(DifferenceKind.NEGATION, "", "not", None, Span(4, 7)),
        ),
        claim_spans=(Span(4, 9),),
        record_spans=(Span(0, 6), Span(7, 8)),
    )
    keep(store, claim_id, match)
    assert store.matches.of_claim(claim_id) == [match]
    assert isinstance(store.matches.of_claim(claim_id)[0].differences[0].claim_span, Span)
    assert store.matches.kept(claim_id, records[0].id)
    assert not store.matches.kept(claim_id, records[1].id)


def test_matches_are_listed_by_score_then_newest(store: Store, claim_id: int, records: list[PriorRecord]) -> None:
    """The best match is first; of two alike the newer check."""
    scores = [50, 90, 50, 90]
    keep(store, claim_id, *(make_match(record, score) for record, score in zip(records, scores, strict=True)))
    assert listed(store, claim_id) == ["Record 4", "Record 2", "Record 3", "Record 1"]


def test_dismissed_matches_are_last(store: Store, claim_id: int, records: list[PriorRecord]) -> None:
    """What a checker called not the same stays in the list, below all others."""
    keep(store, claim_id, make_match(records[0], 95), make_match(records[1], 20))
    decide(store, "Ada", change(claim_id, records[0], "dismissed"))
    matches = store.matches.of_claim(claim_id)
    assert [(match.score, match.decision) for match in matches] == [(20, None), (95, MatchDecision.DISMISSED)]


def test_linked_matches_survive_a_new_ranking(store: Store, claim_id: int, records: list[PriorRecord]) -> None:
    """A record that a checker linked stays in sight when ranking no longer brings it up; others make way."""
    keep(store, claim_id, *(make_match(record) for record in records[:3]))
    decide(store, "Ada", change(claim_id, records[0], "linked"), change(claim_id, records[1], "dismissed"))
    keep(store, claim_id, make_match(records[3], 40))
    assert listed(store, claim_id) == ["Record 1", "Record 4"]
    decide(store, "Ada", change(claim_id, records[0], ""))
    keep(store, claim_id, make_match(records[3], 40))
    assert listed(store, claim_id) == ["Record 4"]


def test_a_linked_match_takes_its_new_score(store: Store, claim_id: int, records: list[PriorRecord]) -> None:
    """Ranked anew, a linked record shows today's score and is there once."""
    keep(store, claim_id, make_match(records[0], 80))
    decide(store, "Ada", change(claim_id, records[0], "linked"))
    keep(store, claim_id, make_match(records[0], 60))
    assert [(m.score, m.decision) for m in store.matches.of_claim(claim_id)] == [(60, MatchDecision.LINKED)]


def test_a_dismissal_is_remembered(store: Store, claim_id: int, records: list[PriorRecord]) -> None:
    """A record that was dismissed and comes up again is still dismissed."""
    keep(store, claim_id, make_match(records[0]))
    decide(store, "Ada", change(claim_id, records[0], "dismissed"))
    keep(store, claim_id)
    assert listed(store, claim_id) == []
    keep(store, claim_id, make_match(records[0]))
    assert [m.decision for m in store.matches.of_claim(claim_id)] == [MatchDecision.DISMISSED]


def test_one_match_is_kept_beside_the_others(store: Store, claim_id: int, records: list[PriorRecord]) -> None:
    """A record that a checker found in the archive joins the list without a new ranking."""
    keep(store, claim_id, make_match(records[0], 80))
    edition = store.claims.matched_with(claim_id)
    store.matches.keep_one(claim_id, make_match(records[1], 30))
    store.matches.keep_one(claim_id, make_match(records[1], 35))
    kept = [(match.record.claim, match.score) for match in store.matches.of_claim(claim_id)]
    assert kept == [("Record 1", 80), ("Record 2", 35)]
    assert store.claims.matched_with(claim_id) == edition


def test_matches_remember_the_archive_they_were_worked_out_with(store: Store, claim_id: int) -> None:
    """Even no match is an answer of one edition of the archive."""
    with store.writing():
        store.matches.keep(claim_id, [], 12)
    assert store.claims.matched_with(claim_id) == 12


def test_an_own_record_that_was_undone_is_no_match(store: Store, claim_id: int) -> None:
    """A kept match with our own verdict goes when the verdict is undone, and stays in sight when it is linked."""
    (other,) = keep_article(store, "The tower is tall.")
    decide(store, "Ben", marked(other, Verdict.CONFIRMED))
    (record,) = store.records.newest(1)
    keep(store, claim_id, make_match(record))
    assert listed(store, claim_id) == ["The tower is tall."]
    decide(store, "Ben", marked(other, Verdict.PENDING))
    assert listed(store, claim_id) == []
    decide(store, "Ada", change(claim_id, record, "linked"))
    assert listed(store, claim_id) == ["The tower is tall."]
