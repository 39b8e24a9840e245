"""The log of decisions: append-only, its newest line in force, undone and done again as a stack."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from factories import AT, keep_article, keep_records, make_match, make_record, marked

from factcheck_tui.errors import ConflictError, NotFoundError
from factcheck_tui.model import Aspect, Change, MatchDecision, Step, Verdict
from factcheck_tui.store import Store

LATER = "2025-05-02T10:00:00.000Z"


@pytest.fixture
def claims(store: Store) -> list[int]:
    """The ids of three claims."""
    return keep_article(store, "One.", "Two.", "Three.")


def record(store: Store, checker: str, *changes: Change, at: str = AT) -> Step | None:
    with store.writing():
        return store.decisions.record(changes, checker, at)


def undo(store: Store, checker: str, at: str = LATER) -> Step | None:
    with store.writing():
        return store.decisions.undo(checker, at)


def redo(store: Store, checker: str, at: str = LATER) -> Step | None:
    with store.writing():
        return store.decisions.redo(checker, at)


def stands(store: Store, claim_id: int) -> tuple[str, str]:
    status = store.claims.get(claim_id)
    return status.verdict.value, status.checker


@pytest.mark.parametrize(
    "sql", ["UPDATE {} SET id = id", "DELETE FROM {}", "INSERT OR REPLACE INTO {0} SELECT * FROM {0} WHERE id = 1"]
)
@pytest.mark.parametrize("table", ["step", "decision"])
def test_the_log_is_append_only(store: Store, claims: list[int], path: Path, table: str, sql: str) -> None:
    """No line of the log can be changed or deleted, by whatever program: the file itself refuses."""
    record(store, "Ada", marked(claims[0], Verdict.CONFIRMED))
    with closing(sqlite3.connect(path)) as connection, pytest.raises(sqlite3.IntegrityError, match="append-only"):
        connection.execute(sql.format(table))


def test_a_step_says_who_when_and_what(store: Store, claims: list[int]) -> None:
    """Each line tells the value before and after; the lines of one key share a step."""
    step = record(store, "Ada", marked(claims[0], Verdict.CONFIRMED), marked(claims[2], Verdict.DISPUTED))
    assert step is not None
    assert (step.act, step.checker, step.at) == ("do", "Ada", AT)
    assert [(line.claim_id, line.aspect, line.old, line.new) for line in step.decisions] == [
        (claims[0], Aspect.VERDICT, "pending", "confirmed"),
        (claims[2], Aspect.VERDICT, "pending", "disputed"),
    ]
    assert store.decisions.step(step.id) == step


def test_the_newest_line_is_the_verdict(store: Store, claims: list[int]) -> None:
    """Whoever marks last, the claim shows what they marked, and the log keeps what was before."""
    record(store, "Ada", marked(claims[0], Verdict.CONFIRMED))
    record(store, "Ben", marked(claims[0], Verdict.DISPUTED))
    assert stands(store, claims[0]) == ("disputed", "Ben")
    log = store.decisions.of_claim(claims[0])
    assert [(line.checker, line.old, line.new) for line in log] == [
        ("Ada", "pending", "confirmed"),
        ("Ben", "confirmed", "disputed"),
    ]


def test_what_changes_nothing_is_not_logged(store: Store, claims: list[int]) -> None:
    """The same verdict, note or flag again leaves no line, and nothing for undo to take back."""
    assert record(store, "Ada", marked(claims[0], Verdict.PENDING)) is None
    record(store, "Ada", marked(claims[0], Verdict.CONFIRMED))
    note = Change(claim_id=claims[0], aspect=Aspect.NOTE, new="")
    assert record(store, "Ada", marked(claims[0], Verdict.CONFIRMED), note) is None
    assert record(store, "Ada") is None
    assert len(store.decisions.of_claim(claims[0])) == 1


def test_after_an_undo_a_claim_is_nobodys_again(store: Store, claims: list[int]) -> None:
    """A claim brought back to how it was found is pending by nobody: marking it pending changes nothing."""
    record(store, "Ada", marked(claims[0], Verdict.CONFIRMED))
    undo(store, "Ada")
    assert record(store, "Ben", marked(claims[0], Verdict.PENDING)) is None


def test_another_checkers_same_verdict_is_logged(store: Store, claims: list[int]) -> None:
    """Two people who come to the same verdict both stand for it; another's same note or flag is no news."""
    record(store, "Ada", marked(claims[0], Verdict.CONFIRMED), Change(claim_id=claims[0], aspect=Aspect.NOTE, new="n"))
    step = record(store, "Ben", marked(claims[0], Verdict.CONFIRMED),
                  Change(claim_id=claims[0], aspect=Aspect.NOTE, new="n"))  # fmt: skip
    assert step is not None
    assert [(line.aspect, line.old, line.new) for line in step.decisions] == [
        (Aspect.VERDICT, "confirmed", "confirmed")
    ]
    assert stands(store, claims[0]) == ("confirmed", "Ben")


def test_of_two_changes_of_one_thing_the_later_counts(store: Store, claims: list[int]) -> None:
    """A claim named twice in one key gives one line, and undo takes it back."""
    step = record(store, "Ada", marked(claims[0], Verdict.CONFIRMED), marked(claims[0], Verdict.DISPUTED))
    assert step is not None
    assert [line.new for line in step.decisions] == ["disputed"]
    undo(store, "Ada")
    assert stands(store, claims[0]) == ("pending", "")


def test_undo_and_redo_are_a_stack_across_restarts(store: Store, claims: list[int], path: Path) -> None:
    """After a crash or a night, undo goes on from the last step; redo goes forward again in order."""
    for claim_id, verdict in zip(claims, ["confirmed", "disputed", "confirmed"], strict=True):
        record(store, "Ada", marked(claim_id, verdict))

    def verdicts(act: str, times: int) -> list[str]:
        with closing(Store(path)) as reopened:
            for _ in range(times):
                undo(reopened, "Ada") if act == "undo" else redo(reopened, "Ada")
            return [stands(reopened, claim_id)[0] for claim_id in claims]

    assert verdicts("undo", 1) == ["confirmed", "disputed", "pending"]
    assert verdicts("undo", 1) == ["confirmed", "pending", "pending"]
    assert verdicts("redo", 1) == ["confirmed", "disputed", "pending"]
    assert verdicts("undo", 3) == ["pending", "pending", "pending"]
    assert verdicts("redo", 3) == ["confirmed", "disputed", "confirmed"]
    assert verdicts("redo", 1) == ["confirmed", "disputed", "confirmed"]


def test_a_new_step_ends_what_can_be_done_again(store: Store, claims: list[int]) -> None:
    """After a new decision there is nothing to redo, as in any editor."""
    record(store, "Ada", marked(claims[0], Verdict.CONFIRMED))
    undo(store, "Ada")
    record(store, "Ada", marked(claims[1], Verdict.CONFIRMED))
    assert redo(store, "Ada") is None
    assert stands(store, claims[0]) == ("pending", "")


def test_undo_appends_and_takes_back_all_lines_of_a_step(store: Store, claims: list[int]) -> None:
    """A mark of many claims and a note is taken back as a whole, by new lines; the old ones stay."""
    changes = [marked(claim_id, Verdict.CONFIRMED) for claim_id in claims]
    record(store, "Ada", *changes, Change(claim_id=claims[0], aspect=Aspect.NOTE, new="seen"))
    step = undo(store, "Ada")
    assert step is not None
    assert (step.act, step.at, len(step.decisions)) == ("undo", LATER, 4)
    assert [stands(store, claim_id) for claim_id in claims] == [("pending", "")] * 3
    assert store.claims.get(claims[0]).note == ""
    assert [line.act for line in store.decisions.of_claim(claims[1])] == ["do", "undo"]
    assert len(store.decisions.of_article(1)) == 8


def test_undo_shows_who_set_the_verdict_before(store: Store, claims: list[int]) -> None:
    """After Ben takes his verdict back, Ada's stands again under her name and time, not under his."""
    record(store, "Ada", marked(claims[0], Verdict.CONFIRMED))
    record(store, "Ben", marked(claims[0], Verdict.DISPUTED), at=LATER)
    undo(store, "Ben")
    status = store.claims.get(claims[0])
    assert (status.verdict, status.checker, status.decided_at) == (Verdict.CONFIRMED, "Ada", AT)
    redo(store, "Ben")
    assert stands(store, claims[0]) == ("disputed", "Ben")
    undo(store, "Ben")
    undo(store, "Ada")
    assert stands(store, claims[0]) == ("pending", "")


def test_undo_takes_back_ones_own_steps_only(store: Store, claims: list[int]) -> None:
    """Who has done nothing has nothing to undo or redo, whatever others did."""
    record(store, "Ada", marked(claims[0], Verdict.CONFIRMED))
    assert undo(store, "Ben") is None
    undo(store, "Ada")
    assert redo(store, "Ben") is None
    assert stands(store, claims[0]) == ("pending", "")


def test_undo_is_refused_when_another_decided_since(store: Store, claims: list[int]) -> None:
    """An undo must not wipe out a colleague's verdict: it names them and the verdict, and nothing is changed."""
    record(store, "Ada", marked(claims[0], Verdict.CONFIRMED), marked(claims[1], Verdict.CONFIRMED))
    record(store, "Ben", marked(claims[0], Verdict.DISPUTED))
    with pytest.raises(ConflictError, match=r"Ben changed “One.” to disputed"):
        undo(store, "Ada")
    assert [stands(store, claim_id)[0] for claim_id in claims] == ["disputed", "confirmed", "pending"]
    undo(store, "Ben")
    assert undo(store, "Ada") is not None
    assert [stands(store, claim_id)[0] for claim_id in claims] == ["pending"] * 3


def test_redo_is_refused_when_another_decided_since(store: Store, claims: list[int]) -> None:
    """Doing again what was undone must not wipe out what a colleague decided in between."""
    record(store, "Ada", marked(claims[0], Verdict.CONFIRMED))
    undo(store, "Ada")
    record(store, "Ben", marked(claims[0], Verdict.DISPUTED))
    with pytest.raises(ConflictError, match="Ben changed"):
        redo(store, "Ada")
    assert stands(store, claims[0]) == ("disputed", "Ben")
    undo(store, "Ben")
    redo(store, "Ada")
    assert stands(store, claims[0]) == ("confirmed", "Ada")


def test_a_mark_on_what_changed_since_it_was_seen_is_refused(store: Store, claims: list[int]) -> None:
    """Who marks what a colleague has just marked is told so first; a step is refused as a whole."""
    record(store, "Ben", marked(claims[1], Verdict.DISPUTED))
    with pytest.raises(ConflictError, match=r"Ben changed “Two.” to disputed"):
        record(store, "Ada", marked(claims[0], Verdict.CONFIRMED, seen="pending"),
               marked(claims[1], Verdict.CONFIRMED, seen="pending"))  # fmt: skip
    assert stands(store, claims[0]) == ("pending", "")
    assert record(store, "Ada", marked(claims[1], Verdict.CONFIRMED, seen="disputed")) is not None


def test_a_conflict_shortens_a_long_claim(store: Store) -> None:
    """The notice stays one line: a long claim is cut, with a sign that it is."""
    (claim_id,) = keep_article(store, "The tower " * 30)
    record(store, "Ben", marked(claim_id, Verdict.DISPUTED))
    with pytest.raises(ConflictError, match="…”") as raised:
        record(store, "Ada", marked(claim_id, Verdict.CONFIRMED, seen="pending"))
    assert len(str(raised.value)) < 200


def test_a_match_is_linked_dismissed_and_taken_back(store: Store, claims: list[int]) -> None:
    """Decisions on a claim's records do not touch each other; undo takes back the newest."""
    first, second = keep_records(store, make_record(), make_record())
    for kept in (first, second):
        store.matches.keep_one(claims[0], make_match(kept))

    def decisions() -> list[MatchDecision | None]:
        by_id = {match.record.id: match.decision for match in store.matches.of_claim(claims[0])}
        return [by_id[first.id], by_id[second.id]]

    def match(record_id: int, decision: str) -> Change:
        return Change(claim_id=claims[0], aspect=Aspect.MATCH, new=decision, record_id=record_id)

    record(store, "Ada", match(first.id, "linked"))
    record(store, "Ada", match(second.id, "dismissed"))
    assert decisions() == [MatchDecision.LINKED, MatchDecision.DISMISSED]
    record(store, "Ada", match(first.id, ""))
    assert decisions() == [None, MatchDecision.DISMISSED]
    undo(store, "Ada")
    undo(store, "Ada")
    assert decisions() == [MatchDecision.LINKED, None]
    assert store.claims.get(claims[0]).linked == 1


def test_an_unknown_step_is_said_to_be_unknown(store: Store) -> None:
    """An id that is none is answered in a sentence."""
    with pytest.raises(NotFoundError, match="no step 3"):
        store.decisions.step(3)
