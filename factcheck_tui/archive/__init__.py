"""Prior records in: files of fact-checks, as they are exchanged, read into ``PriorRecord``. Pure reading, no store.

The form of a file is told by what is in it, never by its name.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import closing
from itertools import islice
from pathlib import Path

from factcheck_tui.archive import csv_reader, json_reader, json_roots
from factcheck_tui.archive.checkthat import CHECKTHAT
from factcheck_tui.archive.claimreview import CLAIMREVIEW
from factcheck_tui.archive.claimsearch import CLAIMSEARCH
from factcheck_tui.archive.datafeed import DATAFEED
from factcheck_tui.archive.json_form import JsonForm
from factcheck_tui.archive.ndjson import NDJSON
from factcheck_tui.archive.ratings import RatingMap
from factcheck_tui.archive.rows import RecordReader, Row
from factcheck_tui.archive.sheets import HEADER_SETS, SHEET
from factcheck_tui.archive.textfile import TextFile
from factcheck_tui.errors import ReadError

__all__ = ["FORMATS", "RecordReader", "Row", "open_records"]

# In the order in which a file is tried: what nests the others first, what asks least of an object last.
_JSON_FORMS = (DATAFEED, CLAIMSEARCH, CHECKTHAT, CLAIMREVIEW, NDJSON)
_SHEET_FORMS = (*(headers.name for headers in HEADER_SETS), SHEET)

FORMATS: Mapping[str, JsonForm | str] = {
    **{form.name: form for form in _JSON_FORMS},
    **{name: name for name in _SHEET_FORMS},
}


def open_records(
    path: Path,
    *,
    format: str | None = None,
    mapping: Mapping[str, str] | None = None,
    ratings: RatingMap | None = None,
) -> RecordReader:
    """A reader of the prior records in a file, plain or gzip. Of NDJSON and CSV only the beginning is read yet.

    :param format: a key of ``FORMATS``, to overrule what the file looks like
    :param mapping: for a sheet, column -> field of ``RawRecord``, to overrule what the headers look like
    :param ratings: label -> verdict; the starter table when None
    :raises ReadError: when the file cannot be read, is empty, binary, broken or of no form that we know
    """
    if format is not None and format not in FORMATS:
        raise ReadError(f"There is no form {format!r} of prior records; the forms are {', '.join(FORMATS)}.")
    file = TextFile(path)
    ratings = ratings or RatingMap()
    start = _start(file)
    if start in "{[<":
        return _open_json(file, FORMATS[format] if format else None, mapping, ratings, page=start == "<")
    return _open_sheet(file, format, mapping, ratings)


def _start(file: TextFile) -> str:
    with closing(file.lines()) as lines:
        return next((line.lstrip()[0] for line in islice(lines, 1000) if line.strip()), ",")


def _open_json(
    file: TextFile, form: JsonForm | str | None, mapping: Mapping[str, str] | None, ratings: RatingMap, *, page: bool
) -> RecordReader:
    if isinstance(form, str):
        raise ReadError(f"{file.name} is {'a web page' if page else 'JSON'}, but {form} is a form of CSV.")
    if mapping:
        raise ReadError(f"{file.name} is {'a web page' if page else 'JSON'}; columns can be mapped for CSV only.")
    roots = json_roots.page_roots(file) if page else json_roots.roots(file)
    form = form or json_reader.detect(file, roots, _JSON_FORMS)
    records = json_reader.JsonRecords(file, roots, form, ratings)
    return RecordReader(format=form.name, size=file.size, position=records.position, rows=records.rows)


def _open_sheet(
    file: TextFile, format: str | None, mapping: Mapping[str, str] | None, ratings: RatingMap
) -> RecordReader:
    if isinstance(FORMATS.get(format or ""), JsonForm):
        raise ReadError(f"{file.name} does not start as JSON does, but {format} is a form of JSON.")
    sheet = csv_reader.detect(file, format, mapping)
    records = csv_reader.SheetRecords(file, sheet, ratings)
    columns = {column: field for field, column in sheet.columns.items()}
    return RecordReader(format=sheet.form, size=file.size, position=file.position, rows=records.rows, columns=columns)
