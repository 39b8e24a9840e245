"""The append-only log as it is read: a step, what was decided on a claim or an article, what lately on all."""

from __future__ import annotations

import sqlite3

from factcheck_tui.errors import NotFoundError
from factcheck_tui.model import Aspect, Decision, Step
from factcheck_tui.store.database import Database

_ABOUT = """
coalesce((SELECT coalesce(nullif(publisher, ''), source_id) || ': ' || claim FROM prior_record
          WHERE prior_record.id = decision.record_id),
         (SELECT coalesce(nullif(title, ''), url) FROM evidence
          WHERE decision.aspect = 'evidence' AND evidence.id = coalesce(nullif(decision.new, ''), decision.old)),
         (SELECT title FROM article
          WHERE decision.aspect = 'put away' AND article.id = CAST(decision.subject AS INTEGER)), '')
"""
LINES = (
    f"SELECT decision.*, step.act, step.checker, step.at, {_ABOUT} AS about, step.uid,"
    " (SELECT uid FROM step AS meant WHERE meant.id = step.of_step) AS of_uid,"
    " (SELECT uid FROM decision AS first JOIN step AS firsts ON firsts.id = first.step_id"
    "  WHERE first.id = decision.stands) AS stands_uid"
    " FROM decision JOIN step ON step.id = decision.step_id"
)
_ON_ARTICLE = (  # on its claims, and on itself as a whole
    "SELECT decision.id FROM claim JOIN decision ON decision.claim_id = claim.id WHERE article_id = :article"
    " UNION ALL SELECT id FROM decision WHERE claim_id IS NULL AND aspect = 'put away' AND record_id IS NULL"
    " AND subject = CAST(:article AS TEXT)"
)
_IS_NEWEST = (
    "decision.id = (SELECT max(id) FROM decision AS later WHERE later.claim_id = decision.claim_id"
    " AND later.aspect = decision.aspect AND later.record_id IS decision.record_id"
    " AND later.subject = decision.subject)"
)


class Log:
    """The tables ``step`` and ``decision``, without what writes to them."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def step(self, step_id: int) -> Step:
        """:raises NotFoundError: when there is none with this id"""
        row = self._db.row("SELECT * FROM step WHERE id = ?", [step_id])
        if row is None:
            raise NotFoundError(f"There is no step {step_id} in the log.")
        lines = self._db.rows(f"{LINES} WHERE step_id = ? ORDER BY decision.id", [step_id])
        return Step(row["id"], row["act"], row["checker"], row["at"], tuple(decision_of(line) for line in lines))

    def of_claim(self, claim_id: int) -> list[Decision]:
        """Everything that was decided on a claim, the oldest first."""
        rows = self._db.rows(f"{LINES} WHERE claim_id = ? ORDER BY decision.id", [claim_id])
        return [decision_of(row) for row in rows]

    def standing(self, claim_id: int) -> list[Decision]:
        """What is in force of what was decided on a claim: the newest line of each thing, the oldest first."""
        rows = self._db.rows(
            f"{LINES} WHERE claim_id = ? AND stands IS NOT NULL AND {_IS_NEWEST} ORDER BY decision.id", [claim_id]
        )
        return [decision_of(row) for row in rows]

    def decided(self, article_id: int) -> set[int]:
        """Ids of the article's claims that anything is in force of."""
        rows = self._db.rows(
            "SELECT DISTINCT claim_id FROM decision JOIN claim ON claim.id = decision.claim_id"
            f" WHERE article_id = ? AND stands IS NOT NULL AND {_IS_NEWEST}",
            [article_id],
        )
        return {row["claim_id"] for row in rows}

    def of_article(self, article_id: int) -> list[Decision]:
        """Everything that was decided on an article's claims, the oldest first."""
        rows = self._db.rows(
            f"{LINES} JOIN claim ON claim.id = decision.claim_id WHERE claim.article_id = ? ORDER BY decision.id",
            [article_id],
        )
        return [decision_of(row) for row in rows]

    def recent(
        self, limit: int, *, claim_id: int | None = None, article_id: int | None = None
    ) -> list[tuple[Decision, int, str]]:
        """The newest lines, the newest first, each with the id of its article and the claim's text (0, "": of none).

        :param claim_id: only those on this claim
        :param article_id: only those on this article: on its claims, and that it was put away or brought back
        """
        of_claim = "" if claim_id is None else " AND decision.claim_id = :claim"
        of_article = "" if article_id is None else f" AND decision.id IN ({_ON_ARTICLE})"
        rows = self._db.rows(
            f"{LINES.replace('SELECT', 'SELECT claim.article_id, claim.text,', 1)}"
            f" LEFT JOIN claim ON claim.id = decision.claim_id WHERE true{of_claim}{of_article}"
            " ORDER BY decision.id DESC LIMIT :limit",
            {"claim": claim_id, "article": article_id, "limit": limit},
        )
        return [(decision_of(row), row["article_id"] or 0, row["text"] or "") for row in rows]

    def last_id(self) -> int:
        """The id of the newest line of the log; 0 when it is empty."""
        return int(self._db.value("SELECT coalesce(max(id), 0) FROM decision"))

    def after(self, decision_id: int, limit: int) -> list[tuple[Decision, int]]:
        """The lines on claims after one, the oldest first, each with its article's id; of more than the limit the
        newest.
        """
        rows = self._db.rows(
            f"{LINES.replace('SELECT', 'SELECT claim.article_id,', 1)} JOIN claim ON claim.id = decision.claim_id"
            " WHERE decision.id > ? ORDER BY decision.id",
            [max(decision_id, self.last_id() - limit)],
        )
        return [(decision_of(row), row["article_id"]) for row in rows]


def decision_of(row: sqlite3.Row) -> Decision:
    return Decision(
        id=row["id"],
        step_id=row["step_id"],
        act=row["act"],
        claim_id=row["claim_id"] or 0,
        aspect=Aspect(row["aspect"]),
        old=row["old"],
        new=row["new"],
        checker=row["checker"],
        at=row["at"],
        record_id=row["record_id"],
        subject=row["subject"],
        about=row["about"],
        uid=row["uid"],
        of_uid=row["of_uid"] or "",
        stands=row["stands"],
        stands_uid=row["stands_uid"] or "",
    )
