"""Faults of the world while a desk is open: each is said in a sentence, and what was decided before it stands."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from factories import keep_article

from factcheck_tui.desk import Desk
from factcheck_tui.errors import UnwrittenError
from factcheck_tui.model import Verdict
from factcheck_tui.store import Store


@pytest.fixture
def claims(path: Path) -> list[int]:
    """The claims of a desk at ``path``, the first of them disputed."""
    with closing(Store(path)) as store:
        ids = keep_article(store, *(f"The tower is {number} metres tall." for number in range(30)))
    with Desk.open(path, "Ada") as desk:
        desk.mark(ids[:1], Verdict.DISPUTED)
    return ids


def verdicts(path: Path) -> list[str]:
    with Desk.open(path, "Ada") as desk:
        assert desk.problems() == []
        return [status.verdict.value for status in desk.claims(1)]


def test_a_full_disk_is_said_and_the_decision_can_be_made_again(claims: list[int], path: Path) -> None:
    """What did not fit is not there, what was there is, and with room again the same key works."""
    with Desk.open(path, "Ada") as desk:
        connection = desk.store._db.conn
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(UnwrittenError, match="no room left") as raised:
            for number in range(200):
                desk.note(claims[2], f"{number} " * 2000)
        assert str(path) in str(raised.value)
        stands = desk.claim(claims[2]).note
        connection.execute("PRAGMA max_page_count = 1000000")
        assert desk.mark(claims[1:2], Verdict.CONFIRMED)
        assert desk.claim(claims[2]).note == stands
    assert verdicts(path)[:3] == ["disputed", "confirmed", "pending"]


WRITER = """
import pathlib, resource, signal, sys
from factcheck_tui.desk import Desk
from factcheck_tui.errors import UnwrittenError
from factcheck_tui.model import Verdict
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
with Desk.open(pathlib.Path(sys.argv[1]), "Ada") as desk:
    resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, resource.RLIM_INFINITY))
    kept = 0
    try:
        for number in range(500):
            desk.note(2, f"{number} " * 3000)
            kept = number
    except UnwrittenError as error:
        print(error)
    print(kept)
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    print(desk.mark([2], Verdict.CONFIRMED) is not None)
"""


def test_a_write_that_the_system_cuts_off_is_taken_back_whole(claims: list[int], path: Path) -> None:
    """Where the system refuses to let the file grow, the last answered note stands, and the file is sound."""
    done = subprocess.run([sys.executable, "-c", WRITER, str(path)], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    said, kept, works_again = done.stdout.splitlines()
    assert str(path) in said and said.endswith(".")
    assert works_again == "True"
    assert verdicts(path)[:2] == ["disputed", "confirmed"]
    with Desk.open(path, "Ada") as desk:
        assert desk.claim(claims[1]).note == (f"{kept} " * 3000).strip()


def deleted(path: Path) -> None:
    path.unlink()


def moved(path: Path) -> None:
    path.rename(path.with_name("elsewhere.db"))


def replaced(path: Path) -> None:
    shutil.copy(path, path.with_name("new.db"))
    path.with_name("new.db").replace(path)


@pytest.mark.parametrize("happens", [deleted, moved, replaced])
def test_a_file_that_is_no_longer_there_takes_no_decision(
    claims: list[int], path: Path, happens: Callable[[Path], None]
) -> None:
    """SQLite would write on into a file that nobody finds again; the desk says so and writes nothing."""
    with Desk.open(path, "Ada") as desk:
        happens(path)
        with pytest.raises(UnwrittenError, match="moved, deleted or replaced"):
            desk.mark(claims[1:2], Verdict.CONFIRMED)
        assert desk.claim(claims[1]).verdict is Verdict.PENDING


def test_a_file_that_is_put_back_takes_the_decision(claims: list[int], path: Path) -> None:
    """Moved away and back while the desk is open: the same key works."""
    with Desk.open(path, "Ada") as desk:
        moved(path)
        with pytest.raises(UnwrittenError):
            desk.mark(claims[1:2], Verdict.CONFIRMED)
        path.with_name("elsewhere.db").rename(path)
        assert desk.mark(claims[1:2], Verdict.CONFIRMED)
    assert verdicts(path)[:2] == ["disputed", "confirmed"]


def test_rights_that_are_lost_while_the_desk_is_open_lose_nothing(claims: list[int], path: Path) -> None:
    """An open file stays writable for who has it open; what is answered is on the disk."""
    with Desk.open(path, "Ada") as desk:
        path.chmod(0o400)
        desk.mark(claims[1:2], Verdict.CONFIRMED)
    path.chmod(0o600)
    assert verdicts(path)[:2] == ["disputed", "confirmed"]


def test_a_clock_that_goes_back_does_not_change_what_stands(claims: list[int], path: Path) -> None:
    """The log's order counts, not its times: the newest decision stands, undo takes back the newest, and times are
    kept as the clock gave them.
    """
    start = datetime(2026, 3, 29, 3, tzinfo=UTC)
    backwards = (start - timedelta(hours=hour) for hour in range(100))
    with closing(Store(path)) as store:
        desk = Desk(store, "Ada", clock=backwards.__next__)
        desk.mark(claims[1:2], Verdict.CONFIRMED)
        desk.mark(claims[1:2], Verdict.DISPUTED)
        assert desk.claim(claims[1]).verdict is Verdict.DISPUTED
        desk.undo()
        assert desk.claim(claims[1]).verdict is Verdict.CONFIRMED
        history = desk.claim_history(claims[1])
    assert [line.id for line in history] == sorted(line.id for line in history)
    assert [line.at for line in history] == sorted((line.at for line in history), reverse=True)


def test_the_log_beside_the_file_may_be_large_and_is_read_after_a_kill(claims: list[int], path: Path) -> None:
    """What stands only in the write-ahead log when the program is killed is found at the next start."""
    code = (
        "import os, pathlib, signal, sys\n"
        "from factcheck_tui.desk import Desk\nfrom factcheck_tui.model import Verdict\n"
        "desk = Desk.open(pathlib.Path(sys.argv[1]), 'Ada')\ndesk.mark([2, 3, 4], Verdict.CONFIRMED)\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    assert subprocess.run([sys.executable, "-c", code, str(path)], timeout=60).returncode == -9
    assert path.with_name(f"{path.name}-wal").stat().st_size > 0
    assert verdicts(path)[:5] == ["disputed", "confirmed", "confirmed", "confirmed", "pending"]
