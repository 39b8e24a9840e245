"""A verdict list for scripts and other desks: everything with ids and offsets, as one JSON object or a line for each
claim. ``schema.json`` beside this file says what stands under each key; another desk merges either form.

Nothing is replaced: ``text`` is the claim word for word, and what is not safe to show is written as a JSON escape.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

from factcheck_tui.export.options import Options
from factcheck_tui.export.safe_json import encoded
from factcheck_tui.model import (
    Article,
    Claim,
    Decision,
    Evidence,
    ListedArticle,
    Match,
    PriorRecord,
    Verdict,
    VerdictList,
    VerdictRow,
)

Complete: TypeAlias = Callable[[VerdictRow], VerdictRow]  # adds what the list was read without

FORMAT = "factcheck-tui verdict list"
VERSION = 1  # of this form; raised when a key changes its meaning or goes


def pieces(verdict_list: VerdictList, options: Options, complete: Complete) -> Iterator[bytes]:
    """One object: ``format``, ``version``, ``title``, ``counts``; ``articles`` and ``claims``, each on a line."""
    head = {
        "format": FORMAT,
        "version": VERSION,
        **({"exported_at": options.stamp} if options.stamp else {}),
        "title": verdict_list.title,
        "counts": {verdict.value: verdict_list.count(verdict) for verdict in Verdict},
    }
    yield encoded(json.dumps(head, ensure_ascii=False, indent=1).removesuffix("\n}"))
    yield b',\n "articles": ['
    yield from _elements(map(_whole_article, verdict_list.articles))
    yield b'],\n "claims": ['
    yield from _elements(_claim(complete(row)) for row in verdict_list.rows)
    yield b"]\n}\n"


def lines(verdict_list: VerdictList, options: Options, complete: Complete) -> Iterator[bytes]:
    """One claim a line, as under ``claims``, with its article beside it; the article's text on its first line only."""
    whole = {listed.article.id: listed for listed in verdict_list.articles}
    for row in verdict_list.rows:
        listed = whole.pop(row.article.id, None)
        article = _whole_article(listed) if listed else _article(row.article)
        line = {"format": FORMAT, "version": VERSION, **_claim(complete(row)), "article": article}
        yield encoded(json.dumps(line, ensure_ascii=False) + "\n")


def _elements(values: Iterable[dict[str, object]]) -> Iterator[bytes]:
    """A list's elements, each on a line of its own."""
    between = "\n  "
    for value in values:
        yield encoded(between + json.dumps(value, ensure_ascii=False))
        between = ",\n  "
    if between.startswith(","):
        yield b"\n "


def _whole_article(listed: ListedArticle) -> dict[str, object]:
    text = listed.article.text
    return {
        **_article(listed.article),
        "digest": hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        "text": text,
        "pieces": [_piece(piece) for piece in listed.pieces],
    }


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


def _piece(piece: Claim) -> dict[str, object]:
    """A piece of an article as it was found, before anybody decided on it."""
    return {
        "id": piece.id,
        "start": piece.start,
        "end": piece.end,
        "kind": piece.kind.value,
        "nature": piece.nature.value if piece.nature else "",
        "claimant": piece.claimant,
        "cue": piece.cue,
        "reported_by": piece.reported_by,
        "priority": piece.priority,
        "reasons": list(piece.reasons),
        "set_aside": piece.set_aside.value if piece.set_aside else "",
        "place": piece.place,
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
        "nature": claim.nature.value if claim.nature else "",
        "text": claim.text,
        "was": status.was,
        "claimant": claim.claimant,
        "cue": claim.cue,
        "reported_by": claim.reported_by,
        "search_words": claim.search_words,
        "place": claim.place,
        "priority": claim.priority,
        "reasons": list(claim.reasons),
        "set_aside": claim.set_aside.value if claim.set_aside else "",
        "verdict": status.verdict.value,
        "checker": status.checker,
        "decided_at": status.decided_at,
        "suggested_wording": status.suggested_wording,
        "note": status.note,
        "flagged": status.flagged,
        "tags": list(status.tags),
        "evidence": [_evidence(source) for source in row.evidence],
        "links": [_match(link) for link in row.links],
        "best_match": _match(row.best) if row.best else None,
        "matches": [_match(match) for match in row.matches],
        "history": [_decision(decision) for decision in row.history],
        "records": [_record(record) for record in row.cited],
        "wordings": [_wording(source) for source in row.wordings],
    }


def _evidence(source: Evidence) -> dict[str, object]:
    return {"id": source.id, **_wording(source), "checker": source.checker, "at": source.at}


def _wording(source: Evidence) -> dict[str, object]:
    """What is said of a source; a line of the history on evidence names it by ``wording``, ``old`` and ``new``."""
    return {
        "wording": source.wording,
        "kind": source.kind.value,
        "stance": source.stance.value,
        "title": source.title,
        "url": source.url,
        "locator": source.locator,
        "quotation": source.quotation,
        "confidential": source.confidential,
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
    """A line of the log; the ``uid``s name steps on every desk, the other ids are this desk's."""
    return {
        "id": decision.id,
        "step_id": decision.step_id,
        "uid": decision.uid,
        "act": decision.act,
        "of_uid": decision.of_uid,
        "stands_uid": decision.stands_uid,
        "aspect": decision.aspect.value,
        "subject": decision.subject,
        "old": decision.old,
        "new": decision.new,
        "record_id": decision.record_id,
        "checker": decision.checker,
        "at": decision.at,
    }


def _record(record: PriorRecord) -> dict[str, object]:
    """A prior record that the history names, whole; ``own_claim_id`` is set where it is this desk's own verdict."""
    return {
        "id": record.id,
        "own_claim_id": record.own_claim_id,
        "record": record.source_id,
        "claim": record.claim,
        "title": record.title,
        "body": record.body,
        "claimant": record.claimant,
        "claim_date": record.claim_date,
        "rating": record.rating,
        "verdict": record.verdict.value if record.verdict else None,
        "publisher": record.publisher,
        "review_date": record.review_date,
        "url": record.url,
        "language": record.language,
    }
