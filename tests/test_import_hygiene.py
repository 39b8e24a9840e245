"""What is slow to import is imported by the command that needs it: ``--help`` and ``--version`` answer at once."""

import subprocess
import sys

import pytest

SLOW = ("textual", "rich", "sqlite_utils", "rapidfuzz", "sqlite3", "sentencex", "markdown_it", "pyperclip")


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
    assert "sqlite_utils" in found
