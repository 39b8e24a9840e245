"""The next draft of an article: what was decided goes on to the sentences that stayed, and the changed ones are open.

The older draft stays as it was, with its history; what was removed is found there. All that is carried over is one
step, and each line of it still names who decided it first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck_tui.desk.finding import pieces_of
from factcheck_tui.desk.inheriting import Inheriting
from factcheck_tui.errors import FactcheckError
from factcheck_tui.model import Article, Aspect, Change, Claim, Revision, SetAside, Span

if TYPE_CHECKING:
    from factcheck_tui.claims.drafts import Follower

ALIKE = 90  # of 100 (fuzz.ratio), from which two titles are of one article
SHARED = 0.3  # of its pieces that an article must have word for word from another to be offered as its next draft


class Revising(Inheriting):
    """The verbs for drafts."""

    def likely_draft(self, article: Article) -> Article | None:
        """The article that another one looks like a new draft of, by title or sentences; None when it is new."""
        from rapidfuzz import fuzz

        if self.store.articles.same_text(article.text):
            return None
        texts = {piece.text for piece in pieces_of(article)}
        shared = self.store.claims.shared(texts)
        known = self.store.articles.known()
        followed = {each.revises for each in known}
        found: list[tuple[float, int, Article]] = []
        for each in known:
            share = shared.get(each.id, 0) / max(1, len(texts))
            if each.id in followed or each.away:
                continue
            if share >= SHARED or fuzz.ratio(each.title.casefold(), article.title.casefold()) >= ALIKE:
                found.append((share, each.id, each))
        return max(found)[2] if found else None

    def revise(self, older_id: int, article: Article) -> Revision:
        """Keep an article as the next draft of another, and carry over what was decided, as one step.

        An article that the desk holds already becomes that draft; what was decided on it meanwhile stays.

        :raises FactcheckError: when it is the same text, or is the next draft of another one already
        """
        older = self.store.articles.get(older_id)
        pieces = pieces_of(article)
        with self.store.writing():
            known = self.store.articles.same_text(article.text)
            if known and known.id == older.id:
                raise FactcheckError(f"This is the text of article {older.id} itself; there is nothing to carry over.")
            if known and known.revises not in (0, older.id):
                raise FactcheckError(f"The desk holds this text already, as a draft after article {known.revises}.")
            new_id = known.id if known else self.store.articles.add(article, self.checker, self._now())
            if known:
                self.brought_back(known)
            else:
                self.store.claims.add(new_id, pieces)
            self.store.articles.set_revises(new_id, older.id)
            return self._carry_over(older, self.store.articles.get(new_id))

    def _carry_over(self, older: Article, newer: Article) -> Revision:
        from factcheck_tui.claims.drafts import followers

        old, new = (self._found(article.id) for article in (older, newer))
        pairs = followers(old, new)
        decided = self.store.decisions.decided(newer.id)
        changes: list[Change] = []
        went_on: set[int] = set()
        same: set[int] = set()
        for origins, index, unchanged in pairs:
            claim, sources = new[index], [old[origin] for origin in origins]
            went_on.update(source.id for source in sources)
            same.update([claim.id] if unchanged else [])
            if claim.id not in decided:
                changes += self._from(claim, sources, unchanged)
        within = [Span(new[index].start, new[index].end) for _, index, _ in pairs]
        made = list(self._made_again(older, newer, within, went_on, decided))
        step = self._decide([*changes, *made, *self._stood_for(old, new, pairs, made)])
        claims = [status.claim for status in self.store.claims.of_article(newer.id) if status.claim.is_claim]
        carried = {d.claim_id for d in step.decisions if d.aspect is Aspect.CARRIED} if step else same
        changed = {d.claim_id for d in step.decisions if d.aspect is Aspect.CHANGED} if step else set()
        removed = [status.claim for status in self.store.claims.of_article(older.id) if status.claim.id not in went_on]
        return Revision(
            article=newer,
            kept=sum(claim.id in carried for claim in claims),
            changed=sum(claim.id in changed for claim in claims),
            new=sum(claim.id not in carried | changed for claim in claims),
            removed=tuple(claim for claim in removed if claim.is_claim),
        )

    def _from(self, claim: Claim, sources: Sequence[Claim], same: bool) -> Iterator[Change]:
        """The changes that say where a claim comes from, and hand on what was decided there.

        Of what was set aside in both and that nobody decided on nothing is said.
        """
        handed_on = list(self.inherited(claim.id, [source.id for source in sources], same=same))
        if claim.is_claim or handed_on:
            aspect = Aspect.CARRIED if same else Aspect.CHANGED
            for source in sources:
                yield Change(claim_id=claim.id, aspect=aspect, subject=str(source.id), new=source.text)
        yield from handed_on

    def _made_again(
        self, older: Article, newer: Article, within: Sequence[Span], went_on: set[int], decided: set[int]
    ) -> Iterator[Change]:
        """Claims that checkers made of parts and spans, made of the new draft too where their words still stand."""
        from factcheck_tui.claims.drafts import place_in
        from factcheck_tui.claims.within import claim_of_span

        found = {claim.id for claim in self._found(older.id)}
        pieces = self._found(newer.id)
        for status in self.store.claims.of_article(older.id):
            own = status.claim
            place = None if own.id in found else place_in(own.text, newer.text, within)
            if place is None:
                continue
            span, same = place
            went_on.add(own.id)
            claim = claim_of_span(newer, pieces, *span)
            twin = next((each for each in pieces if (each.start, each.end) == (claim.start, claim.end)), None)
            if twin is None:
                claim_id = self.store.claims.add_one(newer.id, replace(claim, set_aside=SetAside.WITHDRAWN))
                yield Change(claim_id=claim_id, aspect=Aspect.SET_ASIDE, new="")
                yield from self._from(replace(claim, id=claim_id), [own], same)
            elif twin.id not in decided:
                yield Change(claim_id=twin.id, aspect=Aspect.SET_ASIDE, new="")
                yield from self._from(twin, [own], same)

    def _stood_for(
        self, old: Sequence[Claim], new: Sequence[Claim], pairs: Sequence[Follower], made: Sequence[Change]
    ) -> Iterator[Change]:
        """Withdraw changed sentences that claims of checkers stood for, where such claims were made of them again."""
        if not made:
            return
        claims = [self.store.claims.get(claim_id).claim for claim_id in {change.claim_id for change in made}]
        for origins, index, _ in pairs:
            whole = new[index]
            parts = [
                claim
                for claim in claims
                if claim.id != whole.id and claim.start < whole.end and whole.start < claim.end
            ]
            withdrawn = all(
                self.store.claims.get(old[origin].id).claim.set_aside is SetAside.WITHDRAWN for origin in origins
            )
            if parts and withdrawn:
                yield Change(claim_id=whole.id, aspect=Aspect.SET_ASIDE, new=SetAside.WITHDRAWN)

    def _found(self, article_id: int) -> list[Claim]:
        """The program's own pieces of an article, in reading order."""
        found = self.store.claims.as_found(article_id)
        return sorted((claim for claim in found if claim.set_aside is not SetAside.WITHDRAWN), key=lambda c: c.start)
