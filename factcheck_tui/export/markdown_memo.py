"""A verdict list as a memo for chat and mail: what is disputed first, then what is open, then what holds.

Data shows literally: it can make no markup, no HTML and no link text. It never stands at the start of a line, where
far more characters mean something.
"""

from __future__ import annotations

import re
from urllib.parse import quote

from factcheck_tui.export.columns import differences
from factcheck_tui.model import Match, Verdict, VerdictList, VerdictRow
from factcheck_tui.visible import one_line

_ORDER = (Verdict.DISPUTED, Verdict.PENDING, Verdict.CONFIRMED)
_PART = " — "
_MARKUP = re.compile(r"([\\`*_\[\]#|~!])")
_HTML = {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;"}
_UNSAFE_IN_ADDRESS = frozenset(' <>()[]{}\\"`|^;')


def render(verdict_list: VerdictList) -> bytes:
    """The memo: title, a line of counts, and for each verdict its claims, numbered as in their article."""
    rows = verdict_list.rows
    several = len({row.article.id for row in rows}) > 1
    lines = [f"# {_escaped(verdict_list.title)}", "", _counts(verdict_list)]
    for verdict in _ORDER:
        of_verdict = [row for row in rows if row.status.verdict is verdict]
        if of_verdict:
            lines += ["", f"## {verdict.value.capitalize()} ({len(of_verdict)})", ""]
            lines += [_line(row, with_article=several) for row in of_verdict]
    return ("\n".join(lines) + "\n").encode("utf-8")


def _counts(verdict_list: VerdictList) -> str:
    total = len(verdict_list.rows)
    counts = ", ".join(f"{verdict_list.count(verdict)} {verdict.value}" for verdict in _ORDER)
    return f"{total} {'claim' if total == 1 else 'claims'}: {counts}"


def _line(row: VerdictRow, *, with_article: bool) -> str:
    claim = row.status.claim
    parts = [_escaped(claim.text), _escaped(claim.claimant), _escaped(row.status.note)]
    parts += [_link(link) for link in row.links]
    if with_article:
        parts.append(f"{_escaped(row.article.title)}, line {row.line}")
    flag = "⚑ " if row.status.flagged else ""
    return f"- **{claim.number}** {flag}" + _PART.join(part for part in parts if part)


def _link(match: Match) -> str:
    record = match.record
    words = ", ".join(_escaped(word) for word in (record.publisher, record.rating, record.review_date) if word)
    words = words or "prior record"
    if re.match(r"https?://", record.url, re.IGNORECASE):
        words = f"[{words}]({_address(record.url)})"
    elif record.url:
        words = f"{words}, {_escaped(record.url)}"
    return f"{words} (differs: {_escaped(differences(match))})" if match.differences else words


def _escaped(text: str) -> str:
    """One line that Markdown and HTML show as it is."""
    return _MARKUP.sub(r"\\\1", one_line(text)).translate(_HTML)


def _address(url: str) -> str:
    """A link's target: what could end it or is not shown is percent-encoded, any other script stays readable."""
    return "".join(
        each if each.isprintable() and each not in _UNSAFE_IN_ADDRESS else quote(each, safe="", errors="replace")
        for each in url
    )
