"""The views as other programs see them: what db/README.md shows works, and gives the lists that `export` gives."""

import csv
import io
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from command_line import Run

README = (Path(__file__).resolve().parents[2] / "db" / "README.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^sqlite-utils query (?:[^`\n]*\n?)+?(?=\n|`)", README, flags=re.MULTILINE)


def queried(example: str, folder: Path) -> str:
    """What an example of the README prints for ``desk.db``."""
    name, *arguments = shlex.split(example)
    assert name == "sqlite-utils"
    done = subprocess.run(
        [sys.executable, "-m", "sqlite_utils", *arguments], cwd=folder, capture_output=True, text=True, check=True
    )
    return done.stdout


@pytest.fixture
def worked_on(run: Run, desk: Path) -> Path:
    """Two verdicts, a note, a wording, and a source that is open and one that is not."""
    run("mark", "1", "3", "disputed", "--note", "asked")
    run("mark", "1", "5", "confirmed")
    run("wording", "1", "3", "More than a fifth.")
    run("evidence", "add", "1", "3", "--title", "Yearbook", "--kind", "primary", "--locator", "p. 4")
    run("evidence", "add", "1", "3", "--title", "A voice", "--confidential")
    return desk


def test_the_examples_give_what_export_gives(run: Run, worked_on: Path) -> None:
    """The list and its sources: the same rows in the same order, by the README's own commands."""
    whole, sources, memo, pending, by_day = [queried(example, worked_on.parent) for example in EXAMPLES]
    run("export", "1", "-o", "list.csv")

    def rows(text: str) -> list[dict[str, str]]:
        return list(csv.DictReader(io.StringIO(text)))

    for text, name in ((whole, "list.csv"), (sources, "list.evidence.csv")):
        exported = rows((worked_on.parent / name).read_text(encoding="utf-8"))
        found = rows(text)
        assert found and found == [{column: row[column] for column in found[0]} for row in exported]
    assert [line.split()[0] for line in memo.splitlines()[2:5]] == ["disputed", "pending", "pending"]
    assert len(pending.splitlines()) == 2 + 18
    assert rows(by_day)[0]["verdicts"] == "2"
