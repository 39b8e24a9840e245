"""Matches as they were worked out, with what checkers decided on them.

A match that a checker linked stays in sight even where today's ranking would not bring it up.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence

from factcheck_tui.model import (
    Band,
    BestMatch,
    Difference,
    DifferenceKind,
    Match,
    MatchDecision,
    Reason,
    RecordUse,
    Span,
)
from factcheck_tui.store.database import Database
from factcheck_tui.store.rows import RECORD_COLUMNS, prior_record

_DECIDED = (
    "coalesce((SELECT new FROM decision WHERE claim_id = :claim AND aspect = 'match'"
    " AND record_id = prior_record.id ORDER BY id DESC LIMIT 1), '')"
)
_OF_CLAIM = (
    f"SELECT {RECORD_COLUMNS}, match.*, {_DECIDED} AS decision FROM match"
    " JOIN prior_record ON prior_record.id = match.record_id WHERE match.claim_id = :claim{more}"
    " AND (own_claim_id IS NULL OR verdict <> 'pending' OR decision = 'linked')"
    " ORDER BY decision = 'dismissed', score DESC, review_date DESC, prior_record.id"
)
_INSERT = (
    "INSERT OR REPLACE INTO match (claim_id, record_id, score, band, why, differences, claim_spans, record_spans)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
)


class Matches:
    """The table ``match``, and the log's entries on it."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def keep(self, claim_id: int, matches: Sequence[Match], edition: int) -> None:
        """Replace a claim's matches by those worked out with an edition of the archive; runs inside ``writing``."""
        linked = "SELECT record_id FROM link WHERE claim_id = :claim"
        self._db.run(f"DELETE FROM match WHERE claim_id = :claim AND record_id NOT IN ({linked})", {"claim": claim_id})
        self._db.run_many(_INSERT, [_values(claim_id, match) for match in matches])
        self._db.run("UPDATE claim SET matched_with = ? WHERE id = ?", [edition, claim_id])

    def keep_one(self, claim_id: int, match: Match) -> None:
        """Keep a match beside those that are there."""
        self._db.run(_INSERT, _values(claim_id, match))

    def of_claim(self, claim_id: int) -> list[Match]:
        """A claim's matches: by score, then newest, and last those that a checker said are not the same claim."""
        return [_match(row) for row in self._db.rows(_OF_CLAIM.format(more=""), {"claim": claim_id})]

    def linked(self, claim_id: int) -> list[Match]:
        """Those of a claim's matches that a checker linked, in the same order."""
        linked = " AND match.record_id IN (SELECT record_id FROM link WHERE claim_id = :claim)"
        return [_match(row) for row in self._db.rows(_OF_CLAIM.format(more=linked), {"claim": claim_id})]

    def best(self, article_id: int) -> dict[int, BestMatch]:
        """By the id of an article's claims their best match, of those that nobody said are not the same claim."""
        rows = self._db.rows(
            "SELECT match.claim_id, max(match.score) AS score, match.band FROM claim"
            " JOIN match ON match.claim_id = claim.id WHERE claim.article_id = ? AND match.record_id NOT IN"
            "   (SELECT id FROM prior_record INDEXED BY prior_record_taken_back"
            "    WHERE own_claim_id IS NOT NULL AND verdict = 'pending')"
            " AND coalesce((SELECT new FROM decision WHERE claim_id = match.claim_id AND aspect = 'match'"
            "   AND record_id = match.record_id ORDER BY id DESC LIMIT 1), '') <> 'dismissed'"
            " GROUP BY match.claim_id",
            [article_id],
        )
        return {row["claim_id"]: BestMatch(row["score"], Band(row["band"])) for row in rows}

    def uses(self, record_id: int, limit: int) -> list[RecordUse]:
        """The claims that were linked to a record, or said not to be the same; the newest first."""
        rows = self._db.rows(
            "SELECT decision.claim_id, claim.text, claim.article_id, article.title, decision.new,"
            " step.checker, step.at"
            " FROM decision JOIN decision AS stands ON stands.id = decision.stands"
            " JOIN step ON step.id = stands.step_id JOIN claim ON claim.id = decision.claim_id"
            " JOIN article ON article.id = claim.article_id"
            " WHERE decision.record_id = ? AND decision.new <> ''"
            " AND decision.id = (SELECT max(id) FROM decision AS later WHERE later.claim_id = decision.claim_id"
            "   AND later.aspect = 'match' AND later.record_id = decision.record_id)"
            " ORDER BY decision.id DESC LIMIT ?",
            [record_id, limit],
        )
        return [
            RecordUse(
                claim_id=row["claim_id"],
                claim=row["text"],
                article_id=row["article_id"],
                article=row["title"],
                decision=MatchDecision(row["new"]),
                checker=row["checker"],
                at=row["at"],
            )
            for row in rows
        ]

    def kept(self, claim_id: int, record_id: int) -> bool:
        """Whether the claim has a match with this record."""
        found = self._db.value("SELECT 1 FROM match WHERE claim_id = ? AND record_id = ?", [claim_id, record_id])
        return found is not None


def _values(claim_id: int, match: Match) -> tuple[object, ...]:
    differences = [[d.kind, d.claim, d.record, d.claim_span, d.record_span] for d in match.differences]
    return (
        claim_id,
        match.record.id,
        match.score,
        match.band,
        json.dumps([[reason.words, round(reason.points, 3)] for reason in match.why], ensure_ascii=False),
        json.dumps(differences, ensure_ascii=False),
        json.dumps(match.claim_spans),
        json.dumps(match.record_spans),
    )


def _match(row: sqlite3.Row) -> Match:
    return Match(
        record=prior_record(row),
        score=row["score"],
        band=Band(row["band"]),
        why=tuple(Reason(words, points) for words, points in json.loads(row["why"])),
        differences=tuple(
            Difference(DifferenceKind(kind), claim, record, _span(claim_span), _span(record_span))
            for kind, claim, record, claim_span, record_span in json.loads(row["differences"])
        ),
        claim_spans=tuple(Span(*span) for span in json.loads(row["claim_spans"])),
        record_spans=tuple(Span(*span) for span in json.loads(row["record_spans"])),
        decision=MatchDecision(row["decision"]) if row["decision"] else None,
    )


def _span(stored: list[int] | None) -> Span | None:
    return Span(*stored) if stored else None
