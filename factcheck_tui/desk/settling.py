"""What stands where two desks' histories meet, and what is told of it.

After a merge the newest line of the log must say what stands. Where it does not, a step of who merges puts it right:
an undo of their step where this desk's decision stays, else a redo of theirs. So a later key, undo included, works on
a merged history as on any other; and such an undo is how a conflict is known until somebody decides anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from factcheck_tui.model import Aspect, Conflict, Decision
from factcheck_tui.store import Store


class Thing(NamedTuple):
    """What lines of the log may be about, with this desk's ids."""

    claim_id: int
    aspect: Aspect
    record_id: int | None
    subject: str


def thing(line: Decision) -> Thing:
    """What a line is about."""
    return Thing(line.claim_id, line.aspect, line.record_id, line.subject)


def about(what: Thing, lines: Iterable[Decision]) -> list[Decision]:
    """The lines about one thing."""
    return [line for line in lines if thing(line) == what]


def made_by(line: Decision) -> str:
    """The step that gave a thing the value which stands after a line; "" when it is as it was found."""
    if not line.stands_uid:
        return ""
    return {"do": line.uid, "redo": line.of_uid}.get(line.act, line.stands_uid)


class Parted(NamedTuple):
    """What both desks logged about one thing, each in the order of its log, and which of theirs is new here."""

    ours: list[Decision]
    theirs: list[Decision]
    lacking: list[Decision]

    @property
    def ours_stays(self) -> bool:
        """Whether this desk's decision stays: they decided without knowing of it, and otherwise."""
        if not self.ours or {line.uid for line in self.ours} <= {line.uid for line in self.theirs}:
            return False
        return self.ours[-1].new != self.theirs[-1].new and self.ours[-1].stands_uid != ""

    @property
    def stands(self) -> Decision:
        """The line that says what is to stand after the merge."""
        return self.ours[-1] if self.ours_stays else self.theirs[-1]


def settle(store: Store, parted: Iterable[Parted], checker: str, now: str) -> None:
    """Put right what the newest line says otherwise; lines that take back the same step share theirs."""
    steps: dict[tuple[str, str], str] = {}
    for each in parted:
        stands, newest = each.stands, each.lacking[-1]
        if (stands.new, stands.stands_uid) == (newest.new, newest.stands_uid):
            continue
        undone = made_by(each.theirs[-1]) if each.ours_stays else "" if stands.stands_uid else made_by(newest)
        act, of_uid = ("undo", undone) if undone else ("redo", made_by(stands))
        uid = steps.setdefault((act, of_uid), store.exchange.uid())
        store.exchange.append(
            replace(stands, uid=uid, act=act, of_uid=of_uid, old=newest.new, checker=checker, at=now)
        )


def conflicts(store: Store, newest: Mapping[int, Mapping[Thing, Decision]]) -> Iterator[Conflict]:
    """Where the newest line here takes back what stands there.

    :param newest: claim -> thing -> their newest line, with this desk's ids
    """
    for claim_id, lines in newest.items():
        history = store.decisions.of_claim(claim_id)
        last = {thing(line): line for line in history}
        for what, other in lines.items():
            mine = last[what]
            if mine.act == "undo" and mine.of_uid == made_by(other) and mine.stands_uid and mine.new != other.new:
                made = next((line for line in about(what, history) if line.uid == mine.stands_uid), mine)
                yield _conflict(store, made, other)


def _conflict(store: Store, mine: Decision, other: Decision) -> Conflict:
    claim = store.claims.get(mine.claim_id).claim
    named = {str(source.wording): source.name for source in store.evidence.wordings(claim.id)}
    values = named if mine.aspect is Aspect.EVIDENCE else {}
    which = mine.about or ("" if values else mine.subject)
    return Conflict(
        article=store.articles.get(claim.article_id).title,
        claim=claim.text,
        what=f"{mine.aspect} {which}".strip(),
        ours=values.get(mine.new, mine.new),
        our_checker=mine.checker,
        theirs=values.get(other.new, other.new),
        their_checker=other.checker,
    )
