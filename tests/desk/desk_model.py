"""What a desk must show, by a simple model: numbered marks, who set them, and each checker's steps done and undone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from factcheck_tui.model import Aspect, Decision, SetAside, Verdict

STARTED = {"true": "confirmed", "false": "disputed"}  # what ratings stand for on a new desk
FOUND = 0  # the mark that stands before anybody made one


class Thing(NamedTuple):
    """What a decision is about."""

    claim: int  # 0 for the whole desk
    aspect: Aspect
    record: int | None = None
    subject: str = ""


class Mark(NamedTuple):
    """A value, and who stands for it."""

    value: str
    checker: str


Marks = dict[Thing, tuple[int, int]]  # what a step replaced, and what it set


class Made(NamedTuple):
    """A step, and who made it first."""

    checker: str
    marks: Marks


@dataclass
class Piece:
    """A claim as it came to the desk."""

    article: int
    start: int
    end: int
    text: str
    found_as: str
    claimant: str


@dataclass
class DeskModel:
    """The state that any order of verbs must lead to."""

    pieces: dict[int, Piece] = field(default_factory=dict)
    ratings: dict[str, str] = field(default_factory=dict)  # of imported records, by the ids of their source
    lines: int = 0  # on claims
    marks: list[Mark] = field(default_factory=lambda: [Mark("", "")])
    standing: dict[Thing, int] = field(default_factory=dict)
    done: dict[str, list[Made]] = field(default_factory=dict)
    undone: dict[str, list[Made]] = field(default_factory=dict)

    def value(self, claim: int, aspect: Aspect, record: int | None = None, subject: str = "") -> str:
        thing = Thing(claim, aspect, record, subject)
        if mark := self.standing.get(thing, FOUND):
            return self.marks[mark].value
        if not claim:  # for the whole desk
            return STARTED.get(subject, "") if aspect is Aspect.RATING else ""
        piece = self.pieces[claim]
        return {Aspect.VERDICT: "pending", Aspect.SET_ASIDE: piece.found_as, Aspect.CLAIMANT: piece.claimant}.get(
            aspect, ""
        )

    def values(self, claim: int, aspect: Aspect) -> dict[str, str]:
        """By record or subject what stands of an aspect that a claim has several of; without what was taken away."""
        found = {str(thing.record or thing.subject): self.value(*thing) for thing in self.standing
                 if thing.claim == claim and thing.aspect is aspect}  # fmt: skip
        return {which: value for which, value in found.items() if value}

    def signed(self, claim: int) -> str:
        """Who stands for the verdict of a claim; "" when nobody decided."""
        return self.marks[self.standing.get(Thing(claim, Aspect.VERDICT), FOUND)].checker

    def is_claim(self, claim: int) -> bool:
        return self.value(claim, Aspect.SET_ASIDE) == ""

    def in_sight(self, article: int) -> list[int]:
        """Pieces of an article that are not withdrawn, in reading order."""
        seen = [i for i, piece in self.pieces.items()
                if piece.article == article and self.value(i, Aspect.SET_ASIDE) != SetAside.WITHDRAWN]  # fmt: skip
        return sorted(seen, key=lambda i: (self.pieces[i].start, i))

    def published(self, claim: int) -> str:
        """What the desk's own record of a claim says: nothing where the next draft has the same words."""
        carried = any(thing.aspect is Aspect.CARRIED and thing.subject == str(claim) and self.value(*thing)
                      for thing in self.standing)  # fmt: skip
        return self.value(claim, Aspect.VERDICT) if self.is_claim(claim) and not carried else Verdict.PENDING.value

    def decide(self, checker: str, wanted: Mapping[Thing, str]) -> bool:
        """A step of one checker; False when it changes nothing."""
        marks: Marks = {}
        for thing, value in wanted.items():
            another = thing.aspect is Aspect.VERDICT and self.signed(thing.claim) not in ("", checker)
            if value != self.value(*thing) or another:
                marks[thing] = self._marked(thing, Mark(value, checker))
        return self._keep(checker, marks)

    def take(self, checker: str, lines: Mapping[Thing, Mark]) -> None:
        """A step that the desk worked out itself, after what it must be like was looked at."""
        self._keep(checker, {thing: self._marked(thing, mark) for thing, mark in lines.items()})

    def again(self, checker: str, act: str) -> bool | None:
        """Undo or redo; None when there is nothing, False when it must be refused."""
        source, target = (self.done, self.undone) if act == "undo" else (self.undone, self.done)
        if not source.get(checker):
            return None
        made = source[checker][-1]
        old, new = (1, 0) if act == "undo" else (0, 1)
        if any(self.standing.get(thing, FOUND) != marks[old] for thing, marks in made.marks.items()):
            return False
        source[checker].pop()
        whose = checker if act == "undo" else made.checker  # a step that was done again is undone by who made it
        target.setdefault(whose, []).append(made)
        self._set({thing: marks[new] for thing, marks in made.marks.items()})
        return True

    def overruled(self, merger: str, colleague: str, thing: Thing, value: str) -> None:
        """A colleague's step that a merge logs and takes back, in the name of who merges."""
        mark = self._marked(thing, Mark(value, colleague))
        self.undone.setdefault(merger, []).append(Made(colleague, {thing: mark}))
        self.lines += 2

    def _marked(self, thing: Thing, mark: Mark) -> tuple[int, int]:
        self.marks.append(mark)
        return self.standing.get(thing, FOUND), len(self.marks) - 1

    def _keep(self, checker: str, marks: Marks) -> bool:
        if marks:
            self.done.setdefault(checker, []).append(Made(checker, marks))
            self.undone[checker] = []
            self._set({thing: after for thing, (_, after) in marks.items()})
        return bool(marks)

    def _set(self, marks: Mapping[Thing, int]) -> None:
        self.standing.update(marks)
        self.lines += sum(thing.claim > 0 for thing in marks)


def thing_of(line: Decision) -> Thing:
    """What a line of the log is about."""
    return Thing(line.claim_id, line.aspect, line.record_id, line.subject)
