"""How well prior records are found and ranked, on the dev queries of shared/data: run it to print the table.

    python tests/quality/ranking.py [--shared FOLDER]

Nothing is fitted on these queries (``fit_ranker.py`` reads the train split only).
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from archives import CORPORA, ROOT, Judged, average_precision, make_archive, read_ndjson, read_queries
from rapidfuzz import fuzz

from factcheck_tui.matching import rank, read_aliases, read_query
from factcheck_tui.model import Band, Match, is_found


def by_wratio(judged: Judged) -> list[str]:
    """The candidates in the order that one fuzzy ratio gives them."""

    def ratio(place: int) -> float:
        return fuzz.WRatio(judged.query.text, judged.retrieved.candidates[place].record.claim)

    places = sorted(range(len(judged.retrieved.candidates)), key=ratio, reverse=True)
    return [judged.retrieved.candidates[place].record.source_id for place in places]


def by_index(judged: Judged) -> list[str]:
    """The candidates in the order of the index."""
    return [found.record.source_id for found in judged.retrieved.candidates]


def by_rank(judged: Judged) -> list[str]:
    """The candidates in our order."""
    return [match.record.source_id for match in rank(judged.query, judged.retrieved, aliases=judged.aliases)]


def mean_average_precision(order: Callable[[Judged], list[str]], judged: list[Judged]) -> float:
    """MAP@5 of an order."""
    return statistics.mean(average_precision(order(one), one.true) for one in judged)


def _called(matches: list[Match], true: frozenset[str] | None, bands: set[Band]) -> bool:
    """Whether a match in one of ``bands`` is there: of the true records, or of any when ``true`` is None."""
    return any(match.band in bands and (true is None or match.record.source_id in true) for match in matches)


def report(name: str, judged: list[Judged], seconds: list[float]) -> None:
    """Print the figures of one corpus."""
    good = {Band.STRONG, Band.POSSIBLE}
    present = [rank(one.query, one.retrieved, aliases=one.aliases) for one in judged]
    absent = [rank(one.query, one.without_true(), aliases=one.aliases) for one in judged]
    true = [one.true for one in judged]
    recall = statistics.mean(len(one.true & set(by_index(one))) / len(one.true) for one in judged)
    seconds = sorted(seconds)
    rows = {
        "recall of the candidates": recall,
        "MAP@5, FTS5 bm25 alone": mean_average_precision(by_index, judged),
        "MAP@5, rapidfuzz WRatio of the candidates": mean_average_precision(by_wratio, judged),
        "MAP@5, our ranking": mean_average_precision(by_rank, judged),
        "P@1": statistics.mean(bool(m) and m[0].record.source_id in t for m, t in zip(present, true, strict=True)),
        "true one there: it is strong": statistics.mean(
            _called(m, t, {Band.STRONG}) for m, t in zip(present, true, strict=True)
        ),
        "true one there: it is strong or possible": statistics.mean(
            _called(m, t, good) for m, t in zip(present, true, strict=True)
        ),
        "true one removed: something is strong": statistics.mean(_called(m, None, {Band.STRONG}) for m in absent),
        "true one removed: something is possible or strong": statistics.mean(_called(m, None, good) for m in absent),
        "true one removed: no prior record found": statistics.mean(not is_found(m) for m in absent),
        "true one there: no prior record found": statistics.mean(
            not is_found(m) and _called(m, t, set(Band)) for m, t in zip(present, true, strict=True)
        ),
        "whole match, median ms": 1000 * statistics.median(seconds),
        "whole match, 95th percentile ms": 1000 * seconds[int(0.95 * len(seconds))],
    }
    print(f"\n{name}, {len(judged)} queries")
    for label, value in rows.items():
        print(f"  {label:<52}{value:8.3f}")


def main() -> None:
    """Print the table for both corpora."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--split", default="dev", choices=("dev", "train"))
    options = parser.parse_args()
    for name in CORPORA:
        folder = options.shared / "data" / name
        with tempfile.TemporaryDirectory() as scratch:
            archive = make_archive(Path(scratch) / "archive.db", read_ndjson(folder / "records.ndjson"))
            aliases = read_aliases(archive.aliases.all())
            judged, seconds = [], []
            for text, true in read_queries(folder, options.split):
                start = time.perf_counter()
                query = read_query(text, aliases=aliases)
                retrieved = archive.candidates.find(query)
                rank(query, retrieved, aliases=aliases)
                seconds.append(time.perf_counter() - start)
                judged.append(Judged(query, retrieved, true, aliases))
            report(name, judged, seconds)


if __name__ == "__main__":
    main()
