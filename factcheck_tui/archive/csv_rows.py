"""CSV parted into rows such that one broken quote costs one line, not the rest of the file.

The csv module reads on to the end of the file for a quote that is never closed. So each row is parsed strictly first;
where that fails a line alone is parsed leniently, and of several lines the first is given up and the others are read
again.
"""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Iterator
from typing import NamedTuple

_CELL_LIMIT = 4 * 1024 * 1024  # characters: no text is as long, so what is longer is an open quote
csv.field_size_limit(_CELL_LIMIT)  # the module's one setting; its default of 131,072 is less than real texts have


class CsvRow(NamedTuple):
    """The cells of a row with the line it starts in and its text; ``cells`` is None where its quotes are broken."""

    line: int
    cells: list[str] | None
    raw: str


class CsvRows:
    """The rows of CSV lines, from line ``start``, blank ones left out."""

    def __init__(self, lines: Iterator[str], delimiter: str, start: int = 1) -> None:
        self._lines = lines
        self._delimiter = delimiter
        self._line = start
        self._again: deque[str] = deque()  # lines to be read once more
        self._taken: list[str] = []  # lines of the row that is being read
        self._ended = False

    def __iter__(self) -> Iterator[CsvRow]:
        reader = csv.reader(self._feed(), delimiter=self._delimiter, strict=True)
        while True:
            self._taken = []
            try:
                cells: list[str] | None = next(reader)
            except StopIteration:
                return
            except csv.Error:
                cells = None
            if cells is None and self._ended:  # the feed is used up, but lines are to be read again
                self._ended = False
                reader = csv.reader(self._feed(), delimiter=self._delimiter, strict=True)
            row = self._row(cells)
            if row.cells is None or any(cell.strip() for cell in row.cells):
                yield row

    def _feed(self) -> Iterator[str]:
        while True:
            line = self._again.popleft() if self._again else next(self._lines, None)
            if line is None:
                self._ended = True
                return
            self._taken.append(line)
            yield line

    def _row(self, cells: list[str] | None) -> CsvRow:
        taken, line = self._taken, self._line
        if cells is None and len(taken) > 1:
            self._again.extendleft(reversed(taken[1:]))
            taken = taken[:1]
        elif cells is None:
            cells = self._lenient(taken[0])
        self._line += len(taken)
        return CsvRow(line, cells, "".join(taken).rstrip("\r\n"))

    def _lenient(self, line: str) -> list[str] | None:
        reader = csv.reader([line, ""], delimiter=self._delimiter)
        try:
            cells = next(reader)
        except csv.Error:  # a lone carriage return within
            return None
        return cells if reader.line_num == 1 else None  # a second line is asked for within an open quote
