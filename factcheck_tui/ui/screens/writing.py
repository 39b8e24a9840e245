"""What is written about a claim on the line at the bottom: its note and its tags."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck_tui.desk import Desk, read_tags
from factcheck_tui.errors import ConflictError
from factcheck_tui.model import ClaimStatus
from factcheck_tui.ui.screens.deciding import named
from factcheck_tui.ui.screens.marking import Marking
from factcheck_tui.visible import one_line


class Writing(Marking):
    """The keys that ask for words."""

    def action_note(self) -> None:
        if status := self.here():
            self.ask(
                f"note on {named([status])}:",
                status.note,
                lambda words: self._write_note(status, words),
                lines=True,
            )

    def action_edit_note(self) -> None:
        if status := self.here():
            words = self.desk_app.edit(f"{status.note}\n", status.claim.text)
            if words is not None:
                self._write_note(status, words)

    def _write_note(self, status: ClaimStatus, words: str) -> None:
        ids = [status.claim.id]
        what = f"note on {named([status])}: {words}"
        writing = self.writer.decide(what, Desk.note, status.claim.id, words, seen=status.note)
        self.when_written(
            writing,
            ids,
            f"Note {'kept' if words.strip() else 'taken away'}.{self.undoes}",
            "The note is as it was.",
            again=lambda error: self.ask(
                _instead(error),
                words,
                lambda mine: self._write_note(self.as_shown(ids)[0], mine),
                lines=True,
                unasked=True,
            ),
        )

    def action_wording(self) -> None:
        """Ask what the article should say; at first its own words stand there, to be mended."""
        if status := self.here():
            words = status.suggested_wording or " ".join(status.claim.text.split())
            asked = f"{named([status])} should say:"
            self.ask(asked, words, lambda answer: self._suggest(status, answer))

    def _suggest(self, status: ClaimStatus, words: str) -> None:
        ids = [status.claim.id]
        new = "" if words.split() == status.claim.text.split() else words  # the article's own words suggest nothing
        what, seen = f"{named([status])} should say: {words}", status.suggested_wording
        writing = self.writer.decide(what, Desk.suggest_wording, status.claim.id, new, seen=seen)
        self.when_written(
            writing,
            ids,
            f"Wording {'kept' if new.strip() else 'taken away'}.{self.undoes}",
            "The wording is as it was.",
            again=lambda error: self.ask(
                _instead(error), words, lambda mine: self._suggest(self.as_shown(ids)[0], mine), unasked=True
            ),
        )

    def action_tags(self) -> None:
        """Ask for the tags; of several claims those that all of them have stand there at first."""
        if pieces := self.acted_on():
            before = set.intersection(*(set(status.tags) for status in pieces))
            asked = f"tags of {named(pieces)}, by commas:"
            self.ask(asked, ", ".join(sorted(before)), lambda words: self._tag(pieces, before, words))

    def _tag(self, pieces: Sequence[ClaimStatus], before: set[str], words: str) -> None:
        now = set(read_tags(words))
        ids = [status.claim.id for status in pieces]
        said = f"Tags of {named(pieces)}: {', '.join(sorted(now)) or 'none'}."
        writing = self.writer.decide(said, Desk.tag, ids, add=sorted(now - before), remove=sorted(before - now))
        self._unmark()
        self.when_written(writing, ids, f"{said}{self.undoes}", "The tags are as they were.")


def _instead(error: ConflictError) -> str:
    """What somebody else wrote meanwhile, before the words that would stand in its place."""
    theirs = one_line(error.now)
    shown = f"“{theirs[:24]}{'…' if len(theirs) > 24 else ''}”" if theirs else "nothing"
    return f"{error.checker} wrote {shown} meanwhile; instead:"
