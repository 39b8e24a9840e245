"""A verdict list for scripts: everything with ids and offsets, as one JSON object or as a line for each claim.

Nothing is replaced: ``text`` is the claim word for word. What a terminal or a browser would obey, and the lone
surrogates that UTF-8 cannot hold, are written as JSON escapes.
"""

from __future__ import annotations

import json
import re

from factcheck_tui.model import Article, Decision, Match, Verdict, VerdictList, VerdictRow

FORMAT = "factcheck-tui verdict list"
VERSION = 1  # of this form; raised when a key changes its meaning or goes

_UNSHOWN = re.compile(r"[\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff\ud800-\udfff]")


def render(verdict_list: VerdictList) -> bytes:
    """One object: ``format``, ``version``, ``title``, ``counts``, ``articles``, ``claims``."""
    articles = {row.article.id: _article(row.article) for row in verdict_list.rows}
    whole = {
        "format": FORMAT,
        "version": VERSION,
        "title": verdict_list.title,
        "counts": {verdict.value: verdict_list.count(verdict) for verdict in Verdict},
        "articles": list(articles.values()),
        "claims": [_claim(row) for row in verdict_list.rows],
    }
    return _encoded(json.dumps(whole, ensure_ascii=False, indent=1) + "\n")


def render_lines(verdict_list: VerdictList) -> bytes:
    """One claim a line, as under ``claims``, with its article beside it."""
    claims = ({**_claim(row), "article": _article(row.article)} for row in verdict_list.rows)
    return _encoded("".join(json.dumps(claim, ensure_ascii=False) + "\n" for claim in claims))


def _encoded(text: str) -> bytes:
    return _UNSHOWN.sub(lambda found: f"\\u{ord(found[0]):04x}", text).encode("utf-8")  # they stand in strings only


def _article(article: Article) -> dict[str, object]:
    return {
        "id": article.id,
        "title": article.title,
        "source": article.source,
        "language": article.language,
        "byline": article.byline,
        "publisher": article.publisher,
        "published": article.published,
        "url": article.url,
        "added_at": article.added_at,
    }


def _claim(row: VerdictRow) -> dict[str, object]:
    status, claim = row.status, row.status.claim
    return {
        "id": claim.id,
        "article_id": row.article.id,
        "number": claim.number,
        "start": claim.start,
        "end": claim.end,
        "line": row.line,
        "kind": claim.kind.value,
        "text": claim.text,
        "claimant": claim.claimant,
        "cue": claim.cue,
        "search_words": claim.search_words,
        "place": claim.place,
        "priority": claim.priority,
        "reasons": list(claim.reasons),
        "set_aside": claim.set_aside.value if claim.set_aside else "",
        "verdict": status.verdict.value,
        "checker": status.checker,
        "decided_at": status.decided_at,
        "note": status.note,
        "flagged": status.flagged,
        "links": [_match(link) for link in row.links],
        "best_match": _match(row.best) if row.best else None,
        "history": [_decision(decision) for decision in row.history],
    }


def _match(match: Match) -> dict[str, object]:
    record = match.record
    return {
        "record": record.source_id,
        "score": match.score,
        "band": match.band.value,
        "decision": match.decision.value if match.decision else "",
        "claim": record.claim,
        "title": record.title,
        "claimant": record.claimant,
        "claim_date": record.claim_date,
        "rating": record.rating,
        "verdict": record.verdict.value if record.verdict else None,
        "publisher": record.publisher,
        "review_date": record.review_date,
        "url": record.url,
        "language": record.language,
        "differences": [
            {"kind": each.kind.value, "claim": each.claim, "record": each.record} for each in match.differences
        ],
        "why": {reason.words: reason.points for reason in match.why},
    }


def _decision(decision: Decision) -> dict[str, object]:
    return {
        "id": decision.id,
        "step_id": decision.step_id,
        "act": decision.act,
        "aspect": decision.aspect.value,
        "old": decision.old,
        "new": decision.new,
        "record_id": decision.record_id,
        "checker": decision.checker,
        "at": decision.at,
    }
