"""Rights: a desk is its owner's alone, and what the system forbids is said in a sentence."""

import os
import sqlite3
import stat
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from factories import keep_article, keep_records, make_record

from factcheck_tui.errors import StoreError
from factcheck_tui.store import Store

NOBODY = 65534  # the uid that owns nothing, on every system we run on


def refused(path: Path, *, create: bool = True) -> str:
    """The sentence that a path is refused with, which must name it."""
    with pytest.raises(StoreError) as raised:
        Store(path, create=create)
    words = str(raised.value)
    assert str(path) in words
    assert words.endswith(".")
    assert "\n" not in words
    return words


def filled(path: Path) -> None:
    """A desk of several pages, in one file."""
    with closing(Store(path)) as store:
        keep_article(store, "The tower is 300 metres tall.")
        keep_records(store, *(make_record(f"The tower is {number} metres tall " * 20) for number in range(100)))
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def test_a_new_file_can_be_read_by_its_owner_only(tmp_path: Path) -> None:
    """Unpublished drafts are in it: a new file is 0600 in a new folder of 0700, and so are its -wal and -shm."""
    old_mask = os.umask(0)
    try:
        with closing(Store(tmp_path / "new" / "desk.db")):
            files = list((tmp_path / "new").iterdir())
            assert {file.name for file in files} == {"desk.db", "desk.db-wal", "desk.db-shm"}
            assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}
            assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o700
    finally:
        os.umask(old_mask)


def test_an_existing_folder_keeps_its_rights(tmp_path: Path) -> None:
    """A folder that was there is the user's: only what we make is closed to others."""
    tmp_path.chmod(0o755)
    Store(tmp_path / "desk.db").close()
    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o755


@contextmanager
def without_rights() -> Iterator[None]:
    """Run as a user whose rights count: for root no file is read-only."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that other users can reach; tmp_path is closed to them."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder
        folder.chmod(0o755)


def closed_folder(path: Path) -> None:
    path.parent.chmod(0o000)


def folder_to_read(path: Path) -> None:
    path.parent.chmod(0o555)


@pytest.mark.parametrize("close", [closed_folder, folder_to_read])
def test_a_folder_without_rights_is_refused(open_folder: Path, close: Callable[[Path], None]) -> None:
    """Where the user may make no file, the sentence names another way."""
    path = open_folder / "desk.db"
    close(path)
    with without_rights():
        assert "--db" in refused(path)


def test_an_unreadable_file_is_refused(open_folder: Path) -> None:
    """A desk that the user may not read is refused in a sentence."""
    path = open_folder / "desk.db"
    filled(path)
    path.chmod(0o000)
    before = path.stat()
    with without_rights():
        assert "read" in refused(path)
    assert (path.stat().st_size, path.stat().st_mtime_ns) == (before.st_size, before.st_mtime_ns)


def test_a_read_only_desk_can_be_read_but_not_written(open_folder: Path) -> None:
    """A desk put away read-only is shown as it is; a change to it is refused in a sentence."""
    path = open_folder / "desk.db"
    filled(path)
    path.chmod(0o444)
    open_folder.chmod(0o777)
    with closing(sqlite3.connect(path)) as connection:  # in one file, as a copy that is put away
        connection.execute("PRAGMA journal_mode = DELETE")
    before = path.read_bytes()
    with without_rights(), closing(Store(path)) as store:
        assert store.records.count() == 100
        with pytest.raises(StoreError, match="cannot be written"):
            store.bookmarks.set("Ada", 1, 1, "2025-05-01")
        with pytest.raises(StoreError, match="cannot be written"), store.writing():
            store.records.new_edition()
    assert path.read_bytes() == before
