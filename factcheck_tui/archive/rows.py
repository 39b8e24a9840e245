"""What every reader gives: rows one by one, and how far into the file they are."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from factcheck_tui.model import ImportedRow, Refusal

Row = ImportedRow | Refusal
NO_CLAIM = "there is no claim text in it"


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordReader:
    """The rows of a file in its order, read while they are asked for. Each iteration begins anew.

    Iterating raises ReadError when the file fails underway (a cut gzip stream, a disk error); rows given before stand.
    """

    format: str  # the form it was read as, a key of ``FORMATS``
    size: int  # of the file, in bytes
    position: Callable[[], int]  # bytes read so far
    rows: Callable[[], Iterator[Row]]
    columns: Mapping[str, str] = field(default_factory=dict)  # of a sheet: column -> field, as given or guessed

    def __iter__(self) -> Iterator[Row]:
        return self.rows()
