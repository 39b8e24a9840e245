"""What every reader gives: rows one by one, and how far into the file they are."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from factcheck_tui.model import ImportedRow, Refusal

Row = ImportedRow | Refusal
NO_CLAIM = "there is no claim text in it"


class Mending(NamedTuple):
    """How refused rows are written such that they can be mended and imported again."""

    suffix: str  # of the file
    head: str  # what it begins with
    row: Callable[[Refusal], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordReader:
    """The rows of a file in its order, read while they are asked for. Each iteration begins anew.

    Iterating raises ReadError when the file fails underway (a cut gzip stream, a disk error); rows given before stand.
    """

    format: str  # the form it was read as, a key of ``FORMATS``
    size: int  # of the file, in bytes
    position: Callable[[], int]  # bytes read so far
    rows: Callable[[], Iterator[Row]]
    mending: Mending
    columns: Mapping[str, str] = field(default_factory=dict)  # of a sheet: column -> field, as given or guessed
    header: tuple[str, ...] = ()  # of a sheet: all its columns
    cells: Callable[[], Iterator[Mapping[str, str]]] = lambda: iter(())  # of a sheet: column -> cell, row by row
    guessed: bool = False  # of a sheet: whether its columns are our guess

    def __iter__(self) -> Iterator[Row]:
        return self.rows()
