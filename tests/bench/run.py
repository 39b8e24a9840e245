"""How quick the program is on this machine, each figure beside its budget. Nothing is asserted; `make bench` runs it.

The screens are measured in a pty, as a person has them: the clock runs from the start of the process to the first
frame that shows the claim with its number, and from the writing of a key to the last byte that it paints.
"""

from __future__ import annotations

import json
import os
import platform
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "tests" / "terminal"))

import adding  # noqa: E402 - beside this file
from desk_file import rows  # noqa: E402 - found only by the line above
from terminal import Terminal, environment  # noqa: E402 - found only by the line above

POLITIFACT = ROOT.parent / "shared" / "data" / "politifact"
SAMPLE = ROOT / "db" / "sample"
REPEATS = 9
CLAIMS = (500, 5_000)  # of an article
KEYS = 40
PAUSE_MS = 40.0  # without output after which a key is painted; a held key repeats every 33 ms
BETWEEN = 0.2  # seconds: a verdict key that comes again within 150 ms is taken for one that is held down
PLACES = ("harbour", "valley", "airport", "library", "stadium", "hospital", "reservoir", "tramway", "market", "museum")
UNITS = ("million euros", "percent", "visitors", "jobs", "metres", "hectares", "families", "years")


def main() -> None:
    print(machine())
    print(f"medians of {REPEATS} runs, or of {KEYS} keys\n")
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        starting(home)
        adding_articles()
        painting(home)
        if POLITIFACT.is_dir():
            archive(home)
            painting_with_archive(home)
        else:
            print("no ../shared/data: import and matching were not measured")


def machine() -> str:
    """What the figures were taken on."""
    cores = f"{os.cpu_count()} cores, {platform.machine()}, {platform.system()} {platform.release()}"
    return f"{cores}; Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}"


def show(what: str, figure: str, budget: str = "") -> None:
    """A line of the report."""
    print(f"{what:<58} {figure:>12}" + (f"   budget {budget}" if budget else ""), flush=True)


def median_ms(measured: Callable[[], float], repeats: int = REPEATS) -> float:
    """The median of what a function measures in seconds, in milliseconds; once more before, to warm the caches."""
    measured()
    return statistics.median(measured() for _ in range(repeats)) * 1000


def run(home: Path, *arguments: str | Path) -> float:
    """Run a process without a terminal; its seconds."""
    began = time.perf_counter()
    subprocess.run(
        [sys.executable, *map(str, arguments)],
        cwd=home,
        env=environment(home),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        check=True,
    )
    return time.perf_counter() - began


def program(home: Path, *arguments: str | Path) -> float:
    """Run the program; its seconds."""
    return run(home, "-m", "factcheck_tui", *arguments)


def starting(home: Path) -> None:
    show("python -c pass", f"{median_ms(lambda: run(home, '-c', 'pass')):.0f} ms")
    show("import factcheck_tui.cli", f"{median_ms(lambda: run(home, '-c', 'import factcheck_tui.cli')):.0f} ms")
    show("factcheck-tui --version", f"{median_ms(lambda: program(home, '--version')):.0f} ms", "150 ms")


def adding_articles() -> None:
    for what, text, budget in (
        ("an article of 10,000 words", adding.article(10_000), "1,000 ms"),
        ("a transcript of 20,000 words", adding.transcript(20_000), "2,000 ms"),
    ):
        show(f"add {what}", f"{median_ms(lambda text=text: adding.seconds(text)):.0f} ms", budget)


def first_paint(home: Path, desk: Path, words: str) -> float:
    """Seconds from the start of the process to a frame with these words; the desk is then closed."""
    began = time.perf_counter()
    with Terminal("--db", desk, "open", home=home) as terminal:
        # the bytes are looked at, not the screen: a terminal drawn in Python would be half of the time
        while words.encode() not in terminal.raw:
            terminal.wait_for_bytes()
        took = time.perf_counter() - began
        terminal.wait_for(words)
        terminal.settle()
        terminal.send("\x11")
        terminal.ended()
    return took


def first_paint_ms(home: Path, desk: Path, words: str) -> float:
    """Median of the first paint, less what the harness itself takes to give the program its terminal."""
    harness = median_ms(lambda: run(home, "-I", "-S", "-c", "pass"))
    return median_ms(lambda: first_paint(home, desk, words)) - harness


def painting(home: Path) -> None:
    desk = home / "demo.db"
    program(home, "--db", desk, "import", SAMPLE / "archive.ndjson")
    program(home, "--db", desk, "add", SAMPLE / "article.txt")
    show("first paint, demo: 20 claims, 328 records", f"{first_paint_ms(home, desk, '20 claims'):.0f} ms", "350 ms")


def long_article(claims: int) -> str:
    """An article of our own making with so many claims and a headline."""
    lines = ["A year of building in figures"]
    for number in range(1, claims):
        place, unit = PLACES[number % len(PLACES)], UNITS[number % len(UNITS)]
        lines.append(
            f"The new {place} of district {number} brought {number * 37 % 991} {unit} in 2023, its owner said."
        )
    return "\n\n".join(lines) + "\n"


class Painted(NamedTuple):
    """What some presses of a key painted."""

    first: list[float]  # milliseconds to the first bytes: the row, lit or with its verdict
    last: list[float]  # to the last: the record and the place in the text are shown too
    counts: list[int]  # bytes

    def show(self, what: str) -> None:
        show(f"{what}: first paint, median", f"{statistics.median(self.first):.1f} ms", "20 ms")
        show(f"{what}: first paint, slowest", f"{max(self.first):.1f} ms", "50 ms")
        show(f"{what}: all that follows, median", f"{statistics.median(self.last):.1f} ms")
        show(f"{what}: bytes, median", f"{statistics.median(self.counts):,.0f}")


def painted(terminal: Terminal, key: str) -> Painted:
    """Press a key some times, from the first claim on, each time when the one before is painted."""
    found = Painted([], [], [])
    terminal.send("g")
    terminal.settle(1.0)
    for _ in range(KEYS):
        terminal.pause(BETWEEN)
        before = len(terminal.raw)
        first, last = terminal.time_key(key, PAUSE_MS / 1000)
        found.first.append(first * 1000)
        found.last.append(last * 1000)
        found.counts.append(len(terminal.raw) - before)
    return found


def painting_with_archive(home: Path) -> None:
    for claims in CLAIMS:
        desk = home / f"{claims}.db"
        shutil.copy(home / "politifact.db", desk)
        (home / "long.txt").write_text(long_article(claims), encoding="utf-8")
        program(home, "--db", desk, "add", "long.txt")
        behind = f"{claims:,} claims, 19,250 records"
        show(f"first paint, {behind}", f"{first_paint_ms(home, desk, f'{claims} claims'):.0f} ms", "350 ms")
        with Terminal("--db", desk, "open", home=home) as terminal:
            terminal.wait_for(f"{claims} claims")
            painted(terminal, "j").show(f"j while {claims:,} claims are matched")
            while rows(desk, "SELECT 1 FROM claim WHERE matched_with = 0"):
                terminal.pause(0.2)
            painted(terminal, "j").show(f"j, {claims:,} claims")
            painted(terminal, "d").show(f"d, {claims:,} claims")


def archive(home: Path) -> None:
    desk = home / "politifact.db"
    took, peak = importing(home, desk)
    show("import of 19,250 records (49 MB)", f"{took:.2f} s", "10 s")
    show("import: memory at its highest", f"{peak:.0f} MB")
    show("the desk's file", f"{desk.stat().st_size / 1e6:.0f} MB")
    took, _ = importing(home, desk)
    show("the same import again", f"{took:.2f} s")
    matching(desk)


def importing(home: Path, desk: Path) -> tuple[float, float]:
    """Seconds that an import takes, and the megabytes that its process held at most."""
    began = time.perf_counter()
    command = [sys.executable, "-m", "factcheck_tui", "--db", str(desk), "import", str(POLITIFACT / "records.ndjson")]
    process = subprocess.Popen(command, cwd=home, env=environment(home), stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return time.perf_counter() - began, usage.ru_maxrss / (1024 if sys.platform == "linux" else 1024**2)


def matching(desk: Path) -> None:
    """Time the matching of the dev queries, without the start of a process."""
    from factcheck_tui.desk import Desk

    lines = (POLITIFACT / "dev.queries.ndjson").read_text("utf-8").splitlines()
    texts = [json.loads(line)["text"] for line in lines]
    with Desk.open(desk, "bench") as opened:
        opened.match_text(texts[0])
        times = sorted(_timed(lambda text=text: opened.match_text(text)) for text in texts)
    show(f"match of a claim, {len(texts)} queries: median", f"{statistics.median(times):.1f} ms")
    show("match of a claim: 95th of 100", f"{times[int(len(times) * 0.95)]:.1f} ms")


def _timed(measured: Callable[[], object]) -> float:
    began = time.perf_counter()
    measured()
    return (time.perf_counter() - began) * 1000


if __name__ == "__main__":
    main()
