"""What hangs on a claim and goes on to those that are made of it: its parts, a joined one, the next draft's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck_tui.desk.deciding import Deciding
from factcheck_tui.model import Aspect, Change, Decision, MatchDecision

_OF_THE_WORDS = (Aspect.VERDICT, Aspect.SET_ASIDE, Aspect.SEARCH_WORDS)  # no longer true of other words
_FOUND = (Aspect.SET_ASIDE, Aspect.CLAIMANT)  # the program has a finding of its own, which nothing may stand against
_ORIGIN = (Aspect.CARRIED, Aspect.CHANGED)


class Inheriting(Deciding):
    """A checker at a store, handing decisions on. Runs inside the transaction that logs them."""

    def inherited(self, claim_id: int, origins: Sequence[int], *, same: bool = False) -> Iterator[Change]:
        """The changes that give a claim what was decided on those that it comes from; each keeps who decided it.

        Notes of several are joined, and whoever joins them signs the whole. Verdicts, search words, what was set aside
        and records that were said not to be the same go on only where the words are the same.

        :param origins: ids of the claims that it comes from
        """
        notes: dict[str, None] = {}
        for origin in origins:
            for line in self.store.decisions.standing(origin):
                if line.aspect in _ORIGIN or (not same and line.aspect in _OF_THE_WORDS):
                    continue
                if not line.new and line.aspect not in _FOUND:  # taken away, and so begins what is new
                    continue
                if line.aspect is Aspect.NOTE:
                    notes[line.new] = None
                    if len(notes) > 1:
                        line = replace(line, new="\n".join(notes), stands=None)
                yield from self._handed_on(claim_id, line, same)

    def _handed_on(self, claim_id: int, line: Decision, same: bool) -> Iterator[Change]:
        change = Change(
            claim_id=claim_id,
            aspect=line.aspect,
            new=line.new,
            record_id=line.record_id,
            subject=line.subject,
            stands=line.stands,
        )
        if line.aspect is Aspect.EVIDENCE:
            yield from self._same_source(change, line)
        elif line.record_id is None:
            yield change
        elif same or line.new == MatchDecision.LINKED:
            yield replace(self._match_change(claim_id, line.record_id, MatchDecision(line.new)), stands=line.stands)

    def _same_source(self, change: Change, line: Decision) -> Iterator[Change]:
        """The claim's own copy of a source: each can then be changed without the other."""
        for source in self.store.evidence.of_claim(line.claim_id):
            if str(source.id) == line.subject:
                wording = str(self.store.evidence.add(replace(source, claim_id=change.claim_id)))
                yield replace(change, subject=wording, new=wording)
