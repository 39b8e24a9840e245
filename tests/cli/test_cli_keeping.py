"""Copies, restoring and repairing by the command line."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from command_line import Run


def test_a_backup_is_restored_and_what_stood_there_is_kept(run: Run, desk: Path, tmp_path: Path) -> None:
    """backup, a wrong decision, restore: the desk is as it was, and the file of before lies beside it."""
    assert run("backup", "copy.db").status == 0
    assert run("mark", "1", "1", "disputed").status == 0
    done = run("restore", "copy.db", "--json")
    assert (done.status, done.err) == (0, "")
    kept = tmp_path / "desk-before-restore.db"
    assert done.objects == [{"path": str(desk), "from": "copy.db", "kept": str(kept)}]
    assert "disputed" not in run("export", "--format", "csv", "--output", "-").out
    assert "disputed" in run("--db", str(kept), "export", "--format", "csv", "--output", "-").out
    assert "is kept in" in run("restore", "copy.db").out


def test_restoring_what_is_no_desk_is_one_sentence(run: Run, desk: Path, tmp_path: Path) -> None:
    """A missing file and a text: status 1, the desk untouched."""
    (tmp_path / "notes.txt").write_text("words " * 200)
    before = desk.read_bytes()
    for name in ("missing.db", "notes.txt"):
        done = run("restore", name)
        assert done.status == 1 and name in done.err and len(done.err.splitlines()) == 1
    assert desk.read_bytes() == before


def test_check_repairs_what_can_be_made_anew(run: Run, desk: Path) -> None:
    """check finds a view that is not ours and says how to mend it; --repair does, and then all is well."""
    with closing(sqlite3.connect(desk)) as connection:
        connection.executescript("DROP VIEW progress; CREATE VIEW progress AS SELECT 1 AS one")
    ill = run("check")
    assert ill.status == 1 and "the view progress is not as it was made" in ill.out + ill.err
    mended = run("check", "--repair", "--json")
    assert mended.status == 0
    assert (mended.objects[0]["problems"], mended.objects[0]["repaired"]) == (
        [],
        ["the view progress is not as it was made"],
    )
    assert json.loads(run("check", "--json").out)["repaired"] == []


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        ('theme = "textual-lihgt"', "Is “textual-light” meant?"),
        ('[keys]\nconfirm = "d"', "d is the key of “dispute”"),
        ('[keys]\nconfrim = "C"', "Is “confirm” meant?"),
    ],
)
def test_check_tells_of_settings_that_the_desk_would_not_open_with(
    run: Run, desk: Path, tmp_path: Path, lines: str, words: str
) -> None:
    """All is not well when the desk does not open; what is right is no fault."""
    folder = Path(run("locate", "config").out.strip()).parent
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "config.toml").write_text(lines, encoding="utf-8")
    ill = run("check")
    assert ill.status == 1 and words in ill.out and "mend the settings" in ill.out
    (folder / "config.toml").write_text('theme = "ansi-dark"\n[keys]\nconfirm = "F2"\n', encoding="utf-8")
    sound = run("check")
    assert sound.status == 0, sound.out


@pytest.mark.parametrize(
    ("variables", "colours"),
    [
        ({"COLORTERM": "truecolor", "NO_COLOR": ""}, "16 million"),
        ({"COLORTERM": "", "TERM": "screen-256color", "NO_COLOR": ""}, "256"),
        ({"COLORTERM": "", "TERM": "xterm", "NO_COLOR": ""}, "16"),
        ({"COLORTERM": "truecolor", "NO_COLOR": "1"}, "the terminal's own alone (NO_COLOR)"),
    ],
)
def test_check_tells_how_many_colours_there_are(run: Run, desk: Path, variables: dict[str, str], colours: str) -> None:
    """For a report of what is wrong: what the desk draws with on this terminal."""
    assert run("check", "--json", **variables).objects[0]["terminal"]["colours"] == colours
    assert f"  colours: {colours}\n" in run("check", **variables).out
