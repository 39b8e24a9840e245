"""Two checkers do anything in any order: the desk always shows what a simple model says, after each verb."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from desk_model import DeskModel, Mark, Piece, Thing, thing_of
from factories import make_article, make_desk, make_evidence, make_record, write_records
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, invariant, multiple, precondition, rule

from factcheck_tui.desk import Filter
from factcheck_tui.errors import ConflictError, FactcheckError
from factcheck_tui.model import Aspect, ClaimStatus, MatchDecision, SetAside, Step, Verdict

CHECKERS = ("Ada", "Ben")
TITLE = "The tower of Grey Point"
DRAFTS = (
    f"{TITLE}\n\nThe tower was built in 1871. It has 204 steps.\n\nIt is 30 metres tall, the keeper said.\n",
    f"{TITLE}\n\nThe tower was built in 1871. It has 209 steps.\n\nIt is 30 metres tall, the keeper said.\n",
    f"{TITLE}\n\nIt is 30 metres tall, the keeper said.\n\nThe tower was built in 1871. A storm came in 1902.\n",
)
RECORDS = {"a": "True", "b": "False", "c": "Rather odd"}
WORDS = st.sampled_from(["", "one", "two"])
CHECKER = st.sampled_from(CHECKERS)
RECORD = st.sampled_from(sorted(RECORDS))
VERDICT = st.sampled_from(Verdict)


class DeskMachine(RuleBasedStateMachine):
    """The desk beside the model."""

    claims = Bundle("claims")

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.home = Path(self.folder.name)
        self.path = self.home / "desk.db"
        self.model = DeskModel()
        self.desks = {checker: make_desk(self.path, checker) for checker in CHECKERS}
        self.drafts: list[int] = []
        self.desk = self.desks["Ada"]

    @initialize(target=claims)
    def begin(self) -> object:
        self._import(RECORDS)
        article, _ = self.desk.add(make_article(DRAFTS[0]))
        return self._kept(article.id)

    def teardown(self) -> None:
        for desk in self.desks.values():
            desk.close()
        self.folder.cleanup()

    # Decisions on claims as they are

    @rule(checker=CHECKER, claims=st.lists(claims, min_size=1, max_size=3, unique=True), verdict=VERDICT)
    def mark(self, checker: str, claims: list[int], verdict: Verdict) -> None:
        step = self.desks[checker].mark(claims, verdict)
        self._decided(step, checker, {Thing(claim, Aspect.VERDICT): verdict.value for claim in claims})

    @rule(checker=CHECKER, claim=claims, verdict=VERDICT)
    def mark_what_was_seen_otherwise(self, checker: str, claim: int, verdict: Verdict) -> None:
        stale = next(other for other in Verdict if other != self.model.value(claim, Aspect.VERDICT))
        self._refused(ConflictError, lambda: self.desks[checker].mark([claim], verdict, seen={claim: stale}))

    @rule(checker=CHECKER, claim=claims, words=WORDS)
    def note(self, checker: str, claim: int, words: str) -> None:
        self._decided(self.desks[checker].note(claim, words), checker, {Thing(claim, Aspect.NOTE): words})

    @rule(checker=CHECKER, claim=claims, words=WORDS)
    def suggest_wording(self, checker: str, claim: int, words: str) -> None:
        self._decided(
            self.desks[checker].suggest_wording(claim, words), checker, {Thing(claim, Aspect.WORDING): words}
        )

    @rule(checker=CHECKER, claims=st.lists(claims, min_size=1, max_size=2, unique=True), flagged=st.booleans())
    def flag(self, checker: str, claims: list[int], flagged: bool) -> None:
        new = "flagged" if flagged else ""
        step = self.desks[checker].flag(claims, flagged)
        self._decided(step, checker, {Thing(claim, Aspect.FLAG): new for claim in claims})

    @rule(checker=CHECKER, claims=st.lists(claims, min_size=1, max_size=2, unique=True),
          add=st.sets(st.sampled_from("xyz")), remove=st.sets(st.sampled_from("xyz")))  # fmt: skip
    def tag(self, checker: str, claims: list[int], add: set[str], remove: set[str]) -> None:
        step = self.desks[checker].tag(claims, add=sorted(add), remove=sorted(remove - add))
        news = dict.fromkeys(remove, "") | dict.fromkeys(add, "tagged")
        self._decided(step, checker, {Thing(claim, Aspect.TAG, None, tag): new for claim in claims
                                      for tag, new in news.items()})  # fmt: skip

    @rule(checker=CHECKER, claims=st.lists(claims, min_size=1, max_size=2, unique=True), aside=st.booleans())
    def set_aside(self, checker: str, claims: list[int], aside: bool) -> None:
        reason = SetAside.CHECKER if aside else None
        step = self.desks[checker].set_aside(claims, reason)
        self._decided(step, checker, {Thing(claim, Aspect.SET_ASIDE): reason or "" for claim in claims})

    @rule(checker=CHECKER, claim=claims, name=WORDS)
    def attribute(self, checker: str, claim: int, name: str) -> None:
        if self.model.is_claim(claim):
            step = self.desks[checker].attribute_claim(claim, name)
            self._decided(step, checker, {Thing(claim, Aspect.CLAIMANT): name})
        else:
            self._refused(FactcheckError, lambda: self.desks[checker].attribute_claim(claim, name))

    # Records

    @rule(checker=CHECKER, claim=claims, record=RECORD, decision=st.sampled_from([*MatchDecision, None]))
    def decide_match(self, checker: str, claim: int, record: str, decision: MatchDecision | None) -> None:
        record_id = self.desk.find_record(record).id
        step = self.desks[checker].decide_match(claim, record_id, decision)
        self._decided(step, checker, {Thing(claim, Aspect.MATCH, record_id): decision or ""})

    @rule(checker=CHECKER, claim=claims, record=RECORD)
    def adopt(self, checker: str, claim: int, record: str) -> None:
        record_id = self.desk.find_record(record).id
        verdict = self._stands_for(self.model.ratings[record])
        if verdict in ("", "pending"):
            self._refused(FactcheckError, lambda: self.desks[checker].adopt(claim, record_id))
            return
        wanted = {Thing(claim, Aspect.MATCH, record_id): "linked", Thing(claim, Aspect.VERDICT): verdict}
        self._decided(self.desks[checker].adopt(claim, record_id), checker, wanted)

    @rule(ratings=st.dictionaries(RECORD, st.sampled_from(sorted(RECORDS.values())), min_size=1))
    def import_again(self, ratings: dict[str, str]) -> None:
        self._import(ratings)

    @rule(checker=CHECKER, ratings=st.dictionaries(st.sampled_from(sorted(RECORDS.values())), st.none() | VERDICT))
    def set_ratings(self, checker: str, ratings: dict[str, Verdict | None]) -> None:
        self.desks[checker].set_ratings(ratings)
        wanted = {self._rating(label): str(verdict or "") for label, verdict in ratings.items()}
        self.model.decide(checker, wanted)

    @rule(checker=CHECKER, place=st.integers(0, len(DRAFTS) - 1), away=st.booleans())
    def put_away(self, checker: str, place: int, away: bool) -> None:
        if place < len(self.drafts):
            thing = Thing(0, Aspect.PUT_AWAY, None, str(self.drafts[place]))
            step = self.desks[checker].put_away([self.drafts[place]], away)
            self._decided(step, checker, {thing: "away" if away else ""})

    @rule(claim=claims)
    def match(self, claim: int) -> None:
        self.desk.match(claim)

    # Sources

    @rule(checker=CHECKER, claim=claims, title=st.sampled_from(["survey", "letter"]))
    def add_evidence(self, checker: str, claim: int, title: str) -> None:
        step = self.desks[checker].add_evidence(make_evidence(claim, title=title))
        assert step and len(step.decisions) == 1
        self._decided(step, checker, {thing_of(step.decisions[0]): title})

    @rule(checker=CHECKER, claim=claims, title=st.sampled_from(["", "survey", "letter"]), stale=st.booleans())
    def change_or_remove_evidence(self, checker: str, claim: int, title: str, stale: bool) -> None:
        sources = self.desk.evidence_of(claim)
        if not sources:
            return
        desk, source = self.desks[checker], sources[0]
        words = replace(source, title=title or source.title, wording=source.wording + stale)
        act = desk.change_evidence if title else desk.remove_evidence
        if stale:
            self._refused(ConflictError, lambda: act(words))
        else:
            self._decided(act(words), checker, {Thing(claim, Aspect.EVIDENCE, None, str(source.id)): title})

    # Which claims there are

    @rule(target=claims, checker=CHECKER, first=claims, place=st.integers(0, 9), words=st.integers(1, 9))
    def add_claim(self, checker: str, first: int, place: int, words: int) -> object:
        article = self.model.pieces[first].article
        text = self.desk.article(article).text
        starts = [at for at in range(len(text)) if text[at].isalnum() and not text[at - 1 : at].isalnum()]
        start = starts[place * len(starts) // 10]
        end = min(len(text), start + 6 * words)
        return self._reshaped(article, checker, [], lambda desk: desk.add_claim(article, start, end))

    @rule(target=claims, checker=CHECKER, claim=claims, share=st.floats(0.1, 0.9))
    def split(self, checker: str, claim: int, share: float) -> object:
        piece = self.model.pieces[claim]
        at = piece.start + int(share * (piece.end - piece.start))
        if not self.model.is_claim(claim):
            return self._not_reshaped(FactcheckError, lambda: self.desks[checker].split_claim(claim, at))
        return self._reshaped(piece.article, checker, [claim], lambda desk: desk.split_claim(claim, at))

    @rule(target=claims, checker=CHECKER, one=claims, other=claims)
    def join(self, checker: str, one: int, other: int) -> object:
        pieces = [self.model.pieces[each] for each in (one, other)]
        start, end = min(piece.start for piece in pieces), max(piece.end for piece in pieces)
        article = pieces[0].article
        fits = (
            one != other and article == pieces[1].article and self.model.is_claim(one) and self.model.is_claim(other)
        )
        between = [i for i in self.model.in_sight(article) if i not in (one, other) and self.model.is_claim(i)
                   and start <= self.model.pieces[i].start and self.model.pieces[i].end <= end]  # fmt: skip
        if not fits or between:
            return self._not_reshaped(FactcheckError, lambda: self.desks[checker].join_claims([one, other]))
        return self._reshaped(article, checker, [one, other], lambda desk: desk.join_claims([one, other]))

    @precondition(lambda self: 0 < len(self.drafts) < len(DRAFTS))
    @rule(target=claims, checker=CHECKER)
    def revise(self, checker: str) -> object:
        older, desk = self.drafts[-1], self.desks[checker]
        newer = desk.revise(older, make_article(DRAFTS[len(self.drafts)])).article.id
        kept = self._kept(newer, decided=True)
        [step] = {line.step_id for line in desk.article_history(newer)} or {0}
        lines = [line for line in desk.article_history(newer) if line.step_id == step]
        origin = {thing_of(line).claim: int(line.subject) for line in lines if line.aspect is Aspect.CARRIED}
        old_pieces = {claim.text: claim for claim in (status.claim for status in desk.pieces(older))}
        for status in desk.pieces(newer):
            if status.claim.id in origin:
                self._same(desk.claim(origin[status.claim.id]), status)
            elif status.claim.text not in old_pieces:
                assert status.verdict is Verdict.PENDING
        self.model.take(checker, {
            thing_of(line): Mark(self._said(line), self.model.signed(origin[line.claim_id])
                                 if line.claim_id in origin and line.aspect is Aspect.VERDICT else "")
            for line in lines})  # fmt: skip
        return kept

    # Time

    @rule(checker=CHECKER)
    def undo(self, checker: str) -> None:
        self._again(checker, "undo")

    @rule(checker=CHECKER)
    def redo(self, checker: str) -> None:
        self._again(checker, "redo")

    @rule(checker=CHECKER)
    def reopen(self, checker: str) -> None:
        self.desks[checker].close()
        self.desks[checker] = make_desk(self.path, checker)
        self.desk = self.desks["Ada"]

    # Other desks

    @rule(checker=CHECKER, form=st.sampled_from(["json", "ndjson", "db"]))
    def merge_what_was_exported_here(self, checker: str, form: str) -> None:
        """What this desk handed over tells it nothing new."""
        path = self.home / f"own.{form}"
        path.unlink(missing_ok=True)
        if form == "db":
            self.desk.backup(path)
        else:
            self.desk.export(Filter(articles=tuple(self.drafts), with_confidential=True), path, form)
        report = self.desks[checker].merge(path)
        assert (report.records, report.articles, report.claims, report.decisions, report.conflicts) == (0, 0, 0, 0, ())

    @rule(claim=claims, theirs=VERDICT, ours=st.one_of(st.none(), VERDICT), merger=CHECKER)
    def merge_back_what_a_colleague_decided(
        self, claim: int, theirs: Verdict, ours: Verdict | None, merger: str
    ) -> None:
        """Cyd takes a copy home and marks a claim there; meanwhile it may be marked here too."""
        copy = self.home / "cyd.db"
        self.desk.backup(copy)
        thing = Thing(claim, Aspect.VERDICT)
        before = self.model.standing.get(thing)
        with make_desk(copy, "Cyd") as cyd:
            decided = cyd.mark([claim], theirs) is not None
        if ours is not None:
            self._decided(self.desk.mark([claim], ours), "Ada", {thing: ours.value})
        parted = self.model.standing.get(thing) != before and ours != theirs
        report = self.desks[merger].merge(copy)
        for file in self.home.glob("cyd.db*"):
            file.unlink()
        assert report.decisions == decided and len(report.conflicts) == (decided and parted)
        if decided and parted:
            self.model.overruled(merger, "Cyd", thing, theirs.value)
        elif decided:
            self.model.take("Cyd", {thing: Mark(theirs.value, "Cyd")})

    # What must be so after each of them

    @invariant()
    def each_claim_is_as_the_model_says(self) -> None:
        for claim, piece in self.model.pieces.items():
            status = self.desk.claim(claim)
            value = self.model.value
            assert (status.claim.start, status.claim.end, status.claim.text) == (piece.start, piece.end, piece.text)
            assert (status.verdict, status.checker) == (value(claim, Aspect.VERDICT), self.model.signed(claim))
            assert status.note == value(claim, Aspect.NOTE)
            assert status.suggested_wording == value(claim, Aspect.WORDING)
            assert status.flagged == bool(value(claim, Aspect.FLAG))
            assert status.tags == tuple(sorted(self.model.values(claim, Aspect.TAG)))
            assert (status.claim.set_aside or "") == value(claim, Aspect.SET_ASIDE)
            assert status.claim.claimant == value(claim, Aspect.CLAIMANT)
            sources = {str(source.id): source.title for source in self.desk.evidence_of(claim)}
            assert sources == self.model.values(claim, Aspect.EVIDENCE)
            decided = {str(match.record.id): match.decision for match in self.desk.matches(claim) if match.decision}
            wanted = self.model.values(claim, Aspect.MATCH)
            assert {which: how for which, how in wanted.items() if how == "linked" or which in decided} == decided

    @invariant()
    def each_article_is_as_the_model_says(self) -> None:
        lines = 0
        for progress in self.desk.articles(with_away=True):
            away = self.model.value(0, Aspect.PUT_AWAY, None, str(progress.article.id))
            assert progress.article.away == bool(away)
            seen = self.model.in_sight(progress.article.id)
            pieces = self.desk.pieces(progress.article.id)
            assert [status.claim.id for status in pieces] == seen
            claims = [claim for claim in seen if self.model.is_claim(claim)]
            assert [status.claim.number for status in pieces if status.claim.number] == list(range(1, len(claims) + 1))
            verdicts = [self.model.value(claim, Aspect.VERDICT) for claim in claims]
            assert (progress.claims, progress.confirmed, progress.disputed) == (
                len(claims), verdicts.count("confirmed"), verdicts.count("disputed"))  # fmt: skip
            lines += len(self.desk.article_history(progress.article.id))
        assert lines == self.model.lines

    @invariant()
    def records_have_the_verdict_that_their_rating_stands_for(self) -> None:
        for name, rating in self.model.ratings.items():
            assert str(self.desk.find_record(name).verdict or "") == self._stands_for(rating)

    @invariant()
    def own_verdicts_are_prior_records(self) -> None:
        own = {record.own_claim_id: record for record in self.desk.search("") if record.own_claim_id}
        wanted = {claim: self.model.published(claim) for claim in self.model.pieces}
        assert {claim: record.verdict for claim, record in own.items()} == {
            claim: verdict for claim, verdict in wanted.items() if verdict != Verdict.PENDING
        }

    # How the two are held together

    def _rating(self, label: str) -> Thing:
        return Thing(0, Aspect.RATING, None, label.casefold())

    def _stands_for(self, label: str) -> str:
        return self.model.value(*self._rating(label))

    def _decided(self, step: Step | None, checker: str, wanted: dict[Thing, str]) -> None:
        assert (step is not None) == self.model.decide(checker, wanted)

    def _refused(self, kind: type[FactcheckError], act: object) -> None:
        try:
            act()  # type: ignore[operator]
        except kind:
            return
        raise AssertionError("what must be refused was taken")

    def _not_reshaped(self, kind: type[FactcheckError], act: object) -> object:
        self._refused(kind, act)
        return multiple()

    def _again(self, checker: str, act: str) -> None:
        expected = self.model.again(checker, act)
        try:
            step = getattr(self.desks[checker], act)()
        except ConflictError:
            assert expected is False
        else:
            assert expected is (None if step is None else True)

    def _reshaped(self, article: int, checker: str, origins: Sequence[int], act: object) -> object:
        """A verb that makes claims of others: the new ones inherit, the old ones are withdrawn; as one step."""
        before = {claim: self.desk.claim(claim) for claim in origins}
        try:
            step = act(self.desks[checker])  # type: ignore[operator]
        except FactcheckError:
            assert len(origins) == 1  # no word on one side of a cut; nothing else is refused
            return self._kept(article)
        if step is None:
            return self._kept(article)
        known = set(self.model.pieces)
        kept = self._kept(article, decided=True)
        made = [self.desk.claim(claim) for claim in self.model.pieces if claim not in known]
        for status in made:
            assert status.claim.is_claim and status.verdict is Verdict.PENDING
            notes = dict.fromkeys(each.note for each in before.values() if each.note)
            assert status.note == "\n".join(notes)
            assert status.flagged == any(each.flagged for each in before.values())
            assert set(status.tags) == {tag for each in before.values() for tag in each.tags}
            assert status.sources == sum(each.sources for each in before.values())
        spans = [(each.claim.start, each.claim.end) for each in before.values()]
        for claim, span in zip(before, spans, strict=True):  # a claim that is the whole span already is what is left
            whole = len(spans) > 1 and span == (min(start for start, _ in spans), max(end for _, end in spans))
            assert (self.desk.claim(claim).claim.set_aside is SetAside.WITHDRAWN) != whole
        self.model.take(checker, {thing_of(line): Mark(self._said(line), checker) for line in step.decisions})
        return kept

    def _said(self, line: object) -> str:
        """The value of a line as the model writes it: of a source its title."""
        return line.about if line.aspect is Aspect.EVIDENCE and line.new else line.new  # type: ignore[attr-defined]

    def _same(self, old: ClaimStatus, new: ClaimStatus) -> None:
        """A sentence that stayed has everything that was decided on it."""
        for name in ("verdict", "note", "flagged", "tags", "suggested_wording", "sources", "linked"):
            assert getattr(old, name) == getattr(new, name), name
        assert old.claim.text == new.claim.text
        # nobody signs what is pending anyway, and where nobody decided who says it the program looks anew
        assert old.verdict is Verdict.PENDING or old.checker == new.checker
        if Thing(old.claim.id, Aspect.CLAIMANT) in self.model.standing:
            assert old.claim.claimant == new.claim.claimant

    def _kept(self, article: int, *, decided: bool = False) -> object:
        """Take the pieces of an article into the model that it does not know yet; gives their ids to the rules."""
        if article not in self.drafts:
            self.drafts.append(article)
        new = [claim for claim in self.desk.store.claims.as_found(article) if claim.id not in self.model.pieces]
        for claim in new:
            self.model.pieces[claim.id] = Piece(
                article, claim.start, claim.end, claim.text, claim.set_aside or "", claim.claimant
            )
        return multiple(*(claim.id for claim in new))

    def _import(self, ratings: dict[str, str]) -> None:
        known = self.model.ratings
        records = [make_record(f"The tower of Grey Point, told by {name}", source_id=name, rating=rating)
                   for name, rating in ratings.items()]  # fmt: skip
        report = self.desk.import_records(write_records(self.home / "records.ndjson", records))
        changed = sum(known.get(name, rating) != rating for name, rating in ratings.items())
        added = sum(name not in known for name in ratings)
        assert (report.added, report.updated, report.unchanged) == (added, changed, len(ratings) - added - changed)
        known.update(ratings)
        assert {name: self.desk.find_record(name).rating for name in known} == known


# the same orders each time: chance must not decide whether a change lands
DeskMachine.TestCase.settings = settings(max_examples=50, stateful_step_count=30, deadline=None, derandomize=True)
TestDesk = DeskMachine.TestCase
