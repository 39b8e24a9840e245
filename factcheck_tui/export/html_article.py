"""An article's running text in HTML, its claims marked in the colour of their verdict."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck_tui.export.html_text import GLYPHS, text
from factcheck_tui.model import Article, ClaimKind, VerdictRow

_PARAGRAPH = re.compile(r"[^\n]+(?:\n[ \t]*[^\s][^\n]*)*")
_CLASSES = {ClaimKind.HEADLINE: "headline", ClaimKind.STANDFIRST: "standfirst", ClaimKind.CAPTION: "caption"}


def article_text(article: Article, rows: Sequence[VerdictRow]) -> str:
    """The paragraphs of an article. Where claims overlap, the shortest one's colour is shown, and every number."""
    return "\n".join(
        _paragraph(article.text, found.start(), found.end(), rows)
        for found in _PARAGRAPH.finditer(article.text)
        if found[0].strip()
    )


def _paragraph(whole: str, start: int, end: int, rows: Sequence[VerdictRow]) -> str:
    inside = [row for row in rows if row.status.claim.start < end and row.status.claim.end > start]
    kind = next((_CLASSES[row.status.claim.kind] for row in inside if row.status.claim.kind in _CLASSES), "")
    opening = f'<p class="{kind}">' if kind else "<p>"
    return opening + "".join(_pieces(whole, start, end, inside)) + "</p>"


def _pieces(whole: str, start: int, end: int, rows: Sequence[VerdictRow]) -> Iterator[str]:
    ends = {start, end}
    for row in rows:
        ends.update(offset for offset in (row.status.claim.start, row.status.claim.end) if start < offset < end)
    cuts = sorted(ends)
    for left, right in pairwise(cuts):
        yield from (_number(row) for row in rows if row.status.claim.start == left)
        words = text(whole[left:right]).replace("\n", "<br>\n")
        over = [row for row in rows if row.status.claim.start <= left and row.status.claim.end >= right]
        if over:
            shortest = min(over, key=lambda row: row.status.claim.end - row.status.claim.start)
            yield f'<mark class="{shortest.status.verdict}">{words}</mark>'
        else:
            yield words


def _number(row: VerdictRow) -> str:
    claim, verdict = row.status.claim, row.status.verdict
    return (
        f'<a class="number {verdict}" id="claim-{claim.id}" href="#row-{claim.id}"'
        f' aria-label="claim {claim.number}, {verdict}">{GLYPHS[verdict]}{claim.number}</a> '
    )
