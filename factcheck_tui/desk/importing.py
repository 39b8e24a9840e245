"""Taking a file of prior records into the archive, in batches that are whole.

Each batch is one transaction, short enough that a checker's key may wait for it (``pace``). An import that was
interrupted leaves whole batches; run again it adds the rest, and ends as if it had run once. Of a file that is cut or
broken from some line on the rows before it are kept, and the report says where it stopped.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import nullcontext
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from factcheck_tui import archive
from factcheck_tui.archive import RecordReader, Row, Source
from factcheck_tui.archive.ratings import RatingMap
from factcheck_tui.archive.sheets import SHEET
from factcheck_tui.archive.starter_ratings import STARTER_RATINGS
from factcheck_tui.desk.pace import Pace
from factcheck_tui.desk.refused_rows import RefusedRows
from factcheck_tui.errors import AnotherDeskError, BusyError, ReadError, StoreError
from factcheck_tui.model import ColumnGuess, ImportedRow, ImportReport, Refusal, SheetGuess
from factcheck_tui.store import Store
from factcheck_tui.store.merging import Comparison

TRIES = 12  # of a batch while another program holds the desk: a minute, for nobody waits for an import
LISTED = 1000  # refusals that the report holds; all of them are in the file of refused rows and in the log
_SAMPLES = 3  # values that are shown of a column


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportOptions:
    """What may be said of an import."""

    format: str | None = None  # of ``archive.FORMATS``, to overrule what the file looks like
    mapping: Mapping[str, str] | None = None  # of a sheet: column -> field, "" for none
    dry_run: bool = False
    refused: Path | None = None  # where refused rows go; None: into a folder beside the desk
    name: str = ""  # what the source is called in the log and the report, where its path says nothing
    progress: Callable[[int, int, int], None] = lambda done, size, rows: None  # bytes read, of how many; rows read


def import_records(
    store: Store, source: Source | Path, checker: str, now: Callable[[], str], options: ImportOptions
) -> ImportReport:
    """Read a source of any known form and merge its rows into the archive.

    :raises ReadError: when it is of no known form, or broken before its first row; nothing is then changed
    :raises StoreError: when the desk cannot be written; what was merged before is kept
    """
    source = archive.FileSource(source) if isinstance(source, Path) else source
    known = store.ratings.all() or STARTER_RATINGS  # a new desk starts with the table that comes with the program
    reader = _open(store, source, options, RatingMap(known))
    run = _Run(store, source, reader, options)
    folder = None if options.dry_run else store.path.with_name(f"{store.path.stem}-refused")
    with (
        nullcontext() if options.dry_run else store.much_writing(),
        RefusedRows(reader.mending, options.refused, folder, source.stem) as refused_rows,
    ):
        for batch in run.batches():
            if not (options.dry_run or run.import_id):
                with store.writing():
                    store.ratings.add_missing(known)
                    run.import_id = store.imports.begin(run.name, reader.format, checker, now())
            run.take(batch)
            refused_rows.add([row for row in batch if isinstance(row, Refusal)])
            options.progress(reader.position(), reader.size, run.rows)
        report = run.report(refused_rows.end(any=run.refused > 0))
    if run.import_id:
        with store.writing():
            store.imports.end(run.import_id, report)
            if options.mapping and reader.format == SHEET:
                store.imports.remember_columns(reader.header, _whole(reader), checker, now())
        store.word_list.refresh()
    return report


def look_at_sheet(store: Store, source: Source | Path, options: ImportOptions) -> SheetGuess | None:
    """What the columns of a free sheet would be read as, with their first values; None for any other form.

    :raises ReadError: as ``import_records``
    """
    reader = _open(store, source, options, RatingMap())
    if reader.format != SHEET:
        return None
    values: dict[str, list[str]] = {column: [] for column in reader.header}
    for cells in islice(reader.cells(), 100):
        for column, value in cells.items():
            if value.strip() and len(values[column]) < _SAMPLES:
                values[column].append(value)
    columns = (ColumnGuess(column, reader.columns.get(column, ""), tuple(values[column])) for column in reader.header)
    return SheetGuess(tuple(columns), reader.guessed)


def _open(store: Store, source: Source | Path, options: ImportOptions, ratings: RatingMap) -> RecordReader:
    return archive.open_records(
        source,
        format=options.format,
        mapping=options.mapping,
        ratings=ratings,
        remembered=store.imports.columns_of,
    )


def _whole(reader: RecordReader) -> dict[str, str]:
    return {column: reader.columns.get(column, "") for column in reader.header}


@dataclass(slots=True)
class _Run:
    """An import under way."""

    store: Store
    source: Source
    reader: RecordReader
    options: ImportOptions
    import_id: int = 0
    added: int = 0
    updated: int = 0
    unchanged: int = 0
    refused: int = 0
    refusals: list[Refusal] = field(default_factory=list)
    unmapped: Counter[str] = field(default_factory=Counter)
    stopped: str = ""
    comparison: Comparison | None = None
    pace: Pace = field(init=False)
    version: int = 0  # of the desk, after the last batch

    def __post_init__(self) -> None:
        self.pace = Pace(self.store)

    @property
    def name(self) -> str:
        return self.options.name or self.source.name

    @property
    def rows(self) -> int:
        return self.added + self.updated + self.unchanged + self.refused

    def batches(self) -> Iterator[list[Row]]:
        """The rows in batches; where the source breaks off, those before it, and ``stopped`` says why."""
        batch: list[Row] = []
        size = last = 0
        try:
            for row in self.reader:
                batch.append(row)
                last = row.line
                size += len(row.raw)
                if self.pace.is_full(len(batch), size):
                    yield batch
                    batch, size = [], 0
        except ReadError as error:
            if not (batch or self.rows):
                raise
            self.stopped = f"{error} The rows up to line {last} were read."
        if batch or not self.rows:  # a sheet of a header alone is an import too
            yield batch

    def take(self, batch: list[Row]) -> None:
        """Merge a batch, or compare it."""
        rows = [row for row in batch if isinstance(row, ImportedRow)]
        refusals = [row for row in batch if isinstance(row, Refusal)]
        added, updated, unchanged = self._merged(rows, refusals)
        self.added += added
        self.updated += updated
        self.unchanged += unchanged
        self.refused += len(refusals)
        self.refusals += refusals[: LISTED - len(self.refusals)]
        self.unmapped.update(row.record.rating for row in rows if row.record.rating and row.record.verdict is None)

    def _merged(self, rows: list[ImportedRow], refusals: list[Refusal]) -> tuple[int, int, int]:
        if self.options.dry_run:
            self.comparison = self.comparison or self.store.records.comparison()
            return self.comparison.compare(rows)
        for tried in range(1, TRIES + 1):
            try:
                return self._written(rows, refusals)
            except BusyError:
                if tried == TRIES:
                    raise
                time.sleep(0.1)
            except StoreError as error:
                if not self.rows:
                    raise
                raise StoreError(f"{self._stopped(error)} {error}") from error
        raise AssertionError

    def _stopped(self, error: StoreError) -> str:
        after = f"The import stopped after {self.rows:,} rows"
        if isinstance(error, AnotherDeskError):  # they are where the desk that was open is now, if anywhere
            return f"{after}; import {self.name} again."
        return f"{after}, which are kept; import {self.name} again for the rest."

    def _written(self, rows: list[ImportedRow], refusals: list[Refusal]) -> tuple[int, int, int]:
        self.pace.let_others_go(self.version)
        with self.store.writing():
            began = time.monotonic()
            done = self.store.records.merge(rows, self.import_id)
            self.store.imports.refuse(self.import_id, refusals)
            if done.added or done.updated:
                self.store.records.new_edition()
        self.pace.took(time.monotonic() - began)
        self.version = self.store.version()
        return done

    def report(self, refused_file: str) -> ImportReport:
        return ImportReport(
            source=self.name,
            format=self.reader.format,
            added=self.added,
            updated=self.updated,
            unchanged=self.unchanged,
            refused=self.refused,
            refusals=tuple(self.refusals),
            refused_file=refused_file,
            unmapped=dict(self.unmapped.most_common()),
            columns=dict(self.reader.columns),
            stopped=self.stopped,
            dry_run=self.options.dry_run,
        )
