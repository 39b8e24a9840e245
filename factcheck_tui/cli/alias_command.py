"""Names that stand for each other in matching."""

from __future__ import annotations

import click

from factcheck_tui.cli.printing import json_option, put, put_json
from factcheck_tui.cli.session import Session
from factcheck_tui.errors import FactcheckError
from factcheck_tui.visible import one_line


@click.command(epilog='Example: factcheck-tui alias add ISIL ISIS Daesh "Islamic State"')
@click.argument("action", type=click.Choice(("list", "add", "remove")), default="list")
@click.argument("terms", nargs=-1, metavar="TERM...")
@json_option
@click.pass_obj
def alias(session: Session, action: str, terms: tuple[str, ...], as_json: bool) -> None:
    """List the names that stand for each other, add names as one group, or remove names from theirs."""
    if action == "list":
        if terms:
            raise click.UsageError("`alias list` takes no TERM; `alias add` and `alias remove` do.")
        groups = session.desk(create=False).aliases()
    elif action == "add":
        groups = (session.desk().add_alias(terms),)
    else:
        if not terms:
            raise FactcheckError("Name the TERM to remove; `alias list` prints them all.")
        groups = session.desk(create=False).remove_alias(*terms)
    for group in groups:
        if as_json:
            put_json({"group": group.id, "terms": list(group.terms)})
        else:
            put(" = ".join(one_line(term) for term in group.terms) or "removed")


COMMANDS = (alias,)
