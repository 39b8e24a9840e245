"""A verdict list as a sheet: CSV by RFC 4180, in UTF-8.

Spreadsheets run a cell that starts with a formula sign, so such a cell gets an apostrophe before it (OWASP, "CSV
Injection"). Characters that cannot be shown are pictures; the JSON forms keep them.
"""

from __future__ import annotations

import csv
import io

from factcheck_tui.export.columns import COLUMNS, Cell
from factcheck_tui.model import VerdictList
from factcheck_tui.visible import visible

_BOM = "\ufeff"
_FORMULA_SIGNS = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "|", "%")  # wide signs count in East Asian settings
_GUARDED_STARTS = ("\t", "\r", "\n")


def render(verdict_list: VerdictList, *, excel: bool = False) -> bytes:
    """The list with a heading line; ``excel`` adds the byte order mark without which Excel takes UTF-8 for cp1252."""
    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow([column.name for column in COLUMNS])
    for row in verdict_list.rows:
        writer.writerow([_cell(column.cell(row)) for column in COLUMNS])
    return ((_BOM if excel else "") + file.getvalue()).encode("utf-8")


def _cell(value: Cell) -> Cell:
    """Safe to open: numbers stay numbers, text can be no formula."""
    if isinstance(value, int):
        return value
    text = visible(value)
    if text.startswith(_GUARDED_STARTS) or text.lstrip().startswith(_FORMULA_SIGNS):
        return "'" + text
    return text
