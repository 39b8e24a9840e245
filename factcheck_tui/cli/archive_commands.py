"""Looking for prior records."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from factcheck_tui import held
from factcheck_tui.cli.printing import (
    compared_as_json,
    json_option,
    match_as_json,
    match_as_line,
    put,
    put_json,
)
from factcheck_tui.cli.session import Session
from factcheck_tui.errors import ReadError
from factcheck_tui.visible import one_line


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
    from factcheck_tui.desk.matcher import no_match
    from factcheck_tui.model import is_found

    desk = session.desk(create=False)
    numbered = ((str(number), text) for number, text in enumerate(texts, 1))
    for name, text in [*numbered] if not queries else [*numbered, *_queries(queries)]:
        found = desk.match_text(text, limit)
        answer = "found" if is_found(found) else no_match(text)
        if as_json:
            put_json({"id": name, "text": text, "matches": [match_as_json(one) for one in found], "answer": answer})
            continue
        put(one_line(text))
        if not is_found(found):
            put(f"  {answer}{'; the nearest:' if found else ''}")
        for one in found:
            put(f"  {match_as_line(one)}")


def _queries(name: str) -> Iterator[tuple[Any, str]]:
    held.check(Path(name))
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
            except (ValueError, KeyError, TypeError, RecursionError) as error:
                raise ReadError(f'{name}, line {number}: not a query. Each line is {{"id": …, "text": …}}.') from error


@click.command(epilog="Example: factcheck-tui compare 'Prices rose 3 percent' 'Prices fell 3 percent'")
@click.argument("claim")
@click.argument("record")
@json_option
@click.pass_obj
def compare(session: Session, claim: str, record: str, as_json: bool) -> None:
    """Say how likely two texts make the same claim, and what differs; by the names of your desk, if there is one."""
    from factcheck_tui import matching

    aliases = matching.read_aliases(session.desk().aliases()) if session.has_desk else matching.NO_ALIASES
    found = matching.compare(claim, record, aliases=aliases)
    if as_json:
        put_json(compared_as_json(found))
        return
    put(f"{found.score} {found.band}")
    for reason in found.why:
        put(f"  {one_line(reason.words)}")
    for difference in found.differences:
        put(f"  differs: {difference.kind}: {one_line(str(difference))}")


COMMANDS = (match, compare)
