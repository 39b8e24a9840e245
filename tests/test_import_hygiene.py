"""What is slow to import is imported by the command that needs it: ``--help`` and ``--version`` answer at once."""

import subprocess
import sys
from pathlib import Path

import pytest

from factcheck_tui.desk import Desk

SLOW = ("textual", "rich", "sqlite_utils", "rapidfuzz", "sqlite3", "sentencex", "markdown_it", "pyperclip")


# what no first paint shows: reading, claim finding, matching, migrating, copying, settings that nobody wrote
LATER = ("sqlite_utils", "secrets", "dateutil", "rapidfuzz", "sentencex", "markdown_it", "pyperclip", "tomllib")


def imported_with(module: str) -> set[str]:
    script = f"import sys, {module}; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return {name.split(".")[0] for name in done.stdout.split()}


@pytest.mark.parametrize("module", ["factcheck_tui.cli", "factcheck_tui.__main__"])
def test_the_command_line_starts_without_what_is_slow(module: str) -> None:
    """Importing the command line imports no screen, no store and no matcher."""
    assert imported_with(module).isdisjoint(SLOW)


def test_the_desk_works_without_screens() -> None:
    """A script or a machine without a terminal needs nothing of the screens."""
    found = imported_with("factcheck_tui.desk")
    assert found.isdisjoint({"textual", "rich", "pyperclip"})
    assert "sqlite3" in found


def test_the_first_paint_waits_for_nothing_it_does_not_show(tmp_path: Path) -> None:
    """A desk of today's schema is opened and its screens are there without what only later keys need."""
    path = tmp_path / "desk.db"
    Desk.open(path, "Ada").close()
    script = (
        "import sys, pathlib; from factcheck_tui import config; from factcheck_tui.desk import Desk;"
        "import factcheck_tui.ui.app; config.load(pathlib.Path('none.toml'));"
        "Desk.open(pathlib.Path(sys.argv[1]), 'Ada').articles(); print(*sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", script, path], capture_output=True, text=True, check=True)
    found = {name.split(".")[0] for name in done.stdout.split()}
    assert "textual" in found
    assert found.isdisjoint(LATER)
