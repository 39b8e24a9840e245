"""A copy put back: checked first, brought up to date, and what stood in its place is kept."""

import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from factories import contents, decide, keep_article, keep_records, make_record, marked

from factcheck_tui.errors import BusyError, OutputError, StoreError
from factcheck_tui.model import Verdict
from factcheck_tui.store import Store, backup, database, restore


@pytest.fixture
def copy(path: Path, tmp_path: Path) -> Path:
    """A copy of a desk with one verdict; the desk has got a second verdict since."""
    with closing(Store(path)) as store:
        claims = keep_article(store, "The tower is 300 metres tall.", "It is red.")
        decide(store, "Ada", marked(claims[0], Verdict.DISPUTED))
        store.copy_to(tmp_path / "copy.db")
        decide(store, "Ada", marked(claims[1], Verdict.CONFIRMED))
    return tmp_path / "copy.db"


def verdicts(path: Path) -> list[str]:
    with closing(Store(path, create=False)) as store:
        assert store.problems() == []
        return [status.verdict.value for status in store.claims.of_article(1)]


def test_a_copy_takes_the_place_of_a_desk(copy: Path, path: Path, tmp_path: Path) -> None:
    """The desk holds what the copy holds; what it held before is beside it; the copy is as it was."""
    bytes_before, rows_before = copy.read_bytes(), contents(path)
    kept = restore(copy, path)
    assert verdicts(path) == ["disputed", "pending"]
    assert kept == tmp_path / "desk-before-restore.db"
    assert contents(kept) == rows_before
    assert copy.read_bytes() == bytes_before
    assert not list(tmp_path.glob("*restoring*"))


def test_a_copy_makes_a_desk_where_there_was_none(copy: Path, tmp_path: Path) -> None:
    """On a new machine the copy becomes the desk, for its owner only, and nothing had to be kept."""
    path = tmp_path / "new" / "desk.db"
    path.parent.mkdir()
    assert restore(copy, path) is None
    assert verdicts(path) == ["disputed", "pending"]
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_desk_that_is_open_elsewhere_sees_the_copy(copy: Path, path: Path) -> None:
    """Another process that has the desk open reads the old until it is replaced and then the new. It decides nothing
    before it is opened again: claims that it shows may be others under the same numbers now.
    """
    code = """
import pathlib, sys
from factcheck_tui.errors import UnwrittenError
from factcheck_tui.store import Store
store = Store(pathlib.Path(sys.argv[1]))
print([s.verdict.value for s in store.claims.of_article(1)], flush=True)
sys.stdin.readline()
print([s.verdict.value for s in store.claims.of_article(1)], flush=True)
try:
    with store.writing():
        store.bookmarks.set("Ben", 1, 1, "2025-05-01")
except UnwrittenError as error:
    print(error)
store.close()
with Store(pathlib.Path(sys.argv[1])).writing():
    print("writes")
"""
    with subprocess.Popen([sys.executable, "-c", code, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                          text=True) as other:  # fmt: skip
        assert other.stdin and other.stdout
        assert other.stdout.readline() == "['disputed', 'confirmed']\n"
        restore(copy, path)
        other.stdin.write("\n")
        other.stdin.flush()
        assert other.stdout.readline() == "['disputed', 'pending']\n"
        assert "was restored from a copy" in other.stdout.readline()
        assert other.stdout.readline() == "writes\n"
    assert other.returncode == 0
    assert verdicts(path) == ["disputed", "pending"]


def damaged_header(path: Path) -> None:
    path.write_bytes(b"no database at all, " * 100)


def cut_short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:100])


@pytest.mark.parametrize("damage", [damaged_header, cut_short])
def test_a_damaged_desk_is_moved_aside(copy: Path, path: Path, tmp_path: Path, damage: Callable[[Path], None]) -> None:
    """A file that no longer opens is kept as it is, for those who recover files, and the copy takes its place."""
    damage(path)
    damaged = path.read_bytes()
    kept = restore(copy, path)
    assert kept is not None
    assert kept.read_bytes() == damaged
    assert verdicts(path) == ["disputed", "pending"]


def test_a_copy_that_is_no_sound_desk_is_refused(copy: Path, path: Path, tmp_path: Path) -> None:
    """Text, a database of another program, a copy with rows missing: one sentence, and the desk stays as it is."""
    text, other = tmp_path / "notes.txt", tmp_path / "other.db"
    text.write_text("words " * 200)
    with closing(sqlite3.connect(other)) as connection:
        connection.execute("CREATE TABLE a (b)")
    with closing(sqlite3.connect(copy)) as connection:
        connection.execute("DELETE FROM article")
        connection.commit()
    before = contents(path)
    for source in (text, other, copy):
        with pytest.raises(StoreError, match=source.name):
            restore(source, path)
    with pytest.raises(StoreError):
        restore(tmp_path / "missing.db", path)
    assert contents(path) == before
    assert not list(tmp_path.glob("*before*")) and not list(tmp_path.glob("*restoring*"))


def test_another_programs_file_is_not_replaced(copy: Path, tmp_path: Path) -> None:
    """The place must be a desk's: a database of another program there is left alone."""
    other = tmp_path / "other.db"
    with closing(sqlite3.connect(other)) as connection:
        connection.execute("CREATE TABLE a (b)")
    before = other.read_bytes()
    with pytest.raises(StoreError, match="another program"):
        restore(copy, other)
    assert other.read_bytes() == before


def test_a_desk_that_another_program_holds_is_not_replaced(
    copy: Path, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While another program writes, the wait ends with a sentence, and nothing was restored."""
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.02)
    before = contents(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as another:
        another.execute("BEGIN IMMEDIATE")
        with pytest.raises(BusyError):
            restore(copy, path)
    assert contents(path) == before


def test_a_copy_that_is_restored_stays(copy: Path, path: Path) -> None:
    """Also where it is the oldest of those that are kept, of which there are enough."""
    kept = restore(copy, path, copies=1)
    assert kept is not None
    before = kept.read_bytes()
    restore(kept, path, copies=1)
    assert kept.read_bytes() == before
    assert verdicts(path) == ["disputed", "confirmed"]


def test_a_kept_copy_goes_with_its_log(copy: Path, path: Path, tmp_path: Path) -> None:
    """A damaged desk is kept with its log; when it goes, the next copy of its name is not taken for the log's file."""
    damaged_header(path)
    log = tmp_path / "desk-before-restore.db-wal"
    kept = restore(copy, path, copies=1)
    log.write_bytes(b"what stood in it")
    assert restore(copy, path, copies=1) == tmp_path / "desk-before-restore-2.db"
    assert kept and not kept.exists() and not log.exists()
    log.write_bytes(b"what stood in it")
    assert restore(copy, path, copies=1) == tmp_path / "desk-before-restore-3.db"
    (tmp_path / "elsewhere.db-wal").touch()
    with closing(Store(path)) as store, pytest.raises(OutputError, match="taken for the log"):
        store.copy_to(tmp_path / "elsewhere.db")


WRITER = """
import pathlib, sys
from factcheck_tui.desk import Desk
from factcheck_tui.errors import UnwrittenError
with Desk.open(pathlib.Path(sys.argv[1]), "Ben") as desk:
    try:
        for number in range(100_000):
            desk.note(1, str(number))
            saved = number
            if not number:
                print("writing", flush=True)
    except UnwrittenError as error:
        print(saved, error, flush=True)
"""


def test_what_is_decided_while_a_copy_is_restored_is_kept(copy: Path, path: Path) -> None:
    """The last note that another desk said to be saved is in the copy of what stood there, however late it came."""
    with closing(Store(path)) as store:
        keep_records(store, *(make_record(f"The tower is {number} metres tall " * 50) for number in range(5_000)))
    with subprocess.Popen([sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout and writer.stdout.readline() == "writing\n"
        kept = restore(copy, path)
        saved, words = writer.stdout.readline().split(" ", 1)
    assert "was restored from a copy" in words
    assert kept is not None
    with closing(Store(kept)) as store:
        assert store.claims.get(1).note == saved


def test_a_restore_that_fails_leaves_who_has_the_desk_open_alone(
    copy: Path, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the desk cannot be kept it stays, and its checkers go on."""

    def full(*args: object, **kwargs: object) -> Path:
        raise StoreError("There is no room for a copy.")

    monkeypatch.setattr(backup, "keep_copy", full)
    with closing(Store(path)) as store:
        with pytest.raises(StoreError, match="no room"):
            restore(copy, path)
        decide(store, "Ada", marked(2, Verdict.DISPUTED))
    assert verdicts(path) == ["disputed", "disputed"]
