"""Who decided what, and when, from a script."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from factcheck_tui.cli.completing import ARTICLE
from factcheck_tui.cli.printing import history_as_json, json_option, put, put_json
from factcheck_tui.cli.session import Session
from factcheck_tui.cli.verdict_commands import one_claim
from factcheck_tui.clock import zoned_time
from factcheck_tui.visible import one_line

if TYPE_CHECKING:
    from factcheck_tui.model import HistoryLine

RECENT = 50  # lines of the list over all articles


@click.command(epilog="Example: factcheck-tui history 1 4")
@click.argument("article", type=ARTICLE, required=False)
@click.argument("claim", required=False)
@click.option(
    "--limit",
    type=click.IntRange(1),
    metavar="N",
    help=f"Only the newest N lines.  [default: all; {RECENT} of all articles]",
)
@json_option
@click.pass_obj
def history(session: Session, article: str | None, claim: str | None, limit: int | None, as_json: bool) -> None:
    """Print who decided what on ARTICLE, on one CLAIM of it, or lately on all articles; the newest last.

    Of ARTICLE also that it was put away or brought back; of all also what ratings and names were made to stand for.
    Times are local, with their distance from UTC; with --json in UTC, to the millisecond.
    """
    desk = session.desk(create=False)
    article_id = desk.find_article(article).id if article else None
    claim_id = one_claim(desk, article, claim).claim.id if article and claim else None
    lines = desk.history(claim_id=claim_id, article_id=article_id, limit=limit or (2**62 if article else RECENT))
    for line in reversed(lines):
        if as_json:
            put_json(history_as_json(line))
            continue
        decision = line.decision
        place = _place(line, with_article=article is None)
        act = "" if decision.act == "do" else f"{decision.act} "
        about = f"  {one_line(decision.about)}" if decision.about else ""
        what = f"{place}  {act}{one_line(decision.change)}{about}"
        put(f"{zoned_time(decision.at)}  {one_line(decision.checker)}  {what}")
    if not lines and not as_json:
        put("Nothing has been decided yet.")


def _place(line: HistoryLine, *, with_article: bool) -> str:
    """What a line is about."""
    if not line.decision.claim_id:
        return f"article {line.article_id}" if line.article_id else "the whole desk"
    where = f"claim {line.number}" if line.number else "set aside"
    return f"article {line.article_id}, {where}" if with_article else where


COMMANDS = (history,)
