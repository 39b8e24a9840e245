"""A verdict list as one HTML file for an editor: the article with its claims marked, and the table.

It loads nothing and runs nothing (its own policy forbids both), shows on a phone, prints, and follows the reader's
light or dark setting. Data can make no markup.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from factcheck_tui.export.columns import differences
from factcheck_tui.export.html_article import article_text
from factcheck_tui.export.html_text import GLYPHS, link, text, verdict_word
from factcheck_tui.export.markdown_memo import ORDER
from factcheck_tui.export.options import Options
from factcheck_tui.model import Evidence, ListedArticle, Match, VerdictList, VerdictRow

_STYLE = Path(__file__).with_name("page.css")
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
_HEADINGS = ("No.", "Claim", "Verdict", "Should be", "Sources", "Prior records", "Note", "Checked by")


def render(verdict_list: VerdictList, options: Options) -> bytes:
    """The page in UTF-8."""
    language = text(verdict_list.articles[0].article.language) if verdict_list.articles else "en"
    page = f"""<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>Fact-check: {text(verdict_list.title)}</title>
<style>
{_STYLE.read_text(encoding="utf-8")}</style>
</head>
{_body(verdict_list, options)}
</html>
"""
    return page.encode("utf-8")


def preview(verdict_list: VerdictList, options: Options) -> str:
    """The page's body: its head is the same for every list."""
    return _body(verdict_list, options)


def _body(verdict_list: VerdictList, options: Options) -> str:
    total = len(verdict_list.rows)
    counts = " ".join(
        f'<span class="verdict {verdict}">{GLYPHS[verdict]} {verdict_list.count(verdict)} {verdict}</span>'
        for verdict in ORDER
    )
    stamp = f'<p class="stamp">As of {text(options.stamp)}</p>\n' if options.stamp else ""
    articles = "\n".join(
        _article(listed, [row for row in verdict_list.rows if row.article.id == listed.article.id])
        for listed in verdict_list.articles
    )
    return f"""<body>
<header>
<h1>{text(verdict_list.title)}</h1>
<p class="counts">{total} {"claim" if total == 1 else "claims"}: {counts}</p>
{stamp}</header>
<main>
{articles}
</main>
</body>"""


def _article(listed: ListedArticle, rows: Sequence[VerdictRow]) -> str:
    article = listed.article
    facts = [text(words) for words in (article.byline, article.publisher, article.published) if words]
    facts += [link(article.url, article.url)] if article.url else []
    told = f'<p class="facts">{" · ".join(facts)}</p>\n' if facts else ""
    headings = "".join(f'<th scope="col">{heading}</th>' for heading in _HEADINGS)
    return f"""<section>
<article>
{told}{article_text(article, rows)}
</article>
<table>
<caption>Claims of {text(article.title)}</caption>
<thead><tr>{headings}</tr></thead>
<tbody>
{"".join(_row(row) for row in rows)}</tbody>
</table>
</section>"""


def _row(row: VerdictRow) -> str:
    status, claim = row.status, row.status.claim
    claimant = f'<span class="claimant">{text(claim.claimant)}</span>' if claim.claimant else ""
    flag = " ⚑" if status.flagged else ""
    signed = f"{text(status.checker)}<br>{text(status.decided_at[:10])}" if status.checker else ""
    cells = (
        f'<a class="number {status.verdict}" href="#claim-{claim.id}">{claim.number}</a>{flag}',
        f"{text(claim.text)} {claimant}",
        verdict_word(status.verdict),
        text(status.suggested_wording),
        _listed(_source(source) for source in row.evidence),
        _listed(_record(match) for match in row.links),
        text(status.note),
        signed,
    )
    tagged = "".join(
        f'<td data-label="{heading}"{"" if cell.strip() else " class=empty"}>{cell}</td>'
        for heading, cell in zip(_HEADINGS, cells, strict=True)
    )
    return f'<tr id="row-{claim.id}">{tagged}</tr>\n'


def _source(source: Evidence) -> str:
    parts = [link(source.name, source.url)]
    parts += [text(source.locator)] if source.locator else []
    parts.append(f"<small>{source.kind}, {source.stance}</small>")
    quotation = f"<q>{text(source.quotation)}</q>" if source.quotation else ""
    return ", ".join(parts) + (f" {quotation}" if quotation else "")


def _record(match: Match) -> str:
    record = match.record
    words = ", ".join(word for word in (record.publisher, record.rating, record.review_date) if word)
    differs = f" <small>differs: {text(differences(match))}</small>" if match.differences else ""
    return link(words or "prior record", record.url) + differs


def _listed(parts: Iterable[str]) -> str:
    items: Iterator[str] = (f"<li>{part}</li>" for part in parts)
    joined = "".join(items)
    return f"<ul>{joined}</ul>" if joined else ""
