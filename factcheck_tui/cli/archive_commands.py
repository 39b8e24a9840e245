"""Prior records in, and looking for them."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from factcheck_tui.cli.printing import (
    compared_as_json,
    json_option,
    match_as_json,
    match_as_line,
    put,
    put_json,
    put_table,
)
from factcheck_tui.cli.session import Session
from factcheck_tui.errors import FactcheckError, ReadError
from factcheck_tui.visible import one_line, visible

if TYPE_CHECKING:
    from factcheck_tui.model import ImportReport

SHOWN_REFUSALS = 20


@click.command("import", epilog="Example: factcheck-tui import claimreviews.json --dry-run")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE...")
@click.option("--format", "form", metavar="NAME", help="The form of the files, where it is guessed wrongly.")
@click.option("--map", "mapping", multiple=True, metavar="COLUMN=FIELD", help="What a column of a sheet holds.")
@click.option("--dry-run", is_flag=True, help="Say what would come of it, and change nothing.")
@json_option
@click.pass_obj
def import_records(
    session: Session, files: tuple[Path, ...], form: str | None, mapping: tuple[str, ...], dry_run: bool, as_json: bool
) -> None:
    """Take prior records into the archive: ClaimReview JSON-LD, NDJSON, CSV. Again is harmless: rows are merged."""
    from factcheck_tui import archive

    columns = _mapping(mapping)
    failed = False
    for path in files:
        try:
            if not session.has_desk:  # a file that holds no records makes no desk either
                archive.open_records(path, format=form, mapping=columns)
            with _progress_bar(path) as progress:
                report = session.desk().import_records(
                    path, format=form, mapping=columns, dry_run=dry_run, progress=progress
                )
        except FactcheckError as error:
            click.echo(f"factcheck-tui: {visible(str(error))}", err=True)
            failed = True
            continue
        _print_report(report, as_json)
        failed = failed or bool(report.refused and not report.added + report.updated + report.unchanged)
    if failed:
        raise SystemExit(1)


def _mapping(pairs: tuple[str, ...]) -> dict[str, str] | None:
    columns = {}
    for pair in pairs:
        column, equals, field = pair.rpartition("=")
        if not equals or not column:
            raise FactcheckError(f"--map {pair} is not understood; write COLUMN=FIELD, as in “Our finding=rating”.")
        columns[column] = field
    return columns or None


class _progress_bar:  # noqa: N801 - used as a statement's name
    """A bar on standard error by the bytes read; none where standard error is no terminal."""

    def __init__(self, path: Path) -> None:
        self._bar: Any = click.progressbar(length=1, label=path.name, file=sys.stderr, width=30, show_eta=True)
        self._seen = 0

    def __enter__(self) -> Callable[[int, int], None]:
        if sys.stderr.isatty():
            self._bar.__enter__()
            return self._advance
        return lambda done, size: None

    def _advance(self, done: int, size: int) -> None:
        self._bar.length = max(size, 1)
        self._bar.update(done - self._seen)
        self._seen = done

    def __exit__(self, *error: object) -> None:
        if sys.stderr.isatty():
            self._bar.__exit__(*error)


def _print_report(report: ImportReport, as_json: bool) -> None:
    if as_json:
        put_json(
            {
                "source": report.source,
                "format": report.format,
                "dry_run": report.dry_run,
                "read": report.read,
                "added": report.added,
                "updated": report.updated,
                "unchanged": report.unchanged,
                "refused": report.refused,
                "refusals": [{"line": r.line, "reason": r.reason, "raw": r.raw} for r in report.refusals],
                "unmapped_ratings": dict(report.unmapped),
            }
        )
        return
    put(f"{report.source}: {report.format}" + (" (dry run: nothing was changed)" if report.dry_run else ""))
    counts = {name: getattr(report, name) for name in ("read", "added", "updated", "unchanged", "refused")}
    put_table((name, f"{count:,}") for name, count in counts.items())
    for refusal in report.refusals[:SHOWN_REFUSALS]:
        put(f"  line {refusal.line} refused: {one_line(refusal.reason)}")
    if report.refused > SHOWN_REFUSALS:
        put(f"  … and {report.refused - SHOWN_REFUSALS} more; --json lists all")
    if report.unmapped:
        labels = list(report.unmapped.items())
        named = ", ".join(f"“{one_line(label)}” ({count})" for label, count in labels[:8])
        put(f"  ratings that stand for no verdict of ours, shown without colour: {named}")


@click.command(epilog="Example: factcheck-tui match 'The wall can be seen from space' --limit 3")
@click.argument("texts", nargs=-1, metavar="TEXT...")
@click.option("--input", "queries", metavar="FILE.ndjson", help='Queries {"id","text"}, one a line; - for stdin.')
@click.option("--limit", type=click.IntRange(1, 100), default=5, show_default=True, help="Matches of each text.")
@json_option
@click.pass_obj
def match(session: Session, texts: tuple[str, ...], queries: str | None, limit: int, as_json: bool) -> None:
    """Look for prior records that say the same as each TEXT; nothing is kept."""
    if not texts and not queries:
        raise click.UsageError("Give a TEXT, or --input FILE.ndjson.")
    desk = session.desk(create=False)
    numbered = ((str(number), text) for number, text in enumerate(texts, 1))
    for name, text in [*numbered] if not queries else [*numbered, *_queries(queries)]:
        found = desk.match_text(text, limit)
        if as_json:
            put_json({"id": name, "text": text, "matches": [match_as_json(one) for one in found]})
            continue
        put(one_line(text))
        for one in found:
            put(f"  {match_as_line(one)}")
        if not found:
            put("  no prior record found")


def _queries(name: str) -> Iterator[tuple[Any, str]]:
    try:
        content = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
        lines = content.decode("utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise ReadError(f"The queries in {name} cannot be read: {error}.") from error
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                query = json.loads(line)
                yield query["id"], str(query["text"])
            except (ValueError, KeyError, TypeError) as error:
                raise ReadError(f'{name}, line {number}: not a query. Each line is {{"id": …, "text": …}}.') from error


@click.command(epilog="Example: factcheck-tui compare 'Prices rose 3 percent' 'Prices fell 3 percent'")
@click.argument("claim")
@click.argument("record")
@json_option
def compare(claim: str, record: str, as_json: bool) -> None:
    """Say how likely two texts make the same claim, and what differs."""
    from factcheck_tui import matching

    found = matching.compare(claim, record)
    if as_json:
        put_json(compared_as_json(found))
        return
    put(f"{found.score} {found.band}")
    for reason in found.why:
        put(f"  {one_line(reason.words)}")
    for difference in found.differences:
        put(f"  differs: {difference.kind}: {one_line(str(difference))}")


COMMANDS = (import_records, match, compare)
