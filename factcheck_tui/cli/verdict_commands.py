"""Deciding from a script."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import click

from factcheck_tui.cli.completing import ARTICLE, VERDICT
from factcheck_tui.cli.printing import json_option, put, put_json, status_as_json
from factcheck_tui.cli.session import Session
from factcheck_tui.errors import NotFoundError
from factcheck_tui.visible import one_line

if TYPE_CHECKING:
    from factcheck_tui.desk import Desk
    from factcheck_tui.model import ClaimStatus


def chosen_claims(desk: Desk, article: str, numbers: str) -> list[ClaimStatus]:
    """The claims of an article that "4", "2-5,9" or "all" name. :raises NotFoundError:"""
    found = desk.find_article(article)
    claims = {status.claim.number: status for status in desk.claims(found.id)}
    if numbers == "all":
        return list(claims.values())
    chosen: list[ClaimStatus] = []
    for part in numbers.split(","):
        ends = re.fullmatch(r"\s*(\d{1,9})\s*(?:-\s*(\d{1,9})\s*)?", part)
        first, last = (int(ends[1]), int(ends[2] or ends[1])) if ends else (0, 0)
        if not 1 <= first <= last <= len(claims):
            raise NotFoundError(f"“{part.strip()}” names no claim of article {found.id}; it has {len(claims)}.")
        chosen += [claims[number] for number in range(first, last + 1)]
    return list({status.claim.id: status for status in chosen}.values())


def one_claim(desk: Desk, article: str, number: str) -> ClaimStatus:
    """The one claim that a number names."""
    chosen = chosen_claims(desk, article, number)
    if len(chosen) != 1:
        raise NotFoundError(f"“{number}” names {len(chosen)} claims; name one.")
    return chosen[0]


def report(desk: Desk, claims: list[ClaimStatus], as_json: bool) -> None:
    """Print how claims stand now."""
    for status in claims:
        now = desk.claim(status.claim.id)
        if as_json:
            put_json(status_as_json(now))
        else:
            note = f" — {one_line(now.note)}" if now.note else ""
            put(f"claim {now.claim.number}: {now.verdict}{note}")


@click.command(epilog="Example: factcheck-tui mark 1 2-5,9 confirmed --note 'CENTCOM statement of 27 June'")
@click.argument("article", type=ARTICLE)
@click.argument("claims")
@click.argument("verdict", type=VERDICT)
@click.option("--note", help="A note for each of the claims.")
@json_option
@click.pass_obj
def mark(session: Session, article: str, claims: str, verdict: str, note: str | None, as_json: bool) -> None:
    """Mark CLAIMS (4, or 2-5,9, or all) of ARTICLE confirmed, disputed or pending, as one step."""
    from factcheck_tui.desk import parse_verdict

    desk = session.desk(create=False)
    wanted = parse_verdict(verdict)
    chosen = chosen_claims(desk, article, claims)
    desk.mark([status.claim.id for status in chosen], wanted)
    if note is not None:
        for status in chosen:
            desk.note(status.claim.id, note)
    report(desk, chosen, as_json)


@click.command(epilog="Example: factcheck-tui link 1 4 vclaim-123 --adopt")
@click.argument("article", type=ARTICLE)
@click.argument("claim")
@click.argument("record")
@click.option("--adopt", is_flag=True, help="Take over the verdict that the record's rating stands for.")
@click.option("--dismiss", is_flag=True, help="Say that the record is not the same claim.")
@click.option("--remove", is_flag=True, help="Take back what was said.")
@json_option
@click.pass_obj
def link(
    session: Session, article: str, claim: str, record: str, adopt: bool, dismiss: bool, remove: bool, as_json: bool
) -> None:
    """Link CLAIM (its number) of ARTICLE to RECORD (the id it was imported under, as `match` prints it)."""
    from factcheck_tui.model import MatchDecision

    if adopt + dismiss + remove > 1:
        raise click.UsageError("--adopt, --dismiss and --remove exclude each other.")
    desk = session.desk(create=False)
    status = one_claim(desk, article, claim)
    prior = desk.find_record(record)
    if adopt:
        desk.adopt(status.claim.id, prior.id)
    else:
        decision = None if remove else MatchDecision.DISMISSED if dismiss else MatchDecision.LINKED
        desk.decide_match(status.claim.id, prior.id, decision)
    report(desk, [status], as_json)


@click.command(epilog="Example: factcheck-tui note 1 4 'waiting for the monthly report'")
@click.argument("article", type=ARTICLE)
@click.argument("claim")
@click.argument("words")
@json_option
@click.pass_obj
def note(session: Session, article: str, claim: str, words: str, as_json: bool) -> None:
    """Write the note of CLAIM (its number) of ARTICLE; empty WORDS take it away."""
    desk = session.desk(create=False)
    status = one_claim(desk, article, claim)
    desk.note(status.claim.id, words)
    report(desk, [status], as_json)


COMMANDS = (mark, link, note)
