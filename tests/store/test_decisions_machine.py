"""Two checkers mark, undo and redo in any order: the log always shows what a simple model says."""

import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from factories import AT, keep_article, marked
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from factcheck_tui.errors import ConflictError
from factcheck_tui.model import Aspect, Change, Verdict
from factcheck_tui.store import Store

CHECKERS = ("Ada", "Ben")
CLAIMS = 3
FOUND = 0  # the mark that stands before anybody made one

Thing = tuple[int, Aspect]


@dataclass
class Model:
    """What stands, as numbered marks, and each checker's two stacks of steps."""

    marks: list[tuple[str, str]] = field(default_factory=lambda: [("", "")])  # value and checker of each mark
    standing: dict[Thing, int] = field(default_factory=dict)
    # a step is thing -> the mark that it replaced and the mark that it set
    done: dict[str, list[dict[Thing, tuple[int, int]]]] = field(default_factory=lambda: {c: [] for c in CHECKERS})
    undone: dict[str, list[dict[Thing, tuple[int, int]]]] = field(default_factory=lambda: {c: [] for c in CHECKERS})
    lines: int = 0

    def value(self, thing: Thing) -> str:
        mark = self.standing.get(thing, FOUND)
        return self.marks[mark][0] if mark else ("pending" if thing[1] is Aspect.VERDICT else "")

    def checker(self, thing: Thing) -> str:
        return self.marks[self.standing.get(thing, FOUND)][1]

    def record(self, checker: str, wanted: dict[Thing, str]) -> None:
        step = {}
        for thing, value in wanted.items():
            another = thing[1] is Aspect.VERDICT and self.checker(thing) not in ("", checker)
            if value != self.value(thing) or another:
                self.marks.append((value, checker))
                step[thing] = (self.standing.get(thing, FOUND), len(self.marks) - 1)
        if step:
            self.done[checker].append(step)
            self.undone[checker].clear()
            self._set({thing: after for thing, (_, after) in step.items()})

    def again(self, checker: str, act: str) -> bool | None:
        """Undo or redo; None when there is nothing, False when it is refused."""
        source, target = (self.done, self.undone) if act == "undo" else (self.undone, self.done)
        if not source[checker]:
            return None
        step = source[checker][-1]
        old, new = (1, 0) if act == "undo" else (0, 1)
        if any(self.standing.get(thing, FOUND) != marks[old] for thing, marks in step.items()):
            return False
        target[checker].append(source[checker].pop())
        self._set({thing: marks[new] for thing, marks in step.items()})
        return True

    def _set(self, marks: dict[Thing, int]) -> None:
        self.standing.update(marks)
        self.lines += len(marks)


class DecisionsMachine(RuleBasedStateMachine):
    """The store beside the model."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "desk.db"
        self.store = Store(self.path)
        self.claims = keep_article(self.store, *(f"Claim {number}." for number in range(CLAIMS)))
        self.model = Model()

    def teardown(self) -> None:
        self.store.close()
        self.folder.cleanup()

    def record(self, checker: str, wanted: dict[Thing, str]) -> None:
        changes = [Change(claim_id=self.claims[i], aspect=aspect, new=new) for (i, aspect), new in wanted.items()]
        with self.store.writing():
            self.store.decisions.record(changes, checker, AT)
        self.model.record(checker, wanted)

    def again(self, checker: str, act: str) -> None:
        expected = self.model.again(checker, act)
        try:
            with self.store.writing():
                step = getattr(self.store.decisions, act)(checker, AT)
        except ConflictError:
            assert expected is False
        else:
            assert (step is not None) is bool(expected)
            assert expected is not False

    @rule(
        checker=st.sampled_from(CHECKERS),
        claims=st.sets(st.integers(0, CLAIMS - 1), min_size=1),
        verdict=st.sampled_from(Verdict),
    )
    def mark(self, checker: str, claims: set[int], verdict: Verdict) -> None:
        self.record(checker, {(claim, Aspect.VERDICT): verdict.value for claim in claims})

    @rule(checker=st.sampled_from(CHECKERS), claim=st.integers(0, CLAIMS - 1), words=st.sampled_from(["", "a", "b"]))
    def note(self, checker: str, claim: int, words: str) -> None:
        self.record(checker, {(claim, Aspect.NOTE): words})

    @rule(checker=st.sampled_from(CHECKERS))
    def undo(self, checker: str) -> None:
        self.again(checker, "undo")

    @rule(checker=st.sampled_from(CHECKERS))
    def redo(self, checker: str) -> None:
        self.again(checker, "redo")

    @rule()
    def reopen(self) -> None:
        self.store.close()
        self.store = Store(self.path)

    @rule(checker=st.sampled_from(CHECKERS), claim=st.integers(0, CLAIMS - 1), verdict=st.sampled_from(Verdict))
    def mark_what_was_seen_otherwise(self, checker: str, claim: int, verdict: Verdict) -> None:
        current = self.model.value((claim, Aspect.VERDICT))
        stale = next(other for other in Verdict if other != current)
        try:
            with self.store.writing():
                self.store.decisions.record([marked(self.claims[claim], verdict, seen=stale)], checker, AT)
        except ConflictError:
            return
        raise AssertionError("a mark on what had changed was taken")

    @invariant()
    def the_store_shows_what_the_model_says(self) -> None:
        for number, claim_id in enumerate(self.claims):
            status = self.store.claims.get(claim_id)
            assert status.verdict == self.model.value((number, Aspect.VERDICT))
            assert status.checker == self.model.checker((number, Aspect.VERDICT))
            assert status.note == self.model.value((number, Aspect.NOTE))
        assert len(self.store.decisions.of_article(1)) == self.model.lines


DecisionsMachine.TestCase.settings = settings(max_examples=25, stateful_step_count=25, deadline=None)
TestDecisions = DecisionsMachine.TestCase
