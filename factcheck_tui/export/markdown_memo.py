"""A verdict list as a memo for chat and mail: what is disputed first, then what is open, then what holds.

Data shows literally: it can make no markup, no HTML and no link text. It never stands at the start of a line, where
far more characters mean something.
"""

from __future__ import annotations

import re
from urllib.parse import quote

from factcheck_tui.export.columns import differences
from factcheck_tui.export.lines import is_web_address
from factcheck_tui.export.options import Options
from factcheck_tui.model import Evidence, Match, Verdict, VerdictList, VerdictRow
from factcheck_tui.visible import one_line

ORDER = (Verdict.DISPUTED, Verdict.PENDING, Verdict.CONFIRMED)
_PART = " — "
_MARKUP = re.compile(r"([\\`*_\[\]#|~!])")
_HTML = {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;"}
_UNSAFE_IN_ADDRESS = frozenset(' <>()[]{}\\"`|^;')


def render(verdict_list: VerdictList, options: Options) -> bytes:
    """The memo: title, a line of counts, and for each verdict its claims, numbered as in their article."""
    rows = verdict_list.rows
    several = len({row.article.id for row in rows}) > 1
    lines = [f"# {_escaped(verdict_list.title)}", "", counts(verdict_list)]
    lines += ["", f"As of {_escaped(options.stamp)}"] if options.stamp else []
    for verdict in ORDER:
        of_verdict = [row for row in rows if row.status.verdict is verdict]
        if of_verdict:
            lines += ["", f"## {verdict.value.capitalize()} ({len(of_verdict)})", ""]
            lines += [_line(row, with_article=several) for row in of_verdict]
    return ("\n".join(lines) + "\n").encode("utf-8")


def counts(verdict_list: VerdictList) -> str:
    """How many claims, and how they stand."""
    total = len(verdict_list.rows)
    each = ", ".join(f"{verdict_list.count(verdict)} {verdict.value}" for verdict in ORDER)
    return f"{total} {'claim' if total == 1 else 'claims'}: {each}"


def _line(row: VerdictRow, *, with_article: bool) -> str:
    status, claim = row.status, row.status.claim
    sources = "; ".join(_source(source) for source in row.evidence)
    if status.suggested_wording:
        was = f"was: {_escaped(claim.text)} → should be: {_escaped(status.suggested_wording)}"
        parts = [f"{was} → source: {sources}" if sources else was, _escaped(claim.claimant), _escaped(status.note)]
    else:
        parts = [_escaped(claim.text), _escaped(claim.claimant), _escaped(status.note)]
        parts += [f"source: {sources}"] if sources else []
    parts += [_link(link) for link in row.links]
    if with_article:
        parts.append(f"{_escaped(row.article.title)}, line {row.line}")
    flag = "⚑ " if status.flagged else ""
    return f"- **{claim.number}** {flag}" + _PART.join(part for part in parts if part)


def _source(source: Evidence) -> str:
    words = ", ".join(_escaped(word) for word in (source.name, source.locator) if word)
    return f"{_linked(words, source.url)} ({source.kind.value}, {source.stance.value})"


def _link(match: Match) -> str:
    record = match.record
    words = ", ".join(_escaped(word) for word in (record.publisher, record.rating, record.review_date) if word)
    words = _linked(words or "prior record", record.url)
    return f"{words} (differs: {_escaped(differences(match))})" if match.differences else words


def _linked(words: str, url: str) -> str:
    """Escaped words as a link; only a web address becomes one, any other is told in words."""
    if is_web_address(url):
        return f"[{words}]({_address(url)})"
    return words if not url or words == _escaped(url) else f"{words}, {_escaped(url)}"


def _escaped(text: str) -> str:
    """One line that Markdown and HTML show as it is."""
    return _MARKUP.sub(r"\\\1", one_line(text)).translate(_HTML)


def _address(url: str) -> str:
    """A link's target: what could end it or is not shown is percent-encoded, any other script stays readable."""
    return "".join(
        each if each.isprintable() and each not in _UNSAFE_IN_ADDRESS else quote(each, safe="", errors="replace")
        for each in url
    )
