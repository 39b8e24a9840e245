"""`import` of folders, archives and pipes, what it asks of a sheet, and `ratings`."""

import json
import os
import pty
import subprocess
import sys
import zipfile
from pathlib import Path

from command_line import Run, environment

from factcheck_tui.cli.progress import TimeLeft, progress_line

SHEET = "Behauptung;Wer;Urteil;Claim\nDie Brücke ist neu.;Ana;Falsch;1\n"


def test_a_folder_with_an_archive_and_a_bad_file(run: Run, tmp_path: Path) -> None:
    """All files are read, each with its report; what cannot be read is one sentence, and the status is 1."""
    folder = tmp_path / "dump"
    folder.mkdir()
    (folder / "a.ndjson").write_text('{"id": "a", "claim": "One."}\n', "utf-8")
    (folder / "b.txt").write_text("Nothing to see here.\n", "utf-8")
    with zipfile.ZipFile(folder / "c.zip", "w") as archive:
        archive.writestr("d.csv", "claim,verdict\nTwo.,False\n")
    done = run("import", "dump", "--json")
    assert done.status == 1
    assert [(report["source"], report["added"]) for report in done.objects] == [
        ("dump/a.ndjson", 1),
        ("dump/c.zip/d.csv", 1),
    ]
    (said,) = [line for line in done.err.splitlines() if line.startswith("factcheck-tui:")]
    assert "dump/b.txt is of no form that we know" in said


def test_standard_input(run: Run) -> None:
    """`-` is what comes by a pipe."""
    [report] = run("import", "-", "--json", input=b'{"id": "a", "claim": "One."}\n').objects
    assert (report["source"], report["added"]) == ("-", 1)


def test_refused_rows_and_a_cut_file(run: Run, tmp_path: Path) -> None:
    """The report names the file of refused rows; a cut file's rows are kept, its line is said, the status is 1."""
    (tmp_path / "a.json").write_text('[\n{"id": "a", "claim": "One."},\n{"id": "b"},\n{"id": "c", "cl', "utf-8")
    done = run("import", "a.json", "--refused", "bad.ndjson", "--json")
    [report] = done.objects
    assert done.status == 1 and "line 4" in done.err
    assert (report["added"], report["refused"], report["refused_file"]) == (1, 1, "bad.ndjson")
    assert "line 4" in report["stopped"]
    assert (tmp_path / "bad.ndjson").read_text("utf-8") == '{"id": "b"}\n'
    assert "bad.ndjson exists already" in run("import", "a.json", "--refused", "bad.ndjson").err


def test_a_dry_run_makes_no_desk(run: Run, tmp_path: Path) -> None:
    """Where there is no desk a dry run counts as for a new one, and leaves none behind."""
    (tmp_path / "a.ndjson").write_text('{"id": "a", "claim": "One."}\n{"claim": ""}\n', "utf-8")
    [report] = run("import", "a.ndjson", "--dry-run", "--json").objects
    assert (report["added"], report["refused"], report["refused_file"]) == (1, 1, "")
    assert [path.name for path in tmp_path.iterdir()] == ["a.ndjson"]


def test_a_sheet_is_shown_before_it_is_read(run: Run, tmp_path: Path) -> None:
    """Where nobody can be asked, each column stands with its field and values on standard error."""
    (tmp_path / "sheet.csv").write_text(SHEET, "utf-8")
    shown = run("import", "sheet.csv", "--json").err
    assert "Behauptung -> (left out)   Die Brücke ist neu." in shown
    assert "Claim -> claim        1" in shown


def test_a_terminal_is_asked_how_a_sheet_is_read(run: Run, tmp_path: Path) -> None:
    """A column is changed, a wrong answer asked again, Enter reads; the same headers are not asked for again."""
    (tmp_path / "sheet.csv").write_text(SHEET, "utf-8")
    answers = "nonsense\nBehauptung=claim\nWer=claimant\nUrteil=rating\n\n"
    done = _at_a_terminal(tmp_path, answers)
    assert done.returncode == 0
    [report] = map(json.loads, done.stdout.splitlines())
    assert report["columns"] == {"Behauptung": "claim", "Wer": "claimant", "Urteil": "rating"}
    [again] = run("import", "sheet.csv", "--json").objects
    assert (again["unchanged"], again["columns"]) == (1, report["columns"])
    (tmp_path / "sheet.csv").write_text(SHEET.replace("Wer", "Von wem"), "utf-8")
    stopped = _at_a_terminal(tmp_path, "q\n")
    assert (stopped.returncode, stopped.stdout) == (1, b"")
    assert b"was not imported" in stopped.stderr


def _at_a_terminal(home: Path, typed: str) -> "subprocess.CompletedProcess[bytes]":
    ours, theirs = pty.openpty()
    try:
        os.write(ours, typed.encode())
        return subprocess.run(
            [sys.executable, "-m", "factcheck_tui", "--db", "desk.db", "import", "sheet.csv", "--json"],
            cwd=home,
            env=environment(home),
            stdin=theirs,
            capture_output=True,
            check=False,
            timeout=60,
        )
    finally:
        os.close(ours)
        os.close(theirs)


def test_ratings_are_listed_set_and_carried_in_a_file(run: Run, tmp_path: Path) -> None:
    """What an import could not map is listed with counts; mapped later, the record has its verdict."""
    (tmp_path / "a.ndjson").write_text('{"id": "a", "claim": "Snow fell in May.", "rating": "Soaked"}\n', "utf-8")
    assert "“Soaked” (1)" in run("import", "a.ndjson").out
    [listed] = run("ratings", "list", "--unmapped", "--json").objects
    assert listed == {"label": "Soaked", "verdict": None, "records": 1, "unmapped": 1}
    assert "1 record changed" in run("ratings", "set", "SOAKED", "disputed").out
    [found] = run("match", "Snow fell in May.", "--json").objects
    assert (found["matches"][0]["verdict"], found["matches"][0]["rating"]) == ("disputed", "Soaked")
    assert run("ratings", "list", "--unmapped").out == ""
    run("ratings", "export", "map.csv")
    mended = (tmp_path / "map.csv").read_text("utf-8").replace("Soaked,disputed", "Soaked,confirmed")
    (tmp_path / "map.csv").write_text(mended, "utf-8")
    assert run("ratings", "import", "map.csv", "--json").objects == [{"records": 1}]
    assert run("ratings", "export", "-").out == mended
    assert "is there already" in run("ratings", "export", "map.csv").err
    for wrong in (("set", "Soaked", "maybe"), ("import", "none.csv")):
        done = run("ratings", *wrong)
        assert (done.status, len(done.err.splitlines())) == (1, 1)
    assert run("ratings", "set", "Soaked").status == 2


def test_the_time_left_is_right_for_an_import_that_slows_down() -> None:
    """From a tenth of the work on it is within 20 %, where the rate falls to two thirds as the index grows."""
    size, at, done = 1000, 0.0, 0
    took = sum(1 + step / (2 * size) for step in range(size))
    left = TimeLeft(0.0)
    while done < size:
        at += 1 + done / (2 * size)
        done += 1
        left.mark(at, done)
        told = left.seconds(size)
        assert told is not None
        if done > size // 10:
            assert abs(at + told - took) < 0.2 * took
    assert left.seconds(size) == 0


def test_the_words_of_progress() -> None:
    """Bar, share, rows, rate and time left; a size that is wrong does no harm."""
    words = progress_line("a.csv", 25, 100, 5000, 2.0, 3725.0)
    assert words == f"a.csv {'▓' * 6}{'░' * 18} 25%  5,000 rows  2,500/s  1:02:05 left"
    assert "100%" in progress_line("a.csv", 7, 0, 1, 1.0, None)
