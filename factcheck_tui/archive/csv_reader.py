"""Reads the rows of a sheet: comma, semicolon or tab, told by which of them makes a header that we know."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from itertools import islice

from factcheck_tui.archive.csv_rows import CsvRow, CsvRows
from factcheck_tui.archive.ratings import RatingMap
from factcheck_tui.archive.raw_record import FIELDS, RawRecord
from factcheck_tui.archive.rows import Mending, Row
from factcheck_tui.archive.sheets import HEADER_SETS, SHEET, HeaderSet, guess
from factcheck_tui.archive.textfile import TextFile
from factcheck_tui.errors import ReadError
from factcheck_tui.model import Refusal
from factcheck_tui.visible import one_line

_DELIMITERS = "\t,;"  # a tab first: of one column alone, it is the one that cuts no sentence
_PEEK = 20  # lines in which the header must end
_SEPARATOR_LINE = re.compile(r"sep=([,;\t|])\s*$")  # what Excel writes above a sheet


@dataclass(frozen=True, slots=True)
class Sheet:
    """How a sheet is read: its form, delimiter, header and which column holds which field."""

    form: str
    delimiter: str
    header: tuple[str, ...]
    columns: Mapping[str, str]  # field -> column
    first_line: int = 1  # of the header
    guessed: bool = False

    def mending(self) -> Mending:
        """Refused rows stand below the same header."""
        head = io.StringIO()
        csv.writer(head, delimiter=self.delimiter, lineterminator="\n").writerow(self.header)
        suffix = ".tsv" if self.delimiter == "\t" else ".csv"
        return Mending(suffix, head.getvalue(), lambda refusal: refusal.raw + "\n")


def detect(
    file: TextFile,
    form: str | None,
    mapping: Mapping[str, str] | None,
    remembered: Callable[[tuple[str, ...]], Mapping[str, str] | None] = lambda header: None,
) -> Sheet:
    """Find delimiter and columns; ``mapping`` (column -> field, "" for none) goes before what is remembered of these
    headers, and that before what is guessed.

    :raises ReadError: when no column looks like a claim, or the mapping names a column or field that is not there
    """
    with closing(file.lines()) as lines:
        peeked = list(islice(lines, _PEEK))
    start = next((number for number, line in enumerate(peeked) if line.strip()), 0)
    marked = _SEPARATOR_LINE.match(peeked[start]) if peeked else None
    start += 1 if marked else 0
    best: Sheet | None = None
    for delimiter in marked[1] if marked else _DELIMITERS:
        names = tuple(cell.strip() for cell in _header(peeked[start:], delimiter))
        known = mapping or (remembered(names) if not form else None)
        sheet = _sheet(names, delimiter, start + 1, form, known)
        if best is None or (len(sheet.columns), len(sheet.header)) > (len(best.columns), len(best.header)):
            best = sheet
    if best is None or "claim" not in best.columns:
        raise ReadError(_unknown(file, best))
    _check(file, best, mapping or {})
    return best


def _header(lines: list[str], delimiter: str) -> list[str]:
    try:
        return next(csv.reader(lines, delimiter=delimiter), [])
    except csv.Error:
        return []


def _sheet(
    names: tuple[str, ...], delimiter: str, first_line: int, form: str | None, mapping: Mapping[str, str] | None
) -> Sheet:
    known = next((each for each in HEADER_SETS if _is_of(each, names, form)), None)
    columns = dict(known.columns) if known else guess(names)
    columns = {field: column for field, column in columns.items() if column in names}
    for column, field in (mapping or {}).items():
        columns = {other: taken for other, taken in columns.items() if taken != column}
        if field:
            columns[field] = column
    return Sheet(
        known.name if known else SHEET, delimiter, names, columns, first_line, guessed=not known and not mapping
    )


def _is_of(headers: HeaderSet, names: tuple[str, ...], form: str | None) -> bool:
    return form == headers.name if form else headers.shown_by <= set(names)


def _unknown(file: TextFile, sheet: Sheet | None) -> str:
    names = [one_line(name) or "(no name)" for name in (sheet.header if sheet else ())[:8]]
    shown = ", ".join(name if len(name) <= 30 else f"{name[:29]}…" for name in names)
    return (
        f"{file.name} is of no form that we know: no JSON, no saved web page, and no column of it looks like a claim "
        f"(its first line reads: {shown}); if it is a sheet, call its column of claims “claim” "
        "in that line, or import it on the command line with --map COLUMN=claim."
    )


def _check(file: TextFile, sheet: Sheet, mapping: Mapping[str, str]) -> None:
    for column, field in mapping.items():
        if field and field not in FIELDS:
            raise ReadError(f"There is no field {one_line(field)}; the fields are {', '.join(FIELDS)}.")
        if column not in sheet.header:
            names = ", ".join(one_line(name) for name in sheet.header)
            raise ReadError(f"{file.name} has no column {one_line(column)}; its columns are {names}.")


class SheetRecords:
    """The rows below the header of a sheet."""

    def __init__(self, file: TextFile, sheet: Sheet, ratings: RatingMap) -> None:
        self._file, self._sheet, self._ratings = file, sheet, ratings
        self._places = {field: sheet.header.index(column) for field, column in sheet.columns.items()}

    def rows(self) -> Iterator[Row]:
        """The rows, read while they are asked for; empty ones are passed over."""
        for row in self._below():
            yield self._row(row)

    def cells(self) -> Iterator[dict[str, str]]:
        """Column -> cell, of the rows whose quotes are whole."""
        for row in self._below():
            if row.cells is not None:
                yield dict(zip(self._sheet.header, row.cells, strict=False))

    def _below(self) -> Iterator[CsvRow]:
        with closing(self._file.lines()) as lines:
            first = self._sheet.first_line
            yield from islice(CsvRows(islice(lines, first - 1, None), self._sheet.delimiter, first), 1, None)

    def _row(self, row: CsvRow) -> Row:
        cells, width = row.cells, len(self._sheet.header)
        if cells is None:
            return Refusal(row.line, "a quote is opened in it and not closed", row.raw)
        if any(cell.strip() for cell in cells[width:]):
            return Refusal(row.line, f"it has {len(cells)} cells where the header has {width}", row.raw)
        cells += [""] * (width - len(cells))
        values = {field: cells[place] for field, place in self._places.items()}
        if self._sheet.form == SHEET and values.get("id", "").strip().isdecimal():
            del values["id"]  # two sheets that both count from 1 do not hold the same checks
        imported = RawRecord(**values).row(row.line, self._raw(cells), self._ratings)
        return Refusal(row.line, imported.reason, row.raw) if isinstance(imported, Refusal) else imported

    def _raw(self, cells: list[str]) -> str:
        return json.dumps(dict(zip(self._sheet.header, cells, strict=False)), ensure_ascii=False)
