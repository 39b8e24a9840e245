"""Claims as a checker wants them: a part of a sentence, a span over sentences, split, joined, reworded, attributed.

The program's pieces stay what they are. A claim that a checker makes is a row of its own that begins withdrawn, and
one decision that makes a claim of it: so one undo takes it back, and nothing is ever deleted.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from factcheck_tui.desk.inheriting import Inheriting
from factcheck_tui.errors import FactcheckError
from factcheck_tui.model import Aspect, Change, Claim, ClaimStatus, FactsLeft, SetAside, Span, Step


class Reshaping(Inheriting):
    """The verbs that change which claims there are, and what of them is looked for.

    The first line of a step of theirs, done or undone, is about a claim that is in sight after it.
    """

    def add_claim(self, article_id: int, start: int, end: int) -> Step | None:
        """Make a claim of ``article.text[start:end]``: a part of a sentence, or a span over sentences.

        What is already a piece of the article becomes a claim again where it was set aside; None when it is one.

        :raises FactcheckError: when no word lies there
        """
        return self._replace(article_id, [], [Span(start, end)])

    def split_claim(self, claim_id: int, at: int) -> Step | None:
        """Make two claims of one, cut at a character of the article.

        Both keep the note, flag, tags and links; their verdicts are pending, since the old one was on the whole.

        :raises FactcheckError: when there is no word on one side
        """
        from factcheck_tui.claims.within import cut

        status = self._claim(claim_id)
        article = self.store.articles.get(status.claim.article_id)
        return self._replace(article.id, [status], cut(article, status.claim, at))

    def join_claims(self, claim_ids: Iterable[int]) -> Step | None:
        """Make one claim of neighbours, with what stands between them; its verdict is pending.

        :raises FactcheckError: when they are fewer than two, of several articles, or another claim stands between
        """
        joined = [self._claim(claim_id) for claim_id in dict.fromkeys(claim_ids)]
        if len(joined) < 2 or len({status.claim.article_id for status in joined}) > 1:
            raise FactcheckError("At least two claims of one article can be joined; choose neighbours.")
        span = Span(min(each.claim.start for each in joined), max(each.claim.end for each in joined))
        ids = {status.claim.id for status in joined}
        for other in self._pieces(joined[0].claim.article_id):
            if other.is_claim and other.id not in ids and span.start <= other.start and other.end <= span.end:
                raise FactcheckError(f"Claim {other.number} stands between those; join neighbours, or all of them.")
        return self._replace(joined[0].claim.article_id, joined, [span])

    def word_claim(self, claim_id: int, words: str) -> Step | None:
        """Look for prior records with other words than the article's; no words go back to those."""
        claim = self._claim(claim_id).claim
        words = " ".join(words.split())
        return self._decide(
            [Change(claim_id=claim_id, aspect=Aspect.SEARCH_WORDS, new="" if words == claim.text else words)]
        )

    def attribute_claim(self, claim_id: int, claimant: str) -> Step | None:
        """Say who makes a claim; no name says that the article does."""
        self._claim(claim_id)
        return self._decide([Change(claim_id=claim_id, aspect=Aspect.CLAIMANT, new=" ".join(claimant.split()))])

    def facts_left(self, article_id: int) -> FactsLeft:
        """How many claims of an article are still pending, in each paragraph and in all."""
        from factcheck_tui.claims.within import facts_left

        return facts_left(self.store.articles.get(article_id).text, self.store.claims.of_article(article_id))

    def _replace(self, article_id: int, statuses: Sequence[ClaimStatus], spans: Iterable[Span]) -> Step | None:
        """Withdraw claims and make others of the article's text in their place, as one step."""
        from factcheck_tui.claims.within import claim_of_span

        article = self.store.articles.get(article_id)
        with self.store.writing():
            pieces = self._pieces(article_id)
            changes: list[Change] = []
            kept: set[int] = set()
            for span in spans:
                claim = claim_of_span(article, pieces, *span)
                same = next((piece for piece in pieces if (piece.start, piece.end) == (claim.start, claim.end)), None)
                claim_id = same.id if same else self._keep_withdrawn(article_id, claim)
                kept.add(claim_id)
                changes.append(Change(claim_id=claim_id, aspect=Aspect.SET_ASIDE, new=""))
                changes += [] if same else self.inherited(claim_id, [status.claim.id for status in statuses])
            changes += [
                Change(claim_id=status.claim.id, aspect=Aspect.SET_ASIDE, new=SetAside.WITHDRAWN)
                for status in statuses
                if status.claim.id not in kept
            ]
            return self._decide(changes)

    def _keep_withdrawn(self, article_id: int, claim: Claim) -> int:
        return self.store.claims.add_one(article_id, replace(claim, set_aside=SetAside.WITHDRAWN))

    def _pieces(self, article_id: int) -> list[Claim]:
        return [status.claim for status in self.store.claims.of_article(article_id)]

    def _claim(self, claim_id: int) -> ClaimStatus:
        """:raises FactcheckError: when it is none"""
        status = self.store.claims.get(claim_id)
        if not status.claim.is_claim:
            raise FactcheckError("This piece is set aside; make it a claim first.")
        return status
