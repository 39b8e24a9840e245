"""Imports: rows and sheets as they came, and how an import ended."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from factcheck_tui.model.claim import Verdict
from factcheck_tui.model.record import PriorRecord


@dataclass(frozen=True, slots=True)
class Refusal:
    """A row of an import that is no record: where, why, and the row as it came."""

    line: int
    reason: str
    raw: str


@dataclass(frozen=True, slots=True)
class ImportedRow:
    """A row of an import that is a record, with the row as it came (JSON text), and what its verdict rests on."""

    line: int
    record: PriorRecord
    raw: str
    labels: tuple[str, ...] = ()  # the rating's, where it is several: one rating in several languages
    by_scale: Verdict | None = None  # what the publisher's numeric scale says, whatever the label says


class RatingLabel(NamedTuple):
    """A publisher's rating, what the map says that it stands for, and how many imported records carry it."""

    label: str
    verdict: Verdict | None
    records: int
    unmapped: int  # of the records, those without a verdict; the others may have theirs from a numeric scale


class ColumnGuess(NamedTuple):
    """A column of a sheet, the field that it is read as ("" for none), and its first values."""

    column: str
    field: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SheetGuess:
    """What the columns of a free sheet are read as; ``guessed``: nobody has said so yet."""

    columns: tuple[ColumnGuess, ...]
    guessed: bool

    def mapping(self) -> dict[str, str]:
        """Column -> field, "" for none."""
        return {each.column: each.field for each in self.columns}


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReport:
    """How an import ended; ``read == added + updated + unchanged + refused``."""

    source: str
    format: str
    added: int = 0
    updated: int = 0
    unchanged: int = 0
    refused: int = 0
    refusals: tuple[Refusal, ...] = ()  # the first of them
    refused_file: str = ""  # where all of them are, to be mended and imported again; "" for nowhere
    unmapped: Mapping[str, int] = field(default_factory=dict)  # rating -> rows, where no verdict could be told
    columns: Mapping[str, str] = field(default_factory=dict)  # of a sheet: column -> field
    stopped: str = ""  # why the source could not be read to its end; the rows before are in
    dry_run: bool = False

    @property
    def read(self) -> int:
        return self.added + self.updated + self.unchanged + self.refused
