"""What stands at the desk's path: no decision goes where nobody finds it, or to a claim that nobody saw."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from factories import decide, keep_article, marked

from factcheck_tui.desk import Desk
from factcheck_tui.errors import AnotherDeskError, StoreError, UnwrittenError
from factcheck_tui.model import Verdict
from factcheck_tui.store import Store, restore

KILLED = """
import os, pathlib, signal, sys
from factcheck_tui.desk import Desk
from factcheck_tui.model import Verdict
desk = Desk.open(pathlib.Path(sys.argv[1]), "Ada")
desk.mark([1], Verdict.DISPUTED)
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture
def claims(path: Path) -> list[int]:
    """The claims of a desk at ``path``."""
    with closing(Store(path)) as store:
        return keep_article(store, "The tower is 300 metres tall.", "It is red.")


def verdicts(path: Path) -> list[str]:
    with closing(Store(path, create=False)) as store:
        assert store.problems() == []
        return [status.verdict.value for status in store.claims.of_article(1)]


def log_of(path: Path) -> Path:
    return path.with_name(f"{path.name}-wal")


@pytest.mark.usefixtures("claims")
@pytest.mark.parametrize("left", [False, True], ids=["no file", "an empty file"])
def test_a_log_that_lost_its_file_is_kept(path: Path, tmp_path: Path, left: bool) -> None:
    """A desk was killed and its file moved without the log, in which the last verdict is: no new desk, and no copy
    that is restored, takes the place, for SQLite would delete the log.
    """
    copy = tmp_path / "copy.db"
    with closing(Store(path)) as store:
        store.copy_to(copy)
    subprocess.run([sys.executable, "-c", KILLED, path], check=False)
    path.rename(tmp_path / "elsewhere.db")
    if left:
        path.touch()
    for fill in (lambda: Store(path), lambda: restore(copy, path)):
        with pytest.raises(StoreError, match=r"desk\.db-wal holds what was decided last"):
            fill()
    (tmp_path / "elsewhere.db").replace(path)
    assert verdicts(path) == ["disputed", "pending"]


def test_a_file_of_two_names_is_refused(path: Path, tmp_path: Path, claims: list[int]) -> None:
    """SQLite keeps a log for each name: of two desks the one that is closed last would overwrite the other's."""
    link = tmp_path / "link.db"
    with Desk.open(path, "Ada") as ada:
        os.link(path, link)
        with pytest.raises(StoreError, match="a hard link"):
            Store(link)
        with pytest.raises(StoreError, match="a hard link"):
            restore(path, link)
        assert ada.mark(claims, Verdict.CONFIRMED)
        link.unlink()
    assert verdicts(path) == ["confirmed", "confirmed"]


def test_a_log_that_is_deleted_takes_no_decision_and_loses_none(path: Path, claims: list[int]) -> None:
    """Somebody tidies up the file that ends in -wal while the desk is open: what was said to be saved goes into the
    desk's file at the next look, and nothing is decided in a log that others do not see.
    """
    with Desk.open(path, "Ada") as ada:
        ada.mark(claims[:1], Verdict.DISPUTED)
        log_of(path).unlink()
        path.with_name(f"{path.name}-shm").unlink()
        with pytest.raises(UnwrittenError, match="deleted or replaced while it was open"):
            ada.look_around(claims[0])
        assert elsewhere_marked(path) == ["disputed", "confirmed"]
        with pytest.raises(UnwrittenError, match="Close the desk everywhere"):
            ada.mark(claims[:1], Verdict.CONFIRMED)
    assert verdicts(path) == ["disputed", "confirmed"]


def elsewhere_marked(path: Path) -> list[str]:
    """What another program sees after it confirmed the second claim."""
    code = """
import pathlib, sys
from factcheck_tui.desk import Desk
from factcheck_tui.model import Verdict
with Desk.open(pathlib.Path(sys.argv[1]), "Ben") as ben:
    ben.mark([2], Verdict.CONFIRMED)
    print(*(status.verdict.value for status in ben.claims(1)))
"""
    done = subprocess.run([sys.executable, "-c", code, path], capture_output=True, text=True, check=True)
    return done.stdout.split()


def test_a_verdict_goes_to_the_claim_that_was_seen(path: Path, tmp_path: Path) -> None:
    """A copy is restored while a desk is open, and another article takes the numbers of one that it shows."""
    with closing(Store(path)) as store:
        store.copy_to(tmp_path / "copy.db")
    with Desk.open(path, "Ada") as ada:
        seen = keep_article(ada.store, "The tower is 300 metres tall.")
        restore(tmp_path / "copy.db", path)
        with closing(Store(path)) as store:
            assert keep_article(store, "The queen met 20 ministers.") == seen
        with pytest.raises(UnwrittenError, match="restored from a copy"):
            ada.mark(seen, Verdict.DISPUTED, seen={seen[0]: Verdict.PENDING})
    assert verdicts(path) == ["pending"]


def test_all_connections_of_a_program_are_to_the_same_desk(path: Path, tmp_path: Path, claims: list[int]) -> None:
    """A thread that opens the desk later than the others finds the same, or is told that it is another one now."""
    with closing(Store(path)) as first:
        decide(first, "Ada", marked(claims[0], Verdict.DISPUTED))
        Store(path, like=first.standing).close()
        first.copy_to(tmp_path / "copy.db")
        path.rename(tmp_path / "elsewhere.db")
        with pytest.raises(UnwrittenError, match="moved, deleted or replaced"):
            Store(path, like=first.standing)
        assert not path.exists()
        (tmp_path / "copy.db").rename(path)
        log_of(path).rename(tmp_path / "elsewhere.db-wal")
        with pytest.raises(UnwrittenError, match="moved, deleted or replaced"):
            Store(path, like=first.standing)


@pytest.mark.parametrize("looks", [True, False], ids=["at its next look", "when it is closed"])
def test_a_file_that_is_put_in_the_place_of_an_open_desk_gets_nothing_of_it(
    path: Path, tmp_path: Path, claims: list[int], looks: bool
) -> None:
    """SQLite would take the log of the open desk for the other's, and show verdicts on claims that nobody saw: the
    other stays what it is, and what the open one held is kept beside it.
    """
    other = tmp_path / "other.db"
    with closing(Store(other)) as store:
        decide(store, "Ben", marked(keep_article(store, "The queen met 20 ministers.")[0], Verdict.DISPUTED))
    with Desk.open(path, "Ada") as ada:
        ada.mark(claims, Verdict.CONFIRMED)
        other.replace(path)
        if looks:
            with pytest.raises(AnotherDeskError, match="kept beside it"):
                ada.look_around(claims[0])
            assert verdicts(path) == ["disputed"]
    assert verdicts(path) == ["disputed"]
    assert verdicts(tmp_path / "desk-replaced.db") == ["confirmed", "confirmed"]
    assert sorted(file.name for file in tmp_path.iterdir()) == ["desk-replaced.db", "desk.db"]
