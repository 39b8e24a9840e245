"""Taking a file of prior records into the archive, in batches that are whole.

Each batch is one transaction, short enough that a checker's key waits for no more than a batch. An import that was
interrupted leaves whole batches; run again it adds the rest, and ends as if it had run once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path

from factcheck_tui import archive
from factcheck_tui.archive.ratings import RatingMap
from factcheck_tui.archive.starter_ratings import STARTER_RATINGS
from factcheck_tui.model import ImportedRow, ImportReport, Refusal, Verdict
from factcheck_tui.store import Store

BATCH = 1000  # rows; some 50 ms of writing


def import_records(
    store: Store,
    path: Path,
    checker: str,
    now: Callable[[], str],
    *,
    format: str | None,
    mapping: Mapping[str, str] | None,
    dry_run: bool,
    progress: Callable[[int, int], None],
) -> ImportReport:
    """Read a file of any known form and merge its rows into the archive.

    :param progress: called after each batch with the bytes read so far and the size of the file
    :raises ReadError: when the file cannot be read as any known form; nothing is then changed
    """
    known = store.ratings.all() or STARTER_RATINGS  # a new desk starts with the table that comes with the program
    reader = archive.open_records(path, format=format, mapping=mapping, ratings=RatingMap(known))
    import_id = 0 if dry_run else _begin(store, known, str(path), reader.format, checker, now())
    counts = [0, 0, 0]
    refusals: list[Refusal] = []
    unmapped: Counter[str] = Counter()
    seen: dict[str, int] = {}
    for batch in _batches(reader, BATCH):
        rows = [row for row in batch if isinstance(row, ImportedRow)]
        refusals += [row for row in batch if isinstance(row, Refusal)]
        unmapped.update(row.record.rating for row in rows if row.record.rating and row.record.verdict is None)
        done = store.records.compare(rows, seen) if dry_run else _merge(store, rows, import_id)
        counts = [total + more for total, more in zip(counts, done, strict=True)]
        progress(reader.position(), reader.size)
    report = ImportReport(
        source=str(path),
        format=reader.format,
        added=counts[0],
        updated=counts[1],
        unchanged=counts[2],
        refusals=tuple(refusals),
        unmapped=dict(unmapped.most_common()),
        dry_run=dry_run,
    )
    if not dry_run:
        with store.writing():
            store.imports.end(import_id, report)
    return report


def _merge(store: Store, rows: list[ImportedRow], import_id: int) -> tuple[int, int, int]:
    with store.writing():
        done = store.records.merge(rows, import_id)
        if done[0] or done[1]:
            store.records.new_edition()
        return done


def _begin(store: Store, ratings: Mapping[str, Verdict], source: str, format: str, checker: str, at: str) -> int:
    with store.writing():
        store.ratings.add_missing(ratings)
        return store.imports.begin(source, format, checker, at)


def _batches(rows: Iterable[ImportedRow | Refusal], size: int) -> Iterator[list[ImportedRow | Refusal]]:
    rows = iter(rows)
    while batch := list(islice(rows, size)):
        yield batch
