"""What verdicts rest on, from a script: sources added, listed, changed and removed, and the suggested wording."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from factcheck_tui.cli.completing import ARTICLE
from factcheck_tui.cli.printing import json_option, put, put_json
from factcheck_tui.cli.session import Session
from factcheck_tui.cli.verdict_commands import one_claim, report
from factcheck_tui.visible import one_line

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck_tui.desk import Desk
    from factcheck_tui.model import Evidence

KINDS = ("primary", "secondary")  # those of the model, which `--help` does not wait for
STANCES = ("for", "against", "context")
_FIELDS = (
    click.option("--title", help="Which source it is; it or --url must be there."),
    click.option("--url", help="Where it can be read."),
    click.option("--locator", help="Where in it: a page, a table, a minute."),
    click.option("--quotation", help="Its words."),
    click.option("--kind", type=click.Choice(KINDS), help="Was it there itself?  [default: secondary]"),
    click.option("--stance", type=click.Choice(STANCES), help="What it says of the claim.  [default: for]"),
    click.option("--confidential/--open", default=None, help="Leave it out of exports unless they ask for it."),
)


def _with_fields(command: Callable[..., None]) -> Callable[..., None]:
    for option in reversed(_FIELDS):
        command = option(command)
    return command


@click.group()
def evidence() -> None:
    """List, add, change and remove the sources that verdicts rest on."""


@evidence.command(
    epilog="Example: factcheck-tui evidence add 1 4 --title 'Air force log' --locator p.3 --kind primary"
)
@click.argument("article", type=ARTICLE)
@click.argument("claim")
@_with_fields
@json_option
@click.pass_obj
def add(session: Session, /, article: str, claim: str, as_json: bool, **fields: Any) -> None:
    """Add a source to CLAIM (its number) of ARTICLE."""
    from factcheck_tui.model import Evidence

    desk = session.desk(create=False)
    claim_id = one_claim(desk, article, claim).claim.id
    desk.add_evidence(Evidence(claim_id=claim_id, **_given(fields)))
    _put(desk, desk.evidence_of(claim_id)[-1], as_json)


@evidence.command("list", epilog="Example: factcheck-tui evidence list 1 4 --json")
@click.argument("article", type=ARTICLE)
@click.argument("claim", required=False)
@json_option
@click.pass_obj
def list_(session: Session, article: str, claim: str | None, as_json: bool) -> None:
    """Print the sources of ARTICLE, or of one CLAIM (its number) of it, confidential ones among them."""
    desk = session.desk(create=False)
    chosen = [one_claim(desk, article, claim)] if claim else desk.claims(desk.find_article(article).id)
    sources = [source for status in chosen if status.sources for source in desk.evidence_of(status.claim.id)]
    for source in sources:
        _put(desk, source, as_json)
    if not sources and not as_json:
        put("No source has been added yet.")


@evidence.command(epilog="Example: factcheck-tui evidence change 7 --kind primary --locator 'table 2'")
@click.argument("id", type=click.IntRange(1, 2**62))
@_with_fields
@json_option
@click.pass_obj
def change(session: Session, /, id: int, as_json: bool, **fields: Any) -> None:
    """Change what is given of the source ID (as `evidence list` prints it)."""
    from dataclasses import replace

    desk = session.desk(create=False)
    desk.change_evidence(replace(desk.evidence(id), **_given(fields)))
    _put(desk, desk.evidence(id), as_json)


@evidence.command(epilog="Example: factcheck-tui evidence remove 7")
@click.argument("id", type=click.IntRange(1, 2**62))
@json_option
@click.pass_obj
def remove(session: Session, id: int, as_json: bool) -> None:
    """Remove the source ID (as `evidence list` prints it) from its claim; the log keeps it."""
    desk = session.desk(create=False)
    source = desk.evidence(id)
    desk.remove_evidence(source)
    if as_json:
        put_json({"id": id, "removed": True})
    else:
        put(f"removed: {one_line(source.name)}")


@click.command(epilog="Example: factcheck-tui wording 1 4 'At least 42 people were killed, the monitor said.'")
@click.argument("article", type=ARTICLE)
@click.argument("claim")
@click.argument("words")
@json_option
@click.pass_obj
def wording(session: Session, article: str, claim: str, words: str, as_json: bool) -> None:
    """Suggest WORDS for CLAIM (its number) of ARTICLE, as a correction; empty WORDS take them away."""
    desk = session.desk(create=False)
    status = one_claim(desk, article, claim)
    desk.suggest_wording(status.claim.id, words)
    report(desk, [status], as_json)


def _given(fields: dict[str, Any]) -> dict[str, Any]:
    """The options that were given, as the model has them."""
    from factcheck_tui.model import SourceKind, Stance

    as_model = {"kind": SourceKind, "stance": Stance}
    return {name: as_model.get(name, lambda v: v)(value) for name, value in fields.items() if value is not None}


def _put(desk: Desk, source: Evidence, as_json: bool) -> None:
    claim = desk.claim(source.claim_id).claim
    if as_json:
        put_json(
            {
                "id": source.id,
                "article": claim.article_id,
                "claim": claim.id,
                "number": claim.number,
                "kind": source.kind,
                "title": source.title,
                "url": source.url,
                "locator": source.locator,
                "quotation": source.quotation,
                "stance": source.stance,
                "confidential": source.confidential,
                "checker": source.checker,
                "at": source.at,
            }
        )
        return
    words = [source.title, source.url, source.locator, f"“{source.quotation}”" if source.quotation else ""]
    secret = ", confidential" if source.confidential else ""
    told = ", ".join(one_line(word) for word in words if word)
    put(f"{source.id:>4}  claim {claim.number}  {source.kind}, {source.stance}{secret}: {told}")


COMMANDS = (evidence, wording)
