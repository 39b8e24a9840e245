"""The desk beside other programs, in the same pty: ``python tests/bench/beside.py``. Nothing is asserted.

Textual alone is a list of 500 lines. Posting, Harlequin, Toolong and VisiData are installed by pip, each into an
environment of its own in a folder of the machine's for temporary files (``--folder``), where they stay for the next
time; tig is used where it is installed. A program that cannot be had is a line that says so.

What is measured: from the start of the process to the first frame with its content (medians of several starts, less
what the pty takes to start a program); from the writing of a key to the last byte that it paints, and these bytes
(medians of several keys); the memory that the process holds after them. Each gets a key that moves a cursor, or types
where the program begins in a field.
"""

from __future__ import annotations

import argparse
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from run import PAUSE_MS, SAMPLE, machine, median_ms, program, run
from terminal import DOWN, PROGRAM, Terminal

STARTS = 5
LONGEST_SECONDS = 30.0  # for a first frame
KEYS = 15  # the demo has 20 claims; a key that moves nothing paints nothing
PIP = ("install", "--quiet", "--disable-pip-version-check", "--retries", "1", "--timeout", "20")
LINES = 500  # of what the other programs are given to show


class NotThereError(Exception):
    """A program that cannot be had here; says why."""


@dataclass(frozen=True, slots=True)
class Beside:
    """A program, what it is started on, what its first frame shows, and a key that paints."""

    name: str
    command: Callable[[Path], str]  # by the folder of the environments
    arguments: tuple[str, ...]
    shows: str
    key: str = "j"


def installed(package: str, command: str, without: str = "") -> Callable[[Path], str]:
    """Gives the program of a package, which is installed where it was not before.

    :param without: what it can do without, and fails with (Posting 2.11 with today's tree-sitter)
    """

    def find(folder: Path) -> str:
        path = folder / package / "bin" / command
        if not path.exists():
            venv.create(folder / package, with_pip=True, clear=True)
            pip = [str(folder / package / "bin" / "python"), "-m", "pip"]
            done = subprocess.run([*pip, *PIP, package], capture_output=True, text=True, check=False)
            if done.returncode:
                said = [line for line in done.stderr.splitlines() if line.startswith("ERROR")]
                raise NotThereError(f"not installed: {said[-1] if said else 'pip failed'}")
            if without:
                subprocess.run([*pip, "uninstall", "--quiet", "--yes", without], capture_output=True, check=True)
        return str(path)

    return find


def on_the_path(command: str) -> Callable[[Path], str]:
    def find(_: Path) -> str:
        if path := shutil.which(command):
            return path
        raise NotThereError(f"not installed: the system's packages have it as {command}")

    return find


# what the framework itself takes: no desk that is drawn by it can be there earlier
TEXTUAL = """
from textual.app import App
from textual.widgets import OptionList

class Alone(App):
    def compose(self):
        yield OptionList(*(f"line {number} alone" for number in range(500)))

Alone().run()
"""


BESIDE = (
    Beside("Textual alone", lambda _: sys.executable, ("-c", TEXTUAL), "line 3 alone", key=DOWN),
    Beside("Posting", installed("posting", "posting", without="tree-sitter"), ("--collection", "requests"), "Send"),
    Beside("Harlequin", installed("harlequin", "harlequin"), ("-a", "sqlite", "harlequin.db"), "Catalog"),
    Beside("Toolong", installed("toolong", "tl"), ("lines.log",), "of the log", key="k"),
    Beside("VisiData", installed("visidata", "vd"), ("lines.csv",), "line 12"),
    Beside("tig", on_the_path("tig"), (), "commit 490"),
)


def prepare(home: Path) -> None:
    """What each program is started on: the demo, and a few hundred lines, rows and commits."""
    program(home, "--db", "desk.db", "import", SAMPLE / "archive.ndjson")
    program(home, "--db", "desk.db", "add", SAMPLE / "article.txt")
    (home / "requests").mkdir()
    lines = [f"line {number} of the log" for number in range(LINES)]
    (home / "lines.log").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (home / "lines.csv").write_text(
        "number,words\n" + "".join(f"{n},{line}\n" for n, line in enumerate(lines)), "utf-8"
    )
    if git := shutil.which("git"):
        subprocess.run([git, "init", "--quiet", str(home)], check=True)
        commits = "".join(
            f"commit refs/heads/main\ncommitter Ada <ada@example.org> {n} +0000\ndata <<.\ncommit {n}\n.\n"
            for n in range(LINES)
        )
        subprocess.run([git, "-C", str(home), "fast-import", "--quiet"], input=commits, text=True, check=True)
        subprocess.run([git, "-C", str(home), "symbolic-ref", "HEAD", "refs/heads/main"], check=True)


def held(terminal: Terminal) -> float:
    """The memory that the program holds now, in MB; 0 where /proc does not tell."""
    status = Path(f"/proc/{terminal.process.pid}/status")
    found = re.search(r"VmRSS:\s+(\d+)", status.read_text("utf-8")) if status.is_file() else None
    return int(found[1]) / 1024 if found else 0.0


def opened(home: Path, command: tuple[str, ...], shows: str) -> tuple[Terminal, float]:
    """A program in a terminal, and the seconds to its first frame."""
    began = time.perf_counter()
    terminal = Terminal(home=home, program=command)
    try:
        while shows.encode() not in terminal.raw:
            terminal.wait_for_bytes()
            if time.perf_counter() - began > LONGEST_SECONDS:
                terminal.process.kill()
                raise NotThereError(f"“{shows}” never came")
    except OSError as error:  # the other end was closed
        raise NotThereError(f"ended by itself with status {terminal.process.wait()}") from error
    return terminal, time.perf_counter() - began


def first_paint(home: Path, command: tuple[str, ...], shows: str) -> float:
    terminal, took = opened(home, command, shows)
    with terminal:
        terminal.settle()
        terminal.process.kill()
    return took


def measure(home: Path, command: tuple[str, ...], shows: str, key: str, harness: float) -> str:
    """The figures of a program as the cells of a line."""
    paint = median_ms(lambda: first_paint(home, command, shows), STARTS) - harness
    terminal, _ = opened(home, command, shows)
    with terminal:
        terminal.settle(1.0)
        milliseconds: list[float] = []
        counts: list[int] = []
        for _ in range(KEYS):
            before = len(terminal.raw)
            first, _ = terminal.time_key(key, PAUSE_MS / 1000)
            milliseconds.append(first * 1000)
            counts.append(len(terminal.raw) - before)
        memory = held(terminal)
        terminal.process.kill()
    return (
        f"{paint:>10.0f} ms {statistics.median(milliseconds):>9.1f} ms {statistics.median(counts):>10,.0f}"
        f" {memory:>9.0f} MB"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()) / "factcheck-tui-beside")
    folder = parser.parse_args().folder
    print(f"{machine()}\nmedians of {STARTS} starts, of {KEYS} keys\n")
    print(f"{'':<14} {'first paint':>13} {'key to paint':>12} {'bytes a key':>10} {'memory':>12}")
    with tempfile.TemporaryDirectory() as home_folder:
        home = Path(home_folder)
        prepare(home)
        harness = median_ms(lambda: run(home, "-I", "-S", "-c", "pass"))
        ours = (*PROGRAM, "--db", "desk.db", "open")
        print(f"{'this desk':<14} {measure(home, ours, '20 claims', 'j', harness)}", flush=True)
        for beside in BESIDE:
            try:
                command = (beside.command(folder), *beside.arguments)
                told = measure(home, command, beside.shows, beside.key, harness)
            except NotThereError as reason:
                told = str(reason)
            print(f"{beside.name:<14} {told}", flush=True)


if __name__ == "__main__":
    main()
