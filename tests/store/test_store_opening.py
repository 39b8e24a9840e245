"""Opening a desk's file: what is ours is opened, what is not is refused in a sentence and left as it is."""

import os
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

import pytest
from factories import keep_article, keep_records, make_record

from factcheck_tui.errors import StoreError
from factcheck_tui.store import Store
from factcheck_tui.store.database import APPLICATION_ID


def refused(path: Path, *, create: bool = True) -> str:
    """The sentence that a path is refused with, which must name it."""
    with pytest.raises(StoreError) as raised:
        Store(path, create=create)
    words = str(raised.value)
    assert str(path) in words
    assert words.endswith(".")
    assert "\n" not in words
    return words


def another_programs(path: Path, application_id: int, wal: bool = False) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA application_id = {application_id}")
        connection.execute(f"PRAGMA journal_mode = {'WAL' if wal else 'DELETE'}")
        connection.execute("CREATE TABLE bookmark (url TEXT)")
        connection.execute("INSERT INTO bookmark VALUES ('https://example.org/')")
        connection.commit()


def filled(path: Path) -> None:
    """A desk of several pages, in one file."""
    with closing(Store(path)) as store:
        keep_article(store, "The tower is 300 metres tall.")
        keep_records(store, *(make_record(f"The tower is {number} metres tall " * 20) for number in range(100)))
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def test_an_empty_file_becomes_a_desk(path: Path) -> None:
    """A file of no bytes holds nothing of anybody's: it becomes a desk."""
    path.touch()
    with closing(Store(path)) as store:
        assert store.articles.progress() == []
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)


def test_without_create_a_missing_file_is_not_made(path: Path) -> None:
    """A command that reads makes no empty desk of a mistyped name; it says how to name the desk."""
    assert "--db" in refused(path, create=False)
    assert not path.exists()


def test_a_folder_is_refused(tmp_path: Path) -> None:
    """A directory is no database; nothing is put into it."""
    assert "folder" in refused(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    """A named pipe would be waited on for ever: what is neither file nor folder is refused at once."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert "no file" in refused(pipe)


@pytest.mark.parametrize("name", ["desk.db", "deeper/still/desk.db"])
def test_a_path_below_a_file_is_refused(tmp_path: Path, name: str) -> None:
    """Where no folder can be made, the reason and the way out are said."""
    (tmp_path / "file").write_text("words")
    assert "--db" in refused(tmp_path / "file" / name)
    assert (tmp_path / "file").read_text() == "words"


def test_a_name_that_is_too_long_is_refused(tmp_path: Path) -> None:
    """What the file system refuses is said in a sentence, not thrown."""
    refused(tmp_path / ("x" * 300))
    refused(tmp_path / ("x" * 300), create=False)


@pytest.mark.parametrize(
    "content",
    [b"Notes on the tower, one line.\n", b"\0", b"SQLite format 3\0", b"SQLite format 3\0" + b"\0" * 84],
    ids=["text", "one byte", "magic only", "header of zeros"],
)
def test_a_file_that_is_no_database_is_refused(path: Path, content: bytes) -> None:
    """Any other file is left as it is, to the byte."""
    path.write_bytes(content)
    refused(path)
    assert path.read_bytes() == content
    assert [file.name for file in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize("wal", [False, True])
@pytest.mark.parametrize("application_id", [0, 1, 0x0F055112])
def test_another_programs_database_is_refused(path: Path, application_id: int, wal: bool) -> None:
    """An SQLite file that another program made is left as it is, whether it says whose it is or not."""
    another_programs(path, application_id, wal)
    before = path.read_bytes()
    assert "another program" in refused(path)
    assert path.read_bytes() == before


def test_a_database_with_another_id_and_no_tables_is_refused(path: Path) -> None:
    """An id alone says that the file is somebody's."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA application_id = 77")
        connection.execute("VACUUM")
    before = path.read_bytes()
    refused(path)
    assert path.read_bytes() == before


def test_a_newer_schema_is_refused(path: Path) -> None:
    """A file that a newer program migrated is left to it, and the sentence says to upgrade."""
    Store(path).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('factcheck-tui', '9999_x', '')"
        )
        connection.commit()
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    before = path.read_bytes()
    words = refused(path)
    assert "9999_x" in words
    assert "Upgrade" in words
    assert path.read_bytes() == before


def test_another_set_of_migrations_is_nobodys_business(path: Path) -> None:
    """A plugin of a user may keep migrations of its own in the file; they make it no newer desk."""
    Store(path).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('own', 'notes', '')"
        )
        connection.commit()
    Store(path).close()


@pytest.mark.parametrize("size", [10, 99, 150, 2000, 4096, 5000])
def test_a_truncated_desk_is_refused(path: Path, size: int) -> None:
    """What a full disk or a broken copy left of a desk is called damaged, and left as it is for a recovery."""
    filled(path)
    content = path.read_bytes()[:size]
    path.write_bytes(content)
    refused(path)
    assert path.read_bytes() == content


def test_a_desk_with_a_broken_schema_page_is_refused(path: Path) -> None:
    """A desk whose first page is overwritten is called damaged, and left as it is."""
    filled(path)
    content = bytearray(path.read_bytes())
    content[100:2000] = b"\xff" * 1900
    path.write_bytes(content)
    assert "damaged" in refused(path)
    assert path.read_bytes() == content


def test_threads_that_open_a_new_file_at_once_all_get_a_desk(tmp_path: Path) -> None:
    """Two desks started at the same moment on a new file: one makes the schema, the other waits, neither fails."""
    failures: list[Exception] = []
    for round_number in range(5):
        path = tmp_path / f"{round_number}.db"
        barrier = threading.Barrier(4)

        def start(path: Path = path, barrier: threading.Barrier = barrier) -> None:
            try:
                barrier.wait()
                Store(path).close()
            except (StoreError, sqlite3.Error) as error:
                failures.append(error)

        threads = [threading.Thread(target=start) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert failures == []
        with closing(sqlite3.connect(path)) as connection:
            assert connection.execute("SELECT count(*) FROM archive_edition").fetchone() == (1,)


def test_processes_that_open_a_new_file_at_once_all_get_a_desk(path: Path) -> None:
    """The same across processes, as when two checkers log in to one machine."""
    script = "import sys, pathlib; from factcheck_tui.store import Store; Store(pathlib.Path(sys.argv[1])).close()"
    started = [
        subprocess.Popen([sys.executable, "-c", script, str(path)], stderr=subprocess.PIPE, text=True)
        for _ in range(4)
    ]
    assert [(process.communicate()[1], process.returncode) for process in started] == [("", 0)] * 4
    with closing(Store(path, create=False)) as store:
        assert store.problems() == []
