"""Upgrades: a desk of any released program opens with this one, and is copied before anything in it is changed."""

import gzip
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from factories import AT, contents, decide, keep_article, marked

from factcheck_tui import paths
from factcheck_tui.errors import ConflictError, OutputError, StoreError
from factcheck_tui.model import Verdict
from factcheck_tui.store import Store, backup, migrations
from factcheck_tui.store.database import Database

RELEASED = sorted((Path(__file__).resolve().parents[1] / "data" / "released").glob("*.db.gz"))


def steps(folder: Path, **scripts: str) -> Path:
    """A folder of migrations: ours, and these after them."""
    folder.mkdir(exist_ok=True)
    for step in paths.migrations().glob("*.sql"):
        (folder / step.name).write_bytes(step.read_bytes())
    for name, script in scripts.items():
        (folder / f"{name.removeprefix('_')}.sql").write_text(script, encoding="utf-8")
    return folder


def applied(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return [row[0] for row in connection.execute("SELECT name FROM _sqlite_migrations ORDER BY name")]


@pytest.fixture(params=RELEASED, ids=[path.name for path in RELEASED])
def released(request: pytest.FixtureRequest, path: Path) -> Path:
    """A desk as a released program left it."""
    path.write_bytes(gzip.decompress(request.param.read_bytes()))
    return path


def test_every_released_desk_opens_with_all_that_was_decided(released: Path) -> None:
    """Verdicts, notes, links, undone steps and matches are what they were, and undo goes on where it stood."""
    with closing(Store(released, create=False)) as store:
        assert store.problems() == []
        assert applied(released) == sorted(step.stem for step in paths.migrations().glob("*.sql"))
        first, second, third = store.claims.of_article(1)
        assert (first.verdict, first.checker, first.note, first.linked) == (
            Verdict.DISPUTED,
            "Ada",
            "the owner says 330",
            1,
        )
        assert (second.verdict, second.checker) == (Verdict.PENDING, "")
        assert third.verdict is Verdict.PENDING
        assert [match.record.rating for match in store.matches.of_claim(first.claim.id)] == ["False"]
        assert len(store.decisions.of_article(1)) == 5
        assert store.bookmarks.claim("Ada", 1) == second.claim.id
        with store.writing():
            step = store.decisions.redo("Ben", "2025-05-02T10:00:00.000Z")
        assert step is not None
        assert store.claims.get(second.claim.id).verdict is Verdict.CONFIRMED


def test_the_log_is_kept_whole_when_its_table_is_made_anew(tmp_path: Path, path: Path) -> None:
    """A log from before the decisions for the whole desk keeps each line with its id and what stands, also where a
    user's own view reads it; it is guarded again, and undo goes on where it stood.
    """
    older = tmp_path / "older"
    steps(older)
    for step in older.glob("*.sql"):
        if step.name >= "0012":
            step.unlink()
    with closing(Store(tmp_path / "today.db")) as store:
        claims = keep_article(store, "The tower is 300 metres tall.", "It is red.")
        decide(store, "Ada", marked(claims[0], Verdict.DISPUTED), marked(claims[1], Verdict.CONFIRMED))
        with store.writing():
            store.decisions.undo("Ada", AT)
        decide(store, "Ben", marked(claims[0], Verdict.CONFIRMED))
    path.touch()
    with closing(Database(path)) as db:
        migrations.migrate(db, older)
        db.run("ATTACH ? AS today", [str(tmp_path / "today.db")])
        for table in ("article", "claim", "prior_record", "step", "decision"):
            names = ", ".join(f'"{row["name"]}"' for row in db.rows(f"PRAGMA main.table_info({table})"))
            db.run(f"INSERT INTO main.{table} ({names}) SELECT {names} FROM today.{table} ORDER BY id")
        db.run("CREATE VIEW own AS SELECT count(*) AS lines FROM decision JOIN verdict_log USING (id)")
    before = contents(path)
    with closing(Store(path)) as store:
        after = contents(path)
        assert (after["step"], after["decision"]) == (before["step"], before["decision"])
        assert len(after["decision"]) == 5
        assert store.problems() == []
        with closing(sqlite3.connect(path)) as connection:
            assert connection.execute("SELECT lines FROM own").fetchone() == (5,)
            with pytest.raises(sqlite3.IntegrityError, match="append-only"):
                connection.execute("DELETE FROM decision")
        with pytest.raises(ConflictError, match="Ben"), store.writing():
            store.decisions.redo("Ada", AT)
        with store.writing():
            assert store.decisions.undo("Ben", AT) is not None
            assert store.decisions.redo("Ada", AT) is not None
        assert [status.verdict for status in store.claims.of_article(1)] == [Verdict.DISPUTED, Verdict.CONFIRMED]


def test_a_desk_is_copied_before_it_is_upgraded(tmp_path: Path, path: Path) -> None:
    """The copy beside the desk holds every row as it was and still opens with the program of before."""
    with closing(Store(path)) as store:
        keep_article(store, "The tower is 300 metres tall.")
    before, known = contents(path), applied(path)
    with closing(Database(path)) as db:
        migrations.migrate(db, steps(tmp_path / "steps", _9002_more="ALTER TABLE article ADD COLUMN desk TEXT;"))
    [copy] = tmp_path.glob("*-before-*.db")
    assert copy.name == "desk-before-9002_more.db"
    assert contents(copy) == before
    assert applied(copy) == known
    assert applied(path) == [*known, "9002_more"]


def test_a_new_desk_needs_no_copy(path: Path) -> None:
    """There is nothing to keep of a file that is made."""
    Store(path).close()
    assert [file.name for file in path.parent.iterdir()] == ["desk.db"]


def test_a_desk_that_cannot_be_copied_is_not_upgraded(tmp_path: Path) -> None:
    """Where the copy cannot be written the desk stays as it was, and the sentence says so."""
    path = tmp_path / f"{'x' * 238}.db"  # leaves no room for the copy's name
    with closing(Store(path)) as store:
        keep_article(store, "The tower is 300 metres tall.")
    before, known = contents(path), applied(path)
    folder = steps(tmp_path / "steps", _9002_more="ALTER TABLE article ADD COLUMN desk TEXT;")
    with closing(Database(path)) as db, pytest.raises(StoreError, match="left as it is"):
        migrations.migrate(db, folder)
    assert contents(path) == before
    assert applied(path) == known


def test_only_the_newest_copies_are_kept(tmp_path: Path, path: Path) -> None:
    """Upgrades of years do not fill the disk; a file that the user named is none of ours to remove."""
    with closing(Store(path)) as store:
        keep_article(store, "The tower is 300 metres tall.")
        store.copy_to(tmp_path / "desk-2025.db")
        store.copy_to(tmp_path / "desk-before-brexit.db")
        with pytest.raises(OutputError, match="of which the oldest are removed"):
            store.copy_to(tmp_path / "desk-before-restore-2.db")
        with closing(Database(path)) as db:
            for number in range(5):
                made = backup.keep_copy(db, f"before-000{number}_more", 2)
                assert made.exists()
    assert sorted(file.name for file in tmp_path.glob("desk-*.db")) == [
        "desk-2025.db",
        "desk-before-0003_more.db",
        "desk-before-0004_more.db",
        "desk-before-brexit.db",
    ]
