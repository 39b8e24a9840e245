"""How quick a desk is that has been used for years: ``python tests/bench/size.py``. Nothing is asserted.

    python tests/bench/size.py [--share 1.0] [--desk FILE]

A million prior records, 2,000 articles, 100,000 claims, 500,000 lines of the log, or a share of it. The desk is made
anew, in some minutes; with ``--desk`` it is kept in that file, and measured as it is when the file is there already.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import full_desk
from importing import SHARED
from run import first_paint_ms, machine, program, show

from factcheck_tui.desk import Desk, Filter
from factcheck_tui.model import Verdict

WHOLE = full_desk.Size(records=1_000_000, articles=2_000)
TIMES = 200
SEARCHES = (
    "harbour",
    "president signed",
    "photograph shows",
    "vaccine children",
    '"new york"',
    "rating:false shark",
    "elec",
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--share", type=float, default=1.0, help="of the whole desk")
    parser.add_argument("--desk", type=Path, help="a file that keeps the desk")
    options = parser.parse_args()
    if not SHARED.is_dir():
        sys.exit("no ../shared/data: nothing to make records from")
    size = full_desk.Size(int(WHOLE.records * options.share), int(WHOLE.articles * options.share))
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        path = (options.desk or home / "desk.db").absolute()
        print(f"{machine()}\n{size.records:,} records, {size.articles:,} articles, {size.claims:,} claims, "
              f"{size.lines:,} lines of the log\n")  # fmt: skip
        if not path.exists():
            began = time.perf_counter()
            full_desk.make(path, size)
            show("making the desk", f"{time.perf_counter() - began:.0f} s", "360 s")
        show("the desk's file", f"{path.stat().st_size / 1e6:,.0f} MB")
        opening(home, path, size)
        with Desk.open(path, "Zoe") as desk:
            working(desk, size)
            searching(desk)
            handing_over(desk, home)


def table(what: str, milliseconds: Iterable[float], budget: str) -> None:
    """A line with the median and the tail of many times."""
    cuts = statistics.quantiles(milliseconds, n=100)
    show(what, f"{cuts[49]:.1f} ms", f"{budget}   95 of 100 under {cuts[94]:.1f}, 99 under {cuts[98]:.1f} ms")


def timed(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return (time.perf_counter() - began) * 1000


def seconds(what: str, act: Callable[[], object], budget: str) -> None:
    show(what, f"{timed(act) / 1000:.1f} s", budget)


def many(act: Callable[[int], object], times: Iterable[int]) -> list[float]:
    return [timed(lambda number=number: act(number)) for number in times]


def opening(home: Path, path: Path, size: full_desk.Size) -> None:
    table("opening the file", many(lambda _: Desk.open(path, "Zoe").close(), range(20)), "20 ms")
    program(home, "--db", path, "articles")
    with Desk.open(path, "checker") as desk:  # as the terminal's checker; where there was none, the newest is opened
        article = desk.articles()[0].article
    show("first paint of the desk", f"{first_paint_ms(home, path, article.title[:20]):.0f} ms", "350 ms")


def working(desk: Desk, size: full_desk.Size) -> None:
    """An article of many, opened and worked at."""
    step = max(1, size.articles // 20)
    articles = range(1, size.articles + 1, step)
    table("the list of articles", many(lambda _: desk.articles(), range(5)), "300 ms")
    table("the claims of an article", many(desk.laid_out, articles), "50 ms")
    table("their best matches", many(desk.best_matches, articles), "20 ms")
    table("which are to be matched", many(desk.unmatched, articles), "20 ms")
    claims = [1 + number * (size.claims - 1) // TIMES for number in range(TIMES)]
    # another verdict and another note than each has: what changes nothing writes nothing, as on a desk measured before
    other = {claim: _other(desk.claim(claim).verdict) for claim in claims}
    note = f"as said at {time.time():.0f}"
    desk.look_from(desk.store.decisions.last_id())
    table("marking", many(lambda claim: desk.mark([claim], other[claim]), claims), "10 ms")
    table("what is read after a key: the claim", many(desk.claim, claims), "5 ms")
    table("and its matches", many(desk.matches, claims), "5 ms")
    table("a note", many(lambda claim: desk.note(claim, note), claims), "10 ms")
    table("undo", many(lambda _: desk.undo(), range(TIMES)), "10 ms")
    table("redo", many(lambda _: desk.redo(), range(TIMES)), "10 ms")
    table("looking for others' work", many(desk.look_around, claims), "10 ms")
    table("history of a claim", many(desk.claim_history, claims), "5 ms")
    table("history of an article", many(lambda number: desk.history(article_id=number), articles), "50 ms")
    table("history of the desk", many(lambda _: desk.history(), range(5)), "100 ms")
    table("matching a claim", many(desk.match, claims[::2]), "100 ms")


def _other(verdict: Verdict) -> Verdict:
    return Verdict.DISPUTED if verdict is Verdict.CONFIRMED else Verdict.CONFIRMED


def searching(desk: Desk) -> None:
    """The archive, as one types."""
    typed = [words[: letters + 1] for words in SEARCHES for letters in range(len(words))]
    table("searching, after each letter", [timed(lambda text=text: desk.search(text)) for text in typed], "100 ms")
    table("the newest records", many(lambda _: desk.search(""), range(20)), "20 ms")
    table("how many records there are", many(lambda _: desk.records(), range(20)), "50 ms")
    table("what is known of a record", many(desk.record_background, range(1, 1001, 50)), "100 ms")
    seconds("the labels of the archive", desk.ratings, "1 s")


def handing_over(desk: Desk, home: Path) -> None:
    """Lists, copies and checks: these may take as long as there is to read."""
    one = Filter(articles=(1,))
    table("exporting an article as CSV", many(lambda _: desk.export_bytes(one, "csv"), range(10)), "200 ms")
    table("exporting an article as JSON", many(lambda _: desk.export_bytes(one, "json"), range(10)), "200 ms")
    seconds("exporting everything as CSV", lambda: desk.export(Filter(), home / "all.csv", "csv"), "120 s")
    seconds("backing up", lambda: desk.backup(home / "copy.db"), "60 s")
    seconds("checking the whole file", desk.problems, "120 s")


if __name__ == "__main__":
    main()
