"""Looking through the archive with the search line's language."""

from __future__ import annotations

import click

from factcheck_tui.cli.printing import json_option, put, put_json
from factcheck_tui.cli.session import Session
from factcheck_tui.visible import one_line


class SearchCommand(click.Command):
    """Takes a word that is to be left out (``-storm``) for a word: no option of ours is a dash and several letters."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        left_out = [each for each in args if len(each) > 2 and each.startswith("-") and not each.startswith("--")]
        if left_out and "--" not in args:
            args = [*(each for each in args if each not in left_out), "--", *left_out]
        return super().parse_args(ctx, args)


@click.command(cls=SearchCommand, epilog="Example: factcheck-tui search 'sea level rating:false after:2020 -storm'")
@click.argument("words", nargs=-1, required=True, metavar="WORDS...")
@click.option("--limit", type=click.IntRange(1, 1000), default=20, show_default=True, help="Records at most.")
@json_option
@click.pass_obj
def search(session: Session, words: tuple[str, ...], limit: int, as_json: bool) -> None:
    """Look for prior records by words, "phrases", -words and conditions: rating:, publisher:, claimant:, language:,
    verdict:, after:, before:.
    """
    desk = session.desk(create=False)
    typed = " ".join(words) + " "
    if amiss := desk.not_understood(typed):
        click.echo(amiss, err=True)
    found = desk.search(typed, limit)
    if not found and not as_json:
        put("no prior record found")
    for record in found:
        if as_json:
            put_json(
                {
                    "record": record.source_id,
                    "claim": record.claim,
                    "rating": record.rating,
                    "verdict": record.verdict,
                    "publisher": record.publisher,
                    "claimant": record.claimant,
                    "review_date": record.review_date,
                    "url": record.url,
                    "language": record.language,
                }
            )
        else:
            rated = one_line(record.rating) or "no rating"
            publisher = one_line(record.publisher) or "publisher unknown"
            put(f"{rated} — {publisher} {record.review_date}: {one_line(record.claim)}")


COMMANDS = (search,)
