"""Prior records from live sources."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck_tui.cli.import_commands import print_report
from factcheck_tui.cli.printing import json_option
from factcheck_tui.cli.progress import Progress
from factcheck_tui.cli.session import Session
from factcheck_tui.errors import FactcheckError
from factcheck_tui.visible import visible

if TYPE_CHECKING:
    from factcheck_tui.archive.live import Live


@click.command(epilog='Example: factcheck-tui fetch "great wall of china" --key-env GOOGLE_API_KEY')
@click.argument("query", default="")
@click.option("--key-env", metavar="NAME", help="The variable that holds your key for Google's Fact Check Tools.")
@click.option("--language", default="", metavar="CODE", help="Only reviews in this language, as en.")
@click.option("--site", default="", metavar="SITE", help="Only reviews of this publisher, by its site.")
@click.option("--max-age-days", type=click.IntRange(1), default=None, metavar="N", help="Only reviews of these days.")
@click.option("--limit", type=click.IntRange(1, 10_000), default=100, show_default=True, help="Claims at most.")
@click.option("--endpoint", default="", metavar="URL", help="Another address of the search, as that of a proxy.")
@click.option("--feed", default="", metavar="URL", help="Fetch a file of prior records instead, as a DataFeed.")
@click.option("--format", "form", metavar="NAME", help="The form of the feed, where it is guessed wrongly.")
@click.option("--refused", type=click.Path(path_type=Path), metavar="FILE", help="Where rows go that are refused.")
@json_option
@click.pass_obj
def fetch(
    session: Session,
    /,
    query: str,
    key_env: str | None,
    feed: str,
    form: str | None,
    refused: Path | None,
    as_json: bool,
    **search: object,
) -> None:
    """Take prior records from Google's Claim Search, with your own key, or from a feed by its address.

    The key is read from the variable that --key-env names, sent in a header over https, and never shown or kept.
    """
    from factcheck_tui.archive.live import Feed

    if feed and (query or key_env):
        raise click.UsageError("--feed is fetched whole: give it without QUERY and --key-env.")
    source = Feed(feed) if feed else _search(query, key_env, search)
    with Progress(source.name) as progress:
        report = session.desk().fetch(source, format=form, refused=refused, progress=progress)
    print_report(report, as_json)
    if report.stopped:
        click.echo(f"factcheck-tui: {visible(report.stopped)}", err=True)
        raise SystemExit(1)


def _search(query: str, key_env: str | None, search: dict[str, object]) -> Live:
    from factcheck_tui.archive.live import ENDPOINT, ClaimSearch

    if not query.strip() and not search["site"]:
        raise click.UsageError("Give a QUERY, or --site, or --feed URL.")
    if not key_env:
        raise click.UsageError("Name the variable that holds your key: --key-env NAME.")
    key = os.environ.get(key_env, "").strip()
    if not key or not key.isascii() or not key.isprintable():
        raise FactcheckError(f"The variable {key_env} holds no key; set it to your key for Google's Fact Check Tools.")
    return ClaimSearch(
        query=query,
        key=key,
        language=str(search["language"]),
        site=str(search["site"]),
        max_age_days=int(str(search["max_age_days"] or 0)),
        limit=int(str(search["limit"])),
        endpoint=str(search["endpoint"]) or ENDPOINT,
    )


COMMANDS = (fetch,)
