"""How long the desk's event loop stands still while much is done beside it: ``python tests/bench/stalls.py``.

    python tests/bench/stalls.py [--share 1.0]

A million prior records are searched by keys in the archive, then 250,000 are imported by keys while the cursor goes
through an article; or a share of them. The real app runs in a pty; a task on its loop asks to be woken after five
milliseconds, again and again, and what it is late by is how long a key would have stood there. Nothing is asserted.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import full_desk
from importing import SHARED, write_lines
from run import machine, show
from size import SEARCHES
from terminal import ENTER, ESCAPE, Terminal

from factcheck_tui.config import Config
from factcheck_tui.ui.app import FactcheckApp
from factcheck_tui.ui.opening import Opening

RECORDS, IMPORTED, ARTICLES = 1_000_000, 250_000, 20
WAKE_SECONDS = 0.005
LETTER_SECONDS = 0.15  # between two letters of a quick typist
KEY_SECONDS = 0.1  # between two lines that the cursor goes
REST_SECONDS = 5.0
BUDGET_MS = 50.0

Late = tuple[float, float]  # when (in seconds of the wall clock), and by how many milliseconds


class Watched(FactcheckApp):
    """The app with a task that is woken all the time, and tells what it was late by in a file when it ends."""

    def __init__(self, database: Path, told: Path) -> None:
        settings = Config(checker="Zoe", database=database, clipboard="off")
        super().__init__(settings, Opening(settings, "1"))
        self._told = told

    async def on_ready(self) -> None:
        self._task = asyncio.create_task(self._watch())

    async def _watch(self) -> None:
        late: list[Late] = []
        try:
            while True:
                asked = time.perf_counter()
                await asyncio.sleep(WAKE_SECONDS)
                late.append((time.time(), (time.perf_counter() - asked - WAKE_SECONDS) * 1000))
        finally:
            self._told.write_text(json.dumps(late), encoding="utf-8")


def searching(desk: Terminal) -> None:
    """Type some searches into the archive, letter by letter."""
    desk.send("S")
    desk.wait_for("Archive:")
    for words in SEARCHES:
        for letter in words:
            desk.send(letter)
            desk.pause(LETTER_SECONDS)
        desk.pause(1.0)
        desk.send("\x15")  # takes the line away
        desk.pause(LETTER_SECONDS)
    desk.send(ESCAPE)
    desk.wait_for("Claims")


def importing(desk: Terminal, file: Path) -> None:
    """Import a file from the list of articles, and go through an article until it is done."""
    desk.send("q")
    desk.wait_for(" articles, ")
    desk.send("m")
    desk.wait_for("import")
    desk.send(str(file), ENTER)
    desk.wait_for("Importing ")
    desk.send(ENTER)
    desk.wait_for("Claims")
    keys = "j" * 15 + "k" * 15
    place = 0
    while not desk.shows(" added, "):
        desk.send(keys[place % len(keys)])
        desk.pause(KEY_SECONDS)
        place += 1


def tell(what: str, late: list[float]) -> None:
    """A line of the report."""
    cuts = statistics.quantiles(late, n=1000, method="inclusive")
    over = sum(each > BUDGET_MS for each in late)
    show(what, f"{max(late):.0f} ms", f"{BUDGET_MS:.0f} ms   999 of 1,000 under {cuts[998]:.0f} ms; longer: {over}")


def measure(home: Path, records: int, imported: int) -> None:
    database, file, told = home / "desk.db", home / "more.ndjson", home / "late.json"
    full_desk.make(database, full_desk.Size(records, ARTICLES))
    write_lines(file, ("snopes",), imported)
    phases: list[tuple[str, float, float]] = []

    def phase(what: str, act: Callable[[], None]) -> None:
        began = time.time()
        act()
        phases.append((what, began, time.time()))

    program = (sys.executable, __file__, "--watched", str(database), str(told))
    with Terminal(home=home, program=program) as desk:
        desk.wait_for("50 claims", "Prior records for claim 1")
        desk.settle(2.0)
        phase("at rest", lambda: desk.pause(REST_SECONDS))
        phase(f"while {records:,} records are searched", lambda: searching(desk))
        phase(f"while {imported:,} records are imported", lambda: importing(desk, file))
        desk.send("\x11")
        desk.ended()
    late: list[Late] = [(when, by) for when, by in json.loads(told.read_text("utf-8"))]
    for what, began, ended in phases:
        tell(f"longest stall {what}", [by for when, by in late if began <= when <= ended])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--share", type=float, default=1.0, help="of the records")
    parser.add_argument("--watched", type=Path, nargs=2, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.watched:
        Watched(*options.watched).run()
        return
    if not SHARED.is_dir():
        sys.exit("no ../shared/data: nothing to make records from")
    print(machine())
    with tempfile.TemporaryDirectory() as folder:
        measure(Path(folder), int(RECORDS * options.share), int(IMPORTED * options.share))


if __name__ == "__main__":
    main()
