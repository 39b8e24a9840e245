"""Several checkers at one database: each is told what the others decided and where they are, and no more."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from factories import contents, make_article

from factcheck_tui.desk import Desk
from factcheck_tui.desk.together import GONE, HEARTBEAT
from factcheck_tui.model import News, Presence, Verdict
from factcheck_tui.store import Store

TEXT = "The tower of Grey Point\n\nThe tower was built in 1871. It is 30 metres tall.\n"


class Clock:
    """A clock that goes on when it is told to."""

    def __init__(self) -> None:
        self.now = datetime(2025, 5, 1, 10, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def after(self, time: timedelta) -> None:
        self.now += time


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def ada(path: Path, clock: Clock) -> Iterator[Desk]:
    """Ada at a desk with one article, who has looked around once."""
    with Desk(Store(path), "Ada", clock=clock) as desk:
        desk.add(make_article(TEXT))
        desk.look_around(1)
        yield desk


@pytest.fixture
def ben(ada: Desk, path: Path, clock: Clock) -> Iterator[Desk]:
    """Ben at another desk on the same file."""
    with Desk(Store(path), "Ben", clock=clock) as desk:
        yield desk


def told(desk: Desk, claim_id: int = 1) -> list[tuple[str, int, str]]:
    """Who decided what on which claim, as a look around tells it."""
    news = desk.look_around(claim_id)
    return [(line.checker, line.claim_id, line.new) for line, _ in news.decisions] if news else []


def seen(*others: Presence) -> News:
    """News of who is where, without decisions."""
    return News((), others)


def test_what_others_decide_is_told_once(ada: Desk, ben: Desk) -> None:
    """Each decision of another desk is told at the next look and never again; one's own are no news."""
    assert ada.look_around(1) is None
    ben.mark([2], Verdict.DISPUTED)
    ada.mark([3], Verdict.CONFIRMED)
    ben.note(2, "rang the keeper")
    assert told(ada) == [("Ben", 2, "disputed"), ("Ben", 2, "rang the keeper")]
    assert told(ada) == []
    ben.undo()
    assert told(ada) == [("Ben", 2, "")]
    assert told(ben) == []  # Ben begins to look now: what was decided before is in what Ben reads


def test_decisions_name_their_article(ada: Desk, ben: Desk) -> None:
    """A screen can tell what concerns it."""
    ben.add(make_article("The bridge of Grey Point\n\nThe bridge was opened in 1902.\n"))
    ben.mark([ben.claims(2)[0].claim.id], Verdict.DISPUTED)
    news = ada.look_around(1)
    assert news is not None
    assert [article for _, article in news.decisions] == [2]


def test_decisions_of_the_same_checker_elsewhere_are_news(ada: Desk, path: Path, clock: Clock) -> None:
    """Two desks of one person, or their script, are two desks."""
    with Desk(Store(path), "Ada", clock=clock) as second:
        second.mark([2], Verdict.DISPUTED)
    assert told(ada) == [("Ada", 2, "disputed")]


def test_desks_of_one_program_know_each_others_decisions(ada: Desk, ben: Desk, path: Path, clock: Clock) -> None:
    """A program that decides on two threads is told of neither; of a third desk it is told as ever."""
    with Desk(Store(path), "Ada", clock=clock) as second:
        second.own_steps = ada.own_steps
        second.mark([2], Verdict.DISPUTED)
        ben.mark([3], Verdict.CONFIRMED)
        assert told(ada) == [("Ben", 3, "confirmed")]
        second.undo()
        assert told(ada) == []
    assert ada.own_steps == set()  # what was told or passed over is remembered no longer


def test_who_is_at_which_claim(ada: Desk, ben: Desk, clock: Clock) -> None:
    """Others are seen where they are, follow as they move, and are gone when they leave; nobody sees themself."""
    assert ben.look_around(3) == seen(Presence("Ada", 1))
    assert ada.look_around(1) == seen(Presence("Ben", 3))
    assert ada.look_around(2) is None
    assert ben.look_around(3) == seen(Presence("Ada", 2))
    ada.step_away()
    assert ben.look_around(3) == seen()


def test_a_desk_that_was_killed_is_gone_soon(ada: Desk, ben: Desk, clock: Clock) -> None:
    """Without a sign of life a checker is shown for some seconds only, although nothing is written meanwhile."""
    ben.look_around(3)
    assert ada.look_around(1) is not None
    clock.after(GONE + timedelta(seconds=1))
    assert ada.look_around(1) == seen()
    assert ada.look_around(1) is None


def test_a_sign_of_life_is_written_now_and_then(ada: Desk, ben: Desk, clock: Clock, path: Path) -> None:
    """Looking every second writes once in some seconds, and keeps a checker who rests on a claim in sight."""
    written = set()
    for _ in range(60):
        clock.after(timedelta(seconds=1))
        ada.look_around(1)
        ben.look_around(2)
        written.add(next(row[3] for row in contents(path)["presence"] if row[1] == "Ada"))
        assert ben._others == (Presence("Ada", 1),)
    assert len(written) == 1 + 60 // (HEARTBEAT // timedelta(seconds=1))


def test_presence_is_no_log(ada: Desk, ben: Desk, path: Path) -> None:
    """Each open desk is one row however far it went, and none when it is closed."""
    for claim_id in (1, 2, 3):
        ada.look_around(claim_id)
    ben.look_around(2)
    assert [(row[1], row[2]) for row in sorted(contents(path)["presence"], key=lambda row: row[1])] == [
        ("Ada", 3), ("Ben", 2),
    ]  # fmt: skip
    ben.close()
    assert [row[1] for row in contents(path)["presence"]] == ["Ada"]


def test_looking_around_never_waits_for_a_lock(ada: Desk, ben: Desk, path: Path) -> None:
    """While another program holds the file, news are told all the same, and where one is is said when it can be."""
    ben.mark([2], Verdict.DISPUTED)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert told(ada, 2) == [("Ben", 2, "disputed")]
        ada.step_away()
        other.execute("ROLLBACK")
    ada.look_around(2)
    assert [row[2] for row in contents(path)["presence"]] == [2]


def test_another_process_is_another_desk(ada: Desk, path: Path) -> None:
    """What a script marks in a process of its own is told too."""
    command = [sys.executable, "-m", "factcheck_tui", "--db", str(path), "--as", "Eve", "mark", "1", "2", "disputed"]
    subprocess.run(command, check=True, capture_output=True, timeout=60)
    assert told(ada) == [("Eve", 2, "disputed")]
