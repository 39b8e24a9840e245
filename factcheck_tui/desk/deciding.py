"""What a checker decides: verdicts, notes, flags, links; each as one step that can be undone as a whole."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime

from factcheck_tui.desk import evidence, matcher
from factcheck_tui.errors import FactcheckError
from factcheck_tui.model import (
    Article,
    Aspect,
    Change,
    Decision,
    Evidence,
    HistoryLine,
    MatchDecision,
    SetAside,
    Step,
    Verdict,
)
from factcheck_tui.store import Store

HISTORY_LIMIT = 500  # lines: more than a person reads


class Deciding:
    """A checker at a store, deciding. ``Desk`` is the whole of what they can do."""

    def __init__(
        self, store: Store, checker: str, *, clock: Callable[[], datetime] = lambda: datetime.now(UTC)
    ) -> None:
        self.store = store
        self.checker = checker
        self.own_steps: set[str] = set()  # uids of what was decided here and was not told yet; desks may share one
        self._clock = clock

    def mark(
        self, claim_ids: Iterable[int], verdict: Verdict, *, seen: Mapping[int, Verdict] | None = None
    ) -> Step | None:
        """Set the verdict of claims, as one step; None when it was theirs already.

        :param seen: the verdicts that the checker had in view, by claim id
        :raises ConflictError: when one of them was changed by somebody else since; nothing is then marked
        """
        return self._decide(
            Change(claim_id=i, aspect=Aspect.VERDICT, new=verdict, seen=seen.get(i) if seen else None)
            for i in claim_ids
        )

    def note(self, claim_id: int, words: str, *, seen: str | None = None) -> Step | None:
        """Write the note of a claim; no words take it away.

        :param seen: the note that the checker had in view
        :raises ConflictError: when it was changed by somebody else since
        """
        return self._decide([Change(claim_id=claim_id, aspect=Aspect.NOTE, new=words.strip(), seen=seen)])

    def suggest_wording(self, claim_id: int, words: str, *, seen: str | None = None) -> Step | None:
        """Write what the article should say instead of a claim; no words take it away.

        :param seen: the wording that the checker had in view
        :raises ConflictError: when it was changed by somebody else since
        """
        return self._decide([Change(claim_id=claim_id, aspect=Aspect.WORDING, new=words.strip(), seen=seen)])

    def flag(self, claim_ids: Iterable[int], flagged: bool) -> Step | None:
        """Flag claims for later, or take their flags away, as one step."""
        new = "flagged" if flagged else ""
        return self._decide(Change(claim_id=i, aspect=Aspect.FLAG, new=new) for i in claim_ids)

    def tag(self, claim_ids: Iterable[int], *, add: Iterable[str] = (), remove: Iterable[str] = ()) -> Step | None:
        """Give claims tags and take tags from them, as one step. See ``read_tags`` for what a tag is."""
        news = {**dict.fromkeys(remove, ""), **dict.fromkeys(add, "tagged")}
        return self._decide(
            Change(claim_id=i, aspect=Aspect.TAG, subject=tag, new=new) for i in claim_ids for tag, new in news.items()
        )

    def set_aside(self, claim_ids: Iterable[int], reason: SetAside | None) -> Step | None:
        """Set pieces of an article aside as no claims, or (None) make them claims, as one step."""
        return self._decide(Change(claim_id=i, aspect=Aspect.SET_ASIDE, new=reason or "") for i in claim_ids)

    def put_away(self, article_ids: Iterable[int], away: bool = True) -> Step | None:
        """Take articles off the list, as when they were added by mistake, or bring them back, as one step.

        What was decided on their claims stays. :raises NotFoundError: when there is none with an id
        """
        ids = [self.store.articles.get(article_id).id for article_id in article_ids]
        new = "away" if away else ""
        return self._decide(Change(claim_id=0, aspect=Aspect.PUT_AWAY, subject=str(i), new=new) for i in ids)

    def brought_back(self, article: Article) -> Article:
        """An article on the list, where it may have been put away: somebody added it again."""
        return replace(article, away=False) if article.away and self.put_away([article.id], False) else article

    def decide_match(self, claim_id: int, record_id: int, decision: MatchDecision | None) -> Step | None:
        """Link a claim to a prior record, say that it is not the same, or (None) take that back."""
        return self._decide([self._match_change(claim_id, record_id, decision)])

    def adopt(self, claim_id: int, record_id: int, *, seen: Verdict | None = None) -> Step | None:
        """Link a claim to a prior record and take over the verdict that its rating stands for, as one step.

        :param seen: the verdict that the checker had in view
        :raises FactcheckError: when the rating stands for none
        :raises ConflictError: when the verdict was changed by somebody else since
        """
        record = self.store.records.get(record_id)
        if record.verdict not in (Verdict.CONFIRMED, Verdict.DISPUTED):
            raise FactcheckError(
                f"“{record.rating or 'no rating'}” stands for no verdict of ours; read the record and mark the claim."
            )
        return self._decide(
            [
                self._match_change(claim_id, record_id, MatchDecision.LINKED),
                Change(claim_id=claim_id, aspect=Aspect.VERDICT, new=record.verdict, seen=seen),
            ]
        )

    def add_evidence(self, source: Evidence) -> Step | None:
        """Add a source to the claim that it names.

        :raises FactcheckError: when it has neither title nor address
        """
        with self.store.writing():
            return self._decide([evidence.added(self.store, evidence.trimmed(source))])

    def change_evidence(self, source: Evidence) -> Step | None:
        """Give a source other words: what was read, with other texts; None when they are the same.

        :raises ConflictError: when somebody changed or removed it since it was read
        :raises FactcheckError: when it has neither title nor address
        """
        with self.store.writing():
            return self._decide([evidence.changed(self.store, evidence.trimmed(source))])

    def remove_evidence(self, source: Evidence) -> Step | None:
        """Remove a source. :raises ConflictError: when somebody changed or removed it since it was read"""
        return self._decide([evidence.removed(source)])

    def evidence_of(self, claim_id: int) -> list[Evidence]:
        """The sources of a claim, in the order in which they were added."""
        return self.store.evidence.of_claim(claim_id)

    def evidence(self, evidence_id: int) -> Evidence:
        """:raises NotFoundError: when there is none with this id, or it was removed"""
        return self.store.evidence.get(evidence_id)

    def undo(self, only: Aspect | None = None) -> Step | None:
        """Take back what the checker's last key did, as a whole; None when there is nothing left to undo.

        :param only: what the last key must have changed, for a screen that shows nothing else
        :raises FactcheckError: when it changed something else
        :raises ConflictError: when somebody else decided on the same thing since
        """
        with self.store.writing():
            if only:
                _check_kind(self.store.decisions.to_undo(self.checker), only, "Your last step was")
            return self._published(self.store.decisions.undo(self.checker, self._now()))

    def redo(self, only: Aspect | None = None) -> Step | None:
        """Do again what was undone last; None when there is nothing to redo. As ``undo`` in all else."""
        with self.store.writing():
            if only:
                _check_kind(self.store.decisions.to_redo(self.checker), only, "What you undid last is")
            return self._published(self.store.decisions.redo(self.checker, self._now()))

    def claim_history(self, claim_id: int) -> list[Decision]:
        """Everything that was decided on a claim, the oldest first."""
        return self.store.decisions.of_claim(claim_id)

    def article_history(self, article_id: int) -> list[Decision]:
        """Everything that was decided on an article's claims, the oldest first."""
        return self.store.decisions.of_article(article_id)

    def history(
        self, *, claim_id: int | None = None, article_id: int | None = None, limit: int = HISTORY_LIMIT
    ) -> list[HistoryLine]:
        """What was decided last on a claim, on an article or (neither named) on all and for the whole desk, the newest
        first.
        """
        found = self.store.decisions.recent(limit, claim_id=claim_id, article_id=article_id)
        found = [(line, int(line.subject) if line.aspect is Aspect.PUT_AWAY else i, text) for line, i, text in found]
        articles = {each: self.store.articles.get(each).title for each in {line[1] for line in found} - {0}}
        numbers = {claim: number for each in articles for claim, number in self.store.claims.numbers(each).items()}
        return [
            HistoryLine(decision, numbers.get(decision.claim_id, 0), text, each, articles.get(each, ""))
            for decision, each, text in found
        ]

    def _decide(self, changes: Iterable[Change]) -> Step | None:
        with self.store.writing():
            step = self.store.decisions.record(list(changes), self.checker, self._now())
            return self._published(step)

    def _published(self, step: Step | None) -> Step | None:
        """See to it that all that is worked out from the log follows a step."""
        if step and step.for_the_desk:
            self._followed(step)
        elif step:
            for line in step.decisions:  # a link that an undo brings back may be older than today's matches
                linked = line.record_id is not None and line.new == MatchDecision.LINKED
                if linked and not self.store.matches.kept(line.claim_id, line.record_id or 0):
                    matcher.match_record(self.store, line.claim_id, line.record_id or 0)
            self.store.records.publish_own(step.decisions, self._clock().date().isoformat())
        return step

    def _followed(self, step: Step) -> None:
        """Let ratings and names stand for what a step says."""
        from factcheck_tui.desk import naming, rating

        lines = step.decisions
        ratings = {
            line.subject: Verdict(line.new) if line.new else None for line in lines if line.aspect is Aspect.RATING
        }
        if ratings:
            rating.let_stand(self.store, ratings)
        if aliases := [line for line in lines if line.aspect is Aspect.ALIAS]:
            naming.follow(self.store, aliases)
            self.store.records.new_edition()

    def _match_change(self, claim_id: int, record_id: int, decision: MatchDecision | None) -> Change:
        if not self.store.matches.kept(claim_id, record_id):
            matcher.match_record(self.store, claim_id, record_id)
        return Change(claim_id=claim_id, aspect=Aspect.MATCH, record_id=record_id, new=decision or "")

    def now(self) -> str:
        """The time by the desk's clock: UTC, ISO 8601 to the millisecond."""
        return self._now()

    def _now(self) -> str:
        return self._time(self._clock())

    @staticmethod
    def _time(moment: datetime) -> str:
        return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _check_kind(step: Step | None, only: Aspect, which: str) -> None:
    """:raises FactcheckError: when a step changed something else than a screen shows"""
    if step and any(line.aspect is not only for line in step.decisions):
        raise FactcheckError(f"{which} something else: {step.told}. Go to the desk for that one.")


def read_tags(words: str) -> tuple[str, ...]:
    """The tags that a person wrote, by commas: small letters, single spaces, each once, in alphabetical order."""
    tags = (" ".join(tag.casefold().split()) for tag in words.split(","))
    return tuple(sorted({tag for tag in tags if tag}))


def parse_verdict(words: str) -> Verdict:
    """The verdict that a person wrote, by its word or first letter. :raises FactcheckError: when it is none"""
    wanted = words.strip().casefold()
    for verdict in Verdict:
        if wanted in (verdict.value, verdict.value[0]):
            return verdict
    raise FactcheckError(f"“{words}” is no verdict. Use {', '.join(Verdict)}.")
