"""The append-only log: what a checker decided, undid and did again, on claims and for the whole desk.

A ``step`` is what one key did; its ``decision`` lines say what it changed from what to what. Undo appends a step that
puts the old values back; nothing is ever changed or deleted (triggers hold it). A line's ``stands`` names the line
whose value is in force from there on, so that after an undo the list shows who really set the verdict, not who undid.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from factcheck_tui.errors import ConflictError
from factcheck_tui.model import Aspect, Change, Decision, Step, Verdict
from factcheck_tui.store.log import LINES, Log, decision_of

_FOUND = {Aspect.SET_ASIDE: "found_as", Aspect.CLAIMANT: "claimant"}  # the program's own finding, by aspect
_BEFORE_ANY = {Aspect.VERDICT: Verdict.PENDING.value}  # other aspects begin empty


class Decisions(Log):
    """The log as it is written to. Every method that writes must run inside ``Database.writing``."""

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
            before = self._newest(line, line.id)
            # of a merged history the line before may say otherwise than what the step was taken over
            back = before["new"] if before and line.claim_id else line.old
            lines.append((*_thing(line), line.new, back, before["stands"] if before else None))
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
            lines.append((*_thing(line), now["new"], line.new, line.stands))
        return self._again("redo", target.id, lines, checker, at)

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
        return self.last_id() + 1

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
            f"{LINES} WHERE claim_id IS ? AND aspect = ? AND record_id IS ? AND subject = ? AND decision.id < ?"
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
            line = decision_of(now)
            words = (
                f"{line.checker} changed it meanwhile: {line.change}. Nothing was changed; look again, then decide."
            )
            return ConflictError(words, checker=line.checker, now=line.new)
        text = str(self._db.value("SELECT text FROM claim WHERE id = ?", [claim_id]) or "")
        claim = f"“{text[:57]}…”" if len(text) > 58 else f"“{text}”"
        if now is None:
            words = f"{claim} has not been decided on. Nothing was changed."
            return ConflictError(words, claim_id=claim_id)
        line = decision_of(now)
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
