"""Another desk's sources under this desk's ids.

The log names a source by the id of its first wording, and its values are ids of wordings; both mean nothing elsewhere.
A source is the same here when the same step gave it the same words.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from factcheck_tui.model import Aspect, Decision, Evidence
from factcheck_tui.store import Store


class ForeignEvidence:
    """The sources of one claim, of both desks."""

    def __init__(self, store: Store, claim_id: int, ours: Sequence[Decision], theirs: Mapping[int, Evidence]) -> None:
        self._store = store
        self._claim_id = claim_id
        self._theirs = theirs
        self._here = {str(source.wording): source for source in store.evidence.wordings(claim_id)}
        self._ours = [line for line in ours if line.aspect is Aspect.EVIDENCE]
        self._wordings: dict[str, str] = {"": ""}  # their id -> ours
        self._subjects: dict[str, str] = {}

    def translated(self, line: Decision) -> Decision:
        """A line with this desk's ids of sources; wordings that this desk lacks are kept. Others are left alone.

        Lines must come in the order of their log.
        """
        if line.aspect is not Aspect.EVIDENCE:
            return line
        if known := self._known(line):
            self._wordings |= {line.old: known.old, line.new: known.new}
            self._subjects[line.subject] = known.subject
            return replace(line, subject=known.subject, old=known.old, new=known.new)
        old, new = self._wording(line.old), self._wording(line.new)
        subject = self._subjects.setdefault(line.subject, new or old)
        return replace(line, subject=subject, old=old, new=new)

    def _known(self, line: Decision) -> Decision | None:
        """The line of this desk's log that this one is."""
        taken = self._subjects.get(line.subject)
        free = set(self._subjects.values())
        for ours in self._ours:
            right_source = ours.subject == taken if taken else ours.subject not in free
            if ours.uid == line.uid and right_source and self._same(line.new or line.old, ours.new or ours.old):
                return ours
        return None

    def _same(self, theirs: str, ours: str) -> bool:
        if not (theirs and ours):  # of a source that both removed, a line that settles a merge may name no wording
            return theirs == ours
        return replace(self._theirs[int(theirs)], wording=0, claim_id=0) == replace(
            self._here[ours], wording=0, claim_id=0
        )

    def _wording(self, theirs: str) -> str:
        if theirs not in self._wordings:
            said = replace(self._theirs[int(theirs)], claim_id=self._claim_id)
            self._wordings[theirs] = str(self._store.evidence.add(said))
        return self._wordings[theirs]
