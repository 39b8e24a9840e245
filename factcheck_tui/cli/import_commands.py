"""Prior records in."""

from __future__ import annotations

import shutil
import sys
import tempfile
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Self

import click

from factcheck_tui.cli.merge_command import print_merge
from factcheck_tui.cli.printing import json_option, put, put_json, put_table
from factcheck_tui.cli.progress import Progress
from factcheck_tui.cli.session import Session
from factcheck_tui.errors import FactcheckError
from factcheck_tui.visible import one_line, visible

if TYPE_CHECKING:
    from factcheck_tui.archive import Source
    from factcheck_tui.desk import Desk
    from factcheck_tui.model import ImportReport, SheetGuess

SHOWN_REFUSALS = 20
SHOWN_LABELS = 8
SHOWN_WIDTH = 24  # characters of a value


@click.command("import", epilog="Example: factcheck-tui import claimreviews.json --dry-run")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE...|-")
@click.option("--format", "form", metavar="NAME", help="The form of the files, where it is guessed wrongly.")
@click.option("--map", "pairs", multiple=True, metavar="COLUMN=FIELD", help="What a column of a sheet holds.")
@click.option("--refused", type=click.Path(path_type=Path), metavar="FILE", help="Where rows go that are refused.")
@click.option("--dry-run", is_flag=True, help="Say what would come of it, and change nothing.")
@json_option
@click.pass_obj
def import_records(
    session: Session,
    files: tuple[Path, ...],
    form: str | None,
    pairs: tuple[str, ...],
    refused: Path | None,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Take prior records into the archive: ClaimReview JSON-LD, NDJSON, CSV; plain, gzip, zip, or a folder of them.

    Again is harmless: rows are merged. Refused rows go into a file that can be mended and imported again. Status 1
    when a file could not be read, or not to its end.
    """
    job = _Job(session, form, _mapping(pairs), refused, dry_run, as_json)
    with job:
        for path in files:
            job.run(path)
    if job.failed:
        raise SystemExit(1)


@dataclass(slots=True)
class _Job:
    """One run of the command: what was asked for, and whether anything failed."""

    session: Session
    form: str | None
    mapping: dict[str, str] | None
    refused: Path | None
    dry_run: bool
    as_json: bool
    failed: bool = False
    _kept: ExitStack = field(default_factory=ExitStack)
    _dry_desk: Desk | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self._kept.close()

    def run(self, path: Path) -> None:
        """Import all that is at a path; what fails is said, and the next one goes on."""
        from factcheck_tui.archive import find_sources
        from factcheck_tui.desk import Desk

        if not self.form and Desk.can_be_merged(path):
            self._merge(path)
            return
        try:
            found = find_sources(self._spooled() if str(path) == "-" else path)
        except FactcheckError as error:
            self._complain(error)
            return
        for source in found:
            try:
                self._import(source, "-" if str(path) == "-" else "")
            except FactcheckError as error:
                self._complain(error)

    def _merge(self, path: Path) -> None:
        """A colleague's desk or verdict list brings more than records."""
        try:
            print_merge(self.session.desk().merge(path, dry_run=self.dry_run), self.as_json)
        except FactcheckError as error:
            self._complain(error)

    def _import(self, source: Source, name: str) -> None:
        desk = self._desk(source)
        columns = self.mapping or self._confirmed(desk, source)
        with Progress(name or source.name) as progress:
            report = desk.import_records(
                source,
                format=self.form,
                mapping=columns,
                dry_run=self.dry_run,
                refused=self.refused,
                name=name,
                progress=progress,
            )
        print_report(report, self.as_json)
        if report.stopped:
            self._complain(report.stopped)
        if report.refused and not report.added + report.updated + report.unchanged:
            self.failed = True
        if report.refused_file and self.refused:
            self.refused = _next_name(self.refused)

    def _complain(self, error: FactcheckError | str) -> None:
        click.echo(f"factcheck-tui: {visible(str(error))}", err=True)
        self.failed = True

    def _desk(self, source: Source) -> Desk:
        """The desk to import into. A source that holds no records makes none, and a dry run makes none either."""
        from factcheck_tui import archive
        from factcheck_tui.desk import Desk

        if self._dry_desk is None and not self.session.has_desk:
            archive.open_records(source, format=self.form, mapping=self.mapping)
            if self.dry_run:
                folder = self._kept.enter_context(tempfile.TemporaryDirectory())
                self._dry_desk = self._kept.enter_context(Desk.open(Path(folder, "desk.db"), "dry run"))
        return self._dry_desk or self.session.desk()

    def _confirmed(self, desk: Desk, source: Source) -> dict[str, str] | None:
        """What a guess of a sheet's columns is mended to; where nobody can be asked it stands, and is shown."""
        guess = desk.look_at_sheet(source, format=self.form)
        if guess is None or not guess.guessed:
            return None
        return confirmed_columns(guess, source.name)

    def _spooled(self) -> Path:
        """Standard input as a file: it is read twice, to know its form and then its rows."""
        path = Path(self._kept.enter_context(tempfile.TemporaryDirectory()), "standard input")
        with path.open("wb") as spool:
            shutil.copyfileobj(sys.stdin.buffer, spool)
        return path


def _mapping(pairs: tuple[str, ...]) -> dict[str, str] | None:
    return dict(map(_pair, pairs)) or None


def _pair(words: str) -> tuple[str, str]:
    column, equals, field = words.rpartition("=")
    if not equals or not column:
        raise FactcheckError(f"--map {words} is not understood; write COLUMN=FIELD, as in “Our finding=rating”.")
    return column.strip(), field.strip()


def _next_name(path: Path) -> Path:
    """refused.csv, refused-2.csv, refused-3.csv: rows of different files have different headers."""
    stem, _, number = path.stem.rpartition("-")
    again = f"{stem}-{int(number) + 1}" if stem and number.isdecimal() else f"{path.stem}-2"
    return path.with_stem(again)


def confirmed_columns(guess: SheetGuess, name: str) -> dict[str, str] | None:
    """Show what each column is read as, with its first values; on a terminal, let the checker change it.

    None where nobody could be asked. :raises FactcheckError: when the checker stops
    """
    from factcheck_tui.archive.raw_record import FIELDS

    mapping = guess.mapping()
    while True:
        click.echo(f"{one_line(name)} is read as:", err=True)
        for column in guess.columns:
            values = " | ".join(_short(value) for value in column.values)
            field_name = mapping[column.column] or "(left out)"
            click.echo(f"  {_short(column.column) or '(no name)'} -> {field_name:<12} {values}", err=True)
        if not sys.stdin.isatty():
            return None
        answer = click.prompt(
            "Enter: read it so; COLUMN=FIELD: change one (COLUMN= leaves it out); q: stop",
            default="",
            show_default=False,
            err=True,
        ).strip()
        if not answer:
            return mapping
        if answer == "q":
            raise FactcheckError(f"{one_line(name)} was not imported.")
        column_name, _, field_name = answer.rpartition("=")
        if column_name not in mapping or (field_name and field_name not in FIELDS):
            click.echo(f"The columns are those above; the fields are {', '.join(FIELDS)}.", err=True)
            continue
        mapping = {other: "" if taken == field_name else taken for other, taken in mapping.items()}
        mapping[column_name] = field_name


def _short(value: str) -> str:
    line = one_line(value)
    return line if len(line) <= SHOWN_WIDTH else line[: SHOWN_WIDTH - 1] + "…"


def print_report(report: ImportReport, as_json: bool) -> None:
    """How an import ended: for people, or as JSON."""
    if as_json:
        put_json(report_as_json(report))
        return
    put(f"{one_line(report.source)}: {report.format}" + (" (dry run: nothing was changed)" if report.dry_run else ""))
    counts = {name: getattr(report, name) for name in ("read", "added", "updated", "unchanged", "refused")}
    put_table((name, f"{count:,}") for name, count in counts.items())
    for refusal in report.refusals[:SHOWN_REFUSALS]:
        put(f"  line {refusal.line} refused: {one_line(refusal.reason)}")
    if report.refused > SHOWN_REFUSALS:
        put(f"  … and {report.refused - SHOWN_REFUSALS:,} more")
    if report.refused_file:
        put(f"  the refused rows, to be mended and imported again: {one_line(report.refused_file)}")
    if report.unmapped:
        labels = list(report.unmapped.items())
        named = ", ".join(f"“{one_line(label)}” ({count:,})" for label, count in labels[:SHOWN_LABELS])
        more = f" and {len(labels) - SHOWN_LABELS:,} more" if len(labels) > SHOWN_LABELS else ""
        put(f"  ratings that stand for no verdict of ours, shown without colour: {named}{more}")
        put("  say what they stand for: factcheck-tui ratings set LABEL confirmed|disputed|pending")


def report_as_json(report: ImportReport) -> dict[str, object]:
    """The report as ``--json`` prints it; of the refusals the first 1,000, all of them are in ``refused_file``."""
    return {
        "source": report.source,
        "format": report.format,
        "dry_run": report.dry_run,
        "read": report.read,
        "added": report.added,
        "updated": report.updated,
        "unchanged": report.unchanged,
        "refused": report.refused,
        "refusals": [{"line": r.line, "reason": r.reason, "raw": r.raw} for r in report.refusals],
        "refused_file": report.refused_file,
        "unmapped_ratings": dict(report.unmapped),
        "columns": dict(report.columns),
        "stopped": report.stopped,
    }


COMMANDS = (import_records,)
