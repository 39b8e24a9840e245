"""What a match costs as the archive grows: our whole match, plain FTS5, and rapidfuzz over everything, side by side.

    python tests/bench/matching_at_size.py [--records 20000 250000 1000000]

The archives are recombined from shared/data (large_archives.py), the queries are its dev queries. The same queries are
put to each system in turn. Times are of the wall clock; nothing is asserted. Making a million records takes minutes.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from rapidfuzz import process

from factcheck_tui.desk import Desk
from factcheck_tui.matching import read_query

ROOT = Path(__file__).resolve().parents[2]
SIZES = (20_000, 250_000, 1_000_000)
QUERIES = 60
SLOW = 8  # queries that rapidfuzz compares with everything
ANY_WORD = "SELECT rowid FROM prior_record_fts WHERE prior_record_fts MATCH ? ORDER BY bm25(prior_record_fts) LIMIT 20"


def queries(shared: Path) -> list[str]:
    """Dev queries of both corpora in turn."""
    texts = []
    for corpus in ("snopes", "politifact"):
        lines = (shared / "data" / corpus / "dev.queries.ndjson").read_text(encoding="utf-8").split("\n")
        texts.append([json.loads(line)["text"] for line in lines if line])
    return [text for pair in zip(*texts, strict=False) for text in pair][:QUERIES]


def figures(milliseconds: list[float]) -> str:
    """Median and 95th percentile."""
    ordered = sorted(milliseconds)
    return f"{statistics.median(ordered):8.1f} {ordered[int(0.95 * len(ordered))]:8.1f}"


def timed(ask: Callable[[str], object], texts: list[str]) -> list[float]:
    """Milliseconds of each text; some are asked before, to warm the caches."""
    for text in texts[:3]:
        ask(text)
    taken = []
    for text in texts:
        began = time.perf_counter()
        ask(text)
        taken.append(1000 * (time.perf_counter() - began))
    return taken


def imported(desk: Path, records: Path) -> tuple[float, float]:
    """Import in a process of its own: seconds, and megabytes at most."""
    began = time.perf_counter()
    command = [sys.executable, "-m", "factcheck_tui", "--db", str(desk), "import", str(records)]
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise subprocess.CalledProcessError(child.returncode, command)
    return time.perf_counter() - began, usage.ru_maxrss / 1024


def measure(size: int, shared: Path, folder: Path) -> None:
    """Make an archive of a size and print the lines of it."""
    records, path = folder / "records.ndjson", folder / "desk.db"
    maker = [sys.executable, str(ROOT / "tests" / "bench" / "large_archives.py"), str(records), str(shared), str(size)]
    subprocess.run(maker, check=True)  # elsewhere, for a child's memory is counted from its parent's
    seconds, megabytes = imported(path, records)
    print(f"\n{size:,} records: imported at {size / seconds:,.0f} a second, {megabytes:.0f} MB of memory,", end=" ")
    print(f"file {path.stat().st_size / 1e6:,.0f} MB\n{'':<32}{'median':>8} {'95 %':>8}  ms")
    texts = queries(shared)
    with Desk.open(path, "bench") as desk:
        rows = desk.store._db.rows
        print(f"  {'our whole match':<30}{figures(timed(desk.match_text, texts))}", flush=True)

        def any_word(text: str) -> object:
            terms = [name for term in read_query(text).terms for name in term.names or (term,)]
            return rows(ANY_WORD, [" OR ".join(f'"{term.word}"' for term in terms)])

        print(f"  {'FTS5, any word':<30}{figures(timed(any_word, texts))}", flush=True)
        print(f"  memory of this process so far: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
        claims = [row["claim"] for row in rows("SELECT claim FROM prior_record")]
    slow = timed(lambda text: process.extract(text, claims, limit=20), texts[:SLOW])
    print(f"  {'rapidfuzz over everything':<30}{figures(slow)}", flush=True)
    records.unlink()
    path.unlink()


def main() -> None:
    """Measure each size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--records", type=int, nargs="*", default=SIZES)
    options = parser.parse_args()
    for size in options.records:
        with tempfile.TemporaryDirectory() as folder:
            measure(size, options.shared, Path(folder))


if __name__ == "__main__":
    main()
