"""The schema: made by the migrations in order, whole or not at all, and written down in db/."""

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
import schema
import sqlite_utils
from factories import contents, keep_article, keep_records, make_record

from factcheck_tui import paths
from factcheck_tui.errors import DamagedError
from factcheck_tui.store import Store, migrations
from factcheck_tui.store.database import APPLICATION_ID, Database
from factcheck_tui.store.script import statements

DB = Path(__file__).resolve().parents[2] / "db"


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
        return [row[0] for row in connection.execute("SELECT name FROM _sqlite_migrations ORDER BY rowid")]


def test_schema_sql_is_what_the_migrations_make() -> None:
    """db/schema.sql is generated: a reader of it sees the schema as it is. `python tests/schema.py` rewrites it."""
    assert schema.SCHEMA.read_text(encoding="utf-8") == schema.generated()


def test_schema_sql_makes_the_same_schema(tmp_path: Path) -> None:
    """Run in an empty database, db/schema.sql makes the schema that it was generated from."""
    with closing(sqlite3.connect(tmp_path / "made.db")) as connection:
        connection.executescript(schema.SCHEMA.read_text(encoding="utf-8"))
    assert schema.schema_of(tmp_path / "made.db") == schema.SCHEMA.read_text(encoding="utf-8")


def test_migrations_run_in_the_order_of_their_names(tmp_path: Path, path: Path) -> None:
    """Each step may build on those before it, whatever order the folder lists them in; each is recorded once."""
    folder = steps(
        tmp_path / "steps",
        _9003_fill="INSERT INTO extra (words) VALUES ('three');",
        _9002_make="CREATE TABLE extra (words TEXT) STRICT;",
    )
    Store(path).close()
    with closing(Database(path)) as db:
        migrations.migrate(db, folder)
        migrations.migrate(db, folder)
        assert [row["words"] for row in db.rows("SELECT words FROM extra")] == ["three"]
    assert applied(path)[-2:] == ["9002_make", "9003_fill"]


def test_the_views_are_made_anew_after_each_migration(tmp_path: Path, path: Path) -> None:
    """A file whose views are an older program's gets today's with the next step, which may touch what they read."""
    Store(path).close()
    with closing(Database(path)) as db:
        today = db.value("SELECT sql FROM sqlite_master WHERE name = 'progress'")
        db.run("DROP VIEW progress")
        db.run("CREATE VIEW progress AS SELECT byline AS title FROM article")
        db.run("CREATE VIEW own AS SELECT title FROM article")
        migrations.migrate(db, steps(tmp_path / "steps", _9002_less="ALTER TABLE article DROP COLUMN byline;"))
        assert db.value("SELECT sql FROM sqlite_master WHERE name = 'progress'") == today
        assert db.rows("SELECT * FROM progress") == []
        assert db.rows("SELECT * FROM own") == []  # a user's own view is left alone


@pytest.mark.parametrize("lost", ["1", "name LIKE '0005%'", "name LIKE '0011%'"])
def test_a_history_that_lost_its_steps_is_damage(path: Path, lost: str) -> None:
    """Steps would be applied again; the file is called damaged, and left as it was. Found by fuzzing."""
    Store(path).close()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(f"DELETE FROM _sqlite_migrations WHERE {lost}")
    before = contents(path)
    with pytest.raises(DamagedError, match="damaged"):
        Store(path, copies=0)
    assert contents(path) == before


def test_a_failing_migration_leaves_the_file_as_it_was(tmp_path: Path, path: Path) -> None:
    """An upgrade that fails in its second step takes the first back too: the old program still opens the file."""
    with closing(Store(path)) as store:
        keep_article(store, "The tower is 300 metres tall.")
        keep_records(store, make_record())
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    before, rows = path.read_bytes(), contents(path)
    folder = steps(
        tmp_path / "steps",
        _9002_good="ALTER TABLE article ADD COLUMN desk TEXT NOT NULL DEFAULT '';",
        _9003_bad="DELETE FROM archive_edition; INSERT INTO no_such_table VALUES (1);".replace("; ", ";\n"),
    )
    with closing(Database(path)) as db, pytest.raises(sqlite3.OperationalError, match="no_such_table"):
        migrations.migrate(db, folder)
    assert contents(path) == rows
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    assert path.read_bytes() == before
    Store(path).close()


def test_a_new_file_whose_first_migration_fails_may_still_become_a_desk(tmp_path: Path, path: Path) -> None:
    """Nothing of a failed schema stays behind that would make the file another program's."""
    path.touch()
    (tmp_path / "steps").mkdir()
    (tmp_path / "steps" / "0001_initial.sql").write_text("CREATE TABLE a (b);\nNO SQL;\n")
    with closing(Database(path)) as db, pytest.raises(sqlite3.OperationalError):
        migrations.migrate(db, tmp_path / "steps")
    with closing(Store(path)) as store:
        assert store.records.edition() == 1


def test_statements_keeps_a_trigger_whole() -> None:
    """The semicolons inside a trigger, a text or a comment end no statement."""
    script = (
        "-- a comment; with a semicolon\n"
        "CREATE TABLE a (b TEXT DEFAULT ';');\n"
        "CREATE TRIGGER c AFTER INSERT ON a BEGIN\n"
        "    INSERT INTO a VALUES ('x; y');\n"
        "    DELETE FROM a;\n"
        "END;\n"
        "SELECT 1; -- the last\n"
        "-- nothing follows\n"
    )
    parts = list(statements(script))
    assert "".join(parts) == script.removesuffix("-- nothing follows\n")
    assert [part.split("\n")[-2].strip() for part in parts] == [
        "CREATE TABLE a (b TEXT DEFAULT ';');",
        "END;",
        "SELECT 1; -- the last",
    ]


def test_statements_refuses_a_script_without_its_end() -> None:
    """A migration that was cut off must not be applied as far as it goes."""
    with pytest.raises(ValueError, match="ends within a statement"):
        list(statements("CREATE TABLE a (b);\nCREATE TABLE c (\n"))


def test_every_table_is_strict(store: Store, path: Path) -> None:
    """A text in a number's column would be found out years later: the columns hold what they say."""
    with closing(sqlite3.connect(path)) as connection:
        tables = {name: strict for _, name, kind, _, _, strict in connection.execute("PRAGMA table_list")
                  if kind == "table" and not name.startswith(("sqlite_", "_sqlite"))}  # fmt: skip
    assert len(tables) > 10
    assert all(tables.values())


def test_the_connection_is_durable_and_checked(store: Store, path: Path) -> None:
    """WAL, an fsync for each commit, foreign keys, triggers for what REPLACE deletes, and the id that tells a desk."""
    with closing(Database(path)) as db:
        found = {name: db.value(f"PRAGMA {name}") for name in
                 ("journal_mode", "synchronous", "foreign_keys", "recursive_triggers", "application_id")}  # fmt: skip
    assert found == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "recursive_triggers": 1,
                     "application_id": APPLICATION_ID}  # fmt: skip


def test_a_row_that_names_a_missing_one_is_refused(store: Store) -> None:
    """Foreign keys are enforced on every connection: no claim without its article."""
    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
        store.bookmarks.set("Ada", 4, 5, "2025-05-01")


def test_sqlite_utils_sees_the_search_index(store: Store, path: Path) -> None:
    """People who open the file with sqlite-utils or Datasette can search it without being told how."""
    keep_records(store, make_record("The lighthouse burns whale oil"), make_record("The harbour is frozen"))
    db = sqlite_utils.Database(path)
    table = db.table("prior_record")
    assert table.detect_fts() == "prior_record_fts"
    assert [row["claim"] for row in table.search("lighthouses")] == ["The lighthouse burns whale oil"]
    db.close()


def test_the_papers_name_every_table_view_and_column(store: Store, path: Path) -> None:
    """db/README.md tells each table, view and column in plain words; none is forgotten when the schema grows."""
    told = {word for span in re.findall(r"`([^`\n]+)`", (DB / "README.md").read_text(encoding="utf-8"))
            for word in re.findall(r"\w+", span)}  # fmt: skip
    with closing(sqlite3.connect(path)) as connection:
        names = [
            name
            for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")
            if not re.match(r"sqlite_|prior_record_(fts|unspaced)_(?!vocab)", name)
        ]
        columns = {name: [row[1] for row in connection.execute(f'PRAGMA table_info("{name}")')] for name in names}
    assert len(names) > 20
    sections = db_sections()
    missing = {name for name in names if name not in told}
    missing |= {f"{name}.{column}" for name in names for column in columns[name]
                if column not in re.findall(r"\w+", sections.get(name, ""))}  # fmt: skip
    assert missing == set()


def db_sections() -> dict[str, str]:
    """Each ``### `name` `` section of db/README.md, by the names in its heading."""
    parts = re.split(r"^#{2,3} (.+)$", (DB / "README.md").read_text(encoding="utf-8"), flags=re.MULTILINE)
    return {
        name: body
        for heading, body in zip(parts[1::2], parts[2::2], strict=True)
        for name in re.findall(r"`(\w+)`", heading)
    }
