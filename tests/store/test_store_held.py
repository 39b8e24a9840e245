"""An open desk's file is opened by nobody else in the process: a look at it would take SQLite's locks away."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from factories import keep_article

from factcheck_tui import archive, articles, export, held
from factcheck_tui.archive import FileSource
from factcheck_tui.desk import Desk
from factcheck_tui.errors import OutputError, ReadError
from factcheck_tui.store import Store

COUNT = (
    "import sys, pathlib; from factcheck_tui.store import Store; store = Store(pathlib.Path(sys.argv[1]));"
    "print(len(store.articles.ids())); store.close()"
)


def seen_elsewhere(path: Path) -> int:
    """How many articles another program finds, which then closes the desk."""
    done = subprocess.run([sys.executable, "-c", COUNT, path], capture_output=True, text=True, check=True)
    return int(done.stdout)


def imported(path: Path) -> None:
    with Desk.open(path.with_name("other.db"), "Ada") as desk:
        desk.import_records(path)


LOOKS: dict[str, Callable[[Path], object]] = {
    "an article": articles.read_file,
    "records": lambda path: FileSource(path).open(),
    "records of a file": archive.find_sources,
    "records of a folder": lambda path: archive.find_sources(path.parent),
    "an import": imported,
    "a colleague's desk": Desk.can_be_merged,
    "a verdict list": lambda path: export.write(path, [b"list"], force=True),
    "another desk on it": lambda path: Store(path).close(),
}


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
def test_whatever_is_asked_of_the_desks_file_no_decision_is_lost(path: Path, look: Callable[[Path], object]) -> None:
    """Another program that closes the desk after a look at its file leaves the log to those who have it open."""
    with closing(Store(path)) as store:
        keep_article(store, "One.")
        try:
            look(path)
        except (ReadError, OutputError) as error:
            assert "belongs to the desk that is open here" in str(error) or "folder" in str(error)
        assert seen_elsewhere(path) == 1
        keep_article(store, "Two.")
        assert seen_elsewhere(path) == 2
        assert len(store.articles.ids()) == 2


def test_a_desk_that_was_closed_may_be_looked_at(path: Path) -> None:
    """Once all connections to it are closed, and not before; under each of its names, its logs neither."""
    one, two = Store(path), Store(path)
    link = path.with_name("link.db")
    link.symlink_to(path)
    assert all(held.is_held(path.with_name(path.name + log)) for log in ("", "-wal", "-shm"))
    one.close()
    one.close()
    assert held.is_held(link)
    with pytest.raises(ReadError, match=r"link\.db belongs to the desk"):
        held.check(link)
    two.close()
    assert not held.is_held(path)
    held.check(path)
    assert not held.is_held(path.with_name("nul\0.db"))
