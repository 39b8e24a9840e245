"""How quick and how frugal an import is: ``python tests/bench/importing.py [RECORDS]``. Nothing is asserted.

Records are made from ``../shared/data`` by recombination, so that words are as frequent as in real ones: as NDJSON
(short ones as Snopes', and those of both archives mixed), as one JSON list, and as gzip. Each import runs in a process
of its own, for its memory; the time left that it told is compared with what it took.
"""

from __future__ import annotations

import gzip
import itertools
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from factcheck_tui.cli.progress import TimeLeft
from factcheck_tui.desk import Desk

SHARED = Path(__file__).resolve().parent.parent.parent.parent / "shared" / "data"
RECORDS = 250_000
FROM = 0.05  # of the time, from which the time left is compared: before, nothing is known


def main(records: int) -> None:
    if not SHARED.is_dir():
        sys.exit("no ../shared/data: nothing to make records from")
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        for name, parts in (("short.ndjson", ("snopes",)), ("mixed.ndjson", ("snopes", "politifact"))):
            write_lines(home / name, parts, records)
        lines = (home / "short.ndjson").read_text("utf-8").splitlines()
        (home / "short.json").write_text("[" + ",\n".join(lines) + "]", "utf-8")
        (home / "short.ndjson.gz").write_bytes(gzip.compress((home / "short.ndjson").read_bytes(), 6))
        del lines
        for path in sorted(home.iterdir()):
            subprocess.run([sys.executable, __file__, "--one", str(path)], check=True)


def made(parts: tuple[str, ...], records: int) -> Iterator[dict[str, str]]:
    """Records of which each has the half of two claims, the title of one and the text of the other."""
    chance = random.Random(1)
    known = [json.loads(line) for part in parts for line in (SHARED / part / "records.ndjson").open("rb")]
    for number in range(records):
        one, other = chance.choice(known), chance.choice(known)
        first, second = one["claim"].split(), other["claim"].split()
        claim = " ".join(first[: len(first) // 2] + second[len(second) // 2 :])
        address = f"{one.get('url', '')}?{number}"
        yield {**one, "id": f"r{number}", "claim": claim, "title": other.get("title", ""), "url": address}


def write_lines(path: Path, parts: tuple[str, ...], records: int) -> None:
    with path.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(record, ensure_ascii=False) + "\n" for record in made(parts, records))


def one(path: Path) -> None:
    """Import a file into a new desk, and print what it took."""
    marks: list[tuple[float, int]] = []
    with tempfile.TemporaryDirectory() as folder, Desk.open(Path(folder, "desk.db"), "bench") as desk:
        began, worked = time.perf_counter(), time.process_time()
        report = desk.import_records(
            path, progress=lambda done, size, rows: marks.append((time.perf_counter() - began, done))
        )
        took, work = time.perf_counter() - began, time.process_time() - worked
        database = desk.path.stat().st_size
    left, worst, size = TimeLeft(0.0), 0.0, path.stat().st_size
    for at, done in marks:
        left.mark(at, done)
        told = left.seconds(size)
        if at > FROM * took and told is not None:
            worst = max(worst, abs(at + told - took) / took)
    longest = max(after[0] - before[0] for before, after in itertools.pairwise(marks))
    print(
        f"{path.name:<16} {size / 1e6:>5.0f} MB  {report.read:>9,} rows  {took:>6.1f} s  {report.read / took:>7,.0f}/s"
        f"  (of the processor {report.read / work:>7,.0f}/s)  {most_memory()} MB of memory,"
        f" {database / 1e6:.0f} MB on the disk, longest batch {longest * 1000:.0f} ms,"
        f" time left wrong by {worst:.0%} at most",
        flush=True,
    )


def most_memory() -> int:
    """The most that this process held, in MB; on Linux from /proc, for getrusage counts what its parent held too."""
    status = Path("/proc/self/status")
    if status.is_file():
        return int(status.read_text("utf-8").partition("VmHWM:")[2].split()[0]) // 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        one(Path(sys.argv[2]))
    else:
        main(int(sys.argv[1]) if sys.argv[1:] else RECORDS)
