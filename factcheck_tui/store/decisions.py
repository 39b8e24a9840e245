"""The append-only log: what a checker decided, undid and did again, on claims and for the whole desk.

A ``step`` is what one key did; its ``decision`` lines say what it changed from what to what. Undo appends a step that
puts the old values back; nothing is ever changed or deleted (triggers hold it). A line's ``stands`` names the line
whose value is in force from there on, so that after an undo the list shows who really set the verdict, not who undid.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from factcheck_tui.errors import ConflictError, NotFoundError
from factcheck_tui.model import Aspect, Change, Decision, Step, Verdict
from factcheck_tui.store.database import Database

_ABOUT = """
coalesce((SELECT coalesce(nullif(publisher, ''), source_id) || ': ' || claim FROM prior_record
          WHERE prior_record.id = decision.record_id),
         (SELECT coalesce(nullif(title, ''), url) FROM evidence
          WHERE decision.aspect = 'evidence' AND evidence.id = coalesce(nullif(decision.new, ''), decision.old)),
         (SELECT title FROM article
          WHERE decision.aspect = 'put away' AND article.id = CAST(decision.subject AS INTEGER)), '')
"""
_LINES = (
    f"SELECT decision.*, step.act, step.checker, step.at, {_ABOUT} AS about, step.uid,"
    " (SELECT uid FROM step AS meant WHERE meant.id = step.of_step) AS of_uid,"
    " (SELECT uid FROM decision AS first JOIN step AS firsts ON firsts.id = first.step_id"
    "  WHERE first.id = decision.stands) AS stands_uid"
    " FROM decision JOIN step ON step.id = decision.step_id"
)
_IS_NEWEST = (
    "decision.id = (SELECT max(id) FROM decision AS later WHERE later.claim_id = decision.claim_id"
    " AND later.aspect = decision.aspect AND later.record_id IS decision.record_id"
    " AND later.subject = decision.subject)"
)
_FOUND = {Aspect.SET_ASIDE: "found_as", Aspect.CLAIMANT: "claimant"}  # the program's own finding, by aspect
_BEFORE_ANY = {Aspect.VERDICT: Verdict.PENDING.value}  # other aspects begin empty


class Decisions:
    """The tables ``step`` and ``decision``. Every method that writes must run inside ``Database.writing``."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def record(self, changes: Sequence[Change], checker: str, at: str) -> Step | None:
        """Log a step of changes; those that change nothing are left out, and None is given when none is left.

        Of two changes of the same thing the later counts: a step holds one line for each thing, or undo could not
        tell what stood before.

        A verdict that another checker set is logged again when it is set to the same: two people now stand for it.

        :raises ConflictError: when a change says what its checker saw, and that is no longer so
        """
        lines = []
        for change in {_thing(change): change for change in changes}.values():
            now = self._now(change)
            old = change.old
            if old is None:
                old = now["new"] if now else self._first(change)
            if change.seen is not None and change.seen != old:
                raise self._conflict(change, now)
            by_another = change.aspect is Aspect.VERDICT and self._author(now) not in ("", checker)
            if old != change.new or by_another:
                lines.append((*_thing(change), old, change.new, change.stands))
        if not lines:
            return None
        step_id = self._step("do", None, checker, at)
        next_id = self._next_id()
        self._append(
            step_id,
            [(id, *line, id if stands is None else stands) for id, (*line, stands) in enumerate(lines, next_id)],
        )
        return self.step(step_id)

    def to_undo(self, checker: str) -> Step | None:
        """The checker's newest step that stands; None when there is none."""
        target = self._db.value(
            "SELECT id FROM step WHERE checker = ? AND act = 'do' AND coalesce((SELECT act FROM step AS later"
            " WHERE later.of_step = step.id ORDER BY later.id DESC LIMIT 1), 'redo') = 'redo'"
            " ORDER BY id DESC LIMIT 1",
            [checker],
        )
        return None if target is None else self.step(target)

    def undo(self, checker: str, at: str) -> Step | None:
        """Append a step that takes back the checker's newest step that stands; None when there is none.

        :raises ConflictError: when somebody decided on the same thing since
        """
        target = self.to_undo(checker)
        if target is None:
            return None
        lines = []
        for line in reversed(target.decisions):
            now = self._now(line)
            if now is None or now["stands"] != line.stands:
                raise self._conflict(line, now)
            lines.append((*_thing(line), line.new, line.old, self._before(line)))
        return self._again("undo", target.id, lines, checker, at)

    def to_redo(self, checker: str) -> Step | None:
        """The step that the checker undid last; None when there is none, or they decided anew since."""
        target = self._db.value(
            "SELECT undone.of_step FROM step AS undone WHERE undone.checker = :checker AND undone.act = 'undo'"
            " AND undone.id = (SELECT max(id) FROM step AS later WHERE later.of_step = undone.of_step)"
            " AND undone.id > (SELECT coalesce(max(id), 0) FROM step WHERE checker = :checker AND act = 'do')"
            " ORDER BY undone.id DESC LIMIT 1",
            {"checker": checker},
        )
        return None if target is None else self.step(target)

    def redo(self, checker: str, at: str) -> Step | None:
        """Append a step that does again what the checker undid last; None when there is nothing, or a new step since.

        :raises ConflictError: when somebody decided on the same thing since
        """
        target = self.to_redo(checker)
        if target is None:
            return None
        lines = []
        for line in target.decisions:
            now = self._now(line)
            if now is None or now["stands"] != self._before(line):
                raise self._conflict(line, now)
            lines.append((*_thing(line), line.old, line.new, line.stands))
        return self._again("redo", target.id, lines, checker, at)

    def step(self, step_id: int) -> Step:
        """:raises NotFoundError: when there is none with this id"""
        row = self._db.row("SELECT * FROM step WHERE id = ?", [step_id])
        if row is None:
            raise NotFoundError(f"There is no step {step_id} in the log.")
        lines = self._db.rows(f"{_LINES} WHERE step_id = ? ORDER BY decision.id", [step_id])
        return Step(row["id"], row["act"], row["checker"], row["at"], tuple(_decision(line) for line in lines))

    def of_claim(self, claim_id: int) -> list[Decision]:
        """Everything that was decided on a claim, the oldest first."""
        rows = self._db.rows(f"{_LINES} WHERE claim_id = ? ORDER BY decision.id", [claim_id])
        return [_decision(row) for row in rows]

    def standing(self, claim_id: int) -> list[Decision]:
        """What is in force of what was decided on a claim: the newest line of each thing, the oldest first."""
        rows = self._db.rows(
            f"{_LINES} WHERE claim_id = ? AND stands IS NOT NULL AND {_IS_NEWEST} ORDER BY decision.id", [claim_id]
        )
        return [_decision(row) for row in rows]

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
            f"{_LINES} JOIN claim ON claim.id = decision.claim_id WHERE claim.article_id = ? ORDER BY decision.id",
            [article_id],
        )
        return [_decision(row) for row in rows]

    def recent(
        self, limit: int, *, claim_id: int | None = None, article_id: int | None = None
    ) -> list[tuple[Decision, int, str]]:
        """The newest lines, the newest first, each with the id of its article and the claim's text (0, "": of none).

        :param claim_id: only those on this claim
        :param article_id: only those on this article's claims
        """
        of_claim = "" if claim_id is None else " AND decision.claim_id = :claim"
        of_article = "" if article_id is None else " AND claim.article_id = :article"
        rows = self._db.rows(
            f"{_LINES.replace('SELECT', 'SELECT claim.article_id, claim.text,', 1)}"
            f" LEFT JOIN claim ON claim.id = decision.claim_id WHERE true{of_claim}{of_article}"
            " ORDER BY decision.id DESC LIMIT :limit",
            {"claim": claim_id, "article": article_id, "limit": limit},
        )
        return [(_decision(row), row["article_id"] or 0, row["text"] or "") for row in rows]

    def last_id(self) -> int:
        """The id of the newest line of the log; 0 when it is empty."""
        return self._next_id() - 1

    def after(self, decision_id: int, limit: int) -> list[tuple[Decision, int]]:
        """The lines on claims after one, the oldest first, each with its article's id; of more than the limit the
        newest.
        """
        rows = self._db.rows(
            f"{_LINES.replace('SELECT', 'SELECT claim.article_id,', 1)} JOIN claim ON claim.id = decision.claim_id"
            " WHERE decision.id > ? ORDER BY decision.id",
            [max(decision_id, self.last_id() - limit)],
        )
        return [(_decision(row), row["article_id"]) for row in rows]

    def _again(self, act: str, target: int, lines: Sequence[tuple[object, ...]], checker: str, at: str) -> Step:
        step_id = self._step(act, target, checker, at)
        next_id = self._next_id()
        self._append(step_id, [(next_id + offset, *line) for offset, line in enumerate(lines)])
        return self.step(step_id)

    def _step(self, act: str, of_step: int | None, checker: str, at: str) -> int:
        return self._db.run(
            "INSERT INTO step (act, of_step, checker, at, uid) VALUES (?, ?, ?, ?, lower(hex(randomblob(16))))",
            [act, of_step, checker, at],
        )

    def _next_id(self) -> int:
        """The id of the next line, known beforehand: a line may name itself in ``stands``."""
        return int(self._db.value("SELECT coalesce(max(id), 0) + 1 FROM decision"))

    def _append(self, step_id: int, lines: Sequence[tuple[object, ...]]) -> None:
        self._db.run_many(
            "INSERT INTO decision (id, claim_id, aspect, record_id, subject, old, new, stands, step_id)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [(*line, step_id) for line in lines],
        )

    def _now(self, about: Change | Decision) -> sqlite3.Row | None:
        return self._newest(about, 2**62)

    def _newest(self, about: Change | Decision, below: int) -> sqlite3.Row | None:
        return self._db.row(
            f"{_LINES} WHERE claim_id IS ? AND aspect = ? AND record_id IS ? AND subject = ? AND decision.id < ?"
            " ORDER BY decision.id DESC LIMIT 1",
            [*_thing(about), below],
        )

    def _before(self, line: Decision) -> int | None:
        """The line that stood before this one; None when the claim was as it was found."""
        before = self._newest(line, line.id)
        return before["stands"] if before else None

    def _first(self, change: Change) -> str:
        """The value before anybody decided: the program's own finding, where it has one."""
        if column := _FOUND.get(change.aspect):
            return str(self._db.value(f"SELECT {column} FROM claim WHERE id = ?", [change.claim_id]) or "")
        return _BEFORE_ANY.get(change.aspect, "")

    def _author(self, line: sqlite3.Row | None) -> str:
        """Whose value stands; "" when the claim is as it was found."""
        if line is None:
            return ""
        return str(
            self._db.value(
                "SELECT checker FROM decision JOIN step ON step.id = decision.step_id WHERE decision.id = ?",
                [line["stands"]],
            )
            or ""
        )

    def _conflict(self, about: Change | Decision, now: sqlite3.Row | None) -> ConflictError:
        claim_id = about.claim_id
        if not claim_id and now:
            line = _decision(now)
            words = (
                f"{line.checker} changed it meanwhile: {line.change}. Nothing was changed; look again, then decide."
            )
            return ConflictError(words, checker=line.checker, now=line.new)
        text = str(self._db.value("SELECT text FROM claim WHERE id = ?", [claim_id]) or "")
        claim = f"“{text[:57]}…”" if len(text) > 58 else f"“{text}”"
        if now is None:
            words = f"{claim} has not been decided on. Nothing was changed."
            return ConflictError(words, claim_id=claim_id)
        line = _decision(now)
        if line.aspect is Aspect.VERDICT:
            did = f"to {line.new} meanwhile"
        else:
            what = line.change if line.aspect is Aspect.EVIDENCE else f"{line.aspect}: {line.new or 'none'}"
            did = f"meanwhile ({what})"
        return ConflictError(
            f"{line.checker} changed {claim} {did}. Nothing was changed; look again, then decide.",
            claim_id=claim_id,
            checker=line.checker,
            now=line.new,
        )


def _thing(about: Change | Decision) -> tuple[int | None, Aspect, int | None, str]:
    """What a line is about: lines of the same thing follow each other."""
    return about.claim_id or None, about.aspect, about.record_id, about.subject


def _decision(row: sqlite3.Row) -> Decision:
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
