"""Claims made, split, joined, reworded and attributed from a script: `claim add`, `claim split` and so on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import click

from factcheck_tui.cli.completing import ARTICLE
from factcheck_tui.cli.printing import claim_as_line, json_option, put, put_json, status_as_json
from factcheck_tui.cli.session import Session
from factcheck_tui.cli.verdict_commands import chosen_claims, one_claim
from factcheck_tui.errors import NotFoundError

if TYPE_CHECKING:
    from factcheck_tui.desk import Desk
    from factcheck_tui.model import ClaimStatus, Step


@click.group("claim", epilog="Example: factcheck-tui claim add 1 'cost three million pounds'")
def claim_group() -> None:
    """Make, split, join, reword or attribute claims; each is one step that undo takes back in the desk."""


@claim_group.command("add", epilog="Example: factcheck-tui claim add 1 'cost three million pounds'")
@click.argument("article", type=ARTICLE)
@click.argument("words")
@json_option
@click.pass_obj
def add_claim(session: Session, article: str, words: str, as_json: bool) -> None:
    """Make a claim of the WORDS of ARTICLE, a part of a sentence or a span over sentences."""
    desk = session.desk(create=False)
    found = desk.find_article(article)
    start, end = place_of(found.text, words, f"article {found.id}")
    step = desk.add_claim(found.id, start, end)
    same = [status for status in desk.claims(found.id) if (status.claim.start, status.claim.end) == (start, end)]
    _print_made(desk, step, as_json, same)


@claim_group.command("split", epilog="Example: factcheck-tui claim split 1 4 'and cost three'")
@click.argument("article", type=ARTICLE)
@click.argument("claim")
@click.argument("words")
@json_option
@click.pass_obj
def split_claim(session: Session, article: str, claim: str, words: str, as_json: bool) -> None:
    """Make two claims of CLAIM (its number); the second begins with WORDS."""
    desk = session.desk(create=False)
    status = one_claim(desk, article, claim)
    start, _ = place_of(status.claim.text, words, f"claim {status.claim.number}")
    _print_made(desk, desk.split_claim(status.claim.id, status.claim.start + start), as_json)


@claim_group.command("join", epilog="Example: factcheck-tui claim join 1 4-5")
@click.argument("article", type=ARTICLE)
@click.argument("claims")
@json_option
@click.pass_obj
def join_claims(session: Session, article: str, claims: str, as_json: bool) -> None:
    """Make one claim of neighbouring CLAIMS (4-5)."""
    desk = session.desk(create=False)
    chosen = chosen_claims(desk, article, claims)
    _print_made(desk, desk.join_claims(status.claim.id for status in chosen), as_json)


@claim_group.command("word", epilog="Example: factcheck-tui claim word 1 4 'The Grey Point bridge cost £3m'")
@click.argument("article", type=ARTICLE)
@click.argument("claim")
@click.argument("words")
@json_option
@click.pass_obj
def word_claim(session: Session, article: str, claim: str, words: str, as_json: bool) -> None:
    """Look for prior records of CLAIM with other WORDS than the article's; empty ones go back to those."""
    desk = session.desk(create=False)
    status = one_claim(desk, article, claim)
    desk.word_claim(status.claim.id, words)
    _print([desk.claim(status.claim.id)], as_json)


@claim_group.command("attribute", epilog="Example: factcheck-tui claim attribute 1 4 'Jonas Hale'")
@click.argument("article", type=ARTICLE)
@click.argument("claim")
@click.argument("claimant")
@json_option
@click.pass_obj
def attribute_claim(session: Session, article: str, claim: str, claimant: str, as_json: bool) -> None:
    """Say that CLAIMANT makes CLAIM; an empty one says that the article itself does."""
    desk = session.desk(create=False)
    status = one_claim(desk, article, claim)
    desk.attribute_claim(status.claim.id, claimant)
    _print([desk.claim(status.claim.id)], as_json)


def place_of(text: str, words: str, where: str) -> tuple[int, int]:
    """Where the words stand, however a text breaks its lines. :raises NotFoundError: nowhere, or more than once"""
    pattern = r"\s+".join(map(re.escape, words.split()))
    found = list(re.finditer(pattern, text)) if pattern else []
    if len(found) != 1:
        often = f"{len(found)} times; name more of them" if found else "nowhere; copy them from it word for word"
        raise NotFoundError(f"The words stand in {where} {often}.")
    return found[0].span()


def _print_made(desk: Desk, step: Step | None, as_json: bool, same: list[ClaimStatus] | None = None) -> None:
    """Print the claims that a step made, or those that there were already."""
    ids = dict.fromkeys(decision.claim_id for decision in step.decisions) if step else {}
    made = [status for status in map(desk.claim, ids) if status.claim.is_claim]
    _print(made or same or [], as_json)


def _print(statuses: list[ClaimStatus], as_json: bool) -> None:
    for status in statuses:
        if as_json:
            put_json(status_as_json(status))
        else:
            put(claim_as_line(status))


COMMANDS = (claim_group,)
