"""Prior records in: files of fact-checks, as they are exchanged, read into ``PriorRecord``. Pure reading, no store.

The form of a file is told by what is in it, never by its name.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from factcheck_tui.archive import csv_reader, json_reader, json_roots
from factcheck_tui.archive.checkthat import CHECKTHAT
from factcheck_tui.archive.claimreview import CLAIMREVIEW
from factcheck_tui.archive.claimsearch import CLAIMSEARCH
from factcheck_tui.archive.datafeed import DATAFEED
from factcheck_tui.archive.json_form import JsonForm
from factcheck_tui.archive.ndjson import NDJSON
from factcheck_tui.archive.ratings import RatingMap
from factcheck_tui.archive.rows import Mending, RecordReader, Row
from factcheck_tui.archive.sheets import HEADER_SETS, SHEET
from factcheck_tui.archive.sources import FileSource, Source, find_sources
from factcheck_tui.archive.textfile import TextFile
from factcheck_tui.errors import ReadError

__all__ = ["FORMATS", "FileSource", "RecordReader", "Row", "Source", "find_sources", "open_records"]

# In the order in which a file is tried: what nests the others first, what asks least of an object last.
_JSON_FORMS = (DATAFEED, CLAIMSEARCH, CHECKTHAT, CLAIMREVIEW, NDJSON)
_SHEET_FORMS = (*(headers.name for headers in HEADER_SETS), SHEET)

FORMATS: Mapping[str, JsonForm | str] = {
    **{form.name: form for form in _JSON_FORMS},
    **{name: name for name in _SHEET_FORMS},
}


def open_records(
    source: Source | Path,
    *,
    format: str | None = None,
    mapping: Mapping[str, str] | None = None,
    ratings: RatingMap | None = None,
    remembered: Callable[[tuple[str, ...]], Mapping[str, str] | None] = lambda header: None,
) -> RecordReader:
    """A reader of the prior records in a source, plain or gzip. Only the beginning is read yet.

    :param format: a key of ``FORMATS``, to overrule what the file looks like
    :param mapping: for a sheet, column -> field of ``RawRecord`` ("" for none), to overrule what the headers look like
    :param ratings: label -> verdict; the starter table when None
    :param remembered: gives the mapping that is known for the headers of a free sheet; ``mapping`` goes before
    :raises ReadError: when it cannot be read, is empty, binary, broken or of no form that we know
    """
    if format is not None and format not in FORMATS:
        raise ReadError(f"There is no form {format!r} of prior records; the forms are {', '.join(FORMATS)}.")
    file = TextFile(source)
    ratings = ratings or RatingMap()
    start = file.head.lstrip()[:1] or ","
    if start in "{[<":
        return _open_json(file, FORMATS[format] if format else None, mapping, ratings, page=start == "<")
    return _open_sheet(file, format, mapping, ratings, remembered)


def _open_json(
    file: TextFile, form: JsonForm | str | None, mapping: Mapping[str, str] | None, ratings: RatingMap, *, page: bool
) -> RecordReader:
    if isinstance(form, str):
        raise ReadError(f"{file.name} is {'a web page' if page else 'JSON'}, but {form} is a form of CSV.")
    if mapping:
        raise ReadError(f"{file.name} is {'a web page' if page else 'JSON'}; columns can be mapped for CSV only.")
    roots = json_roots.page_roots(file) if page else json_roots.roots(file)
    form = form or json_reader.detect(file, roots, _JSON_FORMS)
    records = json_reader.JsonRecords(roots, form, ratings)
    mending = Mending(".ndjson", "", json_reader.as_line)
    return RecordReader(format=form.name, size=file.size, position=file.position, rows=records.rows, mending=mending)


def _open_sheet(
    file: TextFile,
    format: str | None,
    mapping: Mapping[str, str] | None,
    ratings: RatingMap,
    remembered: Callable[[tuple[str, ...]], Mapping[str, str] | None],
) -> RecordReader:
    if isinstance(FORMATS.get(format or ""), JsonForm):
        raise ReadError(f"{file.name} does not start as JSON does, but {format} is a form of JSON.")
    sheet = csv_reader.detect(file, format, mapping, remembered)
    records = csv_reader.SheetRecords(file, sheet, ratings)
    return RecordReader(
        format=sheet.form,
        size=file.size,
        position=file.position,
        rows=records.rows,
        mending=sheet.mending(),
        columns={column: field for field, column in sheet.columns.items()},
        header=sheet.header,
        guessed=sheet.guessed,
        cells=records.cells,
    )
