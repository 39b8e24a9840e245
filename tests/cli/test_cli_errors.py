"""Bad input: one clear sentence on stderr, status 1, nothing changed. Wrong usage is 2."""

import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from command_line import Run, environment

BINARY = bytes(range(256)) * 40


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with files that are no articles and no archives."""
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "blank.txt").write_bytes(b" \n\n\t\n")
    (tmp_path / "binary.bin").write_bytes(BINARY)
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + BINARY)
    (tmp_path / "folder").mkdir()
    return tmp_path


def refused(run: Run, *arguments: str | Path, **how: str) -> str:
    """Run what must fail; gives its one line."""
    done = run(*arguments, **how)
    assert done.status == 1, done
    assert done.out == ""
    [line] = done.err.splitlines()
    assert line.startswith("factcheck-tui: ") and line.rstrip().endswith(".") and "Traceback" not in line
    return line


NO_TEXT = ("empty.txt", "blank.txt", "binary.bin", "picture.txt")


@pytest.mark.parametrize(
    ("command", "name"),
    [
        *(("claims", name) for name in NO_TEXT),
        *((command, name) for command in ("add", "import") for name in (*NO_TEXT, "missing.txt", "folder")),
    ],
)
def test_files_that_cannot_be_read_make_no_desk(run: Run, folder: Path, command: str, name: str) -> None:
    """A missing, empty or binary file and a directory are named, and no database comes of it."""
    assert name in refused(run, command, name)
    assert list(folder.glob("desk.db*")) == []


@pytest.mark.parametrize("name", ["missing.txt", "empty.txt", "binary.bin", "folder"])
@pytest.mark.parametrize("command", ["add", "import"])
def test_files_that_cannot_be_read_change_nothing(run: Run, desk: Path, folder: Path, command: str, name: str) -> None:
    """The desk's file is the same, byte for byte."""
    before = desk.read_bytes()
    refused(run, command, name)
    assert desk.read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (("mark", "1", "1", "maybe"), "maybe"),
        (("mark", "1", "21", "confirmed"), "21"),
        (("mark", "1", "3-2", "confirmed"), "3-2"),
        (("mark", "1", "one", "confirmed"), "one"),
        (("mark", "99", "1", "confirmed"), "99"),
        (("mark", "no such title", "1", "confirmed"), "no such title"),
        (("claims", "no such title"), "no such title"),
        (("link", "1", "1", "no-such-record"), "no-such-record"),
        (("link", "1", "1-2", "demo-0001"), "1-2"),
        (("note", "99", "1", "words"), "99"),
        (("history", "99"), "99"),
        (("history", "1", "77"), "77"),
        (("export", "99"), "99"),
        (("export", "--verdict", "maybe"), "maybe"),
        (("export", "--fail-on", "maybe"), "maybe"),
        (("export", "--format", "pdf"), "pdf"),
        (("export", "-o", "list.pdf"), "list.pdf"),
        (("export", "-o", "no/such/folder/list.csv"), "no/such/folder"),
        (("open", "no such title"), "no such title"),
        (("backup", "desk.db"), "desk.db"),
        (("match", "--input", "missing.ndjson"), "missing.ndjson"),
        (("import", "desk.db"), "desk.db"),
        (("import", "desk.db", "--format", "nonsense"), "nonsense"),
        (("demo",), "desk.db"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else value,
)
def test_what_the_desk_does_not_know_is_named(run: Run, desk: Path, arguments: tuple[str, ...], named: str) -> None:
    """An unknown verdict, article, claim, record or form: a sentence that names it, and the same bytes in the file."""
    before = desk.read_bytes()
    if arguments == ("demo",):
        arguments = ("--db", str(desk), "demo")
    assert named in refused(run, *arguments)
    assert desk.read_bytes() == before


def _other_program(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE bookmarks (url TEXT)")
        connection.commit()


def _newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        [(table,)] = connection.execute("SELECT name FROM sqlite_master WHERE name LIKE '%migrations'").fetchall()
        connection.execute(
            f"INSERT INTO {table} (migration_set, name, applied_at) VALUES ('factcheck-tui', '9999_later', '2099')"
        )
        connection.commit()
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


COMMANDS = [
    *(
        ("add", "article.txt"),
        ("import", "archive.ndjson"),
        ("articles",),
        ("put-away", "1"),
        ("claims", "1"),
        ("match", "text"),
        ("open",),
    ),
    *(
        ("mark", "1", "1", "confirmed"),
        ("link", "1", "1", "x"),
        ("note", "1", "1", "x"),
        ("history", "1"),
        ("export",),
    ),
    *(("backup", "copy.db"), ("check",)),
]


@pytest.mark.parametrize("kind", ["no database", "of another program", "newer", "a folder"])
def test_a_database_that_is_no_desk_of_ours_is_left_alone(
    run: Run, desk: Path, tmp_path: Path, sample: Path, kind: str
) -> None:
    """No command touches a file that is no database, another program's, or written by a newer version."""
    for name in ("article.txt", "archive.ndjson"):
        shutil.copy(sample / name, tmp_path)
    if kind == "no database":
        desk.write_bytes(b"not a database at all, but long enough to be one " * 100)
    elif kind == "newer":
        _newer(desk)
    else:
        desk.unlink()
        desk.mkdir() if kind == "a folder" else _other_program(desk)
    before = desk.read_bytes() if desk.is_file() else b""
    commands = COMMANDS if kind == "of another program" else COMMANDS[::3]
    for command in commands:
        assert "desk.db" in refused(run, *command)
        assert (desk.read_bytes() if desk.is_file() else b"") == before
    assert not (tmp_path / "copy.db").exists()


def test_commands_that_only_read_make_no_desk(run: Run, tmp_path: Path) -> None:
    """Without a desk they say so; nothing is made at the path."""
    for command in (("articles",), ("match", "text"), ("export",), ("check",), ("mark", "1", "1", "c")):
        assert "desk.db" in refused(run, *command)
    assert list(tmp_path.glob("desk.db*")) == []


@pytest.mark.parametrize(
    "settings", ["checker = 5", "no toml at all", 'colour = "blue"', 'clipboard = "sometimes"'], ids=str.split
)
def test_settings_that_mean_nothing_are_refused(run: Run, tmp_path: Path, settings: str) -> None:
    """A sentence that names the settings file."""
    (tmp_path / ".config" / "factcheck-tui").mkdir(parents=True)
    (tmp_path / ".config" / "factcheck-tui" / "config.toml").write_text(settings, "utf-8")
    assert "config.toml" in refused(run, "articles")


@pytest.mark.parametrize(
    "arguments",
    [
        *(("nonsense",), ("add",), ("import",), ("match",), ("mark", "1"), ("export", "--nonsense"), ("--db",)),
        *(("match", "text", "--limit", "0"), ("link", "1", "1", "x", "--adopt", "--dismiss"), ("compare", "one")),
    ],
    ids=" ".join,
)
def test_wrong_usage_is_status_2(run: Run, tmp_path: Path, arguments: tuple[str, ...]) -> None:
    """Click's own sentence on stderr, and no desk is made."""
    done = run(*arguments)
    assert done.status == 2 and done.out == "" and "Error: " in done.err
    assert list(tmp_path.glob("desk.db*")) == []


def test_a_desk_that_another_program_is_writing_to_is_waited_for(desk: Path) -> None:
    """A lock that is let go of within seconds is no failure."""
    with closing(sqlite3.connect(desk, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        marking = subprocess.Popen(
            [sys.executable, "-m", "factcheck_tui", "--db", str(desk), "mark", "1", "1", "confirmed"],
            env=environment(desk.parent),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        with pytest.raises(subprocess.TimeoutExpired):
            marking.wait(1)
        other.execute("COMMIT")
        out, err = marking.communicate(timeout=60)
    assert (marking.returncode, out.decode(), err) == (0, "claim 1: confirmed\n", b"")
