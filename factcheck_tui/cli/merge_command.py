"""A colleague's work in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck_tui.cli.printing import json_option, put, put_json, put_table
from factcheck_tui.cli.session import Session
from factcheck_tui.errors import FactcheckError
from factcheck_tui.visible import one_line, visible

if TYPE_CHECKING:
    from factcheck_tui.model import Conflict, MergeReport

SHOWN_CONFLICTS = 50
_COUNTS = ("records", "known_records", "articles", "claims", "decisions", "known_decisions")


@click.command(epilog="Example: factcheck-tui merge colleague.db --dry-run")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE...")
@click.option("--dry-run", is_flag=True, help="Say what would come of it, and change nothing.")
@json_option
@click.pass_obj
def merge(session: Session, files: tuple[Path, ...], dry_run: bool, as_json: bool) -> None:
    """Merge a colleague's desk file, or a verdict list in JSON or NDJSON, into this desk.

    Both histories are kept. Where both decided differently, this desk's decision stays and the conflict is listed.
    Again is harmless.
    """
    failed = False
    for path in files:
        try:
            report = session.desk().merge(path, dry_run=dry_run)
        except FactcheckError as error:
            click.echo(f"factcheck-tui: {visible(str(error))}", err=True)
            failed = True
            continue
        print_merge(report, as_json)
    if failed:
        raise SystemExit(1)


def print_merge(report: MergeReport, as_json: bool) -> None:
    """How a merge ended."""
    if as_json:
        put_json(
            {
                "source": report.source,
                "dry_run": report.dry_run,
                **{name: getattr(report, name) for name in _COUNTS},
                "conflicts": [
                    {
                        "article": each.article,
                        "claim": each.claim,
                        "what": each.what,
                        "ours": each.ours,
                        "our_checker": each.our_checker,
                        "theirs": each.theirs,
                        "their_checker": each.their_checker,
                    }
                    for each in report.conflicts
                ],
            }
        )
        return
    put(f"{one_line(report.source)}: merged" + (" (dry run: nothing was changed)" if report.dry_run else ""))
    put_table((name.replace("_", " "), f"{getattr(report, name):,}") for name in _COUNTS)
    if report.conflicts:
        put(f"{len(report.conflicts)} decided differently by both; ours stays, theirs is in the history:")
    for conflict in report.conflicts[:SHOWN_CONFLICTS]:
        put(_conflict_line(conflict))
    if len(report.conflicts) > SHOWN_CONFLICTS:
        put(f"  … and {len(report.conflicts) - SHOWN_CONFLICTS} more; --json lists all")


def _conflict_line(conflict: Conflict) -> str:
    return (
        f"  {one_line(conflict.claim)} — {one_line(conflict.what)}: {one_line(conflict.ours) or 'none'} "
        f"({one_line(conflict.our_checker)}), not {one_line(conflict.theirs) or 'none'} "
        f"({one_line(conflict.their_checker)})"
    )


COMMANDS = (merge,)
