"""Which claims an article has: made of chosen words, split, joined; the words looked for, and who says it."""

from __future__ import annotations

from collections.abc import Awaitable

from textual import on, work

from factcheck_tui.desk import Desk
from factcheck_tui.errors import FactcheckError
from factcheck_tui.model import ClaimStatus, Step
from factcheck_tui.ui.key import Where
from factcheck_tui.ui.screens.reading import Reading
from factcheck_tui.ui.widgets.choosing_galley import ChoosingGalley


class Shaping(Reading):
    """The keys that change claims."""

    @property
    def keys_act(self) -> Where | None:
        return Where.CHOOSING if self.galley.choosing else self.place

    def action_add_claim(self) -> None:
        """Choose words in the article, from the claim under the cursor on."""
        self.focus_pane(self.galley)
        self.galley.border_title = "Article: choose the words of a claim; Enter begins, then makes it"
        self.galley.choose(self.status())
        self.show_keys()

    def action_split(self) -> None:
        status = self._claim()
        if status is None:
            return
        if len(status.claim.text.split()) < 2:
            self.say("A claim of one word cannot be split.")
            return
        self.focus_pane(self.galley)
        self.galley.border_title = "Article: choose the word that the second claim begins with"
        self.galley.choose_split(status)
        self.show_keys()

    @on(ChoosingGalley.ChoosingEnded)
    def _choosing_ended(self) -> None:
        self.galley.border_title = "Article"
        self.show_keys()

    @on(ChoosingGalley.Chosen)
    def _chosen(self, event: ChoosingGalley.Chosen) -> None:
        start, end = event.span
        writing = self.writer.decide("a claim more", Desk.add_claim, self.article_id, start, end)
        self.when_reshaped(writing, f"A claim more.{self.undoes}", "That is a claim already.")

    @on(ChoosingGalley.SplitAt)
    def _split_at(self, event: ChoosingGalley.SplitAt) -> None:
        writing = self.writer.decide("two claims of one", Desk.split_claim, event.claim_id, event.place)
        self.when_reshaped(writing, f"Two claims of one.{self.undoes}", "")

    def action_join(self) -> None:
        """Join the marked claims, else the claim and the next one in the text."""
        status, sheet = self._claim(), self.sheet
        if status is None or sheet is None:
            return
        chosen = [piece.claim for piece in self.acted_on()]
        if len(chosen) < 2:
            following = sheet.numbered(status.claim.number + 1)
            if following is None:
                self.say("There is no next claim to join with.")
                return
            chosen = [status.claim, following.claim]
        said = f"Claims {chosen[0].number} {'and' if len(chosen) == 2 else 'to'} {chosen[-1].number} are one now."
        writing = self.writer.decide(said, Desk.join_claims, [claim.id for claim in chosen])
        self.when_reshaped(writing, f"{said}{self.undoes}", "")

    @work(group="written")
    async def when_reshaped(self, writing: Awaitable[Step | None], words: str, unchanged: str) -> None:
        """Show the article's claims as they are now, with the cursor on the first new one, unless it went on."""
        here = self.current
        try:
            step = await writing
        except FactcheckError as error:
            self.complain(error)
            await self.reload([])
            return
        self.status()
        await self.reload([], step.decisions[0].claim_id if step and self.current == here else None)
        self.say(words if step else unchanged)

    def action_search_words(self) -> None:
        if status := self._claim():
            claim = status.claim
            self.ask("look for records with:", claim.searched, lambda words: self._write_search_words(status, words))

    def _write_search_words(self, status: ClaimStatus, words: str) -> None:
        claim = status.claim
        what = f"records of claim {claim.number} looked for with: {words}"
        writing = self.writer.decide(what, Desk.word_claim, claim.id, words)
        with_words = "these words" if words.split() not in ([], claim.text.split()) else "the article's words"
        self.when_written(writing, [claim.id], f"Records are looked for with {with_words}.{self.undoes}", "As before.")
        self.load_matches(claim.id, again=True)

    def action_claimant(self) -> None:
        if status := self._claim():
            self.ask(
                f"who says claim {status.claim.number} (nobody: the article itself):",
                status.claim.claimant,
                lambda name: self._write_claimant(status, name),
            )

    def _write_claimant(self, status: ClaimStatus, name: str) -> None:
        said = f"{name.strip() or 'The article itself'} says claim {status.claim.number}."
        writing = self.writer.decide(said, Desk.attribute_claim, status.claim.id, name)
        self.when_written(writing, [status.claim.id], f"{said}{self.undoes}", "As before.")

    def _claim(self) -> ClaimStatus | None:
        """The claim under the cursor; what is set aside is none."""
        status = self.here()
        if status and not status.claim.is_claim:
            self.say(f"This piece is set aside. {self.makes_a_claim}")
            return None
        return status
