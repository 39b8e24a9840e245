"""Reviewing without the screens."""

from __future__ import annotations

import sys

import click

from factcheck_tui.cli.completing import ARTICLE
from factcheck_tui.cli.desk_commands import article_or_last, open_desk
from factcheck_tui.cli.printing import put, put_bytes
from factcheck_tui.cli.session import Session

QUESTION = "Decide (? for help):"


def asked() -> str | None:
    """The next line of the input; None at its end. Where nobody types, the question ends its own line."""
    if sys.stdin.isatty():
        put_bytes(f"{QUESTION} ".encode())
    else:
        put(QUESTION)
    line = sys.stdin.buffer.readline()
    return line.decode("utf-8", "replace").strip() if line else None


@click.command(epilog="Example: factcheck-tui review 1 --plain")
@click.argument("article", type=ARTICLE, required=False)
@click.option("--plain", is_flag=True, help="Line by line: for screen readers, bad links and pipes.")
@click.pass_context
def review(context: click.Context, article: str | None, plain: bool) -> None:
    """Review ARTICLE, or the one that you were last at. With --plain each claim is printed with its best prior
    records, and a line is read for it (? lists the commands); without, the desk is opened."""
    if not plain:
        context.invoke(open_desk, article=article)
        return
    from factcheck_tui.cli.review import Review

    session: Session = context.obj
    desk = session.desk(create=False)
    article_id = article_or_last(desk, article)
    if article_id is None:
        put("No article is on this desk yet. Add one: factcheck-tui add FILE")
    else:
        Review(desk, article_id, asked).run()


COMMANDS = (review,)
