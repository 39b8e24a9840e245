"""`merge`, and `import` that tells a colleague's work by its content."""

import json
import shutil
from pathlib import Path

from command_line import Run


def test_a_colleagues_work_is_merged(run: Run, desk: Path, tmp_path: Path) -> None:
    """A desk file or a list in JSON; counts and conflicts are printed, and again is harmless."""
    shutil.copy(desk, tmp_path / "ben.db")
    run("mark", "1", "1", "confirmed")
    run("--db", "ben.db", "--as", "Ben", "mark", "1", "1,2", "disputed")
    run("--db", "ben.db", "export", "-o", "ben.json")
    dry = run("merge", "ben.json", "--dry-run")
    assert "dry run" in dry.out and run("history", "1", "2").out == "Nothing has been decided yet.\n"
    merged = run("merge", "ben.db")
    assert merged.status == 0
    assert "1 decided differently by both" in merged.out
    assert "verdict: confirmed (Ada), not disputed (Ben)" in merged.out
    assert [claim["verdict"] for claim in run("claims", "1", "--json").objects[:2]] == ["confirmed", "disputed"]
    [again] = run("import", "ben.json", "--json").objects
    assert (again["decisions"], again["known_decisions"], len(again["conflicts"])) == (0, 2, 1)
    assert again["conflicts"][0]["their_checker"] == "Ben"


def test_what_cannot_be_merged_is_said(run: Run, desk: Path, tmp_path: Path, sample: Path) -> None:
    """One sentence on standard error, status 1; `import` of another program's database too."""
    (tmp_path / "cut.json").write_text(json.dumps({"format": "factcheck-tui verdict list"})[:-1])
    for arguments in (("merge", sample / "archive.ndjson"), ("merge", "cut.json"), ("merge", "none.db")):
        refused = run(*arguments)
        assert (refused.status, len(refused.err.splitlines()), refused.out) == (1, 1, "")
