"""A verb of the desk in a process of its own."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from factories import make_record, write_records

from factcheck_tui.desk import Desk
from factcheck_tui.desk.apart import apart
from factcheck_tui.errors import ConflictError, FactcheckError, ReadError
from factcheck_tui.store import InterruptedQueryError

RECORDS = 5_000  # some batches


@pytest.fixture
def records(tmp_path: Path) -> Path:
    return write_records(tmp_path / "records.ndjson", [make_record(f"Record {number}") for number in range(RECORDS)])


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """A desk; the other process knows the verbs below."""
    here = Path(__file__).parent
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join((str(here), str(here.parent))))
    with Desk.open(tmp_path / "desk.db", "Ada") as desk:
        yield desk


def test_it_does_what_the_verb_does(desk: Desk, records: Path) -> None:
    """The answer comes back, how far it is is told here, and the desk holds what was written, under the same name."""
    told: list[tuple[int, ...]] = []
    report = apart(desk, Desk.import_records, records, progress=lambda *values: told.append(values))
    assert report.added == RECORDS
    assert told[-1] == (records.stat().st_size, records.stat().st_size, RECORDS)
    assert len(told) > 2
    with Desk.open(desk.path, "Bob") as bob:
        assert bob.records() == RECORDS
        assert bob.import_records(records).unchanged == RECORDS
    assert apart(desk, name_of) == "Ada"


def test_what_goes_wrong_there_is_raised_here(desk: Desk, tmp_path: Path) -> None:
    """The sentence, and what the error knows beside it."""
    with pytest.raises(ReadError, match="no file"):
        apart(desk, Desk.import_records, tmp_path / "none.ndjson")
    with pytest.raises(ConflictError, match="meanwhile") as found:
        apart(desk, conflict)
    assert (found.value.claim_id, found.value.checker) == (7, "Bob")


def test_progress_ends_the_work(desk: Desk, records: Path) -> None:
    """What was written is kept whole; done again it ends as if it had been done once."""

    def stop(done: int, size: int, rows: int) -> None:
        raise InterruptedQueryError

    with pytest.raises(InterruptedQueryError):
        apart(desk, Desk.import_records, records, progress=stop)
    with Desk.open(desk.path, "Bob") as bob:
        kept = bob.records()
        assert 0 < kept < RECORDS
        assert bob.problems() == []
    report = apart(desk, Desk.import_records, records)
    assert (report.added, report.unchanged) == (RECORDS - kept, kept)


def test_an_end_from_outside_is_a_sentence(desk: Desk) -> None:
    """The system may end a process, of want of memory say: the desk goes on and tells what to do."""
    with pytest.raises(FactcheckError, match=r"SIGKILL.*Begin it again"):
        apart(desk, killed)


def test_a_desk_that_was_replaced_meanwhile_gets_nothing(desk: Desk, records: Path) -> None:
    """The other process works on the desk that is open here: in the place of it no other is filled, and none made."""
    desk.backup(desk.path.with_name("copy.db"))
    desk.path.rename(desk.path.with_name("elsewhere.db"))
    with pytest.raises(FactcheckError, match="moved, deleted or replaced"):
        apart(desk, Desk.import_records, records)
    assert not desk.path.exists()
    desk.path.with_name("copy.db").rename(desk.path)
    with pytest.raises(FactcheckError, match="moved, deleted or replaced"):
        apart(desk, Desk.import_records, records)
    with Desk.open(desk.path, "Bob") as other:
        assert other.records() == 0


def test_a_bug_stays_loud(desk: Desk) -> None:
    """With the lines of where it happened, and not among the sentences that a user can do something about."""
    with pytest.raises(RuntimeError, match=r"test_desk_apart\.py(.|\n)*ZeroDivisionError"):
        apart(desk, broken)


def test_what_is_printed_there_disturbs_nothing(desk: Desk, capfd: pytest.CaptureFixture[str]) -> None:
    """Neither the messages between the two nor the terminal that both have."""
    assert apart(desk, talkative) == 1
    assert capfd.readouterr() == ("", "")


def name_of(desk: Desk) -> str:
    return desk.checker


def conflict(desk: Desk) -> None:
    raise ConflictError("Bob decided meanwhile.", claim_id=7, checker="Bob")


def killed(desk: Desk) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def broken(desk: Desk) -> float:
    return 1 / desk.records()


def talkative(desk: Desk) -> int:
    print("much")
    os.write(2, b"more")
    return 1
