"""Fifty checkers on one file, and kills, for longer than a test may take: ``make soak`` prints what came of it.

    python tests/soak/run.py [--checkers 50] [--decisions 60] [--pause 0.5] [--records 50000] [--kills 4]

Each checker is a process that marks, links, notes, flags, undoes, redoes and searches with a pause between, as a quick
person would; meanwhile one process imports an archive. Nothing may be lost, doubled, half done or refused for a lock.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from factories import contents, make_record, write_records  # noqa: E402
from killed import Fate, begin, let_live, lost, make_desk_file, started  # noqa: E402


def importing(path: Path, records: int) -> subprocess.Popen[str]:
    """A big import, on the command line."""
    claims = (f"Bridge {n} was opened {n % 90} years ago and is {n % 700} metres long" for n in range(records))
    source = write_records(path.with_name("big.ndjson"), [make_record(claim, body="x" * 400) for claim in claims])
    command = [sys.executable, "-m", "factcheck_tui", "--db", str(path), "--as", "importer", "import", "--json"]
    return subprocess.Popen([*command, str(source)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def crowd(path: Path, checkers: int, decisions: int, pause: float, records: int) -> tuple[list[Fate], list[str]]:
    """All checkers at once, to their end; gives what each was told, and what went wrong with any."""
    fates = [Fate(f"checker {number}") for number in range(checkers)]
    processes = [started(path, fate.name, number, decisions, str(pause)) for number, fate in enumerate(fates)]
    for process in processes:  # fifty programs that start at once are no desk at work
        assert process.stdout is not None
        process.stdout.readline()
    with importing(path, records) as imports:
        for process in processes:
            begin(process)
        wrong = _listened_to(fates, processes)
        output, errors = imports.communicate()
    if imports.returncode:
        return fates, [*wrong, f"the import ended with status {imports.returncode}: {errors}"]
    print(f"{checkers} checkers beside an import of {json.loads(output)['added']:,} records")
    return fates, wrong


def _listened_to(fates: list[Fate], processes: list[subprocess.Popen[str]]) -> list[str]:
    wrong = []
    for fate, process in zip(fates, processes, strict=True):
        output, _ = process.communicate()
        fate.answers = [json.loads(line) for line in output.splitlines()]
        if process.returncode:
            wrong.append(f"{fate.name} ended with status {process.returncode}")
    return wrong


def disordered(path: Path, fates: list[Fate]) -> list[str]:
    """Whether the log is in one order: its times never go back, and each checker's answers came in its order."""
    times = [row[4] for row in sorted(contents(path)["step"])]
    wrong = ["the log's times go back"] if times != sorted(times) else []
    for fate in fates:
        ids = [answer["step"] for answer in fate.steps]
        if ids != sorted(set(ids)):
            wrong.append(f"the steps of {fate.name} are not in their order")
    return wrong


def together(options: argparse.Namespace) -> list[str]:
    """All checkers and the import on one desk; prints the figures and gives what went wrong."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "desk.db"
        make_desk_file(path, articles=20, claims=40, records=2000)
        began = time.monotonic()
        fates, wrong = crowd(path, options.checkers, options.decisions, options.pause, options.records)
        seconds = time.monotonic() - began
        wrong += lost(path, fates) + disordered(path, fates)
    answers = [answer for fate in fates for answer in fate.answers]
    marks = sorted(answer["ms"] for answer in answers if answer["act"] == "mark" and "ms" in answer)
    cuts = statistics.quantiles(marks, n=100)
    print(f"{sum('step' in answer for answer in answers):,} decisions in {seconds:.0f} s")
    print(f"asked to look again, since another had decided meanwhile: {sum('refused' in each for each in answers)}")
    print(f"a mark: median {cuts[49]:.1f} ms, 95 of 100 under {cuts[94]:.1f}, 99 of 100 under {cuts[98]:.1f} ms")
    return wrong


def killed(seed: int) -> list[str]:
    """A round of kills; gives what went wrong."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "desk.db"
        make_desk_file(path, articles=1, claims=12, records=30)
        fates = let_live(path, 4, 250, seed)
        print(f"kills: 1,000 decisions by 4 processes, killed {sum(fate.killed for fate in fates)} times")
        return lost(path, fates)


def main() -> None:
    """Soak, and say what came of it; status 1 when anything went wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--checkers", type=int, default=50)
    parser.add_argument("--decisions", type=int, default=60)
    parser.add_argument("--pause", type=float, default=0.5, help="seconds between two acts, on average")
    parser.add_argument("--records", type=int, default=50_000)
    parser.add_argument("--kills", type=int, default=4, help="rounds of 1,000 decisions with kills")
    options = parser.parse_args()
    wrong = together(options)
    for number in range(options.kills):
        wrong += killed(100 + number)
    for words in wrong:
        print(f"WRONG: {words}")
    print(f"{len(wrong)} things are wrong" if wrong else "nothing was lost, doubled, half done or refused for a lock")
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
