"""A verdict list as a sheet: CSV by RFC 4180, in UTF-8.

Spreadsheets run a cell that starts with a formula sign, so such a cell gets an apostrophe before it (OWASP, "CSV
Injection"). Characters that cannot be shown are pictures; the JSON forms keep them.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from factcheck_tui.export.columns import COLUMNS, Cell
from factcheck_tui.export.options import Options
from factcheck_tui.model import VerdictList
from factcheck_tui.visible import visible

_BOM = "\ufeff"
_FORMULA_SIGNS = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "|", "%")  # wide signs count in East Asian settings
_GUARDED_STARTS = ("\t", "\r", "\n")


def render(verdict_list: VerdictList, options: Options) -> bytes:
    """The list with a heading line."""
    rows = ([column.cell(row) for column in COLUMNS] for row in verdict_list.rows)
    return sheet([column.name for column in COLUMNS], rows, options)


def sheet(names: Sequence[str], rows: Iterable[Sequence[Cell]], options: Options) -> bytes:
    """Any rows under their headings, each cell safe to open."""
    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(names)
    writer.writerows([_cell(cell) for cell in row] for row in rows)
    return ((_BOM if options.excel else "") + file.getvalue()).encode("utf-8")


def _cell(value: Cell) -> Cell:
    """Safe to open: numbers stay numbers, text can be no formula."""
    if isinstance(value, int):
        return value
    text = visible(value)
    if text.startswith(_GUARDED_STARTS) or text.lstrip().startswith(_FORMULA_SIGNS):
        return "'" + text
    return text
