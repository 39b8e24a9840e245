"""Drafts and sources stay on the machine: only the commands that fetch open a connection; files are one's own."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

PROGRAM = """
import asyncio, os, sys
from pathlib import Path

NETWORK = ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto", "socket.bind")

def hook(event, arguments):
    if event in NETWORK:
        os.write(1, f"NETWORK {event}\\n".encode())  # past whatever captures what is printed
        raise RuntimeError(f"{event} {arguments}")

sys.addaudithook(hook)

from click.testing import CliRunner
from factcheck_tui.cli import cli

def run(*arguments):
    done = CliRunner().invoke(cli, ["--db", "desk.db", *arguments])
    print(arguments[0], done.exit_code, flush=True)
    if not isinstance(done.exception, (type(None), SystemExit)):
        raise done.exception

sample = Path(sys.argv[1])
run("import", str(sample / "archive.ndjson"))
run("add", str(sample / "article.txt"))
run("articles")
run("claims", "1")
run("match", "The tower is 300 metres tall")
run("search", "tower")
run("compare", "It rose", "It fell")
run("mark", "1", "1", "disputed")
run("note", "1", "1", "asked the owner")
run("evidence", "add", "1", "1", "--title", "The owner's letter", "--url", "https://example.org/letter")
run("export", "--format", "html", "--output", "list.html")
run("export", "--format", "claimreview", "--output", "list.jsonld")
run("history", "1")
run("backup", "copy.db")
run("check")

from factcheck_tui.config import Config
from factcheck_tui.ui.app import FactcheckApp

async def sit_at_the_desk():
    app = FactcheckApp(Config(checker="Ada", database=Path("desk.db"), clipboard="off"))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("j", "c", "y", "S", *"tower")
        await pilot.pause(0.5)

asyncio.run(sit_at_the_desk())
print("done")
"""


def test_no_command_but_fetching_opens_a_connection(tmp_path: Path, sample: Path) -> None:
    """With every way to the network cut off by an audit hook, reading, matching, deciding, exporting, copying and the
    desk itself work, and nothing of them tried.
    """
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(sample)],
        cwd=tmp_path,
        env={**os.environ, "HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "NETWORK" not in done.stdout
    assert done.stdout.splitlines()[-1] == "done"
    assert {line.split()[1] for line in done.stdout.splitlines()[:-1]} == {"0"}


def test_the_hook_sees_a_connection(tmp_path: Path) -> None:
    """The same hook stops what does connect: `fetch`, which a person asks for."""
    begin = PROGRAM[: PROGRAM.index("sample = ")]
    program = begin + "run('fetch', '--feed', 'http://127.0.0.1:9/feed.json')\n"
    done = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, timeout=60)
    assert "NETWORK" in done.stdout


def test_a_desk_and_its_copies_are_their_owners_alone(tmp_path: Path, sample: Path) -> None:
    """The file, what lies beside it, a backup and a restored desk can be read by nobody else."""
    run = [sys.executable, "-m", "factcheck_tui", "--db", "new/desk.db"]
    for command in (["add", str(sample / "article.txt")], ["backup", "new/copy.db"], ["restore", "new/copy.db"]):
        subprocess.run([*run, *command], cwd=tmp_path, check=True, capture_output=True, timeout=60)
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o700
    modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in (tmp_path / "new").iterdir()}
    assert set(modes) >= {"desk.db", "copy.db", "desk-before-restore.db"}
    assert set(modes.values()) == {0o600}
