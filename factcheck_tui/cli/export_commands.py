"""Verdict lists out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import click

from factcheck_tui.cli.completing import ARTICLE, FORM
from factcheck_tui.cli.printing import json_option, put, put_bytes, put_json
from factcheck_tui.cli.session import Session
from factcheck_tui.errors import FactcheckError
from factcheck_tui.visible import visible

if TYPE_CHECKING:
    from factcheck_tui.desk import Desk, Filter
    from factcheck_tui.export import Options
    from factcheck_tui.model import ExportReport

FAILED_ON = 3  # exit status of --fail-on
SHOWN_REMARKS = 20
_FORMS = "csv, json, ndjson, markdown, html, docx, claimreview or datafeed; else by the file's ending."


@click.command(epilog="Example: factcheck-tui export 1 --output list.csv --fail-on disputed")
@click.argument("articles", type=ARTICLE, nargs=-1, metavar="[ARTICLE...]")
@click.option("--output", "-o", default="-", metavar="FILE", help="Where to; - for standard output.  [default: -]")
@click.option("--format", "form", type=FORM, metavar="NAME", help=_FORMS)
@click.option("--article", "more_articles", multiple=True, metavar="ARTICLE", help="As the argument; may come again.")
@click.option("--verdict", "verdicts", multiple=True, metavar="VERDICT", help="Only claims with this verdict.")
@click.option("--tag", "tags", multiple=True, metavar="TAG", help="Only claims with this tag.")
@click.option("--checker", default="", metavar="NAME", help="Only claims that this checker decided.")
@click.option("--since", default="", metavar="DAY", help="Only what was decided on this day (2026-11-22) or later.")
@click.option("--until", default="", metavar="DAY", help="Only what was decided on this day or before.")
@click.option("--with-confidential", is_flag=True, help="With the sources that are marked confidential.")
@click.option("--excel", is_flag=True, help="CSV that Excel reads as UTF-8.")
@click.option("--site", metavar="URL", help="The page on your own site where the check stands (ClaimReview).")
@click.option("--publisher", metavar="NAME", help="Who publishes the check (ClaimReview).")
@click.option(
    "--stamp", is_flag=True, help="Write the time of the export into it; else the same list is the same file."
)
@click.option("--force", is_flag=True, help="Replace FILE if it exists.")
@click.option("--fail-on", multiple=True, metavar="VERDICT", help="Status 3 when a row has this verdict.")
@json_option
@click.pass_obj
def export(session: Session, /, output: str, form: str | None, force: bool, as_json: bool, **asked: Any) -> None:
    """Write the verdict list of the ARTICLEs, or of all: number, claim, verdict, sources, records, who, when."""
    from factcheck_tui import export as forms
    from factcheck_tui import paths
    from factcheck_tui.desk import parse_verdict

    desk = session.desk(create=False)
    chosen = _filter(desk, asked)
    failing = [parse_verdict(words) for words in asked["fail_on"]]
    options = _options(session, desk, asked)
    to_stdout = output == "-"
    form = form or ("json" if as_json and to_stdout else "csv" if to_stdout else forms.format_of(output))
    if to_stdout:
        done, content = desk.export_bytes(chosen, form, options=options)
        put_bytes(content)
    else:
        done = desk.export(chosen, paths.expanded(output), form, options=options, force=force)
        _report(done, output, as_json)
    if not as_json:
        _complain(done)
        if not chosen.articles:
            _tell_of_those_away(desk)
    if any(done.counts[verdict] for verdict in failing):
        raise SystemExit(FAILED_ON)


def _filter(desk: Desk, asked: dict[str, Any]) -> Filter:
    from factcheck_tui.desk import Filter, parse_verdict

    for day in (asked["since"], asked["until"]):
        if day and not re.fullmatch(r"\d{4}-\d{2}-\d{2}", day):
            raise FactcheckError(f"“{day}” is no day; write it as 2026-11-22.")
    named = (desk.find_article(name).id for name in (*asked["articles"], *asked["more_articles"]))
    return Filter(
        articles=tuple(dict.fromkeys(named)),
        verdicts=tuple(parse_verdict(words) for words in asked["verdicts"]),
        checker=asked["checker"],
        tags=asked["tags"],
        since=asked["since"],
        until=asked["until"],
        with_confidential=asked["with_confidential"],
    )


def _options(session: Session, desk: Desk, asked: dict[str, Any]) -> Options:
    from factcheck_tui.export import Options

    settings = session.config()
    site = asked["site"] if asked["site"] is not None else settings.site
    if site and not re.match(r"https?://[^\s/]", site, re.IGNORECASE):
        raise FactcheckError(f"--site {site} is no address of a page; write it as https://example.org/checks/tower.")
    return Options(
        excel=asked["excel"],
        site=site,
        publisher=asked["publisher"] if asked["publisher"] is not None else settings.publisher,
        stamp=desk.now() if asked["stamp"] else "",
    )


def _report(done: ExportReport, output: str, as_json: bool) -> None:
    counts = {verdict.value: count for verdict, count in done.counts.items()}
    if as_json:
        more = {"companions": list(done.companions), "missing": list(done.remarks)}
        put_json(
            {"path": done.path, "format": done.format, "rows": done.rows, "sha256": done.sha256, **counts}
            | {key: value for key, value in more.items() if value}
        )
        return
    told = ", ".join(f"{n} {word}" for word, n in done.written.items())
    put(f"{sum(done.written.values())} claims written to {output}: {told}")
    for name in done.companions:
        put(f"their sources written to {name}")


def _tell_of_those_away(desk: Desk) -> None:
    """A list of all articles leaves out those that were put away: nobody must learn that from a gap."""
    if away := [str(article.id) for article in desk.titles() if article.away]:
        click.echo(f"Left out, as put away: article {', '.join(away)}. Name it to export it.", err=True)


def _complain(done: ExportReport) -> None:
    """What the list's readers will miss, on standard error: the list itself may be on the other."""
    for remark in done.remarks[:SHOWN_REMARKS]:
        click.echo(visible(remark), err=True)
    if len(done.remarks) > SHOWN_REMARKS:
        click.echo(f"… and {len(done.remarks) - SHOWN_REMARKS} more", err=True)


COMMANDS = (export,)
