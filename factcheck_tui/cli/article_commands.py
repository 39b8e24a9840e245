"""Articles in, and the claims that are found in them."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck_tui.cli.completing import ARTICLE
from factcheck_tui.cli.printing import claim_as_json, claim_as_line, json_option, put, put_json, status_as_json
from factcheck_tui.cli.session import Session
from factcheck_tui.errors import FactcheckError
from factcheck_tui.visible import one_line, visible

if TYPE_CHECKING:
    from factcheck_tui.model import Article, Claim


def read_source(name: str) -> Article:
    """The article in a file, at an address, or on standard input for ``-``. :raises ReadError: when there is none"""
    from factcheck_tui import articles

    if name == "-":
        return articles.read_bytes(sys.stdin.buffer.read(), "-")
    return articles.read_address(name) if articles.is_address(name) else articles.read_file(Path(name))


@click.command(epilog="Example: factcheck-tui add --revises 1 draft-2.docx")
@click.argument("files", nargs=-1, required=True, metavar="FILE|URL...|-")
@click.option("--revises", metavar="ARTICLE", help="It is the next draft of this one: carry over what was decided.")
@json_option
@click.pass_obj
def add(session: Session, files: tuple[str, ...], revises: str | None, as_json: bool) -> None:
    """Put articles on the desk: text, Markdown, pages, Word, PDF, RTF, subtitles; - for standard input."""
    if revises is not None and len(files) > 1:
        raise click.UsageError("--revises takes one file: each draft follows the one before.")
    failed = False
    for name in files:
        try:
            # read before the desk is opened: a file that is no article makes no desk either
            read = read_source(name)
            if revises is None:
                _add(session, name, read, as_json)
            else:
                _revise(session, name, read, revises, as_json)
        except FactcheckError as error:
            # one bad file does not keep the others out
            click.echo(f"factcheck-tui: {visible(str(error))}", err=True)
            failed = True
    if failed:
        raise SystemExit(1)


def _add(session: Session, name: str, read: Article, as_json: bool) -> None:
    desk = session.desk()
    likely = desk.likely_draft(read)
    article, new = desk.add(read)
    if as_json:
        put_json({**_added_as_json(session, article, name, new), "likely_draft_of": likely.id if likely else None})
    elif new:
        put(f"Article {article.id}: {one_line(article.title)} — {_counts(session, article)}")
        if likely:
            put(
                f"It looks like a new draft of article {likely.id}, {one_line(likely.title)}. To carry over what was "
                f"decided on that: factcheck-tui add --revises {likely.id} {one_line(name)}"
            )
    else:
        put(f"The desk holds the text of {name} already: article {article.id}, {one_line(article.title)}")


def _revise(session: Session, name: str, read: Article, older: str, as_json: bool) -> None:
    desk = session.desk(create=False)
    revision = desk.revise(desk.find_article(older).id, read)
    article, removed = revision.article, len(revision.removed)
    counts = {"kept": revision.kept, "changed": revision.changed, "added": revision.new, "removed": removed}
    if as_json:
        put_json({**_added_as_json(session, article, name, True), "revises": article.revises, **counts})
    else:
        put(f"Article {article.id}: {one_line(article.title)} — {_counts(session, article)}")
        put(f"Beside article {article.revises}: " + ", ".join(f"{count} {word}" for word, count in counts.items()))
        for claim in revision.removed:
            put(f"  removed: {one_line(claim.text)}")


def _added_as_json(session: Session, article: Article, name: str, new: bool) -> dict[str, object]:
    pieces = session.desk().pieces(article.id)
    claims = sum(status.claim.is_claim for status in pieces)
    return {
        "id": article.id,
        "title": article.title,
        "source": name,
        "new": new,
        "claims": claims,
        "set_aside": len(pieces) - claims,
    }


def _counts(session: Session, article: Article) -> str:
    pieces = session.desk().pieces(article.id)
    claims = sum(status.claim.is_claim for status in pieces)
    return f"{claims} claims, {len(pieces) - claims} set aside"


@click.command("articles", epilog="Example: factcheck-tui articles --json")
@click.option("--away", is_flag=True, help="List those that were put away, and only those.")
@json_option
@click.pass_obj
def list_articles(session: Session, away: bool, as_json: bool) -> None:
    """List the articles of the desk with their counts, the newest first."""
    listed = session.desk(create=False).articles(with_away=away)
    known = [progress for progress in listed if progress.article.away == away]
    for progress in known:
        article = progress.article
        if as_json:
            put_json(
                {
                    "id": article.id,
                    "title": article.title,
                    "source": article.source,
                    "revises": article.revises or None,
                    "added_at": article.added_at,
                    "claims": progress.claims,
                    "confirmed": progress.confirmed,
                    "disputed": progress.disputed,
                    "pending": progress.pending,
                }
            )
        else:
            put(
                f"{article.id:>4}  {progress.claims:>4} claims  ✓ {progress.confirmed}  ✗ {progress.disputed}  "
                f"· {progress.pending}  {article.added_at[:10]}  {one_line(article.title)}"
            )
    if not known and not as_json:
        put("No article was put away." if away else "No article is on this desk yet. Add one: factcheck-tui add FILE")


@click.command("put-away", epilog="Example: factcheck-tui put-away 3")
@click.argument("articles", nargs=-1, required=True, type=ARTICLE, metavar="ARTICLE...")
@click.option("--back", is_flag=True, help="Bring them back; name them by their numbers.")
@json_option
@click.pass_obj
def put_away(session: Session, articles: tuple[str, ...], back: bool, as_json: bool) -> None:
    """Take articles off the list, as when they were added by mistake, and out of exports of all articles.

    What was decided on their claims stays, `articles --away` lists them, and undo in the desk brings them back.
    """
    desk = session.desk(create=False)
    found = [desk.find_article(name) for name in articles]
    desk.put_away([article.id for article in found], not back)
    for article in found:
        if as_json:
            put_json({"id": article.id, "title": article.title, "away": not back})
        else:
            put(f"Article {article.id} {'brought back' if back else 'put away'}: {one_line(article.title)}")


@click.command("claims", epilog="Example: factcheck-tui claims draft.txt --json")
@click.argument("article", metavar="ARTICLE|FILE|URL|-")
@click.option("--lines", is_flag=True, help="Take each line of a file as one sentence.")
@click.option("--all", "with_set_aside", is_flag=True, help="Print also what is no claim, with the reason.")
@json_option
@click.pass_obj
def list_claims(session: Session, article: str, lines: bool, with_set_aside: bool, as_json: bool) -> None:
    """Print the claims of an article of the desk, or of a file or page, which is only read and not stored."""
    if article == "-" or lines or article.lower().startswith(("http://", "https://")) or Path(article).is_file():
        _print_found(article, lines, with_set_aside, as_json)
        return
    desk = session.desk(create=False)
    for status in desk.pieces(desk.find_article(article).id):
        if status.claim.is_claim or with_set_aside:
            if as_json:
                put_json(status_as_json(status))
            else:
                put(claim_as_line(status))


def _print_found(name: str, lines: bool, with_set_aside: bool, as_json: bool) -> None:
    from factcheck_tui import claims
    from factcheck_tui.model import ClaimStatus

    article = read_source(name)
    for claim in _of_lines(article.text) if lines else claims.find_claims(article):
        if claim.is_claim or with_set_aside:
            if as_json:
                put_json(claim_as_json(claim))
            else:
                put(claim_as_line(ClaimStatus(claim=claim)))


def _of_lines(text: str) -> Iterator[Claim]:
    """The lines of a text, each judged as one sentence, in order; offsets are those of the text."""
    from factcheck_tui import claims

    lines = text.removesuffix("\n").split("\n")
    offset = 0
    for line, claim in zip(lines, claims.claims_of_lines(lines), strict=True):
        yield replace(claim, start=claim.start + offset, end=claim.end + offset)
        offset += len(line) + 1


COMMANDS = (add, list_articles, list_claims, put_away)
