"""Decisions: what can be decided of a claim or for the whole desk, and the lines of the log."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from factcheck_tui.model import names
from factcheck_tui.model.claim import SetAside

TOLD = 2  # changes of a step that are told in words; the history has them all


class Aspect(StrEnum):
    """What of a claim a decision is about; the last three are about no claim and hold for the whole desk."""

    VERDICT = "verdict"
    NOTE = "note"
    FLAG = "flag"
    MATCH = "match"  # with a record: linked, dismissed or neither
    SET_ASIDE = "set aside"  # why it is no claim, "" when it is one
    EVIDENCE = "evidence"  # of the subject's id: which wording of it stands, "" when it was removed
    WORDING = "wording"  # suggested for the article
    CLAIMANT = "claimant"  # who makes the claim, in place of whom the program found
    SEARCH_WORDS = "search words"  # to look for records with, "" for the article's own
    TAG = "tag"  # of the subject: whether the claim has it
    CARRIED = "carried from"  # of the subject, the id of a claim of the draft before: its words, which are the same
    CHANGED = "changed from"  # of the subject, as above: its words, which are others
    RATING = "rating"  # of the subject, a label as it is looked up: the verdict that it stands for, "" for none
    PUT_AWAY = "put away"  # of the subject, an article's id: whether it is off the list of articles
    ALIAS = "alias"  # of the subject, a name: all names of its group as ``names.read`` has them, "" for none


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One aspect of one claim to be given a new value ("" for none)."""

    claim_id: int  # 0 for what holds for the whole desk
    aspect: Aspect
    new: str
    record_id: int | None = None
    subject: str = ""  # which one, where a claim has several of an aspect
    seen: str | None = None  # the value that the checker had in view; None when that does not matter
    stands: int | None = None  # the line of the log whose author stands for it, where that is not the new one
    old: str | None = None  # the value before, where a table of its own has it; else the log has


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A line of the append-only log: what was changed, by whom and when. Lines of one key share the step."""

    id: int
    step_id: int
    act: str  # "do", "undo" or "redo"
    claim_id: int  # 0 for what holds for the whole desk
    aspect: Aspect
    old: str
    new: str
    checker: str
    at: str
    record_id: int | None = None
    subject: str = ""
    about: str = ""  # the prior record or source that it is about, as a person names it
    uid: str = ""  # the step's name on every desk; of an undo or redo also the name of the step that is meant
    of_uid: str = ""
    stands: int | None = None  # the line whose value stands from here on; None when the claim is as it was found
    stands_uid: str = ""  # the step whose value stands from here on; "" when the claim is as it was found

    @property
    def change(self) -> str:
        """What was changed, in words: ``verdict pending → disputed``, ``evidence added``."""
        if self.aspect in (Aspect.CARRIED, Aspect.CHANGED):
            return f"{self.aspect} “{self.new or self.old}”{'' if self.new else ' no more'}"
        if self.aspect is Aspect.EVIDENCE:
            return f"{self.aspect} {'added' if not self.old else 'changed' if self.new else 'removed'}"
        if self.aspect is Aspect.TAG:
            return f"{self.aspect} {self.subject} {'given' if self.new else 'taken away'}"
        if self.aspect is Aspect.PUT_AWAY:
            return f"article {self.subject} {'put away' if self.new else 'brought back'}"
        if self.aspect is Aspect.SET_ASIDE:
            return _set_aside(self.old, self.new)
        if self.aspect is Aspect.RATING:
            return f"“{self.subject}” stands for {self.old or 'nothing'} → {self.new or 'nothing'}"
        if self.aspect is Aspect.ALIAS:
            before, now = (names.others(self.subject, group) for group in (self.old, self.new))
            return f"“{names.spelled(self.subject, self.new, self.old)}” stands for {before} → {now}"
        return f"{self.aspect} {self.old or 'none'} → {self.new or 'none'}"


def _set_aside(old: str, new: str) -> str:
    """What became of a piece, from why it was no claim to why it is none; "" when it is one."""
    if not new:
        return "made a claim" if old == SetAside.WITHDRAWN else "no longer set aside"
    if new == SetAside.WITHDRAWN:
        return "no claim any more"
    return new if new == SetAside.CHECKER else f"set aside as {new}"


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """A line of the log beside the claim that it is about."""

    decision: Decision
    number: int  # of the claim today; 0 when it is set aside, or the line is about no claim
    claim: str
    article_id: int  # 0 when the line is about none
    article: str  # its title


@dataclass(frozen=True, slots=True)
class Step:
    """What one key did, as a whole: the unit of undo."""

    id: int
    act: str
    checker: str
    at: str
    decisions: tuple[Decision, ...] = ()

    @property
    def for_the_desk(self) -> bool:
        """Whether it is about no claim: about what ratings and names stand for, or about articles as a whole."""
        return any(not line.claim_id for line in self.decisions)

    @property
    def told(self) -> str:
        """What it changed, the first changes in words."""
        more = len(self.decisions) - TOLD
        first = "; ".join(line.change for line in self.decisions[:TOLD])
        return f"{first}; and {more} more" if more > 0 else first
