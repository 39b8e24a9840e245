"""A copy is whole at every moment, and check finds what is wrong with a file."""

import os
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from factories import contents, decide, keep_article, keep_records, make_record, marked, searched

from factcheck_tui.errors import BusyError, OutputError, StoreError
from factcheck_tui.model import Verdict
from factcheck_tui.store import Store, database

WRITER = """
import pathlib, sys
from factcheck_tui.store import Store
store = Store(pathlib.Path(sys.argv[1]))
for number in range(2000):
    with store.writing():
        store.records.new_edition()
        store.bookmarks.set("Ben", 1, 1, str(number))
    if number == 0:
        print("writing", flush=True)
    if sys.stdin.readline() == "":
        break
"""


@pytest.fixture
def filled(store: Store) -> Store:
    """A store with articles, records and decisions."""
    ids = keep_article(store, "The tower is 300 metres tall.", "It is old.")
    keep_records(store, *(make_record(f"The tower is {number} metres tall") for number in range(200)))
    decide(store, "Ada", marked(ids[0], Verdict.DISPUTED))
    return store


def test_a_copy_opens_and_equals(filled: Store, path: Path, tmp_path: Path) -> None:
    """The copy is one file, for its owner only, that opens as a desk and holds every row."""
    target = tmp_path / "copy" / "desk-copy.db"
    target.parent.mkdir()
    filled.copy_to(target)
    assert [file.name for file in target.parent.iterdir()] == ["desk-copy.db"]
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert contents(target) == contents(path)
    with closing(Store(target, create=False)) as copy:
        assert copy.problems() == []
        assert len(searched(copy, "tower")) == 201


def test_a_copy_is_whole_while_another_process_writes(filled: Store, path: Path, tmp_path: Path) -> None:
    """Each copy holds a moment between two transactions: what is written together is in it together, or not."""
    with subprocess.Popen([sys.executable, "-c", WRITER, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                          text=True) as writer:  # fmt: skip
        assert writer.stdin and writer.stdout
        assert writer.stdout.readline() == "writing\n"
        first = filled.records.edition()
        writer.stdin.write("\n" * 200)
        writer.stdin.flush()
        copied = []
        for number in range(5):
            filled.copy_to(tmp_path / f"{number}.db")
            copied.append(contents(tmp_path / f"{number}.db"))
        writer.stdin.close()
    editions = [rows["archive_edition"][0][1] for rows in copied]
    assert [edition - first for edition in editions] == [
        int(at) for rows in copied for (_, _, _, at) in rows["bookmark"]
    ]
    assert editions == sorted(editions)


def test_a_copy_holds_what_was_saved_before_an_open_transaction(filled: Store, path: Path, tmp_path: Path) -> None:
    """What another has not committed yet is not in the copy, and the copy does not wait for it."""
    before = contents(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as another:
        another.execute("BEGIN IMMEDIATE")
        another.execute("UPDATE archive_edition SET edition = 0")
        filled.copy_to(tmp_path / "copy.db")
    assert contents(tmp_path / "copy.db") == before


def test_an_existing_file_is_not_overwritten(filled: Store, path: Path, tmp_path: Path) -> None:
    """The name of a file that is there is refused, and so is the desk's own; nothing is changed."""
    target = tmp_path / "notes.txt"
    target.write_text("words")
    for name in (target, path, tmp_path):
        with pytest.raises(OutputError, match="exists already"):
            filled.copy_to(name)
    assert target.read_text() == "words"
    assert filled.problems() == []
    assert list(tmp_path.glob("*.part")) == []


@pytest.mark.parametrize("name", ["missing/copy.db", "x" * 300, "x" * 254])
def test_a_place_that_cannot_be_written_is_said(filled: Store, tmp_path: Path, name: str) -> None:
    """A missing folder or an impossible name: a sentence, and no half a copy."""
    before = sorted(tmp_path.iterdir())
    with pytest.raises(OutputError, match="Name another file"):
        filled.copy_to(tmp_path / name)
    assert sorted(tmp_path.iterdir()) == before


def test_a_copy_in_the_making_is_not_touched(filled: Store, tmp_path: Path) -> None:
    """Two copies to one name at once: the second is refused rather than written into the first."""
    (tmp_path / "copy.db.part").write_bytes(b"half")
    with pytest.raises(OutputError, match=r"copy\.db"):
        filled.copy_to(tmp_path / "copy.db")
    assert (tmp_path / "copy.db.part").read_bytes() == b"half"


def test_a_copy_of_a_damaged_desk_leaves_nothing_behind(filled: Store, path: Path, tmp_path: Path) -> None:
    """When the copy fails in the middle, no part of it stays."""
    filled.close()
    with closing(Store(path)) as store:
        os.truncate(path, 8192)
        with pytest.raises((OutputError, StoreError)):
            store.copy_to(tmp_path / "copy.db")
    assert not (tmp_path / "copy.db").exists()
    assert not (tmp_path / "copy.db.part").exists()


def test_a_good_file_has_no_problems(filled: Store) -> None:
    """SQLite's checks, the foreign keys and the search index's own check have nothing to say."""
    assert filled.problems() == []


def test_an_index_out_of_step_is_found(filled: Store, path: Path) -> None:
    """A record that was changed past the index (triggers dropped by another program) is reported."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DROP TRIGGER prior_record_changed")
        connection.execute("UPDATE prior_record SET claim = 'quite other words' WHERE id = 7")
        connection.commit()
    assert filled.problems() == [
        "the search index prior_record_fts does not agree with the prior records",
        "the trigger prior_record_changed is not as it was made",
    ]


def test_a_missing_row_is_found(filled: Store, path: Path) -> None:
    """A row that another program deleted under others is named by those that point to it."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DELETE FROM article")
        connection.commit()
    problems = filled.problems()
    assert sum("claim row" in problem for problem in problems) == 2
    assert all("names a missing article" in problem for problem in problems)


def test_a_corrupt_page_is_found(filled: Store, path: Path) -> None:
    """A page that the disk lost is reported, never passed over."""
    filled.close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        size = connection.execute("PRAGMA page_size").fetchone()[0]
        sql = "SELECT rootpage FROM sqlite_master WHERE name = 'bookmark'"
        page = connection.execute(sql).fetchone()[0]
    with path.open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\xff" * size)
    with closing(Store(path)) as store:
        problems = store.problems()
    assert problems
    assert all("damaged" in problem or str(page) in problem for problem in problems)


def test_a_busy_file_is_not_called_damaged(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When another program holds the file, the check says that, and nothing of the search index."""
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.02)
    with closing(Store(path)) as store, closing(sqlite3.connect(path, isolation_level=None)) as another:
        another.execute("BEGIN IMMEDIATE")
        with pytest.raises(BusyError):
            store.problems()
        another.execute("ROLLBACK")
        assert store.problems() == []
